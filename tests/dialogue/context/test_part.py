"""Is a part of the answer that is asked for in the same breath as the step answered alone, and by its own line?"""

import pytest

from tests.talks import talk_of


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("抵押登记谁去办", "一般由银行去登记中心办，要您签字的会提前跟您约。"),
        (
            "who does the mortgage registration",
            (
                "Mostly the bank files it at the property registry. "
                "Where your signature is needed, you are told in advance."
            ),
        ),
        ("过户谁去办", "一般您和卖家都要本人到场；谁来不了，先办公证的委托书。"),
        (
            "what does my mortgage registration cost",
            "The official fee applies; the loan contract says who bears it. Pay nobody to speed it up.",
        ),
    ],
)
def test_what_names_the_step_and_asks_for_a_part_reads_that_part(message: str, told: str) -> None:
    assert talk_of("C-DEMO-06").say(message).says[0].plain == told


@pytest.mark.parametrize("message", ["抵押登记什么时候办", "卖家过户谁去办", "抵押登记和过户谁去办"])
def test_what_asks_for_the_day_or_names_somebody_or_two_steps_reads_all_of_it(message: str) -> None:
    says = talk_of("C-DEMO-06").say(message).says
    assert "12 月" in says[0].plain or "Dec" in says[0].plain


@pytest.mark.parametrize(
    ("first", "again"), [("放款什么时候", "几号放款来着"), ("when is the transfer", "what day is the transfer")]
)
def test_whoever_asks_for_the_day_of_a_step_by_name_reads_it_again(first: str, again: str) -> None:
    talk = talk_of("C-DEMO-06")
    assert talk.say(first).says[0].plain == talk.say(again).says[0].plain
