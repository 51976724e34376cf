"""Which words of the editors occur in a message? One scan over its units, whatever the number of words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.matching.text import Unit

# A single character sounds like a dozen others; two in a row seldom do.
_SHORTEST_SOUND = 2
# These sound like half of the language: they are heard only as they are written.
_PARTICLES = frozenset("了吗没不的是")
# Latin words from this length on (in letters of the stem) may hold one slip of the finger.
_SHORTEST_SLIP = 5


@dataclass(frozen=True)
class Word:
    """A word of the lexicon, the concepts it stands for, and those that nothing within it may stand for."""

    key: tuple[str, ...]
    concepts: frozenset[str]
    vetoes: frozenset[str] = frozenset()


class Found(NamedTuple):
    """A word found at units `start` to `end` (exclusive); `by_sound` if only the pronunciation fits."""

    text: str
    start: int
    end: int
    concepts: frozenset[str]
    by_sound: bool = False


# Words that deny what comes right after them.
DENIAL = "denial"


@dataclass(slots=True)
class _Node:
    """Where the units read so far lead: to further units, and to a word if one ends here."""

    then: dict[str, "_Node"] = field(default_factory=dict)
    ends: bool = False
    concepts: frozenset[str] = frozenset()
    vetoes: frozenset[str] = frozenset()

    def add(self, units: Iterable[str], concepts: frozenset[str], vetoes: frozenset[str]) -> None:
        """The word that these units spell from here on; what it stands for adds up."""
        node = self
        for unit in units:
            node = node.then.get(unit) or node.then.setdefault(unit, _Node())
        node.ends = True
        node.concepts |= concepts
        node.vetoes |= vetoes


class Lexicon:
    """All words as a tree of their units, and once more by sound (`syllables`: character → toneless pinyin)."""

    def __init__(self, words: Iterable[Word], syllables: Mapping[str, str]) -> None:
        meanings: dict[tuple[str, ...], set[str]] = {}
        self._written, self._sounds = _Node(), _Node()
        for word in words:
            meanings.setdefault(word.key, set()).update(word.concepts)
            if word.vetoes:
                self._written.add(word.key, frozenset(), word.vetoes)
        self._syllables = syllables
        self._spelling = _spelling({unit for key in meanings for unit in key})
        for key, concepts in meanings.items():
            self._written.add(key, frozenset(concepts), frozenset())
            if concepts and _can_be_heard(key, syllables):
                self._sounds.add(self._spoken(key), frozenset(concepts), frozenset())

    def scan(self, units: Sequence[Unit]) -> tuple[Found, ...]:
        """Every word in the message with the concepts that no veto takes; sounds only where no written word stands."""
        texts = tuple(unit.text for unit in units)
        written = list(_hits(texts, self._written))
        vetoes = [(start, end, node.vetoes) for start, end, node in written if node.vetoes]
        found = [
            Found(_joined(texts[start:end]), start, end, concepts)
            for start, end, node in written
            if (concepts := node.concepts - _vetoed(start, end, vetoes) if vetoes else node.concepts)
        ]
        taken = {place for entry in found for place in range(entry.start, entry.end) if entry.end - entry.start > 1}
        taken |= {place for low, high, _ in vetoes for place in range(low, high)}
        return (*found, *self._heard(texts, taken, {(start, end) for start, end, _ in written}))

    def spoken(self, units: Sequence[Unit]) -> tuple[str, ...]:
        """Each unit as it sounds; Latin words without a slip of the finger."""
        return self._spoken(tuple(unit.text for unit in units))

    def _heard(self, texts: tuple[str, ...], taken: set[int], written: set[tuple[int, int]]) -> Iterator[Found]:
        if len(taken) == len(texts):
            return
        for start, end, node in _hits(self._spoken(texts), self._sounds):
            if (start, end) not in written and not taken.issuperset(range(start, end)):
                yield Found(_joined(texts[start:end]), start, end, node.concepts, by_sound=True)

    def _spoken(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._sound(text) for text in texts)

    def _sound(self, text: str) -> str:
        return text if text in _PARTICLES else self._syllables.get(text) or self._spelt(text)

    def _spelt(self, text: str) -> str:
        """A Latin word that differs from one of the lexicon by one letter becomes that word."""
        if len(text) < _SHORTEST_SLIP or not text.isascii() or text in self._spelling:
            return text
        return next((self._spelling[slip] for slip in _slips(text) if slip in self._spelling), text)


def undenied(found: Sequence[Found]) -> tuple[Found, ...]:
    """The words that are not denied; in English an article may stand between: "not a fraud"."""
    ends = {entry.end for entry in found if DENIAL in entry.concepts}
    if not ends:
        return tuple(found)
    return tuple(
        entry for entry in found if entry.start not in ends and not (entry.text.isascii() and entry.start - 1 in ends)
    )


def _vetoed(start: int, end: int, vetoes: Iterable[tuple[int, int, frozenset[str]]]) -> frozenset[str]:
    """The concepts that a word at this place may not stand for."""
    return frozenset[str]().union(*(concepts for low, high, concepts in vetoes if low <= start and end <= high))


def _can_be_heard(key: tuple[str, ...], syllables: Mapping[str, str]) -> bool:
    if all(text.isascii() for text in key):
        return any(len(text) >= _SHORTEST_SLIP for text in key)
    telling = [text for text in key if text not in _PARTICLES]
    return len(telling) >= _SHORTEST_SOUND and all(map(syllables.__contains__, telling))


def _spelling(units: Iterable[str]) -> Mapping[str, str]:
    """Each longer Latin word under itself and under what is left of it when one letter is missing."""
    known = sorted(unit for unit in units if unit.isascii() and unit.isalpha() and len(unit) >= _SHORTEST_SLIP)
    slips = {slip: unit for unit in known for slip in _slips(unit)}
    return slips | {unit: unit for unit in known}


def _slips(word: str) -> Iterator[str]:
    """The word, then the word without each letter but the first."""
    yield word
    yield from (word[:place] + word[place + 1 :] for place in range(1, len(word)))


def _hits(texts: tuple[str, ...], words: _Node) -> Iterator[tuple[int, int, _Node]]:
    """Where each word of the tree starts and ends (exclusive) among the units."""
    for start in range(len(texts)):
        node = words
        for end in range(start, len(texts)):
            if (follower := node.then.get(texts[end])) is None:
                break
            node = follower
            if node.ends:
                yield start, end + 1, node


def _joined(texts: Sequence[str]) -> str:
    """Latin words are parted by a space, characters are not."""
    if len(texts) == 1:
        return texts[0]
    return "".join(f" {text}" if text.isascii() and place else text for place, text in enumerate(texts))
