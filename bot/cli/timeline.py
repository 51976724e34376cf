"""How does a case read as a timeline?"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.cases.case import CHINA
from bot.cases.forecast import Certainty, Forecast
from bot.cases.milestones import Milestone
from bot.cases.progress import Standing
from bot.wording.dates import calendar_days, working_days

_MARKS = {
    Certainty.DONE: "✓",
    Certainty.BOOKED: "●",
    Certainty.PROMISED: "●",
    Certainty.EXPECTED: "○",
    Certainty.ABOUT: "○",
    Certainty.UNKNOWN: "?",
    Certainty.ABSENT: "–",
}
Trail = list[tuple[datetime, str, Mapping[str, str]]]


def timeline(standing: Standing, trail: Trail) -> str:
    """The whole case: who, where it stands, every step with its day, what blocks, what happened."""
    return "\n".join(
        [*_head(standing), "", *_steps(standing), *_blockers(standing), *_papers(standing), *_trail(trail)]
    )


def _head(standing: Standing) -> Iterator[str]:
    case = standing.case
    yield f"{case.ref}  {case.city}  {case.deal}  {case.profile}  advisor {case.advisor}"
    for party in case.parties:
        known = "verified" if party.verified else "not verified"
        yield f"  {party.role:<10} {party.name}  {party.phone_masked} (last four: {party.phone_masked[-4:]})  {known}"
    age = "  — NOT CHECKED LATELY" if standing.is_stale else ""
    yield f"  checked    {case.checked_at:%Y-%m-%d %H:%M}{age}"
    at, turn = standing.current or "the end", standing.waiting_for or "nobody"
    yield f"  stands     {standing.state}, at {at}, waiting for {turn}"
    if standing.overdue_step:
        yield f"  late       {standing.overdue_step.milestone} by {working_days(standing.overdue, 'en')}"
    if standing.sign_by_left:
        yield f"  sign by    {case.contract.sign_by} ({working_days(standing.sign_by_left, 'en')})"
    if standing.approval_left_days is not None and case.loan:
        yield f"  approval   until {case.loan.valid_until} ({calendar_days(standing.approval_left_days, 'en')})"
    if standing.is_at_risk:
        yield "  AT RISK    the signing will miss its last day as things stand"
    if standing.conflict:
        yield f"  CONFLICT   {standing.conflict}"


def _steps(standing: Standing) -> Iterator[str]:
    for code, forecast in standing.forecasts.items():
        if forecast.certainty != Certainty.ABSENT:
            here = "  ← now" if code == standing.current else ""
            done_by = standing.owner(code)
            yield f"  {_MARKS[forecast.certainty]} {code:<17} {_when(code, forecast, standing):<24} {done_by}{here}"


def _when(code: Milestone, forecast: Forecast, standing: Standing) -> str:
    found = standing.booked(code)
    if forecast.certainty == Certainty.BOOKED and found:
        return f"booked {found.at.astimezone(CHINA):%Y-%m-%d %H:%M}"
    return f"{forecast.certainty} {forecast.day.on if forecast.day else ''}".strip()


def _blockers(standing: Standing) -> Iterator[str]:
    for entry in standing.case.blockers:
        if not entry.closed_on and entry.milestone not in standing.view.over:
            check = f", next check {entry.next_check:%Y-%m-%d %H:%M}" if entry.next_check else ""
            yield f"  ! {entry.code} at {entry.milestone}, {entry.owner}, since {entry.opened}{check}"
            if entry.internal_note:
                yield f"    internal: {entry.internal_note}"


def _papers(standing: Standing) -> Iterator[str]:
    for paper in standing.case.documents:
        due = f", due {paper.due:%Y-%m-%d %H:%M}" if paper.due else ""
        yield f"  § {paper.code} {paper.zh} ({paper.owner}): {paper.status}{due}"


def _trail(trail: Trail) -> Iterator[str]:
    if trail:
        yield ""
    for at, event, detail in trail:
        yield f"  {at:%Y-%m-%d %H:%M}  {event}  {' '.join(detail.values())}"
