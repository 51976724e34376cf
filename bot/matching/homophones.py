"""Which character was meant by one that stands in no word of the editors? One of the same sound that fits beside it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from bot.matching.script import CHINESE


class Homophones:
    """`words`: those of the editors, in units; `syllables`: character → toneless pinyin."""

    def __init__(self, words: Collection[Sequence[str]], syllables: Mapping[str, str]) -> None:
        self._words = words
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
        fits = {
            other: self._pairs[before, other] + self._pairs[other, after]
            for other in self._alike.get(self._syllables.get(text, ""), ())
        }
        # The first of the best: whichever is the most frequent.
        best = max(fits, key=fits.__getitem__, default=text)
        return best if fits.get(best) else text

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        """How often two units stand side by side in the editors' words; counted when the first strange one comes."""
        return Counter(pair for word in self._words for pair in pairwise(word))

    @cached_property
    def _alike(self) -> Mapping[str, Sequence[str]]:
        """The characters of the editors' words by their sound, the most frequent first, wherever they stand."""
        found = defaultdict[str, list[str]](list)
        uses = Counter(text for word in self._words for text in word if CHINESE.match(text))
        for text in sorted(uses, key=lambda text: (-uses[text], text)):
            found[self._syllables.get(text, text)].append(text)
        return found
