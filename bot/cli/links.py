"""How does a buyer get into a chat with Signpost?"""

from typing import Annotated

import typer

from bot.cli.moments import now_or
from bot.cli.options import ConfigFile
from bot.cli.trouble import Stop


def link(
    ref: Annotated[str, typer.Argument(help="The case.")],
    party: Annotated[str, typer.Option(help="For whom: buyer, co_buyer or spouse.")] = "buyer",
    config: ConfigFile = None,
) -> None:
    """Print a link that ties one chat to a case: it works once, for 48 hours, with the phone's last four digits."""
    from bot.app import books, configure
    from bot.cases.milestones import BUYING_SIDE, Role
    from bot.turns.invitations import address, invite

    if party not in BUYING_SIDE:
        raise Stop(f"--party {party!r} gets no link. Use buyer, co_buyer or spouse.")
    settings = configure(config)
    name = settings.settings.telegram.bot_name
    with books(settings).transaction() as records:
        found = records.cases.get(ref).party(Role(party))
        if found is None:
            raise Stop(f"{ref} has no {party}. See its parties with `signpost cases show {ref}`.")
        token, ends = invite(records, ref, Role(party), now_or(None), "command line")
    typer.echo(address(token, name))
    hint = "" if name else " (set telegram.bot_name for a t.me link)"
    typer.echo(f"For {found.name}, until {ends:%Y-%m-%d %H:%M}, once.{hint}", err=True)
