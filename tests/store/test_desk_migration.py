"""Do buyers who waited for a person before the desk was built still get their answer?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import JSON, Boolean, Column, MetaData, Table, create_engine

from bot.cases.office import Office, Priority
from bot.cases.workdays import Calendar
from bot.desk.tickets import Event, Ticket, TicketState, What
from bot.desk.timers import Hours
from bot.dialogue.messages import Chat, OpenTicket, Say
from bot.store.books import Books, open_books
from bot.store.types import AwareTime
from tests.samples import ROOT, at

HERS, HIS = 501, 502
OPENED, AGAIN, CLOSED = at("2026-11-23 10:00"), at("2026-11-23 10:30"), at("2026-11-23 11:00")
BY, LATER = at("2026-11-23 12:00"), at("2026-11-23 17:00")
HOURS = Hours(Office(), Calendar())

_OLD = MetaData()
_TICKETS = Table(
    "tickets",
    _OLD,
    *(Column(name) for name in ("chat_id", "reason", "priority", "last_words")),
    *(Column(name, AwareTime) for name in ("opened_at", "reply_by", "closed_at")),
)
_OUTBOX = Table(
    "outbox",
    _OLD,
    *(Column(name) for name in ("chat_id", "text")),
    Column("buttons", JSON),
    Column("holds_case_data", Boolean),
    *(Column(name, AwareTime) for name in ("created_at", "due_at")),
)


def _ticket(chat_id: int, reason: str, **values: object) -> dict[str, object]:
    usual = {"priority": "P1", "opened_at": OPENED, "reply_by": BY, "closed_at": None, "last_words": reason}
    return {"chat_id": chat_id, "reason": reason} | usual | values


# As the first desk kept them: a ticket for each reason.
_ROWS = (
    _ticket(HERS, "seller_delay", closed_at=CLOSED),
    _ticket(HERS, "human"),
    _ticket(HERS, "docs_missing", priority="P2", opened_at=AGAIN, reply_by=LATER),
    _ticket(HIS, "human", priority="P0"),
)
_SAID = {
    "chat_id": HERS,
    "text": "周三",
    "buttons": [],
    "holds_case_data": False,
    "created_at": OPENED,
    "due_at": OPENED,
}


@pytest.fixture
def updated(empty_database: str, tmp_path: Path) -> Iterator[Books]:
    """Books that were written before there was a desk, opened by the program of today."""
    engine, config = create_engine(empty_database), Config()
    config.set_main_option("script_location", str(ROOT / "bot" / "store" / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.execute(_TICKETS.insert(), list(_ROWS))
        connection.execute(_OUTBOX.insert(), _SAID)
    engine.dispose()
    opened = open_books(empty_database, tmp_path)
    yield opened
    opened.close()


def test_open_tickets_of_a_chat_become_one_with_all_promises(updated: Books) -> None:
    with updated.transaction() as records:
        found = records.tickets.live(HERS)
    assert found == Ticket(
        2,
        HERS,
        reason="human",
        priority=Priority.P1,
        opened_at=OPENED,
        waits_since=OPENED,
        reply_by=BY,
        promises=(("human", BY), ("docs_missing", LATER)),
        version=2,
        last_words="human",
    )


def test_closed_ticket_is_resolved_when_it_was_closed(updated: Books) -> None:
    with updated.transaction() as records:
        found, log = records.tickets.get(1), records.tickets.events(1)
    assert (found and (found.state, found.closed_at), log) == (
        (TicketState.RESOLVED, CLOSED),
        [Event(What.OPENED, OPENED, None, "seller_delay", Priority.P1, BY), Event(What.RESOLVED, CLOSED)],
    )


def test_open_tickets_are_looked_after_at_once(updated: Books) -> None:
    with updated.transaction() as records:
        assert (
            [number for number, _ in records.tickets.due(OPENED)],
            [ticket.id for ticket in records.tickets.waiting()],
        ) == ([2, 4], [2, 4])


def test_kept_version_lets_the_log_go_on(updated: Books) -> None:
    with updated.transaction() as records:
        found = records.tickets.live(HERS)
        assert found is not None
        claimed = records.tickets.log(found, Event(What.CLAIMED, CLOSED, 900), HOURS)
    with updated.transaction() as records:
        assert records.tickets.live(HERS) == claimed


def test_new_ticket_gets_a_number_of_its_own(updated: Books) -> None:
    wanted = OpenTicket("human", Priority.P1, BY, "转人工")
    with updated.transaction() as records:
        ticket, _ = records.tickets.hand_over(Chat(503), wanted, CLOSED, HOURS)
    assert ticket.id == len(_ROWS) + 1


def test_message_written_before_the_update_still_goes_out(updated: Books) -> None:
    with updated.transaction() as records:
        assert [letter.parcel for letter in records.outbox.due(CLOSED)] == [Say("周三")]
