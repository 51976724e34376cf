"""Which intent do the editors' examples speak for, where no rule speaks clearly?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

import numpy as np

from bot.matching.hearing import Heard
from bot.matching.said import Said
from bot.matching.script import even
from bot.matching.sentences import Sentences
from bot.matching.softmax import Softmax
from bot.matching.text import key
from bot.matching.vectors import Matrix, Places, Vocabulary

_Thing = TypeVar("_Thing")
# What hardly any example makes likely is not worth naming.
_LEAST = 0.03
# Finer differences say nothing, and with each example all that is known of all others would be another thing.
_DIGITS = 3
_SIGNS = " \t\n.,!?;~。，！？；…～、"
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


class Lessons(NamedTuple):
    """What was learnt once: the language of each example (blank: of none), and what those of each language taught."""

    languages: Sequence[str]
    taught: Mapping[str, tuple[Vocabulary, Softmax]]


class Keeper(Protocol):
    """Whoever keeps what these very examples have taught, so that the next start need not learn it again."""

    def recall(self) -> Lessons | None:
        """What was kept; None where nothing was."""

    def keep(self, languages: Sequence[str], learnt: Mapping[str, "Learnt"]) -> None:
        """Keep this; asking it of its softmax has it learnt."""


# What the examples of a language taught, and what was said in each of them.
Taught = tuple[Sequence[Said], "Learnt"]


class Examples:
    """The examples of both languages; each language is learnt by itself, when any is first needed.

    `sentences`: where they are heard. `known`: what was learnt before, by language; what is still the same is not
    learnt anew. `keeper`: who keeps all that had to be learnt from nothing.
    """

    def __init__(
        self,
        examples: Iterable[Example],
        sentences: Sentences,
        known: dict[str, Taught] | None = None,
        keeper: Keeper | None = None,
    ) -> None:
        self._examples = tuple(examples)
        self._sentences = sentences
        self._known = known
        self._keeper = keeper

    def __getstate__(self) -> Mapping[str, object]:
        """Another process is told what was learnt, and needs no sentence for it."""
        return {"_examples": self._examples, "learnt": self.learnt}

    def learn(self) -> None:
        """Learn from all of them now: clear rules answer without them."""
        _ = self.learnt

    def like(self, heard: Heard, but: str | None = None) -> Sequence[Likeness]:
        """The intents that the examples make likely; an example with the text `but` keeps silent."""
        learnt = self.of(heard)
        if learnt is None or not says_enough(heard):
            return []
        place = learnt.places.get(but) if but is not None else None
        return learnt.like(heard) if place is None else learnt.like_others(place)

    def own(self, heard: Heard) -> str | None:
        """The intent under which an editor filed these very words, however they begin and end, in either script."""
        return self._filed.get(bare(heard.typed.original))

    def hold_rather(self, words: Iterable[Sequence[str]], one: str, other: str) -> bool:
        """Does any of these words (each as its units) stand in more examples of the one intent than of the other?"""
        own, others = ([_framed(key(text)) for text in self._by_intent.get(intent, ())] for intent in (one, other))
        return any(_holders(word, own) > _holders(word, others) for word in map(_framed, words))

    def nearest(self, intent: str, heard: Heard) -> str | None:
        """The example of an intent that is most like the message."""
        learnt = self.of(heard)
        return learnt.nearest(intent, heard) if learnt else None

    def lean(self, intents: AbstractSet[str], heard: Heard, but: str | None = None) -> float:
        """How like the message these intents' nearest example is, beside the nearest of all (0–1)."""
        learnt = self.of(heard)
        return learnt.lean(intents, heard, but) if learnt else 0.0

    def of(self, heard: Heard) -> "Learnt | None":
        """The examples to compare a message with; bare numbers are of no language."""
        return self.learnt.get(heard.language)

    @cached_property
    def _filed(self) -> Mapping[str, str]:
        return {plain: example.intent for example in self._examples if (plain := bare(example.text))}

    @cached_property
    def _by_intent(self) -> Mapping[str, Sequence[str]]:
        return _divided([example.text for example in self._examples], [example.intent for example in self._examples])

    @cached_property
    def learnt(self) -> Mapping[str, "Learnt"]:
        """What those of each language have taught."""
        if not self._known and (lessons := self._keeper and self._keeper.recall()):
            own = _divided(self._examples, lessons.languages)
            learnt = {language: Learnt(own[language], *taught) for language, taught in lessons.taught.items()}
            if self._known is not None:
                self._remember(self._said(lessons.languages), learnt)
            return learnt
        return self._learnt_by_hearing()

    def _learnt_by_hearing(self) -> Mapping[str, "Learnt"]:
        languages = [self._sentences[example.text].language for example in self._examples]
        known = self._known or {}
        said = self._said(languages)
        learnt = {
            language: self._taught(own, said[language], known.get(language))
            for language, own in _divided(self._examples, languages).items()
        }
        _learn(learnt.values())
        if self._keeper and not known:
            self._keeper.keep(languages, learnt)
        self._remember(said, learnt)
        return learnt

    def _remember(self, said: Mapping[str, Sequence[Said]], learnt: Mapping[str, "Learnt"]) -> None:
        """For who learns from examples like these again."""
        if self._known is not None:
            self._known.clear()
            self._known.update((language, (said[language], own)) for language, own in learnt.items())

    def _taught(self, own: list[Example], said: Sequence[Said], before: Taught | None) -> "Learnt":
        """What these taught before, if they and all that is heard in them are the same."""
        if before and before[1].examples == own and before[0] == said:
            return before[1]
        return Learnt(own, self._sentences.vocabulary([example.text for example in own]))

    def _said(self, languages: Iterable[str]) -> Mapping[str, Sequence[Said]]:
        """What is said in those of each language."""
        return _divided((self._sentences[example.text].said for example in self._examples), languages)


class Learnt:
    """What the examples of one language teach; `softmax`: where it was learnt before."""

    def __init__(self, examples: Sequence[Example], vocabulary: Vocabulary, softmax: Softmax | None = None) -> None:
        self.examples = examples
        self.vocabulary = vocabulary
        self._softmax = softmax

    @property
    def softmax(self) -> Softmax:
        """What each feature says."""
        # No `cached_property`: in Python 3.11 it has one lock for all languages, and they would learn one by one.
        if self._softmax is None:
            # It loads scipy, which takes its time; where somebody keeps what was learnt, nobody needs it.
            from bot.matching.learning import learn

            intents = [example.intent for example in self.examples]
            self._softmax = learn(self.vocabulary.vectors, intents, self.vocabulary.size)
        return self._softmax

    def learn(self) -> None:
        """Have it learnt what each feature says."""
        _ = self.softmax

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each example stands."""
        return {example.text: place for place, example in enumerate(self.examples)}

    def like(self, heard: Heard) -> Sequence[Likeness]:
        """The labels that a message's features make likely."""
        kinds = heard.kinds
        if self.vocabulary.known(kinds) < _LEAST_KNOWN:
            return []
        return _likely(self.softmax.scores(self.vocabulary.vector(kinds)), self.softmax.labels)

    def like_others(self, place: int) -> Sequence[Likeness]:
        """The same for an example, as if it had not been learnt."""
        return _likely(self.softmax.judged(self.softmax.others[place]), self.softmax.labels)

    def likenesses(self, *, unseen: bool) -> Sequence[tuple[Likeness, ...]]:
        """The labels that each example makes likely by itself, or, `unseen`, as if it had not been learnt."""
        from bot.matching.learning import told

        softmax = self.softmax
        shares = softmax.judged(softmax.others if unseen else told(self.vocabulary.vectors, softmax))
        lines, places = (shares >= _LEAST).nonzero()
        found: list[list[Likeness]] = [[] for _ in shares]
        for line, place, score in zip(lines.tolist(), places.tolist(), shares[lines, places].tolist(), strict=True):
            found[line].append(Likeness(softmax.labels[place], round(score, _DIGITS)))
        return list(map(tuple, found))

    def lean(self, labels: AbstractSet[str], heard: Heard, but: str | None = None) -> float:
        """How like these features the nearest example of the labels is, beside the nearest of all (0–1)."""
        products = self.vocabulary.products(heard.kinds)
        if but is not None and but in self.places:
            products[self.places[but]] = 0
        own = max([products[self._by_label[label]].max() for label in labels & self._by_label.keys()], default=0)
        return float(own / products.max()) if own else 0.0

    def nearest(self, intent: str, heard: Heard) -> str | None:
        """The example of a label with the features most like these."""
        products = self.vocabulary.products(heard.kinds)
        own = self._by_label.get(intent)
        return None if own is None else self.examples[own[products[own].argmax()]].text

    @cached_property
    def _by_label(self) -> Mapping[str, Places]:
        """Where the examples of each label stand."""
        places = _divided(range(len(self.examples)), [example.intent for example in self.examples])
        return {label: np.array(own) for label, own in places.items()}


def _learn(languages: Iterable[Learnt]) -> None:
    """All at once: it is mostly sums, which need no interpreter."""
    with ThreadPoolExecutor() as threads:
        list(threads.map(Learnt.learn, languages))


def _holders(word: str, texts: Iterable[str]) -> int:
    return sum(word in text for text in texts)


def _framed(units: Sequence[str]) -> str:
    """With a blank around each, so that no word is found within another."""
    return f" {' '.join(units)} "


def bare(text: str) -> str:
    """Evened out, and without the signs around it."""
    return even(text).strip(_SIGNS)


def says_enough(heard: Heard) -> bool:
    """Has it units enough to be like anything?"""
    return sum(map(_says_something, heard.utterance.texts)) >= _FEWEST_UNITS


def _says_something(text: str) -> bool:
    """A single letter does not."""
    return len(text) > 1 or not text.isascii()


def _divided(things: Iterable[_Thing], kinds: Iterable[str]) -> Mapping[str, list[_Thing]]:
    """The things of each kind; what is of none is left out."""
    divided = defaultdict[str, list[_Thing]](list)
    for thing, kind in zip(things, kinds, strict=True):
        if kind:
            divided[kind].append(thing)
    return divided


def _likely(shares: Matrix, labels: Sequence[str]) -> Sequence[Likeness]:
    places = (shares >= _LEAST).nonzero()[0].tolist()
    return [Likeness(labels[place], round(shares[place].item(), _DIGITS)) for place in places]
