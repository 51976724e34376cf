"""Which commands are there, and how does the program end when something is wrong?"""

import sys
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import (
    advisors,
    cases,
    content,
    covering,
    evaluating,
    links,
    practice,
    previewing,
    replay,
    running,
    scaffolding,
    status,
    talking,
    tickets,
    transcripts,
    trying,
    unmatched,
    versions,
    why,
)
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
app.add_typer(advisors.app, name="advisors", help="Say who answers buyers, and when each of them is there.")
app.add_typer(versions.app, name="content", help="See which content was live, compare it, and go back to it.")
for command in (
    talking.demo,
    talking.ask,
    talking.match,
    talking.explain,
    content.check,
    evaluating.evaluate,
    scaffolding.new,
    scaffolding.schema,
    previewing.preview,
    covering.coverage,
    links.link,
    tickets.tickets,
    transcripts.transcript,
    practice.practice,
    why.why,
    unmatched.unmatched,
    replay.replay,
    status.status,
    running.run,
):
    app.command()(command)
app.command("try")(trying.try_out)


def _shown(wanted: bool) -> None:  # noqa: FBT001 (typer hands it over by place)
    if wanted:
        typer.echo(f"signpost {version('signpost-bot')}")
        raise typer.Exit


@app.callback()
def settings(
    context: typer.Context,
    _: Annotated[
        bool, typer.Option("--version", help="Show the version of the program.", callback=_shown, is_eager=True)
    ] = False,
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
