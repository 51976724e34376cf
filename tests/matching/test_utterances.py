"""How much of what buyers write is understood? The floors may only rise."""

from collections import Counter
from pathlib import Path

import pytest

from bot.matching.matcher import Verdict
from bot.matching.text import read
from tests.talks import house

FOLDER = Path(__file__).parents[1] / "utterances"
NOT_OURS = "none"
# (file, language): least right at once, least right or among the buttons, most wrong; all in percent.
FLOORS = {
    ("first", "zh"): (0, 0, 100),
    ("first", "en"): (0, 0, 100),
    ("second", "zh"): (0, 0, 100),
    ("second", "en"): (0, 0, 100),
}
# Most messages that are none of our business and are answered all the same, in percent.
MOST_FALSE = {"first": 100, "second": 100}


def messages(name: str) -> list[tuple[str, set[str]]]:
    """Each message of a file with the intents that are right for it."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    return [(text, set(wanted.split(","))) for text, wanted in (line.split("\t") for line in lines)]


def outcome(text: str, wanted: set[str]) -> str:
    """What became of one message: right, offered (among the buttons), wrong or nothing."""
    matcher = house().content.matcher
    match = matcher.match(text)
    if match.verdict == Verdict.SURE and match.best:
        return "right" if match.best.intent in wanted else "wrong"
    offered = match.verdict == Verdict.UNSURE and wanted & {entry.intent for entry in matcher.offers(match)}
    return "offered" if offered else "nothing"


def percent(found: Counter[str], *outcomes: str) -> float:
    return 100 * sum(found[name] for name in outcomes) / sum(found.values())


@pytest.mark.parametrize(("name", "language"), FLOORS)
def test_messages_are_understood_above_the_floor(name: str, language: str) -> None:
    ours = [(text, wanted) for text, wanted in messages(name) if NOT_OURS not in wanted]
    spoken = [(text, wanted) for text, wanted in ours if (read(text).language or "zh") == language]
    found = Counter(outcome(text, wanted) for text, wanted in spoken)
    right, offered, wrong = FLOORS[name, language]
    measured = (percent(found, "right"), percent(found, "right", "offered"), percent(found, "wrong"))
    held = (measured[0] >= right, measured[1] >= offered, measured[2] <= wrong)
    assert held == (True, True, True), f"{name} {language}: {measured}"


@pytest.mark.parametrize("name", MOST_FALSE)
def test_messages_of_other_matters_are_not_answered(name: str) -> None:
    found = Counter(outcome(text, wanted) for text, wanted in messages(name) if NOT_OURS in wanted)
    assert percent(found, "wrong") <= MOST_FALSE[name]
