"""Which day and hour does an advisor mean by what is typed? Whatever is understood is shown whole and confirmed.

What leaves anything unread that may be a day or an hour is asked about: a wrong hour that looks right gets confirmed.
"""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import NamedTuple
from unicodedata import normalize

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMBER = r"(?:\d{1,2}|[一二三四五]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_WEEKDAYS = {sign: place for place, signs in enumerate(("一", "二", "三", "四", "五", "六", "日天")) for sign in signs}
_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AHEAD = {"今": 0, "today": 0, "明": 1, "tomorrow": 1, "后": 2, "day after tomorrow": 2, "大后": 3}
_NOON = 12
_WEEK = 7
# A day without a year that is so lately over is rather a slip than next year's.
_LATELY = timedelta(days=60)
# Offices open at seven at the earliest: 三点 is fifteen o'clock.
_EARLIEST = 7


class Spoken(NamedTuple):
    """A day, and the hour where one is named (China's time)."""

    on: date
    at: time | None


def spoken(typed: str, today: date) -> Spoken | None:
    """What is meant; None where that is not sure. A day without a year is the next one of that name.

    >>> spoken("下周三下午三点半", date(2026, 11, 26))
    Spoken(on=datetime.date(2026, 12, 2), at=datetime.time(15, 30))
    >>> spoken("12.2", date(2026, 11, 26)), spoken("15:00", date(2026, 11, 26))
    (Spoken(on=datetime.date(2026, 12, 2), at=None), None)
    """
    try:
        on, text = _day(normalize("NFKC", typed).casefold(), today)
        at, rest = _hour(text)
    except ValueError:
        return None
    return None if on is None or _UNREAD.search(rest) else Spoken(on, at)


def _day(text: str, today: date) -> tuple[date | None, str]:
    """The day, and what else is said; ValueError for a day that there is not, and for two of them."""
    for form, read in _DAYS:
        if found := form.search(text):
            on = read(found, today)
            other, rest = _day(f"{text[: found.start()]} {text[found.end() :]}", today)
            if other not in {None, on}:
                raise ValueError(text)
            return on, rest
    return None, text


def _dated(found: re.Match[str], today: date) -> date:
    month = found["month"]
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3]) + 1
    if year := found.groupdict().get("year"):
        return date(int(year), number, int(found["day"]))
    day = date(today.year, number, int(found["day"]))
    if today - _LATELY < day < today:
        raise ValueError(day)
    return day if day >= today else day.replace(year=today.year + 1)


def _weekday(found: re.Match[str], today: date) -> date:
    """A day of the next week where that is said, else the next to come."""
    name = found["weekday"]
    place = _WEEKDAYS[name] if name in _WEEKDAYS else _ENGLISH_DAYS.index(name[:3])
    monday = today - timedelta(days=today.weekday())
    if found["next"]:
        return monday + timedelta(days=_WEEK + place)
    day = monday + timedelta(days=place)
    return day if day >= today else day + timedelta(days=_WEEK)


def _from_today(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=_AHEAD[found["ahead"]])


_MONTH_NAMES = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_NO_HOUR = r"(?![\d:点时])(?!\s*(?:am|pm|a\.m|p\.m))"
_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date]], ...] = (
    (re.compile(r"(?P<year>20\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})[日号]?"), _dated),
    (re.compile(r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?"), _dated),
    (re.compile(rf"(?<![\d:.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH_NAMES}"), _dated),
    (re.compile(rf"\b{_MONTH_NAMES}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"), _dated),
    (re.compile(rf"(?<![\d:./])(?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_NO_HOUR}"), _dated),
    # Not the 明 of 证明.
    (re.compile(r"(?<![证說说])(?P<ahead>大后|[今明后])(?:[天日]|(?=[早晚上下中]))"), _from_today),
    (re.compile(r"\b(?P<ahead>day after tomorrow|today|tomorrow)\b"), _from_today),
    (re.compile(r"(?<![上下])(?P<next>下)?(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"), _weekday),
    (re.compile(r"\b(?P<next>next )?(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\b"), _weekday),
)
_AFTERNOON = re.compile(r"下午|傍晚|晚|pm|p\.m")
_MORNING = re.compile(r"凌晨|上午|早|am\b|a\.m")
_AFTER_MIDNIGHT = re.compile(r"凌晨|am\b|a\.m")
_LATE = re.compile(r"晚")
_HOUR = re.compile(
    rf"(?<!\d)(?P<hour>{_NUMBER})(?:[:点时](?P<minute>\d\d|半|一刻|三刻|{_NUMBER}(?=分))?分?"
    r"|(?:\.(?P<half>\d\d))?(?=\s*(?:am|pm|a\.m|p\.m)))"
)
_MINUTES = {"半": 30, "一刻": 15, "三刻": 45}
# Part of a day without its hour, or a number that is not read.
_UNREAD = re.compile(
    rf"\d|{_NUMBER}[点时]|上午|下午|中午|傍晚|晚上|凌晨|[上下]+个?(?:周|星期|礼拜)|\b(?:noon|midnight|next)\b|不是"
)
_DAYTIME = re.compile(r"上午|下午|早上|中午|傍晚|晚上|凌晨|[早晚]|\b(?:a|p)\.?m\b\.?")


def _hour(text: str) -> tuple[time | None, str]:
    """The hour that is named, and what else is said; ValueError for one that there is not, or may be either of two."""
    found = _HOUR.search(text)
    if found is None:
        return None, text
    hour, minute = _number(found["hour"]), _number(found["minute"] or found["half"] or "0")
    if hour == _NOON and _LATE.search(text):
        raise ValueError(text)
    rest = _DAYTIME.sub(" ", f"{text[: found.start()]} {text[found.end() :]}")
    return time(_of_day(hour, found, text), minute), rest


def _of_day(hour: int, found: re.Match[str], text: str) -> int:
    """By the clock of 24 hours."""
    if hour == _NOON and _AFTER_MIDNIGHT.search(text):
        return 0
    is_written_out = ":" in found[0] or found["hour"].startswith("0")
    is_afternoon = _AFTERNOON.search(text) or ("中午" in text and hour < _NOON - 1)
    is_bare = not is_written_out and not _MORNING.search(text)
    return hour + _NOON if hour < _NOON and (is_afternoon or (is_bare and 0 < hour < _EARLIEST)) else hour


def _number(text: str) -> int:
    """Digits or numerals up to fifty-nine, or a part of an hour."""
    if text.isdecimal():
        return int(text)
    if text in _MINUTES:
        return _MINUTES[text]
    tens, is_ten, ones = text.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if is_ten else 0) + _DIGITS.get(ones, 0)
