"""What was answered last, and how does a message stand to it?"""

from dataclasses import replace

from bot.dialogue.content import Content
from bot.dialogue.context.lengths import SHORT
from bot.dialogue.situation import Situation
from bot.matching.clauses import asks
from bot.matching.match import Match, Verdict
from bot.matching.script import even
from bot.matching.understanding import Understanding
from bot.wording.mentions import mentions


def doubts(match: Match, content: Content) -> bool:
    """Does it seem to say yes or no, and is put as a question?"""
    seems = match.best is not None and match.verdict == Verdict.SURE and content.intents[match.best.intent].asks_nothing
    return seems and asks(match.message)


def of_the_last(understood: Understanding, situation: Situation) -> Understanding:
    """The same, taken for more about the question that was answered last."""
    last = situation.chat.last_intent
    return replace(understood, asked=(understood.whole.led_by(last),)) if last else understood


def is_after_answer(situation: Situation, content: Content) -> bool:
    """Was a question of ours answered a moment ago?"""
    chat = situation.chat
    last = chat.last_intent if chat.is_fresh(situation.now) else None
    return last in content.intents and last not in content.matcher.tiers.asides


def said_after(match: Match, situation: Situation, content: Content) -> Match | None:
    """能延期吗, "hers too", right after an answer: what its words mean there, wherever editors have written them."""
    last = situation.chat.last_intent
    if last is None or match.telling_units > SHORT or not is_after_answer(situation, content):
        return None
    said = even(match.message)
    meant = (intent.id for intent in content.intents.values() if mentions(said, intent.after.get(last, ())))
    return next((match.led_by(intent) for intent in meant), None)
