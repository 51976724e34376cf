"""Which files are there, who wrote the newest, and how are those of another time put back?"""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from bot.content.folders import ENDING, Folders, saves, yaml_files
from bot.review.edition import Edition

Signature = Mapping[str, tuple[int, int, int]]

ASIDE = "put-aside"
_INTENTS, _REPLIES = "intents", "replies"
_GIT_SECONDS = 5


def read_edition(folders: Folders) -> Edition:
    """The files as they stand. What cannot be read is left out: such a file is never loaded."""
    files: dict[str, str] = {}
    for name, path in sorted(_files(folders)):
        with suppress(UnicodeDecodeError, OSError):
            files[name] = path.read_bytes().decode("utf-8")
    return Edition(files)


def strays(standing: Edition, folders: Folders) -> list[Path]:
    """Files that the edition as it stands does not hold, as they cannot be read or have a wrong ending.

    With them, nothing goes live.
    """
    return [path for name, path in _yaml(folders) if name not in standing.files]


def write_edition(edition: Edition, folders: Folders) -> None:
    """Put the files of an edition in place of those that stand there, strays too; each changes in one step.

    All are written beside their places first, and what goes is set aside: where one cannot be, an OSError is raised
    and nothing has changed.
    """
    standing = dict(_yaml(folders))
    beside: dict[Path, Path] = {}
    gone: dict[Path, Path] = {}
    try:
        for path, text in _changed(edition, standing, folders):
            beside[path] = path.with_suffix(".new")
            beside[path].write_bytes(text)
        for name in standing.keys() - edition.files.keys():
            gone[standing[name]] = standing[name].replace(standing[name].with_suffix(".gone"))
    except OSError:
        for made in beside.values():
            with suppress(OSError):
                made.unlink()
        for path, aside in gone.items():
            aside.replace(path)
        raise
    for path, made in beside.items():
        made.replace(path)
    for aside in gone.values():
        aside.unlink()


def _changed(edition: Edition, standing: Mapping[str, Path], folders: Folders) -> Iterator[tuple[Path, bytes]]:
    """The files that have to be written, in folders that are there."""
    for name, text in edition.files.items():
        path, wanted = _path(name, folders), text.encode()
        if name not in standing or path.read_bytes() != wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            yield path, wanted


def put_aside(version: str, folders: Folders) -> Path:
    """A copy of all files, readable or not, in a new folder beside `intents/`; raises OSError."""
    beside = folders.intents.parent / ASIDE
    aside = next(path for number in count(1) if not (path := beside / f"{version}-{number}").exists())
    try:
        for name, path in _yaml(folders):
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, aside / name)
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return aside


def signature(folders: Folders) -> Signature:
    """Time, size and inode of each file; another one as soon as anything is saved."""
    return {**saves(folders.intents), **saves(folders.replies)}


def last_editor(folders: Folders) -> str:
    """Who wrote the newest file: its last commit's author, or its owner while it is not committed; else blank."""
    newest = max((path for _, path in _files(folders)), key=_saved_at, default=None)
    if newest is None:
        return ""
    if _git(newest, "status", "--porcelain", "--ignored", "--") == "":
        return _git(newest, "log", "-1", "--format=%an", "--") or ""
    with suppress(KeyError, OSError):
        return newest.owner()
    return ""


def _saved_at(path: Path) -> float:
    with suppress(FileNotFoundError):
        return path.stat().st_mtime
    return 0


def _git(path: Path, *arguments: str) -> str | None:
    """What git says of a file; None where there is no git, or no repository."""
    command = ["git", "-C", str(path.parent), *arguments, path.name]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_GIT_SECONDS, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    return done.stdout.strip()


def _files(folders: Folders) -> Iterator[tuple[str, Path]]:
    """Those of the right ending, by name."""
    return ((name, path) for name, path in _yaml(folders) if path.suffix == ENDING)


def _yaml(folders: Folders) -> Iterator[tuple[str, Path]]:
    """Names such as `intents/talk/thanks.yaml`, whatever the folders are called."""
    for folder, name in ((folders.intents, _INTENTS), (folders.replies, _REPLIES)):
        yield from ((f"{name}/{path.relative_to(folder).as_posix()}", path) for path in yaml_files(folder))


def _path(name: str, folders: Folders) -> Path:
    folder, _, rest = name.partition("/")
    return (folders.intents if folder == _INTENTS else folders.replies) / rest
