"""Which character was meant by one that stands in no word of the editors? One of the same sound that fits beside it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from bot.matching.neighbours import Neighbours
from bot.matching.script import CHINESE


class Homophones:
    """`neighbours`: in the editors' words; `syllables`: character → toneless pinyin."""

    def __init__(self, neighbours: Neighbours, syllables: Mapping[str, str]) -> None:
        self._neighbours = neighbours
        self._syllables = syllables

    def meant(self, texts: Sequence[str], known: frozenset[str]) -> tuple[str, ...]:
        """The units of a message, where a character that is not `known` gives way to the one that was meant.

        Such characters are seldom slips of the mind: an input method offers them for the same keys.
        """
        framed = ["", *texts, ""]
        for place, text in enumerate(texts, 1):
            if text not in known and CHINESE.match(text):
                framed[place] = self._likeliest(*framed[place - 1 : place + 2])
        return tuple(framed[1:-1])

    def _likeliest(self, before: str, text: str, after: str) -> str:
        """What stands most often between these neighbours in the editors' words; else the character itself."""
        pairs = self._neighbours.pairs
        fits = {
            other: pairs[before, other] + pairs[other, after]
            for other in self._alike.get(self._syllables.get(text, ""), ())
        }
        # The first of the best: whichever is the most frequent.
        best = max(fits, key=fits.__getitem__, default=text)
        return best if fits.get(best) else text

    @cached_property
    def _alike(self) -> Mapping[str, Sequence[str]]:
        """The characters of the editors' words by their sound, the most frequent first, wherever they stand."""
        found = defaultdict[str, list[str]](list)
        for text in self._neighbours.characters:
            found[self._syllables.get(text, text)].append(text)
        return found
