"""Which editors' rules does a message fulfil, and how much of it do they explain?"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.matching.lexicon import Found

# Bits of evidence after which a rule that explains everything is trusted half as much as it could be.
_HALF_TRUST = 2.0
# A word that is said in every second sentence is hardly evidence, whatever rule it stands in.
_COMMON_BITS = 0.5
FILLER = "filler"
# Words of other matters: a rule that leaves one of them unexplained is hardly what the message is about.
ELSEWHERE = "elsewhere"
_ASTRAY = 0.55
# What a rule keeps when it explains next to nothing of a long message.
_FLOOR = 0.45
_BY_SOUND = 0.85
# A rule that lacks one of its terms is a guess: worth a button, never an answer by itself.
_LACKING = 0.5
# Units that weigh no more than this need not be explained: particles, courtesies and other common words.
_SLIGHT = 0.3


@dataclass(frozen=True)
class Term:
    """Any one of these concepts; `text` is how the editor wrote it."""

    concepts: frozenset[str]
    text: str


@dataclass(frozen=True)
class Rule:
    """All of `needs` and none of `never`; `helps` count where they occur; `whole`: nothing else may be said."""

    intent: str
    text: str
    needs: tuple[Term, ...]
    helps: tuple[Term, ...] = ()
    never: tuple[Term, ...] = ()
    whole: bool = False

    @cached_property
    def barred(self) -> frozenset[str]:
        """Every concept that must not occur."""
        return frozenset[str]().union(*(term.concepts for term in self.never))


@dataclass(frozen=True)
class Fired:
    """A rule that holds, with its score (0–1) and the words that made it hold."""

    rule: Rule
    score: float
    words: tuple[Found, ...]


class Rulebook:
    """All rules, each filed under the concepts of the term that is rarest among them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        every = tuple(rules)
        self._bits = _bits(every)
        uses = Counter(concept for rule in every for term in rule.needs for concept in term.concepts)
        self._filed: dict[str, list[Rule]] = defaultdict(list)
        for rule in every:
            rarest = min(rule.needs, key=lambda term: sum(uses[concept] for concept in term.concepts))
            for concept in rarest.concepts:
                self._filed[concept].append(rule)

    def fire(self, found: Sequence[Found], weights: Sequence[float], *, guess: bool = False) -> list[Fired]:
        """Every rule that holds, if `guess` but for one term; `weights`: how much each unit has to be explained."""
        present: dict[str, list[Found]] = defaultdict(list)
        for entry in found:
            for concept in entry.concepts:
                present[concept].append(entry)
        rules = {id(rule): rule for concept in present for rule in self._filed.get(concept, ())}
        fired = (self._try(rule, present, weights, guess=guess) for rule in rules.values())
        return [entry for entry in fired if entry]

    def _try(
        self, rule: Rule, present: Mapping[str, list[Found]], weights: Sequence[float], *, guess: bool
    ) -> Fired | None:
        if not rule.barred.isdisjoint(present):
            return None
        lacking = sum(term.concepts.isdisjoint(present) for term in rule.needs)
        if lacking and (rule.whole or not guess or lacking > 1):
            return None
        needed = [(term, entries) for term in rule.needs if (entries := _meeting(term, present))]
        met = [*needed, *((term, entries) for term in rule.helps if (entries := _meeting(term, present)))]
        covered = {place for _, entries in met for entry in entries for place in range(entry.start, entry.end)}
        if rule.whole and any(weight > _SLIGHT for place, weight in enumerate(weights) if place not in covered):
            return None
        share = sum(weights[place] for place in covered) / (sum(weights) or 1.0)
        score = self._trust(rule, met) * (_FLOOR + (1 - _FLOOR) * share)
        score *= _LACKING if lacking else 1
        score *= _BY_SOUND if any(all(entry.by_sound for entry in entries) for _, entries in needed) else 1
        score *= _ASTRAY if _leaves(present.get(ELSEWHERE, ()), covered) else 1
        return Fired(rule, score, tuple(dict.fromkeys(entries[0] for _, entries in met)))

    def _trust(self, rule: Rule, met: Sequence[tuple[Term, Sequence[Found]]]) -> float:
        if rule.whole:
            return 1.0
        return 1 - 2 ** (-sum(self._evidence(term, entries) for term, entries in met) / _HALF_TRUST)

    def _evidence(self, term: Term, entries: Sequence[Found]) -> float:
        """Bits: how few intents ask for the concept that was found."""
        best = entries[0]
        bits = max(self._bits[concept] for concept in best.concepts & term.concepts)
        return min(bits, _COMMON_BITS) if FILLER in best.concepts else bits


def _bits(rules: Sequence[Rule]) -> dict[str, float]:
    """For each concept, how much it narrows down the intents that use it."""
    users: dict[str, set[str]] = defaultdict(set)
    for rule in rules:
        for term in (*rule.needs, *rule.helps):
            for concept in term.concepts:
                users[concept].add(rule.intent)
    intents = len({rule.intent for rule in rules})
    return {concept: math.log2(1 + intents / len(among)) for concept, among in users.items()}


def _leaves(entries: Iterable[Found], covered: set[int]) -> bool:
    """Whether one of the words is not explained in full."""
    return any(not covered.issuperset(range(entry.start, entry.end)) for entry in entries)


def _meeting(term: Term, present: Mapping[str, list[Found]]) -> list[Found]:
    """The words of the message that meet a term, the longest written one first."""
    entries = [entry for concept in term.concepts for entry in present.get(concept, ())]
    return sorted(entries, key=lambda entry: (entry.by_sound, entry.start - entry.end, entry.start))
