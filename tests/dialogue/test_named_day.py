"""Is a day that a buyer names held against the day of the step asked about, and only where it is sure?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.named_day import named_day
from tests.samples import STORY, cases
from tests.talks import Talk

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("message", "day"),
    [
        ("12月10号前能签吗", date(2026, 12, 10)),
        ("那25号呢", date(2026, 11, 25)),
        ("3号前弄得完吗", date(2026, 12, 3)),
        ("下周五之前能放款吗", date(2026, 12, 4)),
        ("月底前能过户吗", date(2026, 11, 30)),
        ("下个月底能放吗", date(2026, 12, 31)),
        ("年底前能拿证吗", date(2026, 12, 31)),
        ("before the 10th?", date(2026, 12, 10)),
        ("will it be done by Dec 3", date(2026, 12, 3)),
        ("can we still make it by end of the month", date(2026, 11, 30)),
        ("what about next friday", date(2026, 12, 4)),
        ("12月10号前能签吗，12月10号要交房租", date(2026, 12, 10)),
    ],
)
def test_day_that_is_asked_about_is_the_next_one_of_that_name(message: str, day: date) -> None:
    assert named_day(message, MONDAY) == day


@pytest.mark.parametrize(
    "message",
    [
        "什么时候能签",
        "今天能签吗",
        "25号我要出差，什么时候签",
        "my rental ends on the 30th, are we late",
        "25号还是26号签",
        "不是说20号签吗",
        "去12号楼还是在这签",
        "is the 2nd owner needed",
        "is it 1% or 1.5?",
        "how much money do we need",
        "2月30号能签吗",
        "11月31号能签吗",
    ],
)
def test_whatever_is_not_one_sure_day_is_none(message: str) -> None:
    assert named_day(message, MONDAY) is None


@given(st.text(max_size=60), st.dates(date(2020, 1, 1), date(2100, 1, 1)))
def test_no_message_names_a_day_that_is_over(message: str, today: date) -> None:
    found = named_day(message, today)
    assert found is None or found > today


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("12月10号前能签吗", "您说的 12 月 10 日（周四）：按现在的安排，赶得上。"),
        ("11月24号能签吗", "您说的 11 月 24 日（周二）：按现在的安排，赶不上。"),
        ("是25号签吗", "您说的 11 月 25 日（周三），正是现在安排的那天。"),
        ("will we sign before the 10th?", "Before Thu 10 Dec? As things stand, yes."),
    ],
)
def test_answer_says_whether_it_comes_in_time(message: str, line: str) -> None:
    talk = Talk(STORY["C-DEMO-01"])
    talk.bind(cases()["C-DEMO-01"])
    assert talk.say(message).says[0].plain.splitlines()[0] == line


def test_day_alone_is_held_against_the_step_spoken_of() -> None:
    talk = Talk(STORY["C-DEMO-04"])
    talk.bind(cases()["C-DEMO-04"])
    talk.say("will the transfer be done by christmas")
    said = talk.say("by the end of the year?").says[0].plain
    assert (said.splitlines()[0], "title transfer" in said) == ("Before Thu 31 Dec? As things stand, yes.", True)


def test_what_rests_on_holidays_not_yet_known_is_never_in_time() -> None:
    talk = Talk(STORY["C-DEMO-04"])
    talk.bind(cases()["C-DEMO-04"])
    said = [talk.say(f"{day}前银行能打款吗").says[0].plain for day in ("12月10号", "2027年6月1号")]
    assert ["按现在的安排" in text for text in said] == [True, False]
