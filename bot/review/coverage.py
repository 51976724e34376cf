"""Which questions have an answer of their own at which step of a purchase, and in which language?"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.cases.languages import LANGUAGES
from bot.cases.milestones import Milestone
from bot.dialogue.house import House
from bot.review.gaps import Standard, standard
from bot.review.scenes import Scene, said

_BEST_FIRST = {found: place for place, found in enumerate(Standard)}


@dataclass(frozen=True)
class Cell:
    """The best answer that a question gets at a step (None: all is over) in a language."""

    intent: str
    milestone: Milestone | None
    language: str
    standard: Standard


def covered(intent: str, scenes: Iterable[Scene], house: House) -> list[Cell]:
    """The cells of one question, for all steps at which one of the scenes stands and may be spoken of."""
    found: dict[tuple[Milestone | None, str], Standard] = {}
    for scene in scenes:
        if scene.standing is None or not scene.may_be_told:
            continue
        for language in LANGUAGES:
            place = scene.standing.current, language
            now = standard(said(intent, scene, language, house), house)
            found[place] = min(found.get(place, now), now, key=_BEST_FIRST.__getitem__)
    return [Cell(intent, milestone, language, best) for (milestone, language), best in found.items()]


def totals(cells: Iterable[Cell]) -> Mapping[Standard, int]:
    """How many cells are of each kind."""
    counted = Counter(cell.standard for cell in cells)
    return {found: counted[found] for found in Standard}
