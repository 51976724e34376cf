"""How are Chinese characters, digits and letters set apart, whatever a fact brings along?"""

import re

_CHINESE = r"[㐀-鿿]"
_NARROW = r"[0-9A-Za-z]"
_TOUCHING = re.compile(rf"(?<={_CHINESE})(?={_NARROW})|(?<={_NARROW})(?={_CHINESE})")
_APART = re.compile(r"(?<=[㐀-鿿，。：；、！？（）“”]) +(?=[㐀-鿿，。：；、！？（）“”])")


def spaced(text: str) -> str:
    """One space between a character and a digit or letter, none between two characters.

    >>> spaced("截至9 月 22 日（周二），在 今天 14:00签")
    '截至 9 月 22 日（周二），在今天 14:00 签'
    """
    return _APART.sub("", _TOUCHING.sub(" ", text))
