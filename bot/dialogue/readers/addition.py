"""Is a message put as an addition to what was just said?"""

from bot.matching.phrasing import Phrasing

_ELLIPSIS = Phrasing(r"呢[\s。？！?!~]*$|^\W*(?:(?:ok|so|then)\W+)?(?:and|what about|how about)\b")


def is_added(message: str) -> bool:
    """Is it put as an addition to what was just said?

    >>> is_added("那过户呢"), is_added("and on Sunday"), is_added("on Sunday")
    (True, True, False)
    """
    return _ELLIPSIS.search(message) is not None
