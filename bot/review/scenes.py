"""What would be said to everybody, about everything? Every reply in every state of some sample cases."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice

from bot.cases.case import Case
from bot.cases.milestones import Role
from bot.cases.process import Process
from bot.cases.progress import Standing, stand
from bot.cases.workdays import Calendar
from bot.dialogue.house import House
from bot.dialogue.messages import Button, Chat, Incoming, Kind, Say
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker
from bot.dialogue.taps import LANGUAGE
from bot.wording.subject import PLAIN, Chosen, Manner
from bot.wording.told_days import EVERY_FACT

STRANGER = "stranger"
_LONG_AGO = timedelta(days=30)
_A_WHILE_AGO = timedelta(hours=1)
# These only make sense with questions to choose from.
_OFFERING = {"_clarify", "_more"}
_OFFERS = 2


class Omission(StrEnum):
    """How a scene differs from the sample case as it is on file."""

    STALE = "stale"
    NO_LOAN = "no_loan"
    NO_SIGN_BY = "no_sign_by"
    NO_NEXT_CHECK = "no_next_check"
    NO_PLACE = "no_place"
    NO_OUTCOME = "no_outcome"
    NO_ADVISOR = "no_advisor"


_OMISSIONS: Mapping[Omission, Callable[[Case], Case]] = {
    Omission.STALE: lambda case: replace(case, checked_at=case.checked_at - _LONG_AGO),
    Omission.NO_LOAN: lambda case: replace(case, loan=None),
    Omission.NO_SIGN_BY: lambda case: replace(case, contract=replace(case.contract, sign_by=None)),
    Omission.NO_NEXT_CHECK: lambda case: replace(
        case, blockers=tuple(replace(entry, next_check=None) for entry in case.blockers)
    ),
    Omission.NO_PLACE: lambda case: replace(
        case, appointments=tuple(replace(entry, place_zh=None, place_en=None) for entry in case.appointments)
    ),
    # The agreed hour has come, and nobody has noted how it went.
    Omission.NO_OUTCOME: lambda case: replace(
        case, appointments=tuple(replace(entry, at=case.checked_at - _A_WHILE_AGO) for entry in case.appointments)
    ),
    Omission.NO_ADVISOR: lambda case: replace(case, advisor=""),
}


@dataclass(frozen=True)
class Scene:
    """Somebody asks at one moment in some manner: a case's verified buyer, or (without `standing`) a stranger."""

    name: str
    now: datetime
    standing: Standing | None = None
    omission: Omission | None = None
    manner: Manner = PLAIN

    @property
    def is_usual(self) -> bool:
        """Is nothing left out, and the question put plainly?"""
        return self.omission is None and self.manner == PLAIN

    @property
    def may_be_told(self) -> bool:
        """Is there a case to speak of, neither too old nor contradictory?"""
        return self.standing is not None and self.standing.may_be_told

    @property
    def situation(self) -> Situation:
        """That in which its buyer asks: the chat is bound to the case; a stranger's to nothing."""
        case = self.standing.case if self.standing else None
        chat = Chat(0, case_ref=case.ref, role=Role.BUYER) if case else Chat(0)
        return Situation(Incoming(0, chat.id, Kind.TEXT), chat, self.now, self.standing, told=EVERY_FACT)


@dataclass(frozen=True)
class Exhibit:
    """What is said to one question in one scene and language; `trouble` instead where saying it failed."""

    reply: str
    scene: Scene
    language: str
    message: Say | None = None
    chosen: Chosen | None = None
    trouble: str = ""


def scenes(cases: Iterable[tuple[Case, datetime]], process: Process, calendar: Calendar) -> Iterator[Scene]:
    """A stranger; each case at its moment; and each with one thing on file left out, the first one also stale."""
    for place, (case, now) in enumerate(cases):
        if place == 0:
            yield Scene(STRANGER, now)
        if case.verified_buyer is None:
            yield Scene(case.ref, now)
            continue
        yield Scene(case.ref, now, stand(case, process, calendar, now))
        for change, changed in ((change, make(case)) for change, make in _OMISSIONS.items()):
            if changed != case and (change != Omission.STALE or place == 0):
                yield Scene(case.ref, now, stand(changed, process, calendar, now), change)


def said(reply: str, scene: Scene, language: str, house: House) -> Exhibit:
    """A reply as it would be said: a question's from the case if it may be spoken of, any other just so."""
    intent = house.content.intents.get(reply)
    speaker = Speaker(house, scene.situation, language, manner=scene.manner)
    try:
        spoken = (
            speaker.answer(intent, intent.about) if intent else speaker.say(reply, buttons=_buttons(reply, speaker))
        )
    except LookupError as trouble:
        return Exhibit(reply, scene, language, trouble=f"{type(trouble).__name__}: {trouble}")
    return Exhibit(reply, scene, language, spoken.says[0], spoken.chosen)


def _buttons(reply: str, speaker: Speaker) -> tuple[Button, ...]:
    """What the conversation would put under a reply that belongs to no question."""
    if reply in _OFFERING:
        return tuple(speaker.button(intent) for intent in islice(speaker.house.content.intents, _OFFERS))
    return speaker.languages() if reply == f"_{LANGUAGE}" else ()
