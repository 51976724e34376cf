"""Which steps are over, which are no part of this case, and which one is being worked on?"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from bot.cases.case import Appointment, AppointmentStatus, Case, day_of
from bot.cases.milestones import Milestone, Status
from bot.cases.process import Profile
from bot.cases.workdays import Calendar

OFF = frozenset({Status.SKIPPED, Status.CANCELLED})


@dataclass(frozen=True)
class View:
    """One case as seen at one moment (`now` is aware)."""

    case: Case
    profile: Profile
    calendar: Calendar
    now: datetime

    @property
    def today(self) -> date:
        """The day in China."""
        return day_of(self.now)

    @cached_property
    def left_out(self) -> frozenset[Milestone]:
        """Steps this case does without: skipped, cancelled, or optional and not listed."""
        listed = {step.milestone: step.status for step in self.case.steps}
        return frozenset(
            code
            for code, kind in self.profile.kinds.items()
            if listed.get(code) in OFF or (kind.optional and code not in listed)
        )

    @cached_property
    def over(self) -> frozenset[Milestone]:
        """Steps that are over: the done ones that there are here, and all without which they could not be."""
        known = (step for step in self.case.steps if step.milestone in self.profile.kinds)
        done = {step.milestone for step in known if step.status == Status.DONE}
        implied = {earlier for milestone in done for earlier in self.profile.implied(milestone)}
        return frozenset(done | implied) - self.left_out

    @cached_property
    def settled(self) -> frozenset[Milestone]:
        """Steps nobody has to wait for any more."""
        return self.over | self.left_out

    @cached_property
    def remaining(self) -> tuple[Milestone, ...]:
        """The steps still to be done, in their order."""
        return tuple(code for code in self.profile.kinds if code not in self.settled)

    @cached_property
    def way_to_signing(self) -> frozenset[Milestone]:
        """The online signing and all that has to come before it."""
        return self.profile.before(Milestone.ONLINE_SIGN) | {Milestone.ONLINE_SIGN}

    def agreed(self, milestone: Milestone) -> list[Appointment]:
        """The hours that are agreed for a step, until their day is over and somebody has looked at the case since."""
        booked = (entry for entry in self.case.appointments if entry.status == AppointmentStatus.BOOKED)
        return [entry for entry in booked if entry.milestone == milestone and self._stands(entry)]

    def _stands(self, entry: Appointment) -> bool:
        return entry.day >= self.today or self.case.checked_at < entry.at

    @cached_property
    def booked(self) -> tuple[Appointment, ...]:
        """All hours that are agreed for what remains, the next first."""
        found = (entry for step in self.remaining for entry in self.agreed(step))
        return tuple(sorted(found, key=lambda entry: entry.at))

    def needs(self, milestone: Milestone) -> frozenset[Milestone]:
        """What this case has to have over before the step; a step it does without hands on its own needs."""
        direct = self.profile.kinds[milestone].needs
        handed_on = (self.needs(need) for need in direct & self.left_out)
        return (direct - self.left_out).union(*handed_on)

    @cached_property
    def current(self) -> Milestone | None:
        """The first step that can be worked on: up to the signing first, then all the rest."""
        wanted = [code for code in self.remaining if code in self.way_to_signing] or self.remaining
        return next((code for code in wanted if self.needs(code) <= self.over), None)
