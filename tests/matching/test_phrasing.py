"""Is what is known by its form alone known in every script?"""

from collections.abc import Callable
from datetime import date

import pytest
from opencc import OpenCC

from bot.dialogue.readers.manner import looks_back, supposes
from bot.dialogue.readers.named_day import named_day
from bot.dialogue.readers.news import asks_about_it, corrects, is_late, tells
from bot.matching.clauses import asks, clauses, phrases, requests
from bot.matching.phrasing import Phrasing
from tests.matching.test_utterances import messages

TODAY = date(2026, 11, 23)
SAID = [message.text for name in ("first", "second", "followups") for message in messages(name, "zh")]
PREDICATES: list[Callable[[str], object]] = [
    asks,
    requests,
    tells,
    is_late,
    corrects,
    asks_about_it,
    supposes,
    looks_back,
    lambda message: len(clauses(message)),
    lambda message: len(phrases(message)),
    lambda message: (found := named_day(message, TODAY)) and found[:2],
]


@pytest.mark.parametrize("known", PREDICATES)
def test_traditional_script_is_known_as_simplified_is(known: Callable[[str], object]) -> None:
    other = OpenCC("s2t")
    assert {message: known(other.convert(message)) for message in SAID} == {message: known(message) for message in SAID}


def test_what_is_found_stands_where_it_was_typed() -> None:
    found = Phrasing("什么时候").search("請問什麼時候簽約")
    assert found is not None
    assert found.span() == (2, 6)
