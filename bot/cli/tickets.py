"""What do buyers wait for a person to answer?"""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.moments import now_or
from bot.cli.options import ConfigFile
from bot.cli.trouble import FINDINGS, Stop

if TYPE_CHECKING:
    from bot.dialogue.messages import Ticket


def tickets(
    close: Annotated[
        int | None, typer.Option(help="The number of a ticket that was answered.", show_default=False)
    ] = None,
    config: ConfigFile = None,
) -> None:
    """List what people still have to answer, the most urgent first; or close one."""
    from bot.app import books, configure

    now = now_or(None)
    with books(configure(config)).transaction() as records:
        if close is not None and not records.chats.close_ticket(close, now):
            raise Stop(f"No ticket {close} is open. `signpost tickets` lists the open ones.", FINDINGS)
        waiting = records.chats.open_tickets()
    typer.echo("\n".join(_lines(waiting, now)) or "Nobody waits for a person.")


def _lines(waiting: list["Ticket"], now: datetime) -> Iterator[str]:
    for ticket in waiting:
        late = "  LATE" if ticket.reply_by < now else ""
        yield (
            f"{ticket.id:>4}  {ticket.priority}  by {ticket.reply_by:%Y-%m-%d %H:%M}{late}  "
            f"{ticket.case_ref or 'no case'}  {ticket.reason}  “{ticket.last_words}”"
        )
