"""How does a day that a buyer names stand to what is agreed, or to what is forecast?"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from bot.cases.forecast import Certainty, Forecast
from bot.cases.milestones import Milestone
from bot.wording.subject import ITS_DAY, Subject


class Named(StrEnum):
    """The step asked about and the day that the buyer names: done by then or not, agreed for it or for another?

    Where it is not agreed for it: that would be past the contract's last day, or nobody works then. Where nothing is
    agreed: it comes later as things stand, or is open.
    """

    IN_TIME = "in_time"
    NOT_YET = "not_yet"
    SAME = "same"
    OTHER = "other"
    LATER = "later"
    TOO_LATE = "too_late"
    DAY_OFF = "day_off"
    OPEN = "open"


# A Thursday, a Saturday and a Monday.
LATE, _A_SATURDAY, _EARLY = date(2099, 12, 31), date(2099, 12, 26), date(2000, 1, 3)
# In which manner each is tried: the day, and whether it has to be done by then.
MANNERS: Mapping[Named, tuple[date, bool]] = {
    Named.IN_TIME: (LATE, True),
    Named.NOT_YET: (_EARLY, True),
    Named.SAME: (ITS_DAY, False),
    Named.OTHER: (_EARLY, False),
    Named.LATER: (_EARLY, False),
    Named.TOO_LATE: (LATE, False),
    Named.DAY_OFF: (_A_SATURDAY, False),
    Named.OPEN: (LATE, True),
}
_AGREED = {Certainty.BOOKED, Certainty.PROMISED}
# Holidays that are not published yet shift a day by no more than this.
_UNSURE = timedelta(days=21)


def named(subject: Subject) -> Named | None:
    """How the day stands; None where none is named, and for what is over, or no part of the case."""
    asked, manner = subject.asked, subject.manner
    if asked is None or asked.certainty in {Certainty.DONE, Certainty.ABSENT}:
        return None
    if manner.named is None or manner.hands_in or _is_of_the_blocker(subject, manner.named):
        return None
    booked = subject.standing.booked(subject.about) if subject.standing and subject.about else None
    if manner.hour and booked:
        is_that_day = manner.named in {booked.day, ITS_DAY}
        at_that_hour = Named.SAME if manner.hour == booked.hour else Named.OTHER
        return at_that_hour if is_that_day else _another(subject, manner.named)
    if manner.is_by:
        return _by(subject, asked, manner.named)
    if asked.certainty in _AGREED and asked.day and not manner.hour:
        return Named.SAME if manner.named in {asked.day.on, ITS_DAY} else _another(subject, manner.named)
    return None if manner.named == ITS_DAY else _if_it_can_be(subject, asked, manner.named)


def _is_of_the_blocker(subject: Subject, named: date) -> bool:
    """核验15号一定能出吗: the day on which what is in the way may be over, and not the step behind it."""
    blocker = subject.standing.blocker if subject.standing else None
    return blocker is not None and blocker.expected_on == named


def _by(subject: Subject, asked: Forecast, named: date) -> Named:
    """Open wherever that is not sure: what is late already or in somebody's way may come any day."""
    is_known = asked.certainty in {*_AGREED, Certainty.EXPECTED}
    if asked.day and asked.day.on == named and asked.certainty in _AGREED:
        return Named.SAME
    if asked.day and is_known and asked.day.on < named and _runs_smoothly(subject):
        return Named.IN_TIME
    return Named.NOT_YET if _comes_after(asked, named) else Named.OPEN


def _if_it_can_be(subject: Subject, asked: Forecast, named: date) -> Named:
    """Of a day that nobody has agreed to."""
    return Named.LATER if _comes_after(asked, named) else (_ruled_out(subject, named) or Named.OPEN)


def _another(subject: Subject, named: date) -> Named:
    """Of another day than the one agreed."""
    return _ruled_out(subject, named) or Named.OTHER


def _ruled_out(subject: Subject, named: date) -> Named | None:
    """Is it past the contract's last day, or does nobody work then?"""
    case = subject.standing.case if subject.standing else None
    sign_by = case.contract.sign_by if case and subject.about == Milestone.ONLINE_SIGN else None
    if sign_by and named > sign_by:
        return Named.TOO_LATE
    return None if subject.calendar.is_working(named) else Named.DAY_OFF


def _comes_after(asked: Forecast, named: date) -> bool:
    """Surely, however the holidays that are not published yet may fall."""
    unsure = _UNSURE if asked.certainty == Certainty.ABOUT else timedelta()
    return asked.day is not None and asked.day.on - unsure > named


def _runs_smoothly(subject: Subject) -> bool:
    standing = subject.standing
    return standing is not None and not standing.overdue.days and standing.blocker is None and not standing.is_at_risk
