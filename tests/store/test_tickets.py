"""Are tickets found by what their log says, and is each change kept or refused whole?"""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.cases.milestones import Role
from bot.cases.office import Office, Priority
from bot.cases.workdays import Calendar
from bot.desk.tickets import Event, NotLive, Taken, Ticket, TicketState, What
from bot.desk.timers import Hours
from bot.dialogue.messages import Chat, OpenTicket
from bot.store import desk_tables, tables
from bot.store.books import Books
from bot.store.ticket_rows import Overtaken
from tests.samples import at, cases

NOW = at("2026-11-23 10:00:00.654321")
BY, LATER = NOW + timedelta(hours=2), NOW + timedelta(hours=7)
CASE = cases()["C-DEMO-04"]
HERS, HIS = Chat(501, CASE.ref, Role.BUYER), Chat(502)
HOURS = Hours(Office(), Calendar())
WANTED = OpenTicket("human", Priority.P1, BY, "转人工")
ZHOU, WU = 901, 902


def _open(books: Books, chat: Chat = HERS, wanted: OpenTicket = WANTED) -> Ticket:
    with books.transaction() as records:
        if chat.case_ref:
            records.cases.save(CASE)
        return records.tickets.hand_over(chat, wanted, NOW, HOURS)[0]


def _log(books: Books, ticket: Ticket, *events: Event) -> Ticket:
    with books.transaction() as records:
        for event in events:
            ticket = records.tickets.log(ticket, event, HOURS)
        return ticket


def test_ticket_comes_back_as_its_log_tells_it(books: Books) -> None:
    made = _log(books, _open(books), Event(What.CLAIMED, NOW, ZHOU), Event(What.TRANSFERRED, BY, ZHOU, "忙", to=WU))
    with books.transaction() as records:
        assert (records.tickets.get(made.id), records.tickets.live(501)) == (made, made)


def test_log_keeps_all_of_each_event(books: Books) -> None:
    passed = Event(What.TRANSFERRED, BY, ZHOU, "忙", Priority.P0, LATER, WU)
    made = _log(books, _open(books), passed)
    with books.transaction() as records:
        found = records.tickets.events(made.id)
    assert found == [Event(What.OPENED, NOW, None, "human", Priority.P1, BY), passed]


def test_second_reason_joins_the_same_ticket(books: Books) -> None:
    _open(books)
    with books.transaction() as records:
        ticket, is_news = records.tickets.hand_over(HERS, OpenTicket("threat", Priority.P0, LATER, "x"), NOW, HOURS)
        promises = records.tickets.promises(501)
    assert (is_news, ticket.last_words, promises) == (True, "转人工", {"human": BY, "threat": LATER})


def test_same_promise_again_is_no_news(books: Books) -> None:
    first = _open(books)
    with books.transaction() as records:
        assert records.tickets.hand_over(HERS, WANTED, LATER, HOURS) == (first, False)


def test_ticket_after_one_that_ended_is_a_new_one(books: Books) -> None:
    first = _log(books, _open(books), Event(What.RESOLVED, NOW, ZHOU))
    second = _open(books)
    with books.transaction() as records:
        assert (first.id != second.id, records.tickets.live(501)) == (True, second)


@pytest.mark.parametrize(
    ("before", "event", "refusal"),
    [
        ((Event(What.CLAIMED, NOW, ZHOU),), Event(What.CLAIMED, NOW, WU), Taken),
        ((Event(What.RETURNED, NOW, ZHOU),), Event(What.CLAIMED, NOW, WU), NotLive),
    ],
)
def test_refused_event_leaves_no_line_in_the_log(
    books: Books, before: tuple[Event, ...], event: Event, refusal: type[Exception]
) -> None:
    made = _log(books, _open(books), *before)
    with pytest.raises(refusal):
        _log(books, made, event)
    with books.transaction() as records:
        assert (len(records.tickets.events(made.id)), records.tickets.get(made.id)) == (2, made)


def test_who_looked_at_an_older_state_writes_nothing(books: Books) -> None:
    first = _open(books)
    _log(books, first, Event(What.REMINDED, NOW))
    with pytest.raises(Overtaken):
        _log(books, first, Event(What.CLAIMED, NOW, ZHOU))


def test_tickets_are_found_by_case_and_by_owner(books: Books) -> None:
    hers = _log(books, _open(books), Event(What.CLAIMED, NOW, ZHOU))
    his = _log(books, _open(books, HIS), Event(What.CLAIMED, NOW, WU))
    _log(books, _open(books, Chat(503)), Event(What.CLAIMED, NOW, WU), Event(What.EXPIRED, NOW))
    with books.transaction() as records:
        found = (records.tickets.of_case(CASE.ref), records.tickets.owned(WU), records.tickets.owned(999))
    assert found == ([hers], [his], [])


def test_who_was_promised_an_answer_earliest_comes_first(books: Books) -> None:
    silent = _log(books, _open(books, Chat(503)), Event(What.ADVISOR_WROTE, NOW, ZHOU))
    late = _open(books, HIS, replace(WANTED, reply_by=LATER))
    soon = _open(books)
    with books.transaction() as records:
        assert records.tickets.waiting() == [soon, late, silent]


def test_ticket_is_due_from_its_moment_on_and_never_after_its_end(books: Books) -> None:
    made = _open(books)
    half = at("2026-11-23 11:00:00.654321")
    with books.transaction() as records:
        found = [records.tickets.due(moment) for moment in (half - timedelta(seconds=1), half)]
    _log(books, made, Event(What.RETURNED, NOW))
    with books.transaction() as records:
        assert (found, records.tickets.due(LATER)) == ([[], [(made.id, 501)]], [])


def test_first_word_about_the_help_counts(books: Books) -> None:
    made = _open(books)
    with books.transaction() as records:
        kept = [records.tickets.rate(made.id, 501, score, NOW) for score in (3, 1)]
        scores = records.connection.scalars(select(desk_tables.ratings.c.score)).all()
    assert (kept, scores) == ([True, False], [3])


def test_deleted_case_leaves_its_tickets_to_be_answered(books: Books) -> None:
    made = _open(books)
    with books.transaction() as records:
        records.connection.execute(tables.cases.delete())
    with books.transaction() as records:
        assert records.tickets.live(501) == replace(made, case_ref=None)


def test_stored_state_is_the_one_of_the_log(books: Books) -> None:
    made = _log(books, _open(books), Event(What.CLAIMED, NOW, ZHOU), Event(What.REQUEUED, BY, reply_by=LATER))
    with books.transaction() as records:
        row = records.connection.execute(select(tables.tickets)).one()
        lines = records.connection.scalar(select(func.count()).select_from(tables.ticket_events))
    assert (row.state, row.owner, row.version, lines) == (TicketState.OPEN, None, made.version, 3)


@pytest.mark.parametrize(("ticket", "chat"), [(0, 502), (7, 501)])
def test_nobody_rates_help_that_was_for_others_or_never_was(books: Books, ticket: int, chat: int) -> None:
    made = _open(books)
    with books.transaction() as records:
        assert records.tickets.rate(made.id + ticket, chat, 1, NOW) is False
