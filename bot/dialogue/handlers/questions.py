"""How are the questions of a message answered, that are its own?"""

from bot.dialogue.context.repetition import says_again
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.answering import answers
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.relay import is_all_said, pass_on, what_holds
from bot.dialogue.messages import OpenTicket
from bot.dialogue.promises import FURTHER
from bot.dialogue.speech import Speaker
from bot.matching.understanding import Understanding


def answer_all(understood: Understanding, speaker: Speaker) -> Decision:
    """Each has its answer; what would only be said again is passed on."""
    decision = answers(understood, speaker)
    if says_again(decision, speaker.situation, speaker.content):
        return _pass_further(decision, understood, speaker)
    return decision


def _pass_further(decision: Decision, understood: Understanding, speaker: Speaker) -> Decision:
    """To read the same again would not help: the advisor gets what was added, by the hour promised before or now.

    What holds for everybody is said first, where the editors know something.
    """
    situation = speaker.situation
    opened = {action.reason for action in decision.actions if isinstance(action, OpenTicket)}
    reply = decision.chosen.reply if decision.chosen else FURTHER
    spoken = what_holds(reply, FURTHER, understood, speaker)
    if is_all_said(spoken, {FURTHER, *opened}, speaker):
        return pass_on(understood, speaker)
    if opened and not situation.was_just_said(decision.answer):
        return decision
    return decided(Outcome.ANSWER, situation.chat.gone_on(situation.now), speaker, spoken, understood)
