"""Is an hour that was agreed for a later step told, with its place and what to bring?"""

from dataclasses import replace

import pytest

from bot.cases.case import Appointment
from bot.cases.milestones import Milestone
from tests.samples import STORY, at, cases
from tests.talks import Talk, said

REF = "C-DEMO-06"
HOUR = Appointment(
    Milestone.TRANSFER,
    at("2026-12-03 10:00"),
    "东区登记大厅",
    "the east registry hall",
    "结婚证",
    "your marriage certificate",
)


@pytest.fixture
def talk() -> Talk:
    """The buyer of a signed case whose transfer has an hour, and whose taxes and down payment are paid."""
    case = cases()[REF]
    talk = Talk(STORY[REF])
    talk.bind(replace(case, appointments=(*case.appointments, HOUR)))
    return talk


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("什么时候过户", ["12 月 3 日（周四）10:00", "东区登记大厅", "结婚证"]),
        ("when is the title transfer", ["Thu 3 Dec at 10:00", "the east registry hall", "your marriage certificate"]),
    ],
)
def test_the_step_itself_is_told_with_its_hour(talk: Talk, message: str, told: list[str]) -> None:
    text = said(talk.say(message))
    assert [piece for piece in told if piece not in text] == []


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("那天要带什么", ["结婚证", "12 月 3 日（周四）10:00"]),
        ("在哪办", ["东区登记大厅", "12 月 3 日（周四）10:00"]),
        ("能改天吗", ["12 月 3 日（周四）10:00"]),
        ("what do I bring that day", ["your marriage certificate", "Thu 3 Dec at 10:00"]),
        ("where is it", ["the east registry hall"]),
    ],
)
def test_what_is_asked_next_is_told_of_that_hour(talk: Talk, message: str, told: list[str]) -> None:
    talk.say("什么时候过户")
    text = said(talk.say(message))
    assert [piece for piece in told if piece not in text] == []


def test_an_hour_of_another_step_is_not_that_of_the_signing(talk: Talk) -> None:
    assert "12 月 3 日（周四）10:00" not in said(talk.say("签约约在几点"))
