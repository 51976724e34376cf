"""Which editors' rules does a message fulfil, and how much of it do they explain?"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import assert_never

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
_BY_SOUND = 0.97
# A rule that lacks one of its terms is a guess: worth a button, never an answer by itself.
_LACKING = 0.5
# So many units may stand between two words that are to be near each other.
_NEAR = 3
# Units that weigh no more than this need not be explained: particles, courtesies and other common words.
SLIGHT = 0.3


@dataclass(frozen=True)
class Term:
    """Any one of these concepts; `text` is how the editor wrote it."""

    concepts: frozenset[str]
    text: str


class Bond(StrEnum):
    """How two terms that stand next to each other in a rule must stand in the message."""

    THEN = ">"
    NEAR = "~"


@dataclass(frozen=True)
class Joint:
    """The `place`-th required term and the one before it: in this order, or near each other."""

    place: int
    bond: Bond


@dataclass(frozen=True)
class Rule:
    """All of `needs` and none of `never`; `helps` count where they occur; `whole`: nothing else may be said."""

    intent: str
    text: str
    needs: tuple[Term, ...]
    helps: tuple[Term, ...] = ()
    never: tuple[Term, ...] = ()
    whole: bool = False
    joints: tuple[Joint, ...] = ()

    @cached_property
    def required(self) -> tuple[frozenset[str], ...]:
        """The concepts of each term that must be met."""
        return tuple(term.concepts for term in self.needs)

    @cached_property
    def barred(self) -> frozenset[str]:
        """Every concept that must not occur."""
        return frozenset[str]().union(*(term.concepts for term in self.never))


@dataclass(frozen=True)
class Fired:
    """A rule that holds (a guess: but for one term) in what was said, with its score (0–1)."""

    rule: Rule
    score: float
    is_guess: bool
    said: "_Said" = field(repr=False, compare=False)

    @cached_property
    def words(self) -> tuple[Found, ...]:
        """The words that made it hold."""
        met = (self.said.entries(term) for term in (*self.rule.needs, *self.rule.helps))
        return tuple(dict.fromkeys(_longest(entries) for entries in met if entries))


class _Said:
    """The concepts of one message, and what a term finds among them."""

    def __init__(self, found: Sequence[Found], weights: Sequence[float], bits: Mapping[str, float]) -> None:
        self.words: dict[str, list[Found]] = {}
        self._places: dict[str, int] = {}
        for entry in found:
            places = (1 << entry.end) - (1 << entry.start)
            for concept in entry.concepts:
                self.words.setdefault(concept, []).append(entry)
                self._places[concept] = self._places.get(concept, 0) | places
        self.concepts = frozenset(self.words)
        self.elsewhere = self._places.get(ELSEWHERE, 0)
        self.heavy = sum(1 << place for place, weight in enumerate(weights) if weight > SLIGHT)
        self._weights = weights
        self._whole = sum(weights) or 1.0
        self._bits = bits
        self._evidence: dict[frozenset[str], tuple[float, int, bool]] = {}

    def evidence(self, term: Term) -> tuple[float, int, bool]:
        """For a term that is met: its bits, all its places (a mask), and whether it was only heard."""
        known = self._evidence.get(term.concepts)
        if known is None:
            known = self._evidence[term.concepts] = self._weigh(term.concepts & self.concepts)
        return known

    def share(self, places: int) -> float:
        """How much of the message these places explain (0–1)."""
        return sum(weight for place, weight in enumerate(self._weights) if places >> place & 1) / self._whole

    def entries(self, term: Term) -> list[Found]:
        """Every word that meets a term."""
        return [entry for concept in term.concepts & self.concepts for entry in self.words[concept]]

    def joined(self, rule: Rule, joint: Joint) -> bool:
        """Does some pair of words stand as the joint wants it? A term that is lacking altogether is another matter."""
        former, latter = (self.entries(rule.needs[place]) for place in (joint.place - 1, joint.place))
        if not former or not latter:
            return True
        return any(_stand(joint.bond, one, other) for one in former for other in latter)

    def _weigh(self, concepts: frozenset[str]) -> tuple[float, int, bool]:
        best = _longest(entry for concept in concepts for entry in self.words[concept])
        bits = max(self._bits.get(concept, 0.0) for concept in best.concepts & concepts)
        places = 0
        for concept in concepts:
            places |= self._places[concept]
        return min(bits, _COMMON_BITS) if FILLER in best.concepts else bits, places, best.by_sound


class Rulebook:
    """All rules, each filed under the concepts of the term that is rarest among them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._bits = _bits(self._rules)
        uses = Counter(concept for rule in self._rules for term in rule.needs for concept in term.concepts)
        self._filed: dict[str, list[int]] = defaultdict(list)
        for number, rule in enumerate(self._rules):
            rarest = min(rule.needs, key=lambda term: sum(uses[concept] for concept in term.concepts))
            for concept in rarest.concepts:
                self._filed[concept].append(number)

    def fire(self, found: Sequence[Found], weights: Sequence[float], *, guess: bool = False) -> list[Fired]:
        """For each intent the best rule that holds, if `guess` but for one term.

        `weights`: how much each unit of the message has to be explained.
        """
        said = _Said(found, weights, self._bits)
        best: dict[str, tuple[float, int]] = {}
        for number in {number for concept in said.concepts for number in self._filed.get(concept, ())}:
            rule = self._rules[number]
            score = _score(rule, said, guess=guess)
            if score and (score, number) > best.get(rule.intent, (0.0, 0)):
                best[rule.intent] = score, number
        return [
            Fired(rule, score, any(map(said.concepts.isdisjoint, rule.required)), said)
            for score, rule in ((score, self._rules[number]) for score, number in best.values())
        ]


def _score(rule: Rule, said: _Said, *, guess: bool) -> float:
    """0 where the rule does not hold."""
    lacking = sum(map(said.concepts.isdisjoint, rule.required))
    if lacking > (guess and not rule.whole) or not rule.barred.isdisjoint(said.concepts):
        return 0.0
    if not all(said.joined(rule, joint) for joint in rule.joints):
        return 0.0
    bits, covered, is_heard = 0.0, 0, False
    for term in rule.needs:
        if not lacking or not said.concepts.isdisjoint(term.concepts):
            own_bits, places, by_sound = said.evidence(term)
            bits, covered, is_heard = bits + own_bits, covered | places, is_heard or by_sound
    for term in rule.helps:
        if not said.concepts.isdisjoint(term.concepts):
            own_bits, places, _ = said.evidence(term)
            bits, covered = bits + own_bits, covered | places
    if rule.whole and said.heavy & ~covered:
        return 0.0
    trust = 1.0 if rule.whole else 1 - 2 ** (-bits / _HALF_TRUST)
    score = trust * (_FLOOR + (1 - _FLOOR) * said.share(covered))
    score *= _LACKING if lacking else 1
    score *= _BY_SOUND if is_heard else 1
    return score * (_ASTRAY if said.elsewhere & ~covered else 1)


def _longest(entries: Iterable[Found]) -> Found:
    """The longest word, those that are written before those that were only heard."""
    return min(entries, key=lambda entry: (entry.by_sound, entry.start - entry.end, entry.start))


def _stand(bond: Bond, one: Found, other: Found) -> bool:
    match bond:
        case Bond.THEN:
            return one.end <= other.start
        case Bond.NEAR:
            return max(one.start, other.start) - min(one.end, other.end) <= _NEAR
        case _:
            assert_never(bond)


def _bits(rules: Sequence[Rule]) -> dict[str, float]:
    """For each concept, how much it narrows down the intents that use it."""
    users: dict[str, set[str]] = defaultdict(set)
    for rule in rules:
        for term in (*rule.needs, *rule.helps):
            for concept in term.concepts:
                users[concept].add(rule.intent)
    intents = len({rule.intent for rule in rules})
    return {concept: math.log2(1 + intents / len(among)) for concept, among in users.items()}
