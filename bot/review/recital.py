"""How does every reply sound in every one of these scenes, also where another would come first?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.cases.languages import LANGUAGES
from bot.cases.office import Office, Priority
from bot.cases.workdays import Calendar
from bot.dialogue.content import Content
from bot.dialogue.house import House
from bot.dialogue.intent import Escalate
from bot.dialogue.messages import Say
from bot.dialogue.promises import FURTHER
from bot.dialogue.speech import Speaker
from bot.review.scenes import Scene
from bot.wording.subject import Chosen, Manner, Untold


@dataclass(frozen=True)
class RecitalSetting:
    """The scenes, and what holds in all of them."""

    scenes: Sequence[Scene]
    office: Office
    calendar: Calendar


@dataclass(frozen=True)
class Shown:
    """A reply as it is said in one scene and language; `chosen` tells which answer it was and what it printed."""

    scene: Scene
    language: str
    say: Say
    chosen: Chosen


Speakers = Sequence[tuple[Scene, Speaker]]


def speakers_on(stage: RecitalSetting, content: Content) -> Speakers:
    """Whoever may say a reply: a speaker of each language in each scene."""
    house = House(content, stage.office, stage.calendar, next(iter(LANGUAGES)))
    return [(scene, Speaker(house, scene.situation, language)) for scene in stage.scenes for language in LANGUAGES]


def recite(reply: str, manners: Sequence[Manner], speakers: Speakers) -> Iterator[Shown]:
    """One reply, said by all of them in each manner of asking: also where another would come first, as _stale does.

    And once more by whoever has told the case already, where it has words for that.
    """
    for scene, speaker in speakers:
        for manner in manners:
            yield _shown(replace(speaker, manner=manner), reply, replace(scene, manner=manner))
        if scene.may_be_told and speaker.house.content.replies[reply].is_for(Untold.FURTHER):
            yield _shown(replace(speaker, passes_on=FURTHER), reply, scene)


def _shown(speaker: Speaker, reply: str, scene: Scene) -> Shown:
    intent = speaker.house.content.intents.get(reply)
    if intent is None:
        spoken = speaker.say(reply, Priority.P2)
    else:
        spoken = speaker.say(reply, intent.priority, intent.about, offer_person=intent.escalate == Escalate.OFFER)
    return Shown(scene, speaker.language, spoken.says[0], spoken.chosen)
