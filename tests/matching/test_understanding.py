"""Is each question of a message heard, and nothing heard that is none?"""

import pytest

from bot.matching.match import Verdict
from bot.matching.understanding import Understanding, understand
from tests.talks import house


def heard(message: str) -> Understanding:
    return understand(house().content.matcher, message)


def asked(message: str) -> list[str]:
    return [match.best.intent for match in heard(message).asked if match.best]


@pytest.mark.parametrize(
    ("message", "intents"),
    [
        ("签约要带什么材料？放款还要多久？", ["docs_needed", "loan_release_time"]),
        ("what documents do i need? also when will the bank release the loan?", ["docs_needed", "loan_release_time"]),
        ("什么时候过户，房本又是哪天能领", ["title_transfer", "certificate_time"]),
        ("when do i get the keys and when do i start paying the bank back", ["handover_time", "repayment_start"]),
        ("顾问电话发我 另外把进度也说一下", ["advisor_contact", "status_now"]),
        ("change my number and stop the alerts", ["unbind", "unsubscribe"]),
        ("房本什么时候能拿？你们几点下班", ["certificate_time", "working_hours"]),
        ("到哪步了，另外签约带什么", ["status_now", "docs_needed"]),
        ("几点签 在哪儿", ["sign_date", "sign_place"]),
        ("要带啥 在几楼", ["docs_needed", "sign_place"]),
        ("when is it and where", ["sign_date", "sign_place"]),
        ("where are we now? delete my data", ["status_now", "delete_data"]),
        ("when do i get the deed what do i bring to the signing? get me a real person", ["certificate_time", "human"]),
        ("你们咋保护我的信息阿 能不能把我的全删了", ["privacy", "delete_data"]),
        ("I'd like to know: 1) signing date 2) what I bring", ["sign_date", "docs_needed"]),
        ("想问：1、带啥 2、税谁出", ["docs_needed", "taxes"]),
        # Short, but it opens the message, and a rule knows it.
        ("when's our slot and where do i need to turn up", ["sign_date", "sign_place"]),
        ("any news and who's looking after my file now", ["status_now", "advisor_contact"]),
        # By itself it is as like another; the whole says which.
        ("Does National Day week push everything back, and what day are we down for?", ["holiday_effect", "sign_date"]),
        ("预约的是几点，在售楼处还是房管局呀", ["sign_date", "sign_place"]),
    ],
)
def test_two_questions_in_one_message_are_both_heard(message: str, intents: list[str]) -> None:
    assert asked(message) == intents


def test_a_word_beside_a_question_of_another_step_is_of_that_step() -> None:
    assert asked("过户要带什么 在哪") == ["title_transfer"]


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("银行批了，什么时候签约", "sign_date"),
        ("预告登记要不要做，啥用", "pre_notice"),
        ("材料啥都齐了，为啥签不了", "why_cant_sign"),
        ("bank turned me down. what now", "loan_rejected"),
        ("批贷原来还有期限? 多久啊", "approval_expiry"),
        ("户口本照片又没通过？？第三次了", "docs_rejected"),
        ("loan money still not out?? title changed last week", "loan_release_time"),
        ("in the approval letter it says approved. does it mean the money is there?", "loan_approved_meaning"),
    ],
)
def test_fact_or_afterthought_beside_a_question_is_no_other_question(message: str, intent: str) -> None:
    assert asked(message) == [intent]


def test_only_question_is_answered_where_the_whole_could_be_told_to_be_anything() -> None:
    assert asked("我们刚领证 还没办酒呢 请问签约地址在哪") == ["sign_place"]


@pytest.mark.parametrize(
    ("message", "intents"),
    [
        ("我想死，签约带什么？放款多久？", ["self_harm"]),
        ("房子被查封了，什么时候过户，什么时候放款", ["frozen_property"]),
        ("我老公刚去世，什么时候过户，签约带什么", ["bereavement"]),
        ("卖家反悔不卖了，签约时间能改吗，税谁出", ["seller_backs_out"]),
        ("我被骗了，什么时候签约，能不能改时间", ["fraud"]),
        ("把地址发我，进度到哪一步了，要走法律程序", ["legal_dispute"]),
        ("vendor pulled out, where do we sign, when is the loan released", ["seller_backs_out"]),
        ("the contract is fake, what documents do i need", ["fraud"]),
        ("when is the loan released and i want to kill myself", ["self_harm"]),
        ("give me my cash or something nasty happens to your daughter, when is the loan released", ["threat"]),
    ],
)
def test_what_must_not_wait_is_heard_between_questions(message: str, intents: list[str]) -> None:
    assert asked(message) == intents


@pytest.mark.parametrize(
    ("message", "intents", "left"),
    [
        ("什么时候放款？什么时候过户？银行拒贷了怎么办？", ["loan_release_time", "loan_rejected"], "title_transfer"),
        ("签约带什么？放款要多久？我想离婚，房子怎么办？", ["docs_needed", "divorce"], "loan_release_time"),
        ("把地址发我，要交多少税，网签了能改吗", ["sign_place", "change_contract"], "taxes"),
    ],
)
def test_what_is_grave_is_never_left_for_a_button(message: str, intents: list[str], left: str) -> None:
    assert (asked(message), heard(message).left) == (intents, (left,))


def test_nothing_is_answered_beside_what_may_be_grave() -> None:
    assert asked("bank turned me down what now and do i lose the deposit") == ["loan_rejected"]


def test_grave_question_is_answered_beside_another() -> None:
    assert asked("什么时候放款？另外我想把我老婆名字加上") == ["loan_release_time", "add_name"]


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("不是问税，问的是中介收多少", "agent_fee"),
        ("我没问这个，我不想活了", "self_harm"),
        ("没问题了吧？哪天签", "sign_date"),
        ("先别转人工，税费要交多少", "taxes"),
    ],
)
def test_what_somebody_says_is_not_asked_is_not_answered(message: str, intent: str) -> None:
    assert asked(message) == [intent]


def test_third_question_is_left_for_a_button() -> None:
    understood = heard("签约要带什么材料？放款还要多久？什么时候过户？")
    assert (len(understood.asked), understood.left) == (2, ("title_transfer",))


def test_one_question_asked_twice_is_heard_once() -> None:
    assert asked("放款要多久？什么时候放款？") == ["loan_release_time"]


def test_thanks_and_greetings_beside_a_question_are_no_question() -> None:
    assert asked("您好！请问签约要带什么材料？谢谢！") == ["docs_needed"]


def test_what_must_not_wait_is_asked_alone() -> None:
    assert asked("放款还要多久？我不想活了。") == ["self_harm"]


@pytest.mark.parametrize(
    "message", ["", " ", "？？？", "😀😀😀", "98765", "\x00\x07", "{{ 7*7 }}", "<b>x</b>", "字" * 10_000]
)
def test_nonsense_is_never_surely_anything(message: str) -> None:
    assert heard(message).verdict != Verdict.SURE


@pytest.mark.parametrize("message", ["孩子期中考数学58分 咋补", "青蛙王子捏泥巴 咋补", "我签了个快递 到哪了 顺丰的"])
def test_a_part_of_what_is_not_about_a_home_is_no_question(message: str) -> None:
    assert set(asked(message)) <= {"out_of_scope"}


@pytest.mark.parametrize("message", ["我这就想确认一遍，材料有没有交齐", "银行给了张同意书，什么意思"])
def test_filler_beside_a_question_is_no_cry_for_help(message: str) -> None:
    intents = house().content.intents
    assert [name for name in asked(message) if intents[name].is_urgent] == []


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("我明天飞机，不想活了", "self_harm"),
        ("i have a flight that day, i want to die", "self_harm"),
        ("系统还没好 不想活了怎么办", "self_harm"),
        ("where do i go tomorrow, my mother died", "bereavement"),
        ("我那天飞机，我爸去世了", "bereavement"),
        ("where do i go tomorrow, i was scammed", "fraud"),
        ("lost id card, i was scammed", "fraud"),
        ("卖家那边好了没 他威胁我", "threat"),
        ("卖家催我付钱", "suspicious_payment"),
        ("seller is rushing me to wire it", "suspicious_payment"),
        ("网签了 签名不是我的", "fraud"),
        ("什么时候签约，不想活了", "self_harm"),
        ("首付什么时候交 我想死", "self_harm"),
        ("when do we sign, i want to die", "self_harm"),
        ("leave it, i'll jump", "self_harm"),
        ("算了 我跳", "self_harm"),
    ],
)
def test_no_everyday_question_beside_it_takes_an_alarm(message: str, intent: str) -> None:
    assert asked(message) == [intent]


@pytest.mark.parametrize(
    "message",
    [
        "中介替我签了合同我都不知道",
        "中介瞒着我替我把合同签了",
        "他们替我签了字怎么办",
        "我没签过字，合同上却有我的签名",
        "my agent signed without asking me",
        "the agency signed my contract without my knowledge",
        "somebody signed the contract in my name",
        "i never signed but my name is on the contract",
    ],
)
def test_a_name_that_another_wrote_is_a_forgery(message: str) -> None:
    assert asked(message) == ["fraud"]


@pytest.mark.parametrize(
    "message",
    [
        "能让别人替我签吗",
        "我妈替我签了委托书",
        "我没签，合同上我名字写错了",
        "我还没签，合同里有我名字吗",
        "is it signed already, i haven't signed yet",
        "someone sign for me?",
        "my wife signed for me with a power of attorney, is that ok",
        "i haven't signed, is my name spelled right in the contract?",
        "seller signed without telling me",
    ],
)
def test_who_may_sign_and_who_has_not_is_no_forgery(message: str) -> None:
    assert "fraud" not in asked(message)


def test_who_laughs_about_it_is_answered() -> None:
    assert asked("什么时候签约，等得我想死哈哈") == ["sign_date"]


@pytest.mark.parametrize("message", ["whats my last day to sign", "when is the last day for signing"])
def test_a_last_day_to_sign_is_nobodys_last(message: str) -> None:
    assert asked(message) == ["sign_date"]


def test_a_part_is_not_answered_where_the_whole_may_be_none_of_our_matters() -> None:
    message = "my baby's birth certificate has my name misspelled, who corrects it, the hospital or the police"
    assert asked(message) == []
