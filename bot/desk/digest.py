"""What does an advisor have to know at a quarter to nine?"""

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.cases.case import DocumentStatus, day_of
from bot.cases.milestones import Milestone, Role
from bot.cases.progress import Standing
from bot.desk.advisors import Advisor
from bot.desk.phrases import phrase
from bot.desk.tickets import Ticket, TicketState
from bot.dialogue.house import House
from bot.dialogue.messages import Button, Say
from bot.dialogue.taps import SAME, tap
from bot.wording import dates

# A paper or an approval that ends within so many days is worth a line.
_SOON_DAYS = 7
_OFTEN = 3
_MOST_BUTTONS = 10
# In each section.
_MOST_LINES = 6


@dataclass(frozen=True)
class Morning:
    """An advisor's cases and chats as they stand; `asked` counts each case's messages of the last day."""

    today: date
    advisor: Advisor
    cases: Sequence[Standing]
    tickets: Sequence[Ticket] = ()
    asked: Mapping[str, int] = field(default_factory=dict)
    lost: Sequence[str] = ()


def digest(morning: Morning, house: House) -> Say | None:
    """One message: appointments, what is late, what to ask, what ends, who waits; None where there is nothing.

    A case that was not looked at lately has a button that says "no change", which keeps its date honest.
    """
    language = morning.advisor.language
    sections = [
        ("digest_appointments", _appointments(morning, house)),
        ("digest_late", _late(morning, house)),
        ("digest_checks", _checks(morning, house)),
        ("digest_ending", _ending(morning, house)),
        ("digest_waiting", _waiting(morning)),
        ("digest_often", _often(morning)),
        ("digest_stale", _stale(morning)),
        ("digest_lost", [f"· {html.escape(ref)}" for ref in morning.lost]),
    ]
    told = [f"<b>{phrase(key, language)}</b>\n{_listed(lines)}" for key, found in sections if (lines := list(found))]
    if not told:
        return None
    stale = [standing.case.ref for standing in morning.cases if _is_to_look_at(standing)][:_MOST_BUTTONS]
    buttons = tuple(Button(f"{phrase('same', language)} · {ref}", tap(SAME, "same", ref)) for ref in stale)
    return Say(
        "\n\n".join([phrase("digest", language, name=html.escape(morning.advisor.name)), *told]),
        buttons,
        holds_case_data=True,
    )


def _listed(lines: Sequence[str]) -> str:
    """The first ones, and how many more there are: Telegram takes no longer message."""
    more = [f"… +{len(lines) - _MOST_LINES}"] if len(lines) > _MOST_LINES else []
    return "\n".join([*lines[:_MOST_LINES], *more])


def _line(standing: Standing, text: str) -> str:
    party = standing.case.party(Role.BUYER)
    return html.escape(f"· {party.name if party else ''} {standing.case.ref}  {text}")


def _appointments(morning: Morning, house: House) -> Iterator[str]:
    """Those of today, and those of which nobody has noted how they went."""
    language = morning.advisor.language
    for standing in morning.cases:
        for found in standing.view.booked:
            step = house.content.names.say("milestones", found.milestone, language)
            told = f"{dates.hour(found.at, language, standing.today)} {step}"
            if found.day < standing.today:
                yield _line(standing, f"{told} · {phrase('not_noted', language)}")
            elif found.day == standing.today:
                yield _line(standing, told)


def _late(morning: Morning, house: House) -> Iterator[str]:
    """The worst first."""
    language = morning.advisor.language
    late = [standing for standing in morning.cases if standing.overdue_step and standing.overdue.days > 0]
    for standing in sorted(late, key=lambda entry: -entry.overdue.days):
        assert standing.overdue_step is not None
        step = house.content.names.say("milestones", standing.overdue_step.milestone, language)
        days = dates.working_days(standing.overdue, language)
        yield _line(standing, f"{step} · {phrase('late', language, days=days)}")


def _checks(morning: Morning, house: House) -> Iterator[str]:
    language = morning.advisor.language
    for standing in morning.cases:
        found = standing.blocker
        if found and found.next_check and day_of(found.next_check) <= standing.today:
            what = house.content.names.say("blockers", found.code, language)
            yield _line(standing, f"{dates.hour(found.next_check, language, standing.today)} {what}")


def _ending(morning: Morning, _: House) -> Iterator[str]:
    language = morning.advisor.language
    for standing in morning.cases:
        left = standing.approval_left_days
        if left is not None and left <= _SOON_DAYS and standing.case.loan and standing.case.loan.valid_until:
            day = dates.day(standing.case.loan.valid_until, language, standing.today)
            yield _line(standing, phrase("approval", language, day=day))
        until = standing.today + timedelta(days=_SOON_DAYS)
        # Once they are handed in and looked at, no paper can run out.
        papers = () if Milestone.DOCS_READY in standing.view.over else standing.case.documents
        for paper in papers:
            if paper.valid_until and paper.valid_until <= until and paper.status != DocumentStatus.EXPIRED:
                yield _line(
                    standing, f"{paper.name(language)} → {dates.day(paper.valid_until, language, standing.today)}"
                )


def _waiting(morning: Morning) -> Iterator[str]:
    """Chats in which the buyer waits: unclaimed ones, and the own."""
    language = morning.advisor.language
    wanted = [entry for entry in morning.tickets if _waits(entry, morning.advisor)]
    for ticket in wanted:
        by = dates.hour(ticket.reply_by, language, morning.today) if ticket.reply_by else "–"
        yield html.escape(
            f"· #{ticket.id} {ticket.priority} {ticket.case_ref or ''}  {phrase('answer_by', language, at=by)}"
        )


def _waits(ticket: Ticket, advisor: Advisor) -> bool:
    return ticket.state == TicketState.OPEN or (ticket.state == TicketState.CLAIMED and ticket.owner == advisor.id)


def _often(morning: Morning) -> Iterable[str]:
    language = morning.advisor.language
    for standing in morning.cases:
        count = morning.asked.get(standing.case.ref, 0)
        if count >= _OFTEN:
            yield _line(standing, phrase("repeats", language, count=count))


def _stale(morning: Morning) -> Iterable[str]:
    language = morning.advisor.language
    for standing in morning.cases:
        if _is_to_look_at(standing):
            yield _line(standing, dates.hour(standing.case.checked_at, language, standing.today))


def _is_to_look_at(standing: Standing) -> bool:
    """Has nobody looked for long, and is anything still to come?"""
    return standing.is_stale and standing.current is not None
