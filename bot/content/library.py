"""What is live? Content is loaded whole, or not at all."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bot.content.checks.every import NOWHERE, Files, Setting, of_files, of_replies, of_sentences
from bot.content.checks.links import NAMES, Known, links
from bot.content.intents import read_question
from bot.content.names import read_names
from bot.content.problems import Place, Problem, has_errors
from bot.content.reader import Reader
from bot.content.replies import Page, Shared, read_page, read_pieces
from bot.content.rule_text import RuleParser
from bot.content.source import Fields, Node, read
from bot.content.thresholds import THRESHOLDS, read_thresholds
from bot.content.tone.glossary import GLOSSARY, read_glossary
from bot.content.tone.message import Standards
from bot.content.tone.words import TONE, ToneWords, read_tone
from bot.content.words import Groups
from bot.dialogue.intent import Escalate
from bot.dialogue.situation import Content
from bot.matching.examples import Example, Examples
from bot.matching.lexicon import Lexicon, Word
from bot.matching.matcher import Matcher, Thresholds, Tiers
from bot.matching.rules import Rulebook
from bot.wording.names import Names

_WORDS = "_words"
_PIECES = "_pieces"
_NO_REPLIES = {NAMES, _PIECES, TONE, GLOSSARY}
_ENDING = ".yaml"
# How far a check has come, going by the time it takes.
_READING, _SENTENCES = 0.2, 0.75


@dataclass(frozen=True)
class Folders:
    """Where the editors' files are."""

    intents: Path
    replies: Path


@dataclass(frozen=True)
class _Shelf:
    """The files of a folder by their names without ending; `lost` are those that cannot be read."""

    trees: Mapping[str, Node]
    lost: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """All of them: a file that cannot be read is one finding, not a missing file for others."""
        return self.lost | self.trees.keys()


class BrokenContent(ValueError):
    """The editors' files have errors; nothing of them is loaded."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__(f"{len(problems)} problems in intents/ and replies/. See them with `signpost check`.")


def load(folders: Folders) -> Content:
    """The content of both folders; raises BrokenContent. Whether examples are won is for `inspect` to say."""
    with _no_collecting():
        read = _read(folders)
        if has_errors(read.problems):
            raise BrokenContent(read.problems)
        return read.content()


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Nearly all that loading makes stays: to look for garbage among it, now or later, costs time and finds none."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def unheard(_: float) -> None:
    """Nobody is told how far a check has come."""


def inspect(
    folders: Folders, setting: Setting = NOWHERE, done: Callable[[float], None] = unheard
) -> tuple[Content | None, list[Problem]]:
    """The content (None if it has errors) and every finding, by place. All but form waits until all files can be read.

    `done` hears what share of the work is done (0–1).
    """
    with _no_collecting():
        read = _read(folders)
        done(_READING)
        if has_errors(read.problems):
            return None, list(read.problems)
        content = read.content()
        problems = {*read.problems, *of_files(read, setting)}
        problems.update(of_sentences(read, content.matcher) if setting.sentences else ())
        done(_SENTENCES)
        problems.update(of_replies(read, content, setting))
        done(1)
        return None if has_errors(problems) else content, sorted(problems)


@dataclass(frozen=True)
class _Read(Files):
    """Everything that was read, and what is wrong with it."""

    words: Sequence[Word]
    thresholds: Thresholds
    names: Names
    problems: Sequence[Problem]

    def content(self) -> Content:
        """The same, ready for use."""
        intents = {name: question.intent for name, question in self.questions.items()}
        replies = {name: page.reply for name, page in self.pages.items()}
        pieces = tuple(shared.piece for shared in self.pieces)
        return Content(self._matcher(), intents, replies, pieces, self.names)

    def _matcher(self) -> Matcher:
        lexicon = Lexicon([*self.groups.words, *self.words], syllables())
        rulebook = Rulebook(rule for question in self.questions.values() for rule in question.rules)
        sentences = [
            Example(name, text.value) for name, question in sorted(self.questions.items()) for text in question.examples
        ]
        tiers = Tiers(
            urgent=frozenset(name for name, question in self.questions.items() if question.intent.is_urgent),
            grave=frozenset(
                name for name, question in self.questions.items() if question.intent.escalate == Escalate.NOW
            ),
            asides=frozenset(name for name, question in self.questions.items() if question.is_aside),
        )
        return Matcher(lexicon, rulebook, Examples(sentences, lexicon), self.groups.meanings, tiers, self.thresholds)


def _read(folders: Folders) -> _Read:
    reader = Reader()
    asked, answered = _shelf(folders.intents, reader), _shelf(folders.replies, reader)
    groups, are_whole = _read_groups(asked, reader)
    parser = RuleParser(reader, groups.names if are_whole else None)
    questions = {name: read_question(name, node, parser) for name, node in asked.trees.items() if _is_question(name)}
    thresholds = read_thresholds(asked.trees[THRESHOLDS], reader) if THRESHOLDS in asked.trees else Thresholds()
    names = read_names(answered.trees[NAMES], reader) if NAMES in answered.trees else Names({})
    pieces, pages = _read_replies(answered, reader)
    standards = _read_standards(answered, reader)
    known = Known(frozenset(filter(_is_question, asked.names)), answered.names - {_PIECES})
    if folders.intents.is_dir() and folders.replies.is_dir():
        reader.problems += links(questions, pages, known, folders.replies.name)
    problems = sorted(set(reader.problems))
    return _Read(questions, groups, pieces, pages, standards, parser.words, thresholds, names, problems)


def _is_question(name: str) -> bool:
    return name != THRESHOLDS and not _holds_words(name)


def _holds_words(name: str) -> bool:
    """`_words.yaml`, and any other file of word groups: `_words_money.yaml`."""
    return name.startswith(_WORDS)


def _read_groups(shelf: _Shelf, reader: Reader) -> tuple[Groups, bool]:
    """The word groups, and whether they are all there, so that a name can be judged."""
    groups = Groups()
    names = sorted(filter(_holds_words, shelf.names))
    trees = [shelf.trees[name] for name in names if name in shelf.trees]
    for tree in trees:
        groups.read(tree, reader)
    return groups, len(trees) == len(names) and all(isinstance(tree, Fields) for tree in trees)


def _read_replies(shelf: _Shelf, reader: Reader) -> tuple[tuple[Shared, ...], Mapping[str, Page]]:
    """The pieces and the replies; without the names of the pieces no reply can be judged."""
    pieces = read_pieces(shelf.trees[_PIECES], reader) if _PIECES in shelf.trees else ()
    if _PIECES in shelf.lost:
        return (), {}
    replies = {name: node for name, node in shelf.trees.items() if name not in _NO_REPLIES}
    known = tuple(shared.piece for shared in pieces)
    return pieces, {name: read_page(name, node, reader, known) for name, node in replies.items()}


def _read_standards(shelf: _Shelf, reader: Reader) -> Standards:
    """How replies should sound; without a file nothing is asked for."""
    words = read_tone(shelf.trees[TONE], reader) if TONE in shelf.trees else ToneWords()
    return Standards(words, read_glossary(shelf.trees[GLOSSARY], reader) if GLOSSARY in shelf.trees else ())


def syllables() -> Mapping[str, str]:
    """Each common character's toneless pinyin."""
    lines = (files("bot.content") / "pinyin.txt").read_text("utf-8").splitlines()
    return {character: line.split(" ")[0] for line in lines for character in line.split(" ")[1]}


def _shelf(folder: Path, reader: Reader) -> _Shelf:
    if not folder.is_dir():
        reader.report("missing-folder", Place(str(folder)))
    found: dict[str, tuple[str, Node | None]] = {}
    for path in sorted(folder.rglob("*"), key=lambda path: (len(path.parts), path)):
        name = f"{folder.name}/{path.relative_to(folder)}"
        if path.suffix.lower() in {".yml", ".yaml"} and path.suffix != _ENDING:
            reader.report("wrong-ending", Place(name), name=path.name, instead=path.stem + _ENDING)
        elif path.suffix == _ENDING and path.stem in found:
            reader.report("same-name", Place(name), other=found[path.stem][0])
        elif path.suffix == _ENDING:
            node, problems = read(path, name)
            found[path.stem] = name, node
            reader.problems += problems
    trees = {stem: node for stem, (_, node) in found.items() if node is not None}
    return _Shelf(trees, frozenset(found.keys() - trees.keys()))
