"""Which scenarios do tests share? The shipped ones, read as the product reads them."""

from functools import cache

from bot.content.practice import PracticeSetting, coached_by, read_practice
from bot.content.tone.words import load_tone
from bot.desk.practice.scenario import Exercise, Practice
from tests.samples import ROOT, cases, config
from tests.talks import house

LANGUAGES = ("zh", "en")


@cache
def practice() -> Practice:
    """All shipped scenarios."""
    words = coached_by(load_tone(ROOT / "replies"))
    found, problems = read_practice(ROOT / "practice", PracticeSetting(cases(), config().process, house(), words))
    assert problems == []
    return found


def scene(name: str, language: str = "zh", turn: int = 0) -> Exercise:
    """One turn of a shipped scenario."""
    scenario = practice().scenarios[name]
    return Exercise(practice().house, scenario.standing, scenario.turns[turn], language, practice().words[language])


def scenes() -> list[Exercise]:
    """Every turn of every scenario, in both languages."""
    return [
        scene(name, language, turn)
        for name, scenario in practice().scenarios.items()
        for turn in range(len(scenario.turns))
        for language in LANGUAGES
    ]
