"""Which words must buyers not read, and what is said instead? (`replies/_tone.yaml`)"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from bot.cases.languages import LANGUAGES
from bot.content.folders import called, file_of
from bot.content.reader import Reader
from bot.content.shapes import TEXT, TEXTS, Key, NamedEntries, both
from bot.content.source import Fields, Node, Text, read

TONE = "_tone"
_STATUS = "status"


class ToneSection(StrEnum):
    """Why a word is not said; each is an entry of the file, and a rule of the checker."""

    PROMISE = "promise"
    VAGUE_TIME = "vague_time"
    BLAME = "blame"
    VERDICT = "verdict"
    ADDRESS = "address"
    STIFF = "stiff"
    RULE_FIRST = "rule_first"
    ADMITS = "admits"

    @property
    def rule(self) -> str:
        """Its name among the findings."""
        return self.value.replace("_", "-")


_MEANINGS: Mapping[ToneSection, tuple[str, str]] = {
    ToneSection.PROMISE: ("案子里没有的保证", "promises that the case does not carry"),
    ToneSection.VAGUE_TIME: ("含糊的时间", "times that say nothing"),
    ToneSection.BLAME: ("怪谁的话", "words that blame somebody"),
    ToneSection.VERDICT: ("断定谁有理、能拿到什么的话", "verdicts on who is right and who gets what"),
    ToneSection.ADDRESS: ("「您」以外的称呼", "any address but 您"),
    ToneSection.STIFF: ("只有办公室才说的话", "what only offices say"),
    ToneSection.RULE_FIRST: ("不能放在开头的话：规定", "what no answer begins with: rules"),
    ToneSection.ADMITS: (
        "承认不知道的话；同一条里要有找谁",
        "what admits not knowing; the message names a person too",
    ),
}
KEYS: Mapping[str, Key] = {
    section: Key(*meaning, both(NamedEntries(TEXT), are_needed=False)) for section, meaning in _MEANINGS.items()
} | {_STATUS: Key("讲案子办到哪一步的问题", "the questions that tell where a case stands", TEXTS)}


@dataclass(frozen=True)
class WordList:
    """Words of one language, each with what to write instead."""

    language: str
    instead: Mapping[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        longest_first = sorted(self.instead, key=len, reverse=True)
        words = "|".join(map(re.escape, longest_first))
        form = rf"(?i)(?<![a-z])(?:{words})(?![a-z])" if self.language == "en" else words
        return re.compile(form) if words else None

    def within(self, text: str) -> Iterator[tuple[str, str]]:
        """Each word that occurs, as it is written there, and what to write instead."""
        for found in self._pattern.finditer(text) if self._pattern else ():
            yield found[0], self._lowered[found[0].lower()]

    @cached_property
    def _lowered(self) -> Mapping[str, str]:
        return {word.lower(): instead for word, instead in self.instead.items()}


@dataclass(frozen=True)
class ToneWords:
    """All lists, and the replies that tell where a case stands."""

    lists: Mapping[tuple[ToneSection, str], WordList] = field(default_factory=dict)
    status: tuple[Text, ...] = ()

    def of(self, section: ToneSection, language: str) -> WordList:
        """One list; empty where the file has none."""
        return self.lists.get((section, language), WordList(language, {}))


def load_tone(folder: Path) -> ToneWords:
    """The lists of a folder of replies; empty where it has none that can be read."""
    path = file_of(TONE, folder)
    tree = read(path, called(path, folder))[0] if path else None
    return read_tone(tree, Reader()) if tree else ToneWords()


def read_tone(node: Node, reader: Reader) -> ToneWords:
    """The lists of the file; what is wrong with it is in the reader."""
    fields = reader.fields(node, KEYS)
    lists = {
        (section, language): WordList(language, _instead(entry, reader))
        for section in ToneSection
        if section in fields
        for language, entry in reader.fields(fields[section], LANGUAGES).items()
    }
    return ToneWords(lists, reader.texts(fields[_STATUS]) if _STATUS in fields else ())


def _instead(node: Node, reader: Reader) -> Mapping[str, str]:
    entries = reader.entries(node) if isinstance(node, Fields) else reader.fields(node, ())
    read = {word: reader.text(entry) for word, entry in entries.items()}
    return {word: text.value for word, text in read.items() if text}
