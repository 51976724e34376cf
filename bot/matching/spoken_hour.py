"""Which hour do people mean by what they type?"""

import re
from contextlib import suppress
from datetime import time

from bot.matching.script import even

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
NUMBER = r"(?:\d{1,2}|[一二三四五]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_NOON = 12
# Offices open at seven at the earliest: 三点 is fifteen o'clock.
_EARLIEST = 7
# 最晚10点, 10点晚了就不行, "i am there", "development" name no part of the day.
_LATER = r"[今明当一二三四五六日天]晚(?![点了到些一半])|晚上|(?<!最)晚(?=\s*(?:\d{1,2}|[七八九十]一?)\s*[:点时])"
_EARLY = r"[今明当一清]早(?!点)|早上|(?<![尽趁提])早(?=\s*(?:\d{1,2}|[六七八九十]一?)\s*[:点时])"
_AM, _PM = r"(?<=[\d点时])\s?a\.?m(?![a-z])", r"(?<![a-z])p\.?m(?![a-z])"
_AFTERNOON = re.compile(rf"下午|傍晚|{_LATER}|{_PM}")
_MORNING = re.compile(rf"凌晨|上午|{_EARLY}|{_AM}")
_AFTER_MIDNIGHT = re.compile(rf"凌晨|{_AM}")
_LATE = re.compile(_LATER)
_HOUR = re.compile(
    rf"(?<!\d)(?P<hour>{NUMBER})(?:(?::|\s?[点时])(?P<minute>\d\d|半|一刻|三刻|{NUMBER}(?=分)|[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])?分?"
    r"|(?:\.(?P<half>\d\d))?(?=\s*(?:am|pm|a\.m|p\.m|o'?clock)|h(?:rs)?(?![a-z])))"
)
_NOON_WORD = re.compile(r"\bnoon\b")
# What follows it, as in "2:30 pm"; 下午 stands before it.
_WITH_ITS_HALF = re.compile(rf"{_HOUR.pattern}(?:\s*(?:[ap]\.?m\b\.?|o'?clock))?")
_MINUTES = {"半": 30, "一刻": 15, "三刻": 45}
_DAYTIME = re.compile(r"上午|下午|早上|中午|傍晚|晚上|凌晨|[早晚]|\b(?:(?:a|p)\.?m\b\.?|o'?clock\b)")


def spoken_hour(text: str) -> tuple[time | None, str]:
    """The hour that is named, and what else is said; ValueError for one that there is not, or may be either of two.

    >>> spoken_hour("下午三點半到"), spoken_hour("带身份证")
    ((datetime.time(15, 30), '  到'), (None, '带身份证'))
    >>> [spoken_hour(text)[0].hour for text in ("最晚10点", "10:00 at the development", "3点 i am there", "今晚8点")]
    [10, 10, 15, 20]
    """
    text = even(text)
    found = _HOUR.search(text)
    if found is None:
        return None, text
    hour, minute = number(found["hour"]), number(found["minute"] or found["half"] or "0")
    is_either = _MORNING.search(text) is not None and _AFTERNOON.search(text) is not None
    if is_either or (hour == _NOON and _LATE.search(text)) or _may_be_afternoon(hour, found, text):
        raise ValueError(text)
    rest = _DAYTIME.sub(" ", f"{text[: found.start()]} {text[found.end() :]}")
    return time(_of_day(hour, found, text), minute), rest


def spoken_hours(text: str) -> frozenset[time]:
    """Every hour that is named in digits and can be told, however many: 早一点 and 有两点要注意 name none.

    >>> sorted(hour.isoformat("minutes") for hour in spoken_hours("11:00 or 2:30 pm, 凌晨1点 或者7点, noon, 早一点"))
    ['01:00', '07:00', '11:00', '12:00', '14:30']
    """
    plain = _NOON_WORD.sub("12:00", even(text))
    hours, start = set[time | None](), 0
    for spot in _WITH_ITS_HALF.finditer(plain):
        if spot["hour"].isdecimal():
            with suppress(ValueError):
                hours.add(spoken_hour(plain[start : spot.end()])[0])
        start = spot.end()
    return frozenset(hour for hour in hours if hour)


def without_hours(text: str) -> str:
    """What is said beside the hours and the parts of the day.

    >>> without_hours("16:30 or 5 pm"), without_hours("上午都行")
    ('  or  ', ' 都行')
    """
    return _DAYTIME.sub(" ", _WITH_ITS_HALF.sub(" ", even(text)))


def _may_be_afternoon(hour: int, found: re.Match[str], text: str) -> bool:
    """5:30 is half past five, but of which half of the day?"""
    is_short = ":" in found[0] and not found["hour"].startswith("0") and hour < _EARLIEST
    return is_short and not (_MORNING.search(text) or _AFTERNOON.search(text) or "中午" in text)


def _of_day(hour: int, found: re.Match[str], text: str) -> int:
    """By the clock of 24 hours."""
    if hour == _NOON and _AFTER_MIDNIGHT.search(text):
        return 0
    is_written_out = ":" in found[0] or found["hour"].startswith("0")
    is_afternoon = _AFTERNOON.search(text) or ("中午" in text and hour < _NOON - 1)
    is_bare = not is_written_out and not _MORNING.search(text)
    return hour + _NOON if hour < _NOON and (is_afternoon or (is_bare and 0 < hour < _EARLIEST)) else hour


def number(text: str) -> int:
    """Digits or numerals up to fifty-nine, or a part of an hour."""
    text = text.removeprefix("零")
    if text.isdecimal():
        return int(text)
    if text in _MINUTES:
        return _MINUTES[text]
    tens, is_ten, ones = text.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if is_ten else 0) + _DIGITS.get(ones, 0)
