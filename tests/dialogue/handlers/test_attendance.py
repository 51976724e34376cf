"""Does who asks whether to come hear yes or no?"""

import pytest

from bot.dialogue.decision import Decision
from tests.talks import said, talk_of


def reply(decision: Decision) -> str | None:
    return decision.chosen.reply if decision.chosen else None


@pytest.mark.parametrize(
    ("case", "message", "first", "booked"),
    [
        (
            "C-DEMO-01",
            "那我周四就不用再请假跑一趟了吧",
            "不用去：11 月 26 日（周四）没有约您到场。",
            "11 月 25 日（周三）14:00",
        ),
        (
            "C-DEMO-01",
            "so i don't have to come thursday right? only wed",
            "No need to come: nothing is booked",
            "14:00",
        ),
        ("C-DEMO-03", "咁即系星期四唔使去啦？", "不用去：9 月 24 日（周四）没有约您到场。", "现在等卖家"),
        (
            "C-DEMO-03",
            "I must go on thursday right? at the same office?",
            "No need to come: nothing is booked",
            "seller",
        ),
        # The hour of the morning was moved to tomorrow.
        (
            "C-DEMO-05",
            "所以我今天下午还去不去",
            "不用去：11 月 23 日（周一）没有约您到场。",
            "11 月 24 日（周二）15:30",
        ),
        ("C-DEMO-05", "THURSDAY. yes or no.", "No, nothing is booked with you on Thu 26 Nov.", "Tue 24 Nov at 15:30"),
        # Something else falls on that day.
        (
            "C-DEMO-06",
            "i just wanna know if i gotta turn up anywhere tomorrow",
            "No, nothing is booked",
            "Down payment",
        ),
        ("C-DEMO-02", "我是问13号 我用不用去 用不用带啥", "10 月 13 日（周二）没有约您到场。", "顾问下次去问"),
    ],
)
def test_day_on_which_nothing_is_booked_is_said_to_be_free(case: str, message: str, first: str, booked: str) -> None:
    text = said(talk_of(case).say(message))
    assert (text.startswith(first), booked in text) == (True, True)


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("C-DEMO-01", "那我周三要去吧"),
        ("C-DEMO-01", "周四我老婆用不用去"),
        ("C-DEMO-01", "周三我去不了，得去上班"),
        ("C-DEMO-01", "周四能改成周五去吗"),
        ("C-DEMO-02", "15号能出来吧"),
        ("C-DEMO-01", "我朋友那套房周四用不用去"),
        ("C-DEMO-01", "周四我要不要去医院"),
        ("C-DEMO-01", "do i have to go to work on thursday"),
        # Nobody knows whose case it is, and nobody has checked it for days.
        ("C-EDGE-08", "周四我还用去吗"),
        ("C-EDGE-09", "周四我还用去吗"),
    ],
)
def test_what_is_booked_or_of_somebody_else_or_in_doubt_is_not(case: str, message: str) -> None:
    assert reply(talk_of(case).say(message)) != "_free_day"


def test_who_has_to_wait_for_a_person_hears_that_before_any_day() -> None:
    talk = talk_of("C-DEMO-03")
    talk.say("卖家打电话来说房子不卖了")
    assert said(talk.say("那我周四还用去吗")).startswith("您说的那件事，孙顾问答复之前，先别付钱、别签字。")


def test_what_was_told_of_a_day_is_no_yes_for_somebody_else() -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("那我老伴用不用跟着去 房本上准备写俺俩的名")
    assert "11 月 25 日" not in said(talk.say("那就是说她礼拜三不用去了对吧"))
