"""Which editors' rules does a message fulfil, and how much of it do they explain?"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.matching.lexicon import Found

# Bits of evidence after which a rule that explains everything is trusted half as much as it could be.
_HALF_TRUST = 2.0
# A word that is said in every second sentence is hardly evidence, whatever rule it stands in.
_COMMON_BITS = 0.5
FILLER = "filler"
# What a rule keeps when it explains next to nothing of a long message.
_FLOOR = 0.55
_BY_SOUND = 0.8
# Units that weigh no more than this need not be explained: particles and courtesies.
_SLIGHT = 0.1


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

    def fire(self, found: Sequence[Found], weights: Sequence[float]) -> list[Fired]:
        """Every rule that holds; `weights` says for each unit of the message how much it has to be explained."""
        present: dict[str, list[Found]] = defaultdict(list)
        for entry in found:
            for concept in entry.concepts:
                present[concept].append(entry)
        rules = {id(rule): rule for concept in present for rule in self._filed.get(concept, ())}
        fired = (self._try(rule, present, weights) for rule in rules.values())
        return [entry for entry in fired if entry]

    def _try(self, rule: Rule, present: dict[str, list[Found]], weights: Sequence[float]) -> Fired | None:
        if any(_meeting(term, present) for term in rule.never):
            return None
        needed = [(term, _meeting(term, present)) for term in rule.needs]
        if not all(entries for _, entries in needed):
            return None
        met = [*needed, *((term, entries) for term in rule.helps if (entries := _meeting(term, present)))]
        covered = {place for _, entries in met for entry in entries for place in range(entry.start, entry.end)}
        if rule.whole and any(weight > _SLIGHT for place, weight in enumerate(weights) if place not in covered):
            return None
        share = sum(weights[place] for place in covered) / (sum(weights) or 1.0)
        trust = (
            1.0 if rule.whole else 1 - 2 ** (-sum(self._evidence(term, entries) for term, entries in met) / _HALF_TRUST)
        )
        heard = any(all(entry.by_sound for entry in entries) for _, entries in needed)
        score = trust * (_FLOOR + (1 - _FLOOR) * share) * (_BY_SOUND if heard else 1)
        return Fired(rule, score, tuple(dict.fromkeys(entries[0] for _, entries in met)))

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


def _meeting(term: Term, present: dict[str, list[Found]]) -> list[Found]:
    """The words of the message that meet a term, the longest written one first."""
    entries = [entry for concept in term.concepts for entry in present.get(concept, ())]
    return sorted(entries, key=lambda entry: (entry.by_sound, entry.start - entry.end, entry.start))
