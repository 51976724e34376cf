"""Is everything that came in answered, and everything that is to go out sent?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from bot.store.desk_tables import ratings
from bot.store.outbox import TAKEN_BACK, TERMINAL
from bot.store.tables import inbox, outbox
from bot.store.ticket_rows import TicketRows

# What failed so lately an operator may still mend, or answer otherwise.
_LATELY = timedelta(days=1)
_MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Pulse:
    """Counts, and since when the oldest of each kind waits (None where none does).

    `lost`: messages of the last day that could not be delivered; `scores`: of the last thirty days, what buyers thought
    of the help, from 1 to 3.
    """

    unsent: int
    unsent_since: datetime | None
    lost: int
    scores: tuple[int, ...]
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
        lost=connection.scalar(select(func.count()).where(_is_lost(now))) or 0,
        scores=tuple(connection.scalars(select(ratings.c.score).where(ratings.c.at > now - _MONTH))),
        open_tickets=len(waiting),
        late_tickets=sum(ticket.reply_by is not None and ticket.reply_by < now for ticket in waiting),
        # The terminal's updates have negative numbers.
        last_update=connection.scalar(select(func.max(inbox.c.received_at)).where(inbox.c.update_id >= 0)),
    )


def _is_lost(now: datetime) -> ColumnElement[bool]:
    """What was taken back was not lost, nor is what nobody was to get in Telegram."""
    is_lately: ColumnElement[bool] = outbox.c.created_at > now - _LATELY
    return is_lately & outbox.c.failed.not_in(TAKEN_BACK) & (outbox.c.chat_id != TERMINAL)
