"""How do the sample cases get into empty books?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.cli.moments import now_or
from bot.cli.trouble import Stop

if TYPE_CHECKING:
    from bot.app import App
    from bot.cases.case import Case
    from bot.cases.process import Process
    from bot.content.dialogues import DialogueSetting
    from bot.dialogue.content import Content


def load_samples_into_empty(app: "App") -> None:
    """Put the sample cases into books that hold no case at all; never beside real ones."""
    with app.books.transaction() as records:
        if not records.cases.refs():
            for case in read_samples(app.process):
                records.cases.save(case)


def cast(process: "Process", content: "Content") -> "DialogueSetting":
    """Whom and what a written conversation may name: the sample cases at the moments of their stories, all content."""
    from bot.content.dialogues import DialogueSetting
    from bot.content.samples import STORY

    cases = {case.ref: case for case in read_samples(process)}
    moments = {ref: now_or(moment) for ref, moment in STORY.items()}
    return DialogueSetting(cases, moments, content.intents.keys(), content.replies.keys())


def read_samples(process: "Process") -> "Sequence[Case]":
    """The sample cases."""
    from bot.content import samples

    read = samples.read(process)
    if read.problems:
        raise Stop(f"The samples do not fit this configuration: {read.problems[0].message('en')}")
    return read.cases
