"""What has to be known about a question besides how it is asked?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.cases.milestones import Milestone
from bot.cases.office import Priority
from bot.wording.replies import Purpose
from bot.wording.subject import UntilThen

HUMAN, STATUS, HELP, BESIDE = "human", "status_now", "help_menu", "out_of_scope"
# Questions that the program knows by name; each is a file of this name.
OWN_QUESTIONS: Mapping[str, Purpose] = {
    HUMAN: Purpose("命令 /human，还有请顾问的按钮", "the command /human, and the button to a person"),
    STATUS: Purpose("命令 /progress", "the command /progress"),
    HELP: Purpose("命令 /help", "the command /help"),
    BESIDE: Purpose("跟我们无关的话", "what is none of our matters"),
}


class Escalate(StrEnum):
    """Does a person come in: not by itself, offered by a button, or in the same reply?"""

    NONE = "none"
    OFFER = "offer"
    NOW = "now"


class Does(StrEnum):
    """What the program can do about a question besides answering: offer the languages, or end the tie to the case."""

    LANGUAGE = "language"
    UNBIND = "unbind"


@dataclass(frozen=True)
class Intent:
    """One question. `needs_case`: it cannot be answered before the chat is bound; `about`: the step it means.

    `follows_slot`: a step named, or spoken of just before, counts instead; `any_step`: so does one of which it is only
    asked whether it is done, even where it is. `other_steps`: what the question becomes where such a step is meant.
    `insists`: its first line stands before whatever else is said, until a person has come, and all of it is said again
    to who asks for help. `until_then`: what is said before an answer from the file, until the person has come who is
    called for it. `hears_hours`: an hour or a day alone is taken for it. `for_others`: whoever is not the buyer is
    answered this, whatever is asked. `asks_nothing`: no question is ever taken for it. `after`: by which words a short
    message is taken for it, right after the answer to a question.
    """

    id: str
    titles: Mapping[str, str]
    needs_case: bool = False
    escalate: Escalate = Escalate.NONE
    priority: Priority = Priority.P3
    about: Milestone | None = None
    follows_slot: bool = False
    any_step: bool = False
    other_steps: str | None = None
    does: Does | None = None
    insists: bool = False
    until_then: UntilThen | None = None
    hears_hours: bool = False
    for_others: bool = False
    asks_nothing: bool = False
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_urgent(self) -> bool:
        """Must a person look within minutes? Such a question goes before all others in a message."""
        return self.escalate == Escalate.NOW and self.priority == Priority.P0

    @property
    def lasts(self) -> bool:
        """Is it not undone by being settled, as a quarrel is? A death, and a lost job."""
        return self.until_then in {UntilThen.REST, UntilThen.PAPERS}
