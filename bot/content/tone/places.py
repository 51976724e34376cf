"""Where in the editors' files does a sentence come from that a buyer reads?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.content.answers import Written
from bot.content.problems import Place
from bot.content.replies import Page, Shared
from bot.content.source import Text
from bot.content.syntax import depth
from bot.wording.subject import Chosen

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
# Shorter stretches stand in every other line.
_TELLING = 2


@dataclass(frozen=True)
class Origins:
    """The texts that a reply is made of: its own answers, then the shared sentences they name."""

    pages: Mapping[str, Page]
    pieces: Sequence[Shared]

    def of(self, chosen: Chosen, language: str, quote: str, sentence: str) -> Place:
        """The very words if they stand in a text; else the line that the sentence owes most; else the answer."""
        written = self.pages[chosen.reply].written[chosen.answer]
        texts = [written.texts[language], *self._shared(written, language)]
        found = (place for text in texts if (place := exact(text, quote)))
        return next(found, None) or _likeliest(texts, sentence) or texts[0].place

    def _shared(self, written: Written, language: str) -> Iterator[Text]:
        named = written.answer.texts[language].names
        for shared in self.pieces:
            if shared.piece.names[language] in named:
                yield from (entry.texts[language] for entry in shared.written)


def exact(text: Text, quote: str) -> Place | None:
    """Where these very words stand first in a text; None where they do not."""
    at = text.value.find(quote)
    if at < 0:
        return None
    return text.at(text.value.count("\n", 0, at) + 1, at - text.value.rfind("\n", 0, at))


def _likeliest(texts: Sequence[Text], sentence: str) -> Place | None:
    """The line of which most characters stand in the sentence."""
    lines = [
        (_owed(line, sentence), text.at(number, depth(line) + 1))
        for text in texts
        for number, line in enumerate(text.value.split("\n"), 1)
    ]
    most, place = max(lines, key=lambda entry: entry[0])
    return place if most else None


def _owed(line: str, sentence: str) -> int:
    stretches = (stretch.strip() for stretch in _TAG.split(line))
    return sum(len(stretch) for stretch in stretches if len(stretch) >= _TELLING and stretch in sentence)
