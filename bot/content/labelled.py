"""Which messages does a file hold, and which intents are right for each? (`text<TAB>intent[,intent]`, CSV or YAML)"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from bot.content.csv_file import read_rows
from bot.content.problems import Place
from bot.content.reader import Reader, suggestion
from bot.content.source import Node, Text, read, read_text
from bot.dialogue.intent import BESIDE
from bot.matching.evaluation import NONE
from bot.matching.trial import NOTHING, Labelled

# Labels of messages that are none of our business; a question may have the second name all the same.
_NOT_OURS = (NONE, BESIDE)
_KEYS = ("text", "intents")


@dataclass(frozen=True)
class LabelReader:
    """Reads files of labelled messages; `intents` are those that there are."""

    intents: AbstractSet[str]
    reader: Reader

    def read(self, path: Path) -> list[Labelled]:
        """The messages of a file; one with a mistake is left out, and the mistake is in the reader."""
        kinds = {".yaml": self._yaml, ".csv": self._csv}
        found = list(kinds.get(path.suffix.lower(), self._table)(path))
        if not found and not self.reader.problems:
            self.reader.report("no-messages", Place(str(path)))
        return found

    def _table(self, path: Path) -> Iterator[Labelled]:
        text, problems = read_text(path, str(path))
        self.reader.problems += problems
        for number, line in enumerate((text or "").split("\n"), 1):
            if line.strip() and not line.startswith("#"):
                yield from self._line(line.rstrip("\r"), Place(str(path), number))

    def _csv(self, path: Path) -> Iterator[Labelled]:
        """A message and its intents in the first two columns, with or without a line of headings."""
        whole, problems = read_text(path, str(path))
        rows, faults = read_rows(whole or "", str(path))
        self.reader.problems += [*problems, *faults]
        for number, row in enumerate(rows):
            text, labels = (*row.cells, "", "")[:2]
            if number == 0 and text in _KEYS:
                continue
            if text and labels:
                yield from self._labelled(text, tuple(Text(label, row.at(2)) for label in labels.split(",")))
            else:
                self.reader.report("no-label", row.place)

    def _line(self, line: str, place: Place) -> Iterator[Labelled]:
        text, tab, labels = line.partition("\t")
        if not (tab and text.strip() and labels.strip()):
            self.reader.report("no-label", place)
            return
        start = len(text) + 2
        pieces = []
        for label in labels.split(","):
            pieces.append(Text(label, Place(place.file, place.line, start)))
            start += len(label) + 1
        yield from self._labelled(text.strip(), tuple(pieces))

    def _yaml(self, path: Path) -> Iterator[Labelled]:
        node, problems = read(path, str(path))
        self.reader.problems += problems
        for entry in self.reader.items(node):
            yield from self._entry(entry)

    def _entry(self, node: Node) -> Iterator[Labelled]:
        fields = self.reader.fields(node, _KEYS, required=_KEYS)
        text = self.reader.text(fields.get("text"))
        labels = self.reader.one_or_more(fields["intents"]) if "intents" in fields else ()
        if text and labels:
            yield from self._labelled(text.value, labels)

    def _labelled(self, text: str, labels: tuple[Text, ...]) -> Iterator[Labelled]:
        readings = tuple(self._reading(label) for label in labels)
        known = tuple(reading for reading in readings if reading is not None)
        if len(known) == len(readings):
            yield Labelled(text, tuple(dict.fromkeys(known)))

    def _reading(self, label: Text) -> frozenset[str] | None:
        """The intents that one label joins with `+`; None where one of them is unknown."""
        names = [name.strip() for name in label.value.split("+")]
        if len(names) == 1 and names[0] in _NOT_OURS and names[0] not in self.intents:
            return NOTHING
        unknown = [name for name in names if name not in self.intents]
        for name in unknown:
            place = label.at(1, label.value.index(name) + 1)
            self.reader.report("unknown-intent", place, intent=name, **suggestion(name, self.intents))
        return None if unknown else frozenset(names)
