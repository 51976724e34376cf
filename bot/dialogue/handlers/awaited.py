"""What does a message add to what a person was called for?"""

from dataclasses import replace

from bot.dialogue.context.awaited import for_the_person, is_warned_of
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.relay import is_idle, pass_on
from bot.dialogue.intent import Escalate, Intent
from bot.dialogue.speech import Speaker
from bot.matching.understanding import Understanding


def warn_again(understood: Understanding, speaker: Speaker) -> Decision | None:
    """More about what a person was called for at once; before anything else that it may be."""
    question = for_the_person(understood, speaker.situation, speaker.content)
    is_grave = question is not None and question.escalate == Escalate.NOW
    return _pass_more(question, understood, speaker) if question and is_grave else None


def add_for_the_awaited(understood: Understanding, speaker: Speaker) -> Decision | None:
    """More for a person who is awaited for less, and nothing about the last answer."""
    question = for_the_person(understood, speaker.situation, speaker.content)
    return _pass_more(question, understood, speaker) if question else None


def _pass_more(intent: Intent, understood: Understanding, speaker: Speaker) -> Decision:
    """More about what a person was called for: what insists or was warned of is said again, all else is passed on.

    The half hour goes on as it was, or nobody would ever get out of it.
    """
    situation = speaker.situation
    if not speaker.alarms.is_off(intent.id) and (intent.insists or is_warned_of(understood, intent, speaker.content)):
        chat = replace(situation.chat, misses=0)
        own = intent if intent.is_urgent and speaker.alarms.awaits(intent.id) else None
        spoken = speaker.insist(own) or replace(speaker, passes_on=intent.id).answer(intent, intent.about)
        is_repeated = is_idle(spoken, understood, speaker) if intent.insists else situation.was_just_said(spoken.says)
        if not is_repeated:
            return decided(Outcome.HANDOFF, chat, speaker, spoken, understood)
    return pass_on(understood, speaker)
