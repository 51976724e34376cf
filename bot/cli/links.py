"""How does a buyer get into a chat with Signpost?"""

import secrets
from datetime import timedelta
from typing import Annotated

import typer

from bot.cli.moments import now_or
from bot.cli.options import ConfigFile
from bot.cli.trouble import Stop

_HOURS = 48


def link(
    ref: Annotated[str, typer.Argument(help="The case.")],
    party: Annotated[str, typer.Option(help="For whom: buyer, co_buyer or spouse.")] = "buyer",
    config: ConfigFile = None,
) -> None:
    """Print a link that ties one chat to a case: it works once, for 48 hours, with the phone's last four digits."""
    from bot.app import books, configure
    from bot.cases.milestones import Role
    from bot.dialogue.messages import Link, Note
    from bot.turn import token_hash

    if party not in {Role.BUYER, Role.CO_BUYER, Role.SPOUSE}:
        raise Stop(f"--party {party!r} gets no link. Use buyer, co_buyer or spouse.")
    settings = configure(config)
    token = secrets.token_urlsafe(32)
    now = now_or(None)
    expires = now + timedelta(hours=_HOURS)
    with books(settings).transaction() as records:
        found = records.cases.get(ref).party(Role(party))
        if found is None:
            raise Stop(f"{ref} has no {party}. See its parties with `signpost cases show {ref}`.")
        records.chats.save_link(Link(token_hash(token), ref, Role(party), expires))
        records.chats.note(Note("link_made", ref, {"party": party}), "command line", now)
    name = settings.settings.telegram.bot_name
    typer.echo(f"https://t.me/{name}?start={token}" if name else f"/start {token}")
    hint = "" if name else " (set telegram.bot_name for a t.me link)"
    typer.echo(f"For {found.name}, until {expires:%Y-%m-%d %H:%M}, once.{hint}", err=True)
