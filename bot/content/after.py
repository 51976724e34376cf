"""After which answers do a few words mean a question? (`after` of a question)"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.content.mentioned import mentioned
from bot.content.reader import Reader
from bot.content.rule_text import words_of
from bot.content.source import Fields, Node, Text


@dataclass(frozen=True)
class AfterLine:
    """Words, evened out, that mean the question right after any of the answers `asked`, as one line has them."""

    asked: tuple[Text, ...]
    text: Text
    words: tuple[str, ...]


def read_after(node: Node | None, reader: Reader) -> Iterator[AfterLine]:
    """Line by line; what is wrong with them is in the reader."""
    entries = reader.entries(node) if node else {}
    places = node.keys if isinstance(node, Fields) else {}
    for names, lines in entries.items():
        written = Text(names, places[names])
        asked = tuple(Text(name, written.at(1, column)) for name, column in words_of(written))
        for text in reader.texts(lines):
            yield AfterLine(asked, text, tuple(mentioned(text, reader)))


def words_after(lines: Sequence[AfterLine]) -> Mapping[str, tuple[str, ...]]:
    """All words of these lines, by the question that was answered before."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for before, words in ((before.value, line.words) for line in lines for before in line.asked):
        found[before] += words
    return dict(found)
