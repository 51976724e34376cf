"""Is the transcript kept as it was said, with what became of each message?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.desk.entries import Author, Delivery, Entry
from bot.dialogue.messages import Chat
from bot.store.books import Books
from tests.samples import at, cases

NOW = at("2026-11-23 10:00:00.654321")
GROUP = -1_002_000_000_001
CASE = cases()["C-DEMO-04"]
FULL = Entry(
    501,
    NOW,
    Author.ADVISOR,
    "周三 😀",
    CASE.ref,
    901,
    "photo",
    ("周四",),
    "a1",
    12,
    None,
    40,
    3,
    Delivery.FAILED,
    "Forbidden",
)


def _add(books: Books, *entries: Entry) -> list[Entry]:
    with books.transaction() as records:
        records.cases.save(CASE)
        return [records.entries.add(entry) for entry in entries]


def _said(text: str, chat_id: int = 501, author: Author = Author.BUYER, **more: object) -> Entry:
    return Entry(chat_id, NOW, author, text, **more)  # type: ignore[arg-type]


def test_entry_comes_back_as_it_was_kept(books: Books) -> None:
    kept = _add(books, FULL)[0]
    with books.transaction() as records:
        assert (records.entries.get(kept.id), replace(kept, id=0)) == (kept, FULL)


def test_message_is_found_by_its_number_in_its_own_chat_only(books: Books) -> None:
    hers, his = _add(books, _said("一", message_id=7), _said("二", 502, message_id=7))
    with books.transaction() as records:
        found = [records.entries.in_chat(501, 7), records.entries.in_chat(502, 7), records.entries.in_chat(501, None)]
    assert found == [hers, his, None]


def test_message_is_found_in_its_topic_and_in_its_group(books: Books) -> None:
    with books.transaction() as records:
        topic = records.desk.topic_for(Chat(501), GROUP, "赵女士")
    kept = _add(books, _said("一", topic_id=topic.id, topic_message_id=40))[0]
    with books.transaction() as records:
        entries = records.entries
        found = (entries.in_topic(topic.id, 40), entries.in_group(GROUP, 40), entries.in_group(-5, 40))
    assert found == (kept, kept, None)


def test_newest_messages_come_oldest_first(books: Books) -> None:
    _add(books, _said("一"), _said("二"), _said("答", author=Author.BOT), _said("三"), _said("别人", 502))
    with books.transaction() as records:
        found = (records.entries.last(501, most=3), records.entries.last(501, Author.BUYER, most=2))
    assert [[entry.text for entry in part] for part in found] == [["二", "答", "三"], ["二", "三"]]


def test_messages_of_a_day_are_counted_by_case(books: Books) -> None:
    old = replace(_said("旧", case_ref=CASE.ref), at=NOW - timedelta(days=1, seconds=1))
    new = [_said("新", case_ref=CASE.ref)] * 2
    _add(books, old, *new, _said("答", author=Author.BOT, case_ref=CASE.ref), _said("没案子"))
    with books.transaction() as records:
        assert records.entries.counts(NOW - timedelta(days=1)) == {CASE.ref: 2}


def test_all_that_was_said_about_a_case_is_one_transcript(books: Books) -> None:
    hers, _, his = _add(books, _said("一", case_ref=CASE.ref), _said("二"), _said("三", 502, case_ref=CASE.ref))
    with books.transaction() as records:
        assert records.entries.of_case(CASE.ref) == [hers, his]


def test_other_words_keep_the_ones_before(books: Books) -> None:
    kept = _add(books, _said("一"))[0]
    with books.transaction() as records:
        records.entries.reworded(kept, "二")
        second = records.entries.get(kept.id)
        assert second is not None
        records.entries.reworded(second, "三")
        third = records.entries.get(kept.id)
    assert third == replace(kept, text="三", earlier=("一", "二"))


@pytest.mark.parametrize(
    ("in_topic", "changed"),
    [(True, {"topic_message_id": 99}), (False, {"message_id": 99, "delivery": Delivery.SENT})],
)
def test_arrival_is_noted_on_the_side_where_it_arrived(
    books: Books, in_topic: bool, changed: dict[str, object]
) -> None:
    kept = _add(books, _said("一", delivery=Delivery.QUEUED))[0]
    with books.transaction() as records:
        assert records.entries.arrived(kept.id, 99, in_topic=in_topic) == replace(kept, **changed)  # type: ignore[arg-type]
