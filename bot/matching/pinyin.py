"""What if a message, or a word of it, was typed in pinyin? Its syllables are heard as characters would be."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.matching.script import CHINESE, REMEMBERED
from bot.matching.text import Utterance, respelt

_WORD = re.compile(r"[a-z]+")
_LONGEST_SYLLABLE = 6
# "zhuangshuang" is long; what is much longer is no word.
_LONGEST_WORD = 40
# One syllable among characters is rather a word of another language.
_FEWEST = 2


class Pinyin:
    """The syllables of Chinese, without tones."""

    def __init__(self, syllables: Iterable[str]) -> None:
        self._syllables = frozenset(syllables)

    def is_spelt_so(self, word: str) -> bool:
        """Is the word one or several syllables?"""
        return bool(_parted(self._syllables, word))

    def spelt_out(self, utterance: Utterance) -> Utterance | None:
        """The message with its pinyin as syllables; None where none of its words can be pinyin."""
        words = _WORD.findall(utterance.normalised)
        if not words:
            return None
        fewest = _FEWEST if CHINESE.search(utterance.normalised) else 1
        # Among Latin words alone, one of another language decides.
        if fewest == 1 and not all(map(self.is_spelt_so, words)):
            return None
        parted = {word: parts for word in words if len(parts := _parted(self._syllables, word)) >= fewest}
        return respelt(utterance, parted) if parted else None


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
