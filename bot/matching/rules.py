"""Which editors' rules does a message fulfil, and how much of it do they explain?"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, assert_never

from bot.matching.lexicon import END, START, Hit
from bot.matching.said import FILLER, Found, Said

# Bits of evidence after which a rule that explains everything is trusted half as much as it could be.
_HALF_TRUST = 2.0
# A word that is said in every second sentence is hardly evidence, whatever rule it stands in.
_COMMON_BITS = 0.5
# Questions are counted to so many binary digits: where there are many, one more shall not make every word weigh
# otherwise.
_DIGITS = 5
_ASTRAY = 0.55
# What a rule keeps when it explains next to nothing of a long message.
_FLOOR = 0.45
_BY_SOUND = 0.97
# So many units may stand between two words that are to be near each other.
_NEAR = 3
# What a term finds in a message: bits, all places of its words, and whether the best of them is only heard.
_Evidence = tuple[float, int, bool]


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
    def helpful(self) -> tuple[frozenset[str], ...]:
        """The concepts of each term that counts where it is met."""
        return tuple(term.concepts for term in self.helps)

    @cached_property
    def barred(self) -> frozenset[str]:
        """Every concept that must not occur."""
        return frozenset[str]().union(*(term.concepts for term in self.never))


class Fired(NamedTuple):
    """A rule that holds in what was said, with its score (0–1)."""

    rule: Rule
    score: float
    said: Said

    @property
    def words(self) -> tuple[Found, ...]:
        """The words that made it hold."""
        met = (concepts & self.said.concepts for concepts in (*self.rule.required, *self.rule.helpful))
        return tuple(map(self.said.word, dict.fromkeys(self.said.best(concepts)[0] for concepts in met if concepts)))


class Rulebook:
    """All rules, each filed under the concepts of the term that is rarest among them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = every = tuple(rules)
        self.bits = _bits(every)
        self._filed: dict[str, list[int]] = defaultdict(list)
        self._rules: list[tuple[Rule, frozenset[str], Sequence[frozenset[str]]]] = []
        uses = Counter(concept for rule in every for concepts in rule.required for concept in concepts)
        for number, rule in enumerate(every):
            rarest, *others = sorted(rule.required, key=lambda concepts: sum(uses[concept] for concept in concepts))
            self._rules.append((rule, rule.barred, others))
            for concept in rarest:
                self._filed[concept].append(number)

    def fire(self, said: Said) -> list[Fired]:
        """For each intent the best rule that holds."""
        scale = _Scale(said, self.bits)
        best: dict[str, Fired] = {}
        for rule in self._holding(said):
            score = scale.weigh(rule)
            known = best.get(rule.intent)
            if score and (known is None or score >= known.score):
                best[rule.intent] = Fired(rule, score, said)
        return list(best.values())

    def reweighed(self, before: "Rulebook") -> frozenset[str]:
        """The concepts that are other evidence than they were before."""
        concepts = self.bits.keys() | before.bits.keys()
        return frozenset(concept for concept in concepts if self.bits.get(concept) != before.bits.get(concept))

    def _holding(self, said: Said) -> Iterator[Rule]:
        """The rules whose words all occur, in their order."""
        lacks = said.concepts.isdisjoint
        numbers = set[int]().union(*[self._filed[concept] for concept in said.concepts if concept in self._filed])
        for number in sorted(numbers):
            rule, barred, others = self._rules[number]
            if lacks(barred) and not any(map(lacks, others)):
                yield rule


class _Scale(dict[frozenset[str], _Evidence]):
    """How well do the words of a message bear out a rule? The evidence of each term that is met is looked for once."""

    def __init__(self, said: Said, bits: Mapping[str, float]) -> None:
        super().__init__()
        self._said = said
        self._lacks = said.concepts.isdisjoint
        self._bits = bits

    def __missing__(self, concepts: frozenset[str]) -> _Evidence:
        found = self[concepts] = self._evidence(concepts & self._said.concepts)
        return found

    def weigh(self, rule: Rule) -> float:
        """0 to 1 for a rule whose words all occur; 0 where they do not stand as they should."""
        if rule.joints and not all(self._joined(rule, joint) for joint in rule.joints):
            return 0.0
        bits, places, is_heard = 0.0, 0, False
        for concepts in rule.required:
            own_bits, own_places, by_sound = self[concepts]
            bits, places, is_heard = bits + own_bits, places | own_places, is_heard or by_sound
        for concepts in rule.helpful:
            if not self._lacks(concepts):
                own_bits, own_places, _ = self[concepts]
                bits, places = bits + own_bits, places | own_places
        if rule.whole and self._said.heavy & ~places:
            return 0.0
        trust = 1.0 if rule.whole else 1 - 2 ** (-bits / _HALF_TRUST)
        score = trust * (_FLOOR + (1 - _FLOOR) * self._said.share(places))
        score *= _BY_SOUND if is_heard else 1
        return score * (_ASTRAY if self._said.elsewhere & ~places else 1)

    def _evidence(self, met: frozenset[str]) -> _Evidence:
        (_, _, _, concepts, by_sound), places = self._said.best(met)
        bits = max(map(self._bits.__getitem__, concepts & met))
        return min(bits, _COMMON_BITS) if FILLER in concepts else bits, places, by_sound

    def _joined(self, rule: Rule, joint: Joint) -> bool:
        """Does some pair of words stand as the joint wants it? A term that is lacking altogether is another matter."""
        former, latter = (self._said.hits(rule.required[place]) for place in (joint.place - 1, joint.place))
        if not former or not latter:
            return True
        return any(_stand(joint.bond, one, other) for one in former for other in latter)


def _stand(bond: Bond, one: Hit, other: Hit) -> bool:
    match bond:
        case Bond.THEN:
            return one[END] <= other[START]
        case Bond.NEAR:
            return max(one[START], other[START]) - min(one[END], other[END]) <= _NEAR
        case _:
            assert_never(bond)


def _bits(rules: Sequence[Rule]) -> dict[str, float]:
    """For each concept, how much it narrows down the intents that use it."""
    users: dict[str, set[str]] = defaultdict(set)
    for rule in rules:
        for term in (*rule.needs, *rule.helps):
            for concept in term.concepts:
                users[concept].add(rule.intent)
    intents = _roughly(len({rule.intent for rule in rules}))
    return {concept: math.log2(1 + intents / len(among)) for concept, among in users.items()}


def _roughly(count: int) -> int:
    """Rounded up.

    >>> _roughly(9), _roughly(97), _roughly(100), _roughly(301)
    (9, 100, 100, 304)
    """
    step = 1 << max(count.bit_length() - _DIGITS, 0)
    return -count // step * -step
