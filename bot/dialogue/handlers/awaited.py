"""What does a message add to what a person was called for?"""

from dataclasses import replace

from bot.dialogue.context.awaiting import for_the_person, is_warned_of
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.following import go_on
from bot.dialogue.handlers.owning_up import own_up
from bot.dialogue.handlers.passing import is_idle, pass_on
from bot.dialogue.intent import Escalate, Intent
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker
from bot.matching.understanding import Understanding


def add_for_the_awaited(understood: Understanding, situation: Situation, speaker: Speaker) -> Decision | None:
    """More for who is awaited. Unless that is for a danger, what goes on about the last answer is answered."""
    question = for_the_person(understood, situation, speaker.content)
    if question is None:
        return None
    if question.escalate == Escalate.NOW:
        return _pass_more(question, understood, situation, speaker)
    answered = own_up(understood, situation, speaker) or go_on(understood, situation, speaker)
    return answered or _pass_more(question, understood, situation, speaker)


def _pass_more(intent: Intent, understood: Understanding, situation: Situation, speaker: Speaker) -> Decision:
    """More about what a person was called for: what insists or was warned of is said again, all else is passed on.

    The half hour goes on as it was, or nobody would ever get out of it.
    """
    is_over = intent.id == situation.chat.called_off
    if not is_over and (intent.insists or is_warned_of(understood, intent)):
        chat = replace(situation.chat, misses=0)
        spoken = speaker.insist() or replace(speaker, passes_on=intent.id).answer(intent, intent.about)
        if not is_idle(spoken, situation):
            return decided(Outcome.HANDOFF, chat, speaker, spoken, understood)
    return pass_on(understood, situation, speaker)
