"""Which words of the editors occur in a message? One scan over its units, whatever the number of words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.text import Unit

# A single character sounds like a dozen others; two in a row seldom do.
_SHORTEST_SOUND = 2


@dataclass(frozen=True)
class Word:
    """A word of the lexicon and the concepts it stands for; none at all makes it a veto."""

    key: tuple[str, ...]
    concepts: frozenset[str]


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
        self._words: dict[tuple[str, ...], frozenset[str]] = {}
        for word in words:
            self._words[word.key] = self._words.get(word.key, frozenset()) | word.concepts
        self._vetoes = {key for key, concepts in self._words.items() if not concepts}
        self._sounds = self._by_sound()
        self._lengths = _lengths(self._words)
        self._sound_lengths = _lengths(self._sounds)

    def scan(self, units: Sequence[Unit]) -> tuple[Found, ...]:
        """Every word in the message, but for those inside a veto; sounds only where no written word stands."""
        texts = tuple(unit.text for unit in units)
        written = list(_hits(texts, self._words, self._lengths))
        vetoes = [(start, end) for start, end in written if texts[start:end] in self._vetoes]
        found = [
            Found(_joined(texts[start:end]), start, end, self._words[texts[start:end]])
            for start, end in written
            if not any(low <= start and end <= high for low, high in vetoes)
        ]
        taken = {place for entry in found for place in range(entry.start, entry.end) if entry.end - entry.start > 1}
        taken |= {place for low, high in vetoes for place in range(low, high)}
        return (*found, *self._heard(texts, taken))

    def _heard(self, texts: tuple[str, ...], taken: set[int]) -> Iterator[Found]:
        sounds = self._spoken(texts)
        for start, end in _hits(sounds, self._sounds, self._sound_lengths):
            if not taken.issuperset(range(start, end)) and texts[start:end] not in self._words:
                yield Found(_joined(texts[start:end]), start, end, self._sounds[sounds[start:end]], by_sound=True)

    def _by_sound(self) -> dict[tuple[str, ...], frozenset[str]]:
        heard: dict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
        for key, concepts in self._words.items():
            if concepts and len(key) >= _SHORTEST_SOUND and all(text in self._syllables for text in key):
                heard[self._spoken(key)] |= concepts
        return dict(heard)

    def _spoken(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._syllables.get(text, text) for text in texts)


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
