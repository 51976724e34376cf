"""Which days and hours does a free text name, however people write them?"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.cases.almanac import MONTH, WEEK, WEEKDAYS, month_number
from bot.matching.spoken_hour import spoken_hours

_CHINESE_WEEK = f"{WEEK}天"
_ENGLISH_DAY = rf"\b(?:{'|'.join(WEEKDAYS)})(?:s|r|rs|day|sday|nesday|rsday|urday)?\b\.?"
_WEEKDAY = rf"(?:(?:周|星期|礼拜)[{_CHINESE_WEEK}]|{_ENGLISH_DAY})"
_MONTH = rf"(?P<name>(?i:{MONTH}))\.?"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
# What makes two numbers an amount or a length of time rather than a day.
_NO_DATE = r"(?![\d:%]|[./-]\d|\s*(?:万|元|亿|平|个|天|点|时|工作日|周(?![一二三四五六日天])|working|days?\b))"
# Tried in this order; what one has read the next ones do not see.
_FORMS = (
    r"(?:(?P<year>\d{4})\s*年\s*)?(?<!\d)(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]",
    rf"(?<!\d){_NUMBER}\s+(?:of\s+)?{_MONTH}(?:\s+(?P<year>\d{{4}}))?",
    rf"\b{_MONTH}\s+{_NUMBER}(?![\d:])(?:,?\s+(?P<year>\d{{4}}))?",
    rf"(?<![\d.:/-])(?:(?P<year>20\d\d)[-/.])?(?P<month>\d{{1,2}})[./-](?P<day>\d{{1,2}}){_NO_DATE}",
    r"(?<![\d月])(?<!月\s)(?P<day>\d{1,2})\s*(?:日(?!内|有效|历|以内)|号(?!楼|线|院|门))",
)
_DATES = (
    *(re.compile(rf"(?:(?P<before>{_WEEKDAY})[\s,(]*)?{form}(?:[\s,(]*(?P<after>{_WEEKDAY}))?") for form in _FORMS),
    re.compile(rf"(?P<before>{_ENGLISH_DAY}),?\s+(?:the\s+)?{_NUMBER}(?![\d:.]|\s*(?i:[ap]m|点))"),
)
_ONLY_WEEKDAY = re.compile(rf"(?P<week>[上下])?个?(?P<weekday>{_WEEKDAY})")
_NEAR = {"今天": 0, "今日": 0, "明天": 1, "明早": 1, "后天": 2, "today": 0, "tomorrow": 1}
_NEARBY = re.compile(rf"(?i:(?P<near>{'|'.join(_NEAR)}))")
_NUMERALS = {"十": 10, **{sign: number for number, sign in enumerate("一二三四五六七八九", 1)}, "两": 2}
_COUNTED = "[一二两三四五六七八九十]{1,3}"
# 一点 is also "a bit": Chinese numerals count as an hour only after the part of the day.
_IN_CHINESE = re.compile(
    rf"{_COUNTED}(?=月[\d一二三四五六七八九十])|(?<=月){_COUNTED}(?=[日号])|(?<=[上下中]午|早上|晚上|今晚){_COUNTED}(?=点)"
)


@dataclass(frozen=True)
class NamedDays:
    """A day as it was named: `weekday` (0 is Monday) as said beside it, `is_full` where month and day were."""

    on: date
    weekday: int | None
    is_full: bool
    start: int
    end: int


@dataclass(frozen=True)
class When:
    """The days and hours of a text, and the text itself in the form that the places refer to."""

    text: str
    days: tuple[NamedDays, ...]
    hours: frozenset[time]

    def covers(self, wanted: "When", today: date) -> bool:
        """Are all days and hours here that another text names? An hour without a day means today's."""
        needed = {day.on for day in wanted.days} - ({today} if wanted.hours else set())
        return needed <= {day.on for day in self.days} and wanted.hours <= self.hours


def read(text: str, today: date) -> When:
    """The days and hours of a text that was written `today`.

    >>> found = read("周三或者 9.24 下午2点半，最晚 28 Sep", date(2026, 9, 22))
    >>> [day.on.day for day in found.days], found.hours
    ([23, 24, 28], frozenset({datetime.time(14, 30)}))
    """
    plain = _IN_CHINESE.sub(lambda found: str(_number(found[0])), unicodedata.normalize("NFKC", text))
    left = plain
    days: list[NamedDays] = []
    for pattern in (*_DATES, _NEARBY, _ONLY_WEEKDAY):
        for found in pattern.finditer(left):
            if named := _named(found, days, today):
                days.append(named)
                left = left[: named.start] + "_" * (named.end - named.start) + left[named.end :]
    return When(plain, tuple(sorted(days, key=lambda day: day.start)), spoken_hours(left))


def _named(found: re.Match[str], before: list[NamedDays], today: date) -> NamedDays | None:
    parts = found.groupdict()
    said = parts.get("before") or parts.get("after")
    weekday = _weekday(said) if said else None
    if "near" in parts:
        on: date | None = today + timedelta(days=_NEAR[parts["near"].lower()])
    elif "weekday" in parts:
        on = _coming(_weekday(parts["weekday"]), parts["week"], today)
    else:
        on = _dated(parts, _month(found, before, today), today)
    return NamedDays(on, weekday, "day" in parts, *found.span()) if on else None


def _dated(parts: dict[str, str | None], month: int, today: date) -> date | None:
    """The nearest such day where no year is said."""
    year, day = parts.get("year"), int(parts["day"] or 0)
    years = (int(year),) if year else (today.year - 1, today.year, today.year + 1)
    valid = [on for on in (_date(year, month, day) for year in years) if on]
    return min(valid, key=lambda on: abs(on - today), default=None)


def _month(found: re.Match[str], before: list[NamedDays], today: date) -> int:
    """The month that is said, else that of the day named next to it, else this one."""
    parts = found.groupdict()
    if name := parts.get("name"):
        return month_number(name)
    if month := parts.get("month"):
        return int(month)
    near = min(before, key=lambda day: abs(day.start - found.start()), default=None)
    return (near.on if near else today).month


def _number(numerals: str) -> int:
    """A number up to 39 that is written in Chinese."""
    tens, ten, ones = numerals.rpartition("十")
    return (_NUMERALS.get(tens, 1) * _NUMERALS[ten] if ten else 0) + _NUMERALS.get(ones[-1:], 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(said: str) -> int:
    """0 for Monday."""
    if said[:3] in WEEKDAYS:
        return WEEKDAYS.index(said[:3])
    return min(_CHINESE_WEEK.index(said[-1]), len(WEEKDAYS) - 1)


def _coming(weekday: int, week: str | None, today: date) -> date:
    """The next such day, or that of last week or next week."""
    if week:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=weekday + (7 if week == "下" else -7))
    return today + timedelta(days=(weekday - today.weekday()) % 7)
