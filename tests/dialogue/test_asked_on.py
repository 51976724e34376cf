"""How much of what is asked on in a few words is known by its words alone? The floors may only rise."""

from collections import Counter
from pathlib import Path

from tests.talks import house

FILE = Path(__file__).parents[1] / "utterances" / "asked_on.tsv"
NONE = "none"
# Of 638 messages that ask for a part of the answer.
LEAST_RIGHT, MOST_WRONG = 329, 11


def outcomes() -> Counter[str]:
    """How many are known, taken for another part or left to the questions; and how many of something else are taken."""
    lines = FILE.read_text("utf-8").splitlines()
    return Counter(outcome(*line.split("\t")) for line in lines if not line.startswith("#"))


def outcome(message: str, kind: str) -> str:
    part = house().content.follow_ups.part(message)
    if kind == NONE:
        return "taken" if part else "spared"
    return "right" if part == kind else "wrong" if part else "left"


def test_what_is_asked_on_is_known_by_its_words() -> None:
    found = outcomes()
    held = (found["right"] >= LEAST_RIGHT, found["wrong"] <= MOST_WRONG, found["taken"])
    assert held == (True, True, 0), found
