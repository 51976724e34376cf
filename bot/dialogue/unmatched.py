"""Which messages did the content fail, so that editors can mend it?"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.dialogue.account import Past
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.redact import redact
from bot.dialogue.situation import Situation
from bot.matching.likeness import alike
from bot.matching.match import Match

# Who was answered and asks again within this time did not get what they wanted.
_AGAIN = timedelta(minutes=10)
_ALIKE = 0.5
MISUNDERSTOOD = "misunderstood"
_MOST_CANDIDATES = 3


class Miss(StrEnum):
    """How it failed: nothing was understood, we had to ask back, a thumb went down, or the buyer asked again."""

    DECLINED = "declined"
    ASKED = "asked"
    DISLIKED = "disliked"
    REASKED = "reasked"


@dataclass(frozen=True)
class Unmatched:
    """A message (redacted) that was failed; `candidates`: the likeliest intents, best first."""

    text: str
    language: str
    outcome: Miss
    candidates: tuple[str, ...]
    version: str
    outbox_id: int | None = None


_OUTCOMES = {Outcome.FALLBACK: Miss.DECLINED, Outcome.CLARIFY: Miss.ASKED}


def failed(situation: Situation, decision: Decision, version: str) -> Iterator[Unmatched]:
    """What a message shows to have failed: itself, or the answer before it."""
    if decision.understood is None or situation.held:
        return
    match, past = decision.understood.whole, situation.past
    if decision.outcome in _OUTCOMES:
        candidates = tuple(entry.intent for entry in match.candidates[:_MOST_CANDIDATES])
        text = redact(situation.incoming.words)
        yield Unmatched(text, decision.language, _OUTCOMES[decision.outcome], candidates, version)
    if past and past.is_answer and situation.now - past.at <= _AGAIN and _is_again(situation, match, past):
        yield blamed(past, Miss.REASKED, decision.language)


def blamed(past: Past, outcome: Miss, language: str) -> Unmatched:
    """An answer that was given and was no good, by the question that it was given to."""
    heard = past.account.heard
    candidates = (heard.intent,) if heard.intent else ()
    return Unmatched(heard.question or "", language, outcome, candidates, past.account.version, past.outbox_id)


def chat_hash(chat_id: int) -> str:
    """A chat's name among unmatched messages: tells chats apart without naming them."""
    return hashlib.sha256(f"unmatched {chat_id}".encode()).hexdigest()[:16]


def _is_again(situation: Situation, match: Match, past: Past) -> bool:
    is_complaint = match.intent == MISUNDERSTOOD
    return is_complaint or asks_again(situation.incoming.words, past)


def asks_again(message: str, past: Past) -> bool:
    """Is it much the same question as the one answered last?"""
    return alike(message, past.account.heard.question or "") >= _ALIKE
