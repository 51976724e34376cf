"""Which intent do the editors' examples speak for, where no rule speaks clearly?"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.matching.features import Kinds, kinds, weighed
from bot.matching.lexicon import Found, Lexicon
from bot.matching.softmax import Softmax
from bot.matching.text import Utterance, read

# What hardly any example makes likely is not worth naming.
_LEAST = 0.03
# One word alone is like too many examples.
_FEWEST_UNITS = 2


@dataclass(frozen=True)
class Example:
    """A sentence that an editor filed under an intent."""

    intent: str
    text: str


@dataclass(frozen=True)
class Likeness:
    """How likely the examples make an intent (0–1)."""

    intent: str
    score: float


@dataclass(frozen=True)
class _Compared:
    """An example as it is compared."""

    example: Example
    kinds: Kinds


class Examples:
    """The examples of both languages; each language is learnt by itself."""

    def __init__(self, examples: Iterable[Example], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        sorted_by_language: dict[str, list[_Compared]] = {}
        for example in examples:
            utterance = read(example.text)
            compared = _Compared(example, self._kinds(utterance, lexicon.scan(utterance.units)))
            sorted_by_language.setdefault(utterance.language or "zh", []).append(compared)
        self._learnt = {language: _Learnt(compared) for language, compared in sorted_by_language.items()}

    def like(self, utterance: Utterance, found: Sequence[Found], but: str | None = None) -> list[Likeness]:
        """The intents that the examples make likely; an example with the text `but` keeps silent."""
        learnt = self._learnt.get(utterance.language or "zh") if len(utterance.units) >= _FEWEST_UNITS else None
        return learnt.like(self._kinds(utterance, found), but) if learnt else []

    def nearest(self, intent: str, utterance: Utterance, found: Sequence[Found]) -> str | None:
        """The example of an intent that is most like the message."""
        learnt = self._learnt.get(utterance.language or "zh")
        return learnt.nearest(intent, self._kinds(utterance, found)) if learnt else None

    def _kinds(self, utterance: Utterance, found: Sequence[Found]) -> Kinds:
        return kinds(utterance.units, self._lexicon.spoken(utterance.units), found)


class _Learnt:
    """What the examples of one language teach."""

    def __init__(self, compared: Sequence[_Compared]) -> None:
        self._examples = [entry.example for entry in compared]
        spread = Counter(feature for entry in compared for own in entry.kinds for feature in own)
        self._rarity = {feature: _rarity(count, len(compared)) for feature, count in spread.items()}
        self._unknown = _rarity(0, len(compared))
        self._vectors = [self._vector(entry.kinds) for entry in compared]

    @cached_property
    def _softmax(self) -> Softmax:
        return Softmax(self._vectors, [example.intent for example in self._examples])

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {example.text: place for place, example in enumerate(self._examples)}

    def like(self, features: Kinds, but: str | None) -> list[Likeness]:
        without = self._places.get(but) if but is not None else None
        shares = self._softmax.scores(self._vector(features), without)
        return [
            Likeness(self._softmax.labels[place], float(shares[place])) for place in (shares >= _LEAST).nonzero()[0]
        ]

    def nearest(self, intent: str, features: Kinds) -> str | None:
        vector = self._vector(features)
        own = [place for place, example in enumerate(self._examples) if example.intent == intent]
        return self._examples[max(own, key=lambda place: _product(vector, self._vectors[place]))].text if own else None

    def _vector(self, features: Kinds) -> dict[str, float]:
        return weighed(features, self._rarity, self._unknown)


def _rarity(holders: int, size: int) -> float:
    return math.log((1 + size) / (1 + holders)) + 1


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(value * other.get(feature, 0.0) for feature, value in one.items())
