"""How are days, hours and counts said, in Chinese and English?"""

from datetime import date, datetime, time

from bot.cases.almanac import LONG_MONTHS, MONTHS, WEEK, WEEKDAYS
from bot.cases.case import CHINA
from bot.cases.office import OfficeTime
from bot.cases.workdays import Count, Day

_WEEKDAYS = {"zh": WEEK, "en": WEEKDAYS}
_THIRDS = {"zh": ("上旬", "中旬", "下旬"), "en": ("early", "mid", "late")}


def day(on: date, language: str, today: date) -> str:
    """A day with its weekday, and its year where that is not this one.

    >>> day(date(2026, 9, 23), "zh", date(2026, 9, 22))
    '9 月 23 日（周三）'
    >>> day(date(2027, 2, 18), "en", date(2026, 11, 23))
    'Thu 18 Feb 2027'
    """
    weekday = _WEEKDAYS[language][on.weekday()]
    if language == "zh":
        year = f"{on.year} 年 " if on.year != today.year else ""
        return f"{year}{on.month} 月 {on.day} 日（周{weekday}）"
    year = f" {on.year}" if on.year != today.year else ""
    return f"{weekday} {on.day} {MONTHS[on.month - 1]}{year}"


def forecast_day(when: Day, language: str, today: date) -> str:
    """A day that was worked out; only a third of a month where the holiday calendar is unknown.

    >>> forecast_day(Day(date(2027, 1, 5), exact=False), "zh", date(2026, 12, 28))
    '2027 年 1 月上旬'
    """
    if when.exact:
        return day(when.on, language, today)
    third = _THIRDS[language][min((when.on.day - 1) // 10, 2)]
    if language == "zh":
        return f"{when.on.year} 年 {when.on.month} 月{third}"
    return f"{third} {LONG_MONTHS[when.on.month - 1]} {when.on.year}"


def moment(on: date, at: time | None, language: str, today: date) -> str:
    """A day as it is said, with its hour where it has one (China's time)."""
    return hour(datetime.combine(on, at, CHINA), language, today) if at else day(on, language, today)


def hour(at: datetime, language: str, today: date) -> str:
    """A day and an hour; the day is "today" where it is.

    >>> hour(datetime(2026, 9, 23, 11, tzinfo=CHINA), "en", date(2026, 9, 22))
    'Wed 23 Sep at 11:00'
    """
    local = at.astimezone(CHINA)
    clock = f"{local.hour}:{local.minute:02d}"
    if local.date() == today:
        return f"今天 {clock}" if language == "zh" else f"today at {clock}"
    on = day(local.date(), language, today)
    return f"{on}{clock}" if language == "zh" else f"{on} at {clock}"


def promise(by: OfficeTime, language: str, today: date) -> str:
    """The time by which a person answers; no date where the calendar for it is not out yet."""
    if by.exact:
        return hour(by.at, language, today)
    return "下一个工作日" if language == "zh" else "the next working day"


def working_days(count: Count, language: str) -> str:
    """A number of working days.

    >>> working_days(Count(1), "en"), working_days(Count(5, exact=False), "zh")
    ('1 working day', '大约 5 个工作日')
    """
    if language == "zh":
        return f"{'' if count.exact else '大约 '}{count.days} 个工作日"
    return f"{'' if count.exact else 'about '}{count.days} working day{'' if count.days == 1 else 's'}"


def calendar_days(days: int, language: str) -> str:
    """A number of calendar days."""
    if language == "zh":
        return f"{days} 个日历日"
    return f"{days} calendar day{'' if days == 1 else 's'}"


def listed(words: list[str], language: str) -> str:
    """Words in a row.

    >>> listed(["a", "b", "c"], "en"), listed(["甲", "乙"], "zh")
    ('a, b and c', '甲、乙')
    """
    if language == "zh" or len(words) < 2:  # noqa: PLR2004
        return "、".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
