"""Does a message hold a word of the editor's: a passport, a copy, a counter?"""

import re
from collections.abc import Iterable
from functools import lru_cache

# No Latin letter may stand right before or behind a Latin word; Chinese words stand anywhere.
_LATIN = r"a-z0-9"
_REMEMBERED = 4096


def mentions(message: str, words: Iterable[str]) -> bool:
    """Is any of the words in it? `message` in small letters and simplified script.

    >>> mentions("我只有护照", ["护照"]), mentions("only have my passport", ["visa", "passport"])
    (True, True)
    >>> mentions("the copyright", ["copy"])
    False
    """
    return any(_sought(word).search(message) for word in words)


@lru_cache(_REMEMBERED)
def _sought(word: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![{_LATIN}])(?:{re.escape(word.lower())})(?![{_LATIN}])" if word.isascii() else re.escape(word)
    )
