"""What is judged, by which standards, and how is a fault put?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.content.tone.glossary import GlossaryTerm
from bot.content.tone.sentences import sentences
from bot.content.tone.words import ToneWords
from bot.review.recital import Shown


@dataclass(frozen=True)
class Fault:
    """What is wrong (`rule` names the finding), the very words, the sentence they stand in, values for the cure."""

    rule: str
    quote: str
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Message:
    """A message, its text without markup."""

    shown: Shown
    text: str
    is_status: bool

    @property
    def language(self) -> str:
        """Of the message: "zh" or "en"."""
        return self.shown.language

    @cached_property
    def sentences(self) -> Sequence[str]:
        """Its sentences."""
        return list(sentences(self.text, self.language))

    def around(self, quote: str) -> str:
        """The sentence in which some words stand."""
        return next((sentence for sentence in self.sentences if quote in sentence), self.text)


@dataclass(frozen=True)
class Standards:
    """What the editors' lists ask for."""

    words: ToneWords
    terms: Sequence[GlossaryTerm] = ()
