"""Which cases does the product bring along to be tried with?"""

from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.trouble import Stop

if TYPE_CHECKING:
    from bot.app import App

SAMPLES = Path(__file__).parents[2] / "samples" / "cases.yaml"


# When each sample's story happens, in China; C-EDGE-09 is looked at on the Monday after nobody checked it.
STORY = {
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


def load_samples_into_empty(app: "App") -> None:
    """Put the sample cases into books that hold no case at all; never beside real ones."""
    from bot.content.case_file import read_cases

    with app.books.transaction() as records:
        if records.cases.refs():
            return
        read = read_cases(SAMPLES, app.process)
        if read.problems:
            raise Stop(f"The samples do not fit this configuration: {read.problems[0].message('en')}")
        for case in read.cases:
            records.cases.save(case)
