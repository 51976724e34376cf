"""What is each sign a buyer types on any keyboard: full width or half, traditional or simplified, capital or small?"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

import opencc

CHINESE = re.compile(r"[㐀-鿿]")
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ`´"), "'")
# Buyers type no more different words than this in weeks.
REMEMBERED = 1 << 15


def even(original: str) -> str:
    """Compatibility forms, case and script evened out.

    >>> even("ＯＫ，下週五")
    'ok,下周五'
    """
    return original.translate(_PLAIN)


def even_out(original: str) -> tuple[str, Sequence[int]]:
    """The same; and for each character, where it came from."""
    text = even(original)
    if original.isascii() or _PLAIN.uneven.isdisjoint(original):
        return text, range(len(text))
    return text, [place for place, character in enumerate(original) for _ in _PLAIN[ord(character)]]


@lru_cache(REMEMBERED)
def legible(text: str) -> str:
    """In simplified script, with the letters, figures, blanks and apostrophes of any keyboard; each sign at its place.

    >>> legible("下週五能簽約嗎？"), legible("２６号　ＯＫ, it’s fine")
    ('下周五能签约吗？', "26号 OK, it's fine")
    """
    return text if text.isascii() else text.translate(_LEGIBLE)


class _Plain(dict[int, str]):
    """What each character becomes, worked out when it is first met; `uneven` are those that become none or several."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        even = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", chr(code)).casefold())
        plain = "".join(_simplified().get(piece, _visible(piece)) for piece in even.translate(_APOSTROPHES))
        if len(plain) != 1:
            self.uneven.add(chr(code))
        return self.setdefault(code, plain)


_PLAIN = _Plain()


class _Legible(dict[int, str]):
    """The one sign that stands for each, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if sign.isspace():
            return self.setdefault(code, sign if sign == "\n" else " ")
        narrow = unicodedata.normalize("NFKC", sign)
        plain = narrow if narrow.isascii() and narrow.isalnum() and len(narrow) == 1 else sign
        return self.setdefault(code, _APOSTROPHES.get(code) or _simplified().get(plain, plain))


_LEGIBLE = _Legible()


def _visible(character: str) -> str:
    """Formatting characters vanish; emoji, other symbols and line ends part words like a space."""
    category = unicodedata.category(character)
    if category in {"Cf", "Mn", "Me", "Cs", "Co", "Cn"}:
        return ""
    return " " if category[0] in "CZS" else character


@cache
def _simplified() -> dict[str, str]:
    """Traditional → simplified, character by character so that offsets hold."""
    block = [chr(code) for code in range(0x3400, 0xA000)]
    plain = opencc.OpenCC("t2s").convert("\n".join(block)).split("\n")
    return {old: new for old, new in zip(block, plain, strict=True) if old != new and CHINESE.fullmatch(new)}
