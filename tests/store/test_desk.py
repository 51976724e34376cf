"""Is what advisors need kept for them: their hours, topics, notes, digests and changes?"""

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

import pytest

from bot.cases.milestones import Role
from bot.cases.office import Span
from bot.desk.advisors import Advisor, Leave, Rank, Roster
from bot.desk.situation import CaseChange, KeepNote
from bot.dialogue.messages import Chat, Copy, Say
from bot.store.books import Books
from bot.store.outbox import Address, Posting
from tests.samples import at, cases
from tests.store.at_once import at_once

NOW = at("2026-11-23 10:00:00.654321")
SOON = NOW + timedelta(seconds=60)
GROUP, NEW_GROUP = -1001, -1_002_000_000_001
CASE = cases()["C-DEMO-04"]
HERS, HIS = Chat(501, CASE.ref, Role.BUYER), Chat(502, CASE.ref, Role.SPOUSE)
FULL = Advisor(
    901,
    "周顾问",
    Rank.LEAD,
    "en",
    (Span(time(9), time(12)),),
    (Leave(date(2026, 11, 24), date(2026, 11, 25)),),
    (date(2026, 11, 28),),
    902,
    on_duty=True,
)
WU = Advisor(902, "吴顾问")
THREADS = 4


@pytest.fixture
def with_case(books: Books) -> Books:
    """Books with a case and its two buyers."""
    with books.transaction() as records:
        records.cases.save(CASE)
        for chat in (HERS, HIS):
            records.chats.save(chat)
    return books


def test_advisor_comes_back_as_saved_last(books: Books) -> None:
    with books.transaction() as records:
        for advisor in (replace(FULL, name="旧名"), FULL, WU):
            records.desk.save_advisor(advisor)
    with books.transaction() as records:
        assert records.desk.roster() == Roster(tuple(sorted((FULL, WU), key=lambda who: who.name)))


def test_removed_advisor_acts_no_more(books: Books) -> None:
    with books.transaction() as records:
        records.desk.save_advisor(WU)
        gone = [records.desk.remove_advisor(WU.id), records.desk.remove_advisor(WU.id)]
        assert (gone, records.desk.roster()) == ([True, False], Roster())


def test_buyers_of_a_case_share_a_topic_and_others_have_their_own(with_case: Books) -> None:
    with with_case.transaction() as records:
        found = [records.desk.topic_for(chat, GROUP, "x").id for chat in (HERS, HIS, Chat(503), Chat(504), HERS)]
    assert [found.index(number) for number in found] == [0, 0, 2, 3, 0]


def test_topic_made_is_found_where_telegram_shows_it(with_case: Books) -> None:
    with with_case.transaction() as records:
        topic = records.desk.topic_for(HERS, GROUP, "赵女士")
        records.desk.topic_made(topic.id, 7)
        found = [records.desk.topic_at(GROUP, thread) for thread in (7, 8, None)]
    assert found == [replace(topic, thread_id=7), None, None]


def test_lost_topic_is_remembered_as_lost_when_made_again(with_case: Books) -> None:
    with with_case.transaction() as records:
        topic = records.desk.topic_for(HERS, GROUP, "赵女士")
        records.desk.topic_made(topic.id, 7)
        records.desk.topic_lost(topic.id)
        lost = records.desk.topic(topic.id)
    assert lost == replace(topic, thread_id=None, was_lost=True)


def _topic(books: Books, chat: Chat) -> int:
    with books.transaction() as records:
        return records.desk.topic_for(chat, GROUP, "赵女士").id


def test_topic_wanted_by_several_at_once_is_made_once(with_case: Books) -> None:
    assert len(set(at_once(*[partial(_topic, with_case, chat) for chat in (HERS, HIS) * 2]))) == 1


def test_moved_group_is_followed_by_topics_and_letters(with_case: Books) -> None:
    with with_case.transaction() as records:
        topic = records.desk.topic_for(HERS, GROUP, "赵女士")
        records.outbox.put(Address.topic(topic), Say("卡片"), NOW)
        records.outbox.put(501, Copy(GROUP, (40,)), NOW)
        records.desk.group_moved(GROUP, NEW_GROUP)
        records.desk.group_moved(GROUP, NEW_GROUP)
    with with_case.transaction() as records:
        due = {(letter.chat_id, letter.parcel) for letter in records.outbox.due(NOW)}
        found = (records.desk.topic(topic.id), records.desk.group_now(GROUP), due)
    assert found == (
        replace(topic, group_id=NEW_GROUP),
        NEW_GROUP,
        {(NEW_GROUP, Say("卡片")), (501, Copy(GROUP, (40,)))},
    )


def test_topics_and_letters_of_another_group_go_to_the_one_that_is_named_now(with_case: Books) -> None:
    with with_case.transaction() as records:
        topic = records.desk.topic_for(HERS, GROUP, "赵女士")
        records.desk.topic_made(topic.id, 7)
        records.outbox.put(Address.topic(topic), Say("卡片"), NOW)
        records.desk.settle_in(GROUP)
        stayed = records.desk.topic(topic.id)
        records.desk.settle_in(NEW_GROUP)
    with with_case.transaction() as records:
        due = [(letter.chat_id, letter.parcel) for letter in records.outbox.due(NOW)]
        found = (records.desk.topic(topic.id), records.desk.group_now(GROUP), due)
    moved = replace(topic, group_id=NEW_GROUP, thread_id=None, was_lost=True)
    assert (stayed, *found) == (replace(topic, thread_id=7), moved, GROUP, [(NEW_GROUP, Say("卡片"))])


def test_notes_are_kept_in_order_and_mark_their_album(with_case: Books) -> None:
    with with_case.transaction() as records:
        topic = records.desk.topic_for(HERS, GROUP, "赵女士").id
        records.desk.note(topic, 901, KeepNote("一"), NOW)
        records.desk.note(topic, 902, KeepNote("二", "a1"), NOW)
        marked = [records.desk.is_in_note(topic, album) for album in ("a1", "a2", None)]
        notes = records.desk.notes(topic)
    assert (notes, marked) == ([(NOW, 901, "一"), (NOW, 902, "二")], [True, False, False])


def test_change_comes_back_with_the_case_before_and_after(with_case: Books) -> None:
    after = replace(CASE, checked_at=NOW)
    with with_case.transaction() as records:
        number = records.desk.changed(CASE, after, 901, NOW, [8, 9])
        records.desk.undone(number, SOON)
        assert records.desk.change(number) == CaseChange(number, CASE.ref, 901, NOW, CASE, after, (8, 9), SOON)


def test_unknown_change_is_none(books: Books) -> None:
    with books.transaction() as records:
        assert records.desk.change(77) is None


def _first_digest(books: Books) -> bool:
    with books.transaction() as records:
        return records.desk.first_digest(901, date(2026, 11, 23))


def test_digest_of_a_day_is_sent_by_one_of_several_processes(books: Books) -> None:
    assert sorted(at_once(*[partial(_first_digest, books)] * THREADS)) == [False, False, False, True]


def test_news_that_waits_holds_up_nothing_that_is_said_meanwhile(books: Books) -> None:
    with books.transaction() as records:
        records.outbox.put(501, Say("有更新"), NOW, Posting(SOON, by_bot=True))
        records.outbox.put(501, Say("网签就是…"), NOW, Posting(by_bot=True))
        first = records.outbox.due(NOW)
        records.outbox.sent(first[0].id, 1, NOW)
        second = records.outbox.due(SOON)
    assert [letter.say.text for letter in (*first, *second)] == ["网签就是…", "有更新"]


def test_pictures_of_an_album_travel_together_and_in_order(books: Books) -> None:
    later = NOW + timedelta(seconds=1)
    with books.transaction() as records:
        for number in (1, 2, 3):
            posting = Posting(later, entries=(number,), album="a1")
            records.outbox.copy(Address(501), Copy(GROUP, (number,)), NOW, posting)
        records.outbox.put(501, Say("之后"), NOW)
        due = [records.outbox.due(moment) for moment in (NOW, later)]
    found = [(letter.parcel, letter.entries) for letters in due for letter in letters]
    assert found == [(Copy(GROUP, (1, 2, 3)), (1, 2, 3))]


def test_picture_joins_no_album_that_is_on_its_way(books: Books) -> None:
    later, just_before = NOW + timedelta(seconds=1), NOW + timedelta(seconds=0.9)
    with books.transaction() as records:
        records.outbox.copy(Address(501), Copy(GROUP, (1,)), NOW, Posting(later, album="a1"))
        (due,) = records.outbox.due(later)
        taken = records.outbox.take(due.id)
        # Its clock was read before, and its transaction had to wait.
        records.outbox.copy(Address(501), Copy(GROUP, (2,)), just_before, Posting(later, album="a1"))
        records.outbox.sent(due.id, 77, later)
        waiting = records.outbox.waiting(501)
    assert (taken and taken.parcel, [letter.parcel for letter in waiting]) == (Copy(GROUP, (1,)), [Copy(GROUP, (2,))])


def test_letters_are_taken_back_one_by_one(books: Books) -> None:
    with books.transaction() as records:
        numbers = [records.outbox.put(501, Say(text), NOW) for text in ("一", "二")]
        records.outbox.sent(numbers[0], 1, NOW)
        dropped = records.outbox.drop(numbers)
        assert ([letter.id for letter in dropped], records.outbox.waiting(501)) == ([numbers[1]], [])


def test_only_the_bots_own_words_are_dropped_for_a_person(books: Books) -> None:
    with books.transaction() as records:
        records.outbox.put(501, Say("机器人"), NOW, Posting(by_bot=True))
        records.outbox.put(501, Copy(GROUP, (40,)), NOW)
        records.outbox.put(502, Say("别人的"), NOW, Posting(by_bot=True))
        dropped = records.outbox.drop_answers(501)
        assert ([letter.say.text for letter in dropped], len(records.outbox.waiting(501))) == (["机器人"], 1)


def test_words_of_a_message_are_found_by_telegrams_number(books: Books) -> None:
    with books.transaction() as records:
        number = records.outbox.put(Address(GROUP), Say("<b>预览</b>"), NOW)
        records.outbox.sent(number, 77, NOW)
        found = [records.outbox.was_said(GROUP, 77), records.outbox.was_said(GROUP, 78)]
    assert found == [Say("<b>预览</b>"), None]
