"""Is every reply shown in every scene, and nothing of a case to those who may not hear of it?"""

from dataclasses import replace

import pytest

from bot.dialogue.messages import Button
from bot.review.scenes import Scene
from bot.wording.replies import Reply
from bot.wording.subject import Manner, Untold
from tests.exhibits import recital
from tests.samples import stage
from tests.talks import house


def _scene(name: str) -> Scene:
    return next(scene for scene in stage().scenes if scene.name == name)


def test_every_reply_is_shown_in_every_scene_language_and_manner_of_asking() -> None:
    shown = [(entry.scene, entry.language, entry.chosen.reply) for entry in recital()]
    expected = [
        (replace(scene, manner=manner), language, reply)
        for reply in house().content.replies
        for scene in stage().scenes
        for language in ("zh", "en")
        for manner in (*house().content.manners(reply), *_told(scene, house().content.replies[reply]))
    ]
    assert shown == expected


def _told(scene: Scene, reply: Reply) -> list[Manner]:
    """Once more where the case was told already, and the reply has words for that."""
    return [scene.manner] if scene.may_be_told and reply.is_for(Untold.FURTHER) else []


def test_every_value_of_a_named_day_is_recited() -> None:
    pieces = {piece.names["en"]: piece for piece in house().content.pieces}
    # What happened in a chat before is no state of a case.
    answers = [answer for answer in pieces["named_day_line"].answers if "unsettled" not in answer.when]
    lines = {answer.texts["en"].render({"named_day": "X"}, {}).text for answer in answers}
    said = " ".join(entry.say.plain for entry in recital() if entry.language == "en")
    assert [line for line in lines if line.split("X")[-1].strip() not in said] == []


def test_those_who_may_not_hear_of_a_case_hear_nothing_of_it() -> None:
    silent = [entry for entry in recital() if not entry.scene.standing]
    assert [entry.chosen.reply for entry in silent if entry.say.holds_case_data] == []


@pytest.mark.parametrize(
    ("name", "may_tell"),
    [("no case", False), ("C-DEMO-01", True), ("C-EDGE-09", False)],
    ids=["a stranger", "a fresh case", "a stale case"],
)
def test_only_a_fresh_case_of_a_verified_buyer_may_be_told(name: str, may_tell: bool) -> None:
    assert _scene(name).may_be_told == may_tell


def test_a_question_that_offers_a_person_shows_the_button_to_one() -> None:
    offered = {intent.id for intent in house().content.intents.values() if intent.escalate == "offer"}
    human = Button(house().content.intents["human"].titles["zh"], "ask:human")
    shown = [entry for entry in recital() if entry.language == "zh" and entry.chosen.reply in offered]
    assert [entry.chosen.reply for entry in shown if human not in entry.say.buttons] == []
