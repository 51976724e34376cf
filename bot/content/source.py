"""What does a YAML file say, as text only, and where does each piece stand?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.content.problems import Place, Problem, problem
from bot.content.syntax import Mark, explained, place_of, wide_sign

# Beside the control characters of YAML: the line ends that no editor shows as such, and halves of characters.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_CUT = re.compile(r"\s+(#[^\s#].*)")
# What a program for versions leaves where two people changed the same lines.
_MERGE = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)", re.MULTILINE)
_WIDE_SPACES = "\u3000\xa0"
# Our files need six levels; the parser's own stack breaks at some thousands.
_DEEPEST = 24


@dataclass(frozen=True)
class Text:
    """A scalar. `rows` are the lines of the file that it stands in; `indent` is the column before a block's text.

    `folded`: its lines are one line.
    """

    value: str
    place: Place
    block: bool = False
    folded: bool = False
    indent: int = 0
    rows: tuple[str, ...] = field(default=(), compare=False, repr=False)

    def at(self, line: int, column: int) -> Place:
        """The file's place for a line (from 1) and column (from 1) of the text."""
        if self.block:
            return Place(self.place.file, self.place.line + line, self.indent + column)
        return Place(self.place.file, self.place.line, self.place.column + column - 1)

    def find(self, pattern: re.Pattern[str], line: int) -> Place | None:
        """Where the first group of a pattern stands, from a line of the text on; None where it is not on one line."""
        for number, row in enumerate(self.rows):
            start = self.place.column - 1 if number == 0 and not self.block else 0
            found = pattern.search(row, start) if number >= line - 1 or not self.block else None
            if found:
                return Place(self.place.file, self.place.line + number + self.block, found.start(1) + 1)
        return None


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True)
class Fields:
    """A mapping; `keys` holds the place of each key."""

    fields: Mapping[str, "Node"]
    keys: Mapping[str, Place]
    place: Place


Node = Text | Items | Fields


@dataclass
class _Walk:
    """Turns the parser's nodes into ours; not sound where names are not what they seem, so no tree can be trusted."""

    file: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    is_sound: bool = True

    def place(self, mark: Mark | None) -> Place:
        return place_of(mark, self.file, self.lines)

    def node(self, found: yaml.Node) -> Node:
        place = self.place(found.start_mark)
        match found:
            case yaml.MappingNode():
                return self.fields(found, place)
            case yaml.SequenceNode():
                return Items(tuple(self.node(item) for item in found.value), place)
            case _:
                return self.text(found, place)

    def fields(self, found: yaml.MappingNode, place: Place) -> Fields:
        fields: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for key, value in found.value:
            where = self.place(key.start_mark)
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in fields:
                self.problems.append(problem("duplicate-key", where, key=name, line=keys[name].line))
            elif not name or name[0] in _WIDE_SPACES:
                self.problems.append(wide_sign(where, name[0]) if name else problem("no-name", where))
                self.is_sound = False
            else:
                fields[name] = self.node(value)
                keys[name] = where
        return Fields(fields, keys, place)

    def text(self, found: yaml.Node, place: Place) -> Text:
        style = found.style if isinstance(found, yaml.ScalarNode) else None
        value, last = str(found.value), found.end_mark.line + 1
        if style not in {"|", ">"}:
            start = Place(place.file, place.line, place.column + (1 if style in {"'", '"'} else 0))
            rows = tuple(self.lines[place.line - 1 : last])
            self.cut_short(found, style)
            return Text(value, start, folded=len(rows) > 1, rows=rows)
        body = self.lines[place.line : last]
        first, said = (next((line for line in rows if line.strip()), "") for rows in (body, _LINE_END.split(value)))
        own = [line for line in self.lines[place.line : found.end_mark.line] if line.strip()]
        indent, is_folded = _lead(first) - _lead(said), style == ">" and len(own) > 1
        return Text(value, place, block=True, folded=is_folded, indent=indent, rows=tuple(body))

    def cut_short(self, found: yaml.Node, style: str | None) -> None:
        """A # behind a space ends a text; where something follows it at once, it was hardly meant as a remark."""
        mark = found.end_mark
        rest = self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""
        if not style and (cut := _CUT.match(rest)):
            place = Place(self.file, mark.line + 1, mark.column + cut.start(1) + 1)
            self.problems.append(problem("cut-short", place, rest=cut[1]))


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def read(path: Path, name: str) -> tuple[Node | None, list[Problem]]:
    """The file's tree (None where it has none) and everything wrong with its YAML."""
    text, problems = read_text(path, name)
    return (None, problems) if text is None else parse(text, name)


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """The file's characters, without a byte order mark; None (and a finding) where it cannot be read."""
    try:
        text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    except OSError as error:
        return None, [problem("unreadable", Place(name), reason=error.strerror or error)]
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        return None, [problem("not-utf8", _end_of(before, name))]
    problems = _control_characters(text, name)
    return (None, problems) if problems else (text, [])


def parse(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """The text's tree (None where it has none) and everything wrong with its YAML."""
    if problems := _control_characters(text, name):
        return None, problems
    if marked := _MERGE.search(text):
        return None, [problem("merge-mark", _end_of(text[: marked.start()], name))]
    walk = _Walk(name, _LINE_END.split(text))
    try:
        _check_events(text, walk)
        root = None if walk.problems else yaml.compose(text, yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        return None, [explained(error, walk.file, walk.lines)]
    if root is None and not walk.problems:
        walk.problems.append(problem("empty-file", Place(name)))
    tree = walk.node(root) if root else None
    return tree if walk.is_sound else None, walk.problems


def _control_characters(text: str, name: str) -> list[Problem]:
    found = _CONTROL.search(text)
    if not found:
        return []
    return [problem("control-character", _end_of(text[: found.start()], name), code=f"U+{ord(found[0]):04X}")]


def _check_events(text: str, walk: _Walk) -> None:
    """Anchors, aliases and tags are a programmer's tools, here they are slips; so is a bottomless depth."""
    depth = 0
    for event in yaml.parse(text, yaml.CBaseLoader):
        tag = getattr(event, "tag", None)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if getattr(event, "anchor", None) or tag:
            walk.problems.append(problem("yaml-machinery", walk.place(event.start_mark)))
        if depth > _DEEPEST:
            walk.problems.append(problem("too-deep", walk.place(event.start_mark)))
            return


def _end_of(before: str, name: str) -> Place:
    lines = _LINE_END.split(before)
    return Place(name, len(lines), len(lines[-1]) + 1)
