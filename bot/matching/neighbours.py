"""Which characters do the editors use, and which units stand side by side in their words?"""

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import pairwise

from bot.matching.script import CHINESE


class Neighbours:
    """`words`: those of the editors, in units; they are counted when somebody first asks."""

    def __init__(self, words: Collection[Sequence[str]]) -> None:
        self._words = words

    @cached_property
    def uses(self) -> Counter[str]:
        """How often each character occurs."""
        return Counter(text for word in self._words for text in word if CHINESE.match(text))

    @cached_property
    def characters(self) -> Sequence[str]:
        """All of them, the most frequent first."""
        return sorted(self.uses, key=lambda text: (-self.uses[text], text))

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often two units stand side by side."""
        return Counter(pair for word in self._words for pair in pairwise(word))
