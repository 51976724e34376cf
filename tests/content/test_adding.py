"""Does a file say the same as before and one example more, with every comment where it was?"""

from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.content.adding import with_example
from bot.content.problems import Problem
from tests.samples import ROOT

FILES = sorted((ROOT / "intents").rglob("*.yaml"))
TEXTS = [path.read_text("utf-8") for path in FILES if not path.name.startswith("_")]
SHORT = """\
# 头上的注释
title: {zh: 标题, en: Title}
examples:
  zh:
    - 第一句   # 为什么有它
    # 下面的话
  en:
    - first
    - "a: b"
# the end
"""
_sentences = st.text(
    alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"),
    min_size=1,
    max_size=30,
).filter(lambda text: text == text.strip())


def meaning(text: str) -> Any:
    return yaml.load(text.removeprefix("\ufeff"), yaml.CBaseLoader)  # noqa: S506


def added(text: str, language: str, sentence: str) -> str:
    found = with_example(text, "intents/x.yaml", language, sentence)
    assert isinstance(found, str), found
    return found


def test_example_stands_behind_the_last_of_its_language() -> None:
    assert added(SHORT, "zh", "第二句") == SHORT.replace("有它\n", "有它\n    - 第二句\n")


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("还要多久？", "- 还要多久？"),
        ("what's next", "- what's next"),
        ("no", "- no"),
        ("- dash", "- '- dash'"),
        ("a: b", "- 'a: b'"),
        ("#1", "- '#1'"),
        ("'quoted'", "- '''quoted'''"),
        ("[x]", "- '[x]'"),
        ("50 % # sure", "- '50 % # sure'"),
    ],
)
def test_sentence_is_quoted_only_where_needed(sentence: str, line: str) -> None:
    assert added("examples:\n  zh:\n    - x\n", "zh", sentence).splitlines()[3].strip() == line


@given(st.sampled_from(TEXTS), st.sampled_from(["zh", "en"]), _sentences)
@settings(max_examples=150)
@example(SHORT, "en", "last: one")
@example(SHORT.rstrip(), "zh", "x")
@example(SHORT.replace("\n", "\r\n"), "zh", "y")
@example("\ufeff" + SHORT, "zh", "z")
@example("examples:\n  zh:\n  - |\n    long\n\n    block\n\n  en: [a]\n", "zh", "z")
@example("examples:\n  zh:\n  - >-\n    long\n    block", "zh", "z")
@example("examples:\n  zh:\n  - 'over\n\n    lines'\n", "zh", "z")
@example("examples:\n  zh:\n  - over\n    lines\n\n# x\n", "zh", "z")
def test_file_says_the_same_and_one_example_more(text: str, language: str, sentence: str) -> None:
    expected = meaning(text)
    if sentence.casefold() in {known.casefold() for texts in expected["examples"].values() for known in texts}:
        return
    expected["examples"][language].append(sentence)
    assert meaning(added(text, language, sentence)) == expected


@given(st.sampled_from([*TEXTS, SHORT, SHORT.replace("\n", "\r\n")]), st.sampled_from(["zh", "en"]))
def test_every_line_survives_as_it_was(text: str, language: str) -> None:
    longer = added(text, language, "一句谁也没说过的话").splitlines(keepends=True)
    assert [line for line in longer if "一句谁也没说过的话" not in line] == text.splitlines(keepends=True)


@pytest.mark.parametrize("sentence", ["第一句", "FIRST", "A: B"])
def test_sentence_that_is_there_already_is_refused_with_its_place(sentence: str) -> None:
    found = with_example(SHORT, "intents/x.yaml", "zh", sentence)
    assert (isinstance(found, Problem), getattr(found, "rule", "")) == (True, "example-twice")


@pytest.mark.parametrize(
    "text",
    [
        "title: x\n",
        "examples: [a]\n",
        "examples:\n  zh: [a, b]\n",
        "examples:\n  zh:\n",
        "examples:\n  zh:\n    - - a\n",
        "examples:\n  zh: - a\n",
        "- a\n",
        "",
        "examples:\n  en:\n    - a\n",
    ],
)
def test_file_without_a_list_to_add_to_is_refused(text: str) -> None:
    assert isinstance(with_example(text, "intents/x.yaml", "zh", "b"), Problem)


@pytest.mark.parametrize("sentence", ["two\nlines", "a\x00b", "a\u2028b"])
def test_sentence_that_is_no_single_line_is_refused(sentence: str) -> None:
    assert isinstance(with_example(SHORT, "intents/x.yaml", "zh", sentence), Problem)


@given(st.integers(0, len(SHORT)), st.integers(0, 9), st.text(alphabet="- :#'\"\n\ta|>[]{}&*!？", max_size=6))
def test_spoilt_file_is_refused_or_still_says_one_more(start: int, length: int, instead: str) -> None:
    text = SHORT[:start] + instead + SHORT[start + length :]
    found = with_example(text, "intents/x.yaml", "zh", "又一句")
    if isinstance(found, str):
        expected = meaning(text)
        expected["examples"]["zh"].append("又一句")
        assert meaning(found) == expected
