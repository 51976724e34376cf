"""What are the engines given? Synthetic intents with rules and examples, and messages; the same for all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from benchmarks.words import STOCKS, Groups, Stock

# So many intents ask different things about one topic; each topic can be named by so many words.
_ASKED_OF_A_TOPIC = 4
_TOPIC_WORDS = 8
# Verbs and the like, which many topics share; each intent has its own few of them.
_COMMON_WORDS = 240
_OWN_WORDS = 6
_FEWEST, _MOST = 2, 6
_SHARE_OF_HITS = 0.75


@dataclass(frozen=True)
class Term:
    """Any one of these words; terms of the same name have the same words."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """All of `needs` and none of `never` speak for the intent."""

    intent: str
    needs: tuple[Term, ...]
    never: tuple[Term, ...]


@dataclass(frozen=True)
class Message:
    """What somebody writes, and the intent that is right for it; None if no rule holds."""

    text: str
    intent: str | None


@dataclass(frozen=True)
class Corpus:
    """All that an engine is built from, and what it is asked."""

    language: str
    intents: int
    rules: tuple[Rule, ...]
    examples: tuple[tuple[str, str], ...]
    messages: tuple[Message, ...]
    stock: Stock


def corpus(language: str, intents: int, messages: int) -> Corpus:
    """The same for the same arguments, on every machine."""
    stock = STOCKS[language]
    rules = tuple(_rules(stock, intents, Random(f"rules {language} {intents}")))
    writer = _Writer(stock, Random(f"messages {language} {intents}"))
    examples = tuple((rule.intent, writer.example(rule)) for rule in rules)
    asked = tuple(writer.message(rules) for _ in range(messages))
    return Corpus(language, intents, rules, examples, asked, stock)


def _rules(stock: Stock, intents: int, random: Random) -> Iterator[Rule]:
    invented = _distinct(stock.invent(random))
    common = list(islice(invented, _COMMON_WORDS))
    for first in range(0, intents, _ASKED_OF_A_TOPIC):
        topic = list(islice(invented, _TOPIC_WORDS))
        verbs = random.sample(common, _OWN_WORDS * _ASKED_OF_A_TOPIC)
        questions = random.sample(sorted(stock.questions), _ASKED_OF_A_TOPIC)
        for place in range(min(_ASKED_OF_A_TOPIC, intents - first)):
            own = verbs[place * _OWN_WORDS :][:_OWN_WORDS]
            asked = _group(stock.questions, questions[place])
            yield from _Editor(stock, random, f"intent_{first + place}", topic, own, asked).rules()


@dataclass(frozen=True)
class _Editor:
    """Writes the rules of one intent."""

    stock: Stock
    random: Random
    intent: str
    topic: Sequence[str]
    own: Sequence[str]
    asked: Term

    def rules(self) -> Iterator[Rule]:
        """Two or three: the topic and a question; the topic and what happens to it; perhaps all of these."""
        yield self._rule(1, self.asked)
        yield self._rule(2, self._some(2, "verb", self.own))
        if self.random.random() < 1 / 2:
            yield self._rule(3, self._some(3, "verb", self.own), self.asked)

    def _rule(self, number: int, *others: Term) -> Rule:
        """One rule in three needs a shared concept as well, and one in three must not meet one."""
        along, barred = (_group(self.stock.shared, name) for name in self.random.sample(sorted(self.stock.shared), 2))
        wants = len(others) == 1 and self.random.random() < 1 / 3
        never = (barred,) if self.random.random() < 1 / 3 else ()
        needs = (self._some(number, "topic", self.topic), *others, *((along,) if wants else ()))
        return Rule(self.intent, needs, never)

    def _some(self, number: int, kind: str, words: Sequence[str]) -> Term:
        chosen = self.random.sample(words, self.random.randint(_FEWEST, _MOST))
        return Term(f"{self.intent}_{number}_{kind}", tuple(chosen))


class _Writer:
    """Writes what buyers write."""

    def __init__(self, stock: Stock, random: Random) -> None:
        self.random = random
        self._stock = stock
        self._strange = stock.strange(random)

    def message(self, rules: Sequence[Rule]) -> Message:
        """Three quarters of all fulfil a rule."""
        rule = self.random.choice(rules)
        if self.random.random() < _SHARE_OF_HITS:
            return Message(self.sentence(_one_each(rule, self.random)), rule.intent)
        return Message(self.sentence(self._miss(rule)), None)

    def example(self, rule: Rule) -> str:
        """As editors note them: to the point."""
        words = _one_each(rule, self.random)
        self.random.shuffle(words)
        return self._stock.gap.join(words)

    def sentence(self, words: Sequence[str]) -> str:
        """The words in any order; fillers between them, often a word of the home, sometimes an unknown one."""
        said = list(words)
        said += [self.random.choice(self._stock.home)] if self.random.random() < 1 / 2 else []
        said += [next(self._strange)] if self.random.random() < 1 / 4 else []
        self.random.shuffle(said)
        pieces = [piece for word in said for piece in (*self._fillers(), word)]
        return self._stock.gap.join([*pieces, *self._fillers()]) + self.random.choice(("", self._stock.mark))

    def _fillers(self) -> list[str]:
        return self.random.choices(self._stock.fillers, k=self.random.choice((0, 1, 1, 2)))

    def _miss(self, rule: Rule) -> list[str]:
        """Small talk, a question about nothing, a topic without a question, or a rule that is barred."""
        if rule.never and self.random.random() < 1 / 2:
            return [*_one_each(rule, self.random), self.random.choice(rule.never[0].words)]
        topic = self.random.choice(rule.needs[0].words)
        question = self.random.choice(self._stock.questions[self.random.choice(sorted(self._stock.questions))])
        return self.random.choice(([topic], [question], [next(self._strange), next(self._strange)]))


def _one_each(rule: Rule, random: Random) -> list[str]:
    return [random.choice(term.words) for term in rule.needs]


def _group(groups: Groups, name: str) -> Term:
    return Term(name, groups[name])


def _distinct(words: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for word in words:
        if word not in seen:
            seen.add(word)
            yield word
