"""Which numbers must never be kept or logged?"""

import re

# How people part the digits of a long number, wherever they like.
_GAP = r"[ .\-]?"
# What else parts its usual groups: the signs of wide keyboards and of copied contacts, a narrow column. Between any two
# digits they would join days and amounts ("2026-11-23 – 2026-11-24").
_DASH = r"[\-_\u2010-\u2015\u2212\ufe63\uff0d]"
_WIDE_BLANK = r"\u00a0\u2000-\u200f\u202a-\u202f\u2060\u3000\ufeff"
_BLANK = rf"[\s{_WIDE_BLANK}]"
_PART = rf"(?:{_BLANK}?{_DASH}{{1,2}}{_BLANK}?|[.·・．]|{_BLANK}{{1,3}})?"
_ID_GROUPS = rf"[1-9]\d{{5}}{_PART}(?:19|20)\d\d{_PART}\d{{4}}{_PART}\d{{3}}[\dXx]"
# Amounts stand in columns, too: the same single sign throughout, and no line break.
_CARD_GROUPS = rf"\d{{4}}({_DASH}|[{_WIDE_BLANK}])\d{{4}}\1\d{{4}}\1\d{{4}}(?:\1\d{{1,3}})?"
_MOBILE_GROUPS = rf"(?:\+?86{_PART}\(?)?1[3-9]\d\)?{_PART}\d{{4}}{_PART}\d{{4}}"
# No local number begins with 0 or 1, as hours do (0930 1130 1400).
_LANDLINE_GROUPS = rf"0[1-9]\d{{1,2}}\)?{_PART}[2-9]\d{{2,3}}{_PART}\d{{4}}"
# (?<!\d), not \b: Chinese characters are word characters, so \b would miss a number glued to one.
_SURE = (
    (re.compile(rf"(?<!\d)(?:\d(?:{_GAP}\d){{16}}{_GAP}[\dXx]|{_ID_GROUPS})(?![\dA-Za-z])"), "[身份证号]"),
    (re.compile(rf"(?<!\d)(?:\d(?:{_GAP}\d){{15,18}}|{_CARD_GROUPS})(?!\d)"), "[卡号]"),
    (re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{14}}(?!\d)"), "[身份证号]"),
    (re.compile(rf"(?<!\d)(?:(?:\+?86{_GAP})?1{_GAP}[3-9](?:{_GAP}\d){{9}}|{_MOBILE_GROUPS})(?!\d)"), "[手机号]"),
    (re.compile(rf"(?<!\d)(?:0\d{{2,3}}{_GAP}\d{{7,8}}|{_LANDLINE_GROUPS})(?!\d)"), "[电话号]"),
)
# None of these has fewer digits, or more between two: one look spares nearly every sentence the others.
_LONG = re.compile(r"\d(?:\D{0,5}\d){9}")
_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
# Region, day of birth, number and check sign; and what banks print in fours.
_ID_CARD = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_CARD = re.compile(r"(?<!\d)(?:\d{16,19}|\d{4}(?: \d{4}){3}(?: \d{1,3})?)(?!\d)")
# Sign by sign, so that what is found here stands at the same place in what was typed.
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ＋（）", "0123456789Xx+()")


def reveals(text: str) -> bool:
    """Is there surely the number of an ID card, a bank card or a phone?

    >>> reveals("电话13812345678"), reveals("房价850000，等３天")
    (True, False)
    """
    return redact_people(text) != text


def reveals_papers(text: str) -> bool:
    """Is it surely the number of an ID card or a bank card, by its date or its check digit? Nobody should send those.

    >>> reveals_papers("我身份证11010519491231002X"), reveals_papers("网签编号202611250001234567")
    (True, False)
    """
    narrow = text.translate(_NARROW)
    cards = (re.sub(r"\D", "", found[0]) for found in _CARD.finditer(narrow))
    return _ID_CARD.search(narrow) is not None or any(map(_checks, cards))


def _checks(card: str) -> bool:
    """Does the last digit fit the others (ISO/IEC 7812)?"""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(card)))
    return sum(number - 9 * (number > 9) for number in doubled) % 10 == 0  # noqa: PLR2004


def redact(text: str) -> str:
    """What somebody typed, with numbers of ID cards, bank cards, phones and codes taken out.

    >>> redact("我电话138－1234－5678，身份证11010519491231002X，等３天")
    '我电话[手机号]，身份证[身份证号]，等３天'
    """
    return _without(_CODE, "[验证码]", redact_people(text))


def redact_people(text: str) -> str:
    """The same but for codes, which have as many digits as prices and our own numbers.

    >>> redact_people("letter 100001 for 13812345678")
    'letter 100001 for [手机号]'
    """
    if _LONG.search(text):
        for pattern, instead in _SURE:
            text = _without(pattern, instead, text)
    return text


def _without(pattern: re.Pattern[str], instead: str, text: str) -> str:
    """All else stays as it was typed."""
    spans = [found.span() for found in pattern.finditer(text.translate(_NARROW))]
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    return instead.join(text[start:end] for start, end in zip(starts, ends, strict=True))
