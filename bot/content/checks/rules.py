"""Can every rule win anything? Tried with sentences made of its own words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from bot.cases.languages import LANGUAGES
from bot.content.checks.sentences import JudgedExample
from bot.content.checks.thieves import Thieves
from bot.content.intents import Question, RuleLine
from bot.content.problems import Problem, problem
from bot.content.rule_text import alternatives
from bot.content.words import Groups, spelt
from bot.matching.match import Match
from bot.matching.rules import Rule, Term
from bot.matching.said import FILLER
from bot.matching.text import key

# So many sentences are made of a rule before it is given up.
_TRIES = 100
_JOINT = {"zh": "", "en": " "}


@dataclass(frozen=True)
class Phrases:
    """Makes sentences of a rule's required words."""

    groups: Groups

    def of(self, line: RuleLine) -> Iterator[str]:
        """Each alternative of each term stands in one of them, as far as the tries reach; a group may have none."""
        choices = [self._words(term, line.language) for term in line.rule.needs]
        for turn in range(min(max(map(len, choices)), _TRIES) if all(choices) else 0):
            yield _JOINT[line.language].join(words[turn % len(words)] for words in choices)

    def required(self, line: RuleLine) -> Iterator[str]:
        """Every word by which one of its terms can be met."""
        return chain.from_iterable(self._words(term, line.language) for term in line.rule.needs)

    def _words(self, term: Term, language: str) -> Sequence[str]:
        return [word for piece in alternatives(term.text) for word in self._spelt(piece, language)]

    def _spelt(self, piece: str, language: str) -> Sequence[str]:
        if not piece.startswith("<"):
            return [piece]
        words = self._groups[self.groups.names[piece[1:-1].strip()]]
        return words[language] or list(chain.from_iterable(words.values()))

    @cached_property
    def _groups(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The words of each group by language."""
        return {
            name: {language: [word for word, _ in spelt(node, language)] for language in LANGUAGES}
            for name, node in self.groups.nodes.items()
        }


def idle(
    questions: Mapping[str, Question], examples: Iterable[JudgedExample], phrases: Phrases, thieves: Thieves
) -> Iterator[Problem]:
    """Rules that never hold, or whose words another question always wins; one that won an example is beyond doubt."""
    proven = {
        (best.intent, best.fired.rule.text)
        for example in examples
        if (best := example.match.best) and best.fired and best.intent == example.intent
    }
    for question in questions.values():
        for line in question.lines:
            if (line.rule.intent, line.rule.text) not in proven:
                yield from _tried(line, phrases, thieves)


def _tried(line: RuleLine, phrases: Phrases, thieves: Thieves) -> Iterator[Problem]:
    """Stops at the first sentence that the rule does not lose."""
    lost: tuple[str, Match] | None = None
    for phrase in phrases.of(line):
        match = thieves.revision.match(phrase)
        if _holds(line.rule, match):
            if not _is_lost(line.rule, match):
                return
            lost = lost or (phrase, match)
    if lost is None:
        yield problem("rule-never-holds", line.text.place, line=line.rule.text)
    else:
        phrase, match = lost
        winner = match.best.intent if match.best else "-"
        evidence = thieves.evidence(match)
        yield problem("stolen-phrase", line.text.place, text=phrase, intent=line.rule.intent, winner=winner, **evidence)


def _holds(rule: Rule, match: Match) -> bool:
    said = frozenset[str]().union(*(entry.concepts for entry in match.found))
    return rule.barred.isdisjoint(said) and not any(map(said.isdisjoint, rule.required))


def _is_lost(rule: Rule, match: Match) -> bool:
    """Does a whole rule of another question surely win? An example may lose again to a sentence that says more."""
    is_rule = match.fired is not None
    return is_rule and match.answer not in {None, rule.intent}


def commonplace(questions: Mapping[str, Question], phrases: Phrases) -> Iterator[Problem]:
    """Rules that ask for nothing but words which stand in nearly every message: they win what is anybody's."""
    common = frozenset(word.key for word in phrases.groups.words if FILLER in word.concepts)
    for line in (line for question in questions.values() for line in question.lines if not line.rule.whole):
        words = set(map(key, phrases.required(line)))
        if words and words <= common:
            yield problem("common-words", line.text.place, line=line.rule.text)


def outdone(questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Rules beside a wider one of the same question: whenever they hold, the other one does, and scores no less.

    A rule with fewer terms outdoes nothing: more terms explain more, and score more. The languages are compared each
    by itself, for every editor wants to see the whole of one.
    """
    for question in questions.values():
        for line in question.lines:
            others = (other for other in question.lines if other is not line and other.language == line.language)
            wider = next((other for other in others if _outdoes(other, line)), None)
            if wider:
                values = {"line": line.rule.text, "other": wider.rule.text, "spot": wider.text.place.spot}
                yield problem("outdone-rule", line.text.place, **values)


def _outdoes(one: RuleLine, other: RuleLine) -> bool:
    """Of two rules that say the same, the later one is too many."""
    same = one.text.place > other.text.place and _is_wider(other.rule, one.rule)
    return _is_wider(one.rule, other.rule) and not same


def _is_wider(wide: Rule, narrow: Rule) -> bool:
    """Term for term at least the same alternatives, as many helps, no more bars, nothing about order."""
    if wide.whole != narrow.whole or wide.joints or not wide.barred <= narrow.barred:
        return False
    helped = all(any(term.concepts <= help_.concepts for help_ in wide.helps) for term in narrow.helps)
    return helped and _covers(wide.needs, narrow.needs)


def _covers(wide: Sequence[Term], narrow: Sequence[Term]) -> bool:
    """Is each narrow term within a wide one of its own?"""
    if len(wide) != len(narrow):
        return False
    free = list(wide)
    for term in narrow:
        match = next((entry for entry in free if term.concepts <= entry.concepts), None)
        if match is None:
            return False
        free.remove(match)
    return True
