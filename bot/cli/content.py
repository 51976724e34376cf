"""How are the editors' files checked?"""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.moments import now_or
from bot.cli.options import ConfigFile, Now
from bot.cli.terminal import progress
from bot.cli.trouble import FINDINGS, Stop, language, told

if TYPE_CHECKING:
    from bot.content.problems import Problem

_FORMATS = ("plain", "github", "json")


def check(
    form: Annotated[str, typer.Option("--format", help="plain, github (annotations) or json.")] = "plain",
    lang: Annotated[str | None, typer.Option("--lang", help="Findings in zh or en.", show_default=False)] = None,
    now: Now = None,
    config: ConfigFile = None,
) -> None:
    """Check everything in intents/ and replies/; exit 1 if there are errors."""
    from bot.config import loading
    from bot.config.inspection import inspect
    from bot.content.problems import has_errors

    spoken = lang or language()
    if form not in _FORMATS or spoken not in {"zh", "en"}:
        raise Stop(f"Use --format {'|'.join(_FORMATS)} and --lang zh|en.")
    settings = loading.load(loading.find(config))
    with progress() as done:
        _, problems = inspect(settings, now_or(now).date(), done)
    printed = _PRINTERS[form](problems, spoken)
    if printed:
        typer.echo(printed)
    if has_errors(problems):
        raise Stop(code=FINDINGS)


def _plain(problems: list["Problem"], spoken: str) -> str:
    if not problems:
        return "没有发现问题。" if spoken == "zh" else "No problems found."
    total = f"共 {len(problems)} 处。" if spoken == "zh" else f"{len(problems)} findings."
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
