"""Why was this said? Kept with every reply, so that any answer can be explained later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.redact import redact
from bot.matching.match import Match
from bot.matching.matcher import Matcher

# The answer to a few words about the answer before; other replies with such names answer no question.
FOLLOW_UP = "_follow_up"


@dataclass(frozen=True)
class HeardQuestion:
    """What a reply answers: the message (redacted; None unless typed), and the question it was taken for.

    `evidence` are the words that spoke for it, or the example it is like.
    """

    question: str | None = None
    intent: str | None = None
    score: float | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Account:
    """What a reply answers and what it was made of: content version, reply, answer (from 0) and the facts printed."""

    heard: HeardQuestion
    version: str
    reply: str
    answer: int
    facts: Mapping[str, str]

    @property
    def why(self) -> str:
        """What led to it in one line: the question, how sure, and the answer chosen."""
        heard = self.heard
        asked = f"{heard.intent} {heard.score:.2f} → " if heard.intent and heard.score is not None else ""
        return f"{asked}{self.reply} {self.answer + 1}"


@dataclass(frozen=True)
class Past:
    """The chat's last answer to something typed, and when it was given."""

    outbox_id: int
    at: datetime
    account: Account

    @property
    def is_answer(self) -> bool:
        """Was it an answer, rather than a word that there is none?"""
        return self.account.reply == FOLLOW_UP or not self.account.reply.startswith("_")


def heard(message: str, match: Match, matcher: Matcher) -> HeardQuestion:
    """A typed message, by its best candidate."""
    best = match.best
    if best is None:
        return HeardQuestion(redact(message))
    like = matcher.nearest(match, best.intent) if best.likeness and not best.evidence else None
    return HeardQuestion(redact(message), best.intent, best.score, best.evidence or ((f"≈ {like}",) if like else ()))
