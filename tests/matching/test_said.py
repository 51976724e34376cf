"""Is it known where each word stands, and how much of a message a rule would have to explain?"""

import pytest

from bot.matching.lexicon import Hit
from bot.matching.said import ELSEWHERE, FILLER, Found, Said

TEXTS = ("请", "问", "网", "签", "呀", "咦")


def hit(start: int, end: int, *concepts: str, by_sound: bool = False) -> Hit:
    return start, end, (1 << end) - (1 << start), frozenset(concepts), by_sound


def test_words_are_found_with_their_text_in_the_order_of_the_message() -> None:
    said = Said(TEXTS, [hit(2, 4, "sign"), hit(3, 4, "sign", by_sound=True)])
    sign = frozenset({"sign"})
    assert said.found == (Found("网签", 2, 4, sign), Found("签", 3, 4, sign, by_sound=True))


def test_filler_and_unknown_unit_weigh_less_than_a_known_word() -> None:
    said = Said(TEXTS, [hit(0, 2, FILLER), hit(2, 4, "sign"), hit(4, 5, FILLER, "ah")], home={"sign"})
    assert said.share(0b1100) == pytest.approx(2.0 / (2 * 0.05 + 2 * 1.0 + 0.3 + 0.2))


def test_unknown_unit_weighs_more_where_nothing_speaks_of_a_home() -> None:
    away, homely = (Said(TEXTS, [hit(0, 5, "sign")], home) for home in (frozenset[str](), {"sign"}))
    assert (away.heavy, homely.heavy) == (0b111111, 0b11111)


def test_longest_word_decides_what_a_unit_weighs() -> None:
    said = Said(TEXTS, [hit(0, 1, FILLER), hit(0, 6, "sign"), hit(5, 6, FILLER)])
    assert said.share(0b111111) == said.share(0b100000) * 6


def test_longest_written_word_leads_among_all_for_a_concept() -> None:
    short, long, heard = hit(3, 4, "sign"), hit(2, 4, "sign", "home"), hit(0, 3, "sign", by_sound=True)
    assert Said(TEXTS, [short, long, heard]).best(frozenset({"sign", "home"})) == (long, 0b1111)


def test_places_of_other_matters_are_remembered() -> None:
    assert Said(TEXTS, [hit(1, 3, ELSEWHERE), hit(4, 5, ELSEWHERE), hit(5, 6, "sign")]).elsewhere == 0b10110
