"""Are the characters found that were meant, and is all else left as it is?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from bot.content.library import syllables
from bot.matching.input_method import InputMethod
from bot.matching.neighbours import Neighbours
from bot.matching.pinyin import readings
from bot.matching.text import key
from tests.talks import house

WORDS = ["网签", "前天", "钱", "还贷款", "还有", "银行", "不行", "女朋友", "律师", "20万", "晚"]
METHOD = InputMethod(Neighbours(list(map(key, WORDS))), syllables())


@pytest.mark.parametrize(
    ("pieces", "written"),
    [
        (["wang", "qian"], "网签"),
        (["qian", "tian"], "前天"),
        (["qian"], "钱"),
        (["huan", "dai", "kuan"], "还贷款"),
        (["yin", "hang", "bu", "xing"], "银行不行"),
        (["nv", "peng", "you", "?"], "女朋友?"),
        (["dai", " 3", "wan"], "贷 3万"),
        (["xyz", "lv", "shi"], "xyz律师"),
        ([], ""),
    ],
)
def test_neighbours_tell_which_character_was_meant(pieces: list[str], written: str) -> None:
    assert "".join(METHOD.written(pieces)) == written


@given(st.lists(st.sampled_from([*sorted(set(syllables().values())), "3", " ", "app"]), max_size=8))
def test_each_piece_is_written_by_one_that_sounds_so_or_stays(pieces: list[str]) -> None:
    pairs = zip(pieces, METHOD.written(pieces), strict=True)
    assert [one for one, other in pairs if other != one and one not in readings(other, syllables())] == []


@pytest.mark.parametrize(
    "text", ["银行什么时候放款", "房东不配合怎么办", "我被骗了", "还要补什么材料", "女朋友能写上去吗"]
)
def test_the_shipped_words_write_what_buyers_type(text: str) -> None:
    assert house().content.matcher.in_characters(" ".join(lazy_pinyin(text))) == text
