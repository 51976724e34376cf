"""Which editors' examples is a message like, where no rule speaks clearly?"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.matching.lexicon import Found
from bot.matching.text import Utterance

# A concept says more than the characters it is written with.
_CONCEPT_WEIGHT = 1.5
# What this share of all intents has in its examples tells none of them apart.
_COMMON_SHARE = 0.1


@dataclass(frozen=True)
class Example:
    """A sentence that an editor filed under an intent."""

    intent: str
    text: str


@dataclass(frozen=True)
class Likeness:
    """How like a message is to the nearest example of an intent (cosine, 0–1)."""

    intent: str
    score: float
    example: str


class Examples:
    """The examples as sparse vectors of units, pairs of units and concepts; rare features weigh more."""

    def __init__(self, read: Iterable[tuple[Example, Utterance, tuple[Found, ...]]]) -> None:
        known = [(example, features(utterance, found)) for example, utterance, found in read]
        self._examples = [example for example, _ in known]
        spread: dict[str, set[str]] = defaultdict(set)
        for example, counts in known:
            for feature in counts:
                spread[feature].add(example.intent)
        intents = len({example.intent for example in self._examples}) or 1
        self._rarity = {
            feature: math.log(1 + intents / len(among)) if len(among) <= max(1, _COMMON_SHARE * intents) else 0.0
            for feature, among in spread.items()
        }
        self._unknown = math.log(1 + intents)
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, (_, counts) in enumerate(known):
            for feature, weight in self._vector(counts).items():
                self._postings[feature].append((place, weight))

    def like(self, utterance: Utterance, found: tuple[Found, ...], but: str | None = None) -> list[Likeness]:
        """The nearest example of each intent that shares anything with the message; never the text `but`."""
        scores: dict[int, float] = {}
        for feature, weight in self._vector(features(utterance, found)).items():
            for place, other in self._postings.get(feature, ()):
                scores[place] = scores.get(place, 0.0) + weight * other
        nearest: dict[str, tuple[float, str]] = {}
        for place, score in scores.items():
            example = self._examples[place]
            known = nearest.get(example.intent)
            if (known is None or (score, example.text) > known) and example.text != but:
                nearest[example.intent] = score, example.text
        return [Likeness(intent, min(score, 1.0), text) for intent, (score, text) in nearest.items()]

    def _vector(self, counts: Mapping[str, float]) -> Mapping[str, float]:
        weighed = {
            feature: count * rarity
            for feature, count in counts.items()
            if (rarity := self._rarity.get(feature, self._unknown))
        }
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        return {feature: weight / length for feature, weight in weighed.items()}


def features(utterance: Utterance, found: Iterable[Found]) -> Mapping[str, float]:
    """What a message is compared by."""
    counts: dict[str, float] = {}
    before = "^"
    for unit in utterance.units:
        counts[unit.text] = counts.get(unit.text, 0) + 1
        pair = f"{before} {unit.text}"
        counts[pair] = counts.get(pair, 0) + 1
        before = unit.text
    counts[f"{before} $"] = 1
    result = {feature: math.sqrt(count) for feature, count in counts.items()}
    for entry in found:
        for concept in entry.concepts:
            result[f"<{concept}>"] = _CONCEPT_WEIGHT
    return result
