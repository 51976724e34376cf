"""By which line does another question win a sentence, and which words would keep the two apart?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.content.checks.revision import Revision
from bot.content.intents import Question
from bot.content.problems import Place
from bot.matching.match import Candidate, Match
from bot.matching.said import FILLER

_NOTHING = {"zh": "无", "en": "none"}
# Enough to recognise a line by; the place is named anyway.
_LONGEST_LINE = 48


@dataclass(frozen=True)
class Thieves:
    """The lines of all questions, to be looked up once a sentence went to the wrong one."""

    questions: Mapping[str, Question]
    revision: Revision

    def evidence(self, match: Match, by: Candidate | None = None) -> dict[str, str]:
        """Where the winner's rule or example stands, how it reads, and the words that only the sentence has.

        `by`: another candidate than the winner.
        """
        best = by or match.best
        if best is None:
            return {}
        if best.fired:
            rule = best.fired.rule
            explained = {place for word in best.fired.words for place in range(word.start, word.end)}
            return _told(self._rules[rule.intent, rule.text], ("规则", "rule"), rule.text, _words(match, explained))
        example = self.revision.matcher.nearest(match, best.intent) or ""
        other = self.revision.match(example)
        own = _words(match, _shared(match, other))
        return _told(self._examples[best.intent, example], ("例句", "example"), example, own)

    @cached_property
    def _rules(self) -> Mapping[tuple[str, str], Place]:
        return {
            (name, line.rule.text): line.text.place for name, entry in self.questions.items() for line in entry.lines
        }

    @cached_property
    def _examples(self) -> Mapping[tuple[str, str], Place]:
        return {(name, text.value): text.place for name, entry in self.questions.items() for text in entry.examples}


# What can be done where the winner stands: a rule has words that may be excluded, an example has none.
_THERE = {
    "rule": {
        "zh": "在那边用「- 词」排除（只有这句有：{own}）",
        "en": "exclude a word there with '- word' (only here: {own})",
    },
    "example": {"zh": "把那个例句换个说法", "en": "put that example in other words"},
}
# What a sentence needs that is to stay where it is.
_APART = {
    "zh": "；要留在这里，就加一条规则，带上只有这句有的词（{own}），那边用「- 词」排除它",
    "en": "; to keep it, add a rule here with what only it has ({own}), and exclude that there with '- word'",
}


def _told(place: Place, kind: tuple[str, str], line: str, own: list[str]) -> dict[str, str]:
    short = line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…"
    values = {"spot": place.spot, "kind_zh": kind[0], "kind_en": kind[1], "line": short}
    values |= {"own_zh": "、".join(own) or _NOTHING["zh"], "own_en": ", ".join(own) or _NOTHING["en"]}
    for language, apart in _APART.items():
        values[f"apart_{language}"] = apart.format(own=values[f"own_{language}"]) if own else ""
    there = _THERE[kind[1]]
    return values | {f"there_{language}": there[language].format(own=values[f"own_{language}"]) for language in there}


def _shared(match: Match, other: Match) -> set[int]:
    """The places of a sentence at which it says what the other one says too."""
    said = {unit.text for unit in other.utterance.units}
    return {place for place, unit in enumerate(match.utterance.units) if unit.text in said}


def _words(match: Match, explained: Iterable[int]) -> list[str]:
    """What a sentence says beside common words and the places explained already, in its own order."""
    taken = set(explained)
    chosen: list[tuple[int, int]] = []
    for entry in sorted(match.found, key=lambda entry: (entry.start - entry.end, entry.start)):
        if taken.isdisjoint(places := range(entry.start, entry.end)):
            taken.update(places)
            chosen += [] if FILLER in entry.concepts else [(entry.start, entry.end)]
    units, original = match.utterance.units, match.message
    chosen += _runs(place for place in range(len(units)) if place not in taken)
    return list(dict.fromkeys(original[units[start].start : units[end - 1].end] for start, end in sorted(chosen)))


def _runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbouring places as stretches from start to end (exclusive).

    >>> _runs([1, 2, 5])
    [(1, 3), (5, 6)]
    """
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = runs[-1][0], place + 1
        else:
            runs.append((place, place + 1))
    return runs
