"""What was said in a chat a moment ago?"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.dialogue.account import Past
from bot.dialogue.messages import FRESH
from bot.turns.scribe import Scribe
from bot.wording.facts import ENGLISH

# A story is told in so many messages, within this time.
_A_STORY, _TOLD_WITHIN = 4, timedelta(minutes=10)
# So many replies may have stood between a question's answer and what is asked on about it.
_MOST_REPLIES = 6


def lately(scribe: Scribe, chat_id: int) -> tuple[str, ...]:
    """What was typed just before, as far as it may be of one story with what is typed now; oldest first."""
    asked = scribe.records.said.questions(_A_STORY - 1, scribe.now - _TOLD_WITHIN, chat_id)
    return tuple(question.text for question in asked)


def replies(scribe: Scribe, chat_id: int) -> Sequence[Past]:
    """The last ones, oldest first."""
    return [reply.past for reply in scribe.records.said.latest(chat_id, _MOST_REPLIES)]


def replied(past: Sequence[Past]) -> frozenset[str]:
    """The names of the last two replies: a line that is said before another is among them."""
    return frozenset(reply.account.reply for reply in past[-2:])


def told(past: Sequence[Past], scribe: Scribe) -> frozenset[str]:
    """The facts that were told in answer to the last message with a question, and since (English names)."""
    content = scribe.house.content
    questions, facts = content.intents.keys() - content.matcher.tiers.asides, set[str]()
    answered_at: datetime | None = None
    for reply in reversed(past):
        if scribe.now - reply.at > FRESH or (answered_at and reply.at != answered_at):
            break
        facts |= {ENGLISH[name] for name in reply.account.facts if name in ENGLISH}
        answered_at = reply.at if reply.account.reply in questions else answered_at
    return frozenset(facts)
