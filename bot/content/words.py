"""Which word groups have the editors made? (`_words.yaml` and its like)"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bot.cases.languages import LANGUAGES
from bot.cases.milestones import Milestone, Role
from bot.content.folders import ENDING, called, yaml_files
from bot.content.problems import Place
from bot.content.reader import Reader
from bot.content.rule_text import GLUED, GroupNames, words_of
from bot.content.shapes import TEXT, TEXTS, YES_OR_NO, Choice, Key, needed, values
from bot.content.source import Fields, Items, Node, Text, read
from bot.matching.lexicon import Word
from bot.matching.slots import Meanings
from bot.matching.text import key

_FILES = "_words"
# <卖家>, ‹卖家›: a rule's sign for a group; 《》 are those of a title.
_GROUP = re.compile(r"[<‹＜].*?[>›＞]")

KEYS: Mapping[str, Key] = {
    "name": Key(
        "中文名；规则里写 <中文名> 或 <英文名>",
        "its Chinese name; rules name it <so> or by its key",
        TEXT,
        is_needed=True,
    ),
    "milestone": Key("这组词说的是哪一步", "the step that these words speak of", Choice(tuple(Milestone))),
    "party": Key("这组词说的是谁", "the person that these words speak of", Choice(tuple(Role))),
    "zh": Key("中文的说法，一行里用、分开", "Chinese words, parted by 、 on a line", TEXTS),
    "en": Key("英文的说法，一行里用 / 分开", "English words, parted by / on a line", TEXTS),
    "not": Key("看着像、其实不是的词", "words that look like it and are not", TEXTS),
    "by_sound": Key(
        "no：写对了才算；同音的错字、少一个字母都不算",
        "no: counts only as it is written; a homophone or a missing letter does not",
        YES_OR_NO,
    ),
}


@dataclass
class Groups:
    """All groups: their words, their names in both languages, and what slot they fill."""

    words: list[Word] = field(default_factory=list)
    names: GroupNames = field(default_factory=GroupNames)
    milestones: dict[str, Milestone] = field(default_factory=dict)
    parties: dict[str, Role] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)

    @cached_property
    def meanings(self) -> Meanings:
        """Which slot a group fills; one and the same as long as the groups are."""
        return Meanings(self.milestones, self.parties)

    def read(self, node: Node, reader: Reader) -> None:
        """Add the groups of a file."""
        keys = node.keys if isinstance(node, Fields) else {}
        for name, entry in reader.entries(node).items():
            if name in self.places:
                spot = self.places[name]
                reader.report("group-twice", keys[name], group=name, spot=f"{spot.file}:{spot.line}")
            else:
                self.places[name] = keys[name]
                self.nodes[name] = entry
                self._read_group(name, entry, reader)

    def _read_group(self, name: str, entry: Node, reader: Reader) -> None:
        fields = reader.fields(entry, KEYS, required=needed(KEYS))
        title = reader.text(fields.get("name"))
        if title and (taken := self.names.get(title.value, name)) != name:
            reader.report("group-twice", title.place, group=title.value, spot=self.places[taken].spot)
            return
        for known_as in (name, title.value) if title else (name,):
            self.names[known_as] = name
            self.names.files[known_as] = self.places[name].file
        if milestone := _choice(fields, "milestone", reader):
            self.milestones[name] = Milestone(milestone)
        if party := _choice(fields, "party", reader):
            self.parties[name] = Role(party)
        concepts = frozenset({name})
        by_sound = _choice(fields, "by_sound", reader) != "no"
        for language in LANGUAGES:
            self.words.extend(Word(units, concepts, by_sound=by_sound) for units in _words(fields, language, reader))
        self.words.extend(Word(units, frozenset(), vetoes=concepts) for units in _words(fields, "not", reader))


def read_groups(trees: Iterable[Node], reader: Reader) -> Groups:
    """The groups of all files together."""
    groups = Groups()
    for tree in trees:
        groups.read(tree, reader)
    return groups


def spelt(node: Node, language: str) -> Iterator[tuple[str, Place]]:
    """Each word of a group in a language as its editor wrote it, with its place."""
    lines = node.fields.get(language) if isinstance(node, Fields) else None
    for line in lines.items if isinstance(lines, Items) else ():
        if isinstance(line, Text):
            yield from ((word, line.at(1, column)) for word, column in words_of(line))


def holds_words(name: str) -> bool:
    """`_words.yaml`, and any other file of word groups: `_words_money.yaml`."""
    return name.startswith(_FILES)


def word_places(folder: Path, group: str) -> Mapping[tuple[str, ...], tuple[str, Place]]:
    """Each word of a group, by its units, as its editor wrote it, and where."""
    files = [path for path in yaml_files(folder) if holds_words(path.stem) and path.suffix == ENDING]
    trees = [read(path, called(path, folder))[0] for path in files]
    nodes = [tree.fields[group] for tree in trees if isinstance(tree, Fields) and group in tree.fields]
    return {
        key(word): (word, place) for node in nodes for language in LANGUAGES for word, place in spelt(node, language)
    }


def _choice(fields: Mapping[str, Node], name: str, reader: Reader) -> str | None:
    return reader.choice(reader.text(fields.get(name)), name, values(KEYS, name)) if name in fields else None


def _words(fields: Mapping[str, Node], field_name: str, reader: Reader) -> Iterator[tuple[str, ...]]:
    lines = reader.texts(fields[field_name]) if field_name in fields else ()
    for line in lines:
        yield from _line_words(line, reader)


def _line_words(line: Text, reader: Reader) -> Iterator[tuple[str, ...]]:
    for word, column in words_of(line):
        units, glued, group = key(word), GLUED.search(word), _GROUP.search(word)
        if group:
            reader.report("group-in-group", line.at(1, column + group.start()), word=group[0])
        elif not units:
            reader.report("empty-text", line.at(1, column))
        elif glued:
            reader.report("bad-word", line.at(1, column + glued.start()), word=word, sign=glued[0].strip())
        else:
            yield units
