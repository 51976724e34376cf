"""Which days are working days in mainland China, and how sure are we?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import chinese_calendar
from chinese_calendar.constants import holidays

_PUBLISHED = frozenset(day.year for day in holidays)
# Every promise asks for the same few days, and a published year does not change.
_is_workday = lru_cache(maxsize=4096)(chinese_calendar.is_workday)
_SATURDAY = 5
# Month and day of the holidays that need no notice: New Year, Labour Day and National Day (放假办法 2024, 第二条).
_ALWAYS_FREE = {(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)}
# Nobody asks about holidays further away.
_HOLIDAY_AHEAD = 60


@dataclass(frozen=True, order=True)
class Day:
    """A calendar day; `exact` is False where an unpublished holiday calendar had to be guessed at."""

    on: date
    exact: bool = True


@dataclass(frozen=True, order=True)
class Count:
    """A number of working days; negative when the second day lies before the first."""

    days: int
    exact: bool = True


@dataclass(frozen=True)
class Calendar:
    """The published calendar plus an operator's own days (`overrides`: day → is it worked?).

    A year counts as known by hand only once it is among `complete_years`: half a notice makes false exact dates.
    """

    overrides: Mapping[date, bool] = field(default_factory=dict)
    complete_years: frozenset[int] = frozenset()

    def knows(self, year: int) -> bool:
        """Has this year's official holiday notice been published (or been entered by hand in full)?

        >>> Calendar().knows(2026), Calendar().knows(2027)
        (True, False)
        """
        return year in _PUBLISHED or year in self.complete_years

    def knows_all(self, start: date, end: date) -> bool:
        """Is every year from the one day to the other known?"""
        return all(self.knows(year) for year in range(start.year, end.year + 1))

    def knows_day(self, on: date) -> bool:
        """Is it sure whether this day is worked? Of an unpublished year, only of what is always free.

        >>> Calendar().knows_day(date(2027, 1, 1)), Calendar().knows_day(date(2027, 1, 2))
        (True, False)
        """
        return self.knows(on.year) or on in self.overrides or (on.month, on.day) in _ALWAYS_FREE

    def is_working(self, on: date) -> bool:
        """Is this a working day? In an unpublished year, Monday to Friday are, but for what is always free."""
        if on in self.overrides:
            return self.overrides[on]
        if on.year not in _PUBLISHED:
            return on.weekday() < _SATURDAY and (on.month, on.day) not in _ALWAYS_FREE
        return bool(_is_workday(on))

    def add(self, start: date, days: int) -> Day:
        """The N-th working day after `start`; the first day is not counted (民法典 201).

        >>> Calendar().add(date(2026, 9, 14), 5)  # the make-up Sunday counts
        Day(on=datetime.date(2026, 9, 20), exact=True)
        >>> Calendar().add(date(2026, 12, 30), 3).exact
        False
        """
        on = start
        while days > 0:
            on += timedelta(days=1)
            days -= self.is_working(on)
        return Day(on, self.knows_all(start, on))

    def next_working(self, on: date) -> Day:
        """The day itself if it is worked, else the next one that is: a last day on a holiday rolls forward."""
        rolled = on
        while not self.is_working(rolled):
            rolled += timedelta(days=1)
        return Day(rolled, self.knows_all(on, rolled))

    def between(self, start: date, end: date) -> Count:
        """Working days from `start` (not counted) to `end` (counted).

        >>> Calendar().between(date(2026, 9, 20), date(2026, 10, 12))
        Count(days=11, exact=True)
        """
        if end < start:
            back = self.between(end, start)
            return Count(-back.days, back.exact)
        span = (start + timedelta(days=ahead) for ahead in range(1, (end - start).days + 1))
        return Count(sum(self.is_working(on) for on in span), self.knows_all(start, end))

    def holidays(self, on: date) -> list[tuple[date, date]]:
        """First and last day off of each holiday that begins in the weeks after a day, as far as the calendar reaches.

        >>> Calendar().holidays(date(2026, 9, 25))
        [(datetime.date(2026, 10, 1), datetime.date(2026, 10, 7))]
        """
        ahead = (on + timedelta(days=days) for days in range(1, _HOLIDAY_AHEAD))
        first = (day for day in ahead if self.knows(day.year) and self._begins_a_break(day))
        return [days for days in map(self._days_off, first) if self._is_holiday(*days)]

    def make_up_days(self, on: date) -> list[date]:
        """The Saturdays and Sundays that are worked in the coming weeks."""
        ahead = [on + timedelta(days=days) for days in range(_HOLIDAY_AHEAD)]
        return [day for day in ahead if day.weekday() >= _SATURDAY and self.is_working(day)]

    def _begins_a_break(self, on: date) -> bool:
        return not self.is_working(on) and self.is_working(on - timedelta(days=1))

    def _days_off(self, on: date) -> tuple[date, date]:
        """The first and the last of the days off around one."""
        first = on
        while not self.is_working(first - timedelta(days=1)):
            first -= timedelta(days=1)
        return first, self.next_working(on).on - timedelta(days=1)

    def _is_holiday(self, first: date, last: date) -> bool:
        """Is it more than a weekend?"""
        return any((first + timedelta(days=ahead)).weekday() < _SATURDAY for ahead in range((last - first).days + 1))
