"""Which numbers must never be kept or logged?"""

import re

# How people part the digits of a long number.
_GAP = r"[ .\-]?"
# (?<!\d), not \b: Chinese characters are word characters, so \b would miss a number glued to one.
_SURE = (
    (re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{16}}{_GAP}[\dXx](?![\dA-Za-z])"), "[身份证号]"),
    (re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{15,18}}(?!\d)"), "[卡号]"),
    (re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{14}}(?!\d)"), "[身份证号]"),
    (re.compile(rf"(?<!\d)(?:\+?86{_GAP})?1{_GAP}[3-9](?:{_GAP}\d){{9}}(?!\d)"), "[手机号]"),
    (re.compile(rf"(?<!\d)0\d{{2,3}}{_GAP}\d{{7,8}}(?!\d)"), "[电话号]"),
)
# None of these has fewer digits: one look spares nearly every sentence the others.
_LONG = re.compile(rf"\d(?:{_GAP}\d){{9}}")
# Six digits may be a price as well.
_NUMBERS = (*_SURE, (re.compile(r"(?<!\d)\d{6}(?!\d)"), "[验证码]"))
# Region, day of birth, number and check sign; and what banks print in fours.
_ID_CARD = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_CARD = re.compile(r"(?<!\d)(?:\d{16,19}|\d{4}(?: \d{4}){3}(?: \d{1,3})?)(?!\d)")
_WIDE_DIGITS = {ord(wide): str(digit) for digit, wide in enumerate("０１２３４５６７８９")}


def reveals(text: str) -> bool:
    """Is there surely the number of an ID card, a bank card or a phone?

    >>> reveals("电话13812345678"), reveals("房价850000，等３天")
    (True, False)
    """
    narrow = text.translate(_WIDE_DIGITS)
    return _LONG.search(narrow) is not None and any(pattern.search(narrow) for pattern, _ in _SURE)


def reveals_papers(text: str) -> bool:
    """Is it surely the number of an ID card or a bank card, by its date or its check digit? Nobody should send those.

    >>> reveals_papers("我身份证11010519491231002X"), reveals_papers("网签编号202611250001234567")
    (True, False)
    """
    narrow = text.translate(_WIDE_DIGITS)
    cards = (re.sub(r"\D", "", found[0]) for found in _CARD.finditer(narrow))
    return _ID_CARD.search(narrow) is not None or any(map(_checks, cards))


def _checks(card: str) -> bool:
    """Does the last digit fit the others (ISO/IEC 7812)?"""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(card)))
    return sum(number - 9 * (number > 9) for number in doubled) % 10 == 0  # noqa: PLR2004


def redact(text: str) -> str:
    """The text with numbers of ID cards, bank cards, phones and codes taken out.

    >>> redact("我电话13812345678，身份证11010519491231002X")
    '我电话[手机号]，身份证[身份证号]'
    """
    text = text.translate(_WIDE_DIGITS)
    for pattern, instead in _NUMBERS:
        text = pattern.sub(instead, text)
    return text
