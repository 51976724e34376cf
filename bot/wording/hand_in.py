"""Can the papers that a buyer still owes be handed in on the day that is named?"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from bot.cases.case import CHINA, day_of
from bot.cases.forecast import missing_papers
from bot.cases.progress import Standing
from bot.wording.subject import ITS_DAY, Subject


class HandIn(StrEnum):
    """In time, after the hour by which the first of them is due, or on a day on which nobody works."""

    IN_TIME = "in_time"
    TOO_LATE = "too_late"
    DAY_OFF = "day_off"


# On which day each is tried.
HAND_IN_DAYS: Mapping[HandIn, date] = {
    HandIn.IN_TIME: date(2000, 1, 3),
    HandIn.TOO_LATE: date(2099, 12, 31),
    HandIn.DAY_OFF: date(2000, 1, 1),
}


def hand_in(subject: Subject, standing: Standing) -> HandIn | None:
    """How the day stands to the hour they are due; None where no day is named, or none is due any more."""
    on, hour = subject.manner.named, subject.manner.hour
    due = [paper.due for paper in missing_papers(standing.case) if paper.due and paper.due > subject.now]
    if not due or on is None or on == ITS_DAY:
        return None
    last = min(due)
    if on > day_of(last) or (on == day_of(last) and hour and hour > last.astimezone(CHINA).time()):
        return HandIn.TOO_LATE
    return HandIn.IN_TIME if subject.calendar.is_working(on) else HandIn.DAY_OFF
