"""How many questions have an answer of their own at each step? These figures may only get better."""

from functools import cache

from bot.cases.milestones import Milestone
from bot.review.coverage import Cell, covered, totals
from bot.review.gaps import Standard
from bot.review.journey import journeys
from bot.review.scenes import Scene
from tests.exhibits import answer, answering, every_scene, scene
from tests.samples import STORY, cases, config
from tests.talks import house

REF = "C-DEMO-01"
# Raise these when answers are written; never lower them. Last measured: 48.1 % and 91.6 %.
LEAST_WRITTEN = 0.47
LEAST_WRITTEN_OR_GENERAL = 0.91
BOOKED = answer("在{{ 签约地点 }}", "at {{ signing_place }}", {"state": "booked"})
LAST = answer("不知道", "no idea")


@cache
def shipped() -> tuple[Cell, ...]:
    """All cells of the shipped content, as `signpost coverage` counts them."""
    walked = journeys(cases()[REF], config().process, config().calendar, STORY[REF])
    scenes = [one for one in every_scene() if one.omission is None]
    scenes += [Scene(REF, STORY[REF], standing) for standing in walked]
    return tuple(cell for intent in house().content.intents for cell in covered(intent, scenes, house()))


def share(*standards: Standard) -> float:
    return sum(totals(shipped())[found] for found in standards) / len(shipped())


def test_no_question_is_left_without_an_answer_at_any_step() -> None:
    assert [cell for cell in shipped() if cell.standard == Standard.NONE] == []


def test_answers_written_for_their_state_do_not_get_fewer() -> None:
    assert share(Standard.WRITTEN) >= LEAST_WRITTEN


def test_last_resorts_do_not_get_more() -> None:
    assert share(Standard.WRITTEN, Standard.GENERAL) >= LEAST_WRITTEN_OR_GENERAL


def test_every_question_is_counted_at_every_step_in_both_languages() -> None:
    places = {(cell.intent, cell.milestone, cell.language) for cell in shipped()}
    assert len(places) == len(shipped()) == len(house().content.intents) * (len(Milestone) + 1) * 2


def test_best_answer_at_a_step_counts() -> None:
    told = [scene("C-EDGE-07"), scene("C-DEMO-03")]
    content = answering(answer("等{{ 等谁 }}", "for {{ waiting_for }}", {"state": "blocked"}), LAST)
    assert covered("how_long", told, content) == [
        Cell("how_long", Milestone.SIGN_BOOKED, "zh", Standard.WRITTEN),
        Cell("how_long", Milestone.SIGN_BOOKED, "en", Standard.WRITTEN),
    ]


def test_case_that_may_not_be_told_counts_for_nothing() -> None:
    told = [scene("stranger"), scene("C-EDGE-08"), scene("C-EDGE-09"), scene("C-EDGE-10")]
    assert covered("how_long", told, answering(BOOKED, LAST)) == []
