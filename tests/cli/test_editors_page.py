"""Does the program do what the editors' pages show?"""

import re
import shutil
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.content import library
from bot.content.checks.every import Setting
from bot.content.folders import Folders
from bot.content.memory import Memory
from tests.cli.conftest import Signpost
from tests.samples import ROOT
from tests.test_docs import EDITORS, both_languages, fences

_EXPLAIN = "$ signpost explain "


class Lesson(NamedTuple):
    """What a page adds, an example and a rule, and which sentence is understood after each, with its score."""

    example: str
    rule: str
    told: list[tuple[str, str]]


@pytest.fixture
def copied(tmp_path: Path) -> Folders:
    """The shipped content in a folder to try things in."""
    for name in ("intents", "replies"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return Folders(tmp_path / "intents", tmp_path / "replies")


def _transcript(language: str) -> tuple[str, list[str]]:
    """The sentence that the page has explained, and what it shows of the answer."""
    block = next(text for text in fences(EDITORS[language], "console") if text.startswith(_EXPLAIN))
    typed, *shown = block.splitlines()
    return typed.removeprefix(_EXPLAIN), [line for line in shown if line != "…"]


@both_languages
def test_sentence_is_explained_as_the_page_shows(fresh: Signpost, language: str) -> None:
    sentence, shown = _transcript(language)
    said = fresh.tell("explain", sentence).splitlines()
    assert [line for line in shown if line not in said] == []


def _lesson(language: str) -> Lesson:
    text, (sentence, _) = EDITORS[language].read_text("utf-8"), _transcript(language)
    example, rule = (
        next(block for block in fences(EDITORS[language], "yaml") if start in block)
        for start in (f"    - {sentence}\n", "    - 轮到谁")
    )
    told = re.findall(r"(现在到底归哪头管|如今归哪边管).{0,30}?(0\.\d\d)", text, re.DOTALL)
    return Lesson(example, rule, told)


def test_both_pages_teach_the_same_phrases() -> None:
    assert _lesson("en") == _lesson("zh")


def test_phrase_is_learnt_as_the_pages_say(copied: Folders) -> None:
    lesson = _lesson("en")
    # With one memory the second look hears only what the first has not heard.
    look = partial(library.inspect, copied, Setting(sentences=False), memory=Memory())
    path = copied.intents / "progress" / "next_step.yaml"
    scores = []
    for (said, _), before, after in (
        (lesson.told[0], "examples:\n  zh:\n", f"examples:\n  zh:\n{lesson.example}"),
        (lesson.told[1], re.findall(r".*轮到谁、该谁了.*\n", path.read_text("utf-8"))[0], lesson.rule),
    ):
        path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")
        content, problems = look()
        assert (content is not None, problems) == (True, [])
        best = content.matcher.match(said).best if content else None
        scores.append((said, f"{best.score:.2f}" if best and best.intent == "next_step" else ""))
    assert scores == lesson.told
