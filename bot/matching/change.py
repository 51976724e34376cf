"""Of what was heard before, what is heard otherwise once words and rules have changed?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.lexicon import Lexicon, Word
from bot.matching.rules import Rule, Rulebook
from bot.matching.said import Said


@dataclass(frozen=True)
class WordChange:
    """`sounds`: those of the words that came or went; `lost`: units that no word holds any more."""

    sounds: Sequence[str]
    lost: frozenset[str]

    @classmethod
    def between(cls, before: Lexicon, now: Lexicon) -> "WordChange":
        """What came and went."""
        sounds = {_sound(now.spoken(word.key)) for word in _came_or_went(before.words, now.words)}
        return cls(sorted(sounds), before.units - now.units)

    def __bool__(self) -> bool:
        """Has any word come or gone?"""
        return bool(self.sounds)

    def touches(self, texts: Sequence[str], spoken: Sequence[str]) -> bool:
        """Is any of them written or heard in these units?"""
        sound = _sound(spoken)
        return any(word in sound for word in self.sounds) or not self.lost.isdisjoint(texts)


@dataclass(frozen=True)
class RuleChange:
    """The rules that came or went, or stand in another order, and the concepts that weigh otherwise."""

    rules: Sequence[Rule]
    reweighed: frozenset[str]

    @classmethod
    def between(cls, before: Rulebook, now: Rulebook) -> "RuleChange":
        """What came and went."""
        return cls(list(_changed(before.rules, now.rules)), now.reweighed(before))

    def touches(self, said: Said) -> bool:
        """Can it matter to what was said?"""
        lacks = said.concepts.isdisjoint
        return not lacks(self.reweighed) or any(not any(map(lacks, rule.required)) for rule in self.rules)


def _sound(spoken: Sequence[str]) -> str:
    """With a space on either side, so that no unit is found within another."""
    return f" {' '.join(spoken)} "


def _came_or_went(before: Iterable[Word], now: Iterable[Word]) -> frozenset[Word]:
    """Nearly all words are one and the same on both sides, and to compare the others takes time."""
    old, new = ({id(word): word for word in words} for words in (before, now))
    went = frozenset(word for key, word in old.items() if key not in new)
    return went ^ frozenset(word for key, word in new.items() if key not in old)


def _changed(before: Iterable[Rule], now: Iterable[Rule]) -> Iterator[Rule]:
    """Of two rules that weigh the same the later one counts: where the order has changed, all have."""
    old, new = _by_intent(before), _by_intent(now)
    for intent in old.keys() | new.keys():
        own, other = old.get(intent, []), new.get(intent, [])
        if own != other:
            came_or_went = {*own} ^ {*other}
            stayed = ([rule for rule in rules if rule not in came_or_went] for rules in (own, other))
            yield from came_or_went if next(stayed) == next(stayed) else {*own, *other}


def _by_intent(rules: Iterable[Rule]) -> Mapping[str, list[Rule]]:
    found = defaultdict[str, list[Rule]](list)
    for rule in rules:
        found[rule.intent].append(rule)
    return found
