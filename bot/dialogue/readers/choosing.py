"""Which button does a buyer mean who writes "the second one"?"""

from collections.abc import Sequence

from bot.matching.phrasing import Phrasing

_CHINESE = Phrasing(
    r"(?:不是?[，,\s]+)?(?:我|就|要|想|问|是|[，,\s])*(?:第|选第?)\s*([一二三四1-4])\s*[个条项]?[吧呢啊呀的。！!~\s]*"
)
_ENGLISH = Phrasing(
    r"(?:(?:no|yes|ok|i (?:mean|meant|want))[, ]*)*(?:the )?"
    r"(?:(first|second|third|fourth|1st|2nd|3rd|4th)(?: (?:one|option|button))?|(?:number|option) ?([1-4]))"
    r"(?:,? (?:please|thanks))?[.! ]*",
)
_NUMBER = Phrasing(r"([1-4])[.。！!]?")
# What is longer says more than a place.
_LONGEST = 40
_PLACES = (
    frozenset(("1", "一", "first", "1st")),
    frozenset(("2", "二", "second", "2nd")),
    frozenset(("3", "三", "third", "3rd")),
    frozenset(("4", "四", "fourth", "4th")),
)


def place(message: str) -> int | None:
    """The place (from 0) that a message names, if it says nothing else.

    >>> place("第二个吧"), place("选1"), place("2"), place("no, the second one"), place("第二个问题是首付")
    (1, 0, 1, 1, None)
    """
    said = message.strip()
    forms = (_CHINESE, _ENGLISH, _NUMBER) if len(said) <= _LONGEST else ()
    found = next(filter(None, (form.fullmatch(said) for form in forms)), None)
    named = next(filter(None, found.groups())).lower() if found else ""
    return next((number for number, names in enumerate(_PLACES) if named in names), None)


def chosen(message: str, offered: Sequence[str]) -> str | None:
    """What the button says that is meant; None where the last message had no such button."""
    meant = place(message)
    return offered[meant] if meant is not None and meant < len(offered) else None
