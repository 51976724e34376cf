"""Is what might happen told from what has, and what is over from what is now?"""

from collections import Counter
from datetime import date

import pytest

from bot.cases.milestones import Role
from bot.dialogue.readers.manner import looks_back, supposes
from bot.wording.follow_up import FollowUp
from bot.wording.subject import PLAIN, Manner
from tests.noted import rows
from tests.talks import house, said, talk_of

# Messages by writers who had seen only the titles of the questions.
MESSAGES = rows("manners")


def test_what_only_might_happen_is_told_from_what_has() -> None:
    every, found = Counter(kind for _, kind in MESSAGES), Counter(kind for text, kind in MESSAGES if supposes(text))
    assert {kind: (found[kind], every[kind]) for kind in ("supposed", "happened", "past", "not_supposed")} == {
        "supposed": (44, 48),
        "happened": (3, 136),
        "past": (0, 24),
        "not_supposed": (14, 24),
    }


def test_what_is_over_is_told_from_what_still_goes_on() -> None:
    over = ["上次为什么没签成", "上回周四为啥没签成", "为什么没签成", "why didn't we sign last time"]
    going_on = [
        *("为什么到现在还没签成", "怎么一直没签成", "上次你说材料齐了，为什么还不能签", "房贷批了怎么还没签成"),
        *("why were we told we cannot sign yet", "why are we still not signed"),
    ]
    assert ([looks_back(text) for text in over], [looks_back(text) for text in going_on]) == ([True] * 4, [False] * 6)


@pytest.mark.parametrize(
    ("first", "then"),
    [("还要多久", "要是我没命了呢"), ("how much longer", "what if he has a gun"), ("还要多久", "万一他把钱拿走了呢")],
)
def test_a_fear_of_something_grave_is_never_the_last_question_again(first: str, then: str) -> None:
    talk = talk_of("C-DEMO-01")
    talk.say(first)
    answer = said(talk.say(then))
    assert ("11 月 25 日" in answer, "25 Nov" in answer) == (False, False)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("我爸去世了会不会影响签约", "我们心里也很难受"),
        ("I lost my job, might the bank cancel the loan?", "Thank you for telling us first"),
        ("钱转给骗子了怕追不回来", "现在马上打您银行的客服"),
        ("房子被查封了会不会影响过户", "查清之前，先别再付钱"),
    ],
)
def test_what_has_happened_is_answered_as_such_though_its_consequence_is_feared(message: str, told: str) -> None:
    talk = talk_of("C-DEMO-01")
    assert told in said(talk.say(message))


@pytest.mark.parametrize(
    "message",
    [
        "卖家说不来了，要是真的怎么办",
        "银行刚通知不批了，万一要赔钱呢",
        "我很担心，卖家已经三天没消息了",
        "会不会是骗子",
        "要是方便的话把编号发我",
        "the bank just told me no, what if i have to pay",
        "tell me if it is signed",
        "might as well sign",
    ],
)
def test_what_has_happened_is_not_taken_for_a_fear(message: str) -> None:
    assert not supposes(message)


def test_answers_name_the_manners_that_have_a_say_in_them() -> None:
    content = house().content
    assert {reply: content.manners(reply) for reply in ("buyer_delay", "double_sale", "goodbye", "sign_place")} == {
        "buyer_delay": (
            PLAIN,
            Manner(said="a bit late"),
            Manner(said="never asked to postpone"),
            Manner(follow_up=FollowUp.RESULT),
            Manner(follow_up=FollowUp.TIMES),
            Manner(follow_up=FollowUp.STAYS),
            Manner(follow_up=FollowUp.WHO),
            Manner(named=date(2099, 12, 31)),
        ),
        "double_sale": (PLAIN, Manner(supposed=True)),
        "goodbye": (PLAIN,),
        "sign_place": (
            PLAIN,
            Manner(said="address"),
            Manner(whose=Role.CO_SELLER),
            Manner(whose=Role.SELLER),
            Manner(said="english"),
        ),
    }


@pytest.mark.parametrize(
    ("messages", "told"),
    [
        (["要是签字那天房东放我鸽子呢"], "卖家那天真没来"),
        (["卖家今天没来"], "这个消息我转给周顾问去核实"),
        (["万一银行又不批了怎么办"], "怕银行变卦"),
        (["银行刚打电话说不批了"], "真没批下来"),
        (["什么时候过户", "要是那天还没过呢"], "到那天还没办好"),
        (["when is the transfer", "and if it slips?"], "If it is not done by then"),
        (["when is the transfer", "what if that never happens"], "If it is not done by then"),
        (["上次为什么没签成"], "上一次为什么没签成，我的记录里没有写"),
        (["为什么还不能签"], "没有卡住"),
    ],
)
def test_a_fear_a_report_and_a_look_back_are_answered_differently(messages: list[str], told: str) -> None:
    talk = talk_of("C-DEMO-01")
    assert told in [said(talk.say(message)) for message in messages][-1]


def test_who_is_afraid_gets_the_same_help_as_whom_it_has_happened_to() -> None:
    talk = talk_of("C-DEMO-01")
    decision = talk.say("他会不会收了我三十万直接玩失踪啊")
    assert ("96110" in said(decision), talk.tickets()) == (True, ["fraud"])


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("缴税也要我去吗", "有的要本人去税务窗口"),
        ("do i have to be there for the transfer", "usually both go to the property registry"),
        ("交房那天我必须在场吗", "本人到房子里"),
    ],
)
def test_whether_to_come_is_told_of_the_step_that_is_named(message: str, told: str) -> None:
    assert told in talk_of("C-DEMO-06").say(message).says[0].plain
