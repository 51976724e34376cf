"""Does a reply get the points that it deserves?"""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.milestones import Role
from bot.desk.practice.phrases import LABELS
from bot.desk.practice.scenario import Exercise, Move, NextStep
from bot.desk.practice.scoring import Item, judge, score
from tests.desk.practice.shipped import scene, scenes

_WORDS = st.sampled_from(
    [
        *"。，\n 您我你",
        "下一步：",
        "9月23日（周三）11:00",
        "9.23",
        "卖家",
        "顾问",
        "截至",
        "保证",
        "尽快",
        "Next step",
        "13812345678",
    ]
)
_TEXTS = st.text() | st.lists(_WORDS, max_size=30).map("".join)
# Seconds of work; the slowest of these needs a third of it.
_A_MOMENT = 1.5
_STEP = "合同最晚 9月30日（周三）签。{step}"


def _lost(items: tuple[Item, ...]) -> list[str]:
    return [item.name for item in items if item.is_lost]


def _step(text: str) -> str:
    """Why the next step of a reply to the buyer who waits for the seller gets its points, or does not."""
    items = score(scene("seller_delay"), _STEP.format(step=text))
    return next(item.why for item in items if item.name == "next_step")


def test_every_reference_reply_gets_full_points_in_both_languages() -> None:
    assert [(entry.turn.buyer, _lost(score(entry, entry.reference))) for entry in scenes()] == [
        (entry.turn.buyer, []) for entry in scenes()
    ]


@given(st.sampled_from(scenes()), _TEXTS)
def test_any_text_gets_between_nothing_and_everything(entry: Exercise, text: str) -> None:
    items = score(entry, text)
    assert [item for item in items if not 0 <= item.points <= item.most or item.name not in LABELS] == []


@given(st.sampled_from(scenes()), _TEXTS)
def test_the_most_that_can_be_had_does_not_depend_on_the_text(entry: Exercise, text: str) -> None:
    assert sum(item.most for item in score(entry, text)) == sum(item.most for item in score(entry, entry.reference))


@pytest.mark.parametrize("text", ["", "好的", "您好，请讲。", "asdf"])
def test_good_manners_without_substance_bring_nothing(text: str) -> None:
    assert sum(item.points for item in score(scene("seller_delay"), text)) == 0


@pytest.mark.parametrize(
    "said",
    [
        "约好的 9月16日（周三）和 9月18日（周五）没签成，最晚 9月30日（周三）。",
        "约好的 9.16 周三、9.18 周五没签成，最晚 9/30 周三。",
        "上周三、上周五没签成，最晚下周三。",
    ],
)
def test_facts_count_in_whatever_form_the_day_is_written(said: str) -> None:
    facts = [item.points for item in score(scene("seller_delay"), said) if item.name == "facts"]
    assert facts == [2, 2]


def test_a_private_reason_of_the_seller_costs_points() -> None:
    reply = scene("seller_delay").reference + "卖家家里老人住院了。"
    assert _lost(score(scene("seller_delay"), reply)) == ["never"]


@pytest.mark.parametrize(
    "step",
    [
        "下一步：我 9月23日（周三）11:00 再联系卖家。",
        "我明天上午 11 点再联系卖家，并告诉您结果。",
        "周三 11 点，顾问再问卖家。",
    ],
)
def test_a_next_step_needs_no_fixed_words(step: str) -> None:
    assert _step(step) == "很好。"


@pytest.mark.parametrize(
    ("step", "why"),
    [
        ("请您再等等。", "没说下一步：谁、什么时候、做什么。"),
        ("下一步：我再联系卖家。", "下一步没有日子或钟点。"),
        ("下一步：我周五 11:00 再联系卖家。", "下一步的时间应该是 9 月 23 日（周三）11:00。"),
        ("下一步：周三 11:00 联系卖家。", "下一步应该由顾问来做，写清楚。"),
        ("下一步：我周三 11:00 问。接下来：我周四约时间。", "写了 2 个下一步，只留最要紧的一个。"),
    ],
)
def test_what_a_next_step_lacks_is_said(step: str, why: str) -> None:
    assert _step(step) == why


def test_nothing_to_do_is_a_next_step_where_none_is_asked_for() -> None:
    items = score(scene("loan_release", turn=1), "机器人会告诉您进度，您现在不用做什么。")
    assert _lost(items) == []


def test_the_right_move_gets_its_points_and_a_wrong_one_is_named() -> None:
    entry = scene("self_harm", "en")
    assert (judge(entry, Move.CLAIM), judge(entry, Move.REPLY)) == (
        Item("move", 2, 2, "right, take it at once and call in the duty lead."),
        Item("move", 0, 2, "better here, take it at once and call in the duty lead."),
    )


def test_the_fixed_safe_reply_is_the_one_of_the_bot() -> None:
    assert "12356" in scene("self_harm").reference
    assert "今天 15:15" in scene("self_harm").reference


def test_other_word_lists_can_be_brought_along() -> None:
    entry = scene("seller_delay")
    stricter = replace(entry, words=replace(entry.words, vague=("着急",)))
    assert _lost(score(stricter, entry.reference)) == ["vague"]


@pytest.mark.parametrize(
    ("step", "why"),
    [
        ("下一步：卖家 9月23日（周三）11:00 来签。", "很好。"),
        ("下一步：我周三 11:00 问。", "下一步应该由卖家来做，写清楚。"),
    ],
)
def test_a_next_step_may_be_somebody_elses(step: str, why: str) -> None:
    entry = scene("seller_delay")
    theirs = replace(entry, turn=replace(entry.turn, next_step=NextStep(Role.SELLER, "next_contact")))
    items = score(theirs, _STEP.format(step=step))
    assert [item.why for item in items if item.name == "next_step"] == [why]


@pytest.mark.parametrize("piece", ["9", "一", "Sep 1 ", "周一", "9.2", "下一步9月23日。", "23号"])
def test_the_longest_message_that_telegram_sends_is_scored_in_a_moment(piece: str) -> None:
    text, entry = (piece * 4096)[:4096], scene("seller_delay")
    began = time.process_time()
    score(entry, text)
    assert time.process_time() - began < _A_MOMENT
