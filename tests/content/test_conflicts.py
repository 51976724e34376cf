"""Is it known what an example would do to others before it is written?"""

from pathlib import Path

import pytest

from bot.content.adding import with_example
from bot.content.conflicts import brought, fresh
from bot.content.folders import Folders
from bot.content.problems import Place, problem
from tests.content.seeded import build


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Two questions without any finding of their own."""
    root = build(tmp_path)
    return Folders(root / "intents", root / "replies")


def rules(folders: Folders, sentence: str) -> list[str]:
    path = folders.intents / "how_long.yaml"
    text = with_example(path.read_text("utf-8"), "intents/how_long.yaml", "zh", sentence)
    assert isinstance(text, str)
    return [problem.rule for problem in brought(folders, path, text)]


def test_example_that_bothers_nobody_brings_no_finding(folders: Folders) -> None:
    assert rules(folders, "要几天") == []


def test_example_that_another_question_wins_is_found(folders: Folders) -> None:
    assert set(rules(folders, "为什么网签卡住了")) == {"stolen-example"}


def test_example_of_another_question_is_found(folders: Folders) -> None:
    assert "example-twice" in rules(folders, "卡住了")


def test_looking_changes_no_file(folders: Folders) -> None:
    before = {path: path.read_bytes() for path in folders.intents.rglob("*")}
    rules(folders, "要几天")
    assert {path: path.read_bytes() for path in folders.intents.rglob("*")} == before


def test_finding_that_only_moved_to_another_line_is_not_fresh(folders: Folders) -> None:
    path = folders.intents / "why.yaml"
    path.write_text(
        path.read_text("utf-8").replace("    - 卡住了\n", "    - 卡住了\n    - 网签要几天\n"), encoding="utf-8"
    )
    assert brought(folders, path, "# one line more\n" + path.read_text("utf-8")) == []


def test_finding_with_other_values_is_fresh() -> None:
    old, new = (problem("example-twice", Place("x", 1), text=text, other="y", spot="z") for text in "ab")
    assert fresh([old, new], [old]) == [new]
