"""Does one update do its work once, and does a link hold between several chats?"""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from time import process_time

import pytest

from bot.cases.milestones import Role
from bot.desk.entries import Author
from bot.desk.room import Room
from bot.desk.tickets import Event, What
from bot.desk.timers import Hours
from bot.dialogue.handlers.verification import LOCK, MOST_TRIES
from bot.dialogue.messages import Chat, Incoming, Kind, Link, Say, Source
from bot.store.books import Books
from bot.turns.buyer import Turn
from bot.turns.invitations import token_hash
from tests.samples import STORY, cases, config
from tests.talks import house

HERS, HIS = 501, 502
CASE = "C-DEMO-01"
NOW = STORY[CASE]
TOKEN = "t" * 43
WRONG, RIGHT = "0000", "6102"
# In seconds; by a slow machine, a message that is read twice over takes four.
_AT_ONCE = 2


@pytest.fixture
def books(sqlite: Books) -> Books:
    """Books with one case and a link to it."""
    with sqlite.transaction() as records:
        records.cases.save(cases()[CASE])
        records.chats.save_link(Link(token_hash(TOKEN), CASE, Role.BUYER, NOW + timedelta(hours=48)))
    return sqlite


@pytest.fixture
def turn(books: Books) -> Turn:
    """The whole line, on these books."""
    return Turn(books, house, config().process)


class Chats:
    """What several people write, each in a chat of their own, and which reply each gets."""

    def __init__(self, turn: Turn, now: datetime = NOW) -> None:
        self.turn, self.now, self._numbers = turn, now, count(1)

    def open(self, chat_id: int) -> str:
        """Somebody opens the link."""
        return self._take(Incoming(next(self._numbers), chat_id, Kind.COMMAND, "start", TOKEN))

    def type(self, chat_id: int, text: str) -> str:
        """Somebody types."""
        return self._take(Incoming(next(self._numbers), chat_id, Kind.TEXT, text))

    def case_of(self, chat_id: int) -> str | None:
        """The case that a chat is bound to."""
        with self.turn.books.transaction() as records:
            return records.chats.get(chat_id).case_ref

    def _take(self, incoming: Incoming) -> str:
        decision = self.turn.take(incoming, self.now)
        assert decision is not None
        assert decision.chosen is not None
        return decision.chosen.reply


def _count(books: Books, table: str) -> int:
    with books.transaction() as records:
        return int(records.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())  # noqa: S608


def test_a_used_link_opens_nothing_in_another_chat(turn: Turn) -> None:
    chats = Chats(turn)
    hers = [chats.open(HERS), chats.type(HERS, RIGHT)]
    his = [chats.open(HIS), chats.type(HIS, RIGHT)]
    assert (hers, his, chats.case_of(HIS)) == (["_ask_digits", "_linked"], ["_link_failed", "_unverified"], None)


def test_of_two_chats_with_one_link_only_the_first_gets_in(turn: Turn) -> None:
    chats = Chats(turn)
    opened = [chats.open(HERS), chats.open(HIS)]
    typed = [chats.type(HERS, RIGHT), chats.type(HIS, RIGHT)]
    assert (opened, typed, chats.case_of(HIS)) == (["_ask_digits"] * 2, ["_linked", "_link_failed"], None)


def test_wrong_digits_count_for_the_link_not_for_the_chat(turn: Turn) -> None:
    chats = Chats(turn)
    for chat_id in (HERS, HIS):
        chats.open(chat_id)
    for number in range(MOST_TRIES):
        chats.type((HERS, HIS)[number % 2], WRONG)
    chats.now += LOCK - timedelta(seconds=1)
    assert chats.type(HERS, RIGHT) == "_link_failed"


def test_a_link_that_ends_while_digits_are_typed_fails(turn: Turn) -> None:
    chats = Chats(turn)
    chats.open(HERS)
    chats.now += timedelta(hours=48)
    assert (chats.type(HERS, RIGHT), chats.case_of(HERS)) == ("_link_failed", None)


@pytest.mark.parametrize("steps", [[], [WRONG], [RIGHT]])
def test_a_buyer_who_comes_back_by_a_link_is_reachable(turn: Turn, books: Books, steps: list[str]) -> None:
    chats = Chats(turn)
    with books.transaction() as records:
        records.chats.save(replace(Chat(HERS), unreachable=True))
    chats.open(HERS)
    for text in steps:
        chats.type(HERS, text)
    with books.transaction() as records:
        assert records.chats.get(HERS).unreachable is False


def test_digits_typed_for_a_link_are_kept_nowhere_as_a_question(turn: Turn, books: Books) -> None:
    chats = Chats(turn)
    chats.open(HERS)
    for digits in (WRONG, RIGHT):
        chats.type(HERS, digits)
    chats.type(HERS, "网签是什么")
    with books.transaction() as records:
        assert [question.text for question in records.said.questions(10)] == ["网签是什么"]


def test_each_of_two_answers_is_kept_with_what_it_answers(turn: Turn, books: Books) -> None:
    Chats(turn).type(HERS, "网签是什么？网签要多久？")
    with books.transaction() as records:
        accounts = [told.past.account for told in records.said.latest(HERS, 5)]
        letters = records.outbox.waiting(HERS)
    found = [(account.heard.question, account.heard.intent, account.reply) for account in accounts]
    question = "网签是什么？网签要多久？"
    assert (found, len(letters)) == (
        [(question, "what_is_wangqian", "what_is_wangqian"), (question, "how_long", "how_long")],
        2,
    )


def test_an_update_taken_twice_is_answered_once(turn: Turn, books: Books) -> None:
    hello = Incoming(1, HERS, Kind.TEXT, "网签是什么")
    again = [turn.take(hello, NOW) is None for _ in range(2)]
    assert (again, _count(books, "outbox"), _count(books, "inbox")) == ([False, True], 1, 1)


def test_an_update_given_up_twice_opens_one_ticket(turn: Turn, books: Books) -> None:
    hello = Incoming(1, HERS, Kind.TEXT, "网签是什么")
    for _ in range(2):
        turn.give_up(hello, NOW)
    assert (_count(books, "tickets"), _count(books, "outbox"), turn.take(hello, NOW)) == (1, 1, None)


def test_an_update_that_breaks_leaves_nothing_in_the_books(turn: Turn, books: Books) -> None:
    without_replies = replace(house(), content=replace(house().content, replies={}))
    broken = replace(turn, house=lambda: without_replies)
    with pytest.raises(KeyError):
        broken.take(Incoming(1, HERS, Kind.TEXT, "网签是什么"), NOW)
    assert (_count(books, "inbox"), _count(books, "outbox"), _count(books, "audit")) == (0, 0, 0)


def test_a_ticket_is_told_once_where_advisors_work(books: Books) -> None:
    turn = Turn(books, house, config().process, Room(-100200))
    chats = Chats(turn)
    chats.type(HERS, "转人工 <我电话13812345678>")
    chats.type(HERS, "转人工")
    with books.transaction() as records:
        topic = records.desk.topic_for(Chat(HERS), -100200, "")
        told = [letter.parcel for letter in records.outbox.waiting(-100200, topic.id)]
    cards = [parcel.text for parcel in told if isinstance(parcel, Say) and "#" in parcel.text]
    assert ([len(cards), "转人工 &lt;我电话[手机号]&gt;" in cards[0], "P1" in cards[0]], _count(books, "tickets")) == (
        [1, True, True],
        1,
    )


def test_without_a_desk_a_ticket_is_only_recorded(books: Books, turn: Turn) -> None:
    Chats(turn).type(HERS, "转人工")
    assert (_count(books, "tickets"), _count(books, "outbox")) == (1, 1)


def _picture(number: int, caption: str = "", album: str | None = None) -> Incoming:
    return Incoming(number, HERS, Kind.OTHER, source=Source(number, album=album, media="photo", caption=caption))


def _replies(turn: Turn, *pictures: Incoming) -> list[str | None]:
    decided = [turn.take(picture, NOW) for picture in pictures]
    return [decision.chosen.reply if decision and decision.chosen else None for decision in decided]


def test_words_under_a_picture_are_answered_like_any(turn: Turn) -> None:
    pictures = _picture(1, "我被骗了，对方让我马上转定金到他私人账户"), _picture(2, "网签是什么"), _picture(3, "给你看")
    assert _replies(turn, *pictures) == ["suspicious_payment", "what_is_wangqian", "_not_text"]


def test_album_without_words_is_answered_once(turn: Turn) -> None:
    pictures = [_picture(number, album="a1") for number in range(1, 5)]
    assert _replies(turn, *pictures, _picture(9, album="a2")) == ["_not_text", None, None, None, "_not_text"]


def test_danger_under_a_picture_is_heard_while_a_person_has_the_chat(books: Books) -> None:
    turn = Turn(books, house, config().process, Room())
    turn.take(Incoming(1, HERS, Kind.TEXT, "转人工"), NOW)
    with books.transaction() as records:
        ticket = records.tickets.live(HERS)
        assert ticket is not None
        records.tickets.log(ticket, Event(What.CLAIMED, NOW, 1), turn.scribe(records, NOW).hours)
    assert _replies(turn, _picture(2, "我不想活了")) == ["self_harm"]


def test_words_under_a_picture_go_on_about_what_was_warned_of(turn: Turn) -> None:
    turn.take(Incoming(1, HERS, Kind.TEXT, "他让我先转5万到个人账户"), NOW)
    assert _replies(turn, _picture(2, "我已经转了"), _picture(3, "好的")) == ["suspicious_payment"] * 2


def test_place_in_words_counts_every_button_that_is_seen(turn: Turn) -> None:
    chats = Chats(turn)
    chats.type(HERS, "换语言")
    assert chats.type(HERS, "the second one") == "_language_set"


def test_digits_under_a_picture_are_no_try_at_a_link(turn: Turn) -> None:
    chats = Chats(turn)
    chats.open(HERS)
    turn.take(_picture(90, "2026"), NOW)
    assert (chats.type(HERS, RIGHT), chats.case_of(HERS)) == ("_linked", CASE)


def test_digits_for_a_link_keep_nobody_waiting(turn: Turn, books: Books) -> None:
    chats = Chats(turn)
    chats.type(HERS, "转人工")
    chats.open(HERS)
    with books.transaction() as records:
        asked = records.tickets.live(HERS)
        assert asked is not None
        answered = records.tickets.log(asked, Event(What.CLAIMED, NOW, 901), Hours(house().office, house().calendar))
    chats.type(HERS, WRONG)
    with books.transaction() as records:
        assert records.tickets.get(answered.id) == answered


def test_a_chat_with_another_case_takes_its_ticket_along(turn: Turn, books: Books) -> None:
    chats = Chats(turn)
    chats.type(HERS, "转人工")
    chats.open(HERS)
    chats.type(HERS, RIGHT)
    with books.transaction() as records:
        ticket = records.tickets.live(HERS)
        told = [entry.case_ref for entry in records.entries.of_case(CASE)]
        assert (ticket and ticket.case_ref, told) == (CASE, [CASE])


@pytest.mark.parametrize("message", ["a" + " " * 4094 + "a", "ba" * 2000, "，" * 4000, "他说" * 2000])
def test_a_message_of_any_make_is_answered_at_once(turn: Turn, message: str) -> None:
    chats = Chats(turn)
    chats.type(HIS, "鹅鹅鹅")
    began = process_time()
    chats.type(HERS, message)
    assert process_time() - began < _AT_ONCE


def test_digits_for_a_link_are_not_kept_though_something_breaks(turn: Turn, books: Books) -> None:
    Chats(turn).open(HERS)
    turn.give_up(Incoming(99, HERS, Kind.TEXT, RIGHT), NOW)
    with books.transaction() as records:
        assert [entry.text for entry in records.entries.last(HERS, Author.BUYER)] == []


def test_number_of_a_button_is_no_try_at_a_link(turn: Turn) -> None:
    chats = Chats(turn)
    chats.open(HERS)
    assert (chats.type(HERS, "2"), chats.type(HERS, RIGHT)) == ("_fallback", "_linked")
