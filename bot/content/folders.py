"""Which files of a folder are the editors'? One rule for whoever reads, watches, copies or writes them."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENDING = ".yaml"
_ENDINGS = ENDING, ".yml"
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


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder and of those in it, nearer the top first; with a wrong ending, too.

    What is hidden, or lies in a hidden folder, is a program's and no editor's.
    """
    found = list[Path]()
    for at, inner, files in os.walk(folder):
        inner[:] = (name for name in inner if not name.startswith("."))
        own = (name for name in (*inner, *files) if not name.startswith("."))
        found += (Path(at, name) for name in own if name.lower().endswith(_ENDINGS))
    return iter(sorted(found, key=lambda path: (len(path.parts), path.parts)))


def called(path: Path, folder: Path) -> str:
    """A file's name as findings give it: `intents/money/taxes.yaml`."""
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"


def file_of(name: str, folder: Path) -> Path | None:
    """The file of a question, reply or list by its name."""
    return next((path for path in yaml_files(folder) if path.name == f"{name}{ENDING}"), None)
