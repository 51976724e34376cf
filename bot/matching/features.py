"""By what are two messages compared? Their words, neighbours, spellings, sounds and concepts."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from bot.matching.script import REMEMBERED

# Each kind of feature has its own length, so that none drowns the others: word, pair, spelling, sound, concept.
WEIGHTS = (0.8, 0.6, 0.8, 0.5, 0.5)
WORDS = 0
_SPELLING_SIZES = (3, 4)

# In the order of the message, so that sums come out the same in every process.
Features = tuple[Sequence[str], ...]


def kinds(texts: Sequence[str], sounds: Sequence[str], concepts: frozenset[str]) -> Features:
    """The features of a message by kind; `texts` are its units as written, `sounds` all of them as they are spoken."""
    return (
        _once(texts),
        _once(_pairs(texts, " ")),
        _once(chain.from_iterable(_spellings(text) for text in texts if text.isascii())),
        _once(_pairs(sounds, "~")),
        sorted(concepts),
    )


def _once(features: Iterable[str]) -> Sequence[str]:
    return list(dict.fromkeys(features))


def _pairs(texts: Sequence[str], joint: str) -> Iterator[str]:
    return map(joint.join, zip(["^", *texts], [*texts, "$"], strict=True))


@lru_cache(REMEMBERED)
def _spellings(text: str) -> Sequence[str]:
    """Pieces of a Latin word, so that forms and slips of it are alike."""
    framed = f"<{text}>"
    return [framed[start : start + size] for size in _SPELLING_SIZES for start in range(len(framed) - size + 1)]
