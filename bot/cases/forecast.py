"""When will each step be done, and how do we know?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.cases.case import Blocker, Case, Document, DocumentStatus, Step, day_of
from bot.cases.milestones import Milestone, Role
from bot.cases.process import StepKind
from bot.cases.steps import View
from bot.cases.workdays import Day

_TO_BRING = {DocumentStatus.NEEDED, DocumentStatus.REQUESTED, DocumentStatus.REJECTED}


class Certainty(StrEnum):
    """How a step's date is known; ABOUT rests on an unpublished calendar, ABSENT steps are no part of the case."""

    DONE = "done"
    BOOKED = "booked"
    PROMISED = "promised"
    EXPECTED = "expected"
    ABOUT = "about"
    UNKNOWN = "unknown"
    ABSENT = "absent"


@dataclass(frozen=True)
class Forecast:
    """When a step is or was done; without a day while UNKNOWN or ABSENT, and for a step done on an unnoted day."""

    certainty: Certainty
    day: Day | None = None


def forecasts(view: View) -> Mapping[Milestone, Forecast]:
    """The forecast of every milestone of the profile, along the longest way in working days."""
    found: dict[Milestone, Forecast] = {}
    for code, kind in view.profile.kinds.items():
        earlier = [found[need] for need in view.needs(code) - view.over]
        found[code] = _forecast(view, kind, earlier)
    return found


def missing_papers(case: Case, owner: Role, today: date) -> tuple[Document, ...]:
    """The papers of this party that are missing; see `Standing.missing_papers` for those still to bring."""
    return tuple(paper for paper in case.documents if paper.owner == owner and is_missing(paper, today))


def is_missing(paper: Document, today: date) -> bool:
    """Has somebody still to bring it, or to bring it anew?"""
    return paper.status in _TO_BRING or has_run_out(paper, today)


def has_run_out(paper: Document, today: date) -> bool:
    """Is it no longer good, whatever was noted while it was?"""
    return paper.status == DocumentStatus.EXPIRED or (paper.valid_until is not None and paper.valid_until < today)


def _forecast(view: View, kind: StepKind, earlier: Iterable[Forecast]) -> Forecast:
    step = view.case.step(kind.milestone) or Step(kind.milestone)
    if kind.milestone in view.left_out:
        return Forecast(Certainty.ABSENT)
    if kind.milestone in view.over:
        return Forecast(Certainty.DONE, Day(step.done_on) if step.done_on else None)
    if booked := _booked(view, kind.milestone):
        return Forecast(Certainty.BOOKED, booked)
    if step.promised_on and step.promised_on >= view.today:
        return Forecast(Certainty.PROMISED, Day(step.promised_on))
    day = _worked_out(view, kind, step, [before.day for before in earlier])
    if day is None:
        return Forecast(Certainty.UNKNOWN)
    return Forecast(Certainty.EXPECTED if day.exact else Certainty.ABOUT, day)


def _worked_out(view: View, kind: StepKind, step: Step, earlier: list[Day | None]) -> Day | None:
    """After all it needs and whatever blocks it: the planned day if it still holds, else the usual time."""
    days = [day for day in earlier if day]
    if len(days) < len(earlier):
        return None
    start = _latest([Day(view.today), *days])
    obstacles = _obstacles(view.case, kind.milestone)
    estimates = [estimate for obstacle in obstacles if (estimate := _estimate(view, obstacle))]
    if len(estimates) < len(obstacles):
        return None
    free = _latest([start, *estimates])
    # What is planned for later does not come sooner for being hindered.
    if step.planned_on and step.planned_on >= free.on:
        return _planned(view, step.planned_on, free)
    if obstacles:
        return free
    if kind.working_days is None:
        return None
    ready = view.calendar.add(start.on, kind.working_days)
    # No working day at all from a holiday on is still that holiday.
    worked = view.calendar.next_working(ready.on)
    return Day(worked.on, worked.exact and ready.exact and start.exact)


def _planned(view: View, on: date, start: Day) -> Day:
    return Day(on, start.exact and view.calendar.between(view.today, on).exact)


def _latest(days: Iterable[Day]) -> Day:
    every = tuple(days)
    return Day(max(day.on for day in every), all(day.exact for day in every))


def _obstacles(case: Case, milestone: Milestone) -> list[Blocker]:
    return [entry for entry in case.blockers if not entry.closed_on and entry.milestone == milestone]


def _estimate(view: View, obstacle: Blocker) -> Day | None:
    """When a blocker should be gone: the advisor's word, or the day by which all papers of its owner are due."""
    expected = obstacle.expected_on or _papers_due(view, obstacle)
    return view.calendar.next_working(expected) if expected and expected >= view.today else None


def _papers_due(view: View, obstacle: Blocker) -> date | None:
    """The day by which its owner has to bring the last paper; None where the day of any is not known."""
    if obstacle.milestone != Milestone.DOCS_READY:
        return None
    missing = missing_papers(view.case, obstacle.owner, view.today)
    due = [day_of(paper.due) if paper.due else None for paper in missing]
    known = [day for day in due if day]
    return max(known, default=None) if len(known) == len(due) else None


def _booked(view: View, milestone: Milestone) -> Day | None:
    """Until the day is over: who is asked in the middle of a signing names no other one."""
    days = [entry.day for entry in view.agreed(milestone)]
    return Day(min(days)) if days else None
