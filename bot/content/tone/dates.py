"""Does every date carry a weekday, and the right one?"""

import re
from collections.abc import Iterator
from datetime import date

from bot.cases.almanac import MONTHS, WEEK, WEEKDAYS

_WEEKDAYS = {"zh": WEEK, "en": WEEKDAYS}
_CHINESE = re.compile(
    r"(?:(?P<year>\d{4}) ?年 ?)?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?[日号]"
    r"(?:（周(?P<weekday>[一二三四五六日])）)?"
)
_ENGLISH = re.compile(
    rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS['en'])})[a-z]* )?\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})[a-z]*"
    r"(?: (?P<year>\d{4}))?"
)
_AMERICAN = re.compile(
    rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS['en'])})[a-z]*,? )?\b(?P<month>{'|'.join(MONTHS)})[a-z]*"
    r" (?P<day>\d{1,2})\b(?:, (?P<year>\d{4}))?"
)
_PATTERNS = {"zh": (_CHINESE,), "en": (_ENGLISH, _AMERICAN)}


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


def _day(found: re.Match[str], language: str, today: date) -> date | None:
    """The day; without a year it is this year's. None where there is no such day."""
    month = int(found["month"]) if language == "zh" else MONTHS.index(found["month"]) + 1
    try:
        return date(int(found["year"] or today.year), month, int(found["day"]))
    except ValueError:
        return None
