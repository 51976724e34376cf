"""Which real English words may a mistyped one be?"""

from collections.abc import Sequence
from functools import cache, lru_cache

from spellchecker import SpellChecker

from bot.matching.script import REMEMBERED

# Nobody means a longer word, and all that a slip could make of it would fill the memory.
_LONGEST = 24


@lru_cache(REMEMBERED)
def guesses(word: str) -> Sequence[str]:
    """The words that one slip makes so: first two letters in the wrong order, then one too many, too few or wrong.

    >>> guesses("sgin")[0], guesses("month"), guesses("qqqqqq")
    ('sign', (), ())
    """
    speller = _speller()
    if len(word) > _LONGEST or word in speller:
        return ()
    near = speller.known(speller.edit_distance_1(word))
    return tuple(sorted(near, key=lambda known: (sorted(known) != sorted(word), -speller[known], known)))


@cache
def _speller() -> SpellChecker:
    """Read when the first strange word comes: that takes a third of a second."""
    return SpellChecker(language="en", distance=1)
