"""What is in a reply that somebody typed: its sentences, its words, its days and hours?"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.desk.practice.when import When, read
from bot.desk.practice.words import Words

_ENDS = {"zh": re.compile(r"[。！？!?\n]+"), "en": re.compile(r"(?<=[.!?])\s+|\n+")}
_NO_LETTER = re.compile(r"[\W_]+")
# A date is read at one glance, like four characters.
_GLANCE = {"zh": "某月某日", "en": "that day"}


@dataclass(frozen=True)
class Draft:
    """A reply to be judged."""

    text: str
    language: str
    today: date
    words: Words

    @cached_property
    def when(self) -> When:
        """Its days and hours."""
        return read(self.text, self.today)

    @cached_property
    def sentences(self) -> tuple["Draft", ...]:
        """Its sentences, each to be looked at by itself."""
        parts = _ENDS[self.language].split(self.text)
        return tuple(Draft(part.strip(), self.language, self.today, self.words) for part in parts if part.strip())

    @property
    def length(self) -> int:
        """Words in English; characters in Chinese, where a date is read as four."""
        text = self.when.text
        for day in reversed(self.when.days):
            text = text[: day.start] + _GLANCE[self.language] + text[day.end :]
        return len(text.split()) if self.language == "en" else len("".join(text.split()))

    def found(self, words: Iterable[str]) -> str | None:
        """The first of these words that occurs; what stands in a harmless phrase is passed over."""
        text = self.text
        for phrase in self.words.harmless:
            text = _pattern(phrase, self.language).sub(" ", text)
        return next((word for word in words if _pattern(word, self.language).search(text)), None)

    def has(self, wanted: str) -> bool:
        """Is a fact in it? Its days and hours in any form, or else its very words, whatever stands between them."""
        asked = read(wanted, self.today)
        if asked.days or asked.hours:
            return self.when.covers(asked, self.today)
        return bool(_letters(wanted)) and _letters(wanted) in _letters(self.text)


def _pattern(word: str, language: str) -> re.Pattern[str]:
    if language == "zh":
        return re.compile(re.escape(word))
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


def _letters(text: str) -> str:
    """The letters and digits alone, in small letters."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text)).casefold()
