"""What does a CSV file say? Rows become the same tree as YAML; `a.b` nests, `blockers.1.code` begins a list."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.problems import Place, Problem, problem
from bot.content.source import Fields, Items, Node, Text, read_text

# The deepest path that a case knows, and two more for what is wrong.
_MOST_DOTS = 4
_UNCLOSED = "unexpected end of data"
_OTHER_SEPARATORS = ";\t；，"
_Tree = dict[str, "Text | _Tree"]


@dataclass(frozen=True)
class Row:
    """The cells of a row; `place` is its first line."""

    place: Place
    cells: tuple[str, ...]

    def at(self, column: int) -> Place:
        """A cell's place; columns are cells here, counted from 1."""
        return Place(self.place.file, self.place.line, column)


def read_csv(path: Path, required: Collection[str]) -> tuple[Node | None, list[Problem]]:
    """The rows under `cases`, each cell placed by its line and the number of its column; or what is wrong."""
    text, problems = read_text(path, path.name)
    if text is None:
        return None, problems
    rows, problems = read_rows(text, path.name)
    if not rows or problems:
        return None, problems or [problem("empty-file", Place(path.name))]
    header, *body = rows
    problems = [*_header_problems(header, required), *_row_problems(header, body)]
    if problems:
        return None, problems
    entries = tuple(_entry(header, row, required) for row in body)
    return Fields({"cases": Items(entries, header.place)}, {"cases": header.place}, header.place), []


def read_rows(text: str, name: str) -> tuple[list[Row], list[Problem]]:
    """Every row that holds anything, up to the first that cannot be read."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: list[Row] = []
    line = 1
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                found.append(Row(Place(name, line), tuple(cell.strip() for cell in cells)))
            line = rows.line_num + 1
    except csv.Error as error:
        zh, en = ("引号没有关上", "a quote is not closed") if _UNCLOSED in str(error) else (str(error), str(error))
        return [], [problem("csv-syntax", Place(name, line), reason_zh=zh, reason_en=en)]
    return found, []


def _header_problems(header: Row, required: Collection[str]) -> Iterator[Problem]:
    """Columns that are missing, stand twice, or want to be a text and a group at once."""
    names = header.cells
    if len(names) == 1 and any(sign in names[0] for sign in _OTHER_SEPARATORS):
        yield problem("csv-separator", header.place)
        return
    for name in required:
        if name not in names:
            yield problem("missing-column", header.place, key=name)
    for column, name in enumerate(names, 1):
        inner = next((other for other in names if other.startswith(f"{name}.")), None)
        if name and name in names[: column - 1]:
            yield problem("duplicate-key", header.at(column), key=name, line=header.place.line)
        elif name and inner:
            yield problem("column-clash", header.at(column), key=name, other=inner)


def _row_problems(header: Row, body: list[Row]) -> Iterator[Problem]:
    """Cells that no column belongs to."""
    for row in body:
        for column, cell in enumerate(row.cells, 1):
            if cell and not "".join(header.cells[column - 1 : column]):
                yield problem("nameless-cell", row.at(column), cell=cell)


def _entry(header: Row, row: Row, required: Collection[str]) -> Node:
    """A row as a tree; an empty cell is left out, unless its column is required."""
    tree: _Tree = {}
    for column, (name, cell) in enumerate(zip(header.cells, row.cells, strict=False), 1):
        if cell or name in required:
            *path, last = name.split(".", _MOST_DOTS)
            _branch(tree, path)[last] = Text(cell, row.at(column))
    return _grown(tree, header, row.place)


def _branch(tree: _Tree, path: list[str]) -> _Tree:
    """The branch at a path; clashing columns have been refused already."""
    for part in path:
        branch = tree.setdefault(part, {})
        tree = branch if isinstance(branch, dict) else {}
    return tree


def _grown(tree: _Tree, header: Row, place: Place) -> Node:
    """The tree as nodes; a name stands in the header, above the first of its cells."""
    grown: Mapping[str, Node] = {
        name: value if isinstance(value, Text) else _grown(value, header, _first(value, place))
        for name, value in tree.items()
    }
    if grown and all(name.isdigit() for name in grown):
        return Items(tuple(grown.values()), place)
    return Fields(grown, {name: header.at(value.place.column) for name, value in grown.items()}, place)


def _first(tree: _Tree, place: Place) -> Place:
    """The place of the first cell of a branch."""
    found = next(iter(tree.values()), None)
    if found is None:
        return place
    return found.place if isinstance(found, Text) else _first(found, place)
