"""What does one line of an editor's rules mean?"""

import re
from collections import UserDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from bot.content.problems import Place, Problem
from bot.content.reader import Reader, suggestion
from bot.content.source import Text
from bot.content.syntax import wide_sign
from bot.matching.lexicon import Word
from bot.matching.rules import Bond, Joint, Rule, Term
from bot.matching.text import key

_WIDE = re.compile(r"[＋＜＞《》〈〉‹›«»（）＝／，]|(?<!\S)[－—–]")
_PART = re.compile(r"(?<!\S)(?P<minus>-)\s+|\s*(?P<plus>\+)\s*|(?<=\s)(?P<bond>[>~])\s+")
_SIGN = re.compile(r"[-()<>,|~]")
# What parts no words, though it looks so: 1,000 is one.
GLUED = re.compile(r"[，／|]|,(?!\d)|\s\+\s")
# A sign that has lost its partner or its space would be taken for a part of the word.
_STRAY = (
    (re.compile(r"(?<!\S)-(?=\S)"), "「-」后面要有一个空格", "a '-' needs a space behind it"),
    (re.compile(r"[()<>]"), "括号没有成对，或者不在两头", "a bracket has no partner or stands in the middle"),
    (GLUED, "几个词之间用「、」（英文用「/」）分开", "words are parted by '、' or '/'"),
    (re.compile(r"~"), "「~」前后都要有空格", "a '~' needs a space on either side"),
)
_NOTHING_BEFORE = {
    "reason_zh": "「>」「~」前面要有一个必须出现的词",
    "reason_en": "a '>' or '~' needs a required word before it",
}
_SEPARATOR = re.compile(r"、|/")


class GroupNames(UserDict[str, str]):
    """Every name of a group → its id; `files` tells where each name stands."""

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, str] = {}


@dataclass
class RuleParser:
    """Turns lines into rules and notes the words they use.

    `groups`: every name of a group → its id; None where they could not be read, so that no name can be judged.
    """

    reader: Reader
    groups: GroupNames | None
    words: list[Word] = field(default_factory=list)

    def parse(self, intent: str, line: Text) -> Rule | None:
        """The rule of a line; None (and a finding) where it cannot be one."""
        if wide := wide_of(line):
            self.reader.problems.append(wide)
            return None
        before = len(self.reader.problems)
        whole = line.value.startswith("=")
        sorted_terms: dict[str, list[Term]] = {"needs": [], "helps": [], "never": []}
        joints: list[Joint] = []
        for part in _parts(line.value.removeprefix("="), 2 if whole else 1):
            if part.bond and not sorted_terms["needs"]:
                self.reader.report("bad-rule", line.at(1, part.column), **_NOTHING_BEFORE)
            elif part.bond:
                joints.append(Joint(len(sorted_terms["needs"]), part.bond))
            if term := self._term(line, part.text, part.column):
                sorted_terms[part.kind].append(term)
        if len(self.reader.problems) > before or self.groups is None:
            return None
        if not sorted_terms["needs"]:
            self.reader.report("bad-rule", line.place, reason_zh="没有必须出现的词", reason_en="no word is required")
            return None
        needs, helps, never = (tuple(terms) for terms in sorted_terms.values())
        return Rule(intent, line.value, needs, helps, never, whole, tuple(joints))

    def _term(self, line: Text, text: str, column: int) -> Term | None:
        concepts = [self._concept(line, piece, column + offset) for piece, offset in _pieces(text)]
        known = frozenset(concept for concept in concepts if concept)
        return Term(known, text.strip()) if known else None

    def _concept(self, line: Text, piece: str, column: int) -> str | None:
        if piece.startswith("<") and piece.endswith(">"):
            return self._group(piece[1:-1].strip(), line.at(1, column))
        for sign, zh, en in _STRAY if _SIGN.search(piece) else ():
            if found := sign.search(piece):
                self.reader.report("bad-rule", line.at(1, column + found.start()), reason_zh=zh, reason_en=en)
                return None
        units = key(piece)
        if not units:
            self.reader.report("bad-rule", line.at(1, column), reason_zh="有一处是空的", reason_en="a word is missing")
            return None
        concept, word = _named(units)
        self.words.append(word)
        return concept

    def _group(self, name: str, place: Place) -> str | None:
        if self.groups is None or name in self.groups:
            return self.groups[name] if self.groups else None
        files = self.groups.files
        self.reader.report("unknown-group", place, group=name, **suggestion(name, self.groups, files))
        return None


@cache
def _named(units: tuple[str, ...]) -> tuple[str, Word]:
    """A word that stands in rules by itself, and the concept that it alone stands for; many rules share it."""
    concept = f"'{' '.join(units)}'"
    return concept, Word(units, frozenset({concept}))


def words_of(line: Text) -> Iterator[tuple[str, int]]:
    """The words of a line of a word group, with their columns."""
    for piece, offset in _pieces(line.value):
        yield piece, offset + 1


def wide_of(line: Text) -> Problem | None:
    """The first full-width sign that would be taken for a part of a word."""
    wide = _WIDE.search(line.value)
    return wide and wide_sign(line.at(1, wide.start() + 1), wide[0])


def alternatives(term: str) -> tuple[str, ...]:
    """The words and groups of one term of a rule, as they are written."""
    return tuple(piece for piece, _ in _pieces(term))


@dataclass(frozen=True)
class _Part:
    """One term of a line: needs, helps or never; `bond` ties it to the required one before it."""

    kind: str
    text: str
    column: int
    bond: Bond | None = None


def _parts(line: str, column: int) -> Iterator[_Part]:
    """Each term with its column."""
    marks = list(_PART.finditer(line))
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(line)]
    signs = ["+", *(mark[0].strip() for mark in marks)]
    for sign, start, end in zip(signs, starts, ends, strict=True):
        text = line[start:end]
        stripped = text.strip()
        at = column + start + len(text) - len(text.lstrip())
        if sign == "-":
            yield _Part("never", stripped, at)
        elif sign in tuple(Bond):
            yield _Part("needs", stripped, at, Bond(sign))
        elif stripped.startswith("(") and stripped.endswith(")"):
            yield _Part("helps", stripped[1:-1], at + 1)
        elif stripped or start or not (marks and signs[1] == "-"):
            yield _Part("needs", stripped, at)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The alternatives of a term and where they begin in it."""
    start = 0
    for piece in _SEPARATOR.split(text):
        yield piece.strip(), start + len(piece) - len(piece.lstrip())
        start += len(piece) + 1
