"""What is said to who would sign or pay before the person who was called has answered?"""

from dataclasses import replace

from bot.dialogue.context.gravity import calls_a_person
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.relay import pass_on
from bot.dialogue.readers.hand_in import names_papers
from bot.dialogue.readers.what_to_do import is_whether, means_to
from bot.dialogue.readers.when import said_when
from bot.dialogue.speech import Speaker
from bot.matching.understanding import Understanding

_HOLD_OFF = "_hold_off"


def hold_off(understood: Understanding, speaker: Speaker) -> Decision | None:
    """那我签不签, "fine, i'll sign it then", where nothing is to be paid or signed yet: not now.

    What names a day is asked of the file, and answered from it behind the line that says so.
    """
    situation = speaker.situation
    is_to_act = is_whether(situation.words) or means_to(situation.words)
    if not (is_to_act and speaker.alarms.halts) or names_papers(situation.words) or _names_a_day(speaker):
        return None
    if calls_a_person(understood, speaker.content):
        return None
    spoken = replace(speaker, situation=situation.promising(_HOLD_OFF)).say(_HOLD_OFF)
    if situation.was_just_said(spoken.says):
        return pass_on(understood, speaker)
    return decided(Outcome.ANSWER, replace(situation.chat, misses=0), speaker, spoken, understood)


def _names_a_day(speaker: Speaker) -> bool:
    said = said_when(speaker.situation.words, speaker.situation.today)
    return said is None or said.on is not None
