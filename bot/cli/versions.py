"""Which content was live, what changed, and how does one go back?"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.moments import now_or
from bot.cli.options import ConfigFile
from bot.cli.trouble import FINDINGS, Stop, language, told

if TYPE_CHECKING:
    from bot.config.loading import Config
    from bot.dialogue.edition import Edition

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
Version = Annotated[str, typer.Argument(help="A version, or its beginning; `content list` shows them.")]
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@app.command("list")
def list_versions(config: ConfigFile = None) -> None:
    """List the versions that were live, the newest first; the files as they stand, if they are another."""
    from bot.app import books, configure

    settings = configure(config)
    with books(settings).transaction() as records:
        known = records.contents.all()
    standing = _standing(settings).version
    if standing not in {entry.version for entry in known}:
        typer.echo(f"{standing}  the files as they stand; never live")
    for entry in known:
        here = "  = the files as they stand" if entry.version == standing else ""
        typer.echo(f"{entry.version}  live since {entry.loaded_at:%Y-%m-%d %H:%M}  {entry.who or '-'}{here}")


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
    """Write the files of a version back, after showing what changes; a running bot takes them up by itself."""
    from bot.app import configure
    from bot.config.inspection import content_folders, setting
    from bot.content.archive import difference, findings
    from bot.content.editions import write_edition
    from bot.content.problems import has_errors

    settings = configure(config)
    wanted, standing = _edition(settings, version), _standing(settings)
    if wanted == standing:
        typer.echo(f"The files are those of {wanted.version} already.")
        return
    _show(difference(standing, wanted))
    problems = findings(wanted, setting(settings, now_or(None).date()))
    if has_errors(problems):
        raise Stop(
            f"{told(problems, language())}\n\n{wanted.version} does not pass the check; nothing changed.", FINDINGS
        )
    if not yes and not typer.confirm(f"\nWrite the files of {wanted.version} back?"):
        raise Stop("Nothing changed.", FINDINGS)
    write_edition(wanted, content_folders(settings))
    typer.echo(f"The files are those of {wanted.version} again. Undo: signpost content rollback {standing.version}")


def _standing(settings: "Config") -> "Edition":
    from bot.config.inspection import content_folders
    from bot.content.editions import read_edition

    return read_edition(content_folders(settings))


def _edition(settings: "Config", version: str) -> "Edition":
    from bot.app import books

    with books(settings).transaction() as records:
        return records.contents.edition(version)


def _show(lines: Iterable[str]) -> None:
    shown = [typer.style(line, fg=_COLOURS.get(line[:1])) for line in lines]
    typer.echo("\n".join(shown) or "No difference.")
