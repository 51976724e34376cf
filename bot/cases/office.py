"""By when will a person have answered?"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.cases.case import CHINA
from bot.cases.workdays import Calendar


class Priority(StrEnum):
    """How soon a person must look; how long each has, `Office` says (as shipped: 15 minutes, 2 hours, the same day)."""

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"


@dataclass(frozen=True)
class OfficeTime:
    """A time in China; `exact` is False where an unpublished holiday calendar had to be guessed at."""

    at: datetime
    exact: bool = True


@dataclass(frozen=True)
class Span:
    """One stretch of office hours."""

    start: time
    end: time


@dataclass(frozen=True)
class Office:
    """When people are at work on a working day, and by what hour a same-day question is answered."""

    spans: tuple[Span, ...] = (Span(time(9), time(12)), Span(time(13), time(18)))
    same_day_by: time = time(17)
    urgent_minutes: int = 15
    soon_minutes: int = 120
    duty_minutes: int = 30

    def reply_by(self, priority: Priority, calendar: Calendar, now: datetime, *, on_call: bool = False) -> OfficeTime:
        """The latest time for a person's answer to something asked `now` (aware); `on_call`: at any hour, if urgent.

        What is urgent is answered by the office or by whoever is on duty: by the sooner of the two.
        """
        local = now.astimezone(CHINA)
        match priority:
            case Priority.P0:
                by = self.after(now, self.urgent_minutes, calendar)
                on_duty = OfficeTime(local + timedelta(minutes=self.duty_minutes))
                return min(by, on_duty, key=lambda one: one.at) if on_call else by
            case Priority.P1:
                return self.after(now, self.soon_minutes, calendar)
            case _:
                return self._same_day(local, calendar)

    def after(self, start: datetime, minutes: float, calendar: Calendar) -> OfficeTime:
        """So many minutes of office time later, over lunch, nights and holidays."""
        return self._later(start.astimezone(CHINA), minutes, calendar)

    def worked(self, start: datetime, end: datetime, calendar: Calendar) -> float:
        """Minutes of office time between two moments; 0 where the second is not the later one."""
        first, last = start.astimezone(CHINA), end.astimezone(CHINA)
        days = (first.date() + timedelta(days=ahead) for ahead in range((last.date() - first.date()).days + 1))
        stretches = (stretch for day in days for stretch in self._stretches(day, first, calendar))
        return sum(max((min(until, last) - since).total_seconds(), 0) / 60 for since, until in stretches)

    def open_until(self, calendar: Calendar, now: datetime) -> datetime | None:
        """When the present stretch of office hours ends; None while nobody is there."""
        local = now.astimezone(CHINA)
        return next((end for start, end in self._stretches(local.date(), local, calendar) if start == local), None)

    def is_open(self, calendar: Calendar, at: datetime) -> bool:
        """Is anybody there at that moment, the last minute included?"""
        local = at.astimezone(CHINA)
        spans = self.spans if calendar.is_working(local.date()) else ()
        return any(span.start <= local.time() <= span.end for span in spans)

    def opens_at(self, calendar: Calendar, now: datetime) -> OfficeTime:
        """When somebody is there next (now, while somebody is)."""
        return self.after(now, 0, calendar)

    def _same_day(self, local: datetime, calendar: Calendar) -> OfficeTime:
        """By the usual hour today, if there is time left for the work; else on the next working day."""
        by = datetime.combine(local.date(), self.same_day_by, CHINA)
        if calendar.is_working(local.date()) and by - local >= timedelta(minutes=self.soon_minutes):
            return OfficeTime(by, calendar.knows(local.year))
        following = calendar.add(local.date(), 1)
        return OfficeTime(datetime.combine(following.on, self.same_day_by, CHINA), following.exact)

    def _later(self, local: datetime, minutes: float, calendar: Calendar) -> OfficeTime:
        left, on, exact = timedelta(minutes=minutes), local.date(), calendar.knows(local.year)
        while True:
            for start, end in self._stretches(on, local, calendar):
                if left <= end - start:
                    return OfficeTime(start + left, exact)
                left -= end - start
            following = calendar.add(on, 1)
            on, exact = following.on, exact and following.exact

    def _stretches(self, on: date, after: datetime, calendar: Calendar) -> list[tuple[datetime, datetime]]:
        if not calendar.is_working(on):
            return []
        hours = [
            (datetime.combine(on, span.start, CHINA), datetime.combine(on, span.end, CHINA)) for span in self.spans
        ]
        return [(max(start, after), end) for start, end in hours if end > after]
