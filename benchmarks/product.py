"""How is our own engine built and asked? The only place that knows."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.rules import Corpus, Rule, Term
from bot.cases.milestones import Milestone, Role
from bot.content.folders import Folders
from bot.content.library import load, syllables
from bot.dialogue.content import Content
from bot.matching.examples import Example, Examples
from bot.matching.hearing import Hearing
from bot.matching.lexicon import Lexicon, Word
from bot.matching.matcher import Matcher
from bot.matching.rules import Rule as ProductRule
from bot.matching.rules import Rulebook
from bot.matching.rules import Term as ProductTerm
from bot.matching.said import FILLER
from bot.matching.sentences import Sentences
from bot.matching.slots import HOME, Meanings
from bot.matching.text import key, read

_ROOT = Path(__file__).parents[1]
SHIPPED = Folders(_ROOT / "intents", _ROOT / "replies")
_UTTERANCES = _ROOT / "tests" / "utterances"
_MEANINGS = Meanings(
    {"sign": Milestone.ONLINE_SIGN},
    {"buyer": Role.BUYER, "seller": Role.SELLER, "developer": Role.DEVELOPER},
)


def matcher(corpus: Corpus, *, with_examples: bool = False) -> Matcher:
    """The product's matcher for synthetic intents."""
    hearing = Hearing(Lexicon(_words(corpus), syllables()), Rulebook(map(_rule, corpus.rules)), _MEANINGS.home)
    examples = [Example(intent, text) for intent, text in corpus.examples] if with_examples else []
    built = Matcher(hearing, Examples(examples, Sentences(hearing)), _MEANINGS)
    # Examples are learnt when they are first needed: for a message without a rule.
    built.match(corpus.stock.fillers[0])
    return built


def content() -> Content:
    """The shipped content, read and compiled."""
    return load(SHIPPED)


def answer(asked: Matcher, text: str) -> str | None:
    """The intent that the matcher answers without asking back."""
    return asked.match(text).answer


def utterances(language: str) -> list[str]:
    """What testers wrote to the shipped content in a language."""
    lines = [line for path in sorted(_UTTERANCES.glob("*.tsv")) for line in path.read_text("utf-8").splitlines()]
    texts = [line.split("\t")[0] for line in lines]
    return [text for text in texts if (read(text).language or "zh") == language]


def _rule(rule: Rule) -> ProductRule:
    text = " + ".join("/".join(term.words) for term in rule.needs)
    return ProductRule(rule.intent, text, tuple(map(_term, rule.needs)), never=tuple(map(_term, rule.never)))


def _term(term: Term) -> ProductTerm:
    """A shared group is one concept; words that stand in a rule are concepts of their own."""
    concepts = {term.name} if _is_group(term) else {f"'{word}'" for word in term.words}
    return ProductTerm(frozenset(concepts), "/".join(term.words))


def _words(corpus: Corpus) -> Iterator[Word]:
    for rule in corpus.rules:
        for term in filter(lambda term: not _is_group(term), (*rule.needs, *rule.never)):
            yield from (Word(key(word), frozenset({f"'{word}'"})) for word in term.words)
    groups = {**corpus.stock.questions, **corpus.stock.shared, HOME: corpus.stock.home, FILLER: corpus.stock.fillers}
    for name, words in groups.items():
        yield from (Word(key(word), frozenset({name})) for word in words)


def _is_group(term: Term) -> bool:
    return not term.name.startswith("intent_")
