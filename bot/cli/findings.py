"""How are findings printed: for people, for GitHub, for programs?"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from bot.cli.counts import counted
from bot.cli.trouble import told

if TYPE_CHECKING:
    from bot.content.problems import Problem


def plain(problems: Sequence["Problem"], spoken: str) -> str:
    """A line each and how many there are, in the language spoken."""
    if not problems:
        return "没有发现问题。" if spoken == "zh" else "No problems found."
    total = f"共 {len(problems)} 处。" if spoken == "zh" else f"{counted(len(problems), 'finding')}."
    return f"{told(problems, spoken)}\n\n{total}"


def github(problems: Sequence["Problem"], spoken: str) -> str:
    """GitHub's workflow commands, one annotation each."""
    return "\n".join(
        f"::{entry.severity} file={entry.place.file},line={entry.place.line},col={entry.place.column},"
        f"title={entry.rule}::{_escaped(entry.message(spoken))} {_escaped(entry.cure(spoken))}"
        for entry in problems
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_json(problems: Sequence["Problem"], spoken: str) -> str:
    """One list for programs."""
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


FORMS: Mapping[str, Callable[[Sequence["Problem"], str], str]] = {"plain": plain, "github": github, "json": as_json}
