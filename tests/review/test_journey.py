"""Does a purchase pass every step once, each standing free of contradiction?"""

from functools import cache

import pytest

from bot.cases.case import LoanStage
from bot.cases.milestones import Deal, Milestone
from bot.cases.progress import Standing
from bot.review.journey import journeys
from tests.samples import STORY, cases, config

REF = "C-DEMO-01"


@cache
def walked(deal: Deal) -> tuple[Standing, ...]:
    found = journeys(cases()[REF], config().process, config().calendar, STORY[REF])
    return tuple(standing for standing in found if standing.case.deal == deal)


@pytest.mark.parametrize("deal", Deal)
def test_journey_passes_every_step_once_and_ends(deal: Deal) -> None:
    steps = [standing.current for standing in walked(deal)]
    assert (steps[-1], sorted(filter(None, steps)), len(steps)) == (None, sorted(Milestone), len(set(steps)))


@pytest.mark.parametrize("deal", Deal)
def test_nothing_on_the_way_keeps_the_case_from_being_told(deal: Deal) -> None:
    wrong = [
        standing.current for standing in walked(deal) if standing.conflict or standing.is_stale or standing.blocker
    ]
    assert wrong == []


@pytest.mark.parametrize("deal", Deal)
def test_bank_says_yes_when_its_step_is_over(deal: Deal) -> None:
    stages = {
        standing.case.loan.stage: Milestone.LOAN_APPROVAL in standing.view.over
        for standing in walked(deal)
        if standing.case.loan
    }
    assert stages == {LoanStage.APPLIED: False, LoanStage.APPROVED: True, LoanStage.RELEASED: True}
