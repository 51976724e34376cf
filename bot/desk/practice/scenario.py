"""What does a scripted buyer write, and what would a good advisor do about it?"""

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.cases.case import CHINA
from bot.cases.milestones import Milestone, Role
from bot.cases.office import Priority
from bot.cases.progress import Standing
from bot.desk.practice.words import Words
from bot.dialogue.house import House
from bot.wording.facts import BY_NAME
from bot.wording.replies import Reply
from bot.wording.subject import Subject


class Move(StrEnum):
    """What an advisor does besides writing: keep the chat, call in the duty lead, note a change, hand back."""

    REPLY = "reply"
    CLAIM = "claim"
    NOTE = "note"
    RETURN = "return"


@dataclass(frozen=True)
class NextStep:
    """Who does the next thing, and the fact (by its English name) that says when."""

    who: Role
    when: str


@dataclass(frozen=True)
class ScenarioTurn:
    """One message of the buyer, and what is expected of the answer, by language where it is words.

    `facts` are English names of facts. Of each entry of `says` one phrase must occur; of `never`, none may.
    `tells_status`: the answer has to say how fresh it is. `about`: the step that facts may ask about.
    """

    buyer: Mapping[str, str]
    move: Move
    reply: Reply
    next_step: NextStep | None = None
    facts: tuple[str, ...] = ()
    says: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    never: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tells_status: bool = False
    priority: Priority = Priority.P2
    about: Milestone | None = None


@dataclass(frozen=True)
class Scenario:
    """One conversation to practise: the sample case at its moment, who the buyer is, and the turns."""

    id: str
    titles: Mapping[str, str]
    who: Mapping[str, str]
    standing: Standing
    turns: tuple[ScenarioTurn, ...]

    @property
    def buyer(self) -> str:
        """How the buyer is called."""
        party = self.standing.case.party(Role.BUYER)
        return party.name if party else ""


@dataclass(frozen=True)
class Practice:
    """All scenarios by their names, in order, the house that they are played in, and the word lists by language."""

    scenarios: Mapping[str, Scenario]
    house: House
    words: Mapping[str, Words]


@dataclass(frozen=True)
class Exercise:
    """One turn in one language, with everything that can be said about its case, and the words to look for."""

    house: House
    standing: Standing
    turn: ScenarioTurn
    language: str
    words: Words

    @property
    def today(self) -> date:
        """The day of the scene, in China."""
        return self.standing.today

    def fact(self, name: str) -> str | None:
        """A fact by its English name; None where the case does not know it."""
        return BY_NAME["en"][name].say(self._subject)

    @property
    def reference(self) -> str:
        """The reference reply; raises NothingFits where it uses a fact that the case does not know."""
        return html.unescape(self.turn.reply.choose(self._subject, self.house.content.pieces).text)

    def role(self, role: Role) -> str:
        """What somebody is called."""
        return self.house.content.names.say("roles", role, self.language)

    @property
    def _subject(self) -> Subject:
        """As in a chat: of a file that is too old or contradicts itself nothing is told."""
        case, now = self.standing.case, self.standing.now.astimezone(CHINA)
        party = case.party(Role.BUYER)
        return Subject(
            now=now,
            language=self.language,
            names=self.house.content.names,
            reply_by=self.house.office.reply_by(self.turn.priority, self.house.calendar, now),
            standing=self.standing if self.standing.may_be_told else None,
            about=self.turn.about,
            buyer=party.name if party else None,
            advisor=case.advisor,
            checked_at=case.checked_at,
            office=self.house.office,
            calendar=self.house.calendar,
        )
