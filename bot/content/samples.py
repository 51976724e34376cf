"""Which cases does the product bring along, to be tried with and to read replies over?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.cases.case import CHINA, Case
from bot.cases.process import City, Process
from bot.cases.progress import stand
from bot.cases.workdays import Calendar
from bot.content.case_file import CaseFile, read_cases
from bot.review.scenes import Scene

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


# They live in cities of their own, whatever the installation's are.
_CITIES: Mapping[str, City] = {
    "demo_riverside": City("示例市滨江区", "Riverside (sample city)"),
    "demo_hillside": City("示例市山前区", "Hillside (sample city)"),
    "demo_harbour": City("示例市港湾区", "Harbour (sample city)"),
}


def read(process: Process, path: Path = SAMPLES) -> CaseFile:
    """The sample cases, and what keeps them from fitting this configuration: only its profiles can."""
    return read_cases(path, replace(process, cities={**_CITIES, **process.cities}))


def scenes(process: Process, calendar: Calendar) -> tuple[Scene, ...]:
    """A stranger, and each sample case that fits this configuration at the moment of its story."""
    return (STRANGER, *(_scene(case, process, calendar) for case in read(process).cases))


def _scene(case: Case, process: Process, calendar: Calendar) -> Scene:
    """An unverified buyer is a stranger."""
    now = datetime.fromisoformat(STORY[case.ref]).replace(tzinfo=CHINA)
    return Scene(case.ref, now, stand(case, process, calendar, now) if case.verified_buyer else None)
