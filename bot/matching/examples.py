"""Which intent do the editors' examples speak for, where no rule speaks clearly?"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bot.matching.features import Kinds, kinds, weighed
from bot.matching.lexicon import Lexicon
from bot.matching.said import Said
from bot.matching.softmax import Matrix, Softmax
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


class Likeness(NamedTuple):
    """How likely the examples make an intent (0–1)."""

    intent: str
    score: float


class _Compared(NamedTuple):
    """An example as it is compared."""

    example: Example
    kinds: Kinds


class Examples:
    """The examples of both languages; each language is learnt by itself."""

    def __init__(self, examples: Iterable[Example], lexicon: Lexicon) -> None:
        self._examples = tuple(examples)
        self._lexicon = lexicon

    def learn(self) -> None:
        """Learn from all of them, which else waits until they are first asked: clear rules answer without them."""
        for learnt in self._learnt.values():
            learnt.learn()

    def like(self, utterance: Utterance, concepts: frozenset[str], but: str | None = None) -> list[Likeness]:
        """The intents that the examples make likely; an example with the text `but` keeps silent."""
        if len(utterance.texts) < _FEWEST_UNITS:
            return []
        learnt = self._learnt.get(utterance.language or "zh")
        if learnt is None:
            return []
        place = learnt.places.get(but) if but is not None else None
        return learnt.like(self._kinds(utterance, concepts)) if place is None else learnt.like_others(place)

    def nearest(self, intent: str, utterance: Utterance, concepts: frozenset[str]) -> str | None:
        """The example of an intent that is most like the message."""
        learnt = self._learnt.get(utterance.language or "zh")
        return learnt.nearest(intent, self._kinds(utterance, concepts)) if learnt else None

    @cached_property
    def _learnt(self) -> Mapping[str, "_Learnt"]:
        by_language: dict[str, list[_Compared]] = defaultdict(list)
        for example in self._examples:
            utterance = read(example.text)
            said = Said(utterance.texts, self._lexicon.scan(utterance.texts))
            by_language[utterance.language or "zh"].append(_Compared(example, self._kinds(utterance, said.concepts)))
        return {language: _Learnt(compared) for language, compared in by_language.items()}

    def _kinds(self, utterance: Utterance, concepts: frozenset[str]) -> Kinds:
        return kinds(utterance.texts, self._lexicon.spoken(utterance.texts), concepts)


class _Learnt:
    """What the examples of one language teach."""

    def __init__(self, compared: Sequence[_Compared]) -> None:
        self._examples = [entry.example for entry in compared]
        spread = Counter(feature for entry in compared for own in entry.kinds for feature in own)
        self._rarity = {feature: _rarity(count, len(compared)) for feature, count in spread.items()}
        self._unknown = _rarity(0, len(compared))
        self._vectors = [self._vector(entry.kinds) for entry in compared]

    def learn(self) -> None:
        """Have it learnt what each feature says."""
        _ = self._softmax

    @cached_property
    def _softmax(self) -> Softmax:
        return Softmax(self._vectors, [example.intent for example in self._examples])

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each example stands."""
        return {example.text: place for place, example in enumerate(self._examples)}

    def like(self, features: Kinds) -> list[Likeness]:
        """The labels that a message's features make likely."""
        return self._likely(self._softmax.scores(self._vector(features)))

    def like_others(self, place: int) -> list[Likeness]:
        """The same for an example, as if it had not been learnt."""
        return self._likely(self._softmax.unseen(place))

    def _likely(self, shares: Matrix) -> list[Likeness]:
        labels = self._softmax.labels
        return [Likeness(labels[place], shares[place].item()) for place in (shares >= _LEAST).nonzero()[0].tolist()]

    def nearest(self, intent: str, features: Kinds) -> str | None:
        """The example of a label with the features most like these."""
        vector = self._vector(features)
        own = [place for place, example in enumerate(self._examples) if example.intent == intent]
        return self._examples[max(own, key=lambda place: _product(vector, self._vectors[place]))].text if own else None

    def _vector(self, features: Kinds) -> dict[str, float]:
        return weighed(features, self._rarity, self._unknown)


def _rarity(holders: int, size: int) -> float:
    return math.log((1 + size) / (1 + holders)) + 1


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(value * other.get(feature, 0.0) for feature, value in one.items())
