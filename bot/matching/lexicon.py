"""Which words of the editors occur in a message? One scan over its units, whatever the number of words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import filterfalse
from operator import eq
from typing import Final

from bot.matching.homophones import Homophones
from bot.matching.input_method import InputMethod
from bot.matching.neighbours import Neighbours
from bot.matching.pinyin import Pinyin

# A single character sounds like a dozen others; two in a row seldom do.
_SHORTEST_SOUND = 2
# These sound like half of the language: beside them, two others have to sound right.
_PARTICLES = frozenset("了吗没不的是")
# Nobody who means another word of that sound is offered one of these for it.
_EVERYDAY = frozenset("是的了吗没不我你他她您那这有在要就都也说去来会能几多个和家人")
_NOTHING = frozenset[str]()


@dataclass(frozen=True)
class Word:
    """A word of the lexicon, the concepts it stands for, and those that nothing within it may stand for.

    `by_sound`: it counts as well where it is only heard.
    """

    key: tuple[str, ...]
    concepts: frozenset[str]
    vetoes: frozenset[str] = frozenset()
    by_sound: bool = True


# A word found at units `start` to `end` (exclusive), which are also given as the bits of an int (units 1 and 2: 0b110),
# its concepts, and whether only the pronunciation fits. A plain tuple: a message has a dozen of them.
Hit = tuple[int, int, int, frozenset[str], bool]
START: Final = 0
END: Final = 1
PLACES: Final = 2
CONCEPTS: Final = 3
BY_SOUND: Final = 4


_Meaning = tuple[tuple[str, ...], frozenset[str]]
_Meanings = Mapping[tuple[str, ...], frozenset[str]]


class _Node(dict[str, "_Node"]):
    """Where the units read so far lead: to further units, and to a word if one ends here, which has `concepts`."""

    __slots__ = ("concepts",)

    def __init__(self) -> None:
        self.concepts = _NOTHING

    def add(self, units: Iterable[str], concepts: frozenset[str]) -> None:
        """The word that these units spell from here on; what it stands for adds up."""
        node = self
        for unit in units:
            follower = node.get(unit)
            if follower is None:
                follower = node[unit] = _Node()
            node = follower
        node.concepts = node.concepts | concepts if node.concepts else concepts

    def scan(self, texts: Sequence[str], borders: int, free: int = -1, *, by_sound: bool = False) -> list[Hit]:
        """Every word of the tree in a message, at one of the `free` places at least, and across no border."""
        hits = []
        last = len(texts)
        for start, first in enumerate(map(self.get, texts)):
            node, end = first, start
            while node is not None:
                end += 1
                if node.concepts and (places := (1 << end) - (1 << start)) & free:
                    hits.append((start, end, places, node.concepts, by_sound))
                node = None if end == last or borders >> end - 1 & 1 else node.get(texts[end])
        return hits

    def asked(self, whether: Iterable[tuple[int, str]]) -> list[Hit]:
        """The words of the tree that are one unit as it was typed: 能不能, where 能 is read."""
        nodes = [(place, self.get(typed)) for place, typed in whether]
        return [(place, place + 1, 1 << place, node.concepts, False) for place, node in nodes if node is not None]


class Lexicon:
    """All words as a tree of their units, and once more by sound (`syllables`: character → toneless pinyin)."""

    def __init__(self, words: Iterable[Word], syllables: Mapping[str, str]) -> None:
        self.words = every = tuple(words)
        self._written, self._vetoes, self._sounds = _Node(), _Node(), _Node()
        for word in every:
            if word.vetoes:
                self._vetoes.add(word.key, word.vetoes)
        self._audible = _meanings(filter(_is_audible, every), {})
        written = _meanings(filterfalse(_is_audible, every), self._audible)
        self.units = frozenset(unit for key in written for unit in key)
        self.audible_units = frozenset(unit for key in self._audible for unit in key)
        self._syllables = syllables
        neighbours = Neighbours(self._audible)
        self.homophones = Homophones(neighbours, syllables)
        self.input_method = InputMethod(neighbours, syllables)
        self.pinyin = Pinyin(syllables.values())
        for key, concepts in written.items():
            self._written.add(key, concepts)
        heard = defaultdict[tuple[str, ...], list[_Meaning]](list)
        for key, concepts in self._audible.items():
            if concepts and _can_be_heard(key, syllables):
                self._sounds.add(self.spoken(key), concepts)
                heard[self.spoken(key)].append((key, concepts))
        self._same_sound = heard

    def __reduce__(self) -> tuple[type["Lexicon"], tuple[Sequence[Word], Mapping[str, str]]]:
        """Another process grows the trees by itself: that is faster than to be told of each branch."""
        return Lexicon, (self.words, self._syllables)

    def scan(
        self,
        texts: Sequence[str],
        borders: int = 0,
        whether: Sequence[tuple[int, str]] = (),
    ) -> list[Hit]:
        """Every word in the message with the concepts that no veto takes; sounds only where no written word stands.

        `borders`: the units behind which a phrase ends. `whether`: those that stand for a question, as it was typed.
        """
        written = self._written.asked(whether) + self._written.scan(texts, borders)
        taken = 0
        if vetoes := self._vetoes and self._vetoes.asked(whether) + self._vetoes.scan(texts, borders):
            written = list(_spared(written, vetoes))
            taken = covered(vetoes)
        taken |= covered([hit for hit in written if hit[END] - hit[START] > 1])
        return written if taken == (1 << len(texts)) - 1 else written + self._heard(texts, borders, taken, written)

    def spoken(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Each unit as it sounds; Latin words as they are."""
        return tuple([self._syllables.get(text, text) for text in texts])

    def sound(self, texts: Sequence[str]) -> str:
        """The same in one; with a space on either side of each, so that none is found within another."""
        return f" {' '.join(self.spoken(texts))} "

    def _heard(self, texts: Sequence[str], borders: int, taken: int, written: Sequence[Hit]) -> list[Hit]:
        """The words that are only heard, and not all of whose places are taken by written ones."""
        spoken = self.spoken(texts)
        heard = self._sounds.scan(spoken, borders, ~taken, by_sound=True)
        read = {hit[PLACES] for hit in written} if heard else ()
        likeliest = (self._likeliest(hit, texts, spoken) for hit in heard if hit[PLACES] not in read)
        return [hit for hit in likeliest if hit[CONCEPTS]]

    def _likeliest(self, hit: Hit, texts: Sequence[str], spoken: tuple[str, ...]) -> Hit:
        """Of words that sound alike, those with most of the characters that are written: 税废 is 税费, not 水费.

        None of them where nothing is as it is written, and a word of everyday stands there: 是明天 is no 实名.
        """
        start, end, places, _, by_sound = hit
        typed = texts[start:end]
        alike = [(sum(map(eq, key, typed)), concepts) for key, concepts in self._same_sound[spoken[start:end]]]
        most = max(shared for shared, _ in alike)
        if not most and not _EVERYDAY.isdisjoint(typed):
            return start, end, places, _NOTHING, by_sound
        concepts = frozenset[str]().union(*(concepts for shared, concepts in alike if shared == most))
        return start, end, places, concepts, by_sound


def covered(hits: Iterable[Hit]) -> int:
    """The places where these words stand."""
    places = 0
    for hit in hits:
        places |= hit[PLACES]
    return places


def _spared(hits: Iterable[Hit], vetoes: Sequence[Hit]) -> Iterator[Hit]:
    """The words without the concepts that a veto around them takes; those that lose all are no words."""
    for start, end, places, concepts, by_sound in hits:
        around = [veto[CONCEPTS] for veto in vetoes if not places & ~veto[PLACES]]
        if spared := concepts.difference(*around):
            yield start, end, places, spared, by_sound


def _is_audible(word: Word) -> bool:
    return word.by_sound


def _meanings(words: Iterable[Word], known: _Meanings) -> _Meanings:
    """All concepts of each key; `known` are some from before."""
    meanings = dict(known)
    for word in words:
        before = meanings.get(word.key)
        meanings[word.key] = before | word.concepts if before else word.concepts
    return meanings


def _can_be_heard(key: tuple[str, ...], syllables: Mapping[str, str]) -> bool:
    telling = [text for text in key if text not in _PARTICLES]
    return len(telling) >= _SHORTEST_SOUND and all(map(syllables.__contains__, telling))


def joined(texts: Sequence[str]) -> str:
    """Latin words are parted by a space, characters are not."""
    if len(texts) == 1:
        return texts[0]
    return "".join(f" {text}" if text.isascii() and place else text for place, text in enumerate(texts))
