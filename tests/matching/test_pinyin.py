"""Is pinyin taken for what it sounds like, and English left alone?"""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from bot.content.library import syllables
from bot.matching.pinyin import Pinyin
from bot.matching.text import read
from tests.matching.test_utterances import FLOORS, answered, messages
from tests.talks import house

PINYIN = Pinyin(syllables().values())
# In percent, of the messages that are answered right when they are written in characters.
LEAST_RIGHT = 87


def _pieces(typed: str) -> tuple[str, ...]:
    return tuple(PINYIN.spelt_out(read(typed)))


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        ("fangkuan", ("fang", "kuan")),
        ("Shenme shihou FANGKUAN?", ("shen", "me", "shi", "hou", "fang", "kuan", "?")),
        ("neng bu neng gai shijian", ("neng", "bu", "neng", "gai", "shi", "jian")),
        ("xianzai zou dao di 3 bu", ("xian", "zai", "zou", "dao", "di", " 3 ", "bu")),
        ("guo hu yao qu ma，她怀孕了", ("guo", "hu", "yao", "qu", "ma", ",她怀孕了")),
        ("zhengxin有逾期", ("zheng", "xin", "有逾期")),
        ("我的app store zenme下", ()),
        ("haooo ba", ("hao", "ba")),
        ("nv pengyou", ("nv", "peng", "you")),
        ("fangan", ("fang", "an")),
        ("why not", ()),
        ("mortgage pi le", ()),
        ("hao的", ()),
        ("网签", ()),
        ("", ()),
    ],
)
def test_words_are_taken_apart_into_syllables_where_all_can_be(typed: str, pieces: tuple[str, ...]) -> None:
    assert _pieces(typed) == pieces


@given(st.lists(st.sampled_from(sorted(set(syllables().values()) - {"n"})), min_size=1, max_size=6).map("".join))
def test_no_letter_is_lost_and_none_added(word: str) -> None:
    assert "".join(_pieces(word)) == re.sub(r"(.)\1{2,}", r"\1", word)


def _spelt(wanted: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The messages of a set in characters alone, in pinyin."""
    for message in messages(wanted, "zh"):
        if not re.search(r"[A-Za-z0-9]", message.text) and answered(message.text) & message.right:
            yield " ".join(lazy_pinyin(message.text)), message.right


def test_most_messages_are_understood_in_pinyin_too() -> None:
    spelt = list(_spelt("second"))
    right = [text for text, intents in spelt if answered(text) & intents]
    assert 100 * len(right) / len(spelt) >= LEAST_RIGHT


def test_english_is_never_taken_for_pinyin() -> None:
    matcher = house().content.matcher
    latin = {message.text for name, language in FLOORS if language == "en" for message in messages(name, "en")}
    taken = [text for text in latin if matcher.in_characters(text)]
    assert [text for text in taken if re.search(r"(?i)\b(the|is|my|to|i|and|for|not)\b", text)] == []


def test_pinyin_is_answered_in_chinese() -> None:
    matcher = house().content.matcher
    languages = [
        matcher.match(text).utterance.language for text in ("hai yao duo jiu", "banana", "how long", "fangkuan")
    ]
    assert languages == ["zh", "en", "en", "zh"]
