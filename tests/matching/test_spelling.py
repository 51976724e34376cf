"""Is a slip of the finger read as the word that was meant, and everything else left as it is?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.english import guesses
from bot.content.library import syllables
from bot.matching.homophones import Homophones
from bot.matching.neighbours import Neighbours
from bot.matching.pinyin import Pinyin
from bot.matching.spelling import Spelling
from bot.matching.text import key, read

KNOWN = frozenset(
    unit for word in ("sign", "sing", "the loan", "months", "approval", "book", "guo", "when") for unit in key(word)
)
WORDS = ("怎么算", "怎么办", "增加", "交房", "方便")
HOMOPHONES = Homophones(Neighbours(list(map(key, WORDS))), syllables())
SPELLING = Spelling(
    KNOWN | set("么算办加交便房方增怎"), KNOWN - {"sing"}, Pinyin(syllables().values()), guesses, HOMOPHONES
)


def corrected(text: str) -> tuple[str, ...]:
    return SPELLING.corrected(read(text)).texts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("teh loann", ("the", "loan")),
        ("aproval", ("approval",)),
        ("monhts", ("month",)),
        ("red bok", ("red", "book")),
        ("wehn 贷款", ("when", "贷", "款")),
    ],
)
def test_slip_is_read_as_the_word_that_was_meant(typed: str, meant: tuple[str, ...]) -> None:
    assert corrected(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("谮么算", "怎么算"), ("交枋", "交房"), ("枋便", "方便"), ("枋款", "枋款"), ("鑫么", "鑫么")]
)
def test_strange_character_is_read_as_the_one_that_fits_beside_it(typed: str, meant: str) -> None:
    assert corrected(typed) == tuple(meant)


@pytest.mark.parametrize("typed", ["lean", "moths", "gou", "icb", "qqqq", "网签", "o'clok", "b00k"])
def test_real_words_names_and_what_nobody_can_guess_stay(typed: str) -> None:
    assert corrected(typed) == read(typed).texts


def test_endless_word_costs_nothing() -> None:
    assert corrected("qwertzuiop" * 200) == read("qwertzuiop" * 200).texts


def test_word_that_counts_only_as_it_is_written_is_no_guess() -> None:
    assert corrected("sgin") == ("sign",)


def test_places_are_those_of_what_was_typed() -> None:
    utterance = SPELLING.corrected(read("Wehn?  aproval"))
    assert [(unit.text, unit.start, unit.end) for unit in utterance.units] == [("when", 0, 4), ("approval", 7, 14)]


@given(st.text(max_size=60))
def test_reading_twice_changes_nothing_more(text: str) -> None:
    once = SPELLING.corrected(read(text))
    assert SPELLING.corrected(once) == once
