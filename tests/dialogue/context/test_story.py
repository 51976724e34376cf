"""Is what people tell in several messages understood as one? The floors may only rise."""

from collections import Counter
from datetime import timedelta
from functools import cache
from typing import NamedTuple

import pytest

from bot.dialogue.messages import OpenTicket
from tests.noted import rows
from tests.talks import house, talk_of

CASE = "C-DEMO-02"
# (kind, language): least that is understood, and most that goes astray, in percent. Grave: a person is called for the
# right thing; nobody is called and nothing passed on. Plain: the last message is answered, or one before it; it is
# answered as something else. Calm: nobody is called; somebody is, for most by a message that is grave by itself.
# Before anything was changed for them, 70 and 64 of 100 grave ones (zh, en) called a person for the right thing, and 4
# and 11 called nobody.
FLOORS = {
    ("grave", "zh"): (82, 2),
    ("grave", "en"): (87, 3),
    ("plain", "zh"): (93, 3),
    ("plain", "en"): (90, 5),
    ("calm", "zh"): (78, 22),
    ("calm", "en"): (72, 28),
}


class Story(NamedTuple):
    """Messages of one chat, within a minute; which questions are right for the last of them."""

    intents: set[str]
    messages: list[str]


def stories(kind: str, language: str) -> list[Story]:
    told = [row for row in rows("stories") if (row[0], row[1]) == (kind, language)]
    return [Story(set(intents.split(",")), messages) for _, _, intents, *messages in told]


def replies(story: Story) -> list[list[str]]:
    """What every message was answered with."""
    talk = talk_of(CASE)
    return [[say.account.reply for say in talk.say(message).says if say.account] for message in story.messages]


def called(story: Story) -> str:
    said = {reply for answer in replies(story) for reply in answer}
    if said & story.intents:
        return "right"
    return "noticed" if said & GRAVE or any(reply in PASSED_ON for reply in said) else "astray"


def asked(story: Story) -> str:
    *_, last = answers = replies(story)
    if any(story.intents & {*answer} for answer in answers):
        return "right"
    return "astray" if house().content.intents.keys() & {*last} else "asked"


def disturbed(story: Story) -> str:
    said = {reply for answer in replies(story) for reply in answer}
    return "astray" if (said & GRAVE) - story.intents else "right"


GRAVE = house().content.matcher.tiers.grave
PASSED_ON = {"human", "_passed_on", "_unsure", "_further", "_news"}
OUTCOMES = {"grave": called, "plain": asked, "calm": disturbed}


@cache
def outcomes(kind: str, language: str) -> Counter[str]:
    return Counter(map(OUTCOMES[kind], stories(kind, language)))


@pytest.mark.parametrize(("kind", "language"), FLOORS)
def test_stories_in_several_messages_are_understood_as_well_as_ever(kind: str, language: str) -> None:
    right, astray = FLOORS[kind, language]
    found = outcomes(kind, language)

    assert 100 * found["right"] / found.total() >= right
    assert 100 * found["astray"] / found.total() <= astray


@pytest.mark.parametrize(
    ("messages", "reply"),
    [
        (("someone signed", "in my name"), "fraud"),
        (("银行客户经理刚打来", "说上头又看了一遍", "没过"), "loan_rejected"),
        (("how many", "more days"), "how_long"),
        (("带我这单的", "那个顾问", "电话多少"), "advisor_contact"),
    ],
)
def test_what_only_several_messages_say_is_answered(messages: tuple[str, ...], reply: str) -> None:
    talk = talk_of(CASE)
    *_, last = [talk.say(message) for message in messages]
    assert last.chosen is not None
    assert last.chosen.reply == reply


def test_the_person_who_is_called_reads_the_whole_story() -> None:
    talk = talk_of(CASE)
    talk.say("someone signed")
    tickets = [action for action in talk.say("in my name").actions if isinstance(action, OpenTicket)]
    assert [ticket.last_words for ticket in tickets] == ["someone signed in my name"]


def test_what_is_read_together_is_kept_as_it_was_typed() -> None:
    talk = talk_of(CASE)
    *_, last = [talk.say(message) for message in ("someone signed", "in my name")]
    assert [say.account.heard.question for say in last.says if say.account] == ["in my name"]


def test_what_was_written_long_before_is_no_part_of_the_story() -> None:
    talk = talk_of(CASE)
    talk.say("someone signed")
    talk.now += timedelta(minutes=11)
    decision = talk.say("in my name")
    assert decision.chosen is not None
    assert decision.chosen.reply == "title_transfer"


def test_for_what_a_person_was_called_nobody_is_called_once_more() -> None:
    talk = talk_of(CASE)
    replies = [talk.say(message).chosen for message in ("seller died", "last night", "in his sleep")]
    assert [chosen.reply for chosen in replies if chosen] == ["bereavement", "_passed_on", "_passed_on"]


def test_a_clear_question_is_no_part_of_a_story() -> None:
    talk = talk_of(CASE)
    replies = [talk.say(message).chosen for message in ("卖家一直拖", "房贷都下来应该已网签了吧")]
    assert [chosen.reply for chosen in replies if chosen] == ["seller_delay", "status_now"]


def test_long_messages_are_no_story() -> None:
    talk = talk_of(CASE)
    talk.say(f"someone signed {'and so on ' * 30}")
    decision = talk.say("in my name")
    assert decision.chosen is not None
    assert decision.chosen.reply == "title_transfer"


def test_the_message_before_says_whose_it_is() -> None:
    talk = talk_of(CASE)
    talk.say("the seller")
    (said,) = talk.say("had a stroke last night").says
    assert "about the seller" in said.plain


def test_what_is_said_not_to_be_so_adds_nothing_to_a_story() -> None:
    talk = talk_of(CASE)
    talk.say("ok called the police already, they took a report. when is the next try for signing")
    decision = talk.say("not a scam, nobody asked for money. I only want to know when we sign")
    assert decision.chosen is not None
    assert decision.chosen.reply != "fraud"
