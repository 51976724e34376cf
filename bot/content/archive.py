"""What do the files of another time say: as content, as findings, and word by word?"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import unified_diff
from enum import StrEnum
from itertools import islice
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from textwrap import dedent

from bot.content import library
from bot.content.checks.every import Setting
from bot.content.editions import write_edition
from bot.content.folders import Folders
from bot.content.problems import Problem
from bot.content.source import Fields, Items, Node, Text, parse
from bot.dialogue.content import Content
from bot.review.edition import Edition

# Blank lines and comments after an answer belong to the next one.
_TRAIL = re.compile(r"(\n[ \t]*(#[^\n]*)?)+\Z")


class Fate(StrEnum):
    """What becomes of a file from one edition to another."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class FileChange:
    """A file that another edition has otherwise, and how many lines (blank ones left out) it gains and loses."""

    file: str
    fate: Fate
    gained: int
    lost: int


@dataclass(frozen=True)
class Passage:
    """A piece of a file, as it was written."""

    file: str
    text: str


def content_of(edition: Edition) -> Content:
    """An edition ready for use; raises BrokenContent."""
    with _laid_out(edition) as folders:
        return replace(library.load(folders), version=edition.version)


def findings(edition: Edition, setting: Setting) -> list[Problem]:
    """Everything the checker says of an edition."""
    with _laid_out(edition) as folders:
        return library.inspect(folders, setting)[1]


def difference(old: Edition, new: Edition) -> Iterator[str]:
    """The lines of a unified diff, file by file; none where both say the same."""
    for name in sorted(old.files.keys() | new.files.keys()):
        yield from _file_difference(name, old, new)


def _file_difference(name: str, old: Edition, new: Edition) -> Iterator[str]:
    before, after = old.files.get(name), new.files.get(name)
    ends = [name if text is not None else "/dev/null" for text in (before, after)]
    return unified_diff(_lines(before), _lines(after), ends[0], ends[1], lineterm="")


def changes(old: Edition, new: Edition) -> Iterator[FileChange]:
    """Each file that differs, by name."""
    for name in sorted(old.files.keys() | new.files.keys()):
        if old.files.get(name) == new.files.get(name):
            continue
        # The first two lines name the file.
        signs = [line[0] for line in islice(_file_difference(name, old, new), 2, None) if len(line) > 1]
        fate = Fate.ADDED if name not in old.files else Fate.CHANGED if name in new.files else Fate.REMOVED
        yield FileChange(name, fate, signs.count("+"), signs.count("-"))


def answer_passage(edition: Edition, reply: str, answer: int) -> Passage | None:
    """One answer (from 0) of a reply's file, from its first line to its last; None where there is none."""
    found = _file(edition, "replies", reply)
    answers = _field(found[1], "answers") if found else None
    if found is None or not isinstance(answers, Items) or answer >= len(answers.items):
        return None
    name, _ = found
    starts = [node.place.line for node in answers.items]
    lines = _lines(edition.files[name])
    end = starts[answer + 1] - 1 if answer + 1 < len(starts) else len(lines)
    rows = lines[starts[answer] - 1 : end]
    return Passage(name, dedent(_TRAIL.sub("", "\n".join(rows))))


def title(edition: Edition, intent: str, language: str) -> str | None:
    """What the editors called a question then."""
    found = _file(edition, "intents", intent)
    spoken = _field(_field(found[1], "title"), language) if found else None
    return spoken.value.strip() if isinstance(spoken, Text) else None


@contextmanager
def _laid_out(edition: Edition) -> Iterator[Folders]:
    with TemporaryDirectory(prefix="signpost-") as folder:
        folders = Folders(Path(folder) / "intents", Path(folder) / "replies")
        for path in (folders.intents, folders.replies):
            path.mkdir()
        write_edition(edition, folders)
        yield folders


def _file(edition: Edition, folder: str, stem: str) -> tuple[str, Node] | None:
    """The file of that name, and its tree."""
    paths: Mapping[str, PurePosixPath] = {name: PurePosixPath(name) for name in edition.files}
    name = next((name for name, path in paths.items() if path.parts[0] == folder and path.stem == stem), None)
    tree = parse(edition.files[name].removeprefix("\ufeff"), name)[0] if name else None
    return (name, tree) if name and tree else None


def _field(node: Node | None, name: str) -> Node | None:
    return node.fields.get(name) if isinstance(node, Fields) else None


def _lines(text: str | None) -> list[str]:
    return re.split(r"\r\n|\r|\n", text) if text else []
