"""How does a purchase look at each of its steps, from the first to the last, with nothing in its way?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.cases.case import Case, Contract, ContractStatus, LoanStage, Step, day_of
from bot.cases.changes import done
from bot.cases.milestones import Deal, Milestone
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
        case = _after(case, standing.current, now)
    yield standing


def _begun(case: Case) -> Case:
    """The case on its first day."""
    loan = replace(case.loan, stage=LoanStage.APPLIED, approved_on=None, valid_until=None) if case.loan else None
    contract = Contract(sign_by=case.contract.sign_by)
    return replace(case, blockers=(), documents=(), appointments=(), outages=(), loan=loan, contract=contract)


def _after(case: Case, milestone: Milestone, now: datetime) -> Case:
    """The case once a step is done, with what the bank and the signing system show then."""
    stepped = done(case, milestone, day_of(now), now)
    if milestone == Milestone.LOAN_APPROVAL and stepped.loan:
        return replace(stepped, loan=replace(stepped.loan, stage=LoanStage.APPROVED, approved_on=day_of(now)))
    if milestone == Milestone.LOAN_RELEASE and stepped.loan:
        return replace(stepped, loan=replace(stepped.loan, stage=LoanStage.RELEASED))
    if milestone == Milestone.FILED:
        return replace(stepped, contract=replace(stepped.contract, status=ContractStatus.FILED))
    return stepped
