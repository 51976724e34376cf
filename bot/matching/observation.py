"""What does a message hold that no threshold changes? Looked up when it is first needed, and only once."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from bot.matching.examples import Examples, Likeness
from bot.matching.lexicon import Found, undenied
from bot.matching.rules import Fired, Rulebook
from bot.matching.text import Utterance


@dataclass(frozen=True)
class Observation:
    """The words of a message, how much each unit has to be explained, and what rules and examples make of them.

    `is_homely`: it speaks of buying a home; `is_astray`: of other matters; `grave`: the intents that are not meant
    where they are denied; `but`: the example that keeps silent.
    """

    utterance: Utterance
    found: tuple[Found, ...]
    weights: Sequence[float]
    is_homely: bool
    is_astray: bool
    rulebook: Rulebook
    examples: Examples
    grave: AbstractSet[str] = frozenset()
    but: str | None = None

    @cached_property
    def fired(self) -> Sequence[Fired]:
        """The rules that hold; of grave intents, those that hold though a denial is heard."""
        return self._holding(guess=False)

    @cached_property
    def guesses(self) -> Sequence[Fired]:
        """The rules that hold, or would but for one term."""
        return self._holding(guess=True)

    @cached_property
    def likenesses(self) -> Sequence[Likeness]:
        """The intents that the examples make likely, but for those that are denied."""
        found = self.examples.like(self.utterance, self.found, but=self.but)
        return [entry for entry in found if entry.intent not in self._denied]

    @cached_property
    def _undenied(self) -> tuple[Found, ...]:
        return undenied(self.found)

    @cached_property
    def _denied(self) -> AbstractSet[str]:
        """The grave intents whose rules hold only as long as the denial is not heard."""
        if len(self._undenied) == len(self.found):
            return frozenset()
        heard = {entry.rule.intent for entry in self.rulebook.fire(self.found, self.weights)}
        return (heard & self.grave) - {entry.rule.intent for entry in self.fired}

    def _holding(self, *, guess: bool) -> Sequence[Fired]:
        fired = self.rulebook.fire(self.found, self.weights, guess=guess)
        if len(self._undenied) == len(self.found):
            return fired
        meant = self.rulebook.fire(self._undenied, self.weights, guess=guess)
        grave = [entry for entry in meant if entry.rule.intent in self.grave]
        return [*(entry for entry in fired if entry.rule.intent not in self.grave), *grave]
