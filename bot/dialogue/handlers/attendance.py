"""What is said to who asks whether to come on a day?"""

from dataclasses import replace
from datetime import date

from bot.cases.case import Appointment
from bot.dialogue.context.gravity import calls_a_person
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.answering import answered
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.forewarning import forewarned
from bot.dialogue.intent import STATUS
from bot.dialogue.readers.attendance import asks_more, day_to_come_on
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker, Spoken
from bot.matching.understanding import Understanding
from bot.wording.follow_up import FollowUp

_FREE_DAY, _BOOKED_DAY = "_free_day", "_booked_day"


def tell_of_attendance(understood: Understanding, speaker: Speaker) -> Decision | None:
    """那我周四就不用去了吧: is anything agreed for that day, or nothing?"""
    situation, content = speaker.situation, speaker.content
    on = day_to_come_on(situation.words, situation.today)
    if on is None or on < situation.today or not _may_be_told(understood, speaker):
        return None
    of_that_day = replace(speaker, manner=replace(speaker.manner, named=on, follow_up=FollowUp.GO))
    agreed = _agreed_on(on, situation)
    if agreed is None:
        spoken = of_that_day.say(_FREE_DAY)
        said = Spoken(spoken.chosen, forewarned((spoken,), speaker))
        return decided(Outcome.ANSWER, situation.chat.gone_on(situation.now), speaker, said, understood)
    if agreed.at <= situation.now or asks_more(situation.words):
        return None
    spoken = of_that_day.say(_BOOKED_DAY, about=agreed.milestone)
    return answered((content.intents[STATUS],), agreed.milestone, speaker, (spoken,), understood)


def _may_be_told(understood: Understanding, speaker: Speaker) -> bool:
    """Is the file sound, nothing grave asked beside it, and is it more than whether there is anything to do?"""
    situation, content = speaker.situation, speaker.content
    is_of_nothing = content.follow_ups.part(situation.words) == FollowUp.NOTHING
    is_sound = situation.may_be_told and not situation.is_for_people
    # Of two questions the other one has an answer of its own.
    is_alone = not any(match.fired and match.intent in content.matcher.tiers.signing for match in understood.asked[1:])
    return is_sound and is_alone and not is_of_nothing and not calls_a_person(understood, content)


def _agreed_on(day: date, situation: Situation) -> Appointment | None:
    booked = situation.standing.view.booked if situation.standing else ()
    return next((entry for entry in booked if entry.day == day), None)
