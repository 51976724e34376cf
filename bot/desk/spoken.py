"""Which day and hour does an advisor mean by what is typed? Whatever is understood is shown whole and confirmed."""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import NamedTuple
from unicodedata import normalize

_NUMERALS = {sign: value for value, sign in enumerate("零一二三四五六七八九十")} | {"两": 2, "十一": 11, "十二": 12}
_NUMBER = r"(?:\d{1,2}|十[一二]?|[一二两三四五六七八九])"
_WEEKDAYS = {sign: place for place, signs in enumerate(("一", "二", "三", "四", "五", "六", "日天")) for sign in signs}
_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AHEAD = {"今": 0, "today": 0, "明": 1, "tomorrow": 1, "后": 2, "大后": 3}
_NOON = 12
_WEEK = 7


class Spoken(NamedTuple):
    """A day, and the hour where one is named (China's time)."""

    on: date
    at: time | None


def spoken(typed: str, today: date) -> Spoken | None:
    """What is meant; None where no day is named. A day without a year is the next one of that name.

    >>> spoken("下周三下午三点半", date(2026, 11, 26))
    Spoken(on=datetime.date(2026, 12, 2), at=datetime.time(15, 30))
    >>> spoken("12.2", date(2026, 11, 26)), spoken("15:00", date(2026, 11, 26))
    (Spoken(on=datetime.date(2026, 12, 2), at=None), None)
    """
    text = normalize("NFKC", typed).casefold()
    for form, read in _DAYS:
        if found := form.search(text):
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            try:
                return Spoken(read(found, today), _hour(rest))
            except ValueError:
                return None
    return None


def _dated(found: re.Match[str], today: date) -> date:
    month = found["month"]
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3]) + 1
    if year := found.groupdict().get("year"):
        return date(int(year), number, int(found["day"]))
    day = date(today.year, number, int(found["day"]))
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
_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date]], ...] = (
    (re.compile(r"(?P<year>20\d\d)[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})[日号]?"), _dated),
    (re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?"), _dated),
    (re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH_NAMES}"), _dated),
    (re.compile(rf"\b{_MONTH_NAMES}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"), _dated),
    (re.compile(r"(?<![\d:])(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d:])"), _dated),
    # Not the 明 of 证明.
    (re.compile(r"(?P<ahead>大后|[今明后])(?:[天日]|(?=[早晚上下中]))"), _from_today),
    (re.compile(r"\b(?P<ahead>today|tomorrow)\b"), _from_today),
    (re.compile(r"(?P<next>下)?(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"), _weekday),
    (re.compile(r"\b(?P<next>next )?(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\b"), _weekday),
)
_AFTERNOON = re.compile(r"下午|晚上|傍晚|pm|p\.m\.")
_AFTER_MIDNIGHT = re.compile(r"凌晨|am|a\.m\.")
_HOUR = re.compile(
    rf"(?P<hour>{_NUMBER})(?:[:点时](?P<minute>\d\d|半|一刻|三刻|{_NUMBER}(?=分))?|(?=\s*(?:am|pm|a\.m\.|p\.m\.)))"
)
_MINUTES = {"半": 30, "一刻": 15, "三刻": 45}


def _hour(text: str) -> time | None:
    """The hour that is named; ValueError for one that there is not."""
    found = _HOUR.search(text)
    if found is None:
        return None
    hour, minute = _number(found["hour"]), _number(found["minute"] or "0")
    if hour < _NOON and (_AFTERNOON.search(text) or ("中午" in text and hour < _NOON - 1)):
        hour += _NOON
    if hour == _NOON and _AFTER_MIDNIGHT.search(text):
        hour = 0
    return time(hour, minute)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else {**_NUMERALS, **_MINUTES}[text]
