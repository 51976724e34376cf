"""Is the tone judged as a careful reader would, and told at the place that an editor has to change?"""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.checks.figures import numbers
from bot.content.folders import Folders
from bot.content.library import inspect
from bot.content.problems import Problem
from bot.content.tone.dates import bare_weekdays, weekdays
from bot.content.tone.glossary import GlossaryTerm
from bot.content.tone.sentences import length, sentences
from bot.content.tone.words import WordList
from bot.wording import dates
from tests.content.seeded import build, setting

_LANGUAGES = ("zh", "en")
_days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def _found(root: Path) -> list[Problem]:
    return inspect(Folders(root / "intents", root / "replies"), setting())[1]


@given(_days, _days, st.sampled_from(_LANGUAGES))
def test_a_day_as_we_say_it_always_has_its_right_weekday(on: date, today: date, language: str) -> None:
    assert list(weekdays(dates.day(on, language, today), language, today)) == []


@given(_days, st.integers(1, 6), st.sampled_from(_LANGUAGES))
def test_a_day_with_any_other_weekday_is_always_told(on: date, shift: int, language: str) -> None:
    other = on + timedelta(days=shift)
    wrong = dates.day(on, language, on).replace(_weekday(on, language), _weekday(other, language))
    assert [rule for rule, _, _ in weekdays(wrong, language, on)] == ["wrong-weekday"]


def _weekday(on: date, language: str) -> str:
    return f"周{'一二三四五六日'[on.weekday()]}" if language == "zh" else f"{on:%a} "


@given(_days, _days)
def test_a_day_has_the_same_numbers_in_both_languages(on: date, today: date) -> None:
    said = [set(numbers(dates.day(on, language, today))) for language in _LANGUAGES]
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("好。下一步：等。", "zh", ["好", "下一步：等"]),
        ("Yes. Wait\nfor it!", "en", ["Yes.", "Wait", "for it!"]),
    ],
    ids=["Chinese", "English"],
)
def test_a_line_is_at_most_one_sentence(text: str, language: str, expected: list[str]) -> None:
    assert list(sentences(text, language)) == expected


def test_a_date_with_its_weekday_is_read_as_four_characters() -> None:
    assert length("9 月 23 日（周三）11:00 前签", "zh") == 6


def test_an_english_word_is_found_whole_and_in_any_case() -> None:
    words = WordList("en", {"soon": "by a day"})
    assert [list(words.within(text)) for text in ("Soon, then", "sooner", "monsoon")] == [
        [("Soon", "by a day")],
        [],
        [],
    ]


def test_a_term_is_explained_by_any_of_its_plain_words() -> None:
    term = GlossaryTerm("zh", ("备案",), ("政府登记", "政府收下"), "政府登记这份合同")
    assert [term.unexplained(text) for text in ("还要备案", "备案，政府收下合同", "等着")] == ["备案", None, None]


def test_a_fault_in_a_piece_is_told_in_the_pieces_and_once(tmp_path: Path) -> None:
    root = build(tmp_path)
    path = root / "replies" / "_pieces.yaml"
    path.write_text(path.read_text("utf-8").replace("请放心", "保证放心"), "utf-8")
    assert [(found.place.spot, found.rule) for found in _found(root)] == [("replies/_pieces.yaml:4", "promise")]


def test_a_long_sentence_is_told_at_the_line_it_owes_most_to(tmp_path: Path) -> None:
    root = build(tmp_path)
    path = root / "replies" / "_welcome_back.yaml"
    tail = "、".join(["材料交了没有"] * 7)
    path.write_text(path.read_text("utf-8").replace("联系您，最晚", f"联系您，问{tail}，最晚"), "utf-8")
    assert [(found.place.spot, found.rule) for found in _found(root)] == [
        ("replies/_welcome_back.yaml:6", "long-sentence")
    ]


def test_the_lists_of_words_are_missed(tmp_path: Path) -> None:
    root = build(tmp_path)
    for name in ("_tone", "_glossary"):
        (root / "replies" / f"{name}.yaml").unlink()
    assert [(found.place.spot, found.rule, found.message("en")) for found in _found(root)] == [
        ("replies:1", "missing-file", "'_glossary.yaml' is missing"),
        ("replies:1", "missing-file", "'_tone.yaml' is missing"),
    ]


def test_an_unknown_status_reply_is_told_at_its_place(tmp_path: Path) -> None:
    root = build(tmp_path)
    path = root / "replies" / "_tone.yaml"
    path.write_text(path.read_text("utf-8").replace("- _welcome_back", "- _welcome_bakc"), "utf-8")
    assert [(found.rule, found.message("en")) for found in _found(root)] == [
        ("unknown-intent", "there is no question '_welcome_bakc'")
    ]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("zh", "周五前签完。", ["周五"]),
        ("zh", "约在 11 月 25 日（周三）；周一到周五、周六周日，每周三，一周五天，本周一共三件。", []),
        ("en", "You sign it by Friday, or on Wed.", ["Friday", "on Wed"]),
        ("en", "Wednesday 25 November, Thursday 26 November. Monday to Friday. Saturday, Sunday and holidays.", []),
        ("en", "Every other Friday; Wednesday, November 25; 25 Nov, Wednesday.", []),
    ],
)
def test_only_a_weekday_without_its_date_is_bare(language: str, text: str, found: list[str]) -> None:
    assert [one[0] for one in bare_weekdays(text, language)] == found
