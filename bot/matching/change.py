"""Of what was heard before, what is heard otherwise once words and rules have changed?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.hearing import Heard, Hearing
from bot.matching.lexicon import Lexicon, Word
from bot.matching.rules import Rule, Rulebook
from bot.matching.said import Said
from bot.matching.spelling import Doubt


@dataclass(frozen=True)
class WordChange:
    """`sounds`: those of the words that came or went; `lost`: units that no word holds any more.

    `doubt`: what was in doubt may be read otherwise by these words.
    """

    sounds: Sequence[str]
    lost: frozenset[str]
    doubt: Doubt

    @classmethod
    def between(cls, before: Lexicon, now: Lexicon) -> "WordChange":
        """What came and went."""
        words = _came_or_went(before.words, now.words)
        doubt = Doubt.PINYIN if words else Doubt.NONE
        for unit in {unit for word in words for unit in word.key if unit.isalpha()}:
            doubt |= Doubt.LATIN if unit.isascii() else Doubt.CHINESE
        return cls(sorted({now.sound(word.key) for word in words}), before.units - now.units, doubt)

    def __bool__(self) -> bool:
        """Has any word come or gone?"""
        return bool(self.sounds)

    def touches(self, heard: Heard, sound: str) -> bool:
        """Can it matter to what was heard, which sounds so?"""
        if heard.doubt & self.doubt or not self.lost.isdisjoint(heard.utterance.texts):
            return True
        return any(word in sound for word in self.sounds)


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


def changes(before: Hearing, now: Hearing) -> tuple[WordChange, RuleChange] | None:
    """What is heard otherwise; None where nothing can be said to be heard the same."""
    if before.manner != now.manner:
        return None
    words = WordChange.between(before.lexicon, now.lexicon)
    return words, RuleChange.between(before.rulebook, now.rulebook)


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
