"""Where does an answer fall short of what the editors meant to say?"""

from collections.abc import Iterator
from enum import StrEnum

from bot.dialogue.house import House
from bot.review.scenes import Exhibit


class Gap(StrEnum):
    """Saying it failed; only the last resort was left; or a fitting answer lacked a fact that it prints."""

    BROKEN = "broken"
    LAST_RESORT = "last_resort"
    FACT_MISSING = "fact_missing"


class Standard(StrEnum):
    """How well an answer fits: written for this state, general for all, the last resort, or none from this file."""

    WRITTEN = "written"
    GENERAL = "general"
    LAST_RESORT = "last_resort"
    NONE = "none"


def gaps(said: Exhibit, house: House) -> Iterator[Gap]:
    """What is wrong with a cell; the notices that go before all answers (`_stale` and its like) are never wrong."""
    if said.chosen is None:
        yield Gap.BROKEN
    elif said.chosen.reply == said.reply:
        if said.scene.may_be_told and standard(said, house) == Standard.LAST_RESORT:
            yield Gap.LAST_RESORT
        if said.chosen.lacked:
            yield Gap.FACT_MISSING


def standard(said: Exhibit, house: House) -> Standard:
    """How well the answer fits the scene."""
    if said.chosen is None or said.chosen.reply != said.reply:
        return Standard.NONE
    answers = house.content.replies[said.reply].answers
    if answers[said.chosen.answer].is_of_case:
        return Standard.WRITTEN
    return Standard.LAST_RESORT if any(answer.is_of_case for answer in answers) else Standard.GENERAL
