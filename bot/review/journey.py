"""How does a purchase look at each of its steps, from the first to the last, with nothing in its way?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.cases.case import Case, Contract, LoanStage, Step, day_of
from bot.cases.changes import done
from bot.cases.milestones import Deal
from bot.cases.process import Process
from bot.cases.progress import Standing, stand
from bot.cases.workdays import Calendar


def journeys(case: Case, process: Process, calendar: Calendar, now: datetime) -> Iterator[Standing]:
    """The journey of a case of this buyer for each kind of home, in the first order of steps that is meant for it."""
    for deal in Deal:
        profile = next((profile.id for profile in process.profiles.values() if deal in profile.deals), None)
        if profile:
            yield from journey(replace(case, profile=profile, deal=deal), process, calendar, now)


def journey(case: Case, process: Process, calendar: Calendar, now: datetime) -> Iterator[Standing]:
    """The case at each step, as it would stand at `now`; steps that some cases do without are part of it."""
    every = tuple(Step(code) for code in process.profile(case.profile, case.city, case.deal).kinds)
    case = replace(_begun(case), checked_at=now, steps=every)
    while (standing := stand(case, process, calendar, now)).current:
        yield standing
        case = done(case, standing.current, day_of(now), now)
    yield standing


def _begun(case: Case) -> Case:
    """The case on its first day."""
    loan = replace(case.loan, stage=LoanStage.APPLIED, approved_on=None, valid_until=None) if case.loan else None
    contract = Contract(sign_by=case.contract.sign_by)
    return replace(case, blockers=(), documents=(), appointments=(), outages=(), loan=loan, contract=contract)
