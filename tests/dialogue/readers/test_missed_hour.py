"""Is an hour of ours that is over owned up to, where a buyer reminds us of it?"""

from datetime import timedelta

import pytest

from bot.dialogue.readers.missed_hour import reminds_of
from tests.samples import at, cases
from tests.talks import Talk, talk_of

# Of C-DEMO-02 the advisor was to ask at noon.
NOON = at("2026-10-13 12:00")
TWO = at("2026-10-13 14:00")
OWNED_UP = "说好今天 12:00 去问，到现在还没有记下结果，对不起。"


def talk_at_two() -> Talk:
    talk = Talk(TWO)
    talk.bind(cases()["C-DEMO-02"])
    return talk


@pytest.mark.parametrize(
    "message",
    ["不是讲12点前给我讲结果的吗,人呢", "吴顾问说今天12点跟我说进展 现在都两点了", "說好十二點的 沒動靜", "12点过了"],
)
def test_the_hour_is_owned_up_to_in_the_first_message_too(message: str) -> None:
    decision = talk_at_two().say(message)
    assert decision.says[0].plain.splitlines()[0] == OWNED_UP


def test_it_is_owned_up_to_in_english() -> None:
    decision = talk_at_two().say("you said 12:00 and nobody called")
    assert "We were to ask today at 12:00" in decision.says[0].plain


def test_who_says_so_again_does_not_read_the_same_again() -> None:
    talk = talk_at_two()
    first, second = (talk.say(message).says[0].plain for message in ("说好12点的人呢", "12点说好的 还没人找我"))
    assert (first.splitlines()[0], second.splitlines()[0]) == (OWNED_UP, "好，这句我也转过去了。")


@pytest.mark.parametrize(
    "message",
    ["17点过了没人理我", "17:00 is over. nothing", "you said 5pm and nobody wrote", "没人找我啊", "nobody rang me"],
)
def test_a_promise_that_was_not_kept_is_owned_up_to(message: str) -> None:
    talk = talk_of("C-DEMO-03")
    talk.say("转人工")
    talk.now += timedelta(hours=2, minutes=10)
    decision = talk.say(message)
    assert (decision.chosen and decision.chosen.reply, talk.tickets()) == (
        "_broken_promise",
        ["human", "_broken_promise"],
    )


def test_before_the_promised_hour_nobody_is_reminded_of_it() -> None:
    talk = talk_of("C-DEMO-03")
    talk.say("转人工")
    decision = talk.say("17点了还没人回我")
    assert decision.chosen
    assert decision.chosen.reply != "_broken_promise"


@pytest.mark.parametrize("message", ["要是12点没消息呢", "12点能改到3点吗", "你说3点", "有结果吗", "明天12点等你消息"])
def test_another_hour_or_one_to_come_is_no_reminder(message: str) -> None:
    assert not reminds_of(message, NOON)


def test_before_the_hour_nothing_is_owned_up_to() -> None:
    decision = talk_of("C-DEMO-02").say("说好13号12点告诉我的吧")
    assert "对不起，到现在" not in decision.says[0].plain
    assert "还没有记下结果" not in decision.says[0].plain
