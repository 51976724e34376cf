"""Who works at the desk in these tests, on which cases, and for whom?"""

from dataclasses import replace
from datetime import datetime

from bot.cases.case import Case
from bot.cases.milestones import Role
from bot.desk.advisors import Advisor, Rank, Roster
from tests.samples import at, cases

GROUP = -1001
ZHOU = Advisor(901, "周顾问")
WU = Advisor(902, "吴顾问", deputy=901)
SUN = Advisor(903, "孙顾问", Rank.LEAD, on_duty=True)
ROSTER = Roster((ZHOU, WU, SUN))
FRIDAY = at("2026-09-18 09:00")


def case(ref: str, name: str, advisor: Advisor = ZHOU, checked_at: datetime = FRIDAY) -> Case:
    """A purchase in which the seller stayed away from the signing; looked at lately."""
    sample = cases()["C-DEMO-03"]
    parties = tuple(replace(party, name=name) if party.role == Role.BUYER else party for party in sample.parties)
    blockers = tuple(replace(entry, next_check=at("2026-09-18 11:00")) for entry in sample.blockers)
    return replace(
        sample,
        ref=ref,
        advisor=advisor.name,
        checked_at=checked_at,
        parties=parties,
        blockers=blockers,
        appointments=sample.appointments[:1],
    )
