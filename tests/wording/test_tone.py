"""Does every message read as if a kind and competent person had written it?"""

from collections.abc import Mapping

from bot.wording.facts import FACTS
from tests.exhibits import recital


def test_both_languages_choose_the_same_answer_with_the_same_facts() -> None:
    said, other = _substance("zh"), _substance("en")
    assert {key: found for key, found in said.items() if found != other[key]} == {}


def _substance(language: str) -> Mapping[tuple[str, str], tuple[int, frozenset[str]]]:
    """For each scene and reply which answer it was, and the facts that it said under their English names."""
    english = {fact.zh: fact.en for fact in FACTS}
    return {
        (shown.scene.name, shown.chosen.reply): (
            shown.chosen.answer,
            frozenset(english.get(name, name) for name in shown.chosen.facts),
        )
        for shown in recital()
        if shown.language == language
    }
