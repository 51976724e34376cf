"""Does an alarm end where somebody says that there is none, and only there?"""

from dataclasses import replace

import pytest

from bot.dialogue.context.calling_off import called_off
from bot.dialogue.conversation import decide
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.messages import Chat, Incoming, Kind, Remember
from bot.dialogue.situation import Situation
from tests.samples import at
from tests.talks import house, said, talk_of

NOW = at("2026-09-22 15:00")
BY = at("2026-09-22 15:15")
WARNED = Chat(7, last_intent="suspicious_payment", last_at=NOW)


def situation(message: str, alarm: str = "suspicious_payment") -> Situation:
    """A message after somebody was called for an alarm."""
    chat = replace(WARNED, last_intent=alarm)
    return Situation(Incoming(1, 7, Kind.TEXT, message), chat, NOW, promised={alarm: BY})


def reply(decision: Decision) -> str | None:
    return decision.chosen.reply if decision.chosen else None


def left(message: str, alarm: str = "suspicious_payment") -> str | None:
    """What is said besides; None where the alarm stands."""
    after = called_off(situation(message, alarm), house().content)
    return after.words if after else None


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("我没被骗", ""),
        ("我是说打电话", ""),
        ("为啥一直说转钱", ""),
        ("I mean call him", ""),
        ("哈哈发错群了", ""),
        ("打错字了", ""),
        ("跟我这套没关系，我问几号放款", "我问几号放款"),
        ("说别的小区的哈", ""),
        ("wrong chat sry", ""),
        ("that was my neighbour's flat, not mine", ""),
        ("nothing to do with us. when do we sign", "when do we sign"),
        ("why do you keep saying that", ""),
        ("没人让我转钱啊", ""),
        ("没转没转 就问问。那首付存到哪", "那首付存到哪"),
        ("哎呀开玩笑的 没事没事 别紧张", ""),
        ("没有没有 没人骗我 我就问监管账户在哪里办", "我就问监管账户在哪里办"),
        ("我没被骗钱 我就问顾问查了没", "我就问顾问查了没"),
        ("我说我没付钱也没人要我付！就是开个玩笑 缴税是几号", "缴税是几号"),
        ("別嚇我 我就是猜的", ""),
        ("nobody told me anything, please cancel that", ""),
        ("didnt pay anything dont worry. so when is the transfer", "when is the transfer"),
        ("relax, nothing happened to me lol. just a question", ""),
        ("good. and sorry for the confusion", ""),
        ("没事没事 随口一问", ""),
        ("没有骗子!!我就问首付是不是24号存", "我就问首付是不是24号存"),
        ("没人说他要卖给别人", ""),
        ("there is no scam!! when do we sign", "when do we sign"),
        ("pls dont scare me, i was only guessing. still the 15th?", "still the 15th?"),
        ("啊想起来了,上个月我签过一份纸质的,是不是就是那个?不好意思虚惊一场", ""),
        ("i know, i hung up on them. when is the payment due", "when is the payment due"),
        ("好 我把他拉黑了 谢谢提醒 几号签", "谢谢提醒 几号签"),
    ],
)
def test_who_says_that_nothing_is_wrong_is_asked_what_else(message: str, rest: str) -> None:
    assert left(message) == rest


@pytest.mark.parametrize(
    "message",
    [
        "还没转呢",
        "没转，那转不转",
        "没转 我老公转了",
        "没打过电话给我",
        "钱打错人了",
        "it's not me, my mother paid him",
        "我没给他",
        "i havent paid yet",
        "I didnt give anyone the code but my wife did",
        "i did not send it but my wife did",
        "don't worry, i will transfer it now",
        "it's not a scam, it's my agent. i pay him tomorrow",
        "没人骗我，我明天就转给他",
        "no one wants to help me",
        "i just asked my wife",
        "blocked him. but he has my bank code",
        "拉黑了，验证码已经告诉他了",
        "他挂了",
        "i deleted it",
        "这不是虚惊一场，他又来要钱",
        "虚惊一场，我这就打过去",
        "虚惊一场，钱已经过去了",
        "他们说虚惊一场 让我放心",
        "this is not a false alarm",
    ],
)
def test_who_may_still_pay_or_has_is_warned_as_before(message: str) -> None:
    assert left(message) is None


@pytest.mark.parametrize(
    ("alarm", "message", "rest"),
    [
        (
            "frozen_property",
            "who said seized?? is there a problem with my flat or not",
            "is there a problem with my flat or not",
        ),
        ("add_name", "nobody wants to change names! i only asked if he must come", "i only asked if he must come"),
        ("add_name", "我没要改名字！签完那天要不要交钱", "签完那天要不要交钱"),
        ("refund_cancel", "谁说要退了！我就问首付几号交", "我就问首付几号交"),
        ("refund_cancel", "誰說要退了！我就問首付幾號交", "我就問首付幾號交"),
        (
            "refund_cancel",
            "I am not getting out, HE is. what can you do so he comes",
            "HE is. what can you do so he comes",
        ),
        ("suspicious_payment", "啥转钱不转钱的，我就想问哪天签", "我就想问哪天签"),
        ("fraud", "别老发这个，我的贷款有没有影响", "我的贷款有没有影响"),
        ("fraud", "stop sending this, when do we sign", "when do we sign"),
    ],
)
def test_who_rejects_what_was_made_of_the_last_message_is_asked_what_else(alarm: str, message: str, rest: str) -> None:
    assert left(message, alarm) == rest


@pytest.mark.parametrize(
    ("alarm", "message"),
    [
        ("fraud", "我没想到他是骗子，现在怎么办"),
        ("suspicious_payment", "我没说完，他还要我转钱"),
        ("suspicious_payment", "who says this is safe, should i pay?"),
        ("suspicious_payment", "i didnt want to pay but he took it"),
        ("seller_backs_out", "who said that? the seller"),
        ("seller_backs_out", "我没说完，卖家还要加价"),
        ("self_harm", "谁说我没事，我不想活了"),
    ],
)
def test_who_wonders_or_goes_on_telling_rejects_nothing(alarm: str, message: str) -> None:
    assert left(message, alarm) is None


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_what_is_rejected_ends_there_whichever_apostrophe_is_typed(apostrophe: str) -> None:
    assert left(f"who said I{apostrophe}m cancelling, when do we sign", "refund_cancel") == "when do we sign"


def test_whoever_may_end_their_life_calls_nothing_off() -> None:
    assert left("it's not an emergency, don't worry", "self_harm") is None


def test_where_nobody_was_called_there_is_nothing_to_call_off() -> None:
    before = replace(situation("我没被骗"), promised={})
    assert called_off(before, house().content) is None


@pytest.mark.parametrize("message", ["没转" * 2000, "nobody asked me " * 500, "我" * 5000, "no " * 3000])
def test_whatever_is_said_again_and_again_is_read_at_once(message: str) -> None:
    called_off(situation(message), house().content)


def test_the_person_comes_all_the_same_and_the_alarm_is_not_repeated() -> None:
    decision = decide(situation("我没被骗"), house())
    kept = next(action for action in decision.actions if isinstance(action, Remember))
    said = decision.says[0].plain
    assert (decision.chosen and decision.chosen.reply, "15:15" in said) == ("_called_off", True)
    assert kept.chat.called_off == {"suspicious_payment"}


@pytest.mark.parametrize(
    ("case", "messages", "replies"),
    [
        ("C-DEMO-06", ["微信发来的卡号能不能转", "没转没转 就问问。过户是哪天"], ["_called_off", "title_transfer"]),
        ("C-DEMO-06", ["微信发来的卡号能不能转", "我没被骗", "过户是哪天", "那要带什么"], ["docs_needed"]),
        (
            "C-DEMO-02",
            ["the seller wants out", "no no, nobody changed their mind! when do we sign"],
            ["_called_off", "sign_date"],
        ),
        ("C-DEMO-06", ["微信发来的卡号能不能转", "没转没转 就问问。我家狗叫旺财"], ["_called_off"]),
    ],
)
def test_questions_are_answered_without_the_warning_from_then_on(
    case: str, messages: list[str], replies: list[str]
) -> None:
    talk = talk_of(case)
    decisions = [talk.say(message) for message in messages]
    assert [say.account.reply for say in decisions[-1].says if say.account] == replies


def test_what_only_looked_like_despair_is_called_off_by_who_is_fine() -> None:
    talk = talk_of("C-DEMO-04")
    first = talk.say("dead on my feet, may my mother have the appointment if im gone")
    then = talk.say("?? i am fine, why do you send me this number")
    assert [decision.chosen and decision.chosen.reply for decision in (first, then)] == ["self_harm", "_called_off"]


def test_who_said_it_in_plain_words_calls_nothing_off() -> None:
    talk = talk_of("C-DEMO-04")
    decisions = [talk.say(message) for message in ("i dont want to live anymore", "i am fine, forget it")]
    assert [decision.chosen and decision.chosen.reply for decision in decisions] == ["self_harm", "self_harm"]


@pytest.mark.parametrize(
    ("messages", "replies"),
    [
        (["他说要去跳楼，笑死", "开玩笑的啦，我们好着呢。25号几点来着"], ["_called_off", "sign_date"]),
        (["要是我不在了，这贷款是不是就免了", "我不是想不开，就问几号签"], ["_called_off", "sign_date"]),
        (
            ["微信发来的卡号能不能转", "??? I didn't say anything about transfer. when do we sign"],
            ["_called_off", "sign_date"],
        ),
    ],
)
def test_who_was_misread_is_answered_what_they_ask(messages: list[str], replies: list[str]) -> None:
    talk = talk_of("C-DEMO-01")
    decisions = [talk.say(message) for message in messages]
    assert [say.account.reply for say in decisions[-1].says if say.account] == replies


def test_who_is_fine_has_lost_the_job_all_the_same() -> None:
    talk = talk_of("C-DEMO-04")
    talk.say("they restructured us, today was my last day")
    told = talk.say("I'm fine, just practical: do I still need to bring the income proof tomorrow?")
    assert [say.account.reply for say in told.says if say.account] == ["_hold_papers"]


def test_the_warning_is_taken_back_once_however_often_it_is_said_to_be_none() -> None:
    talk = talk_of("C-DEMO-01")
    said = ["他说要去跳楼，笑死", "开玩笑的啦", "我说了是开玩笑！几号签"]
    decisions = list(map(talk.say, said))
    assert [say.account.reply for say in decisions[-1].says if say.account] == ["sign_date"]


def test_a_new_alarm_is_one_again() -> None:
    talk = talk_of("C-DEMO-06")
    said = ["微信发来的卡号能不能转", "我没被骗", "他又让我把钱转到他私人账户"]
    replies = [decision.chosen and decision.chosen.reply for decision in map(talk.say, said)]
    assert replies == ["suspicious_payment", "_called_off", "suspicious_payment"]
    assert talk.chat().called_off == frozenset()


@pytest.mark.parametrize(
    ("alarm", "calmed", "answered"),
    [
        ("中介刚发账号叫我今晚先转20万，说是监管户", "没转没转 我看错了 就问过户几号", "12 月 3 日"),
        ("中介刚发账号叫我今晚先转20万，说是监管户", "真没事 已经当面核对过了。缴税是几号", "12 月 1 日"),
        (
            "somebody called, transfer today to a new account",
            "no worry i hang up, i pay nothing. the tax, when i pay it",
            "1 Dec",
        ),
        (
            "somebody called, transfer today to a new account",
            "i didnt give any code or money, when is the transfer",
            "3 Dec",
        ),
    ],
)
def test_who_checked_or_gave_nothing_calms_it_and_is_answered(alarm: str, calmed: str, answered: str) -> None:
    talk = talk_of("C-DEMO-06")
    talk.say(alarm)
    text = said(talk.say(calmed))
    assert (answered in text, "96110" in text) == (True, False)


def test_of_what_was_called_off_nothing_more_is_said() -> None:
    talk = talk_of("C-EDGE-10")
    talk.say("somebody signed for me with my id")
    assert "96110" not in said(talk.say('i didnt give any code or money, dont scare me. i just saw in app "filed"'))


@pytest.mark.parametrize(
    "message",
    [
        "这日子一点盼头都没有了 我走了以后房子就留给我妈吧",
        "standing on the balcony of the new place, 23rd floor, thinking it would all be quiet then",
        "再不给办我拎刀上你们门店",
        "钱打过去以后人就消失了，电话也停机",
        "the id card he showed us has another face, we already gave him the money",
        "i dont want to live. which papers do i need",
    ],
)
def test_who_was_calmed_once_is_heard_in_any_other_danger(message: str) -> None:
    before = situation(message)
    calm = replace(before, chat=replace(before.chat, called_off=frozenset({"suspicious_payment"})))
    assert decide(calm, house()).outcome == Outcome.HANDOFF


def test_who_was_calmed_is_not_warned_again_for_a_mere_likeness() -> None:
    talk = talk_of("C-DEMO-02")
    talk.say("中介让我先转5万到他个人微信 说锁房 转不转")
    said = [
        reply(talk.say(message))
        for message in ("还没转 吓死了。那这个中介是不是你们的人", "一分钱没转 他叫王强 是你们公司的吗")
    ]
    assert said == ["suspicious_payment", "_passed_on"]


def test_who_has_blocked_the_man_asks_on_about_the_signing() -> None:
    talk = talk_of("C-DEMO-02")
    talk.say("中介让我先转5万到他个人微信 说锁房 转不转")
    assert reply(talk.say("好 我把他拉黑了 谢谢提醒 几号签")) == "sign_date"


def test_who_asks_how_to_pay_the_right_way_is_not_asking_whether() -> None:
    talk = talk_of("C-DEMO-06")
    talk.say("someone called me and said transfer the money today to an account. is that you guys")
    said = talk.say("no no i didnt pay anything. but my escrow is due today isnt it? how do i pay it the right way")
    assert reply(said) == "fund_supervision"


@pytest.mark.parametrize("message", ["怎么转给他最快？", "哪里能转？", "how do i send it to him?", "where do i pay?"])
def test_who_asks_how_to_pay_is_warned_however_often(message: str) -> None:
    talk = talk_of("C-DEMO-06")
    talk.say("微信发来的卡号能不能转")
    assert [reply(talk.say(message)), reply(talk.say(message))] == ["suspicious_payment", "suspicious_payment"]


def test_what_is_only_feared_halts_nothing_and_wakes_no_alarm_that_was_called_off() -> None:
    talk = talk_of("C-DEMO-04")
    talk.say("what if the bank refuses")
    assert [say.account.reply for say in talk.say("when do we sign").says if say.account] == ["sign_date"]

    other = talk_of("C-DEMO-04")
    for message in ("微信发来的卡号能不能转", "我没被骗", "要是银行不批怎么办"):
        other.say(message)
    assert other.chat().called_off == {"suspicious_payment", "loan_rejected"}


def test_what_would_be_said_again_of_a_grave_matter_goes_to_who_was_called() -> None:
    talk = talk_of("C-DEMO-03")
    decisions = [talk.say(message) for message in ("卖家要加价才肯卖", "不给他就不卖了", "先答应他行不")]
    assert [decision.chosen and decision.chosen.reply for decision in decisions] == [
        "seller_backs_out",
        "_passed_on",
        "seller_backs_out",
    ]
    assert "先别答应" in decisions[-1].says[0].plain


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        (["有人让我把首付打到他个人卡，我已经转了", "银行说冻不住了"], "先打 110"),
        (["someone made me pay to a new account", "bank line is busy"], "Call 110 first"),
    ],
)
def test_help_that_cannot_be_reached_is_answered_with_the_next_call(messages: list[str], said: str) -> None:
    talk = talk_of("C-DEMO-06")
    *_, last = map(talk.say, messages)
    assert said in last.says[0].plain


def test_who_asks_after_despair_when_the_person_comes_reads_the_hour() -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("我不想活了")
    assert talk.say("周顾问几点来").says[0].plain.startswith("周顾问最晚今天 10:15 来跟您说话；等不及就现在打 12356")


@pytest.mark.parametrize(
    "message",
    [
        "说了没转钱！今天存首付要带什么",
        "？？我没转钱啊 我是问延期的事",
        "I didnt give any code to anyone, when do we sign",
    ],
)
def test_who_has_not_paid_yet_calls_nothing_off(message: str) -> None:
    assert left(message) is None


def test_who_has_not_paid_yet_hears_the_answer_behind_the_warning() -> None:
    talk = talk_of("C-DEMO-06")
    talk.say("孙顾问微信刚发了个卡号让我把首付先转过去 说今天要锁定")
    text = said(talk.say("还没转。那首付几号存"))
    assert [word in text for word in ("不再说了", "一分钱也别转", "11 月 24 日")] == [False, True, True]


def test_what_is_of_one_story_is_called_off_together() -> None:
    talk = talk_of("C-DEMO-06")
    for message in ("孙顾问微信刚发了个卡号让我把首付先转过去", "孙顾问发的那个银行卡号 是不是骗子"):
        talk.say(message)
    talk.say("虚惊一场，他是发错群了")
    assert "一分钱" not in said(talk.say("过户是几号"))


@pytest.mark.parametrize(
    ("told", "taken_back"),
    [
        ("卖家打电话来说房子不卖了", "等等 我搞错了 是我老公听岔了，卖家说的是家具不卖了"),
        ("卖家打电话来说房子不卖了", "你没听懂 误会了！没有变卦 把那件事撤了吧"),
        ("卖家打电话来说房子不卖了", "不说卖家反悔了"),
        ("我昨天被公司裁员了", "刚公司打电话 说名单弄错了 没裁我"),
        ("the seller is backing out", "hang on, it was his brother messing about with his phone. he IS selling"),
        ("i lost my job yesterday", "they had the wrong list, they're keeping me. still got my job"),
        ("i lost my job yesterday", "what? i have no problem with job"),
        ("我昨天被公司裁员了", "我没说丢工作"),
    ],
)
def test_what_was_a_mistake_is_taken_back(told: str, taken_back: str) -> None:
    talk = talk_of("C-DEMO-03")
    talk.say(told)
    assert reply(talk.say(taken_back)) == "_called_off"
    assert "先别" not in said(talk.say("几号签")) + said(talk.say("when do we sign"))


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("卖家打电话来说房子不卖了", "要是搞错了怎么办"),
        ("卖家打电话来说房子不卖了", "是不是搞错了？"),
        ("the seller is backing out", "was it a joke"),
    ],
)
def test_what_is_only_asked_is_not_taken_back(told: str, message: str) -> None:
    talk = talk_of("C-DEMO-03")
    talk.say(told)
    assert reply(talk.say(message)) != "_called_off"


def test_question_behind_what_is_taken_back_is_answered() -> None:
    talk = talk_of("C-DEMO-03")
    talk.say("卖家打电话来说房子不卖了")
    decision = talk.say("真的是误会！卖家还卖的 那28号能签吗")
    assert (reply(decision), said(decision).splitlines()[0]) == ("sign_date", "好，明白了，前面那个提醒不再说了。")


def test_papers_are_answered_beside_a_warning_of_money() -> None:
    talk = talk_of("C-DEMO-04")
    talk.say("中介小刘刚微信我 说今天把十万先转到他卡上")
    text = said(talk.say("我问材料！户口本那页和收入证明 明天还要不要交"))
    assert [word in text for word in ("一分钱也先别转", "11 月 24 日（周二）18:00")] == [True, True]


def test_who_fears_for_the_money_is_not_held_off_afterwards() -> None:
    talk = talk_of("C-DEMO-01")
    assert reply(talk.say("银行没批就签字 定金会不会没了")) == "loan_rejected"
    assert "先别签" not in said(talk.say("几号签"))


def test_who_mourns_hears_the_day_behind_the_line_of_mourning() -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("我爸今早走了")
    decision = talk.say("我现在在老家 脑子一片空白 周三我还要去吗")
    assert (reply(decision), "先不用付钱、签字" in said(decision)) == ("_booked_day", True)


def test_who_mourns_and_wants_another_day_need_not_say_it_twice() -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("我爸今早走了")
    assert said(talk.say("我走不开啊 后天出殡 能不能改到下周")).startswith("好，往后推，我记下了")


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("我昨天被公司裁员了", "我现在没有工作"),
        ("i lost my job yesterday", "I no longer have my job"),
        ("卖家说不卖了", "他不是开玩笑的，我很害怕"),
        ("the seller is backing out", "he is not joking"),
        ("the seller is backing out", "he is selling to someone else for more"),
        ("卖家说不卖了", "他还卖给别人，价格更高"),
        ("房子被法院查封了", "中介说没这回事，我查了官网真的查封了"),
        ("the flat was seized by the court", "the case is settled in his favor and the court froze the flat"),
        ("卖家说不卖了", "中介说他看错价格了，要涨价20万"),
    ],
)
def test_the_opposite_takes_nothing_back(told: str, message: str) -> None:
    talk = talk_of("C-DEMO-03")
    talk.say(told)
    assert "不再说了" not in said(talk.say(message))
    assert talk.chat().called_off == frozenset()


def test_a_fear_calls_off_no_other_alarm() -> None:
    talk = talk_of("C-DEMO-03")
    for message in ("卖家说不卖了", "万一银行贷款不批怎么办"):
        talk.say(message)
    assert "先别签" in said(talk.say("那我还签不签"))
