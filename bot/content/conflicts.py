"""What would be wrong if a file read differently? Looked into on a copy, before anything is written."""

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.content.folders import Folders
from bot.content.lessons import FOLDER as LESSONS
from bot.content.library import inspect
from bot.content.memory import Memory
from bot.content.problems import Problem


def brought(folders: Folders, path: Path, text: str, memory: Memory | None = None) -> list[Problem]:
    """What the checker would newly find if this file of `intents` held this text; `memory` as for `inspect`."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / folders.intents.name
        shutil.copytree(folders.intents, copy, ignore=shutil.ignore_patterns(LESSONS))
        (copy / path.relative_to(folders.intents)).write_text(text, encoding="utf-8", newline="")
        _, after = inspect(replace(folders, intents=copy), memory=memory)
    # Looking takes seconds; where nothing is found, nothing is new.
    before = inspect(folders, memory=memory)[1] if after else []
    return fresh(after, before)


def fresh(after: Iterable[Problem], before: Iterable[Problem]) -> list[Problem]:
    """The findings that were not there before, even if on another line."""
    known = {_what(problem) for problem in before}
    return [problem for problem in after if _what(problem) not in known]


def _what(problem: Problem) -> tuple[object, ...]:
    """A finding without its line; nor by scores, which every example moves a little."""
    values = (entry for entry in problem.values if not entry[0].endswith("_score") and entry[0] != "spot")
    return problem.place.file, problem.rule, *values
