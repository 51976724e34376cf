"""By when does a person answer?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cases.case import day_of
from bot.cases.milestones import Milestone
from bot.cases.office import OfficeTime, Priority
from bot.cases.progress import Standing
from bot.dialogue.alarms import Alarms
from bot.dialogue.house import House
from bot.dialogue.intent import HUMAN
from bot.dialogue.situation import Situation

# So long before an agreed hour they may have to leave; and so long after it they may well stand there.
_ON_THE_WAY = timedelta(hours=1)
_AT_THE_COUNTER = timedelta(hours=2)


@dataclass(frozen=True)
class Urgency:
    """How soon somebody has to come in this situation, and when that is."""

    house: House
    situation: Situation

    def by(self, priority: Priority) -> OfficeTime:
        """When a person will have answered what is asked now."""
        office, on_call = self.house.office, self.situation.on_call
        return office.reply_by(priority, self.house.calendar, self.situation.now, on_call=on_call)

    def pressed(self, priority: Priority, about: Milestone | None) -> Priority:
        """An answer after the agreed hour is of no use; nor, on that day, is one in hours to who stands there.

        What is about another step can wait, nobody is called at night for tomorrow, nor who cannot come in time.
        """
        standing = self.situation.standing
        if standing is None:
            return priority
        booked = standing.today_at or standing.appointment
        if booked is None:
            return self._before_the_day(priority, about, standing)
        if about not in {None, booked.milestone}:
            return priority
        leaves_at = booked.at - _ON_THE_WAY
        if in_time := next((one for one in (priority, Priority.P1) if self.by(one).at < leaves_at), None):
            return min(in_time, priority)
        if booked.day > standing.today:
            return min(Priority.P1, priority)
        is_of_use = self.by(Priority.P0).at <= max(booked.at, standing.now) + _AT_THE_COUNTER
        return Priority.P0 if is_of_use and standing.now < booked.at + _AT_THE_COUNTER else priority

    def _before_the_day(self, priority: Priority, about: Milestone | None, standing: Standing) -> Priority:
        """The same where a day is noted for the step, and no hour: it may be any of that day; or papers are due."""
        if about is None and self._is_due_before(priority, standing):
            return Priority.P0
        steps = (about,) if about else (Milestone.ONLINE_SIGN, standing.current)
        days = [day for step in steps if step and (day := standing.due(step))]
        comes_late = any(standing.today <= day <= day_of(self.by(priority).at) for day in days)
        return min(Priority.P1, priority) if comes_late else priority

    def _is_due_before(self, priority: Priority, standing: Standing) -> bool:
        """Are papers due so soon that their bearer may be on the way, and would nobody else have answered by then?"""
        due = min((due for due in standing.due_hours if due > standing.now), default=None)
        if due is None or due - standing.now > _ON_THE_WAY:
            return False
        return self.by(Priority.P0).at <= due <= self.by(priority).at

    def reply_by(self, reply: str, priority: Priority) -> OfficeTime:
        """What this chat was promised already still holds, unless it has to be sooner; a new promise counts from now.

        The person who was asked for answers by then whatever else is left to people.
        """
        known, new = (self._promised(reply), self.situation.open_promises.get(HUMAN)), self.by(priority)
        first = min((by for by in known if by), default=new.at)
        return self._hour(first) if first < new.at else new

    def _promised(self, reply: str) -> datetime | None:
        """By when somebody comes for the same; who asks for a person has the one who comes at once for an alarm."""
        known, alarms = self.situation.open_promises, Alarms(self.situation, self.house.content)
        own = [by for reason, by in known.items() if reason == reply or (reply == HUMAN and alarms.is_urgent(reason))]
        return min(own, default=None)

    def _hour(self, promised: datetime) -> OfficeTime:
        days = map(day_of, (self.situation.now, promised))
        return OfficeTime(promised, self.house.calendar.knows_all(*days))
