"""How do people type a day, an hour, and a stretch of hours?"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from bot.cases.case import CHINA, day_of
from bot.cases.office import Span

# Beyond these a slip of the finger is likelier than a purchase.
_YEARS = range(2000, 2100)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?")


def day(typed: str) -> date | None:
    """A day such as 2026-09-23; None where it is of another form, or there is none such.

    >>> day("2026-09-23"), day("2026-09-31"), day("20260923")
    (datetime.date(2026, 9, 23), None, None)
    """
    found = _read(typed) if _DAY.fullmatch(typed) else None
    return found.date() if found else None


def moment(typed: str) -> datetime | None:
    """A day with an hour such as `2026-09-23 11:00`, in China's time unless it names a zone; None as for `day`.

    >>> moment("2026-09-23 11:00").isoformat(), moment("2026-09-23 11"), moment("2026-09-23")
    ('2026-09-23T11:00:00+08:00', None, None)
    """
    return _read(typed) if _MOMENT.fullmatch(typed) else None


def day_in_china(typed: str) -> date | None:
    """A day, or the day in China of a moment.

    >>> day_in_china("2026-09-23T23:30+00:00")
    datetime.date(2026, 9, 24)
    """
    at = moment(typed)
    return day_of(at) if at else day(typed)


def span(typed: str) -> Span | None:
    """A stretch of hours such as 09:00-12:00; None where it is of another form.

    >>> span("09:00-12:00"), span("09:00+08:00-12:00")
    (Span(start=datetime.time(9, 0), end=datetime.time(12, 0)), None)
    """
    begins, _, ends = (part.strip() for part in typed.partition("-"))
    try:
        return Span(*(datetime.strptime(part, "%H:%M").time() for part in (begins, ends)))  # noqa: DTZ007  # hours alone
    except ValueError:
        return None


def are_apart(spans: Sequence[Span]) -> bool:
    """Do they stand in their order, without touching each other's time?"""
    return all(one.end <= other.start for one, other in pairwise(spans))


def _read(typed: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(typed)
    except ValueError:
        return None
    if found.year not in _YEARS:
        return None
    return found if found.tzinfo else found.replace(tzinfo=CHINA)
