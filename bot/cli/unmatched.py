"""What do buyers ask that the content does not answer yet?"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.counts import counted
from bot.cli.moments import a_moment
from bot.cli.options import ConfigFile
from bot.cli.progress import tracked
from bot.cli.trouble import Stop

if TYPE_CHECKING:
    from bot.review.clusters import Cluster

_MOST_MESSAGES = 5


def unmatched(
    export: Annotated[
        Path | None,
        typer.Option(help="Write examples to paste into this folder, a file an intent.", show_default=False),
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="Only from this moment on, e.g. '2026-11-01 00:00'.", show_default=False)
    ] = None,
    limit: Annotated[int, typer.Option(help="How many groups to list.", min=1)] = 20,
    config: ConfigFile = None,
) -> None:
    """List messages that were not understood, asked back, disliked or asked again, in groups of like ones.

    A group disappears once the files answer it; what was disliked or asked again, once its reply reads otherwise.
    """
    from bot.app import books, configure, house
    from bot.cli.rewording import reworded
    from bot.review.clusters import clusters, is_open

    settings = configure(config)
    with books(settings).transaction() as records:
        misses = records.unmatched.all(a_moment(since) if since else None)
    matcher, is_reworded = house(settings).content.matcher, reworded(settings)
    read = tracked(misses, "Reading")
    found = clusters([miss for miss in read if is_open(miss, matcher, is_reworded)], matcher)
    if export:
        _export(found, export)
        return
    total = sum(gap.count for gap in found)
    of = counted(len(misses), "message")
    typer.echo(f"Still to be answered: {total:,} of {of}, in {counted(len(found), 'group')}.")
    typer.echo("\n".join(line for gap in found[:limit] for line in _lines(gap)))


def _lines(gap: "Cluster") -> Iterator[str]:
    outcomes = ", ".join(f"{count} {outcome}" for outcome, count in sorted(gap.outcomes.items()))
    yield f"\n{gap.count:>4} ×  “{gap.leader}”  ({outcomes})"
    yield from (f"        “{text}” × {count}" for text, count in gap.messages[1:_MOST_MESSAGES])
    if len(gap.messages) > _MOST_MESSAGES:
        yield f"        … and {len(gap.messages) - _MOST_MESSAGES} more"
    yield f"      likeliest: {', '.join(gap.likeliest) or 'none'}"


def _export(found: "list[Cluster]", folder: Path) -> None:
    from bot.content.patches import patches

    written = patches(found)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in written.items():
            (folder / f"{name}.yaml").write_text(text, "utf-8")
    except OSError as error:
        raise Stop(f"{folder} cannot be written: {error.strerror}. Name another folder.") from None
    typer.echo(f"{counted(len(written), 'file')} written to {folder}.")
