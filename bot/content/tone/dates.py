"""Does every date carry a weekday, and the right one?"""

import re
from collections.abc import Iterator
from datetime import date

from bot.cases.almanac import MONTH, WEEK, WEEKDAYS, month_number

_WEEKDAYS = {"zh": WEEK, "en": WEEKDAYS}
_CHINESE = re.compile(
    r"(?:(?P<year>\d{4}) ?年 ?)?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?[日号]"
    r"(?:（周(?P<weekday>[一二三四五六日])）)?"
)
_ENGLISH = re.compile(
    rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS['en'])})[a-z]* )?\b(?P<day>\d{{1,2}}) (?P<month>{MONTH})"
    r"(?: (?P<year>\d{4}))?"
)
_AMERICAN = re.compile(
    rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS['en'])})[a-z]*,? )?\b(?P<month>{MONTH})"
    r" (?P<day>\d{1,2})\b(?:, (?P<year>\d{4}))?"
)
_PATTERNS = {"zh": (_CHINESE,), "en": (_ENGLISH, _AMERICAN)}

# Those of a date or of office hours (周一到周五) come out otherwise.
_BARE_WEEKDAYS = {
    "zh": re.compile(
        r"(?<![（(到至、—–~～及或和\-一二两三四五六几每逢数半个\d日天号])(?<!日 )(?<!号 )"
        r"(?:周|星期|礼拜)[一二三四五六日天]"
        r"(?! ?[到至、—–~～及或和\-周日]|[次共般直样切定些])"
    ),
    "en": re.compile(
        r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? \(?\d{1,2} [A-Z])"
        r"|\b(?:by|on|before|until) (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b(?! \d)"
    ),
}
# Office hours, and a date that stands before its weekday.
_NOT_BARE = re.compile(
    r"(?:\b[A-Z]\w+days?(?:, | to | through | and | or | ?[–-] ?))+(?:[A-Z]\w+days?|holidays)\b(?!,? \d)"
    r"|\b(?:[Ee]very|[Ee]ach) (?:other |second )?\w+day\b|\d{1,2} [A-Z]\w+,? [A-Z]\w+day\b(?! \d)"
    r"|\b\w+day, [A-Z]\w+ \d{1,2}\b"
)


def weekdays(text: str, language: str, today: date) -> Iterator[tuple[str, str, str]]:
    """Each date whose weekday is lacking ("date-without-weekday") or wrong ("wrong-weekday"), and how it should be.

    >>> list(weekdays("9 月 23 日（周四）前", "zh", date(2026, 9, 1)))
    [('wrong-weekday', '9 月 23 日（周四）', '周三')]
    >>> list(weekdays("by September 23", "en", date(2026, 9, 1)))
    [('date-without-weekday', 'September 23', 'Wed')]
    """
    for found in (found for pattern in _PATTERNS[language] for found in pattern.finditer(text)):
        on = _day(found, language, today)
        if on is None:
            continue
        right = _WEEKDAYS[language][on.weekday()]
        said = f"周{right}" if language == "zh" else right
        if found["weekday"] is None:
            yield "date-without-weekday", found[0], said
        elif found["weekday"] != right:
            yield "wrong-weekday", found[0], said


def bare_weekdays(text: str, language: str) -> Iterator[re.Match[str]]:
    """Each weekday that no date stands beside."""
    return _BARE_WEEKDAYS[language].finditer(_NOT_BARE.sub("", text))


def _day(found: re.Match[str], language: str, today: date) -> date | None:
    """The day; without a year it is this year's. None where there is no such day."""
    month = int(found["month"]) if language == "zh" else month_number(found["month"])
    try:
        return date(int(found["year"] or today.year), month, int(found["day"]))
    except ValueError:
        return None
