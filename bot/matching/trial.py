"""How would the same messages fare under other thresholds? Each is looked at once and judged as often as wanted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from bot.matching.match import Match, Verdict
from bot.matching.matcher import Matcher
from bot.matching.observation import Observation
from bot.matching.thresholds import Thresholds
from bot.matching.tiers import Tiers
from bot.matching.understanding import understand

# The reading of a message that is none of our business.
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Labelled:
    """A message and the readings that are right for it, the likeliest first: the intents that it asks together."""

    text: str
    readings: tuple[frozenset[str], ...]

    @property
    def right(self) -> frozenset[str]:
        """Every intent that may be answered."""
        return NOTHING.union(*self.readings)

    @property
    def is_ours(self) -> bool:
        """Does the likeliest reading ask anything that we know?"""
        return self.readings[0] != NOTHING


class Grade(StrEnum):
    """Right at once, the right one among the buttons, something else answered, or nothing of use."""

    CORRECT = "correct"
    ASKED = "asked"
    WRONG = "wrong"
    DECLINED = "declined"


@dataclass(frozen=True)
class Judged:
    """What became of a message: the intents answered, those on buttons, and how good that is."""

    message: Labelled
    language: str
    answered: tuple[str, ...]
    offered: tuple[str, ...]
    outcome: Grade


@dataclass(frozen=True)
class Trial:
    """A matcher that remembers what it saw, so that judging again costs next to nothing."""

    matcher: Matcher
    seen: dict[str, Observation] = field(default_factory=dict, repr=False)

    @property
    def tiers(self) -> Tiers:
        """What goes first, and what gives way."""
        return self.matcher.tiers

    def under(self, thresholds: Thresholds) -> "Trial":
        """The same memory, judged by other thresholds."""
        return Trial(self.matcher.under(thresholds), self.seen)

    def match(self, message: str) -> Match:
        """Every intent that the message may mean."""
        seen = self.seen.get(message)
        if seen is None:
            seen = self.seen[message] = self.matcher.observe(message)
        return self.matcher.judge(seen)

    def judge(self, message: Labelled) -> Judged:
        """What becomes of one message, taken apart as in a chat."""
        understood = understand(self, message.text)
        answered = tuple(match.best.intent for match in understood.asked if match.best)
        offers = self.matcher.offers(understood.whole) if understood.verdict == Verdict.UNSURE else ()
        offered = (*understood.left, *(entry.intent for entry in offers))
        language = understood.whole.utterance.language or "zh"
        return Judged(message, language, answered, offered, outcome(message, answered, offered))


def outcome(message: Labelled, answered: Iterable[str], offered: Iterable[str]) -> Grade:
    """How good it is to answer these and to offer those.

    >>> outcome(Labelled("…", (frozenset({"how_long", "human"}),)), ["how_long"], ["human"])
    <Grade.ASKED: 'asked'>
    """
    said = frozenset(answered)
    at_hand = said.union(offered)
    asking = [reading for reading in message.readings if reading]
    if not said <= message.right:
        return Grade.WRONG
    if any(reading <= said for reading in asking) or (not at_hand and NOTHING in message.readings):
        return Grade.CORRECT
    may_ask = any(reading <= at_hand for reading in asking) or NOTHING in message.readings
    return Grade.ASKED if may_ask else Grade.DECLINED
