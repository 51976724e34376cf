"""Which content was live, what changed, and how does one go back?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.moments import now_or
from bot.cli.options import ConfigFile
from bot.cli.paths import short
from bot.cli.trouble import FINDINGS, Stop, language, told

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config.loading import Config
    from bot.content.folders import Folders
    from bot.review.edition import Edition
    from bot.store.content_rows import Published

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
Version = Annotated[str, typer.Argument(help="A version, or its beginning; `content list` shows them.")]
_UNKEPT = "The files as they stand were never live; a copy of them is put aside first."
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@app.command("list")
def list_versions(config: ConfigFile = None) -> None:
    """List the versions that were live, the newest first; the files as they stand, if they are another."""
    from bot.app import books, configure

    settings = configure(config)
    with books(settings).transaction() as records:
        known, live = records.contents.all(), records.contents.last()
    standing = _standing(settings).version
    if standing not in {entry.version for entry in known}:
        typer.echo(f"{standing}  the files as they stand; never live")
    for entry in known:
        here = "  = the files as they stand" if entry.version == standing else ""
        typer.echo(f"{entry.version}  {_lived(entry, is_live=entry == live)}  {entry.who or '-'}{here}")


def _lived(entry: "Published", *, is_live: bool) -> str:
    """When it went live; the last one is taken to be live still."""
    from bot.store.content_rows import PRACTICE

    first, last = (f"{at:%Y-%m-%d %H:%M}" for at in (entry.first_at, entry.loaded_at))
    if entry.who == PRACTICE:
        return f"tried out on {last}"
    if is_live:
        return f"live since {last}" + ("" if first == last else f", first {first}")
    return f"was live from {first}" + ("" if first == last else f", last from {last}")


@app.command()
def diff(
    old: Version,
    new: Annotated[
        str | None, typer.Argument(help="Another version; without it, the files as they stand.", show_default=False)
    ] = None,
    config: ConfigFile = None,
) -> None:
    """Show what changed from one version to another, file by file."""
    from bot.app import configure
    from bot.content.archive import difference

    settings = configure(config)
    _show(difference(_edition(settings, old), _edition(settings, new) if new else _standing(settings)))


@app.command()
def rollback(
    version: Version,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    config: ConfigFile = None,
) -> None:
    """Write the files of a version back, after telling where to and what changes.

    A running bot takes them up by itself, if these are its folders.
    """
    from bot.app import configure
    from bot.config.inspection import content_folders, named, setting
    from bot.content.archive import findings
    from bot.content.editions import strays
    from bot.content.problems import has_errors

    settings = configure(config)
    wanted, standing = _edition(settings, version), _standing(settings)
    typer.echo("\n".join(_targets(settings)))
    folders = content_folders(settings)
    unread = strays(standing, folders)
    if wanted == standing and not unread:
        typer.echo(f"The files are those of {wanted.version} already.")
        return
    typer.echo("\n".join([*(f"  removed  {short(path)}  never read" for path in unread), *_summary(standing, wanted)]))
    is_kept = _is_kept(settings, standing.version) and not unread
    typer.echo(f"The lines: signpost content diff {wanted.version}" + ("" if is_kept else f"\n{_UNKEPT}"))
    found = findings(wanted, setting(settings, now_or(None).date()))
    problems = [named(problem, settings) for problem in found]
    if has_errors(problems):
        raise Stop(
            f"{told(problems, language())}\n\n{wanted.version} does not pass the check; nothing changed.", FINDINGS
        )
    if not yes and not typer.confirm(f"\nWrite the files of {wanted.version} back?"):
        raise Stop("Nothing changed.", FINDINGS)
    aside = _put_back(wanted, folders, "" if is_kept else standing.version)
    typer.echo(f"The files are those of {wanted.version} again.")
    typer.echo(f"What stood there: {aside}" if aside else f"Undo: signpost content rollback {standing.version}")


def _put_back(wanted: "Edition", folders: "Folders", unkept: str) -> "Path | None":
    """Write an edition; where what stands there is kept nowhere (its version), the folder that it is put aside in."""
    from bot.content.editions import put_aside, write_edition

    try:
        aside = put_aside(unkept, folders) if unkept else None
        write_edition(wanted, folders)
    except OSError as error:
        raise Stop(f"{error.filename} cannot be written: {error.strerror}. Nothing changed.") from error
    return aside


def _targets(settings: "Config") -> Iterator[str]:
    """The folders that are written into; a folder to try things in is easily taken for the bot's own."""
    from bot.config.inspection import content_folders
    from bot.config.loading import variable

    folders = content_folders(settings)
    yield "Folders that are written into:"
    for name, folder in (("intents", folders.intents), ("replies", folders.replies)):
        set_by = variable(("content", name))
        yield f"  {folder}" + (f"  from {set_by}, not from config.yaml" if set_by else "")


def _summary(standing: "Edition", wanted: "Edition") -> Iterator[str]:
    """Which files change and by how many lines, the counts last."""
    from bot.content.archive import Fate, changes

    found = list(changes(standing, wanted))
    width = max((len(change.file) for change in found), default=0)
    for change in found:
        yield f"  {change.fate:<7}  {change.file:<{width}}  +{change.gained} -{change.lost}"
    counts = Counter(change.fate for change in found)
    yield ", ".join(f"{counts[fate]} {fate}" for fate in Fate)


def _standing(settings: "Config") -> "Edition":
    from bot.config.inspection import content_folders
    from bot.content.editions import read_edition

    return read_edition(content_folders(settings))


def _is_kept(settings: "Config", version: str) -> bool:
    from bot.app import books

    with books(settings).transaction() as records:
        return any(entry.version == version for entry in records.contents.all())


def _edition(settings: "Config", version: str) -> "Edition":
    from bot.app import books

    with books(settings).transaction() as records:
        return records.contents.edition(version)


def _show(lines: Iterable[str]) -> None:
    shown = [typer.style(line, fg=_COLOURS.get(line[:1])) for line in lines]
    typer.echo("\n".join(shown) or "No difference.")
