"""Is what might happen told from what has, and what is over from what is now?"""

from collections import Counter
from pathlib import Path

import pytest

from bot.cases.milestones import Role
from bot.dialogue.manner import supposes
from bot.wording.subject import PLAIN, Manner
from tests.samples import STORY, cases
from tests.talks import Talk, house, said

# Messages by writers who had seen only the titles of the questions.
MESSAGES = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "utterances" / "manners.tsv").read_text("utf-8").splitlines()
]


def test_what_only_might_happen_is_told_from_what_has() -> None:
    found = Counter(kind for text, kind in MESSAGES if supposes(text))
    assert (found["supposed"], found["happened"], found["past"]) == (45, 0, 0)


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
    assert {reply: content.manners(reply) for reply in ("docs_needed", "double_sale", "goodbye")} == {
        "docs_needed": (PLAIN, Manner(whose=Role.CO_SELLER), Manner(whose=Role.SELLER)),
        "double_sale": (PLAIN, Manner(supposed=True)),
        "goodbye": (PLAIN,),
    }


@pytest.mark.parametrize(
    ("messages", "told"),
    [
        (["要是签字那天房东放我鸽子呢"], "卖家那天真没来"),
        (["卖家今天没来"], "这次不是在等卖家"),
        (["万一银行又不批了怎么办"], "怕银行变卦"),
        (["银行刚打电话说不批了"], "真没批下来"),
        (["什么时候过户", "要是那天还没过呢"], "到那天还没办好"),
        (["when is the transfer", "and if it slips?"], "If it is not done by then"),
        (["上次为什么没签成"], "上一次为什么没签成，我的记录里没有写"),
        (["为什么还不能签"], "没有卡住"),
    ],
)
def test_a_fear_a_report_and_a_look_back_are_answered_differently(messages: list[str], told: str) -> None:
    talk = Talk(STORY["C-DEMO-01"])
    talk.bind(cases()["C-DEMO-01"])
    assert told in [said(talk.say(message)) for message in messages][-1]


def test_who_is_afraid_gets_the_same_help_as_whom_it_has_happened_to() -> None:
    talk = Talk(STORY["C-DEMO-01"])
    talk.bind(cases()["C-DEMO-01"])
    decision = talk.say("他会不会收了我三十万直接玩失踪啊")
    assert ("96110" in said(decision), talk.tickets()) == (True, ["fraud"])
