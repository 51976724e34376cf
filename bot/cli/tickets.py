"""What do buyers wait for a person to answer?"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.moments import now_or
from bot.cli.options import ConfigFile
from bot.cli.trouble import FINDINGS, Stop

if TYPE_CHECKING:
    from bot.desk.tickets import Ticket
    from bot.store.books import Records
    from bot.turns.scribe import Scribe


def tickets(
    close: Annotated[
        int | None, typer.Option(help="The number of a ticket that was answered.", show_default=False)
    ] = None,
    config: ConfigFile = None,
) -> None:
    """List what people still have to answer, the most urgent first; or close one."""
    from bot.app import build, configure

    app, now = build(configure(config)), now_or(None)
    if close is not None:
        with app.books.transaction() as records:
            chat_id = _open(records, close).chat_id
        with app.books.transaction() as records:
            # Whoever writes takes the chat before its ticket; else two may wait for each other.
            records.chats.get(chat_id)
            _close(app.turn.scribe(records, now), _open(records, close))
    with app.books.transaction() as records:
        waiting = records.tickets.waiting()
        names = {person.id: person.name for person in records.desk.roster().advisors}
    typer.echo("\n".join(_lines(waiting, names, now)) or "Nobody waits for a person.")


def _open(records: "Records", number: int) -> "Ticket":
    ticket = records.tickets.get(number)
    if ticket is None or not ticket.is_live:
        raise Stop(f"No ticket {number} is open. `signpost tickets` lists the open ones.", FINDINGS)
    return ticket


def _close(scribe: "Scribe", ticket: "Ticket") -> None:
    """A person has answered, outside Telegram: the bot answers from now on, and whose chat was held is told so."""
    from bot.desk.phrases import phrase
    from bot.desk.tickets import Event, What
    from bot.dialogue.messages import Say
    from bot.turns import handoff
    from bot.turns.board import Board

    closed = scribe.records.tickets.log(ticket, Event(What.RESOLVED, scribe.now, reason="command line"), scribe.hours)
    if ticket.is_held:
        board = Board(scribe, scribe.records.chats.get(ticket.chat_id))
        handoff.farewell(board, closed)
        board.post(Say(phrase("given_back", board.language)))


def _lines(waiting: list["Ticket"], names: Mapping[int, str], now: datetime) -> Iterator[str]:
    for ticket in waiting:
        by = f"by {ticket.reply_by:%Y-%m-%d %H:%M}" if ticket.reply_by else "waits for the buyer"
        late = "  LATE" if ticket.reply_by and ticket.reply_by < now else ""
        owner = f"  {names.get(ticket.owner, ticket.owner)}" if ticket.owner else ""
        yield (
            f"{ticket.id:>4}  {ticket.priority}  {by}{late}  {ticket.state}{owner}  "
            f"{ticket.case_ref or 'no case'}  {ticket.reason}  “{ticket.last_words}”"
        )
