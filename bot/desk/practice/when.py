"""Which days and hours does a free text name, however people write them?"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_CHINESE_WEEK = "一二三四五六日天"
_ENGLISH_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_DAY = rf"\b(?:{'|'.join(_ENGLISH_WEEK)})(?:s|r|rs|day|sday|nesday|rsday|urday)?\b\.?"
_WEEKDAY = rf"(?:(?:周|星期|礼拜)[{_CHINESE_WEEK}]|{_ENGLISH_DAY})"
_MONTH = rf"(?P<name>(?i:{'|'.join(_MONTHS)}))[a-z]*\.?"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
# What makes two numbers an amount or a length of time rather than a day.
_NO_DATE = r"(?![\d:%]|[./-]\d|\s*(?:万|元|亿|平|个|天|点|时|工作日|周(?![一二三四五六日天])|working|days?\b))"
# Tried in this order; what one has read the next ones do not see.
_DATES = tuple(
    re.compile(rf"(?:(?P<before>{_WEEKDAY})[\s,(]*)?{form}(?:[\s,(]*(?P<after>{_WEEKDAY}))?")
    for form in (
        r"(?:(?P<year>\d{4})\s*年\s*)?(?<!\d)(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]",
        rf"(?<!\d){_NUMBER}\s+(?:of\s+)?{_MONTH}(?:\s+(?P<year>\d{{4}}))?",
        rf"\b{_MONTH}\s+{_NUMBER}(?![\d:])(?:,?\s+(?P<year>\d{{4}}))?",
        rf"(?<![\d.:/-])(?:(?P<year>20\d\d)[-/.])?(?P<month>\d{{1,2}})[./-](?P<day>\d{{1,2}}){_NO_DATE}",
        r"(?<!\d)(?P<day>\d{1,2})\s*(?:日(?!内|有效|历|以内)|号(?!楼|线|院|门))",
    )
)
_ONLY_WEEKDAY = re.compile(rf"(?P<week>[上下])?个?(?P<weekday>{_WEEKDAY})")
_NEAR = {"今天": 0, "今日": 0, "明天": 1, "明早": 1, "后天": 2, "today": 0, "tomorrow": 1}
_NEARBY = re.compile(rf"(?i:(?P<near>{'|'.join(_NEAR)}))")
_HOURS = (
    re.compile(
        r"(?P<part>下午|晚上|今晚|中午)?\s*(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d)\s*(?P<noon>(?i:[ap]m))?"
    ),
    re.compile(
        r"(?P<part>上午|早上|下午|晚上|今晚|中午)?\s*(?<!\d)(?P<hour>\d{1,2})\s*[点时](?:(?P<half>半)|(?P<minute>\d{1,2})\s*分?)?"
    ),
    re.compile(r"(?<![\d:])(?P<hour>\d{1,2})\s*(?P<noon>(?i:[ap]m))\b"),
)
_NOON_WORD = re.compile(r"\b(?i:noon)\b")
_AFTERNOON = {"下午", "晚上", "今晚", "中午", "pm"}
_MORNING = {"上午", "早上", "am"}
_NOON = 12
# Who says "at 2" without more means the afternoon: offices are closed at that hour of the morning.
_EARLIEST = 8


@dataclass(frozen=True)
class Named:
    """A day as it was named: `weekday` (0 is Monday) as said beside it, `is_full` where month and day were."""

    on: date
    weekday: int | None
    is_full: bool
    start: int
    end: int


@dataclass(frozen=True)
class When:
    """The days and hours (hour, minute) of a text, and the text itself in the form that the places refer to."""

    text: str
    days: tuple[Named, ...]
    hours: frozenset[tuple[int, int]]

    def covers(self, wanted: "When", today: date) -> bool:
        """Are all days and hours here that another text names? An hour without a day means today's."""
        needed = {day.on for day in wanted.days} - ({today} if wanted.hours else set())
        return needed <= {day.on for day in self.days} and wanted.hours <= self.hours


def read(text: str, today: date) -> When:
    """The days and hours of a text that was written `today`.

    >>> found = read("周三或者 9.24 下午2点半，最晚 28 Sep", date(2026, 9, 22))
    >>> [day.on.day for day in found.days], found.hours
    ([23, 24, 28], frozenset({(14, 30)}))
    """
    plain = unicodedata.normalize("NFKC", text)
    left = plain
    days: list[Named] = []
    for pattern in (*_DATES, _NEARBY, _ONLY_WEEKDAY):
        for found in pattern.finditer(left):
            if named := _named(found, days, today):
                days.append(named)
                left = left[: named.start] + "_" * (named.end - named.start) + left[named.end :]
    return When(plain, tuple(sorted(days, key=lambda day: day.start)), frozenset(_hours(left)))


def _named(found: re.Match[str], before: list[Named], today: date) -> Named | None:
    parts = found.groupdict()
    said = parts.get("before") or parts.get("after")
    weekday = _weekday(said) if said else None
    if "near" in parts:
        on: date | None = today + timedelta(days=_NEAR[parts["near"].lower()])
    elif "weekday" in parts:
        on = _coming(_weekday(parts["weekday"]), parts["week"], today)
    else:
        on = _dated(parts, [day for day in before if day.end <= found.start()], today)
    return Named(on, weekday, "day" in parts, *found.span()) if on else None


def _dated(parts: dict[str, str | None], before: list[Named], today: date) -> date | None:
    """The nearest such day where no year is said; a day without month is in that of the day named before it."""
    if name := parts.get("name"):
        month = _MONTHS.index(name.lower()) + 1
    else:
        month = int(parts.get("month") or (before[-1].on if before else today).month)
    year, day = parts.get("year"), int(parts["day"] or 0)
    years = (int(year),) if year else (today.year - 1, today.year, today.year + 1)
    valid = [on for on in (_date(year, month, day) for year in years) if on]
    return min(valid, key=lambda on: abs(on - today), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(said: str) -> int:
    """0 for Monday."""
    if said[:3] in _ENGLISH_WEEK:
        return _ENGLISH_WEEK.index(said[:3])
    return min(_CHINESE_WEEK.index(said[-1]), len(_ENGLISH_WEEK) - 1)


def _coming(weekday: int, week: str | None, today: date) -> date:
    """The next such day, or that of last week or next week."""
    if week:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=weekday + (7 if week == "下" else -7))
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _hours(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _HOURS:
        for found in pattern.finditer(_NOON_WORD.sub("12:00", text)):
            parts = found.groupdict()
            hour, minute = int(parts["hour"]), int(parts.get("minute") or (30 if parts.get("half") else 0))
            part = parts.get("part") or (parts.get("noon") or "").lower()
            yield _clock(hour, part, is_bare=":" not in found[0]), minute


def _clock(hour: int, part: str, *, is_bare: bool) -> int:
    """The hour of 24."""
    late = part in _AFTERNOON or (is_bare and part not in _MORNING and hour < _EARLIEST)
    return hour + _NOON if late and hour < _NOON and not (part == "中午" and hour > _NOON // 2) else hour
