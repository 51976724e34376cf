"""What does a message hold that no threshold changes? Looked up when it is first needed, and only once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.matching.examples import Examples, Likeness
from bot.matching.lexicon import Found
from bot.matching.rules import Fired, Rulebook
from bot.matching.text import Utterance


@dataclass(frozen=True)
class Observation:
    """The words of a message, how much each unit has to be explained, and what rules and examples make of them.

    `is_homely`: it speaks of buying a home; `is_astray`: of other matters; `but`: the example that keeps silent.
    """

    utterance: Utterance
    found: tuple[Found, ...]
    weights: Sequence[float]
    is_homely: bool
    is_astray: bool
    rulebook: Rulebook
    examples: Examples
    but: str | None = None

    @cached_property
    def fired(self) -> Sequence[Fired]:
        """The rules that hold."""
        return self.rulebook.fire(self.found, self.weights)

    @cached_property
    def guesses(self) -> Sequence[Fired]:
        """The rules that hold, or would but for one term."""
        return self.rulebook.fire(self.found, self.weights, guess=True)

    @cached_property
    def likenesses(self) -> Sequence[Likeness]:
        """The intents that the examples make likely."""
        return self.examples.like(self.utterance, self.found, but=self.but)
