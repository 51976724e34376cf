"""What do a few words mean right after an answer, where editors say so (`after` of a question)?"""

import pytest

from bot.dialogue.decision import Outcome
from tests.talks import talk_of

CASE = "C-DEMO-04"


def asked(*messages: str) -> str:
    """The question that the last of these messages is taken for."""
    talk = talk_of(CASE)
    *before, last = messages
    for message in before:
        talk.say(message)
    understood = talk.say(last).understood
    return understood.asked[0].intent if understood and understood.asked else ""


@pytest.mark.parametrize(
    ("first", "then", "intent"),
    [
        ("我还差什么材料", "过期了？", "docs_rejected"),
        ("我还差什么材料", "能让我妈送吗", "docs_upload"),
        ("合同最晚哪天签", "能延期吗", "penalty_info"),
        ("贷款批了吗", "到什么时候有效", "approval_expiry"),
        ("does my wife have to sign", "not on the deed", "spouse_sign"),
        ("how does the provident fund loan work", "can i use hers too", "provident_fund"),
        ("which account does the down payment go to", "when does the seller get it", "fund_supervision"),
    ],
)
def test_few_words_mean_there_what_editors_have_written(first: str, then: str, intent: str) -> None:
    assert asked(first, then) == intent


def test_same_words_mean_something_else_after_nothing_and_after_another_question() -> None:
    assert [asked("过期了？"), asked("过户要多久", "过期了？")] == ["approval_expiry"] * 2


def test_longer_message_says_itself_what_it_is_about() -> None:
    long = "我老婆的户口本在老家，她下周才回来，银行又说贷款批了会过期，这个能延期吗"
    assert asked("合同最晚哪天签", long) != "penalty_info"


def test_danger_that_a_rule_knows_is_heard_whatever_was_spoken_of() -> None:
    talk = talk_of(CASE)
    talk.say("房子的首付打到哪个账户")
    decision = talk.say("能退回来吗，他让我转他私人账户")
    assert (decision.outcome, decision.chosen and decision.chosen.reply) == (Outcome.HANDOFF, "suspicious_payment")


def test_likeness_alone_calls_nobody_where_editors_have_written_the_words() -> None:
    talk = talk_of(CASE)
    talk.say("the bank has no quota")
    decision = talk.say("they told me on the phone")
    assert (decision.outcome, decision.chosen and decision.chosen.reply) == (Outcome.ANSWER, "quota_shortage")
