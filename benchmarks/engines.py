"""Which engines are compared, and how does each say the same rules?"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import permutations

from benchmarks.rules import Corpus, Rule

Answer = Callable[[str], str | None]
Build = Callable[[Corpus], Answer]

# Below this likeness (0–100) an example is no answer.
_LIKE_ENOUGH = 60
_NO_WORD = re.compile(r"[^\w']+")
_NO_SPACE = re.compile(r"\S")


def signpost(corpus: Corpus) -> Answer:
    """Our own engine with rules only, like the others."""
    from benchmarks import product

    return partial(product.answer, product.matcher(corpus))


def signpost_with_examples(corpus: Corpus) -> Answer:
    """Our own engine with an example for each rule as well."""
    from benchmarks import product

    return partial(product.answer, product.matcher(corpus, with_examples=True))


def adapt(corpus: Corpus) -> Answer:
    """Every term is an entity type, every rule an intent parser; it knows no `never`, and words end at spaces."""
    from adapt.engine import IntentDeterminationEngine
    from adapt.intent import IntentBuilder

    spell = _spelling(corpus)
    engine = IntentDeterminationEngine()
    for word, names in _names(corpus.rules).items():
        for name in names:
            engine.register_entity(spell(word), name)
    for rule in corpus.rules:
        builder = IntentBuilder(rule.intent)
        for term in rule.needs:
            builder.require(term.name)
        engine.register_intent_parser(builder.build())

    def answer(text: str) -> str | None:
        best = next(engine.determine_intent(spell(text)), None)
        return str(best["intent_type"]) if best else None

    return answer


def hassil(corpus: Corpus) -> Answer:
    """Every order of a rule's terms is a sentence template with wildcards around; it knows no `never`."""
    from hassil import Intents, recognize_best

    sentences: dict[str, list[str]] = defaultdict(list)
    for rule in corpus.rules:
        sentences[rule.intent] += _templates(rule, corpus.stock.gap)
    intents = Intents.from_dict(
        {
            "language": corpus.language,
            "intents": {intent: {"data": [{"sentences": texts}]} for intent, texts in sentences.items()},
            "lists": {name: {"wildcard": True} for name in _WILDCARDS},
            "settings": {"ignore_whitespace": not corpus.stock.gap},
        }
    )

    def answer(text: str) -> str | None:
        best = recognize_best(text, intents)
        return str(best.intent.name) if best else None

    return answer


def rapidfuzz(corpus: Corpus) -> Answer:
    """The most similar example, by the words (in Chinese: the characters) that it shares with the message."""
    from rapidfuzz import fuzz, process

    spell = _spelling(corpus)
    intents = [intent for intent, _ in corpus.examples]
    choices = [spell(text) for _, text in corpus.examples]

    def answer(text: str) -> str | None:
        best = process.extractOne(spell(text), choices, scorer=fuzz.token_set_ratio, score_cutoff=_LIKE_ENOUGH)
        return intents[best[2]] if best else None

    return answer


def pyahocorasick(corpus: Corpus) -> Answer:
    """One scan for all words, then all, any and none of each rule that is filed under a word found."""
    from ahocorasick import Automaton

    edge = corpus.stock.gap
    automaton = Automaton()
    for word, names in _names(corpus.rules).items():
        automaton.add_word(f"{edge}{word}{edge}", names)
    automaton.make_automaton()
    filed = _filed(corpus.rules)

    def answer(text: str) -> str | None:
        plain = _NO_WORD.sub(edge, text.lower())
        said = {name for _, names in automaton.iter(f"{edge}{plain}{edge}") for name in names}
        holding = [rule for name in said for rule in filed.get(name, ()) if _holds(rule, said)]
        return max(holding, key=lambda rule: len(rule.needs)).intent if holding else None

    return answer


ENGINES: Mapping[str, Build] = {
    "signpost": signpost,
    "signpost (with examples)": signpost_with_examples,
    "adapt-parser": adapt,
    "hassil": hassil,
    "rapidfuzz": rapidfuzz,
    "pyahocorasick": pyahocorasick,
}
# What twenty-five thousand examples say for ten thousand intents does not fit into memory.
LARGEST: Mapping[str, int] = {"signpost (with examples)": 1_000}
_WILDCARDS = ("before", "between", "further", "after")


def _spelling(corpus: Corpus) -> Callable[[str], str]:
    """How engines that part words at spaces are given a text: Chinese one character at a time."""
    if corpus.stock.gap:
        return lambda text: _NO_WORD.sub(" ", text.lower()).strip()
    return lambda text: " ".join(_NO_SPACE.findall(_NO_WORD.sub("", text)))


def _templates(rule: Rule, gap: str) -> Iterable[str]:
    first, *between, last = _WILDCARDS
    for terms in permutations(f"({'|'.join(term.words)})" for term in rule.needs):
        pieces = [f"[{{{first}}}]", terms[0]]
        for name, term in zip(between, terms[1:], strict=False):
            pieces += [f"[{{{name}}}]", term]
        yield gap.join([*pieces, f"[{{{last}}}]"])


def _names(rules: Iterable[Rule]) -> Mapping[str, tuple[str, ...]]:
    """For each word the terms that it meets."""
    names: dict[str, set[str]] = defaultdict(set)
    for rule in rules:
        for term in (*rule.needs, *rule.never):
            for word in term.words:
                names[word].add(term.name)
    return {word: tuple(sorted(among)) for word, among in names.items()}


def _filed(rules: Iterable[Rule]) -> Mapping[str, list[Rule]]:
    """Each rule under the term that fewest rules need."""
    every = list(rules)
    uses = Counter(term.name for rule in every for term in rule.needs)
    filed: dict[str, list[Rule]] = defaultdict(list)
    for rule in every:
        filed[min(rule.needs, key=lambda term: uses[term.name]).name].append(rule)
    return filed


def _holds(rule: Rule, said: set[str]) -> bool:
    return all(term.name in said for term in rule.needs) and not any(term.name in said for term in rule.never)
