"""Which intent do the editors' examples speak for, where no rule speaks clearly?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bot.matching.hearing import Heard
from bot.matching.softmax import Softmax
from bot.matching.vectors import Matrix, Vocabulary

# What hardly any example makes likely is not worth naming.
_LEAST = 0.03
# One word alone is like too many examples.
_FEWEST_UNITS = 2
# Of words that no example holds, nothing can be said: all that is strange would be like what is none of our business.
_LEAST_KNOWN = 0.5


@dataclass(frozen=True)
class Example:
    """A sentence that an editor filed under an intent."""

    intent: str
    text: str


class Likeness(NamedTuple):
    """How likely the examples make an intent (0–1)."""

    intent: str
    score: float


class Examples:
    """The examples of both languages; each language is learnt by itself, when it is first needed.

    `hear`: how a sentence is heard. `known`: what was learnt before from sentences heard so; what is still the same is
    not learnt anew.
    """

    def __init__(
        self, examples: Iterable[Example], hear: Callable[[str], Heard], known: dict[str, "Learnt"] | None = None
    ) -> None:
        self._examples = tuple(examples)
        self._hear = hear
        self._known = {} if known is None else known

    def learn(self) -> None:
        """Learn from all of them now: clear rules answer without them."""
        for learnt in self._learnt.values():
            learnt.learn()

    def like(self, heard: Heard, but: str | None = None) -> Sequence[Likeness]:
        """The intents that the examples make likely; an example with the text `but` keeps silent."""
        learnt = self._of(heard)
        if learnt is None or len(heard.utterance.texts) < _FEWEST_UNITS:
            return []
        place = learnt.places.get(but) if but is not None else None
        return learnt.like(heard) if place is None else learnt.like_others(place)

    def nearest(self, intent: str, heard: Heard) -> str | None:
        """The example of an intent that is most like the message."""
        learnt = self._of(heard)
        return learnt.nearest(intent, heard) if learnt else None

    def _of(self, heard: Heard) -> "Learnt | None":
        """The examples to compare a message with; bare numbers are of no language."""
        return self._learnt.get(heard.utterance.language or "")

    @cached_property
    def _learnt(self) -> Mapping[str, "Learnt"]:
        divided: dict[str, list[tuple[Example, Heard]]] = defaultdict(list)
        for example in self._examples:
            heard = self._hear(example.text)
            if language := heard.utterance.language:
                divided[language].append((example, heard))
        for language, own in divided.items():
            examples = [example for example, _ in own]
            if language not in self._known or self._known[language].examples != examples:
                self._known[language] = Learnt(examples, [heard for _, heard in own])
        return {language: self._known[language] for language in divided}


class Learnt:
    """What the examples of one language teach; `heard`: each of them, as it was heard."""

    def __init__(self, examples: Sequence[Example], heard: Iterable[Heard]) -> None:
        self.examples = examples
        self._vocabulary = Vocabulary(entry.kinds for entry in heard)

    def learn(self) -> None:
        """Have it learnt what each feature says."""
        _ = self._softmax

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each example stands."""
        return {example.text: place for place, example in enumerate(self.examples)}

    def like(self, heard: Heard) -> Sequence[Likeness]:
        """The labels that a message's features make likely."""
        kinds = heard.kinds
        if self._vocabulary.known(kinds) < _LEAST_KNOWN:
            return []
        return _likely(self._softmax.scores(self._vocabulary.vector(kinds)), self._softmax.labels)

    def like_others(self, place: int) -> Sequence[Likeness]:
        """The same for an example, as if it had not been learnt."""
        return _likely(self._softmax.unseen[place], self._softmax.labels)

    def nearest(self, intent: str, heard: Heard) -> str | None:
        """The example of a label with the features most like these."""
        products = self._vocabulary.products(heard.kinds)
        own = [place for place, example in enumerate(self.examples) if example.intent == intent]
        return self.examples[max(own, key=products.__getitem__)].text if own else None

    @cached_property
    def _softmax(self) -> Softmax:
        intents = [example.intent for example in self.examples]
        return Softmax(self._vocabulary.vectors, intents, self._vocabulary.size)


def _likely(shares: Matrix, labels: Sequence[str]) -> list[Likeness]:
    return [Likeness(labels[place], shares[place].item()) for place in (shares >= _LEAST).nonzero()[0].tolist()]
