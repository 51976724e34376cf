"""Are the editors' files, as they stand, fit to go live?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.content import library
from bot.content.checks.every import Setting
from bot.content.editions import last_editor, read_edition
from bot.content.folders import Folders
from bot.content.memory import Memory
from bot.content.problems import Problem
from bot.dialogue.content import Content
from bot.review.edition import Edition


@dataclass(frozen=True)
class Loaded:
    """Sound content, ready to go live; `problems` are warnings, `editor` is who saved last (blank: nobody knows)."""

    edition: Edition
    content: Content
    problems: Sequence[Problem] = ()
    editor: str = ""


@dataclass(frozen=True)
class RefusedFiles:
    """Files that must not go live, and why."""

    edition: Edition
    problems: Sequence[Problem]


Judged = Loaded | RefusedFiles


def judge(folders: Folders, setting: Setting, memory: Memory | None = None) -> Judged:
    """The files loaded and checked. Who asks again and again brings the same `memory`."""
    edition = read_edition(folders)
    content, problems = library.inspect(folders, setting, memory=memory)
    if content is None:
        return RefusedFiles(edition, problems)
    return Loaded(edition, replace(content, version=edition.version), problems, last_editor(folders))
