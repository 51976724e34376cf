"""Which day or hour is named, and is it held against the one that is agreed?"""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.dialogue.decision import Decision
from bot.dialogue.readers.when import comes_when, is_it_so, will_it_do
from tests.samples import STORY, at, cases
from tests.talks import Talk, talk_of

MONDAY = date(2026, 11, 23)
REF = "C-DEMO-01"


def answered(message: str, ref: str = REF) -> Decision:
    talk = talk_of(ref)
    return talk.say(message)


def first_line(message: str) -> str:
    return answered(message).says[0].plain.splitlines()[0]


@pytest.mark.parametrize(
    ("message", "on", "hour"),
    [
        ("好 三点见", None, time(15)),
        ("see you at 2:30 pm", None, time(14, 30)),
        ("2 o'clock?", None, time(14)),
        ("25号上午十点半对吧", date(2026, 11, 25), time(10, 30)),
        ("好的 周四见", date(2026, 11, 26), None),
        ("ok see you Wednesday", date(2026, 11, 25), None),
    ],
)
def test_hour_or_day_of_coming_is_read(message: str, on: date | None, hour: time | None) -> None:
    found = comes_when(message, MONDAY)
    assert found is not None
    assert (found.on, found.at) == (on, hour)


@pytest.mark.parametrize(
    "message",
    [
        "快一点",
        "我有两点疑问",
        "能改到3点吗",
        "3点前到不了",
        "周四我没空",
        "昨天三点去了",
        "cant make thursday 10am",
        "要是2点没来呢",
        "2点到3点吧 或者4点",
        "that's all for today, see ya",
        *("2点有事", "两点太赶", "第二点呢", "半夜两点", "卖家两点？", "3点开会", "三点了"),
        *("2pm is too early", "2pm no way", "i won’t come at 2 pm", "the counter says come tomorrow"),
    ],
)
def test_what_moves_an_hour_or_is_none_is_not_read(message: str) -> None:
    assert comes_when(message, MONDAY) is None


@pytest.mark.parametrize(
    "message", ["25号吗", "25号好的", "25号没错", "the 25th?", "25号两点行", "25th please", "25号是不是"]
)
def test_day_alone_is_one_whatever_is_wanted_of_it(message: str) -> None:
    found = is_it_so(message, MONDAY)
    assert found is not None
    assert found.on == date(2026, 11, 25)
    assert will_it_do(message, MONDAY)


@pytest.mark.parametrize(
    ("case", "first", "then", "line"),
    [
        ("C-DEMO-05", "系统修好了吗", "所以是九点？", "· 顾问下次去问：11 月 24 日（周二）9:00"),
        ("C-DEMO-01", "几号签", "所以是两点？", "对，11 月 25 日（周三）14:00，就是定好的。"),
        ("C-DEMO-01", "几号签", "三点对吧", "定好的不是 11 月 25 日（周三）15:00。"),
    ],
)
def test_hour_is_held_against_what_was_told_or_is_agreed(case: str, first: str, then: str, line: str) -> None:
    talk = talk_of(case)
    talk.say(first)
    assert line in talk.say(then).says[0].plain.splitlines()


def test_rest_that_says_nothing_is_read_in_no_time_however_long() -> None:
    assert not will_it_do("25号" + "是不是对不对" * 200 + "交首付", MONDAY)


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("好 三点见", "定好的不是 11 月 25 日（周三）15:00。"),
        ("25號14點對吧", "对，11 月 25 日（周三）14:00，就是定好的。"),
        ("２５号下午 2 点对吧", "对，11 月 25 日（周三）14:00，就是定好的。"),
        ("下午两点见", "对，11 月 25 日（周三）14:00，就是定好的。"),
        ("好的 周四见", "定好的不是 11 月 26 日（周四）。"),
        ("I will just go at 2pm", "Yes, Wed 25 Nov at 14:00 is what is agreed."),
        ("see you Thursday at 2pm", "No, Thu 26 Nov at 14:00 is not what is agreed."),
        ("2点对吧", "对，11 月 25 日（周三）14:00，就是定好的。"),
    ],
)
def test_agreed_hour_is_confirmed_or_put_right(message: str, line: str) -> None:
    assert first_line(message) == line


def test_hour_of_another_step_is_held_against_that_step() -> None:
    case = cases()["C-DEMO-06"]
    visit = replace(cases()[REF].appointments[0], milestone=case.steps[-1].milestone, at=at("2026-11-26 10:00"))
    talk = Talk(STORY[case.ref])
    talk.bind(replace(case, appointments=(visit,)))
    assert talk.say("明天十点见").says[0].plain.splitlines()[0] == "定好的不是 11 月 24 日（周二）10:00。"


@pytest.mark.parametrize("message", ["I will just go at 2pm", "那我2点过去"])
def test_of_a_file_not_looked_at_no_hour_is_confirmed(message: str) -> None:
    decision = answered(message, "C-EDGE-09")
    assert decision.chosen is not None
    assert (decision.chosen.reply, "14:00" in decision.says[0].plain) == ("sign_date", False)


@pytest.mark.parametrize(("message", "reply"), [("2点上班吗", "working_hours"), ("能改到3点吗", "reschedule")])
def test_question_of_its_own_is_answered_as_ever(message: str, reply: str) -> None:
    decision = answered(message)
    assert decision.chosen is not None
    assert decision.chosen.reply == reply
