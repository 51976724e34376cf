"""Is what only sounds as if it were asked on left to the questions, or to a person?"""

import pytest

from bot.wording.follow_up import FollowUp
from tests.talks import house, talk_of


@pytest.mark.parametrize(
    ("case", "first", "then", "is_of_it"),
    [
        # The seller is waited for, and in the second case the housing bureau.
        ("C-DEMO-03", "why cant i sign", "any news from the seller", True),
        ("C-DEMO-03", "why cant i sign", "any news from the bank", False),
        ("C-DEMO-02", "怎么还不能签啊", "房管局咋说的", True),
        ("C-DEMO-02", "怎么还不能签啊", "问了没", True),
        ("C-DEMO-02", "怎么还不能签啊", "银行回了没", False),
    ],
)
def test_result_is_told_of_who_is_waited_for(case: str, first: str, then: str, *, is_of_it: bool) -> None:
    talk = talk_of(case)
    talk.say(first)
    decision = talk.say(then)
    reply = decision.chosen.reply if decision.chosen else None
    assert house().content.follow_ups.part(then) == FollowUp.RESULT
    assert (reply == "_follow_up") == is_of_it


@pytest.mark.parametrize(
    "message",
    ["counting today?", "could he get back to me sooner", "should i call the bank and push", "是打电话还是留言"],
)
def test_what_asks_on_word_for_word_calls_nobody_by_a_likeness_alone(message: str) -> None:
    talk = talk_of("C-DEMO-04")
    talk.say("why cant i sign yet" if message.isascii() else "怎么还不能签")
    decision = talk.say(message)
    assert decision.chosen is not None
    assert decision.chosen.reply == "_follow_up"
