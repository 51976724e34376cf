"""Which characters are meant by syllables of pinyin? Those that an input method would offer for all of them."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from bot.matching.neighbours import Neighbours
from bot.matching.pinyin import readings

# So many characters are tried for a syllable, and so many beginnings are kept: more are hardly ever right.
_MOST_CHARACTERS = 20
_MOST_BEGINNINGS = 8
# How much the character before tells, beside how common a character is.
_NEIGHBOUR = 0.75
_START = ""
_NUMBER = "0"
_LEAST = math.log(1e-9)
# A way to write the syllables so far: how likely it is (a logarithm), and its units.
_Beginning = tuple[float, tuple[str, ...]]


class InputMethod:
    """`neighbours`: in the editors' words; `syllables`: character → toneless pinyin."""

    def __init__(self, neighbours: Neighbours, syllables: Mapping[str, str]) -> None:
        self._neighbours = neighbours
        self._syllables = syllables

    def written(self, pieces: Sequence[str]) -> tuple[str, ...]:
        """The likeliest characters for the syllables among these pieces of a message; all else stays.

        It goes by which characters stand side by side in the editors' words: the best beginnings are kept for each
        syllable, and the best of all is taken at the end.
        """
        beginnings: list[_Beginning] = [(0.0, (_START,))]
        for piece in pieces:
            further = (self._best(beginnings, character) for character in self._characters.get(piece, (piece,)))
            beginnings = sorted(further, reverse=True)[:_MOST_BEGINNINGS]
        return beginnings[0][1][1:]

    def _best(self, beginnings: Sequence[_Beginning], character: str) -> _Beginning:
        """The likeliest way to get to a character."""
        otherwise = self._alone.get(character, _LEAST)
        follows = self._after.get(character, {})
        likeliest, written = max(
            (likely + follows.get(_neighbour(before[-1]), otherwise), before) for likely, before in beginnings
        )
        return likeliest, (*written, character)

    @cached_property
    def _characters(self) -> Mapping[str, Sequence[str]]:
        """Those of the editors' words by their syllable, the most common first."""
        found = defaultdict[str, list[str]](list)
        for character in self._neighbours.characters:
            for syllable in readings(character, self._syllables):
                found[syllable].append(character)
        return {syllable: own[:_MOST_CHARACTERS] for syllable, own in found.items()}

    @cached_property
    def _alone(self) -> Mapping[str, float]:
        """How likely each character is, whatever stands before it."""
        every = self._neighbours.uses
        return {text: math.log((1 - _NEIGHBOUR) * uses / every.total()) for text, uses in every.items()}

    @cached_property
    def _after(self) -> Mapping[str, Mapping[str, float]]:
        """How likely each character is after another one: by itself, then by the other."""
        pairs, leading = Counter[tuple[str, str]](), Counter[str]()
        for pair, count in self._neighbours.pairs.items():
            before, text = map(_neighbour, pair)
            pairs[before, text] += count
            leading[before] += count
        found = defaultdict[str, dict[str, float]](dict)
        for (before, text), count in pairs.items():
            alone = math.exp(self._alone.get(text, _LEAST))
            found[text][before] = math.log(_NEIGHBOUR * count / leading[before] + alone)
        return found


def _neighbour(text: str) -> str:
    """What the next character goes by: one number is like any other."""
    plain = text.strip()
    return _NUMBER if plain.isdigit() else plain
