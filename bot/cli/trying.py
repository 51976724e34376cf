"""How does an editor try messages one after the other, and keep one as an example? `signpost try`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.moments import now_or
from bot.cli.options import ConfigFile, Now
from bot.cli.studio import Studio
from bot.cli.trouble import Stop

if TYPE_CHECKING:
    from bot.cli.bench import Bench
    from bot.cli.trial import TrialChat
    from bot.config.loading import Config


def try_out(
    case: Annotated[
        str | None, typer.Option("--case", help="Begin as the buyer of this sample case.", show_default=False)
    ] = None,
    now: Now = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write what :add adds without asking.")] = False,
    config: ConfigFile = None,
) -> None:
    """Type messages and see each answer and why; keep one as an example with `:add`.

    It is one chat, so that a few words after an answer ask on about it; `:new` begins another. Nothing is kept but the
    files that you agree to change. `:help` lists what else there is. Where input is piped, each line is typed for you.
    一句一句地试：看怎么答、为什么，再把好的句子加进例句。几句是同一段聊天；:new 重新开始。
    """
    from bot.app import configure
    from bot.cli.bench import HELP, Bench

    with start(configure(config), now) as trial:
        bench = Bench(trial, is_agreed=yes)
        if case:
            _begin(bench, case)
        if sys.stdin.isatty():
            typer.echo(HELP + "\n")
        bench.run()


def _begin(bench: "Bench", case: str) -> None:
    from bot.cli.bench import RefusedCommand

    try:
        bench.case(case)
    except RefusedCommand as refused:
        raise Stop(str(refused)) from None


@contextmanager
def start(config: "Config", now: str | None) -> "Iterator[TrialChat]":
    """A trial with the sample cases; their clocks stand still at their stories, unless --now says otherwise."""
    from bot.app import house
    from bot.cli.trial import TrialChat
    from bot.rehearsal import stage

    cases = {case.ref: (case, now_or(now) if now else moment) for case, moment in Studio(config).cases()}
    with stage(house(config), config.process) as turn:
        yield TrialChat(config, turn, cases, now_or(now))
