"""What did the same files teach last time? It is kept beside them, as Python keeps its compiled modules."""

import hashlib
import io
import os
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from bot.matching.examples import Learnt, Lessons
from bot.matching.softmax import Softmax
from bot.matching.vectors import Vocabulary

# It lies beside the questions, and git does not see it.
FOLDER = ".learnt"
# Whoever goes back and forth between two versions of the files waits for neither.
_MOST = 2
_PROGRAM = Path(__file__).parents[1]
# What has a say in how a sentence is read, heard and learnt.
_FLOORS = ("content", "matching")
_LIBRARIES = ("opencc", "pyspellchecker")
_Array = NDArray[Any]
_Arrays = Mapping[str, _Array]


@dataclass(frozen=True)
class LessonFile:
    """The file of lessons for one state of the editors' files; where it cannot be written, nothing is kept."""

    path: Path

    def recall(self) -> Lessons | None:
        """The lessons; None where there are none, or the file is damaged."""
        try:
            with self.path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                taught = {language: _taught(arrays, language) for language in _lines(arrays["taught"])}
                return Lessons(_lines(arrays["languages"]), taught)
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            return None

    def keep(self, languages: Sequence[str], learnt: Mapping[str, Learnt]) -> None:
        """Write the lessons in one step, and let the oldest go."""
        arrays = {"languages": _text(languages), "taught": _text([*learnt])}
        for language, own in learnt.items():
            arrays |= {f"{language}.{name}": array for name, array in _arrays(own)}
        written = io.BytesIO()
        np.savez(written, allow_pickle=False, **arrays)
        with suppress(OSError):
            self.path.parent.mkdir(exist_ok=True)
            beside = self.path.with_suffix(f".{os.getpid()}")
            beside.write_bytes(written.getbuffer())
            beside.replace(self.path)
            for old in sorted(self.path.parent.iterdir(), key=_age)[_MOST:]:
                old.unlink()


def lesson_file(intents: Path, sources: Hashable) -> LessonFile:
    """The file for the folder of questions; `sources`: all that stands in it."""
    key = hashlib.sha256(repr((_program(), sources)).encode()).hexdigest()[:32]
    return LessonFile(intents / FOLDER / f"{key}.npz")


@cache
def _program() -> tuple[str, ...]:
    """Another one as soon as this program hears in another way."""
    code = hashlib.sha256()
    for path in sorted(path for floor in _FLOORS for path in (_PROGRAM / floor).rglob("*")):
        if path.suffix in {".py", ".txt"}:
            code.update(path.read_bytes())
    return code.hexdigest(), *map(version, _LIBRARIES)


def _age(path: Path) -> float:
    return -path.stat().st_mtime


def _arrays(learnt: Learnt) -> Iterator[tuple[str, _Array]]:
    features, rows, sizes = learnt.vocabulary.parts
    yield "features", _text([feature for own in features for feature in own])
    yield "kinds", np.array(list(map(len, features)))
    yield "rows", rows.astype(np.int32)
    yield "sizes", sizes.astype(np.int16)
    softmax = learnt.softmax
    yield "labels", _text(softmax.labels)
    # `learning` sees to it that nothing is lost by this.
    yield "weights", softmax.weights.astype(np.float16)
    yield "common", softmax.common
    yield "others", softmax.others


def _taught(arrays: _Arrays, language: str) -> tuple[Vocabulary, Softmax]:
    own = {name.removeprefix(f"{language}."): arrays[name] for name in arrays if name.startswith(f"{language}.")}
    known = iter(_lines(own["features"]))
    features = [list(islice(known, size)) for size in own["kinds"].tolist()]
    vocabulary = Vocabulary(features, own["rows"].astype(np.int64), own["sizes"].astype(np.int64))
    weights = own["weights"].astype(np.float32)
    return vocabulary, Softmax(_lines(own["labels"]), weights, own["common"], own["others"])


def _text(lines: Sequence[str]) -> _Array:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def _lines(text: _Array) -> list[str]:
    return bytes(text).decode().split("\n")
