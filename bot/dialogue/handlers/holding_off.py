"""What is said to who would sign or pay before the person who was called has answered?"""

from dataclasses import replace

from bot.dialogue.context.awaited import for_the_person
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.relay import pass_on
from bot.dialogue.intent import HUMAN
from bot.dialogue.readers.going_on import hides
from bot.dialogue.readers.hand_in import names_papers
from bot.dialogue.readers.manner import asks_to_come
from bot.dialogue.readers.what_to_do import is_of_signing, is_whether, means_to
from bot.dialogue.readers.when import said_when
from bot.dialogue.speech import Speaker
from bot.matching.understanding import Understanding
from bot.wording.subject import UntilThen, Untold

_HOLD_OFF, _HOLD_PAPERS = "_hold_off", "_hold_papers"


def hold_off(understood: Understanding, speaker: Speaker) -> Decision | None:
    """那我签不签, "fine, i'll sign it then", where nothing is to be paid or signed yet: not now.

    It names the agreed hour. Where none is, what names a day and is known by a rule is answered from the file, behind
    the line that says so.
    """
    situation = speaker.situation
    words = situation.words
    if not speaker.alarms.halts:
        return None
    if names_papers(words):
        return _hold_papers(understood, speaker)
    is_of_a_day = _names_a_day(speaker)
    is_known = any(match.fired for match in understood.asked)
    # To who mourns, the file tells the day, behind the line that nothing needs to be done.
    is_in_mourning = speaker.alarms.until_then == UntilThen.REST
    is_of_the_file = is_known and is_of_a_day and (is_in_mourning or not situation.agreed)
    is_to_act = (is_whether(words) or means_to(words)) and not is_of_the_file
    is_to_go = asks_to_come(words) and situation.agreed and (is_of_a_day or not is_known) and not is_in_mourning
    if not (is_to_act or is_to_go) or _is_answered(understood, speaker):
        return None
    return _say(_HOLD_OFF, understood, speaker)


def _hold_papers(understood: Understanding, speaker: Speaker) -> Decision | None:
    """收入证明还交不交, after a lost job: all papers but that of the income; none that is not true."""
    is_held = speaker.alarms.until_then == UntilThen.PAPERS and not hides(speaker.situation.words)
    return _say(_HOLD_PAPERS, understood, speaker) if is_held else None


def _say(reply: str, understood: Understanding, speaker: Speaker) -> Decision:
    """It is said once; after that it is only passed on."""
    spoken = speaker.say_as_promised(reply)
    if speaker.situation.was_just_said(spoken.says):
        return pass_on(understood, speaker)
    return decided(Outcome.ANSWER, replace(speaker.situation.chat, misses=0), speaker, spoken, understood)


def _is_answered(understood: Understanding, speaker: Speaker) -> bool:
    """Does a grave matter have an answer of its own? A new one does, and a warning, of money, or who knows more.

    Whether to pay is like a danger of money, whatever is to be paid: a likeness is none.
    """
    known = {match.intent for match in understood.asked if match.fired} - {HUMAN, *speaker.situation.promised}
    if known & speaker.content.matcher.tiers.grave:
        return True
    if speaker.alarms.warned:
        return not is_of_signing(speaker.situation.words)
    question = for_the_person(understood, speaker.situation, speaker.content)
    if question is None or question.until_then is None:
        return False
    return speaker.content.replies[question.id].is_for(Untold.FURTHER)


def _names_a_day(speaker: Speaker) -> bool:
    said = said_when(speaker.situation.words, speaker.situation.today)
    return said is None or said.on is not None
