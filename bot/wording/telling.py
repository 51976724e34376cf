"""How is each fact of a case said? None where it is not known."""

from collections.abc import Callable
from datetime import date, datetime

from bot.cases.case import AppointmentStatus, Document, DocumentStatus, Outage, day_of
from bot.cases.forecast import Certainty, has_run_out
from bot.cases.milestones import Milestone, Role
from bot.cases.progress import Standing
from bot.cases.states import State
from bot.cases.workdays import Day
from bot.wording import dates
from bot.wording.subject import ITS_DAY, Subject

Say = Callable[[Subject, Standing], str | None]
# More than this nobody reads in a chat.
_MOST_LINES = 7
_MOST_STEPS = 4


def day(subject: Subject, on: date | None) -> str | None:
    return dates.day(on, subject.language, subject.today) if on else None


def named_day(subject: Subject) -> str | None:
    """The day that the buyer names, with the hour if there is one; where it stands for that of the step, that one."""
    on = named_on(subject)
    return dates.moment(on, subject.manner.hour, subject.language, subject.today) if on else None


def named_on(subject: Subject) -> date | None:
    """The day that the buyer names; where it stands for that of the step, that one."""
    named, asked = subject.manner.named, subject.asked
    return asked.day.on if named == ITS_DAY and asked and asked.day else named


def until_named(subject: Subject) -> str | None:
    """How many working days, and days at all, from tomorrow to the day that the buyer names."""
    on = named_on(subject)
    if on in {None, ITS_DAY} or on < subject.today:
        return None
    working = dates.working_days(subject.calendar.between(subject.today, on), subject.language)
    every = dates.calendar_days((on - subject.today).days, subject.language)
    return f"{working}（{every}）" if subject.language == "zh" else f"{working} ({every})"


def as_of(subject: Subject) -> str | None:
    at = min(subject.checked_at, subject.now) if subject.checked_at else None
    return dates.hour(at, subject.language, subject.today) if at else None


def checked_day(subject: Subject) -> str | None:
    return day(subject, day_of(min(subject.checked_at, subject.now)) if subject.checked_at else None)


def two_records(subject: Subject) -> str | None:
    return subject.names.say("conflicts", subject.conflict, subject.language) if subject.conflict else None


def advisor(subject: Subject) -> str:
    if subject.language == "zh":
        return subject.advisor or "顾问"
    return "your advisor" if subject.advisor else "an advisor"


def next_contact(subject: Subject, standing: Standing) -> str | None:
    """When the advisor asks next; or the day by which the advisor's own step is planned."""
    blocker = standing.blocker
    if blocker and blocker.next_check and blocker.next_check > subject.now:
        return dates.hour(blocker.next_check, subject.language, subject.today)
    if blocker or standing.waiting_for != Role.ADVISOR or not standing.current:
        return None
    step = standing.case.step(standing.current)
    planned = step.planned_on if step else None
    return day(subject, planned) if planned and planned > subject.today else None


def until_signing(subject: Subject, standing: Standing) -> str | None:
    found = standing.booked(Milestone.ONLINE_SIGN)
    if not found:
        return None
    left = standing.view.calendar.between(standing.today, found.day)
    return dates.working_days(left, subject.language) if left.days > 0 else None


def expected(milestone: Milestone) -> Say:
    def say(subject: Subject, standing: Standing) -> str | None:
        forecast = standing.forecast(milestone)
        if forecast.certainty == Certainty.DONE or not forecast.day:
            return None
        return dates.forecast_day(forecast.day, subject.language, subject.today)

    return say


def done(milestone: Milestone) -> Say:
    def say(subject: Subject, standing: Standing) -> str | None:
        forecast = standing.forecast(milestone)
        on = forecast.day.on if forecast.certainty == Certainty.DONE and forecast.day else None
        return day(subject, on)

    return say


def number_tail(_: Subject, standing: Standing) -> str | None:
    number = standing.case.contract.number_masked
    return number[-4:] if number else None


def planned_day(subject: Subject, standing: Standing) -> str | None:
    step = standing.overdue_step
    return day(subject, (step.promised_on or step.planned_on) if step else None)


def overdue(subject: Subject, standing: Standing) -> str | None:
    return dates.working_days(standing.overdue, subject.language) if standing.overdue.days > 0 else None


def overdue_step(subject: Subject, standing: Standing) -> str | None:
    return step(subject, standing.overdue_step.milestone) if standing.overdue_step else None


def step(subject: Subject, milestone: Milestone | None) -> str | None:
    return subject.names.explain("milestones", milestone, subject.language) if milestone else None


def sign_by_left(subject: Subject, standing: Standing) -> str | None:
    left = standing.sign_by_left
    return dates.working_days(left, subject.language) if left and left.days > 0 else None


def blocker(subject: Subject, standing: Standing) -> str | None:
    found = standing.blocker
    if not found:
        return None
    return found.public_note(subject.language) or subject.names.say("blockers", found.code, subject.language)


def waiting_for(subject: Subject, standing: Standing) -> str | None:
    return subject.names.say("roles", standing.waiting_for, subject.language) if standing.waiting_for else None


def blocker_until(subject: Subject, standing: Standing) -> str | None:
    expected = standing.blocker.expected_on if standing.blocker else None
    return day(subject, expected) if expected and expected >= subject.today else None


def missed_days(subject: Subject, standing: Standing) -> str | None:
    days = [
        dates.day(entry.day, subject.language, subject.today)
        for entry in standing.case.appointments
        if entry.status == AppointmentStatus.MISSED
    ]
    return dates.listed(days, subject.language) or None


def outage_since(subject: Subject, standing: Standing) -> str | None:
    outage = _outage(standing)
    return dates.hour(outage.since, subject.language, subject.today) if outage else None


def outage_until(subject: Subject, standing: Standing) -> str | None:
    until = _announced(standing)
    return dates.hour(until, subject.language, subject.today) if until and until > subject.now else None


def outage_due(subject: Subject, standing: Standing) -> str | None:
    until = _announced(standing)
    return dates.hour(until, subject.language, subject.today) if until and until <= subject.now else None


def _announced(standing: Standing) -> datetime | None:
    """When the system is to be back, says the notice."""
    outage = _outage(standing)
    return outage.until if outage else None


def missed_check(subject: Subject, standing: Standing) -> str | None:
    """When the advisor was to ask again, and nothing is noted since."""
    check = standing.missed_check
    return dates.hour(check, subject.language, subject.today) if check else None


def _outage(standing: Standing) -> Outage | None:
    """Of those that were not over when the case was noted as held up, the one that began last rather than is ahead."""
    held_up = standing.blocker.opened if standing.state == State.OUTAGE and standing.blocker else None
    lasting = (entry for entry in standing.case.outages if not (held_up and _was_over(entry, held_up)))
    return max(lasting, key=lambda outage: (outage.since <= standing.now, outage.since), default=None)


def _was_over(outage: Outage, on: date) -> bool:
    return outage.until is not None and day_of(outage.until) < on


def missing_papers(subject: Subject, standing: Standing) -> str | None:
    papers = [paper.name(subject.language) for paper in standing.missing_papers()]
    return dates.listed(papers, subject.language) or None


def rejected_papers(subject: Subject, standing: Standing) -> str | None:
    papers = [paper for paper in standing.missing_papers() if _is_refused(paper, standing.today)]
    return dates.listed([paper.name(subject.language) for paper in papers], subject.language) or None


def _is_refused(paper: Document, today: date) -> bool:
    return paper.status == DocumentStatus.REJECTED or has_run_out(paper, today)


def missing_count(_: Subject, standing: Standing) -> str | None:
    return str(len(papers)) if (papers := standing.missing_papers()) else None


def papers_due(subject: Subject, standing: Standing) -> str | None:
    due = [hour for hour in standing.due_hours if hour > subject.now]
    return dates.hour(min(due), subject.language, subject.today) if due else None


def approved_on(subject: Subject, standing: Standing) -> str | None:
    return day(subject, standing.case.loan.approved_on if standing.case.loan else None)


def approval_until(subject: Subject, standing: Standing) -> str | None:
    return day(subject, standing.case.loan.valid_until if standing.case.loan else None)


def approval_left(subject: Subject, standing: Standing) -> str | None:
    left = standing.approval_left_days
    return dates.calendar_days(left, subject.language) if left is not None and left >= 0 else None


def release_rule(subject: Subject, standing: Standing) -> str | None:
    rule = standing.case.loan.release_rule if standing.case.loan else None
    known = subject.names.sections["release_rules"]
    return known[rule].texts[subject.language] if rule and rule in known else None


def asked_day(subject: Subject) -> str | None:
    booked = subject.standing.booked(subject.about) if subject.standing and subject.about else None
    if booked and booked.at > subject.now:
        return dates.hour(booked.at, subject.language, subject.today)
    forecast = subject.asked
    return dates.forecast_day(forecast.day, subject.language, subject.today) if forecast and forecast.day else None


def asked_owner(subject: Subject, standing: Standing) -> str | None:
    if not subject.about or subject.about not in standing.view.profile.kinds:
        return None
    return subject.names.say("roles", standing.owner(subject.about), subject.language)


def before_asked(subject: Subject, standing: Standing) -> str | None:
    """What still has to come before the step asked about."""
    profile = standing.view.profile
    if subject.about is None or subject.about not in profile.kinds:
        return None
    earlier = profile.before(subject.about) - standing.view.settled
    steps = [subject.names.say("milestones", code, subject.language) for code in profile.kinds if code in earlier]
    if len(steps) > _MOST_STEPS:
        steps = [*steps[: _MOST_STEPS - 1], "…" if subject.language == "zh" else "more"]
    return dates.listed(steps, subject.language) or None


def following_step(subject: Subject, standing: Standing) -> str | None:
    after = [code for code in standing.view.remaining if code != standing.current]
    return step(subject, after[0] if after else None)


def current_day(subject: Subject, standing: Standing) -> str | None:
    return expected(standing.current)(subject, standing) if standing.current else None


def later_dates(subject: Subject, standing: Standing) -> str | None:
    """One line for each of the next steps that has a day, in the order of the days."""
    ahead = [
        (forecast.day, code)
        for code, forecast in standing.forecasts.items()
        if forecast.day and forecast.certainty not in {Certainty.DONE, Certainty.ABSENT}
    ]
    soonest = sorted(ahead, key=lambda entry: entry[0].on)[:_MOST_LINES]
    return "\n".join(_line(subject, code, when) for when, code in soonest) or None


def _line(subject: Subject, milestone: Milestone, when: Day) -> str:
    """A step and its day; a third of a month is no day by which anything could be done."""
    name = subject.names.say("milestones", milestone, subject.language)
    said = dates.forecast_day(when, subject.language, subject.today)
    if subject.language == "zh":
        return f"· {name}：{said}前" if when.exact else f"· {name}：大约 {said}"
    return f"· {name}, by {said}" if when.exact else f"· {name}, around {said}"


def last_done(subject: Subject, standing: Standing) -> str | None:
    done = [step for step in standing.case.steps if step.done_on and step.milestone in standing.view.over]
    latest = max(done, key=lambda step: (step.done_on, list(Milestone).index(step.milestone)), default=None)
    return step(subject, latest.milestone) if latest else None


def last_done_day(subject: Subject, standing: Standing) -> str | None:
    days = [step.done_on for step in standing.case.steps if step.done_on and step.milestone in standing.view.over]
    return day(subject, max(days, default=None))
