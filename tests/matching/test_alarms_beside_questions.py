"""Is danger still heard when a harmless question stands beside it? A new rule may swallow what only examples know."""

from functools import cache
from zlib import crc32

import pytest

from bot.matching.tiers import Tiers
from bot.matching.trial import Labelled
from tests.matching.test_utterances import answered, messages, ours
from tests.noted import FOLDER
from tests.talks import house

# Of so many alarms, taken from all files of urgent messages, each stands before every harmless question that
# `everyday` asks in a few words.
_ALARMS = 30
_COMMA = {"zh": "，", "en": ", "}
# Percent that are heard: of all together, and beside the question that hides most of them.
FLOORS = {"zh": (77, 58), "en": (87, 71)}


@pytest.mark.parametrize("language", FLOORS)
def test_an_alarm_is_heard_beside_any_question(language: str) -> None:
    heard = {question: _heard_beside(question, language) for question in _harmless(language)}
    together = sum(heard.values()) / len(heard)
    fewest = min(heard, key=heard.__getitem__)
    whole, least = FLOORS[language]
    assert (together >= whole, heard[fewest] >= least) == (True, True), f"{together:.1f}, {fewest}: {heard[fewest]:.0f}"


def _heard_beside(question: str, language: str) -> float:
    """Percent of the alarms that are heard with this question behind a comma."""
    joined = [f"{alarm}{_COMMA[language]}{question}" for alarm in _alarms(language)]
    return 100 * sum(map(_is_alarmed, joined)) / len(joined)


def _is_alarmed(text: str) -> bool:
    return not answered(text).isdisjoint(_tiers().urgent)


@cache
def _alarms(language: str) -> tuple[str, ...]:
    """Messages that are nothing but an alarm, and are heard as one by themselves."""
    files = [path.stem for path in sorted(FOLDER.glob("*urgent*.tsv"))]
    told = [message.text for name in files for message in messages(name, language) if _is_urgent(message)]
    found = [text for text in told if _is_alarmed(text)]
    return tuple(sorted(found, key=_shuffled)[:_ALARMS])


def _shuffled(text: str) -> int:
    """An order that one message more or less leaves as it is."""
    return crc32(text.encode())


def _is_urgent(message: Labelled) -> bool:
    return message.is_ours and message.right <= _tiers().urgent


def _harmless(language: str) -> list[str]:
    asked = ours("everyday", language)
    return [message.text for message in asked if message.right.isdisjoint(_tiers().grave)]


def _tiers() -> Tiers:
    return house().content.matcher.tiers
