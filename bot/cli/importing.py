"""How do cases come in from a file: all of them, or none?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.counts import counted
from bot.cli.moments import now_or
from bot.cli.notes import note
from bot.cli.options import ConfigFile
from bot.cli.progress import tracked
from bot.cli.trouble import FINDINGS, Stop, language, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.cases.case import Case
    from bot.config.loading import Config
    from bot.store.books import Records
    from bot.turns.scribe import Scribe


def import_cases(
    file: Annotated[Path | None, typer.Argument(help="A YAML or CSV file.", show_default=False)] = None,
    samples: Annotated[bool, typer.Option("--samples", help="Load the ten sample cases instead of a file.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only check; keep nothing.")] = False,
    config: ConfigFile = None,
) -> None:
    """Import cases: all of a file, or nothing. A case of the same number is replaced."""
    from bot.app import configure
    from bot.content import samples as stories
    from bot.content.case_file import read_cases

    if samples == (file is not None):
        raise Stop("Name one file, or use --samples.")
    settings = configure(config)
    read = read_cases(file, settings.process, now_or(None)) if file else stories.read(settings.process)
    if read.problems:
        raise Stop(f"{told(read.problems, language())}\n\nNothing was imported.", FINDINGS)
    if not read.cases:
        raise Stop(f"{file} holds no cases.", FINDINGS)
    if dry_run:
        verb = "is" if len(read.cases) == 1 else "are"
        typer.echo(f"{counted(len(read.cases), 'case')} {verb} fine; nothing was kept (--dry-run).")
        return
    lost = _kept(read.cases, (file or stories.SAMPLES).name, settings)
    typer.echo(f"{counted(len(read.cases), 'case')} imported.")
    gone, ended = (sum(numbers) for numbers in zip(*lost, strict=True))
    if gone or ended:
        told_of = f"{counted(gone, 'chat')} disconnected and {counted(ended, 'link')} closed"
        typer.echo(f"{told_of}: another person stands there now. Hand out new links.")


def _kept(cases: "Sequence[Case]", file: str, settings: "Config") -> "Iterable[tuple[int, int]]":
    """All in one transaction; for each, how many chats and links were those of somebody else."""
    from bot.app import books, house, room
    from bot.turns.scribe import Scribe

    opened = books(settings)
    with opened.transaction() as records:
        known = set(records.cases.refs())
    # Who loses a case is told so in the editors' words, and to load those takes longer than others wait for the books.
    words = house(settings) if any(case.ref in known for case in cases) else None
    with opened.transaction() as records:
        scribe = Scribe(records, words, settings.process, room(settings), now_or(None)) if words else None
        lost = [_import(case, records, scribe if case.ref in known else None) for case in tracked(cases, "Importing")]
        for case in cases:
            note(records, case.ref, "case_imported", {"file": file})
    return lost


def _import(case: "Case", records: "Records", scribe: "Scribe | None") -> tuple[int, int]:
    """Keep a case in place of what was known of it; how many chats and links were those of somebody else.

    `scribe`: who writes to them; None where the case is new.
    """
    from bot.cases.changes import reimported, replaced
    from bot.turns import binding

    # Whoever writes takes the chats before the case.
    chats = records.chats.of_case(case.ref)
    old = records.cases.get(case.ref, to_change=True) if scribe else case
    records.cases.save(reimported(old, case))
    others = replaced(old, case)
    if not others or scribe is None:
        return 0, 0
    gone = [chat for chat in chats if chat.role in others]
    binding.shut_out(scribe, gone)
    return len(gone), records.chats.revoke_links(case.ref, now_or(None), others)
