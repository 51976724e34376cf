"""Which scenes and replies do tests of the preview share? The sample cases, and replies written on the spot."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import chain

from bot.dialogue.house import House
from bot.review.recital import Shown, recite, speakers_on
from bot.review.scenes import Exhibit, Omission, Scene, said, scenes
from bot.wording.render import Template, parse
from bot.wording.replies import Answer, Reply
from tests.samples import STORY, cases, config, stage
from tests.talks import house


@cache
def every_scene() -> tuple[Scene, ...]:
    """All scenes of the sample cases."""
    return tuple(scenes([(case, STORY[ref]) for ref, case in cases().items()], config().process, config().calendar))


@cache
def recital() -> tuple[Shown, ...]:
    """Every shipped reply, said by everybody on the shipped stage."""
    content = house().content
    speakers = speakers_on(stage(), content)
    return tuple(chain.from_iterable(recite(reply, content.manners(reply), speakers) for reply in content.replies))


def scene(name: str, change: Omission | None = None) -> Scene:
    """One of them."""
    return next(scene for scene in every_scene() if (scene.name, scene.omission) == (name, change))


def answering(*answers: Answer, reply: str = "how_long") -> House:
    """The shipped house in which this question has these answers instead of its own."""
    content = house().content
    return replace(house(), content=replace(content, replies={**content.replies, reply: Reply(reply, answers)}))


def answer(zh: str, en: str, when: Mapping[str, str] | None = None) -> Answer:
    """One answer; `when` names one value for each condition."""
    wanted = {name: frozenset({value}) for name, value in (when or {}).items()}
    return Answer(wanted, {"zh": _template(zh), "en": _template(en)})


def told(ref: str, house: House, language: str = "zh") -> Exhibit:
    """What is said to how_long about a sample case."""
    return said("how_long", scene(ref), language, house)


def _template(source: str) -> Template:
    found = parse(source)
    assert isinstance(found, Template)
    return found
