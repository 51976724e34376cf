"""How are the editors' files checked?"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.counts import counted
from bot.cli.moments import now_or
from bot.cli.options import ConfigFile, Now
from bot.cli.terminal import progress
from bot.cli.trouble import FINDINGS, Stop, language, told

if TYPE_CHECKING:
    from bot.config.loading import Config
    from bot.content.problems import Problem

_FORMATS = ("plain", "github", "json")


Form = Annotated[str, typer.Option("--format", help="plain, github (annotations) or json.")]
Language = Annotated[str | None, typer.Option("--lang", help="Findings in zh or en.", show_default=False)]
Played = Annotated[bool, typer.Option("--dialogues", help="Also play the conversations in tests/dialogues/.")]
PlayedFrom = Annotated[
    Path | None, typer.Option(help="Play the conversations of this folder instead.", show_default=False)
]


def check(
    form: Form = "plain",
    lang: Language = None,
    dialogues: Played = False,
    dialogues_in: PlayedFrom = None,
    now: Now = None,
    config: ConfigFile = None,
) -> None:
    """Check everything in intents/ and replies/, then practice/; exit 1 if there are errors.

    With --dialogues, whole conversations that editors wrote down are played as well, about the sample cases. Each
    line that is answered otherwise is a finding, with what was said instead.
    """
    from bot.app import configure, inspect_practice
    from bot.config.inspection import inspect
    from bot.content.problems import has_errors
    from bot.content.samples import SAMPLES

    spoken = lang or language()
    if form not in _FORMATS or spoken not in {"zh", "en"}:
        raise Stop(f"Use --format {'|'.join(_FORMATS)} and --lang zh|en.")
    settings = configure(config)
    with progress() as done:
        content, problems = inspect(settings, now_or(now).date(), done)
    # A scenario is judged by what the replies say, so it waits until they are sound.
    problems += inspect_practice(settings, SAMPLES, content) if content else []
    if dialogues or dialogues_in:
        problems += _played(settings, dialogues_in or settings.folder / "tests" / "dialogues")
    printed = _PRINTERS[form](problems, spoken)
    if printed:
        typer.echo(printed)
    if has_errors(problems):
        raise Stop(code=FINDINGS)


def _played(settings: "Config", folder: Path) -> "list[Problem]":
    """What goes otherwise in the conversations of a folder; nothing while content cannot be loaded at all."""
    from bot.app import house
    from bot.cli.progress import tracked
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
    written = list(DialogueReader(cast(settings.process, live.content), reader).read_folder(folder))
    with stage(live, settings.process) as turn:
        played = [found for dialogue in tracked(written, len(written), "dialogues") for found in play(dialogue, turn)]
    return [*reader.problems, *played]


def _plain(problems: list["Problem"], spoken: str) -> str:
    if not problems:
        return "没有发现问题。" if spoken == "zh" else "No problems found."
    total = f"共 {len(problems)} 处。" if spoken == "zh" else f"{counted(len(problems), 'finding')}."
    return f"{told(problems, spoken)}\n\n{total}"


def _github(problems: list["Problem"], spoken: str) -> str:
    return "\n".join(
        f"::{entry.severity} file={entry.place.file},line={entry.place.line},col={entry.place.column},"
        f"title={entry.rule}::{_escaped(entry.message(spoken))} {_escaped(entry.cure(spoken))}"
        for entry in problems
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _json(problems: list["Problem"], spoken: str) -> str:
    rows = [
        {
            "file": entry.place.file,
            "line": entry.place.line,
            "column": entry.place.column,
            "rule": entry.rule,
            "severity": entry.severity,
            "message": entry.message(spoken),
            "cure": entry.cure(spoken),
        }
        for entry in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


_PRINTERS = {"plain": _plain, "github": _github, "json": _json}
