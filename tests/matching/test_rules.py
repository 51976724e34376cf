"""Does a rule hold exactly where its words stand, and say how much it explains?"""

from bot.matching.rules import Rule, Rulebook, Term
from bot.matching.said import Said


def term(*concepts: str) -> Term:
    return Term(frozenset(concepts), "、".join(concepts))


def said(*concepts: str) -> Said:
    """One word of one unit for each concept."""
    hits = [(place, place + 1, 1 << place, frozenset({concept}), False) for place, concept in enumerate(concepts)]
    return Said(concepts, hits)


WHEN = Rule("sign_date", "when + sign", (term("when"), term("sign")), never=(term("release"),))
WHOLE = Rule("greeting", "= hello", (term("hello"),), whole=True)
BOOK = Rulebook([WHEN, WHOLE])


def fired(*concepts: str) -> list[str]:
    return [entry.rule.intent for entry in BOOK.fire(said(*concepts))]


def test_rule_holds_where_every_term_is_met() -> None:
    assert fired("when", "sign") == ["sign_date"]


def test_rule_lacking_a_term_does_not_hold() -> None:
    assert fired("when") == []


def test_forbidden_word_stops_the_rule() -> None:
    assert fired("when", "sign", "release") == []


def test_whole_message_rule_allows_no_other_word() -> None:
    assert (fired("hello"), fired("hello", "other")) == (["greeting"], [])


def test_rule_that_explains_more_scores_higher() -> None:
    short, long = (BOOK.fire(said(*words)) for words in (("when", "sign"), ("when", "sign", "x")))
    assert short[0].score > long[0].score


def test_word_of_another_matter_left_over_lowers_the_score() -> None:
    plain, astray = (BOOK.fire(said("when", "sign", word))[0].score for word in ("anything", "elsewhere"))
    assert astray < plain
