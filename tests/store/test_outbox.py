"""In what order does the outbox hand out its messages, and which never again?"""

from datetime import timedelta

from bot.dialogue.messages import Button, Copy, Say
from bot.store.books import Books
from bot.store.outbox import TERMINAL
from tests.samples import at

NOW = at("2026-11-23 10:00")
LATER = NOW + timedelta(seconds=30)


def _put(books: Books, *messages: tuple[int, str]) -> None:
    with books.transaction() as records:
        for chat_id, text in messages:
            records.outbox.put(chat_id, Say(text), NOW)


def _due(books: Books, limit: int = 50) -> list[str]:
    """What may be sent now, as `chat text`."""
    with books.transaction() as records:
        return [f"{letter.chat_id} {letter.say.text}" for letter in records.outbox.due(NOW, limit)]


def _waiting(books: Books, chat_id: int) -> list[str]:
    with books.transaction() as records:
        return [letter.say.text for letter in records.outbox.waiting(chat_id)]


def _id(books: Books, chat_id: int) -> int:
    """The chat's oldest message."""
    with books.transaction() as records:
        return records.outbox.waiting(chat_id)[0].id


def test_a_message_comes_out_as_it_was_put_in(books: Books) -> None:
    say = Say(
        "<b>好</b> 😀\n&amp;", (Button("找人工", "ask:human"), Button("Help", "ask:help_menu")), holds_case_data=True
    )
    with books.transaction() as records:
        records.outbox.put(-501, say, NOW)
    with books.transaction() as records:
        letter = records.outbox.due(NOW)[0]
    assert (letter.chat_id, letter.say) == (-501, say)


def test_each_chat_gets_its_oldest_message_first(books: Books) -> None:
    _put(books, (1, "a"), (2, "b"), (1, "c"), (2, "d"), (3, "e"))
    assert _due(books) == ["1 a", "2 b", "3 e"]


def test_the_next_message_follows_once_one_is_sent(books: Books) -> None:
    _put(books, (1, "a"), (1, "b"))
    with books.transaction() as records:
        records.outbox.sent(records.outbox.due(NOW)[0].id, 7, NOW)
    assert _due(books) == ["1 b"]


def test_a_message_put_off_holds_up_its_chat_only(books: Books) -> None:
    _put(books, (1, "a"), (1, "b"), (2, "c"))
    first = _id(books, 1)
    with books.transaction() as records:
        records.outbox.put_off(first, LATER)
    assert (_due(books), _waiting(books, 1)) == (["2 c"], ["a", "b"])


def test_a_message_put_off_comes_back_at_its_time(books: Books) -> None:
    _put(books, (1, "a"), (1, "b"))
    first = _id(books, 1)
    with books.transaction() as records:
        records.outbox.put_off(first, NOW)
    assert _due(books) == ["1 a"]


def test_what_a_chat_was_to_hear_of_its_case_is_taken_back_whoever_says_it(books: Books) -> None:
    with books.transaction() as records:
        for parcel in (Say("网签是周三", holds_case_data=True), Copy(-1001, (57,)), Say("请先确认是您")):
            records.outbox.put(1, parcel, NOW)
        records.outbox.drop_case_data(1)
        left = [letter.parcel for letter in records.outbox.waiting(1)]
    assert left == [Say("请先确认是您")]


def test_sent_and_failed_messages_never_come_back(books: Books) -> None:
    _put(books, (1, "a"), (2, "b"))
    ids = (_id(books, 1), _id(books, 2))
    with books.transaction() as records:
        records.outbox.sent(ids[0], None, NOW)
        records.outbox.failed(ids[1], "Forbidden: " + "很长" * 200)
        for letter_id in ids:
            records.outbox.put_off(letter_id, NOW)
    assert (_due(books), _waiting(books, 1), _waiting(books, 2)) == ([], [], [])


def test_a_failed_message_lets_the_next_one_pass(books: Books) -> None:
    _put(books, (1, "a"), (1, "b"))
    first = _id(books, 1)
    with books.transaction() as records:
        records.outbox.failed(first, "Bad Request")
    assert _due(books) == ["1 b"]


def test_the_terminal_is_never_sent_to_by_messenger(books: Books) -> None:
    _put(books, (TERMINAL, "a"))
    assert (_due(books), _waiting(books, TERMINAL)) == ([], ["a"])


def test_the_limit_counts_chats_not_messages(books: Books) -> None:
    _put(books, (1, "a"), (1, "b"), (2, "c"), (3, "d"))
    assert _due(books, limit=2) == ["1 a", "2 c"]


def test_a_chat_with_a_backlog_starves_no_other(books: Books) -> None:
    _put(books, *[(1, str(number)) for number in range(12)], (2, "b"))
    first = _id(books, 1)
    with books.transaction() as records:
        records.outbox.put_off(first, LATER)
    assert _due(books, limit=2) == ["2 b"]
