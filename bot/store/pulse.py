"""Is everything that came in answered, and everything that is to go out sent?"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from bot.store.outbox import TERMINAL
from bot.store.tables import inbox, outbox
from bot.store.ticket_rows import TicketRows


@dataclass(frozen=True)
class Pulse:
    """Counts, and since when the oldest of each kind waits (None where none does)."""

    unsent: int
    unsent_since: datetime | None
    open_tickets: int
    late_tickets: int
    last_update: datetime | None


def pulse(connection: Connection, now: datetime) -> Pulse:
    """How it stands at this moment."""
    unsent_letters = outbox.c.sent_at.is_(None) & outbox.c.failed.is_(None) & (outbox.c.chat_id != TERMINAL)
    unsent, since = connection.execute(select(func.count(), func.min(outbox.c.created_at)).where(unsent_letters)).one()
    waiting = TicketRows(connection).waiting()
    return Pulse(
        unsent=unsent,
        unsent_since=since,
        open_tickets=len(waiting),
        late_tickets=sum(ticket.reply_by is not None and ticket.reply_by < now for ticket in waiting),
        # The terminal's updates have negative numbers.
        last_update=connection.scalar(select(func.max(inbox.c.received_at)).where(inbox.c.update_id >= 0)),
    )
