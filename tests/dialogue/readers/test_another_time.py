"""Is a time that would suit better taken up, where another was spoken of, and nowhere else?"""

from datetime import date

import pytest

from bot.cases.case import Appointment
from bot.cases.milestones import Milestone
from bot.dialogue.readers.another_time import names_another_time
from tests.samples import at
from tests.talks import talk_of

MONDAY = date(2026, 11, 23)
# Wednesday at two.
AGREED = Appointment(Milestone.ONLINE_SIGN, at("2026-11-25 14:00"))


@pytest.mark.parametrize(
    "message",
    [
        "ok thursday 26 morning or friday. who tell the seller?",
        "no i said wednesday NOT possible. thursday 26 10am pls",
        "thu 26 10:00 or fri 27 14:00",
        "tomorow afternoon or wed morning, both fine for me",
        "周四下午或者周五上午都行",
        "26号27号都可以",
        "周三上午行不行",
        "wednesday at 4pm",
    ],
)
def test_another_day_or_hour_is_seen_however_many_there_are(message: str) -> None:
    assert names_another_time(message, MONDAY, AGREED)


@pytest.mark.parametrize(
    "message",
    [
        "周三下午两点",
        "wed 2pm ok",
        "wednesday afternoon",
        "周四几点有号",
        "要是周四也不行呢",
        "周五前能签吗",
        "合同截止日是12月4号吧",
        "昨天等了一天",
        "周四我走不开 能改吗",
        "thursday is not possible",
        "ok thanks",
        "三点",
    ],
)
def test_the_agreed_time_and_what_is_asked_feared_or_over_are_no_other(message: str) -> None:
    assert not names_another_time(message, MONDAY, AGREED)


@pytest.mark.parametrize(
    ("case", "messages", "told"),
    [
        ("C-DEMO-01", ["can i change wednesday", "thursday 26 10am or friday"], "Until one is confirmed, Wed 25 Nov"),
        (
            "C-DEMO-01",
            ["周三我走不开 能不能改一天", "周四下午或者周五上午都行"],
            "没确认之前，11 月 25 日（周三）14:00",
        ),
        (
            "C-DEMO-04",
            ["can we sign earlier", "tuesday 24 or wednesday morning"],
            "Nothing changes until somebody confirms",
        ),
        (
            "C-DEMO-01",
            ["can i change wednesday", "thursday or friday", "thursday or friday pls"],
            "passed that on as well",
        ),
        (
            "C-DEMO-01",
            ["can i change wednesday", "thursday pls", "and if thursday is not possible?"],
            "looks for another",
        ),
        ("C-DEMO-01", ["能改期吗", "周四行", "要是周四也不行呢"], "那就由周顾问跟对方另约一天"),
        ("C-DEMO-03", ["能改期吗", "周四行", "要是周四也不行呢"], "那就由孙顾问跟对方另约一天，也会再问您。\n"),
    ],
)
def test_times_are_passed_on_as_they_were_written(case: str, messages: list[str], told: str) -> None:
    talk = talk_of(case)
    decision = [talk.say(message) for message in messages][-1]
    assert told in decision.says[-1].plain


def test_who_names_times_in_the_first_message_is_not_asked_for_them() -> None:
    decision = talk_of("C-DEMO-01").say("can we move it from wednesday to thursday? my son is sick")
    assert "think of two times" not in decision.says[0].plain


def test_a_day_that_is_named_beside_another_question_moves_nothing() -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("can i change it")
    decision = talk.say("when does the bank pay the seller, on thursday?")
    assert "just as you wrote them" not in decision.says[0].plain


@pytest.mark.parametrize(
    ("messages", "line"),
    [
        (
            ["25号去不了，能改吗", "下周一都行"],
            "记下了，您想改到 11 月 30 日（周一）。没确认之前，11 月 25 日（周三）14:00 照旧。",
        ),
        (
            ["25号去不了，能改吗", "下周一都行", "那就算定了30号下午？我好请假"],
            "还没有：没跟您确认之前，还是 11 月 25 日（周三）14:00。",
        ),
        (
            ["cant make the 25th, can we move it", "monday is fine", "so its settled for the 30th?"],
            "Not yet: until it is confirmed with you, Wed 25 Nov at 14:00 stands.",
        ),
    ],
)
def test_time_that_was_named_is_not_settled_before_it_is_confirmed(messages: list[str], line: str) -> None:
    talk = talk_of("C-DEMO-01")
    told = [talk.say(message) for message in messages][-1].says[0].plain
    assert told.splitlines()[0] == line
