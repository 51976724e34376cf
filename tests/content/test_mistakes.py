"""Is every mistake told once, at its very spot, with a cure that works?"""

import re
from collections import Counter
from pathlib import Path

import pytest

from bot.content.advice import ADVICE
from tests.content.seeded import Mistake, Workshop, build, look, mistakes, told

# A value that was never put in; the braces of templates are doubled.
_GAP = re.compile(r"(?<!\{)\{\w*\}(?!\})")
_LANGUAGES = ("zh", "en")
# One path alone can bring this, by being gone: a mistake replaces a piece of one file, and moves none.
# `test_dialogues.py` looks for dialogues where a file lies.
_ONLY_ONCE = {"no-dialogues"}
every_mistake = pytest.mark.parametrize("mistake", mistakes(), ids=lambda mistake: mistake.name)


@every_mistake
def test_each_mistake_is_told_once_at_its_very_spot(workshop: Workshop, mistake: Mistake) -> None:
    found = workshop.seen(mistake)
    assert tuple(told(problem, workshop.root, mistake.file) for problem in found) == mistake.findings


@every_mistake
def test_following_the_cure_makes_every_finding_disappear(workshop: Workshop, mistake: Mistake) -> None:
    assert workshop.look(mistake.mended) == ()


@every_mistake
def test_each_finding_speaks_both_languages_without_a_gap(workshop: Workshop, mistake: Mistake) -> None:
    problems = workshop.seen(mistake)
    words = [words(language) for entry in problems for words in (entry.message, entry.cure) for language in _LANGUAGES]
    assert [text for text in words if not text.strip() or _GAP.search(text)] == []


@pytest.mark.parametrize(
    "mistake",
    [mistake for mistake in mistakes() if "SECRET" in f"{mistake.wrong}{mistake.environment}"],
    ids=lambda mistake: mistake.name,
)
def test_no_finding_prints_what_may_be_a_secret(workshop: Workshop, mistake: Mistake) -> None:
    assert "SECRET" not in str(workshop.seen(mistake))


def test_every_kind_of_finding_has_a_seeded_mistake() -> None:
    seeded = {finding.split(" ")[1] for mistake in mistakes() for finding in mistake.findings}
    assert seeded == set(ADVICE)


def test_every_kind_of_finding_is_seeded_twice_unless_only_one_mistake_can_bring_it() -> None:
    seeded = Counter(rule for mistake in mistakes() for rule in {found.split(" ")[1] for found in mistake.findings})
    assert {rule for rule in ADVICE if seeded[rule] < 2} == _ONLY_ONCE


def test_every_name_of_a_mistake_stands_only_once() -> None:
    names = [mistake.name for mistake in mistakes()]
    assert sorted(set(names)) == sorted(names)


def test_the_installation_that_is_spoilt_was_sound_before(tmp_path: Path) -> None:
    root = build(tmp_path)
    spoilt = "intents messages.tsv messages.yaml dialogues cases.yaml cases.csv config.yaml practice"
    files = spoilt.split()
    assert [look(root, Mistake("none", file, ())) for file in files] == [[]] * len(files)
