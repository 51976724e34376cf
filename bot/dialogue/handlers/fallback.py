"""What is said where nothing is understood, or several things may be meant?"""

from dataclasses import replace

from bot.dialogue.context.last_answer import is_after_answer
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.intent import HUMAN
from bot.dialogue.speech import Speaker
from bot.matching.understanding import Understanding

# In turn, so that nobody reads the same thing three times running; the second one offers a person.
_FALLBACKS = ("_fallback", "_fallback_person", "_fallback_again")


def clarify(intents: list[str], speaker: Speaker, understood: Understanding) -> Decision:
    """Up to three meanings as buttons, and beside them the way to a person."""
    buttons = tuple(speaker.button(intent) for intent in dict.fromkeys([*intents, HUMAN]))
    spoken = speaker.say("_clarify", buttons=buttons)
    return decided(Outcome.CLARIFY, speaker.situation.chat, speaker, spoken, understood)


def miss(speaker: Speaker, understood: Understanding | None = None) -> Decision:
    """Nothing is understood; right after an answer a person is offered at once."""
    situation = speaker.situation
    misses = situation.chat.misses
    reply = _FALLBACKS[misses] if misses < len(_FALLBACKS) else _FALLBACKS[2 - misses % 2]
    if not misses and is_after_answer(situation, speaker.content):
        reply = "_fallback_further"
    chat = replace(situation.chat, misses=misses + 1)
    return decided(Outcome.FALLBACK, chat, speaker, speaker.say(reply), understood)
