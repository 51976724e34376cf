"""Which cases does the product bring along, to be tried with and to read replies over?"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from bot.cases.case import CHINA, Case
from bot.cases.milestones import Role
from bot.cases.process import Process
from bot.cases.progress import stand
from bot.cases.workdays import Calendar
from bot.content.case_file import read_cases
from bot.dialogue.showcase import Scene

SAMPLES = Path(__file__).parents[2] / "samples" / "cases.yaml"

# When each sample's story happens, in China; C-EDGE-09 is looked at on the Monday after nobody checked it.
STORY: Mapping[str, str] = {
    "C-DEMO-01": "2026-11-23T10:00",
    "C-DEMO-02": "2026-10-12T09:30",
    "C-DEMO-03": "2026-09-22T15:00",
    "C-DEMO-04": "2026-11-23T10:00",
    "C-DEMO-05": "2026-11-23T11:00",
    "C-DEMO-06": "2026-11-23T10:00",
    "C-EDGE-07": "2026-12-28T10:00",
    "C-EDGE-08": "2026-11-23T10:00",
    "C-EDGE-09": "2026-11-23T10:00",
    "C-EDGE-10": "2026-11-23T10:00",
}
# Somebody who has not opened a link yet.
STRANGER = Scene("no case", datetime(2026, 11, 23, 10, tzinfo=CHINA))


def scenes(process: Process, calendar: Calendar) -> tuple[Scene, ...]:
    """A stranger, and each sample case that fits this configuration at the moment of its story."""
    cases = read_cases(SAMPLES, process).cases
    return (STRANGER, *(_scene(case, process, calendar) for case in cases))


def _scene(case: Case, process: Process, calendar: Calendar) -> Scene:
    """An unverified buyer is a stranger."""
    now = datetime.fromisoformat(STORY[case.ref]).replace(tzinfo=CHINA)
    buyer = case.party(Role.BUYER)
    return Scene(case.ref, now, stand(case, process, calendar, now) if buyer and buyer.verified else None)
