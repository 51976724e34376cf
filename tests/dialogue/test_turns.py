"""How much of what is written right after an answer is understood? The floors may only rise."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.samples import STORY, cases
from tests.talks import Talk

FILE = Path(__file__).parents[1] / "utterances" / "turns.tsv"
CASE = "C-DEMO-04"
# What can be said of any step; of these the step counts, too.
OF_ANY_STEP = {"how_long", "docs_needed", "sign_place", "reschedule", "holiday_effect"}
# Two writers had seen the titles of questions and the names of steps alone.
# Language: least right, least right or among the buttons, most wrong, most about the wrong step; all in percent.
FLOORS = {"zh": (75, 80, 4, 1), "en": (65, 72, 10, 1)}


class Turn(NamedTuple):
    """The second of two messages: which questions are right, and which step it means (- where none)."""

    first: str
    second: str
    intents: set[str]
    step: str


def turns(language: str) -> list[Turn]:
    read = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    every = [Turn(first, second, set(intents.split(",")), step) for first, second, intents, step in read]
    return [turn for turn in every if turn.second.isascii() == (language == "en")]


def outcome(turn: Turn) -> str:
    talk = Talk(STORY[CASE])
    talk.bind(cases()[CASE])
    talk.say(turn.first)
    decision = talk.say(turn.second)
    asked = [match.best.intent for match in decision.understood.asked if match.best] if decision.understood else []
    reply, about = decision.chosen.reply if decision.chosen else "", talk.chat().last_about
    offered = {button.data.partition(":")[2] for say in decision.says for button in say.buttons}
    # What is understood, and would be answered in the same words again, is passed on.
    is_passed_on = reply == "_passed_on" and not turn.intents & {*asked}
    if decision.outcome in {"clarify", "fallback"} or is_passed_on:
        return "offered" if offered & turn.intents else "asked"
    if reply in OF_ANY_STEP and turn.step not in {"-", "SIGN_BOOKED"}:
        return "right" if about == turn.step else "of another step"
    return "right" if turn.intents & {*asked, reply} else "wrong"


@cache
def outcomes(language: str) -> Counter[str]:
    return Counter(map(outcome, turns(language)))


def share(language: str, *kinds: str) -> float:
    found = outcomes(language)
    return 100 * sum(found[kind] for kind in kinds) / found.total()


@pytest.mark.parametrize("language", FLOORS)
def test_second_turns_are_understood_as_well_as_ever(language: str) -> None:
    right, offered, wrong, astray = FLOORS[language]

    assert share(language, "right") >= right
    assert share(language, "right", "offered") >= offered
    assert share(language, "wrong") <= wrong
    assert share(language, "of another step") <= astray
