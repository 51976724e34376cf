"""Which files of a folder are the editors'? One rule for whoever reads, watches, copies or writes them."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ENDING = ".yaml"
# Where a system hides endings, a file gets two.
_ENDINGS = ENDING, ".yml", ".yaml.txt", ".yml.txt"
# A button's data holds the name, and Telegram allows 64 bytes for it.
_NAME = re.compile(r"[a-z][a-z0-9_]{1,39}")


@dataclass(frozen=True)
class Folders:
    """Where the editors' files are."""

    intents: Path
    replies: Path


def is_name(typed: str) -> bool:
    """May a question or a folder be called so?

    >>> is_name("parking"), is_name("Parking!"), is_name("_words")
    (True, False, False)
    """
    return _NAME.fullmatch(typed) is not None


def rightly(path: Path) -> str:
    """What a file with another ending should be called."""
    return path.name.partition(".")[0] + ENDING


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder and of those in it, nearer the top first; with a wrong ending, too.

    What is hidden, or lies in a hidden folder, is a program's and no editor's.
    """
    found = (Path(entry.path) for entry in _entries(folder))
    return iter(sorted(found, key=lambda path: (len(path.parts), path.parts)))


def saves(folder: Path) -> Mapping[str, tuple[int, int, int]]:
    """Time, size and inode of each of these files: others as soon as anything is saved."""
    found = {}
    for entry in _entries(folder):
        with suppress(OSError):
            state = entry.stat()
            found[entry.path] = state.st_mtime_ns, state.st_size, state.st_ino
    return found


def _entries(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """The files in no order. They are looked for several times a second, so that no path is made of them.

    An inner folder that nobody may open stands for itself: whoever reads it is told so.
    """
    with suppress(OSError), os.scandir(folder) as inside:
        for entry in inside:
            if entry.name.startswith("."):
                continue
            if entry.name.lower().endswith(_ENDINGS):
                yield entry
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path) if os.access(entry, os.R_OK | os.X_OK) else (entry,)


def called(path: Path, folder: Path) -> str:
    """A file's name as findings give it: `intents/money/taxes.yaml`."""
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"


def file_of(name: str, folder: Path) -> Path | None:
    """The file of a question, reply or list by its name."""
    return next((path for path in yaml_files(folder) if path.name == f"{name}{ENDING}"), None)
