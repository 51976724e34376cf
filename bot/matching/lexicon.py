"""Which words of the editors occur in a message? One scan over its units, whatever the number of words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.text import Unit

# A single character sounds like a dozen others; two in a row seldom do.
_SHORTEST_SOUND = 2
# Words with these sound like half of the language.
_PARTICLES = frozenset("了吗没不的是")
# Latin words from this length on (in letters of the stem) may hold one slip of the finger.
_SHORTEST_SLIP = 5


@dataclass(frozen=True)
class Word:
    """A word of the lexicon, the concepts it stands for, and those that nothing within it may stand for."""

    key: tuple[str, ...]
    concepts: frozenset[str]
    vetoes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Found:
    """A word found at units `start` to `end` (exclusive); `by_sound` if only the pronunciation fits."""

    text: str
    start: int
    end: int
    concepts: frozenset[str]
    by_sound: bool = False


class Lexicon:
    """All words, keyed by their units, and once more by sound (`syllables`: character → toneless pinyin)."""

    def __init__(self, words: Iterable[Word], syllables: Mapping[str, str]) -> None:
        self._syllables = syllables
        self._words: dict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
        self._vetoes: dict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
        for word in words:
            self._words[word.key] |= word.concepts
            self._vetoes[word.key] |= word.vetoes
        self._spelling = _spelling({unit for key in self._words for unit in key})
        self._sounds = self._by_sound()
        self._lengths = _lengths(self._words)
        self._sound_lengths = _lengths(self._sounds)

    def scan(self, units: Sequence[Unit]) -> tuple[Found, ...]:
        """Every word in the message with the concepts that no veto takes; sounds only where no written word stands."""
        texts = tuple(unit.text for unit in units)
        written = list(_hits(texts, self._words, self._lengths))
        vetoes = [(start, end, self._vetoes[texts[start:end]]) for start, end in written]
        vetoes = [veto for veto in vetoes if veto[2]]
        found = [
            Found(_joined(texts[start:end]), start, end, concepts)
            for start, end in written
            if (concepts := self._words[texts[start:end]] - _vetoed(start, end, vetoes))
        ]
        taken = {place for entry in found for place in range(entry.start, entry.end) if entry.end - entry.start > 1}
        taken |= {place for low, high, _ in vetoes for place in range(low, high)}
        return (*found, *self._heard(texts, taken))

    def _heard(self, texts: tuple[str, ...], taken: set[int]) -> Iterator[Found]:
        sounds = self._spoken(texts)
        for start, end in _hits(sounds, self._sounds, self._sound_lengths):
            if not taken.issuperset(range(start, end)) and texts[start:end] not in self._words:
                yield Found(_joined(texts[start:end]), start, end, self._sounds[sounds[start:end]], by_sound=True)

    def _by_sound(self) -> dict[tuple[str, ...], frozenset[str]]:
        heard: dict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
        for key, concepts in self._words.items():
            if concepts and _can_be_heard(key, self._syllables):
                heard[self._spoken(key)] |= concepts
        return dict(heard)

    def _spoken(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._syllables.get(text) or self._spelt(text) for text in texts)

    def _spelt(self, text: str) -> str:
        """A Latin word that differs from one of the lexicon by one letter becomes that word."""
        if len(text) < _SHORTEST_SLIP or not text.isascii() or text in self._spelling:
            return text
        return next((self._spelling[slip] for slip in _slips(text) if slip in self._spelling), text)


def _vetoed(start: int, end: int, vetoes: Iterable[tuple[int, int, frozenset[str]]]) -> frozenset[str]:
    """The concepts that a word at this place may not stand for."""
    return frozenset[str]().union(*(concepts for low, high, concepts in vetoes if low <= start and end <= high))


def _can_be_heard(key: tuple[str, ...], syllables: Mapping[str, str]) -> bool:
    if all(text.isascii() for text in key):
        return any(len(text) >= _SHORTEST_SLIP for text in key)
    return len(key) >= _SHORTEST_SOUND and all(text in syllables and text not in _PARTICLES for text in key)


def _spelling(units: Iterable[str]) -> Mapping[str, str]:
    """Each longer Latin word under itself and under what is left of it when one letter is missing."""
    known = sorted(unit for unit in units if unit.isascii() and unit.isalpha() and len(unit) >= _SHORTEST_SLIP)
    slips = {slip: unit for unit in known for slip in _slips(unit)}
    return slips | {unit: unit for unit in known}


def _slips(word: str) -> Iterator[str]:
    """The word, then the word without each letter but the first."""
    yield word
    yield from (word[:place] + word[place + 1 :] for place in range(1, len(word)))


def _lengths(words: Iterable[tuple[str, ...]]) -> Mapping[str, tuple[int, ...]]:
    """For each first unit, the lengths of the words that begin with it."""
    found: dict[str, set[int]] = defaultdict(set)
    for word in words:
        found[word[0]].add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _hits(
    texts: tuple[str, ...], words: Mapping[tuple[str, ...], object], lengths: Mapping[str, tuple[int, ...]]
) -> Iterator[tuple[int, int]]:
    for start, first in enumerate(texts):
        for length in lengths.get(first, ()):
            if start + length <= len(texts) and texts[start : start + length] in words:
                yield start, start + length


def _joined(texts: Sequence[str]) -> str:
    """Latin words are parted by a space, characters are not."""
    return "".join(f" {text}" if text.isascii() and place else text for place, text in enumerate(texts))
