"""Is everything as it should be? For people, and for whatever watches the machine."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import typer

from bot.cli.counts import counted
from bot.cli.moments import now_or
from bot.cli.options import ConfigFile, Now
from bot.cli.trouble import FINDINGS, Stop, language, told

if TYPE_CHECKING:
    from bot.content.problems import Problem
    from bot.store.content_rows import Published
    from bot.store.pulse import Pulse

# Messages leave within seconds; one that waits so long shows that nothing sends.
_PATIENCE = timedelta(minutes=5)
_MOST_FINDINGS = 5
# In words, for the three buttons under the question.
_SCORES = {3: "good", 2: "fair", 1: "bad"}


def status(now: Now = None, config: ConfigFile = None) -> None:
    """Show content, findings, books, tickets and outbox; exit 1 if files have errors or messages are stuck."""
    from bot.app import books, configure
    from bot.config.inspection import content_folders, glance, inspect
    from bot.content.editions import read_edition
    from bot.content.problems import has_errors

    at, settings = now_or(now), configure(config)
    opened = books(settings)
    with opened.transaction() as records:
        live, found = records.contents.last(), records.pulse(at)
    standing = read_edition(content_folders(settings)).version
    is_live = live is not None and live.version == standing
    problems = glance(settings, at.date()) if is_live else inspect(settings, at.date())[1]
    is_stuck = found.unsent_since is not None and at - found.unsent_since > _PATIENCE
    rows = [
        *_content(live, standing),
        ("books", opened.address),
        *_pulse(found, at, is_stuck=is_stuck),
        *_ratings(found.scores),
    ]
    typer.echo("\n".join(f"{name:<10}{value}" for name, value in rows))
    typer.echo("\n".join(_findings(problems)))
    if is_stuck or has_errors(problems):
        raise Stop(code=FINDINGS)


def _content(live: "Published | None", standing: str) -> Iterator[tuple[str, str]]:
    if live is None:
        yield "content", "none was live yet: start the bot with `signpost run`"
    else:
        who = f", by {live.who}" if live.who else ""
        yield "content", f"{live.version}, live since {live.loaded_at:%Y-%m-%d %H:%M}{who}"
    if live is None or live.version != standing:
        yield "files", f"{standing}, not live"


def _pulse(found: "Pulse", now: datetime, *, is_stuck: bool) -> Iterator[tuple[str, str]]:
    late = f", {found.late_tickets} LATE" if found.late_tickets else ""
    yield "tickets", f"{found.open_tickets} open{late}"
    waits = f", the oldest for {_span(now - found.unsent_since)}" if found.unsent_since else ""
    lost = f", {found.lost} not delivered since yesterday (see the log)" if found.lost else ""
    yield "outbox", f"{found.unsent} unsent{waits}{', STUCK' if is_stuck else ''}{lost}"
    yield "updates", f"last one at {found.last_update:%Y-%m-%d %H:%M:%S}" if found.last_update else "none seen yet"


def _ratings(scores: "Sequence[int]") -> Iterator[tuple[str, str]]:
    """What buyers thought of the advisors' help, where any said so."""
    if scores:
        counts = ", ".join(f"{scores.count(score)} {name}" for score, name in _SCORES.items())
        yield "ratings", f"{counts} in 30 days"


def _findings(problems: "Sequence[Problem]") -> Iterator[str]:
    from bot.content.problems import Severity

    errors = sum(entry.severity == Severity.ERROR for entry in problems)
    yield f"findings  {counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}"
    if problems:
        yield told(problems[:_MOST_FINDINGS], language())
    if len(problems) > _MOST_FINDINGS:
        yield "… all of them: signpost check"


def _span(waited: timedelta) -> str:
    minutes = int(waited.total_seconds()) // 60
    return f"{minutes} min" if minutes else f"{int(waited.total_seconds())} s"
