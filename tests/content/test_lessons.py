"""Is what examples teach kept beside the files, and never taken for what other files teach?"""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bot.content.folders import Folders
from bot.content.lessons import FOLDER, LessonFile, lesson_file
from bot.content.library import load
from bot.matching.examples import Lessons
from tests.content.seeded import build

_ASKED = ("how long xd", "要多久 xa", "牛肉怎么炖", "xe how long")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A small installation that nobody has learnt from."""
    root = build(tmp_path / "content")
    return Folders(root / "intents", root / "replies")


def _files(folders: Folders) -> list[Path]:
    return sorted((folders.intents / FOLDER).glob("*"))


def _learn(folders: Folders) -> list[object]:
    """What a program that starts now makes of some messages."""
    matcher = load(folders).matcher
    matcher.learn()
    return [[(entry.intent, entry.score) for entry in matcher.match(text).candidates] for text in _ASKED]


def test_what_was_kept_says_exactly_what_waslearnt(folders: Folders) -> None:
    first = _learn(folders)
    (kept,) = _files(folders)
    written = kept.stat().st_mtime_ns
    assert _learn(folders) == first
    assert [(path, path.stat().st_mtime_ns) for path in _files(folders)] == [(kept, written)]


def test_another_process_recalls_it_without_learning(folders: Folders) -> None:
    _learn(folders)
    code = (
        "import sys; from pathlib import Path; from bot.content.library import Folders, load;"
        f"load(Folders(Path({str(folders.intents)!r}), Path({str(folders.replies)!r}))).matcher.learn();"
        "print('scipy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize("damage", [lambda whole: whole[: len(whole) // 2], lambda _: b"", lambda _: b"PK\x03\x04 no"])
def test_damaged_file_is_written_anew(folders: Folders, damage: type) -> None:
    first = _learn(folders)
    (kept,) = _files(folders)
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    assert _learn(folders) == first
    assert LessonFile(kept).recall() is not None


def test_changed_question_teaches_anew_and_only_the_last_two_are_kept(folders: Folders) -> None:
    path = folders.intents / "how_long.yaml"
    for number, word in enumerate(("xq", "xr", "xs")):
        path.write_text(path.read_text("utf-8") + f"# {word}\n", "utf-8")
        _learn(folders)
        for place, kept in enumerate(_files(folders)):
            os.utime(kept, (number, place))
    assert len(_files(folders)) == 2


def test_where_nothing_can_be_written_the_answers_are_the_same(folders: Folders) -> None:
    (folders.intents / FOLDER).write_text("a file stands in the way", "utf-8")
    blocked = _learn(folders)
    (folders.intents / FOLDER).unlink()
    assert _learn(folders) == blocked


def test_other_texts_have_another_file(tmp_path: Path) -> None:
    names = {lesson_file(tmp_path, sources).path.name for sources in (("a", "b"), ("a", "c"), ("a", "b"))}
    assert len(names) == 2


def test_numbers_come_back_as_they_were(folders: Folders) -> None:
    matcher = load(folders).matcher
    matcher.learn()
    (kept,) = _files(folders)
    lessons = LessonFile(kept).recall()
    assert isinstance(lessons, Lessons)
    for language, learnt in matcher._examples.learnt.items():  # noqa: SLF001
        vocabulary, softmax = lessons.taught[language]
        for mine, other in zip(learnt.vocabulary.parts, vocabulary.parts, strict=True):
            assert np.array_equal(np.array(mine, object), np.array(other, object))
        for name in ("weights", "common", "others"):
            assert np.array_equal(getattr(learnt.softmax, name), getattr(softmax, name))
