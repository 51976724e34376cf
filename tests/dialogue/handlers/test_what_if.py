"""Does who asks what follows from a later day hear when the signing would be?"""

import pytest

from bot.dialogue.decision import Decision
from tests.talks import said, talk_of


def reply(decision: Decision) -> str | None:
    return decision.chosen.reply if decision.chosen else None


@pytest.mark.parametrize(
    ("case", "message", "told"),
    [
        ("C-DEMO-02", "核验20号才出来，来得及吗", ("10 月 22 日（周四）", "来得及")),
        ("C-DEMO-02", "要是22号才出来呢", ("10 月 26 日（周一）", "过了合同约定的最晚签约日 10 月 23 日（周五）")),
        ("C-DEMO-02", "if the result comes on 15 oct when can we sign", ("Mon 19 Oct", "in time")),
        # What is booked before that day could not take place.
        (
            "C-DEMO-05",
            "what if it is not back until 30 nov",
            ("Mon 30 Nov", "Tue 24 Nov at 15:30, could not take place"),
        ),
    ],
)
def test_signing_is_reckoned_from_the_day_that_is_supposed(case: str, message: str, told: tuple[str, str]) -> None:
    decision = talk_of(case).say(message)
    text = said(decision)
    assert (reply(decision), [one in text for one in told]) == ("_what_if", [True, True])


@pytest.mark.parametrize(
    ("case", "message"),
    [
        # It has not come by then, the buyer is late, why so late, when they are told.
        ("C-DEMO-02", "要是15号还没出来呢"),
        ("C-DEMO-02", "我20号才能回来，来得及签吗"),
        ("C-DEMO-02", "为什么要等到20号才能出来"),
        ("C-DEMO-02", "20号出来了会告诉我吗"),
        # Another step is named, or nothing is in the way.
        ("C-DEMO-02", "贷款20号才批下来来得及吗"),
        ("C-DEMO-01", "27号才出来来得及吗"),
        # A day before the hour that is booked, the buyer's own papers, nobody whose case it is, a file in doubt.
        ("C-DEMO-05", "要是24号恢复呢"),
        ("C-DEMO-04", "材料27号才弄好来得及吗"),
        # A seller who answers may sign the next day.
        ("C-DEMO-03", "what if the seller only answers on the 29th"),
        ("C-EDGE-08", "核验20号才出来，来得及吗"),
        ("C-EDGE-09", "核验20号才出来，来得及吗"),
    ],
)
def test_whatever_is_no_such_question_is_answered_otherwise(case: str, message: str) -> None:
    assert reply(talk_of(case).say(message)) != "_what_if"


def test_who_has_to_wait_for_a_person_reads_that_before_what_would_follow() -> None:
    talk = talk_of("C-DEMO-02")
    talk.say("邻居说这套房他也付了定金")
    text = said(talk.say("核验20号才出来，来得及吗"))
    assert ("先别付" in text, "照一般用时推" in text) == (True, True)
