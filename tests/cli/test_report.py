"""Does a report say why an answer was chosen, and why an earlier one was not?"""

from bot.cli.report import brief, explanation
from bot.dialogue.decision import Decision, Outcome
from bot.matching.understanding import understand
from tests.exhibits import answer, answering, told
from tests.talks import house

LATE = answer("{{ 系统停始 }}", "{{ outage_since }}", {"state": "booked"})
LAST = answer("不知道", "no idea")


def decision(message: str | None) -> Decision:
    """how_long about C-DEMO-01, whose first answer fits and lacks a fact."""
    understood = understand(house().content.matcher, message) if message else None
    return Decision(Outcome.ANSWER, "zh", (), understood, told("C-DEMO-01", answering(LATE, LAST)).chosen)


def test_explanation_names_the_fact_that_an_earlier_answer_lacked() -> None:
    lines = explanation(decision(None), house().content).splitlines()
    assert lines[1:] == [
        "reply       replies/progress/how_long.yaml, answer 2",
        "  skipped   an earlier answer, for 系统停始 is not known",
    ]


def test_one_line_says_question_words_and_source() -> None:
    line = brief(decision("还要多久"), house().content)
    assert (line.startswith("answer: how_long "), line.endswith(" → how_long.yaml, answer 2")) == (True, True)


def test_button_has_no_words_to_explain() -> None:
    assert brief(decision(None), house().content) == "answer: – → how_long.yaml, answer 2"
