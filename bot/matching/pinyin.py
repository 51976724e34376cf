"""What if a message, or a word of it, was typed in pinyin? It is taken apart into syllables."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from bot.matching.script import CHINESE, REMEMBERED, even
from bot.matching.text import MAX_CHARACTERS, Utterance

_WORD = re.compile(r"[a-z]+")
_SAME_THRICE = re.compile(r"([a-z])\1{2,}")
_PIECE = re.compile(r"[a-z]+|[^a-z]+")
# 嗯 is no more than an n, as which no other word shall end.
_VOWEL = re.compile(r"[aeiouv]")
_LONGEST_SYLLABLE = 6
# "zhuangshuang" is long; what is much longer is no word.
_LONGEST_WORD = 40
# The table has one syllable for each character; these are read otherwise, too, in words of every day.
_ALSO_READ = {
    "chai": "差",
    "chang": "长",
    "chong": "重",
    "dei": "得",
    "di": "的",
    "du": "都",
    "hang": "行",
    "huan": "还",
    "jiao": "觉校",
    "kuai": "会",
    "la": "落",
    "liao": "了",
    "lou": "露",
    "lv": "律率旅虑绿",
    "mo": "没",
    "nv": "女",
    "pian": "便",
    "shei": "谁",
    "tiao": "调",
    "zhao": "着",
}
# A single syllable among characters is rather a word of another language.
_FEWEST = 2


class Pinyin:
    """The syllables of Chinese, without tones."""

    def __init__(self, syllables: Iterable[str]) -> None:
        self._syllables = frozenset(filter(_VOWEL.search, (*syllables, *_ALSO_READ)))

    def is_spelt_so(self, word: str) -> bool:
        """Is the word one or several syllables?"""
        return bool(_parted(self._syllables, word))

    def spelt_out(self, typed: Utterance) -> Sequence[str]:
        """The message in pieces: each syllable of its pinyin, and all between but blanks; none where it is none."""
        parted = dict[str, Sequence[str]]()
        for word in _WORD.findall(typed.normalised):
            # One word of another language decides.
            if not (pieces := _parted(self._syllables, word)):
                return ()
            parted[word] = pieces
        if not parted:
            return ()
        is_lone = len(parted) == 1 and CHINESE.search(typed.normalised) is not None
        if is_lone and len(next(iter(parted.values()))) < _FEWEST:
            return ()
        # What asks by A-不-A is still whole there; haooo is hao.
        plain = _SAME_THRICE.sub(r"\1", even(typed.original[:MAX_CHARACTERS]))
        told = (piece for piece in _PIECE.findall(plain) if not piece.isspace())
        return [part for piece in told for part in parted.get(piece, (piece,))]


def readings(character: str, syllables: Mapping[str, str]) -> Iterator[str]:
    """Every syllable that the character may be; `syllables`: the one by which each is filed.

    >>> list(readings("行", {"行": "xing"}))
    ['xing', 'hang']
    """
    if character in syllables:
        yield syllables[character]
    yield from (syllable for syllable, others in _ALSO_READ.items() if character in others)


@lru_cache(REMEMBERED)
def _parted(syllables: frozenset[str], word: str) -> Sequence[str]:
    """The syllables of a word, the first ones as long as can be; none where something is left over."""
    if not word or len(word) > _LONGEST_WORD:
        return ()
    for end in range(min(len(word), _LONGEST_SYLLABLE), 0, -1):
        if word[:end] in syllables:
            rest = _parted(syllables, word[end:])
            if rest or end == len(word):
                return (word[:end], *rest)
    return ()
