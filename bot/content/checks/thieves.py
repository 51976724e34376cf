"""By which line does another question win a sentence, and which words would keep the two apart?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.content.intents import Question
from bot.content.problems import Place
from bot.matching.matcher import Match, Matcher
from bot.matching.rules import FILLER

_NOTHING = {"zh": "（没有）", "en": "none"}


@dataclass(frozen=True)
class Thieves:
    """The lines of all questions, to be looked up once a sentence went to the wrong one."""

    questions: Mapping[str, Question]
    matcher: Matcher

    def evidence(self, match: Match) -> dict[str, str]:
        """Where the winner's rule or example stands, how it reads, and the words that only one of the two has."""
        best = match.best
        if best is None:
            return {}
        if best.fired:
            rule = best.fired.rule
            explained = {place for word in best.fired.words for place in range(word.start, word.end)}
            return _told(self._rules[rule.intent, rule.text], ("规则", "rule"), rule.text, _words(match, explained), [])
        example = self.matcher.nearest(match, best.intent) or ""
        own, theirs = _words(match), _words(self.matcher.match(example))
        only = [[word for word in one if word not in other] for one, other in ((own, theirs), (theirs, own))]
        return _told(self._examples[best.intent, example], ("例句", "example"), example, *only)

    @cached_property
    def _rules(self) -> Mapping[tuple[str, str], Place]:
        return {
            (name, line.rule.text): line.text.place for name, entry in self.questions.items() for line in entry.lines
        }

    @cached_property
    def _examples(self) -> Mapping[tuple[str, str], Place]:
        return {(name, text.value): text.place for name, entry in self.questions.items() for text in entry.examples}


def _told(place: Place, kind: tuple[str, str], line: str, own: list[str], theirs: list[str]) -> dict[str, str]:
    values = {"spot": place.spot, "kind_zh": kind[0], "kind_en": kind[1], "line": line}
    for name, words in (("own", own), ("theirs", theirs)):
        values |= {f"{name}_zh": "、".join(words) or _NOTHING["zh"], f"{name}_en": ", ".join(words) or _NOTHING["en"]}
    return values


def _words(match: Match, explained: Iterable[int] = ()) -> list[str]:
    """What a sentence says beside common words and the places explained already; longer words first."""
    taken = set(explained)
    chosen: list[tuple[int, int]] = []
    for entry in sorted(match.found, key=lambda entry: (entry.start - entry.end, entry.start)):
        places = range(entry.start, entry.end)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen += [] if FILLER in entry.concepts else [(entry.start, entry.end)]
    units = match.utterance.units
    chosen += [(place, place + 1) for place in range(len(units)) if place not in taken]
    original = match.utterance.original
    return list(dict.fromkeys(original[units[start].start : units[end - 1].end] for start, end in sorted(chosen)))
