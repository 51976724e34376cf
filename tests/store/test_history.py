"""Do the books remember what was live, why each reply was said, and what was failed?"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cases.office import Office, Priority
from bot.cases.workdays import Calendar
from bot.desk.timers import Hours
from bot.dialogue.account import Account, HeardQuestion, Past
from bot.dialogue.messages import Chat, Incoming, Kind, OpenTicket, Say
from bot.dialogue.unmatched import Miss, Unmatched
from bot.review.edition import Edition
from bot.store.books import Books, open_books
from bot.store.content_rows import NoSuchVersion, Published
from bot.store.outbox import TERMINAL
from bot.store.pulse import Pulse
from bot.store.said_rows import AskedQuestion, Told
from tests.samples import at

NOW = at("2026-11-23 10:00")
LATER = NOW + timedelta(minutes=30)
HERS, HIS = 501, 502
HOURS = Hours(Office(), Calendar())
EDITION = Edition({"intents/why.yaml": "title: 为什么\r\n", "replies/why.yaml": "\ufeffanswers: …"})
OTHER = Edition({"intents/why.yaml": "title: 为啥"})
HEARD = HeardQuestion("网签要多久", "how_long", 0.85, ("网签", "多久"))
ACCOUNT = Account(HEARD, "abc", "how_long", 2, {"称呼": "林女士"})
MISS = Unmatched("停车方便不", "zh", Miss.DECLINED, ("sign_place", "how_long"), "abc")


def _say(books: Books, account: Account | None = ACCOUNT, chat_id: int = HERS, update_id: int = 1) -> int:
    """A reply in the outbox, with its account; its number."""
    with books.transaction() as records:
        letter = records.outbox.put(chat_id, Say("要 5 个工作日。", account=account), NOW)
        records.said.keep(letter, account, Incoming(update_id, chat_id, Kind.TEXT), NOW)
    return letter


def _send(books: Books, letter: int, message_id: int) -> None:
    with books.transaction() as records:
        records.outbox.sent(letter, message_id, NOW)


def _misses(books: Books) -> list[Unmatched]:
    with books.transaction() as records:
        return records.unmatched.all()


def test_an_edition_comes_back_as_it_was_kept(books: Books) -> None:
    with books.transaction() as records:
        records.contents.keep(EDITION, "李编辑", NOW)
    with books.transaction() as records:
        found = records.contents.edition(EDITION.version[:4])
    assert found == EDITION


def test_a_version_that_goes_live_again_is_kept_once_and_stands_first(books: Books) -> None:
    with books.transaction() as records:
        for minutes, edition in enumerate((EDITION, OTHER, EDITION)):
            records.contents.keep(edition, "李编辑", NOW + timedelta(minutes=minutes))
        found = records.contents.all()
    assert found == [
        Published(EDITION.version, NOW, NOW + timedelta(minutes=2), "李编辑"),
        Published(OTHER.version, NOW + timedelta(minutes=1), NOW + timedelta(minutes=1), "李编辑"),
    ]


@pytest.mark.parametrize("version", ["", "zz", "%", "_"])
def test_a_version_that_is_not_there_or_not_one_is_refused(books: Books, version: str) -> None:
    with books.transaction() as records:
        for edition in (EDITION, OTHER):
            records.contents.keep(edition, "", NOW)
        with pytest.raises(NoSuchVersion, match="signpost content list"):
            records.contents.edition(version)


def test_a_reply_is_found_with_its_account_by_either_number(books: Books) -> None:
    letter = _say(books)
    _send(books, letter, 77)
    told = Told(Past(letter, NOW, ACCOUNT), HERS, 77, "要 5 个工作日。")
    with books.transaction() as records:
        found = (
            records.said.sent(77),
            records.said.sent(77, HIS),
            records.said.letter(letter),
            records.said.letter(99),
        )
    assert found == ([told], [], [told], [])


def test_a_message_without_account_leaves_no_trace_here(books: Books) -> None:
    letter = _say(books, None)
    with books.transaction() as records:
        assert records.said.letter(letter) == []


def test_the_last_replies_of_a_chat_come_oldest_first(books: Books) -> None:
    letters = [_say(books, update_id=number) for number in range(3)]
    _say(books, chat_id=HIS)
    with books.transaction() as records:
        found = [told.past.outbox_id for told in records.said.latest(HERS, 2)]
    assert found == letters[1:]


def test_the_last_answer_is_the_last_to_something_typed(books: Books) -> None:
    letter = _say(books)
    _say(books, replace(ACCOUNT, heard=HeardQuestion(intent="human")))
    _say(books, chat_id=HIS)
    with books.transaction() as records:
        assert (records.said.last(HERS), records.said.last(999)) == (Past(letter, NOW, ACCOUNT), None)


def test_a_question_answered_twice_over_is_asked_once(books: Books) -> None:
    for update_id in (1, 1, 2):
        _say(books, update_id=update_id)
    _say(books, replace(ACCOUNT, heard=HeardQuestion()), update_id=3)
    with books.transaction() as records:
        found = [records.said.questions(5), records.said.questions(1), records.said.questions(5, LATER)]
    first, second = (AskedQuestion(number, HERS, NOW, "网签要多久") for number in (1, 2))
    assert found == [[first, second], [second], []]


def test_the_last_questions_of_a_chat_come_in_the_order_of_their_answers(books: Books) -> None:
    for update_id in (9, 5, 7):
        _say(books, update_id=update_id)
    _say(books, chat_id=HIS, update_id=8)
    with books.transaction() as records:
        found = [question.update_id for question in records.said.questions(2, chat_id=HERS)]
    assert found == [5, 7]


def test_every_failed_message_is_kept(books: Books) -> None:
    with books.transaction() as records:
        for _ in range(2):
            records.unmatched.keep([MISS], HERS, NOW)
    assert _misses(books) == [MISS, MISS]


def test_an_answer_disliked_twice_counts_once(books: Books) -> None:
    letter = _say(books)
    _send(books, letter, 77)
    with books.transaction() as records:
        records.chats.save(Chat(HERS, last_language="en"))
        liked = [records.unmatched.dislike(HERS, 77, NOW) for _ in range(2)]
    failed = Unmatched("网签要多久", "en", Miss.DISLIKED, ("how_long",), "abc", letter)
    assert (liked, _misses(books)) == ([True, True], [failed])


def test_a_thumb_under_something_else_counts_for_nothing(books: Books) -> None:
    pressed = _say(books, replace(ACCOUNT, heard=HeardQuestion(intent="human")))
    _send(books, pressed, 78)
    _send(books, _say(books, None), 79)
    with books.transaction() as records:
        found = [records.unmatched.dislike(HERS, number, NOW) for number in (78, 79, 80)]
    assert (found, _misses(books)) == ([False] * 3, [])


def test_failed_messages_from_a_moment_on_leave_out_the_older(books: Books) -> None:
    with books.transaction() as records:
        records.unmatched.keep([MISS], HERS, NOW)
        records.unmatched.keep([replace(MISS, text="又来")], HIS, LATER)
        assert [miss.text for miss in records.unmatched.all(LATER)] == ["又来"]


def test_nothing_waits_in_empty_books(books: Books) -> None:
    with books.transaction() as records:
        assert records.pulse(NOW) == Pulse(0, None, 0, (), 0, 0, None)


def test_the_pulse_counts_what_waits_and_what_is_late(books: Books) -> None:
    with books.transaction() as records:
        for update_id, moment in ((7, NOW), (-5, LATER)):
            records.chats.first_sight(update_id, moment)
        for chat_id, moment in ((HERS, LATER), (HIS, NOW), (TERMINAL, NOW - timedelta(days=1))):
            records.outbox.put(chat_id, Say("一"), moment)
        for chat_id, by in ((HERS, NOW), (HIS, LATER)):
            records.tickets.hand_over(Chat(chat_id), OpenTicket("human", Priority.P1, by, "…"), NOW, HOURS)
        found = records.pulse(NOW + timedelta(minutes=1))
    assert found == Pulse(2, NOW, 0, (), 2, 1, NOW)


def test_the_pulse_counts_what_was_refused_lately_and_how_help_was_liked(books: Books) -> None:
    with books.transaction() as records:
        letters = [records.outbox.put(HERS, Say(text), NOW) for text in ("一", "二", "三")]
        records.outbox.failed(letters[0], "Bad Request: chat not found")
        records.outbox.drop([letters[1]])
        ticket, _ = records.tickets.hand_over(Chat(HERS), OpenTicket("human", Priority.P1, NOW, "…"), NOW, HOURS)
        records.tickets.rate(ticket.id, HERS, 2, NOW)
        found = [(pulse.lost, pulse.scores) for pulse in map(records.pulse, (LATER, NOW + timedelta(days=31)))]
    assert found == [(1, (2,)), (0, ())]


def test_the_address_is_told_without_password_or_options(tmp_path: Path) -> None:
    books = open_books("sqlite:///books.db?timeout=5", tmp_path)
    books.close()
    assert books.address == f"sqlite:///{tmp_path}/books.db"
