"""By what are two messages compared? Their words, neighbours, spellings, sounds and concepts."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.matching.text import REMEMBERED

# Each kind of feature has its own length, so that none drowns the others: word, pair, spelling, sound, concept.
_WEIGHTS = (1.0, 0.5, 1.0, 0.5, 0.7)
_SPELLING_SIZES = (3, 4)

Kinds = tuple[frozenset[str], ...]


def kinds(texts: Sequence[str], sounds: Sequence[str], concepts: frozenset[str]) -> Kinds:
    """The features of a message by kind; `texts` are its units, `sounds` the same as they are spoken."""
    return (
        frozenset(texts),
        _pairs(texts, " "),
        frozenset().union(*[_spellings(text) for text in texts if text.isascii()]),
        _pairs(sounds, "~"),
        concepts,
    )


def weighed(features: Kinds, rarity: Mapping[str, float], unknown: float) -> dict[str, float]:
    """One vector: in each kind the rare count more, and each kind has its own weight."""
    vector: dict[str, float] = {}
    for own, weight in zip(features, _WEIGHTS, strict=True):
        if own:
            raised = [rarity.get(feature, unknown) for feature in own]
            scale = weight / math.hypot(*raised)
            vector.update(zip(own, [value * scale for value in raised], strict=True))
    return vector


def _pairs(texts: Sequence[str], joint: str) -> frozenset[str]:
    return frozenset(map(joint.join, zip(["^", *texts], [*texts, "$"], strict=True)))


@lru_cache(REMEMBERED)
def _spellings(text: str) -> frozenset[str]:
    """Pieces of a Latin word, so that forms and slips of it are alike."""
    framed = f"<{text}>"
    return frozenset(
        framed[start : start + size] for size in _SPELLING_SIZES for start in range(len(framed) - size + 1)
    )
