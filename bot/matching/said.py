"""Which concepts occur in a message, where, and how much of it has to be explained?"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from typing import NamedTuple

from bot.matching.lexicon import BY_SOUND, CONCEPTS, END, PLACES, START, Hit, covered, joined

FILLER = "filler"
# Words that deny what comes right after them.
DENIAL = "denial"
_ARTICLES = frozenset(("a", "an", "the", "any", "my", "this"))
# Words of other matters: a rule that leaves one of them unexplained is hardly what the message is about.
ELSEWHERE = "elsewhere"
# Units that weigh no more than this need not be explained: particles, courtesies and other common words.
SLIGHT = 0.3
_FILLER_WEIGHT = 0.05
# Buyers tell stories around their question; but where nothing speaks of a home, an unknown word is a warning.
_UNKNOWN_WEIGHT = 0.2
_UNKNOWN_AWAY_WEIGHT = 2.0


class Found(NamedTuple):
    """A word found at units `start` to `end` (exclusive); `by_sound` if only the pronunciation fits."""

    text: str
    start: int
    end: int
    concepts: frozenset[str]
    by_sound: bool = False


class Said:
    """The words found in a message's units; `home`: concepts that show that it is about buying a home."""

    def __init__(self, texts: Sequence[str], hits: Sequence[Hit], home: AbstractSet[str] = frozenset()) -> None:
        self._texts = texts
        self._file(hits)
        self.is_homely = not self.concepts.isdisjoint(home)
        self._weights = self._weigh()
        self._whole = self._weight(-1) or 1.0

    @property
    def found(self) -> tuple[Found, ...]:
        """The words as people read them."""
        return tuple(map(self.word, self._hits))

    def is_like(self, other: "Said") -> bool:
        """Are the same words found in it?"""
        return self.found == other.found

    @property
    def heavy(self) -> int:
        """The places that have to be explained."""
        return sum(places for weight, places in self._weights if weight > SLIGHT)

    @property
    def undenied(self) -> "Said":
        """The same without the words that are denied, which have to be explained all the same.

        In English an article may stand between: "not a fraud".
        """
        ends = {hit[END] for hit in self._hits if DENIAL in hit[CONCEPTS]}
        rest = copy(self)
        rest._file([hit for hit in self._hits if not self._is_denied(hit, ends)])  # noqa: SLF001
        return rest

    @property
    def unread(self) -> float:
        """How much of it (0–1) no written word stands for."""
        return self._beside(hit for hit in self._hits if not hit[BY_SOUND])

    @property
    def strangeness(self) -> float:
        """How much of it (0–1) no word stands for."""
        return self._beside(self._hits)

    def share(self, places: int) -> float:
        """How much of the message these places explain (0–1)."""
        return self._weight(places) / self._whole

    def best(self, concepts: frozenset[str]) -> tuple[Hit, int]:
        """Of all words for these concepts (each of which was said) the leading one, and the places of all of them."""
        if len(concepts) == 1:
            (concept,) = concepts
            return self._best[concept], self._places[concept]
        places = 0
        for concept in concepts:
            places |= self._places[concept]
        return min([self._best[concept] for concept in concepts], key=_rank), places

    def hits(self, concepts: frozenset[str]) -> list[Hit]:
        """Every word that stands for one of these concepts, in the order of the message."""
        return [hit for hit in self._hits if not concepts.isdisjoint(hit[CONCEPTS])]

    def word(self, hit: Hit) -> Found:
        """The same with its text."""
        start, end, _, concepts, by_sound = hit
        return Found(joined(self._texts[start:end]), start, end, concepts, by_sound)

    def _beside(self, hits: Iterable[Hit]) -> float:
        return 1 - covered(hits).bit_count() / len(self._texts) if self._texts else 0.0

    def _is_denied(self, hit: Hit, ends: AbstractSet[int]) -> bool:
        start = hit[START]
        return start in ends or (start - 1 in ends and self._texts[start - 1] in _ARTICLES)

    def _file(self, hits: Sequence[Hit]) -> None:
        """For each concept its leading word and all places: the longest leads, but a written one before all heard."""
        self._hits = hits
        self._longest_first = sorted(hits, key=_shortness)
        self._best: dict[str, Hit] = {}
        self._places: dict[str, int] = {}
        heard = hits and hits[-1][BY_SOUND]
        for hit in sorted(self._longest_first, key=_rank) if heard else self._longest_first:
            for concept in hit[CONCEPTS]:
                if concept in self._best:
                    self._places[concept] |= hit[PLACES]
                else:
                    self._best[concept], self._places[concept] = hit, hit[PLACES]
        self.concepts = frozenset(self._best)
        self.elsewhere = self._places.get(ELSEWHERE, 0)

    def _weight(self, places: int) -> float:
        total = 0.0
        for weight, own in self._weights:
            total += weight * (own & places).bit_count()
        return total

    def _weigh(self) -> Sequence[tuple[float, int]]:
        """The places of each weight: known words weigh fully, fillers hardly; the longest word decides."""
        known = slight = fillers = 0
        for _, _, places, concepts, _ in self._longest_first:
            if FILLER in concepts:
                fillers |= places & ~known
                slight |= places & ~known if len(concepts) > 1 else 0
            known |= places
        unknown = _UNKNOWN_WEIGHT if self.is_homely else _UNKNOWN_AWAY_WEIGHT
        strange = ((1 << len(self._texts)) - 1) & ~known
        weights = (1.0, known & ~fillers), (SLIGHT, slight), (_FILLER_WEIGHT, fillers & ~slight), (unknown, strange)
        return [entry for entry in weights if entry[1]]


def _rank(hit: Hit) -> tuple[bool, int, int]:
    start, end, _, _, by_sound = hit
    return by_sound, start - end, start


def _shortness(hit: Hit) -> int:
    return hit[START] - hit[END]
