"""Would the bot say the same again, to another message?"""

from bot.dialogue.alarms import Alarms
from bot.dialogue.content import Content
from bot.dialogue.context.guesswork import is_ordinary
from bot.dialogue.context.part import asks_its_day
from bot.dialogue.decision import Decision
from bot.dialogue.intent import HUMAN, Escalate, Intent
from bot.dialogue.promises import FURTHER
from bot.dialogue.readers.named_day import named_day
from bot.dialogue.situation import Situation
from bot.dialogue.unmatched import asks_again


def says_again(decision: Decision, situation: Situation, content: Content) -> bool:
    """Would the bot say word for word what it has just said to another message, and nothing else?"""
    past, chosen, understood = situation.past, decision.chosen, decision.understood
    intent = content.intents.get(chosen.reply) if chosen else None
    # A second question has an answer of its own, or calls a person by itself.
    if situation.standing is None or understood is None or len(understood.asked) > 1 or understood.left:
        return False
    if past is None or chosen is None or intent is None:
        return False
    if _was_called_for(intent, situation, content) and not content.is_of_the_words(chosen):
        return True
    if not is_ordinary(intent, content):
        return False
    is_same = situation.was_just_said(decision.answer)
    # Once that was passed on, the words before it would still be the same.
    goes_on = FURTHER in situation.promised and intent.id == situation.chat.last_intent and not _by_a_day(situation)
    is_fresh_still = situation.chat.is_fresh(situation.now)
    if not ((is_same or goes_on) and is_fresh_still) or asks_again(situation.incoming.words, past):
        return False
    return not asks_its_day(understood.whole, content)


def _was_called_for(intent: Intent, situation: Situation, content: Content) -> bool:
    """Was it the last question, and is the person on the way who was called for it?"""
    chat = situation.chat
    is_last = intent.id == chat.last_intent and chat.is_fresh(situation.now)
    is_called = intent.escalate == Escalate.NOW and intent.id != HUMAN and Alarms(situation, content).awaits(intent.id)
    return is_called and is_last


def _by_a_day(situation: Situation) -> bool:
    """Is a day named, which the answer is held against?"""
    return named_day(situation.words, situation.today) is not None
