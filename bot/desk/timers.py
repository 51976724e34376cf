"""When must something happen about a ticket if nobody does anything, and what?"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.cases.office import Office, Priority
from bot.cases.workdays import Calendar
from bot.desk.advisors import Roster
from bot.desk.tickets import Ticket, TicketState


class ClockEvent(StrEnum):
    """Remind all at half and at the whole of the time, then the leads; remind the owner, then take the chat away.

    Where the buyer is silent: announce that the chat goes back to the bot, then give it back. Who was in danger is
    given back by a person alone, who is reminded of that again and again.
    """

    HALF = "half"
    FULL = "full"
    LEAD = "lead"
    OWNER_LATE = "owner_late"
    REQUEUE = "requeue"
    FAREWELL_SOON = "farewell_soon"
    FAREWELL = "farewell"
    STILL_OPEN = "still_open"


@dataclass(frozen=True)
class Timer:
    """What is to happen at which moment."""

    at: datetime
    alarm: ClockEvent


@dataclass(frozen=True)
class Patience:
    """Minutes of office time: for how long a buyer may be silent before the end is announced, and after that."""

    silence: int = 240
    notice: int = 60


@dataclass(frozen=True)
class Hours:
    """When people are there, and how long they wait."""

    office: Office
    calendar: Calendar
    patience: Patience = Patience()
    roster: Roster = Roster()

    def of(self, person: int | None) -> "Hours":
        """The same, by the hours and days of one advisor."""
        advisor = self.roster.get(person)
        if advisor is None:
            return self
        return replace(self, office=advisor.hours(self.office), calendar=advisor.days(self.calendar))

    def reply_by(self, ticket: Ticket, now: datetime, earlier: datetime | None = None) -> datetime:
        """By when a person answers from now on; what was promised `earlier` still holds while it is ahead."""
        if earlier and earlier > now:
            return earlier
        return self.office.reply_by(ticket.priority, self.calendar, now, on_call=bool(self.roster.on_duty)).at

    def after(self, start: datetime, minutes: float) -> datetime:
        """So many minutes of office time later."""
        return self.office.after(start, minutes, self.calendar).at


_UNCLAIMED = (ClockEvent.HALF, ClockEvent.FULL)
_AGAIN_MINUTES = 60


def timer(ticket: Ticket, hours: Hours) -> Timer | None:
    """The next thing to happen by the clock; None for a ticket that is over.

    A live ticket always has one: nobody is forgotten.
    """
    match ticket.state:
        case TicketState.OPEN:
            return _unclaimed(ticket, hours)
        case TicketState.CLAIMED:
            alarm = ClockEvent.REQUEUE if ticket.reminders else ClockEvent.OWNER_LATE
            return Timer(_share(ticket, hours.of(ticket.owner), 1 + ticket.reminders), alarm)
        case TicketState.WAITING:
            return _silent_buyer(ticket, hours.of(ticket.owner))
        case _:
            return None


def _unclaimed(ticket: Ticket, hours: Hours) -> Timer:
    """At 50 % and 100 % of the time, then the leads: half of it later, and an office hour after each call."""
    said = ticket.reminders
    if said < len(_UNCLAIMED):
        return Timer(_share(ticket, hours, (said + 1) / 2), _UNCLAIMED[said])
    if said == len(_UNCLAIMED):
        return Timer(_share(ticket, hours, 1.5), ClockEvent.LEAD)
    return Timer(hours.after(_last_said(ticket), _AGAIN_MINUTES), ClockEvent.LEAD)


def _silent_buyer(ticket: Ticket, hours: Hours) -> Timer:
    """Announced, and done so long after the announcement: it may have come late, or to another owner."""
    since = _last_said(ticket)
    if ticket.priority == Priority.P0:
        return Timer(hours.after(since, hours.patience.silence), ClockEvent.STILL_OPEN)
    if not ticket.reminders:
        return Timer(hours.after(since, hours.patience.silence), ClockEvent.FAREWELL_SOON)
    return Timer(hours.after(since, hours.patience.notice), ClockEvent.FAREWELL)


def _last_said(ticket: Ticket) -> datetime:
    """When advisors were last reminded of this wait; else when the buyer was answered."""
    since = ticket.reminded_at if ticket.reminders else ticket.answered_at or ticket.opened_at
    assert since is not None
    return since


def _share(ticket: Ticket, hours: Hours, share: float) -> datetime:
    """When this share of the promised time is over, in office time; by the clock for whoever is on duty at any hour."""
    since = ticket.waits_since or ticket.opened_at
    by = ticket.reply_by or since
    assert since is not None
    assert by is not None
    minutes = hours.office.worked(since, by, hours.calendar)
    if not minutes or _is_for_duty(ticket, hours, by - since):
        return max(since, since + (by - since) * share)
    return by if share == 1 else hours.after(since, minutes * share)


def _is_for_duty(ticket: Ticket, hours: Hours, wait: timedelta) -> bool:
    """Is it so urgent, and promised so soon, that whoever is on duty owes it though the office may close meanwhile?"""
    is_soon = wait <= timedelta(minutes=hours.office.duty_minutes)
    return is_soon and ticket.priority == Priority.P0 and bool(hours.roster.on_duty)
