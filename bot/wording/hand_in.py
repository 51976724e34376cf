"""Can the papers that a buyer still owes be handed in on the day that is named?"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from bot.cases.case import CHINA
from bot.cases.progress import Standing
from bot.wording.subject import ITS_DAY, Subject


class HandIn(StrEnum):
    """In time, after the hour by which the first of them is due, or when nobody works."""

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
    """How the day stands to the hour they are due; None where it is over, no day is named, or a paper has no such hour.

    The hour counts as well: nobody takes papers at night.
    """
    on, hour = subject.manner.named, subject.manner.hour
    due = [paper.due for paper in standing.missing_papers()]
    known = [by for by in due if by and by > subject.now]
    if not subject.manner.hands_in or not due or len(known) < len(due) or on is None or on == ITS_DAY:
        return None
    first = min(known).astimezone(CHINA)
    at = datetime.combine(on, hour, CHINA) if hour else None
    if on > first.date() or (at and at > first):
        return HandIn.TOO_LATE
    if at and at < subject.now:
        return None
    is_open = subject.office.is_open(subject.calendar, at) if at else subject.calendar.is_working(on)
    return HandIn.IN_TIME if is_open else HandIn.DAY_OFF
