"""Does who is passed on to a person read what is on file all the same?"""

from dataclasses import replace

import pytest

from bot.cases.case import Blocker
from bot.cases.milestones import BlockerCode, Milestone, Role
from bot.dialogue.messages import OpenTicket
from tests.samples import STORY, cases
from tests.talks import Talk, said, talk_of


@pytest.mark.parametrize(
    ("case", "first", "then", "told"),
    [
        (
            "C-DEMO-01",
            "is everything ok for wednesday",
            "and the guy from the bank, is he coming too",
            "Loan approval holds until",
        ),
        ("C-DEMO-03", "几号签", "那他们那个章程到底咋弄的", "在等卖家"),
        ("C-DEMO-05", "几号签", "不是等系统，我说那个章程", "签约：11 月 24 日（周二）15:30"),
    ],
)
def test_what_is_on_file_is_told_beside_the_promise(case: str, first: str, then: str, told: str) -> None:
    talk = talk_of(case)
    talk.say(first)
    decision = talk.say(then)
    promised = [action.reason for action in decision.actions if isinstance(action, OpenTicket)]
    assert (promised, told in said(decision)) == (["_unsure"], True)


@pytest.mark.parametrize("message", ["要是我没命了呢", "万一他把钱拿走了呢", "what if he has a gun"])
def test_beside_a_fear_no_day_is_told(message: str) -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("几号签")
    assert [word in said(talk.say(message)) for word in ("11 月 25", "25 Nov")] == [False, False]


def test_of_what_only_a_person_talks_about_no_day_is_told() -> None:
    talk, case = Talk(STORY["C-DEMO-01"]), cases()["C-DEMO-01"]
    trouble = Blocker(BlockerCode.DISPUTE, Milestone.ONLINE_SIGN, Role.SELLER, talk.now.date())
    talk.bind(replace(case, blockers=(trouble,)))
    talk.say("几号签")
    assert "11 月 25" not in said(talk.say("那这样他们怎么算我的"))


@pytest.mark.parametrize(
    ("case", "message", "told"),
    [
        (
            "C-DEMO-02",
            "Right thank you. So whose fault is this, the seller forgot something?",
            "housing bureau",
        ),
        (
            "C-DEMO-03",
            "Good afternoon. I should like to know whether they have come back to you yet.",
            "We are waiting for the seller",
        ),
        ("C-DEMO-05", "ok thats good, thank you! so only wait. and what day exactly I sign?", "Tue 24 Nov at 15:30"),
        ("C-DEMO-03", "咁我揀28號得唔得？多謝先", "在等卖家"),
    ],
)
def test_question_beside_thanks_or_a_greeting_is_heard(case: str, message: str, told: str) -> None:
    assert told in said(talk_of(case).say(message))


@pytest.mark.parametrize("message", ["ok thanks, are you there?", "谢谢啦 你在吗", "hello, how are you?"])
def test_courtesy_alone_is_no_question(message: str) -> None:
    decision = talk_of("C-DEMO-01").say(message)
    assert [action for action in decision.actions if isinstance(action, OpenTicket)] == []


def test_to_whoever_may_end_it_no_deadline_is_listed() -> None:
    talk = talk_of("C-DEMO-01")
    for message in ("我不想活了", "那房子那个东西怎么弄呢"):
        talk.say(message)
    assert "12 月 4 日" not in said(talk.say("那个墙呢怎么搞"))
