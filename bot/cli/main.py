"""Which commands are there, and how does the program end when something is wrong?"""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import cases, content, links, practice, running, talking, tickets
from bot.cli.trouble import explained

app = typer.Typer(
    name="signpost",
    help="Signpost (签路) answers home buyers from their own live case.\n\n"
    "Begin with `signpost demo`. Each command has its own --help.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(cases.app, name="cases", help="Look at cases, import them, and note what happened.")
for command in (
    talking.demo,
    talking.ask,
    talking.match,
    talking.explain,
    content.check,
    links.link,
    tickets.tickets,
    practice.practice,
    running.run,
):
    app.command()(command)


@app.callback()
def settings(
    context: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(help="Settings to use instead of config.yaml.", envvar="SIGNPOST_CONFIG", show_default=False),
    ] = None,
) -> None:
    """Remember where the settings are."""
    context.obj = config


def main() -> None:
    """Run a command. Exit 0: fine, 1: findings, 2: wrong usage or configuration."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A broken character is no reason to stop; it comes in and goes out as a question mark.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(explained(app))
