"""Does a chat get its case only with the right link and the right digits?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.milestones import Role
from bot.dialogue.decision import Decision
from bot.dialogue.handlers.verification import LOCK, looks_like_digits
from bot.dialogue.messages import Chat, Link, Note
from bot.turns.invitations import token_hash
from tests.samples import STORY, cases
from tests.talks import Talk, said

TOKEN = "t" * 43
NOW = STORY["C-EDGE-08"]


def invited() -> Talk:
    """A talk with a stranger for whom a link was made."""
    talk = Talk(NOW)
    talk.bind(cases()["C-EDGE-08"])
    with talk.turn.books.transaction() as records:
        records.chats.save_link(Link(token_hash(TOKEN), "C-EDGE-08", Role.BUYER, NOW + timedelta(hours=48)))
    return talk


def kept_link(talk: Talk) -> Link:
    with talk.turn.books.transaction() as records:
        found = records.chats.link(token_hash(TOKEN))
    assert found is not None
    return found


def events(decision: Decision) -> list[str]:
    return [action.event for action in decision.actions if isinstance(action, Note)]


def replies(talk: Talk, *lines: str) -> list[str]:
    """Which reply each line gets."""
    return [found.chosen.reply if (found := talk.say(line)).chosen else "" for line in lines]


def test_link_and_digits_bind_the_chat_to_the_case() -> None:
    talk = invited()
    got = replies(talk, f"/start {TOKEN}", "2864", "进度")
    assert (got, talk.chat().case_ref) == (["_ask_digits", "_linked", "status_now"], "C-EDGE-08")


@pytest.mark.parametrize("digits", ["２８６４", "٢٨٦٤", "२८६४"])
def test_digits_of_any_keyboard_are_as_good_as_ours(digits: str) -> None:
    assert replies(invited(), f"/start {TOKEN}", digits) == ["_ask_digits", "_linked"]


def test_what_was_asked_of_another_case_goes_on_nowhere() -> None:
    talk = invited()
    talk.bind(cases()["C-DEMO-01"])
    talk.say("顾问是谁")
    asked = talk.chat().last_intent
    replies(talk, f"/start {TOKEN}", "2864")
    assert (asked, talk.chat().case_ref, talk.chat().last_intent) == ("advisor_contact", "C-EDGE-08", None)


def test_link_works_once_and_then_never_again() -> None:
    talk = invited()
    replies(talk, f"/start {TOKEN}", "2864")
    with talk.turn.books.transaction() as records:
        records.chats.save(Chat(talk.chat_id))
    assert replies(talk, f"/start {TOKEN}") == ["_link_failed"]


def test_link_is_dead_after_two_days() -> None:
    talk = invited()
    talk.now = NOW + timedelta(hours=48)
    assert replies(talk, f"/start {TOKEN}") == ["_link_failed"]


def test_made_up_link_gets_the_same_words_as_wrong_digits() -> None:
    talk = invited()
    made_up = said(talk.say("/start abcdefgh"))
    talk.say(f"/start {TOKEN}")
    assert said(talk.say("0000")) == made_up


def test_five_wrong_digits_lock_even_the_right_ones_out() -> None:
    talk = invited()
    talk.say(f"/start {TOKEN}")
    got = replies(talk, "0001", "0002", "0003", "0004", "0005", "2864")
    assert (got, kept_link(talk).locked_until) == (["_link_failed"] * 6, NOW + LOCK)


def test_lock_opens_after_half_an_hour() -> None:
    talk = invited()
    talk.say(f"/start {TOKEN}")
    replies(talk, "0001", "0002", "0003", "0004", "0005")
    talk.now = NOW + LOCK
    assert replies(talk, "2864") == ["_linked"]


def test_question_instead_of_digits_is_still_answered() -> None:
    assert replies(invited(), f"/start {TOKEN}", "网签是什么", "2864") == ["_ask_digits", "what_is_wangqian", "_linked"]


def test_every_failure_is_noted_for_the_audit_without_digits() -> None:
    talk = invited()
    talk.say(f"/start {TOKEN}")
    wrong = talk.say("0001")
    assert (events(wrong), "0001" in repr(wrong.actions)) == (["digits_refused"], False)


def test_four_digits_without_any_link_are_told_what_comes_first() -> None:
    assert replies(invited(), "2864", "3000000") == ["_unverified", "_fallback"]


def test_bound_buyer_is_verified_in_the_books() -> None:
    talk = invited()
    replies(talk, f"/start {TOKEN}", "2864")
    with talk.turn.books.transaction() as records:
        party = records.cases.get("C-EDGE-08").party(Role.BUYER)
    assert party
    assert party.verified


def test_used_link_is_kept_with_the_moment_of_its_use() -> None:
    talk = invited()
    before = kept_link(talk)
    replies(talk, f"/start {TOKEN}", "2864")
    assert kept_link(talk) == replace(before, used_at=NOW)


def test_only_short_numbers_look_like_the_digits() -> None:
    typed = ["2864", " 286 ", "2", "２８６４", "123456789", "28a4", "还要多久"]
    assert [looks_like_digits(text) for text in typed] == [True, True, False, True, False, False, False]
