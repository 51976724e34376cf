"""What does a message hold that no threshold changes? Looked up when it is first needed, and only once."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from bot.matching.examples import Examples, Likeness
from bot.matching.rules import Fired, Rulebook
from bot.matching.said import Said
from bot.matching.text import Utterance


class Observation:
    """What was said in a message, and what rules and examples make of it.

    `grave`: the intents that are not meant where they are denied; `but`: the example that keeps silent.
    """

    def __init__(
        self,
        utterance: Utterance,
        said: Said,
        rulebook: Rulebook,
        examples: Examples,
        grave: AbstractSet[str] = frozenset(),
        but: str | None = None,
    ) -> None:
        self.utterance = utterance
        self.said = said
        self._rulebook = rulebook
        self._examples = examples
        self._grave = grave
        self._but = but

    @cached_property
    def fired(self) -> Sequence[Fired]:
        """The rules that hold; of grave intents, those that hold though a denial is heard."""
        if self._grave.isdisjoint(entry.rule.intent for entry in self._heard):
            return self._heard
        undenied = self.said.undenied
        if undenied is self.said:
            return self._heard
        grave = [entry for entry in self._rulebook.fire(undenied) if entry.rule.intent in self._grave]
        return [*(entry for entry in self._heard if entry.rule.intent not in self._grave), *grave]

    @cached_property
    def _heard(self) -> Sequence[Fired]:
        """The rules that hold if no denial is heard."""
        return self._rulebook.fire(self.said)

    @cached_property
    def likenesses(self) -> Sequence[Likeness]:
        """The intents that the examples make likely, but for those that are denied."""
        found = self._examples.like(self.utterance, self.said.concepts, but=self._but)
        return [entry for entry in found if entry.intent not in self._denied] if self._denied else found

    @cached_property
    def _denied(self) -> AbstractSet[str]:
        """The grave intents whose rules hold only as long as the denial is not heard."""
        if self.fired is self._heard:
            return frozenset()
        heard = {entry.rule.intent for entry in self._heard}
        return (heard & self._grave) - {entry.rule.intent for entry in self.fired}
