"""What if something was mistyped? What is no word of the editors' is read as the likeliest one that they use."""

import re
from collections.abc import Callable, Sequence
from enum import Flag, auto

from bot.matching.homophones import Homophones
from bot.matching.pinyin import Pinyin
from bot.matching.script import CHINESE
from bot.matching.text import Utterance, rewritten, stem, words

# The real words that a mistyped one may be, likeliest first; none for a real word.
Guesses = Callable[[str], Sequence[str]]
# Two letters may stand for anything; of three, one may be lacking, or they stand in the wrong order.
_SHORTEST = 3

_LATIN = re.compile("[a-z]{3}")


class Doubt(Flag):
    """What of a message may read otherwise, once other words are known."""

    NONE = 0
    LATIN = auto()
    CHINESE = auto()
    PINYIN = auto()


def no_guesses(_: str) -> Sequence[str]:
    """Every word is taken as it is typed."""
    return ()


class Spelling:
    """`known`: the stems of all the editors' words; `meant`: of those that count where they are mistyped.

    Syllables of Chinese are no slips: names are spelt with them.
    """

    def __init__(
        self, known: frozenset[str], meant: frozenset[str], pinyin: Pinyin, guesses: Guesses, homophones: Homophones
    ) -> None:
        self._known = known
        self._meant = meant
        self._pinyin = pinyin
        self._guesses = guesses
        self._homophones = homophones

    def doubt(self, utterance: Utterance) -> Doubt:
        """Which of its units, as they are typed, may be slips."""
        strange = [text for text in utterance.texts if text not in self._known]
        latin = Doubt.LATIN if any(map(_may_be_slip, strange)) else Doubt.NONE
        return latin | (Doubt.CHINESE if any(map(CHINESE.match, strange)) else Doubt.NONE)

    def corrected(self, utterance: Utterance) -> Utterance:
        """The message with its slips put right; its places stay."""
        if self._known.issuperset(utterance.texts):
            return utterance
        if not _LATIN.search(utterance.normalised):
            return utterance._replace(texts=self._homophones.meant(utterance.texts, self._known))
        strange = [word for word in words(utterance) if self._is_strange(stem(word))]
        right = {word: meant for word in strange if (meant := self._likeliest(word))}
        return rewritten(utterance, right) if right else utterance

    def _is_strange(self, text: str) -> bool:
        return text not in self._known and _may_be_slip(text)

    def _likeliest(self, word: str) -> str | None:
        """The word of the editors that was likeliest meant."""
        if self._pinyin.is_spelt_so(word):
            return None
        near = (guess for guess in self._guesses(word) if stem(guess) in self._meant)
        return next((guess for guess in near if len(word) > _SHORTEST or _is_likely(word, guess)), None)


def _may_be_slip(text: str) -> bool:
    return len(text) >= _SHORTEST and text.isascii() and text.isalpha()


def _is_likely(word: str, guess: str) -> bool:
    return len(guess) > len(word) or sorted(guess) == sorted(word)
