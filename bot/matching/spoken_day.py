"""Which day do people mean by what they type?"""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, timedelta

from bot.cases.almanac import MONTH, WEEKDAYS, month_number
from bot.matching.script import even
from bot.matching.spoken_hour import NUMBER, number

_WEEKDAYS = {sign: place for place, signs in enumerate(("一", "二", "三", "四", "五", "六", "日天")) for sign in signs}
_ENGLISH_DAYS = tuple(map(str.lower, WEEKDAYS))
_AHEAD = {"今": 0, "today": 0, "明": 1, "后": 2, "day after tomorrow": 2, "大后": 3}
_WEEK = 7
# A day without a year that is so lately over is rather a slip than next year's.
_LATELY = timedelta(days=60)
# 周一日 is none, and so is 第二日; a month only before a day.
_NUMERAL = re.compile(
    rf"(?<![周期拜第\d一二三四五六七八九十])(?!一日){NUMBER}(?=[号日]|月\s*[\d一二三四五六七八九十])"
    rf"|(?<=月){NUMBER}(?=[号日])"
)
# 17号 on the 23rd: the one that is over, or next month's?
_HARDLY_OVER = 7
# Of two months that follow each other, one at least has a thirty-first.
_SHORT_MONTHS = 2


def spoken_day(text: str, today: date, forms: Sequence["Form"]) -> tuple[date | None, str]:
    """The day, and what else is said, evened out; ValueError for a day that there is not, and for two of them.

    A day without a year is the next one of that name.

    >>> spoken_day("下周三下午", date(2026, 11, 26), NOTED)
    (datetime.date(2026, 12, 2), ' 下午')
    >>> [spoken_day(text, date(2026, 11, 26), ASKED)[0] for text in ("before the 10th?", "is it 1.5", "much money")]
    [datetime.date(2026, 12, 10), None, None]
    >>> [spoken_day(text, date(2026, 11, 26), ASKED) for text in ("so wednesday the 2nd?", "mon 30 14:00")]
    [(datetime.date(2026, 12, 2), 'so  ?'), (datetime.date(2026, 11, 30), '  14:00')]
    >>> [spoken_day(text, date(2026, 11, 23), ASKED)[0] for text in ("２５號？", "週三見", "Wed 25th", "2 marriages")]
    [datetime.date(2026, 11, 25), datetime.date(2026, 11, 25), datetime.date(2026, 11, 25), None]
    >>> [spoken_day(text, date(2026, 11, 23), ASKED)[0] for text in ("十二月二号", "廿五号吧", "三号楼", "顺延一日")]
    [datetime.date(2026, 12, 2), datetime.date(2026, 11, 25), None, None]
    >>> [spoken_day(text, date(2026, 9, 22), ASKED)[0] for text in ("10月10号（周六）", "10 oct sat", "国庆能签吗")]
    [datetime.date(2026, 10, 10), datetime.date(2026, 10, 10), datetime.date(2026, 10, 1)]
    >>> [spoken_day(text, date(2027, 2, 10), ASKED)[0] for text in ("30号", "2月29日")]
    [datetime.date(2027, 3, 30), datetime.date(2028, 2, 29)]
    """
    days: set[date] = set()
    text = _in_digits(text)
    for form, read in forms:
        days |= {read(found, today) for found in form.finditer(text)}
        if len(days) > 1:
            raise ValueError(text)
        text = form.sub(" ", text)
    return next(iter(days), None), text


def spoken_days(text: str, today: date, forms: Sequence["Form"]) -> frozenset[date]:
    """Every day that is named and can be told, however many.

    >>> sorted(day.day for day in spoken_days("thursday or 27 nov, not 31.2", date(2026, 11, 23), NOTED + ASKED))
    [26, 27]
    """
    days = set()
    text = _in_digits(text)
    for form, read in forms:
        for found in form.finditer(text):
            with suppress(ValueError):
                days.add(read(found, today))
        text = form.sub(" ", text)
    return frozenset(days)


def _in_digits(text: str) -> str:
    """Evened out, and with the numerals of days and months as digits: 十一月二十五号 is what is said aloud."""
    return _NUMERAL.sub(lambda found: str(number(found[0])), even(text).replace("廿", "二十"))


def _month(name: str) -> int:
    return int(name) if name.isdecimal() else month_number(name)


def _dated(found: re.Match[str], today: date) -> date:
    number = _month(found["month"])
    if year := found.groupdict().get("year"):
        return date(int(year), number, int(found["day"]))
    years = range(today.year - 1, today.year + 2)
    return _nearest([(year, number, int(found["day"])) for year in years], today, _LATELY)


def _nearest(dates: Iterable[tuple[int, int, int]], today: date, lately: timedelta) -> date:
    """The first that is not over; ValueError where there is none, or where one so `lately` over may be meant."""
    days = []
    for year, month, day in dates:
        with suppress(ValueError):
            days.append(date(year, month, day))
    ahead = [day for day in days if day >= today]
    if not ahead or any(today - lately < day < today for day in days):
        raise ValueError(days)
    return ahead[0]


def _weekday(found: re.Match[str], today: date) -> date:
    """A day of the next week where that is said, else the next to come; ValueError for any other week."""
    name, lead = found["weekday"], (found.groupdict().get("lead") or "").strip()
    place = _place(name)
    monday = today - timedelta(days=today.weekday())
    if lead in {"下", "next"}:
        return monday + timedelta(days=_WEEK + place)
    day = monday + timedelta(days=place)
    if lead not in {"", "这", "本", "this"} or (lead and day < today):
        raise ValueError(name)
    return day if day >= today else day + timedelta(days=_WEEK)


def _place(weekday: str) -> int:
    """Which day of the week it is, counted from Monday as 0."""
    return _WEEKDAYS[weekday] if weekday in _WEEKDAYS else _ENGLISH_DAYS.index(weekday[:3])


def _holiday(found: re.Match[str], today: date) -> date:
    """The first day of a holiday whose day is the same each year; a name of it that is over means the next."""
    month = next(number for name, number in _HOLIDAYS.items() if found[name])
    first = date(today.year, month, 1)
    return first if first >= today else first.replace(year=today.year + 1)


def _from_today(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=_AHEAD[found["ahead"]])


def _tomorrow(_: re.Match[str], today: date) -> date:
    return today + timedelta(days=1)


def _day_of_month(found: re.Match[str], today: date) -> date:
    """The next such day; one that is hardly over may be meant itself."""
    months = [_months_on(today, ahead) for ahead in range(-1, _SHORT_MONTHS + 1)]
    dates = [(first.year, first.month, int(found["day"])) for first in months]
    return _nearest(dates, today, timedelta(days=_HARDLY_OVER))


def _on_its_weekday(read: "Reading") -> "Reading":
    """The same with its weekday, which has to be the right one."""

    def checked(found: re.Match[str], today: date) -> date:
        day = read(found, today)
        if day.weekday() != _place(found["weekday"]):
            raise ValueError(found[0])
        return day

    return checked


def _end_of_month(found: re.Match[str], today: date) -> date:
    """Of this month, of the next, or of the one that is named."""
    named = found.groupdict().get("month")
    ahead = (_month(named) - today.month) % 12 if named else int(found.groupdict().get("next") is not None)
    return _months_on(today, ahead + 1) - timedelta(days=1)


def _end_of_year(_: re.Match[str], today: date) -> date:
    return date(today.year, 12, 31)


def _months_on(today: date, months: int) -> date:
    """The first of a month to come."""
    month = today.month - 1 + months
    return date(today.year + month // 12, month % 12 + 1, 1)


_MONTH_NAMES = rf"(?P<month>(?i:{MONTH}))\.?"
_ANY_DAY_NAME = r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?"
_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)"
_DAY_NAME = r"(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b"
_SHORT_DAY_NAME = r"(?P<weekday>mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b"
_CHINESE_DAY_NAME = r"(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
# 国庆期间 is more than a day; 十一点 and 十一号楼 are none.
_HOLIDAYS = {"new_year": 1, "labour": 5, "national": 10}
_CHINESE_HOLIDAY = "(?:(?P<new_year>元旦)|(?P<labour>五一)|(?P<national>国庆|十一))节?(?:当天|那天|那日)?"
_ENGLISH_HOLIDAY = (
    r"\b(?:(?P<new_year>new year'?s day)|(?P<labour>labou?r day|may day)|(?P<national>national day|guoqing))\b"
)
_NO_HOUR = r"(?![\d:点时])(?!\s*(?:am|pm|a\.m|p\.m))"
Reading = Callable[[re.Match[str], date], date]
Form = tuple[re.Pattern[str], Reading]
_PLAIN: tuple[Form, ...] = (
    (re.compile(r"(?P<year>20\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})[日号]?"), _dated),
    (re.compile(r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?"), _dated),
    # 11.24下午, and no 1.5万.
    (re.compile(r"\b(?P<month>1[0-2]|0?[1-9])\.(?P<day>[0-3]?\d)(?=\s*(?:[上下]午|早上|中午|晚上|[号日]))"), _dated),
    # Not the 明 of 证明 or 说明, nor the 后 of 过户之后下款.
    (
        re.compile(r"(?P<ahead>(?<!大)大后|今|(?<![证说])明|(?<![之以大])后)(?:[天日]|(?=[早晚]|[上下中]午))"),
        _from_today,
    ),
    (re.compile(r"\b(?P<ahead>day after tomorrow|today)\b"), _from_today),
    (re.compile(r"\b(?:tom{1,2}or{1,2}ow|tmrw?)\b"), _tomorrow),
    (re.compile(rf"(?P<lead>[上下这本]*){_CHINESE_DAY_NAME}"), _weekday),
    (re.compile(rf"\b(?P<lead>(?:last|this|next) )?{_DAY_NAME}"), _weekday),
)
# How an advisor notes a day: 12.2, 12/2, 2 Dec, Wed. In a question that may be a rate, or "you may 2".
NOTED: tuple[Form, ...] = (
    *_PLAIN,
    (re.compile(rf"(?<![\d:.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH_NAMES}"), _dated),
    (re.compile(rf"\b{_MONTH_NAMES}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"), _dated),
    (re.compile(rf"(?<![\d:./])(?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_NO_HOUR}"), _dated),
    (re.compile(rf"\b(?P<lead>(?:last|this|next) )?{_SHORT_DAY_NAME}"), _weekday),
)
# "wed 2pm", "fri?"; "we wed" and "is it sat" name none.
_WHERE_A_TIME_STANDS = r"(?=\W*(?:$|at\b|\d|morning|afternoon|noon|then|or\b|too\b|ok\b|still\b|stands?\b|works?\b))"
_MAY_BE_NONE = r"(?!may\b(?!\s+\d{1,2}(?:st|nd|rd|th)))"
# How a buyer asks about one: 25号, "the 3rd", 月底. Not 12号楼, 3日内, nor "the 2nd owner".
ASKED: tuple[Form, ...] = (
    (
        re.compile(rf"\b{_ANY_DAY_NAME},?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of )?{_MONTH_NAMES}"),
        _on_its_weekday(_dated),
    ),
    (re.compile(rf"\b{_ANY_DAY_NAME},?\s+(?:the\s+)?{_NTH}\b(?!\s+of\b)"), _on_its_weekday(_day_of_month)),
    # 10月10号周六, "10 oct saturday": one day, told twice.
    (
        re.compile(rf"(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*[日号]?\s*[(（,，]?{_CHINESE_DAY_NAME}[)）]?"),
        _on_its_weekday(_dated),
    ),
    (
        re.compile(rf"(?<![\d.月年/-])(?P<day>\d{{1,2}})\s*[日号]\s*[(（,，]?{_CHINESE_DAY_NAME}[)）]?"),
        _on_its_weekday(_day_of_month),
    ),
    (
        re.compile(
            rf"(?<![\d:.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of )?{_MONTH_NAMES},?\s+(?:a )?{_ANY_DAY_NAME}\b"
        ),
        _on_its_weekday(_dated),
    ),
    (
        re.compile(rf"\b{_MONTH_NAMES}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?:a )?{_ANY_DAY_NAME}\b"),
        _on_its_weekday(_dated),
    ),
    (re.compile(rf"{_CHINESE_HOLIDAY}(?!那几|[后期间放长快小黄月日号点楼几假、\d])"), _holiday),
    (re.compile(rf"{_ENGLISH_HOLIDAY}(?! (?:holiday|week|break))"), _holiday),
    # "wed 25 14:00 yes?", and no "fri 20 minutes late".
    (
        re.compile(
            rf"\b{_ANY_DAY_NAME},?\s+(?P<day>1[3-9]|2\d|3[01])(?=\W*(?:$|\d{{1,2}}[:.]\d\d|(?:at|or|right|yes|ok|still)\b))"
        ),
        _on_its_weekday(_day_of_month),
    ),
    *_PLAIN,
    (re.compile(rf"(?<![\d:.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of )?(?!may\b){_MONTH_NAMES}"), _dated),
    (re.compile(rf"\b{_MAY_BE_NONE}{_MONTH_NAMES}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"), _dated),
    (re.compile(rf"\b(?:by|before|on) (?P<lead>(?:last|this|next) )?{_SHORT_DAY_NAME}"), _weekday),
    (re.compile(rf"\b(?P<weekday>mon|tues?|weds?|thu(?:rs?)?|fri)\b{_WHERE_A_TIME_STANDS}"), _weekday),
    (re.compile(r"(?<![\d.月年/-])(?P<day>\d{1,2})\s*[号日](?![楼线房栋院门窗店码内风])(?!以内|之内)"), _day_of_month),
    (
        re.compile(
            rf"\b{_NTH}\b"
            r"(?=\W*(?:$|\d{1,2}[:.]\d\d|(?:or|and|at|for|ok|okay|still|is|then|instead|possible|works?|stands?|right|correct|sure|too|please|pls"
            r"|(?:we|i) (?:sign|meet|go|come|pay))\b))"
        ),
        _day_of_month,
    ),
    # "signing is the 27 or?", but not "the 2 papers".
    (
        re.compile(r"\b(?:is|on|until|till|by|before) the (?P<day>\d{1,2})(?=\W*(?:$|or\b|right\b|ok\b|yes\b))"),
        _day_of_month,
    ),
    (re.compile(r"\b(?:go|come|sign|there) on (?P<day>\d{1,2})(?=\W*(?:$|or\b|right\b|ok\b|yes\b))"), _day_of_month),
    # 改到26, and no 改到26万 or 挪到2点.
    (re.compile(r"[改推挪换延提约]到(?P<day>[1-3]?\d)(?![\d点时:：.月个天万楼层栋%/-])"), _day_of_month),
    (re.compile(r"(?P<month>(?<!\d)(?:1[0-2]|[1-9]))\s*月[底末]"), _end_of_month),
    (re.compile(r"(?<!下)(?P<next>下)个?月[底末]"), _end_of_month),
    (re.compile(r"(?<![\d上个一二三四五六七八九十])月[底末]|[这本]个?月[底末]"), _end_of_month),
    (re.compile(r"\bend of (?:the |this |(?P<next>next ))month\b"), _end_of_month),
    (re.compile(rf"\bend of {_MONTH_NAMES}(?!\s+\d)"), _end_of_month),
    (re.compile(r"(?<![明去前后])年[底末]|\bend of (?:the|this) year\b|\byear[- ]end\b"), _end_of_year),
)
