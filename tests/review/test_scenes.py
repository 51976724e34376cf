"""Does the showcase say what a buyer would be told, in every scene?"""

import pytest

from bot.dialogue.messages import Kind
from bot.review.scenes import STRANGER, Omission, said
from tests.exhibits import answer, answering, every_scene, scene
from tests.samples import cases
from tests.talks import house, talk_of


def test_every_sample_case_and_a_stranger_have_their_scene() -> None:
    assert [scene.name for scene in every_scene() if scene.omission is None] == [STRANGER, *cases()]


def test_buyer_who_is_not_verified_stands_there_as_a_stranger() -> None:
    assert scene("C-EDGE-08").standing is None


def test_change_that_leaves_a_case_as_it_is_makes_no_scene() -> None:
    changes = {one.omission for one in every_scene() if one.name == "C-DEMO-06"}
    assert changes == {None, Omission.NO_LOAN, Omission.NO_SIGN_BY, Omission.NO_ADVISOR}


@pytest.mark.parametrize(
    ("name", "change", "may_be_told"),
    [
        (STRANGER, None, False),
        ("C-DEMO-01", None, True),
        ("C-DEMO-01", Omission.STALE, False),
        ("C-EDGE-09", None, False),
        ("C-EDGE-10", None, False),
    ],
)
def test_case_is_told_only_if_fresh_and_free_of_contradiction(
    name: str, change: Omission | None, may_be_told: bool
) -> None:
    assert scene(name, change).may_be_told == may_be_told


@pytest.mark.parametrize("ref", cases())
@pytest.mark.parametrize("intent", ["why_cant_sign", "how_long", "human", "what_is_wangqian"])
def test_showcase_says_what_a_pressed_button_says(ref: str, intent: str) -> None:
    talk = talk_of(ref)
    talk.send(Kind.BUTTON, "language:zh")
    shown = said(intent, scene(ref), "zh", house())
    assert shown.message == talk.send(Kind.BUTTON, f"ask:{intent}").says[0]


def test_reply_that_offers_questions_offers_some() -> None:
    shown = said("_clarify", scene(STRANGER), "en", house())
    assert shown.message is not None
    assert len(shown.message.buttons) == 2


def test_choice_of_languages_shows_both() -> None:
    shown = said("_language", scene(STRANGER), "en", house())
    assert shown.message is not None
    assert [button.label for button in shown.message.buttons] == ["中文", "English"]


def test_reply_that_cannot_be_said_is_trouble_and_no_crash() -> None:
    shown = said("how_long", scene("C-DEMO-01"), "zh", answering(answer("{{ 系统停始 }}", "{{ outage_since }}")))
    assert (shown.message, shown.trouble.partition(":")[0]) == (None, "NothingFits")
