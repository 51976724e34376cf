"""Is it judged fairly what becomes of a message, and does a trial decide as the live matcher does?"""

from dataclasses import replace

import pytest

from bot.matching.thresholds import Thresholds
from bot.matching.trial import NOTHING, Grade, Labelled, Trial, outcome
from bot.matching.understanding import understand
from tests.talks import house

WHY, HOW_LONG = frozenset({"why"}), frozenset({"how_long"})
BOTH = WHY | HOW_LONG


@pytest.mark.parametrize(
    ("readings", "answered", "offered", "expected"),
    [
        ([WHY], ["why"], [], Grade.CORRECT),
        ([WHY], [], ["how_long", "why"], Grade.ASKED),
        ([WHY], [], ["how_long"], Grade.DECLINED),
        ([WHY], [], [], Grade.DECLINED),
        ([WHY], ["how_long"], ["why"], Grade.WRONG),
        ([WHY], ["why", "how_long"], [], Grade.WRONG),
        ([WHY, HOW_LONG], ["how_long"], [], Grade.CORRECT),
        ([WHY, HOW_LONG], ["why", "how_long"], [], Grade.CORRECT),
        ([BOTH], ["why", "how_long"], [], Grade.CORRECT),
        ([BOTH], ["why"], ["how_long"], Grade.ASKED),
        ([BOTH], ["why"], [], Grade.DECLINED),
        ([BOTH], ["why", "human"], [], Grade.WRONG),
        ([NOTHING], [], [], Grade.CORRECT),
        ([NOTHING], [], ["why"], Grade.ASKED),
        ([NOTHING], ["why"], [], Grade.WRONG),
        ([WHY, NOTHING], [], [], Grade.CORRECT),
        ([NOTHING, WHY], ["why"], [], Grade.CORRECT),
    ],
)
def test_an_outcome_follows_from_what_is_said_and_offered(
    readings: list[frozenset[str]], answered: list[str], offered: list[str], expected: Grade
) -> None:
    assert outcome(Labelled("…", tuple(readings)), answered, offered) == expected


@pytest.mark.parametrize("limits", [Thresholds(), Thresholds(sure=0.9, alone=0.9, plain=0.95), Thresholds(plain=0.1)])
def test_a_trial_understands_as_a_matcher_with_these_thresholds(limits: Thresholds) -> None:
    messages = ["房贷批了怎么还不能签", "签约带什么？另外放款要多久", "有人威胁我", "呼啦呼啦", "how much longer?"]
    matcher = house().content.matcher
    trial = Trial(matcher)
    for message in messages:
        understand(trial, message)
    heard = [understand(trial.under(limits), message) for message in messages]
    live = [understand(matcher.under(limits), message) for message in messages]
    told = [[[entry.score for entry in match.candidates] for match in found.asked] for found in heard]
    assert told == [[[entry.score for entry in match.candidates] for match in found.asked] for found in live]


def test_thresholds_that_are_tried_leave_the_live_matcher_alone() -> None:
    matcher = house().content.matcher
    before = matcher.thresholds
    matcher.under(replace(before, sure=0.99))
    assert matcher.thresholds == before


def test_two_questions_in_one_message_are_both_judged() -> None:
    message = Labelled("签约带什么？另外放款要多久", (frozenset({"docs_needed", "loan_release_time"}),))
    judged = Trial(house().content.matcher).judge(message)
    assert (judged.language, judged.outcome) == ("zh", Grade.CORRECT)
