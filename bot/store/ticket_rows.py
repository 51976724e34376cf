"""How are tickets kept? As their log; beside it stands only what they are found by."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select, update

from bot.desk.tickets import LIVE, Event, Ticket, TicketState, What, after, fold
from bot.desk.timers import Hours, timer
from bot.dialogue.messages import Chat, OpenTicket
from bot.store import desk_tables, tables


class Overtaken(RuntimeError):
    """Somebody else changed the ticket meanwhile."""

    def __init__(self, ticket_id: int) -> None:
        super().__init__(f"Ticket {ticket_id} has changed meanwhile. Look at it again.")


@dataclass(frozen=True)
class TicketRows:
    """Tickets in one transaction of the books."""

    connection: Connection

    def get(self, ticket_id: int) -> Ticket | None:
        """A ticket, kept from being changed elsewhere meanwhile."""
        return next(iter(self._found(tables.tickets.c.id == ticket_id)), None)

    def live(self, chat_id: int) -> Ticket | None:
        """The chat's ticket that is not over; there is never more than one."""
        return next(iter(self._found(_IS_LIVE & (tables.tickets.c.chat_id == chat_id))), None)

    def of_case(self, case_ref: str) -> list[Ticket]:
        """The live tickets of a case: each of its buyers has a chat."""
        return self._found(_IS_LIVE & (tables.tickets.c.case_ref == case_ref))

    def owned(self, person: int) -> list[Ticket]:
        """The live tickets that an advisor has."""
        return self._found(_IS_LIVE & (tables.tickets.c.owner == person))

    def waiting(self) -> list[Ticket]:
        """All live tickets, only to be read: those that were promised an answer first, by the time promised."""
        found = self._found(_IS_LIVE, to_change=False)
        return sorted(found, key=lambda ticket: (ticket.reply_by is None, ticket.reply_by or ticket.opened_at))

    def put_off(self, ticket_id: int, until: datetime) -> None:
        """Nothing happens by the clock before then."""
        self.connection.execute(update(tables.tickets).where(tables.tickets.c.id == ticket_id).values(due_at=until))

    def moved(self, ticket_id: int, case_ref: str | None) -> None:
        """The chat is about another case now."""
        self.connection.execute(
            update(tables.tickets).where(tables.tickets.c.id == ticket_id).values(case_ref=case_ref)
        )

    def due(self, now: datetime) -> list[tuple[int, int]]:
        """The live tickets for which something happens by the clock, with their chats, the longest due first."""
        wanted = _IS_LIVE & (tables.tickets.c.due_at <= now)
        query = select(tables.tickets.c.id, tables.tickets.c.chat_id).where(wanted)
        rows = self.connection.execute(query.order_by(tables.tickets.c.due_at))
        return [(row.id, row.chat_id) for row in rows]

    def promises(self, chat_id: int) -> Mapping[str, datetime]:
        """When the chat was promised a person's answer that it has not got, by reason."""
        ticket = self.live(chat_id)
        return dict(ticket.promises) if ticket else {}

    def hand_over(self, chat: Chat, wanted: OpenTicket, now: datetime, hours: Hours) -> tuple[Ticket, bool]:
        """The chat's ticket with one more reason, and whether that is news: the same promise again is none."""
        ticket = self.live(chat.id)
        if ticket and dict(ticket.promises).get(wanted.reason) == wanted.reply_by:
            return ticket, False
        what = What.ASKED if ticket else What.OPENED
        event = Event(what, now, reason=wanted.reason, priority=wanted.priority, reply_by=wanted.reply_by)
        logged = self.log(ticket or self._new(chat, wanted.last_words), event, hours)
        return logged, True

    def log(self, ticket: Ticket, event: Event, hours: Hours) -> Ticket:
        """Write down what happened; raises NotLive, Taken and Overtaken, and then nothing is written."""
        changed = after(ticket, event)
        ahead = timer(changed, hours)
        values = {"state": changed.state, "owner": changed.owner, "due_at": ahead.at if ahead else None}
        row = (tables.tickets.c.id == ticket.id) & (tables.tickets.c.version == ticket.version)
        moved = self.connection.execute(update(tables.tickets).where(row), values | {"version": changed.version})
        if not moved.rowcount:
            raise Overtaken(ticket.id)
        self.connection.execute(insert(tables.ticket_events), {**asdict(event), "ticket_id": ticket.id})
        return changed

    def events(self, ticket_id: int) -> list[Event]:
        """The log of a ticket."""
        return self._logs([ticket_id]).get(ticket_id, [])

    def rate(self, ticket_id: int, chat_id: int, score: int, now: datetime) -> bool:
        """Keep what the buyer thought of the help; False where that is known already, or the help was not for them."""
        own = (tables.tickets.c.id == ticket_id) & (tables.tickets.c.chat_id == chat_id)
        if self.connection.scalar(select(tables.tickets.c.id).where(own)) is None:
            return False
        known = select(desk_tables.ratings.c.score).where(desk_tables.ratings.c.ticket_id == ticket_id)
        if self.connection.scalar(known) is not None:
            return False
        self.connection.execute(insert(desk_tables.ratings), {"ticket_id": ticket_id, "score": score, "at": now})
        return True

    def _new(self, chat: Chat, words: str) -> Ticket:
        values = {
            "chat_id": chat.id,
            "case_ref": chat.case_ref,
            "state": TicketState.OPEN,
            "last_words": words,
            "version": 0,
        }
        made = self.connection.execute(insert(tables.tickets), values)
        assert made.inserted_primary_key is not None
        return Ticket(made.inserted_primary_key[0], chat.id, chat.case_ref, last_words=words)

    def _found(self, wanted: ColumnElement[bool], *, to_change: bool = True) -> list[Ticket]:
        columns = (
            tables.tickets.c.id,
            tables.tickets.c.chat_id,
            tables.tickets.c.case_ref,
            tables.tickets.c.last_words,
        )
        query = select(*columns).where(wanted).order_by(tables.tickets.c.id)
        query = query.with_for_update() if to_change else query
        blanks = [Ticket(**row) for row in self.connection.execute(query).mappings()]
        logs = self._logs([blank.id for blank in blanks])
        return [fold(blank, logs.get(blank.id, [])) for blank in blanks]

    def _logs(self, ids: Sequence[int]) -> dict[int, list[Event]]:
        columns = [tables.ticket_events.c[field.name] for field in fields(Event)]
        wanted = tables.ticket_events.c.ticket_id.in_(ids)
        query = select(tables.ticket_events.c.ticket_id, *columns).where(wanted).order_by(tables.ticket_events.c.id)
        logs: dict[int, list[Event]] = {}
        for row in self.connection.execute(query).mappings() if ids else ():
            logs.setdefault(row["ticket_id"], []).append(
                Event(**{field.name: row[field.name] for field in fields(Event)})
            )
        return logs


_IS_LIVE = tables.tickets.c.state.in_(sorted(LIVE))
