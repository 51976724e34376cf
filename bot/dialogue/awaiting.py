"""Is a message rather for the person who was promised a moment ago than a question of its own?"""

from bot.dialogue.context import is_fresh
from bot.dialogue.messages import Chat
from bot.dialogue.situation import Content, Situation
from bot.matching.clauses import asks
from bot.matching.match import Alarm, Candidate
from bot.matching.tiers import Tiers
from bot.matching.understanding import Understanding


def awaited(situation: Situation) -> str | None:
    """The question for which the chat was promised a person's answer just now, and has not got it."""
    chat: Chat = situation.chat
    is_awaited = chat.last_intent in situation.promised and is_fresh(chat, situation.now)
    return chat.last_intent if is_awaited else None


def is_for_the_person(understood: Understanding, question: str, content: Content) -> bool:
    """What no rule knows as another matter goes on about this one; of danger all does that asks nothing else."""
    if not understood.asked:
        return True
    tiers, match = content.matcher.tiers, understood.asked[0]
    if match.best is None or len(understood.asked) > 1:
        return False
    if question in tiers.urgent:
        return not _asks_else(match.best, tiers, match.utterance.original)
    is_guessed = match.best.fired is None
    return is_guessed and (match.alarm == Alarm.EXAMPLES or match.best.intent in tiers.asides)


def _asks_else(best: Candidate, tiers: Tiers, message: str) -> bool:
    """Is it surely another question? To be thanked, or told that all is well, ends no danger."""
    return best.fired is not None and best.intent not in tiers.asides and (asks(message) or best.intent in tiers.urgent)
