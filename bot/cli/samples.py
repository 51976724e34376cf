"""Which cases does the product bring along to be tried with?"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.moments import now_or
from bot.cli.trouble import Stop

if TYPE_CHECKING:
    from bot.app import App
    from bot.cases.case import Case
    from bot.cases.process import Process
    from bot.content.dialogues import Stage
    from bot.dialogue.situation import Content

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
    with app.books.transaction() as records:
        if not records.cases.refs():
            for case in read_samples(app.process):
                records.cases.save(case)


def cast(process: "Process", content: "Content") -> "Stage":
    """Whom and what a written conversation may name: the sample cases at the moments of their stories, all content."""
    from bot.content.dialogues import Stage

    cases = {case.ref: case for case in read_samples(process)}
    moments = {ref: now_or(moment) for ref, moment in STORY.items()}
    return Stage(cases, moments, content.intents.keys(), content.replies.keys())


def read_samples(process: "Process") -> "Sequence[Case]":
    """The sample cases."""
    from bot.content.case_file import read_cases

    read = read_cases(SAMPLES, process)
    if read.problems:
        raise Stop(f"The samples do not fit this configuration: {read.problems[0].message('en')}")
    return read.cases
