"""What lies in one of the editors' folders? Its files by their names, each with its text and its tree."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.folders import ENDING, called, is_name, rightly, yaml_files
from bot.content.memory import Memory
from bot.content.problems import Place
from bot.content.reader import Reader
from bot.content.source import Node, parse, read_text


@dataclass(frozen=True)
class Sheet:
    """A file that can be read; `file` is its path with the folder's name: `intents/money/taxes.yaml`."""

    file: str
    text: str
    tree: Node

    @property
    def sources(self) -> tuple[str, str]:
        """All that the tree was made of."""
        return self.file, self.text


@dataclass(frozen=True)
class Shelf:
    """The files of a folder by their names without ending; `lost` are those that cannot be read."""

    sheets: Mapping[str, Sheet]
    lost: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """All of them: a file that cannot be read is one finding, not a missing file for others."""
        return self.lost | self.sheets.keys()

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """All that the folder says."""
        return tuple(sheet.sources for sheet in self.sheets.values())

    def of(self, is_wanted: Callable[[str], bool]) -> "Shelf":
        """Some of its files."""
        sheets = {name: sheet for name, sheet in self.sheets.items() if is_wanted(name)}
        return Shelf(sheets, frozenset(filter(is_wanted, self.lost)))


def shelve(folder: Path, reader: Reader, memory: Memory) -> Shelf:
    """The files of a folder and of the folders in it."""
    if not folder.is_dir():
        reader.report("missing-folder", Place(str(folder)))
    found: dict[str, tuple[str, Sheet | None]] = {}
    for path in yaml_files(folder):
        file = called(path, folder)
        if path.is_dir():
            reader.problems += read_text(path, file)[1]
        elif path.suffix != ENDING:
            reader.report("wrong-ending", Place(file), name=path.name, instead=rightly(path))
        elif path.stem in found:
            reader.report("same-name", Place(file), other=found[path.stem][0])
        elif not (is_name(path.stem) or path.stem.startswith("_")):
            reader.report("bad-name", Place(file), name=path.stem)
        else:
            found[path.stem] = file, _sheet(path, file, reader, memory)
    sheets = {name: sheet for name, (_, sheet) in found.items() if sheet}
    return Shelf(sheets, frozenset(found.keys() - sheets.keys()))


def _sheet(path: Path, file: str, reader: Reader, memory: Memory) -> Sheet | None:
    text, problems = read_text(path, file)
    if text is not None:
        tree, problems = memory.recall(("tree", file, text), lambda: parse(text, file))
    reader.problems += problems
    return Sheet(file, text, tree) if text is not None and tree is not None else None
