"""What does a YAML file say, as text only, and where does each piece stand?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.content.problems import Place, Problem, problem

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n|\r|\n")
# What a Chinese keyboard types where YAML wants the narrow sign.
_WIDE_KEY = re.compile(r"^\s*(?:[-－]\s*)?[\w<>一-鿿]+(：)")
_WIDE_DASH = re.compile(r"^\s*([－—])\s*\S")


@dataclass(frozen=True)
class Text:
    """A scalar. `indent` is the column before a block's text, so that a spot inside it can be found."""

    value: str
    place: Place
    block: bool = False
    indent: int = 0

    def at(self, line: int, column: int) -> Place:
        """The file's place for a line (from 1) and column (from 1) of the text."""
        if self.block:
            return Place(self.place.file, self.place.line + line, self.indent + column)
        return Place(self.place.file, self.place.line, self.place.column + column - 1)


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
    file: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)

    def place(self, mark: yaml.Mark) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1)

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
                continue
            fields[name] = self.node(value)
            keys[name] = where
        return Fields(fields, keys, place)

    def text(self, found: yaml.Node, place: Place) -> Text:
        style = found.style if isinstance(found, yaml.ScalarNode) else None
        if style not in {"|", ">"}:
            quote = 1 if style in {"'", '"'} else 0
            return Text(str(found.value), Place(place.file, place.line, place.column + quote))
        body = self.lines[place.line : found.end_mark.line + 1]
        first = next((line for line in body if line.strip()), "")
        return Text(str(found.value), place, block=True, indent=len(first) - len(first.lstrip(" ")))


def read(path: Path, name: str) -> tuple[Node | None, list[Problem]]:
    """The file's tree (None where it has none) and everything wrong with its YAML."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        return None, [problem("unreadable", Place(name), reason=error.strerror or error)]
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        return None, [problem("not-utf8", _end_of(before, name))]
    return parse(text, name)


def parse(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """The text's tree (None where it has none) and everything wrong with its YAML."""
    text = text.removeprefix("\ufeff")
    if found := _CONTROL.search(text):
        return None, [problem("control-character", _end_of(text[: found.start()], name), code=f"U+{ord(found[0]):04X}")]
    walk = _Walk(name, _LINE_END.split(text))
    try:
        _refuse_machinery(text, walk)
        root = yaml.compose(text, yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax(error, walk)]
    except RecursionError:
        return None, [problem("yaml-syntax", Place(name), reason="nested too deeply", hint="")]
    tree = walk.node(root) if root is not None and not walk.problems else None
    if root is None:
        walk.problems.append(problem("empty-file", Place(name)))
    return tree, walk.problems


def _refuse_machinery(text: str, walk: _Walk) -> None:
    """Anchors, aliases and tags are a programmer's tools; here they are slips."""
    for event in yaml.parse(text, yaml.CBaseLoader):
        tag = getattr(event, "tag", None)
        if getattr(event, "anchor", None) or (tag and tag != "!"):
            walk.problems.append(problem("yaml-machinery", walk.place(event.start_mark)))


def _syntax(error: yaml.MarkedYAMLError, walk: _Walk) -> Problem:
    """The parser's complaint, with the likeliest cause when a line shows one."""
    mark = error.problem_mark or error.context_mark
    place = Place(walk.file, mark.line + 1, mark.column + 1) if mark else Place(walk.file)
    for number in (place.line, place.line - 1):
        line = walk.lines[number - 1] if 0 < number <= len(walk.lines) else ""
        if wide := _WIDE_KEY.match(line) or _WIDE_DASH.match(line):
            return wide_sign(Place(walk.file, number, wide.start(1) + 1), wide[1])
        if "\t" in line[: len(line) - len(line.lstrip())]:
            return problem("tab-indent", Place(walk.file, number, line.index("\t") + 1))
    return problem("yaml-syntax", place, reason=error.problem or "", line=place.line)


def wide_sign(place: Place, sign: str) -> Problem:
    """A full-width sign where YAML wants a narrow one."""
    narrow = {"：": ": ", "－": "- ", "—": "- ", "＋": " + ", "＜": "<", "＞": ">", "，": "、"}.get(sign, "")
    return problem("full-width", place, sign=sign, narrow=narrow)


def _end_of(before: str, name: str) -> Place:
    lines = _LINE_END.split(before)
    return Place(name, len(lines), len(lines[-1]) + 1)
