"""Which day do people mean by what they type?"""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

_WEEKDAYS = {sign: place for place, signs in enumerate(("一", "二", "三", "四", "五", "六", "日天")) for sign in signs}
_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AHEAD = {"今": 0, "today": 0, "明": 1, "tomorrow": 1, "后": 2, "day after tomorrow": 2, "大后": 3}
_WEEK = 7
# A day without a year that is so lately over is rather a slip than next year's.
_LATELY = timedelta(days=60)
# 17号 on the 23rd: the one that is over, or next month's?
_HARDLY_OVER = 7


def spoken_day(text: str, today: date, forms: Sequence["Form"]) -> tuple[date | None, str]:
    """The day, and what else is said; ValueError for a day that there is not, and for two of them.

    `text` is in small letters; a day without a year is the next one of that name.

    >>> spoken_day("下周三下午", date(2026, 11, 26), NOTED)
    (datetime.date(2026, 12, 2), ' 下午')
    >>> [spoken_day(text, date(2026, 11, 26), ASKED)[0] for text in ("before the 10th?", "is it 1.5", "much money")]
    [datetime.date(2026, 12, 10), None, None]
    """
    for form, read in forms:
        if found := form.search(text):
            on = read(found, today)
            other, rest = spoken_day(f"{text[: found.start()]} {text[found.end() :]}", today, forms)
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


def _day_of_month(found: re.Match[str], today: date) -> date:
    """The next such day; one that is hardly over may be meant itself."""
    day = int(found["day"])
    if today.day - _HARDLY_OVER < day < today.day:
        raise ValueError(day)
    return today.replace(day=day) if day >= today.day else _months_on(today, 1).replace(day=day)


def _end_of_month(found: re.Match[str], today: date) -> date:
    return _months_on(today, 2 if found["next"] else 1) - timedelta(days=1)


def _end_of_year(_: re.Match[str], today: date) -> date:
    return date(today.year, 12, 31)


def _months_on(today: date, months: int) -> date:
    """The first of a month to come."""
    month = today.month - 1 + months
    return date(today.year + month // 12, month % 12 + 1, 1)


_MONTH_NAMES = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_NAMES = r"(?P<weekday>mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_NO_HOUR = r"(?![\d:点时])(?!\s*(?:am|pm|a\.m|p\.m))"
Form = tuple[re.Pattern[str], Callable[[re.Match[str], date], date]]
_PLAIN: tuple[Form, ...] = (
    (re.compile(r"(?P<year>20\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})[日号]?"), _dated),
    (re.compile(r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?"), _dated),
    (re.compile(rf"(?<![\d:.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH_NAMES}"), _dated),
    (re.compile(rf"\b{_MONTH_NAMES}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"), _dated),
    # Not the 明 of 证明.
    (re.compile(r"(?<![证說说])(?P<ahead>大后|[今明后])(?:[天日]|(?=[早晚上下中]))"), _from_today),
    (re.compile(r"\b(?P<ahead>day after tomorrow|today|tomorrow)\b"), _from_today),
    (re.compile(r"(?<![上下])(?P<next>下)?(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"), _weekday),
    (re.compile(rf"\b(?P<next>next )?{_DAY_NAMES}\b"), _weekday),
)
# How an advisor notes a day: 12.2, 12/2. In a question that may be a rate.
NOTED: tuple[Form, ...] = (
    *_PLAIN[:4],
    (re.compile(rf"(?<![\d:./])(?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_NO_HOUR}"), _dated),
    *_PLAIN[4:],
)
# How a buyer asks about one: 25号, "the 3rd", 月底. Not 12号楼, nor "the 2nd owner".
ASKED: tuple[Form, ...] = (
    *_PLAIN,
    (re.compile(r"(?<![\d.月年/-])(?P<day>\d{1,2})\s*[号日](?![楼线房栋院门窗店码])"), _day_of_month),
    (
        re.compile(
            r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)\b"
            r"(?=\W*(?:$|(?:or|and|at|for|ok|okay|still|is|then|instead|possible|works?|too|please|pls)\b))"
        ),
        _day_of_month,
    ),
    (re.compile(r"(?P<next>下)个?月[底末]"), _end_of_month),
    (re.compile(r"(?P<next>(?!))?月[底末]"), _end_of_month),
    (re.compile(r"\bend of (?:the |this |(?P<next>next ))month\b"), _end_of_month),
    (re.compile(r"年[底末]|\bend of (?:the|this) year\b|\byear[- ]end\b"), _end_of_year),
)
