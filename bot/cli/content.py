"""How are the editors' files checked?"""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.findings import FORMS
from bot.cli.moments import now_or
from bot.cli.options import ConfigFile, Now
from bot.cli.paths import short
from bot.cli.progress import share_of, tracked
from bot.cli.saves import SECONDS, Saves
from bot.cli.trouble import FINDINGS, Stop, spoken_in

if TYPE_CHECKING:
    from datetime import datetime

    from bot.config.loading import Config
    from bot.content.memory import Memory
    from bot.content.problems import Problem

_SAVED = {"zh": "\n刚有改动：", "en": "\nChanged: "}
_WAITING = {"zh": "等待保存…（Ctrl-C 结束）", "en": "Waiting for a file to be saved… (Ctrl-C ends)"}


Form = Annotated[str, typer.Option("--format", help="plain, github (annotations) or json.")]
Language = Annotated[str | None, typer.Option("--lang", help="Findings in zh or en.", show_default=False)]
Played = Annotated[bool, typer.Option("--dialogues", help="Also play the conversations in tests/dialogues/.")]
PlayedFrom = Annotated[
    Path | None, typer.Option(help="Play the conversations of this folder instead.", show_default=False)
]
Watched = Annotated[bool, typer.Option("--watch", help="Check again whenever a file is saved: much faster.")]


def check(
    form: Form = "plain",
    lang: Language = None,
    dialogues: Played = False,
    dialogues_in: PlayedFrom = None,
    watch: Watched = False,
    now: Now = None,
    config: ConfigFile = None,
) -> None:
    """Check everything in intents/ and replies/, then practice/; exit 1 if there are errors.

    With --dialogues, whole conversations that editors wrote down are played as well, about the sample cases. Each
    line that is answered otherwise is a finding, with what was said instead.
    """
    from bot.app import configure
    from bot.content.memory import Memory

    spoken = spoken_in(lang)
    if form not in FORMS:
        raise Stop(f"--format {form!r} is not known. Use {', '.join(FORMS)}.")
    settings = configure(config)
    talks = dialogues_in or (settings.folder / "tests" / "dialogues" if dialogues else None)
    memory = Memory()

    def look() -> bool:
        problems = _findings(settings, now_or(now), talks, memory)
        if printed := FORMS[form](problems, spoken):
            typer.echo(printed)
        return _is_broken(problems)

    if watch:
        _follow(_folders(settings, talks), look, spoken)
    elif look():
        raise Stop(code=FINDINGS)


def _findings(settings: "Config", now: "datetime", talks: Path | None, memory: "Memory") -> "list[Problem]":
    """All that can be said of the files, and of the conversations in `talks`."""
    from bot.app import inspect_practice
    from bot.config.inspection import inspect

    with share_of("Checking") as done:
        content, problems = inspect(settings, now.date(), done, memory)
    # A scenario is judged by what the replies say, so it waits until they are sound.
    problems += inspect_practice(settings, content) if content else []
    return [*problems, *_played(settings, talks)] if talks else problems


def _is_broken(problems: "list[Problem]") -> bool:
    from bot.content.problems import has_errors

    return has_errors(problems)


def _folders(settings: "Config", talks: Path | None) -> tuple[Path, ...]:
    """Everything that is checked."""
    from bot.app import PRACTICE
    from bot.config.inspection import content_folders

    folders = content_folders(settings)
    return folders.intents, folders.replies, settings.folder / PRACTICE, *([talks] if talks else [])


def _follow(folders: tuple[Path, ...], look: Callable[[], object], spoken: str) -> None:
    """Look, and again whenever a file is saved, until Ctrl-C."""
    saves = Saves(folders)
    saved = saves.look()
    with suppress(KeyboardInterrupt):
        while True:
            if saved:
                look()
                typer.echo(_WAITING[spoken], err=True)
            time.sleep(SECONDS)
            if saved := saves.look():
                typer.echo(_SAVED[spoken] + ", ".join(map(short, saved)), err=True)


def _played(settings: "Config", folder: Path) -> "list[Problem]":
    """What goes otherwise in the conversations of a folder; nothing while content cannot be loaded at all."""
    from bot.app import house
    from bot.cli.samples import cast
    from bot.content.dialogues import DialogueReader
    from bot.content.library import BrokenContent
    from bot.content.reader import Reader
    from bot.rehearsal import play, stage

    try:
        live = house(settings)
    except BrokenContent:
        return []
    reader = Reader()
    written = list(DialogueReader(cast(settings.process, live.content), reader).read_folder(Path(short(folder))))
    with stage(live, settings.process) as turn:
        played = [found for dialogue in tracked(written, "Dialogues") for found in play(dialogue, turn)]
    return [*reader.problems, *played]
