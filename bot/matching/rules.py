"""Which editors' rules does a message fulfil, and how much of it do they explain?"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
_BY_SOUND = 0.85
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
    """A rule that holds (a guess: but for one term), with its score (0–1) and the words that made it hold."""

    rule: Rule
    score: float
    words: tuple[Found, ...]
    is_guess: bool = False


@dataclass(frozen=True)
class _Meeting:
    """The words of a message that meet a term: the best of them, its evidence (bits), and all their places (a mask)."""

    best: Found
    bits: float
    places: int


class _Said:
    """The concepts of one message; what each term finds among them is looked for once."""

    def __init__(self, found: Sequence[Found], weights: Sequence[float], bits: Mapping[str, float]) -> None:
        self._words: dict[str, list[Found]] = {}
        for entry in found:
            for concept in entry.concepts:
                self._words.setdefault(concept, []).append(entry)
        self.concepts = frozenset(self._words)
        self.elsewhere = [_places(entry) for entry in self._words.get(ELSEWHERE, ())]
        self.heavy = sum(1 << place for place, weight in enumerate(weights) if weight > SLIGHT)
        self._weights = weights
        self._whole = sum(weights) or 1.0
        self._bits = bits
        self._met: dict[frozenset[str], _Meeting | None] = {}

    def meeting(self, term: Term) -> _Meeting | None:
        """The words that meet a term."""
        if term.concepts not in self._met:
            self._met[term.concepts] = self._meet(term.concepts & self.concepts)
        return self._met[term.concepts]

    def joined(self, rule: Rule, joint: Joint) -> bool:
        """Does some pair of words stand as the joint wants it? A term that is lacking altogether is another matter."""
        former, latter = (self._entries(rule.needs[place].concepts) for place in (joint.place - 1, joint.place))
        if not former or not latter:
            return True
        return any(_stand(joint.bond, one, other) for one in former for other in latter)

    def _entries(self, concepts: frozenset[str]) -> list[Found]:
        return [entry for concept in concepts & self.concepts for entry in self._words[concept]]

    def share(self, places: int) -> float:
        """How much of the message these places explain (0–1)."""
        return sum(weight for place, weight in enumerate(self._weights) if places >> place & 1) / self._whole

    def _meet(self, concepts: frozenset[str]) -> _Meeting | None:
        entries = self._entries(concepts)
        if not entries:
            return None
        # The longest written word.
        best = min(entries, key=lambda entry: (entry.by_sound, entry.start - entry.end, entry.start))
        bits = max(self._bits.get(concept, 0.0) for concept in best.concepts & concepts)
        places = 0
        for entry in entries:
            places |= _places(entry)
        return _Meeting(best, min(bits, _COMMON_BITS) if FILLER in best.concepts else bits, places)


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
        """Every rule that holds, if `guess` but for one term; `weights`: how much each unit has to be explained."""
        said = _Said(found, weights, self._bits)
        numbers = {number for concept in said.concepts for number in self._filed.get(concept, ())}
        fired = (_try(self._rules[number], said, guess=guess) for number in sorted(numbers))
        return [entry for entry in fired if entry]


def _try(rule: Rule, said: _Said, *, guess: bool) -> Fired | None:
    if not rule.barred.isdisjoint(said.concepts):
        return None
    lacking = sum(map(said.concepts.isdisjoint, rule.required))
    if lacking > (guess and not rule.whole) or not all(said.joined(rule, joint) for joint in rule.joints):
        return None
    needed = [meeting for term in rule.needs if (meeting := said.meeting(term))]
    met = [*needed, *(meeting for term in rule.helps if (meeting := said.meeting(term)))]
    covered = 0
    for meeting in met:
        covered |= meeting.places
    if rule.whole and said.heavy & ~covered:
        return None
    trust = 1.0 if rule.whole else 1 - 2 ** (-sum(meeting.bits for meeting in met) / _HALF_TRUST)
    score = trust * (_FLOOR + (1 - _FLOOR) * said.share(covered))
    score *= _LACKING if lacking else 1
    score *= _BY_SOUND if any(meeting.best.by_sound for meeting in needed) else 1
    score *= _ASTRAY if any(places & ~covered for places in said.elsewhere) else 1
    return Fired(rule, score, tuple(dict.fromkeys(meeting.best for meeting in met)), is_guess=bool(lacking))


def _stand(bond: Bond, one: Found, other: Found) -> bool:
    match bond:
        case Bond.THEN:
            return one.end <= other.start
        case Bond.NEAR:
            return max(one.start, other.start) - min(one.end, other.end) <= _NEAR
        case _:
            assert_never(bond)


def _places(entry: Found) -> int:
    """The units of a word as a mask."""
    return (1 << entry.end) - (1 << entry.start)


def _bits(rules: Sequence[Rule]) -> dict[str, float]:
    """For each concept, how much it narrows down the intents that use it."""
    users: dict[str, set[str]] = defaultdict(set)
    for rule in rules:
        for term in (*rule.needs, *rule.helps):
            for concept in term.concepts:
                users[concept].add(rule.intent)
    intents = len({rule.intent for rule in rules})
    return {concept: math.log2(1 + intents / len(among)) for concept, among in users.items()}
