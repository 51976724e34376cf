"""Does fitting find thresholds that answer more, and never at the price of many wrong answers?"""

from bot.matching.evaluation import tally
from bot.matching.fitting import MOST_WRONG, fit, steps, worth
from bot.matching.thresholds import Thresholds
from bot.matching.trial import NOTHING, Grade, Judged, Labelled, Trial
from tests.talks import house

MESSAGES = [
    Labelled("还要多久", (frozenset({"how_long"}),)),
    Labelled("房贷批了怎么还不能签", (frozenset({"why_cant_sign"}),)),
    Labelled("how much longer", (frozenset({"how_long"}),)),
    Labelled("呼啦呼啦", (NOTHING,)),
]


def some(outcome: Grade, count: int, message: Labelled = MESSAGES[0]) -> list[Judged]:
    return [Judged(message, "zh", (), (), outcome)] * count


def test_thresholds_that_answer_nothing_are_mended() -> None:
    closed = Trial(house().content.matcher.under(Thresholds(sure=0.99, alone=0.99, plain=1.0)))
    reached = list(fit(closed, MESSAGES))[-1]
    assert tally(reached.judged).correct == len(MESSAGES)


def test_thresholds_that_do_well_are_kept() -> None:
    trial = Trial(house().content.matcher)
    found = list(fit(trial, MESSAGES))
    assert [step.thresholds for step in found] == [trial.matcher.thresholds] * (steps() // 2)


def test_wrong_answers_beyond_the_limit_outweigh_right_ones() -> None:
    careful = some(Grade.CORRECT, 70) + some(Grade.ASKED, 25) + some(Grade.WRONG, 5)
    bold = some(Grade.CORRECT, 90) + some(Grade.WRONG, 10)
    assert len(careful) * MOST_WRONG == tally(careful).wrong
    assert worth(careful) > worth(bold)


def test_declining_what_is_not_ours_is_no_right_answer() -> None:
    assert worth(some(Grade.CORRECT, 1) + some(Grade.CORRECT, 1, MESSAGES[3])) == 0.5
