"""What was decided about a message, and what led there?"""

from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.messages import Action, Say
from bot.matching.match import Match
from bot.matching.understanding import Understanding
from bot.wording.subject import Chosen


class Outcome(StrEnum):
    """What was decided, in one word."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    FALLBACK = "fallback"
    HANDOFF = "handoff"
    SILENCE = "silence"


@dataclass(frozen=True)
class Decision:
    """What is to be done, and what led there (for `ask --json`, `explain` and the audit)."""

    outcome: Outcome
    language: str
    actions: tuple[Action, ...]
    understood: Understanding | None = None
    chosen: Chosen | None = None

    @property
    def match(self) -> Match | None:
        """What led to it: the question answered first, else the message as a whole."""
        if self.understood is None:
            return None
        return self.understood.asked[0] if self.understood.asked else self.understood.whole

    @property
    def says(self) -> tuple[Say, ...]:
        """The messages to send."""
        return tuple(action for action in self.actions if isinstance(action, Say))

    @property
    def answer(self) -> tuple[Say, ...]:
        """The messages of the reply chosen, without what has to be read before them."""
        chosen = self.chosen.reply if self.chosen else None
        return tuple(say for say in self.says if say.account and say.account.reply == chosen)
