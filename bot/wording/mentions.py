"""Does a message hold a word of the editor's: a passport, a copy, a counter?"""

import re
from collections.abc import Iterable
from functools import lru_cache

# Between words that must all occur, as in a rule.
BOTH = "+"
# Latin words stand by themselves, and 1% is not in 3.1%; Chinese words and signs stand anywhere.
_WORD, _NUMBER = re.compile(r"[a-z]"), re.compile(r"\d")
_REMEMBERED = 4096


def mentions(message: str | None, words: Iterable[str]) -> bool:
    """Is any of the words in it, or are all that are joined by a plus? Message and words are evened out.

    >>> mentions("我只有护照", ["护照"]), mentions("only have my passport", ["visa", "passport"])
    (True, True)
    >>> mentions("the copyright", ["copy"]), mentions("is it 3.1%", ["1%"]), mentions("you sure?", ["?"])
    (False, False, True)
    >>> mentions("身份证昨天刚丢", ["身份证+丢"]), mentions("身份证带了", ["身份证+丢"])
    (True, False)
    """
    return any(_holds(message or "", word) for word in words)


def _holds(message: str, word: str) -> bool:
    return all(_sought(part).search(message) for part in word.split(BOTH))


@lru_cache(_REMEMBERED)
def _sought(word: str) -> re.Pattern[str]:
    before = r"(?<![\d.])" if _NUMBER.match(word) else r"(?<![a-z0-9])" if _WORD.match(word) else ""
    after = r"(?![a-z0-9])" if _WORD.match(word[-1]) or _NUMBER.match(word[-1]) else ""
    return re.compile(f"{before}{re.escape(word)}{after}")
