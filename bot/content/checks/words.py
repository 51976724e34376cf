"""Does every word group mean one thing, and does anything need it?"""

from collections.abc import Iterator, Mapping

from bot.cases.languages import LANGUAGES
from bot.content.intents import Question
from bot.content.problems import Place, Problem, problem
from bot.content.words import Groups, spelt
from bot.matching.said import DENIAL, ELSEWHERE, FILLER
from bot.matching.slots import HOME
from bot.matching.text import key

# The matcher asks for these by name.
_OF_THE_MATCHER = {FILLER, ELSEWHERE, HOME, DENIAL}


def two_meanings(groups: Groups) -> Iterator[Problem]:
    """Words for two steps or two people: which one the buyer means would be a guess.

    Other groups may share words, and two groups may fill the same slot: that is how editors say that it is meant.
    """
    seen: dict[tuple[str, ...], tuple[str, Place]] = {}
    slots: Mapping[str, str] = {**groups.milestones, **groups.parties}
    for group in slots:
        for language in LANGUAGES:
            for word, place in spelt(groups.nodes[group], language):
                other, earlier = seen.setdefault(key(word), (group, place))
                if slots[other] != slots[group]:
                    yield problem("two-meanings", place, word=word, group=group, other=other, spot=earlier.spot)


def unused(groups: Groups, questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Groups that no rule names, that fill no slot, and that the matcher does not ask for."""
    terms = (
        term
        for question in questions.values()
        for rule in question.rules
        for term in (*rule.needs, *rule.helps, *rule.never)
    )
    slots = groups.milestones.keys() | groups.parties.keys()
    needed = _OF_THE_MATCHER.union(slots, *(term.concepts for term in terms))
    for group, place in groups.places.items():
        if group not in needed:
            yield problem("unused-group", place, group=group)
