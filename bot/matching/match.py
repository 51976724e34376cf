"""What is made of a message: which questions it may ask, how surely, and why?"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from bot.matching.examples import Likeness
from bot.matching.hearing import Heard
from bot.matching.rules import Fired
from bot.matching.said import Found, Said
from bot.matching.slots import Slots
from bot.matching.text import Utterance


class Verdict(StrEnum):
    """What the scores allow: one answer, a choice, or nothing."""

    SURE = "sure"
    UNSURE = "unsure"
    NOTHING = "nothing"


class Alarm(StrEnum):
    """Who says that a person must come at once?"""

    RULE = "rule"
    EXAMPLES = "examples"


class Candidate(NamedTuple):
    """An intent with its score (0–1), the best rule and example for it, and the evidence in words."""

    intent: str
    score: float
    fired: Fired | None
    likeness: Likeness | None

    @property
    def evidence(self) -> tuple[str, ...]:
        """The words that made its rule hold."""
        return (
            tuple(entry.text + ("（音近）" if entry.by_sound else "") for entry in self.fired.words)
            if self.fired
            else ()
        )


@dataclass(frozen=True)
class Match:
    """A message understood: candidates stand best first; `alarm`: the best of them must not wait.

    `is_doubted`: it may be none of our matters, however well its words fit one. `is_filed`: an editor has filed these
    very words.
    """

    heard: Heard
    slots: Slots
    candidates: tuple[Candidate, ...]
    verdict: Verdict
    margin: float
    alarm: Alarm | None = None
    is_doubted: bool = False
    is_filed: bool = False

    @property
    def utterance(self) -> Utterance:
        """The message as it was read."""
        return self.heard.utterance

    @property
    def said(self) -> Said:
        """The words in it, weighed."""
        return self.heard.said

    @property
    def found(self) -> tuple[Found, ...]:
        """The words of the lexicon in it."""
        return self.said.found

    @property
    def telling_units(self) -> int:
        """How many units are more than common words."""
        return self.said.heavy.bit_count()

    @property
    def other_units(self) -> int:
        """How many of these name neither a step nor a person."""
        return (self.said.heavy & ~self.slots.units).bit_count()

    @property
    def intent(self) -> str:
        """The likeliest intent, sure or not; blank where there is none."""
        return self.best.intent if self.best else ""

    @property
    def answer(self) -> str | None:
        """The intent that is surely meant."""
        return self.best.intent if self.best and self.verdict == Verdict.SURE else None

    @property
    def best(self) -> Candidate | None:
        """The leading candidate."""
        return self.candidates[0] if self.candidates else None

    @property
    def fired(self) -> Fired | None:
        """The rule that knows what is asked; None where nothing but a likeness speaks for it."""
        return self.best.fired if self.best else None

    @property
    def message(self) -> str:
        """What was typed."""
        return self.utterance.original

    def led_by(self, intent: str) -> "Match":
        """The same with this intent in front, as what is surely meant, and nothing else: no alarm, and no doubt."""
        own = next((entry for entry in self.candidates if entry.intent == intent), Candidate(intent, 1.0, None, None))
        others = [entry for entry in self.candidates if entry.intent != intent]
        sure = replace(self, candidates=(own._replace(score=1.0), *others), verdict=Verdict.SURE)
        return replace(sure, margin=1.0, alarm=None, is_doubted=False)
