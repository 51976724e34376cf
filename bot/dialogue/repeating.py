"""Would the bot say word for word what it has said just now, though the buyer has asked something more?"""

from bot.dialogue.context import is_fresh
from bot.dialogue.intent import Escalate, Intent
from bot.dialogue.messages import OpenTicket
from bot.dialogue.situation import Content, Decision, Situation
from bot.dialogue.unmatched import asks_again

FURTHER = "_further"


def says_again(decision: Decision, situation: Situation, content: Content) -> bool:
    """What was added is then not answered: only who asks the same again may read the same again."""
    past, chosen = situation.past, decision.chosen
    intent = content.intents.get(chosen.reply) if chosen else None
    if past is None or chosen is None or intent is None or not _is_of_the_case(intent, content):
        return False
    is_same = [say.text for say in decision.says] == [situation.last_said.text if situation.last_said else None]
    # Once that was passed on, the words before it would still be the same.
    goes_on = FURTHER in situation.promised and intent.id == situation.chat.last_intent
    is_fresh_still = is_fresh(situation.chat, situation.now)
    return (is_same or goes_on) and is_fresh_still and not asks_again(situation.incoming.words, past)


def is_promised(decision: Decision) -> bool:
    """Does it promise a person's answer?"""
    return any(isinstance(action, OpenTicket) for action in decision.actions)


def _is_of_the_case(intent: Intent, content: Content) -> bool:
    """Talk beside the matter may be the same; what calls a person at once has been called for."""
    return intent.escalate != Escalate.NOW and intent.id not in content.matcher.tiers.asides
