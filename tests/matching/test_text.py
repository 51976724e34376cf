"""Are spelling habits evened out, and does every unit know where it came from?"""

from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.matching.text import MAX_CHARACTERS, key, read

WRITTEN = st.text(st.sampled_from("网签網簽放不没款 啊！？ＡＢab123👍\u200b\n’'éß能"), max_size=40)
ANYTHING = st.one_of(st.text(max_size=80), WRITTEN)


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("網簽還要多久", ["网", "签", "还", "要", "多", "久"]),
        ("ＷＨＹ can’t", ["why", "cant"]),
        ("放不放款", ["放", "款"]),
        ("能不能签", ["能", "签"]),
        ("批没批", ["批", "没"]),
        ("不懂不懂不懂", ["不", "懂"]),
        ("急急急急！！！！", ["急"]),
        ("sooooo slow", ["so", "slow"]),
        ("12号 100000元", ["12", "号", "100000", "元"]),
        ("签👍约", ["签", "约"]),
        ("签\u200b约", ["签", "约"]),
        ("signing signed signs", ["sign", "sign", "sign"]),
        ("class this bus", ["class", "this", "bus"]),
        ("", []),
        ("？？？", []),
    ],
)
def test_spelling_habits_are_evened_out(typed: str, units: list[str]) -> None:
    assert [unit.text for unit in read(typed).units] == units


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("还要多久", "zh"),
        ("how long", "en"),
        ("wangqian要多久", "zh"),
        ("hello 您", "zh"),
        ("12345", None),
        ("👍", None),
    ],
)
def test_language_is_what_most_units_are_written_in(typed: str, language: str | None) -> None:
    assert read(typed).language == language


def test_question_by_repetition_is_remembered_as_whether() -> None:
    assert [read(typed).asks_whether for typed in ("放不放款", "签没签", "放款")] == [True, True, False]


@given(ANYTHING)
def test_evening_out_twice_changes_nothing_more(typed: str) -> None:
    once = read(typed).normalised
    assert read(once).normalised == once


def test_no_short_string_of_repeated_questions_changes_when_read_again() -> None:
    strings = ["".join(letters) for length in range(1, 7) for letters in product("签没不有", repeat=length)]
    once = [read(typed).normalised for typed in strings]
    assert [read(typed).normalised for typed in once] == once


@given(ANYTHING)
def test_every_unit_points_into_the_original_in_order(typed: str) -> None:
    spots = [(unit.start, unit.end) for unit in read(typed).units]
    assert all(0 <= start < end <= len(typed) for start, end in spots)
    assert spots == sorted(spots)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_line_end_parts_words_like_a_space(one: str, other: str) -> None:
    assert key(f"{one}\n{other}") == key(f"{one} {other}")


def test_ten_thousand_characters_are_read_up_to_the_limit() -> None:
    assert len(read("网签" * 5000).units) == MAX_CHARACTERS


@given(st.sampled_from(["网签", "网上签约", "why can't I sign", "过户"]))
def test_word_of_the_lexicon_is_cut_like_a_message(word: str) -> None:
    assert key(word) == tuple(unit.text for unit in read(f" {word}！").units)


@given(ANYTHING)
def test_a_word_is_cut_into_the_units_of_a_message(text: str) -> None:
    utterance = read(text)
    # 有没有 by itself is another word than 有.
    assume(not (utterance.asks_whether and len(utterance.units) == 1))
    assert key(text) == tuple(unit.text for unit in utterance.units)


@pytest.mark.parametrize(("word", "unit"), [("有没有", "有没有"), (" 㩵不㩵 ", "擜不擜")])
def test_a_word_that_only_asks_whether_is_one_unit_as_it_is_typed(word: str, unit: str) -> None:
    assert (key(word), read(word).whether) == ((unit,), ((0, unit),))
    assert read(word).texts != (unit,)


def test_each_unit_that_asks_whether_is_remembered_as_it_was_typed() -> None:
    assert read("明天能不能签，有没有人，批没批，好好好").whether == ((2, "能不能"), (4, "有没有"))


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("贷款批没批", "贷款批没"),
        ("签没签成", "签没成"),
        ("放不放款", "放款"),
        ("有没有消息", "有消息"),
        ("没批", "没批"),
    ],
)
def test_what_asks_whether_it_is_done_keeps_the_word_for_it(typed: str, units: str) -> None:
    assert "".join(read(typed).texts) == units
    assert key(f"请问{typed}") == tuple(f"请问{units}")


def test_rare_cantonese_character_stays_a_unit() -> None:
    assert [unit.text for unit in read("嗰日").units] == ["嗰", "日"]


@pytest.mark.parametrize(
    ("text", "borders"),
    [
        ("没人带，签约去哪", 0b100),
        ("签。放款！", 0b101),
        ("，签", 0),
        ("1,000 和 3.5", 0),
        ("ok. sign, then pay", 0b11),
    ],
)
def test_signs_end_phrases_but_not_figures(text: str, borders: int) -> None:
    assert read(text).borders == borders
