"""Does what is said while a person is awaited go to that person, and a question of its own not?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.milestones import Role
from bot.cases.progress import stand
from bot.dialogue.conversation import decide
from bot.dialogue.decision import Decision
from bot.dialogue.messages import Chat, Incoming, Kind, OpenTicket
from bot.dialogue.readers.choosing import chosen
from bot.dialogue.situation import Situation
from tests.samples import at, cases, config
from tests.talks import house, talk_of

NOW = at("2026-09-22 15:00")
BY = at("2026-09-22 17:00")
FIRST_LINE = "我还是这句：一分钱也先别转，验证码、密码不要给任何人，合同先别签。"
OF_WHAT_IS_DUE = "聊天、电话里给的账户，一分钱也别转；真该付的那笔，还照合同的日子。"


def decided(message: str, last: str, ago: timedelta = timedelta(minutes=2)) -> Decision:
    """What becomes of a message after a question for which a person was promised."""
    chat = Chat(7, last_intent=last, last_at=NOW - ago)
    return decide(Situation(Incoming(1, 7, Kind.TEXT, message), chat, NOW, promised={last: BY}), house())


def reply(decision: Decision) -> str:
    assert decision.chosen is not None
    return decision.chosen.reply


def test_where_the_advisor_asks_for_money_nobody_is_sent_to_the_advisor() -> None:
    said = decided("he's my advisor though", "suspicious_payment").says[0].plain
    assert ("The same goes for your advisor" in said, "with your advisor" in said) == (True, False)


def test_what_only_a_likeness_took_for_despair_is_not_said_again() -> None:
    talk = talk_of("C-DEMO-01")
    first, then = talk.say("问个事，我要是人不在了，这贷款是不是就不用我闺女还了"), talk.say("查出来那个病，问清楚而已")
    assert (reply(first), reply(then)) == ("self_harm", "_passed_on")


def test_money_that_has_gone_is_of_the_warning_whatever_else_it_is_like() -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("微信发来的卡号能不能转")
    assert reply(talk.say("my wife already sent him 20k this morning, I just found out")) == "suspicious_payment"


def test_where_somebody_reads_the_chat_nothing_of_the_case_is_written() -> None:
    talk = talk_of("C-DEMO-05")
    said = ["我老公把我的护照锁起来了，说合同不加他名字就不给我", "他会看到，别在这发消息。明天怎么签"]
    told = [talk.say(message).says[-1].plain for message in said]
    assert told[-1] == "好，记下了。\n我转告郑顾问按您说的方式找您，这里先不写。"


@pytest.mark.parametrize(
    ("message", "line", "answer"),
    [
        ("几号签", FIRST_LINE, "网签（把合同录进政府系统）约在"),
        ("那打到监管账户是怎么回事", OF_WHAT_IS_DUE, "您的首付还没存进专门账户"),
    ],
)
def test_what_is_asked_besides_is_answered_behind_one_line_of_the_warning(message: str, line: str, answer: str) -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("中介让我把首付打到他个人账户")
    warning, told = (say.plain for say in talk.say(message).says)
    assert (warning, told.startswith(answer)) == (line, True)


def test_of_money_nothing_is_said_without_the_warning_to_a_stranger_either() -> None:
    warning, told = (say.plain for say in decided("那打到监管账户是怎么回事", "suspicious_payment").says)
    assert (warning, told.startswith("资金监管")) == (OF_WHAT_IS_DUE, True)


def test_what_is_neither_of_a_case_nor_of_money_is_answered_alone() -> None:
    (told,) = (say.plain for say in decided("网签是什么", "suspicious_payment").says)
    assert told.startswith("网签，就是")


@pytest.mark.parametrize("message", ["什么时候回我", "鹅鹅鹅", "我昨天才看到", "when will he call"])
def test_what_no_rule_knows_is_passed_on_with_the_hour_that_was_promised(message: str) -> None:
    said = decided(message, "human")
    assert (reply(said), ["17:00" in say.plain for say in said.says]) == ("_passed_on", [True])


@pytest.mark.parametrize(("message", "answered"), [("网签是什么", "what_is_wangqian"), ("谢谢", "thanks_positive")])
def test_question_of_its_own_is_answered(message: str, answered: str) -> None:
    assert reply(decided(message, "human")) == answered


@pytest.mark.parametrize(
    "message",
    [
        "好的",
        "我已经转了",
        "没事的",
        "it's fine",
        "鹅鹅鹅",
        "I already sent it",
        "我已经付了定金",
        "i already clicked it, now what",
        "我点了那个链接 现在咋弄",
        "what now??",
        "我现在该干嘛",
        "我交吗",
        "就上周付的 三万",
        "微信转的",
    ],
)
def test_danger_is_warned_of_again_whatever_is_said_to_the_warning(message: str) -> None:
    assert reply(decided(message, "suspicious_payment")) == "suspicious_payment"


@pytest.mark.parametrize(
    ("message", "answered"),
    [
        ("转人工", "human"),
        ("help", "help_menu"),
        ("换成英文", "language_switch"),
        ("删除我的数据", "delete_data"),
        ("我想改签约时间", "reschedule"),
        ("网签是什么", "what_is_wangqian"),
        ("I want to talk to a person", "human"),
    ],
)
def test_danger_is_left_by_wanting_something_else(message: str, answered: str) -> None:
    found = decided(message, "suspicious_payment").match
    assert found is not None
    assert found.best is not None
    assert (found.best.intent, reply(decided(message, "suspicious_payment")) != "suspicious_payment") == (
        answered,
        True,
    )


def test_promise_that_is_over_is_not_made_again() -> None:
    chat = Chat(7, last_intent="human", last_at=NOW - timedelta(minutes=2))
    late = Situation(Incoming(1, 7, Kind.TEXT, "鹅鹅鹅"), chat, NOW, promised={"human": NOW - timedelta(minutes=1)})
    assert reply(decide(late, house())) == "_fallback_further"


@pytest.mark.parametrize("message", ["那我交不交", "我到底转不转", "should I still pay"])
def test_whether_to_do_what_one_was_warned_of_is_warned_of_again(message: str) -> None:
    assert reply(decided(message, "suspicious_payment")) == "suspicious_payment"


def test_graver_danger_goes_before() -> None:
    assert reply(decided("我不想活了", "suspicious_payment")) == "self_harm"


def test_after_half_an_hour_a_message_is_a_new_matter() -> None:
    assert reply(decided("鹅鹅鹅", "human", timedelta(minutes=31))) == "_fallback"


def test_buttons_of_what_may_be_meant_stand_under_what_is_passed_on() -> None:
    said = decided("房东变没变", "human")
    buttons = [button.data for say in said.says for button in say.buttons]
    assert (reply(said), "ask:seller_delay" in buttons) == ("_passed_on", True)


@pytest.mark.parametrize(
    ("message", "picked"),
    [
        ("第二个", "b"),
        ("选2", "b"),
        ("就第一个吧", "a"),
        ("我選第三個", "c"),
        ("the second one please", "b"),
        ("No, the first", "a"),
        ("option 3", "c"),
        ("第四个", None),
        ("不是第二个", None),
        ("我不是第一个吧", None),
        ("不是，第二个", "b"),
        ("第二套房", None),
        ("second home", None),
        ("2", "b"),
        ("4", None),
        ("2套", None),
    ],
)
def test_place_in_words_is_a_button(message: str, picked: str | None) -> None:
    assert chosen(message, ("a", "b", "c")) == picked


def test_next_promise_that_can_still_be_kept_stays() -> None:
    missed, later = NOW - timedelta(hours=1), BY + timedelta(hours=2)
    chat = Chat(7, last_intent="human", last_at=NOW)
    promised = {"_unsure": missed, "human": BY, "_further": later}
    said = decide(Situation(Incoming(1, 7, Kind.TEXT, "鹅鹅鹅"), chat, NOW, promised=promised), house())
    assert (reply(said), "17:00" in said.says[0].plain) == ("_passed_on", True)


@pytest.mark.parametrize("promised", [{"_news": -1}, {"human": -1, "_news": -1}, {"_news": -1, "_passed_on": 2}])
def test_hour_that_was_promised_anew_after_one_was_missed_stays(promised: dict[str, int]) -> None:
    hours = {reason: NOW + timedelta(hours=ahead) for reason, ahead in promised.items()}
    standing = stand(cases()["C-DEMO-01"], config().process, config().calendar, NOW)
    chat = Chat(7, case_ref="C-DEMO-01", role=Role.BUYER, last_at=NOW)
    asked = Situation(Incoming(1, 7, Kind.TEXT, "卖家说后天也不来了"), chat, NOW, standing, promised=hours)
    first = decide(asked, house())
    opened = {action.reason: action.reply_by for action in first.actions if isinstance(action, OpenTicket)}
    again = decide(replace(asked, now=NOW + timedelta(minutes=20), promised={**hours, **opened}), house())
    assert (reply(first), [say.text for say in again.says]) == ("_passed_on", [say.text for say in first.says])


@pytest.mark.parametrize(
    ("told", "then", "replies"),
    [
        ("my husband died last week", "do i still have to sign", ["_until_then_rest", "sign_date"]),
        ("the house was frozen by the court", "so is tuesday still on", ["_until_then_stop", "sign_date"]),
        ("银行说贷款批不下来了", "首付什么时候存", ["_until_then_stop", "down_payment"]),
        ("开发商说房子卖给别人了", "我哪天签", ["_until_then_stop", "sign_date"]),
    ],
)
def test_after_grave_news_the_file_is_answered_from_with_what_holds_until_then(
    told: str, then: str, replies: list[str]
) -> None:
    talk = talk_of("C-DEMO-05")
    talk.say(told)
    assert [say.account.reply for say in talk.say(then).says if say.account] == replies


@pytest.mark.parametrize(
    ("told", "warning"),
    [
        ("the house was frozen by the court", "_until_then_stop"),
        ("a man wants the deposit on his own account", "suspicious_payment"),
    ],
)
def test_a_warning_holds_while_nobody_has_come_however_late(told: str, warning: str) -> None:
    talk = talk_of("C-DEMO-05")
    talk.say(told)
    talk.now += timedelta(hours=3)
    replies = [say.account.reply for say in talk.say("when do i sign").says if say.account]
    assert replies == [warning, "sign_date"]


def test_who_may_end_it_and_only_tells_something_is_not_told_of_the_case() -> None:
    talk = talk_of("C-EDGE-10")
    replies = [talk.say(message).chosen for message in ("不想活了", "没人管我")]
    assert [chosen.reply if chosen else None for chosen in replies] == ["self_harm", "self_harm"]


def test_who_is_asked_for_money_after_other_news_is_warned_though_no_rule_knows_it() -> None:
    talk = talk_of("C-DEMO-02")
    replies = [talk.say(message).chosen for message in ("说我的贷款要被取消", "除非她马上汇五千过去")]
    assert [chosen.reply if chosen else None for chosen in replies] == ["loan_rejected", "suspicious_payment"]
