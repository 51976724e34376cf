"""Which days, sums and counts does a message name, and where? Read as they are typed; what they mean is for people."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from bot.cases.almanac import MONTH
from bot.matching.text import Utterance

_DIGITS = r"\d+(?:[.,]\d+)?"
_NUMERAL = r"[一二两三四五六七八九十百千半几]+"
_NUMBER = rf"(?:{_DIGITS}|{_NUMERAL})"
_MONTH = rf"(?i:{MONTH})"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
# Characters and Latin words stand side by side without a space.
_EDGE = r"(?<![a-z\d])"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"


class MentionKind(StrEnum):
    """What is named."""

    DATE = "date"
    AMOUNT = "amount"
    COUNT = "count"


class Mention(NamedTuple):
    """A piece of the message as it was typed, at `start` to `end` (exclusive) of the original."""

    kind: MentionKind
    text: str
    start: int
    end: int


# The earlier kind takes a place that two could claim: 5月8号 is a day and no count of months.
_PATTERNS = {
    MentionKind.DATE: re.compile(
        rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|(?:\d{{4}}年)?{_NUMBER}月(?:{_NUMBER}[日号]?|初|中|底)"
        rf"|(?<!\d)\d{{1,2}}[日号](?![楼线房栋院])|[大今明后昨前]+[天晚早]|(?:下下|[这本下上])个?月[初中底]?|月[初中底]|年[初底]"
        rf"|(?:下下|[这本下上])?个?(?:周|礼拜|星期)[一二三四五六日天末]|(?:下下|[这本下上])个?(?:周|礼拜|星期)"
        rf"|{_EDGE}(?:{_MONTH} {_NTH}|{_NTH} (?:of )?{_MONTH}|the {_NTH}(?= |$)|today|tomorrow|yesterday|tonight"
        rf"|(?:next|this|last) (?:week|month|year|{_WEEKDAY})|(?:on )?{_WEEKDAY})\b)"
    ),
    MentionKind.AMOUNT: re.compile(
        rf"[¥￥$] ?{_DIGITS}(?: ?[万k])?|{_NUMBER} ?(?:百分点|个点|万元?|亿|千块?|百块|块钱?|元|成(?![本为交功])|%)"
        rf"|{_EDGE}{_DIGITS} ?(?:k|w|yuan|rmb|cny|percent|million)\b"
    ),
    MentionKind.COUNT: re.compile(
        rf"{_NUMBER} ?(?:个?工作日|个?(?:月|星期|礼拜|小时|钟头)|[天周年次套份位]|个人|分钟)"
        rf"|{_EDGE}(?:{_DIGITS}|an?|two|three|four|five|six|seven|ten) (?:(?:working|business) )?"
        r"(?:hour|day|week|month|year|time|copy|copie)s?\b"
    ),
}


def mentions(utterance: Utterance) -> tuple[Mention, ...]:
    """Every day, sum and count of a message, in its order; none within another.

    >>> from bot.matching.text import read
    >>> [(found.kind.value, found.text) for found in mentions(read("能改到10月8号吗，差5万要等3天"))]
    [('date', '10月8号'), ('amount', '5万'), ('count', '3天')]
    """
    taken: set[int] = set()
    found: list[Mention] = []
    for start, end, kind in _spots(utterance.normalised):
        if taken.isdisjoint(places := range(start, end)):
            taken.update(places)
            first, last = utterance.places[start], utterance.places[end - 1] + 1
            found.append(Mention(kind, utterance.original[first:last], first, last))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _spots(text: str) -> Iterator[tuple[int, int, MentionKind]]:
    for kind, pattern in _PATTERNS.items():
        yield from ((*spot.span(), kind) for spot in pattern.finditer(text))
