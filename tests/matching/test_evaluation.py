"""Do the figures say what became of the messages?"""

from hypothesis import given
from hypothesis import strategies as st

from bot.matching.evaluation import (
    Alarms,
    Confusion,
    Point,
    Tally,
    alarms,
    confusions,
    curve,
    moved,
    point,
    row,
    tallies,
)
from bot.matching.thresholds import Thresholds
from bot.matching.trial import NOTHING, Judged, Labelled, Trial, outcome
from tests.talks import house


def judged(wanted: str, *answered: str, text: str = "…", language: str = "zh") -> Judged:
    readings = tuple(NOTHING if name == "none" else frozenset(name.split("+")) for name in wanted.split(","))
    message = Labelled(text, readings)
    return Judged(message, language, answered, (), outcome(message, answered, ()))


def test_messages_are_counted_by_their_language() -> None:
    found = tallies(
        [judged("why", "why"), judged("why", "how_long"), judged("why", language="en")], lambda entry: entry.language
    )
    assert found == {"en": Tally(1, 0, 0, 0, 1), "zh": Tally(2, 1, 0, 1, 0)}


def test_a_message_counts_under_the_first_of_its_questions() -> None:
    assert [row(judged(wanted)) for wanted in ("why,how_long", "how_long+why", "none,why")] == [
        "why",
        "how_long",
        "none",
    ]


def test_every_wrong_answer_is_a_confusion_with_a_sample() -> None:
    found = confusions(
        [
            judged("why", "how_long", text="one"),
            judged("why", "why", "how_long", text="two"),
            judged("none", "human", text="three"),
            judged("why", "why", text="four"),
        ]
    )
    assert found == [Confusion("why", "how_long", 2, "one"), Confusion("none", "human", 1, "three")]


def test_precision_is_of_the_answered_and_wrong_of_all() -> None:
    found = [judged("why", "why"), judged("why", "how_long"), judged("why"), judged("none")]
    assert point(0.5, found) == Point(sure=0.5, answered=0.5, precision=0.5, wrong=0.25)


def test_nothing_at_all_has_a_point_of_its_own() -> None:
    assert point(0.5, []) == Point(0.5, 0.0, 1.0, 0.0)


def test_alarms_are_counted_where_meant_and_where_not() -> None:
    found = [judged("fraud", "fraud"), judged("fraud"), judged("why", "fraud"), judged("why", "why")]
    assert alarms(found, {"fraud"}) == Alarms(wanted=2, found=1, false=1)


def test_the_curve_holds_the_present_value_and_falls() -> None:
    messages = [Labelled(text, (frozenset({"how_long"}),)) for text in ("还要多久", "还得等好一阵子吧", "how long")]
    trial = Trial(house().content.matcher)
    points = list(curve(trial, messages))
    shares = [entry.answered for entry in points]
    assert trial.matcher.thresholds.sure in [entry.sure for entry in points]
    assert shares == sorted(shares, reverse=True)


@given(st.integers(0, 100))
def test_moved_thresholds_stay_in_order(hundredths: int) -> None:
    from_now_on = moved(Thresholds(), hundredths / 100)
    in_order = [from_now_on.offer, from_now_on.alone, from_now_on.sure, from_now_on.plain]
    assert in_order == sorted(in_order)
