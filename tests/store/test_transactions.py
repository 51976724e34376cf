"""Is all of a transaction kept or nothing, and nothing lost when several run at the same time?"""

from contextlib import suppress
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from bot.cases.milestones import Role
from bot.cases.office import Office, Priority
from bot.cases.workdays import Calendar
from bot.desk.tickets import Event, Taken, What
from bot.desk.timers import Hours
from bot.dialogue.messages import Chat, OpenTicket, Say
from bot.store import tables
from bot.store.books import Books, NoBooks
from tests.samples import at, cases
from tests.store.at_once import at_once

NOW = at("2026-11-23 10:00")
CASE = replace(cases()["C-DEMO-04"], advisor="0")
CHAT = 501
THREADS = 4
FIFTY = 50
HOURS = Hours(Office(), Calendar())
ROUNDS = 5


def _put(books: Books) -> None:
    with books.transaction() as records:
        records.cases.save(CASE)


def test_a_transaction_that_fails_leaves_no_trace(books: Books) -> None:
    with suppress(ZeroDivisionError), books.transaction() as records:
        records.cases.save(CASE)
        records.chats.save(Chat(CHAT))
        records.outbox.put(CHAT, Say("hi"), NOW)
        records.chats.first_sight(1, NOW)
        raise ZeroDivisionError
    with books.transaction() as records:
        kept = (records.cases.refs(), records.outbox.waiting(CHAT), records.chats.first_sight(1, NOW))
    assert kept == ([], [], True)


def _count_up_the_case(books: Books) -> None:
    for _ in range(ROUNDS):
        with books.transaction() as records:
            case = records.cases.get(CASE.ref, to_change=True)
            records.cases.save(replace(case, advisor=str(int(case.advisor) + 1)))


def test_changes_of_one_case_at_once_are_all_kept(books: Books) -> None:
    _put(books)
    at_once(*[partial(_count_up_the_case, books)] * THREADS)
    with books.transaction() as records:
        assert records.cases.get(CASE.ref) == replace(CASE, advisor=str(THREADS * ROUNDS))


def _count_up_the_chat(books: Books) -> None:
    for _ in range(ROUNDS):
        with books.transaction() as records:
            chat = records.chats.get(CHAT)
            records.chats.save(replace(chat, misses=chat.misses + 1))


def test_changes_of_a_new_chat_at_once_are_all_kept(books: Books) -> None:
    at_once(*[partial(_count_up_the_chat, books)] * THREADS)
    with books.transaction() as records:
        assert records.chats.get(CHAT) == Chat(CHAT, misses=THREADS * ROUNDS)


def _first(books: Books) -> bool:
    with books.transaction() as records:
        return records.chats.first_sight(77, NOW)


def test_an_update_seen_by_several_at_once_is_new_to_one(books: Books) -> None:
    assert sorted(at_once(*[partial(_first, books)] * THREADS)) == [False, False, False, True]


def _ask_for_a_person(books: Books) -> None:
    with books.transaction() as records:
        chat = records.chats.get(CHAT)
        records.tickets.hand_over(chat, OpenTicket("human", Priority.P1, NOW, "转人工"), NOW, HOURS)


def test_a_person_asked_for_at_once_gets_one_ticket(books: Books) -> None:
    at_once(*[partial(_ask_for_a_person, books)] * THREADS)
    with books.transaction() as records:
        assert records.connection.scalars(select(tables.tickets.c.last_words)).all() == ["转人工"]


def _claim(books: Books, ticket_id: int, person: int) -> bool:
    with books.transaction() as records:
        ticket = records.tickets.get(ticket_id)
        assert ticket is not None
        try:
            records.tickets.log(ticket, Event(What.CLAIMED, NOW, person), HOURS)
        except Taken:
            return False
        return True


def test_of_fifty_who_claim_at_once_exactly_one_has_it(books: Books) -> None:
    with books.transaction() as records:
        wanted = OpenTicket("human", Priority.P1, NOW, "转人工")
        ticket, _ = records.tickets.hand_over(records.chats.get(CHAT), wanted, NOW, HOURS)
    won = at_once(*[partial(_claim, books, ticket.id, person) for person in range(FIFTY)])
    with books.transaction() as records:
        owner = records.tickets.waiting()[0].owner
    assert (sum(won), owner) == (1, won.index(True))


def _flip(books: Books) -> None:
    """Case and parts change together: `advisor` 0 goes with all parts, 1 with none."""
    bare = replace(CASE, advisor="1", parties=(), steps=(), blockers=(), documents=(), loan=None)
    for _ in range(THREADS * ROUNDS):
        for case in (bare, CASE):
            with books.transaction() as records:
                records.cases.save(case)


def _looks(books: Books) -> set[tuple[str, int, int, int]]:
    found = set()
    for _ in range(THREADS * ROUNDS * 2):
        with books.transaction() as records:
            case = records.cases.get(CASE.ref)
        found.add((case.advisor, len(case.parties), len(case.steps), len(case.documents)))
    return found


def test_a_case_is_never_read_half_changed(books: Books) -> None:
    _put(books)
    seen = at_once(partial(_looks, books), partial(_flip, books))[0]
    assert seen <= {("0", len(CASE.parties), len(CASE.steps), len(CASE.documents)), ("1", 0, 0, 0)}


def _verify(books: Books) -> None:
    with books.transaction() as records:
        case = records.cases.get(CASE.ref)
        records.chats.verify(case.ref, Role.SELLER)


def test_a_buyer_verified_during_a_change_stays_verified(books: Books) -> None:
    _put(books)
    at_once(partial(_count_up_the_case, books), partial(_verify, books))
    with books.transaction() as records:
        assert [party.verified for party in records.cases.get(CASE.ref).parties] == [True, True]


def test_database_that_may_only_be_read_for_a_while_is_waited_for(books: Books) -> None:
    def write() -> None:
        with books.transaction() as records:
            is_sqlite = records.connection.dialect.name == "sqlite"
            records.connection.exec_driver_sql("PRAGMA query_only = ON" if is_sqlite else "SET TRANSACTION READ ONLY")
            records.chats.save(Chat(CHAT))

    with pytest.raises(NoBooks):
        write()


def test_a_mistake_of_ours_is_not_waited_for(books: Books) -> None:
    with pytest.raises(DBAPIError), books.transaction() as records:
        records.connection.exec_driver_sql("SELECT * FROM no_such_table")
