"""What is said to who asks what follows if that which is waited for comes on a day?"""

from dataclasses import replace
from datetime import date

from bot.cases.milestones import Milestone, Role
from bot.cases.progress import Standing
from bot.dialogue.context.gravity import calls_a_person
from bot.dialogue.decision import Decision
from bot.dialogue.handlers.answering import answered
from bot.dialogue.intent import STATUS
from bot.dialogue.readers.what_if import day_it_may_come
from bot.dialogue.speech import Speaker
from bot.matching.understanding import Understanding

_WHAT_IF = "_what_if"
_SIGNING = {Milestone.ONLINE_SIGN, Milestone.SIGN_BOOKED}
# Once who signs is ready they may sign the next day; the usual times are those of offices and banks.
_THEMSELVES = {Role.BUYER, Role.SELLER, Role.CO_SELLER}


def work_it_out(understood: Understanding, speaker: Speaker) -> Decision | None:
    """核验20号才出来，来得及吗: when the signing would be, and whether the contract leaves time for it."""
    situation, content = speaker.situation, speaker.content
    standing = situation.standing
    on = day_it_may_come(situation.words, situation.today)
    if on is None or standing is None or not situation.may_be_told or situation.is_for_people:
        return None
    awaited = _in_the_way(standing, on)
    if awaited is None or not _is_of_it(understood, awaited) or calls_a_person(understood, content):
        return None
    spoken = replace(speaker, manner=replace(speaker.manner, named=on)).say(_WHAT_IF, about=Milestone.ONLINE_SIGN)
    return answered((content.intents[STATUS],), Milestone.ONLINE_SIGN, speaker, (spoken,), understood)


def _in_the_way(standing: Standing, on: date) -> Milestone | None:
    """The step that keeps the signing waiting, if it is an office's and none is booked that could still take place."""
    blocker, booked = standing.blocker, standing.booked(Milestone.ONLINE_SIGN)
    if blocker is None or blocker.owner in _THEMSELVES or standing.is_signed:
        return None
    is_open = booked is None or (blocker.milestone == booked.milestone and booked.day < on)
    return blocker.milestone if is_open else None


def _is_of_it(understood: Understanding, awaited: Milestone) -> bool:
    """Is no other step named than the one that is in the way?"""
    return set(understood.whole.slots.milestones) <= {awaited, *_SIGNING}
