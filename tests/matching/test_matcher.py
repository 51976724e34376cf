"""Are scores, margins and slots such that the right thing is done with them?"""

import pytest

from bot.cases.milestones import Milestone, Role
from bot.matching.matcher import Match, Verdict
from tests.talks import house


def match(text: str) -> Match:
    return house().content.matcher.match(text)


def test_candidates_stand_best_first_with_their_evidence() -> None:
    found = match("为什么还不能签")
    scores = [entry.score for entry in found.candidates]
    assert (found.candidates[0].intent, scores, bool(found.candidates[0].evidence)) == (
        "why_cant_sign",
        sorted(scores, reverse=True),
        True,
    )


def test_margin_is_the_lead_over_the_runner_up() -> None:
    found = match("卖家拖着，我什么时候能签")
    assert found.margin == pytest.approx(found.candidates[0].score - found.candidates[1].score)


def test_steps_and_people_named_become_slots_in_order() -> None:
    slots = match("网签以后卖家多久过户").slots
    assert (slots.milestones, slots.parties) == ((Milestone.ONLINE_SIGN, Milestone.TRANSFER), (Role.SELLER,))


@pytest.mark.parametrize(
    ("text", "delayer"),
    [("卖家拖着不签", "seller_delay"), ("开发商拖着不签", "developer_delay"), ("我想晚几天签", "buyer_delay")],
)
def test_who_delays_is_read_and_never_guessed(text: str, delayer: str) -> None:
    best = match(text).best
    assert best is not None
    assert best.intent == delayer


def test_danger_to_life_goes_before_the_question_beside_it() -> None:
    found = match("还要多久才能签，我真的不想活了")
    assert (found.best.intent if found.best else None, found.verdict) == ("self_harm", Verdict.SURE)


@pytest.mark.parametrize("text", ["dont see point of living anymore", "i don't want to be alive", "活着没什么意思"])
def test_denying_a_reason_to_live_denies_no_danger(text: str) -> None:
    best = match(text).best
    assert best is not None
    assert best.intent == "self_harm"


@pytest.mark.parametrize("text", ["急死我了什么时候能签", "我没有想不开，就想问问进度", "笑死，系统又崩了"])
def test_idiom_or_denial_is_no_alarm(text: str) -> None:
    best = match(text).best
    assert best is not None
    assert house().content.intents[best.intent].is_urgent is False


@pytest.mark.parametrize("text", ["", " ", "？？？", "😀", "1234567", "ааа", "{{ 7*7 }}", "<b>", "\x00\x07"])
def test_nonsense_is_nothing_and_never_answered(text: str) -> None:
    assert match(text).verdict == Verdict.NOTHING


def test_ten_thousand_characters_end_in_some_verdict() -> None:
    assert match("网签" * 5000).verdict in set(Verdict)
