"""What is said to who would sign or pay before the person who was called has answered?"""

from dataclasses import replace

from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.relay import pass_on
from bot.dialogue.readers.hand_in import names_papers
from bot.dialogue.readers.manner import asks_to_come
from bot.dialogue.readers.what_to_do import is_whether, means_to
from bot.dialogue.readers.when import said_when
from bot.dialogue.speech import Speaker
from bot.matching.understanding import Understanding

_HOLD_OFF = "_hold_off"


def hold_off(understood: Understanding, speaker: Speaker) -> Decision | None:
    """那我签不签, "fine, i'll sign it then", where nothing is to be paid or signed yet: not now.

    What names a day and is known by a rule is answered from the file, behind the line that says so; whether to go at
    all is of the agreed day.
    """
    situation = speaker.situation
    words = situation.words
    # What insists is said again instead.
    if not speaker.alarms.halts or speaker.alarms.warned or names_papers(words):
        return None
    is_known = any(match.fired for match in understood.asked)
    is_to_act = (is_whether(words) or means_to(words)) and not (is_known and _names_a_day(speaker))
    is_to_go = asks_to_come(words) and situation.agreed and not is_known
    called = {match.intent for match in understood.asked} - situation.promised.keys()
    if not (is_to_act or is_to_go) or called & speaker.content.matcher.tiers.grave:
        return None
    spoken = speaker.say_as_promised(_HOLD_OFF)
    if situation.was_just_said(spoken.says):
        return pass_on(understood, speaker)
    return decided(Outcome.ANSWER, replace(situation.chat, misses=0), speaker, spoken, understood)


def _names_a_day(speaker: Speaker) -> bool:
    said = said_when(speaker.situation.words, speaker.situation.today)
    return said is None or said.on is not None
