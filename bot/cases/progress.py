"""What follows from a case: which step, whose turn, what blocks, how late, how sure are we?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from bot.cases.case import CHINA, Appointment, Blocker, Case, ContractStatus, Document, LoanStage, Step
from bot.cases.forecast import Certainty, Forecast, forecasts, missing_papers
from bot.cases.milestones import FOR_PEOPLE, BlockerCode, Milestone, Role, held_up
from bot.cases.process import City, Process
from bot.cases.states import Conflict, Deadline, State
from bot.cases.steps import OFF, View
from bot.cases.workdays import Calendar, Count

# This near to the last day, a signing without a date is at risk.
_TIGHT_WORKING_DAYS = 3
# So many working days after the last check an appointment still counts as agreed.
_APPOINTMENT_KEPT = 5
_BY_GRAVITY = {code: place for place, code in enumerate(BlockerCode)}


@dataclass(frozen=True)
class Standing:
    """Everything that follows from one case at one moment; nothing of it is stored."""

    view: View
    freshness: int
    city: City

    @property
    def case(self) -> Case:
        """What is on file."""
        return self.view.case

    @property
    def now(self) -> datetime:
        """The moment, aware."""
        return self.view.now

    @property
    def today(self) -> date:
        """The day in China."""
        return self.view.today

    @property
    def current(self) -> Milestone | None:
        """The step being worked on; None when all is over."""
        return self.view.current

    @property
    def is_signed(self) -> bool:
        """Is the online signing over?"""
        return Milestone.ONLINE_SIGN in self.view.over

    @cached_property
    def blocker(self) -> Blocker | None:
        """What keeps the case from going on, of the current step first, then the gravest.

        Before the signing, only what stands in its way counts.
        """
        matters = set(self.view.profile.kinds if self.is_signed else self.view.way_to_signing) - self.view.settled
        standing = [b for b in self.case.blockers if not b.closed_on and b.milestone in matters]
        return min(standing, key=lambda entry: (entry.milestone != self.current, _BY_GRAVITY[entry.code]), default=None)

    @property
    def missed_check(self) -> datetime | None:
        """When the advisor was to ask again, with nothing noted since."""
        check = self.blocker.next_check if self.blocker else None
        return check if check and self.case.checked_at < check <= self.now else None

    @cached_property
    def appointment(self) -> Appointment | None:
        """The next agreed hour of any step; where none is ahead, that of today."""
        booked = filter(None, map(self.booked, self.view.profile.kinds))
        return min(booked, key=self._until, default=None)

    @cached_property
    def today_at(self) -> Appointment | None:
        """What is agreed for today, of the signing or else of the step now."""
        return next((found for found in self._in_hand if found.day == self.today), None)

    @property
    def has_begun(self) -> bool:
        """Has that hour come, or the first of another day, with nothing on file of how it went, and none ahead?"""
        agreed = self.today_at or next(self._in_hand, None)
        return agreed is not None and agreed.at <= self.now

    @property
    def _in_hand(self) -> Iterator[Appointment]:
        """What is agreed for the signing, and for the step now."""
        steps = dict.fromkeys(step for step in (Milestone.ONLINE_SIGN, self.current) if step)
        return filter(None, map(self.booked, steps))

    @cached_property
    def waiting_for(self) -> Role | None:
        """Whose turn it is; None when all is over, or when everybody waits for an agreed hour."""
        if self.blocker:
            return self.blocker.owner
        if self.current is None or self.booked(self.current):
            return None
        step = self.case.step(self.current)
        # Nobody can sign before an hour is agreed, and agreeing it is our work.
        to_arrange = self.current == Milestone.ONLINE_SIGN and not (step and step.owner)
        return Role.ADVISOR if to_arrange else self.owner(self.current)

    @cached_property
    def state(self) -> State:
        """Where the online signing stands."""
        if self.is_signed:
            return State.SIGNED
        if self.blocker and self.blocker.code == BlockerCode.SYSTEM_OUTAGE:
            return State.OUTAGE
        if self.blocker:
            of_buyer = self.blocker.milestone == Milestone.DOCS_READY and self.blocker.owner == Role.BUYER
            return State.DOCUMENTS if of_buyer and self.missing_papers() else State.BLOCKED
        return State.BOOKED if self.booked(Milestone.ONLINE_SIGN) else State.WORKING

    @cached_property
    def forecasts(self) -> Mapping[Milestone, Forecast]:
        """When each step is or was done."""
        return forecasts(self.view)

    @cached_property
    def overdue_step(self) -> Step | None:
        """The step whose day has passed: the signing before all others, then the one waiting longest."""
        late = [step for step in self.case.steps if self._is_late(step)]
        return min(late, key=lambda step: (step.milestone != Milestone.ONLINE_SIGN, self._due(step)), default=None)

    @cached_property
    def overdue(self) -> Count:
        """By how many working days `overdue_step` is late; 0 when nothing is."""
        due = self._due(self.overdue_step) if self.overdue_step else None
        return self.view.calendar.between(due, self.today) if due else Count(0)

    @cached_property
    def sign_by_left(self) -> Count | None:
        """Working days to the last day the contract leaves for signing; None once signed."""
        sign_by = self.case.contract.sign_by
        return self.view.calendar.between(self.today, sign_by) if sign_by and not self.is_signed else None

    @property
    def deadline(self) -> Deadline:
        """Can the contract's last day still be kept?"""
        sign_by, day = self.case.contract.sign_by, self.forecasts[Milestone.ONLINE_SIGN].day
        if sign_by is None or self.is_signed:
            return Deadline.NONE
        if sign_by < self.today:
            return Deadline.OVER
        return Deadline.MISSED if day and day.on > sign_by else Deadline.AHEAD

    @cached_property
    def approval_left_days(self) -> int | None:
        """Calendar days until the bank's approval expires; None once the money is out."""
        valid_until = self.case.loan.valid_until if self.case.loan else None
        if not valid_until or self._is_over(Milestone.LOAN_RELEASE):
            return None
        return (valid_until - self.today).days

    @cached_property
    def is_stale(self) -> bool:
        """Did more than `freshness` working days pass, to the minute, since a person last looked?"""
        return self._is_older_than(self.freshness)

    @property
    def keeps_what_was_agreed(self) -> bool:
        """May the hour of signing be told though the case is stale: is it ahead, unhindered, and not noted long ago?"""
        booked = self.booked(Milestone.ONLINE_SIGN)
        is_ahead = booked is not None and self.now < booked.at
        return is_ahead and self.blocker is None and not self._is_older_than(_APPOINTMENT_KEPT)

    def _is_older_than(self, working_days: int) -> bool:
        checked = self.case.checked_at.astimezone(CHINA)
        limit = self.view.calendar.add(checked.date(), working_days).on
        return self.now > datetime.combine(limit, checked.time(), CHINA)

    @property
    def is_for_people(self) -> bool:
        """Is there anything about which no machine talks, whatever else is in the way?"""
        return any(blocker.code in FOR_PEOPLE and not blocker.closed_on for blocker in self.case.blockers)

    @property
    def may_be_told(self) -> bool:
        """Neither too old nor contradictory."""
        return not self.is_stale and self.conflict is None

    @cached_property
    def is_at_risk(self) -> bool:
        """Will the signing miss the contract's last day or the approval's, as things stand?"""
        if self.is_signed:
            return False
        ends = [self.case.contract.sign_by, self.case.loan.valid_until if self.case.loan else None]
        last = min((end for end in ends if end), default=None)
        day = self.forecasts[Milestone.ONLINE_SIGN].day
        if last is None:
            return False
        if day:
            return day.on > last
        return self.view.calendar.between(self.today, last).days <= _TIGHT_WORKING_DAYS

    @cached_property
    def conflict(self) -> Conflict | None:
        """What the signing system, the bank or the order of the steps says against our own books."""
        if self.case.contract.status in {ContractStatus.SIGNED, ContractStatus.FILED} and not self.is_signed:
            return Conflict.SIGNED_ELSEWHERE
        if self.case.contract.status == ContractStatus.CANCELLED and self.is_signed:
            return Conflict.SIGNING_UNDONE
        stage = self.case.loan.stage if self.case.loan else None
        if stage in {LoanStage.APPROVED, LoanStage.RELEASED} and not self._is_over(Milestone.LOAN_APPROVAL):
            return Conflict.LOAN_APPROVED_ELSEWHERE
        return Conflict.OUT_OF_ORDER if self._is_out_of_order() else None

    def supposing(self, on: date) -> "Standing":
        """Where the case would stand if what is in its way were over on a day; no hour agreed before that is kept."""
        blocker, case = self.blocker, self.case
        blockers = (replace(entry, expected_on=on) if entry == blocker else entry for entry in case.blockers)
        stopped = blocker.milestone if blocker else None
        kept = (entry for entry in case.appointments if entry.milestone != stopped or entry.day >= on)
        supposed = replace(case, blockers=tuple(blockers), appointments=tuple(kept))
        return replace(self, view=replace(self.view, case=supposed))

    def owner(self, milestone: Milestone) -> Role:
        """Who does a step of this order: as it is noted for the case, else the usual one."""
        step = self.case.step(milestone)
        return (step and step.owner) or self.view.profile.kinds[milestone].owner

    def booked(self, milestone: Milestone) -> Appointment | None:
        """The next agreed hour of this step; where none is ahead, that of today."""
        booked = [] if self._is_over(milestone) else self.view.agreed(milestone)
        return min(booked, key=self._until, default=None)

    def stopped_by(self, code: BlockerCode) -> Milestone:
        """The step that a blocker of this kind stops: its usual one; where that is over, the one it leads to.

        Once an hour is agreed, what stops the agreeing stops the signing.
        """
        usual = held_up(code)
        if usual == Milestone.SIGN_BOOKED and not self.is_signed and self._is_over(usual):
            return Milestone.ONLINE_SIGN
        return self.current if self.current and self._is_over(usual) else usual

    def forecast(self, milestone: Milestone) -> Forecast:
        """When this step is or was done; ABSENT for one the profile lacks."""
        return self.forecasts.get(milestone, Forecast(Certainty.ABSENT))

    def missing_papers(self, owner: Role = Role.BUYER) -> tuple[Document, ...]:
        """The papers that this party still has to bring; none once their step is over, whatever is noted of each."""
        return () if self._is_over(Milestone.DOCS_READY) else missing_papers(self.case, owner, self.today)

    @property
    def due_hours(self) -> list[datetime]:
        """The hours by which the buyer has to bring papers that are missing, of those that have one."""
        return [paper.due for paper in self.missing_papers() if paper.due]

    def due(self, milestone: Milestone) -> date | None:
        """The day noted for an open step; one on a holiday means the next that is worked."""
        step = self.case.step(milestone)
        return self._due(step) if step and not self._is_over(milestone) else None

    def _is_out_of_order(self) -> bool:
        """Is a step done that this order allows only after one still open? Then step or order is noted wrongly."""
        done = (self.view.profile.kinds[code] for code in self.view.over if code in self.view.profile.kinds)
        return any(kind.by_custom - self.view.settled for kind in done)

    def _until(self, entry: Appointment) -> tuple[bool, datetime]:
        """What is ahead comes before what has begun."""
        return entry.at < self.now, entry.at

    def _is_over(self, milestone: Milestone) -> bool:
        return milestone in self.view.over

    def _is_late(self, step: Step) -> bool:
        due = self._due(step)
        is_past = due is not None and due < self.today and not self._may_be_done(step.milestone, due)
        return is_past and step.status not in OFF and not self._is_over(step.milestone)

    def _may_be_done(self, milestone: Milestone, due: date) -> bool:
        """Has its agreed hour come in time, with nothing on file of how it went?"""
        agreed = self.booked(milestone)
        return agreed is not None and agreed.at <= self.now and agreed.day <= due

    def _due(self, step: Step) -> date | None:
        named = step.promised_on or step.planned_on
        return self.view.calendar.next_working(named).on if named else None


def stand(case: Case, process: Process, calendar: Calendar, now: datetime) -> Standing:
    """Where `case` stands at `now` (aware); raises NoSuchProfile."""
    profile = process.profile(case.profile, case.city, case.deal)
    return Standing(View(case, profile, calendar, now), process.freshness, process.city(case.city))
