"""What is live? Content is loaded whole, or not at all."""

import gc
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from bot.cases.milestones import Milestone
from bot.content.checks.every import NOWHERE, Files, Setting, of_files, of_replies, of_sentences
from bot.content.checks.links import Known, links
from bot.content.checks.revision import Revision
from bot.content.checks.sentences import copied
from bot.content.english import guesses
from bot.content.folders import Folders
from bot.content.follow_ups import FOLLOW_UPS, read_follow_ups
from bot.content.intents import Question, read_question
from bot.content.lessons import lesson_file
from bot.content.memory import Memory
from bot.content.names import read_names
from bot.content.problems import Place, Problem, has_errors
from bot.content.reader import Reader
from bot.content.replies import Page, Shared, read_page, read_pieces
from bot.content.rule_text import GroupNames
from bot.content.shelf import Shelf, shelve
from bot.content.source import Fields, Node
from bot.content.thresholds import THRESHOLDS, read_thresholds
from bot.content.tone.glossary import GLOSSARY, read_glossary
from bot.content.tone.message import Standards
from bot.content.tone.words import TONE, ToneWords, read_tone
from bot.content.words import Groups, holds_words, read_groups
from bot.dialogue.content import Content
from bot.dialogue.intent import BESIDE, Escalate
from bot.dialogue.readers.follow_up import FollowUps
from bot.matching.examples import Example, Examples, Taught
from bot.matching.hearing import Hearing
from bot.matching.lexicon import Lexicon, Word
from bot.matching.matcher import Matcher
from bot.matching.rules import Rule, Rulebook
from bot.matching.sentences import Sentences
from bot.matching.thresholds import DEFAULTS, Thresholds
from bot.matching.tiers import Tiers
from bot.wording.names import Names

_PIECES, _NAMES = "_pieces", "_names"
# The files of `replies/` that are no replies themselves, but have a say in all of them.
_COMMON = {_NAMES, _PIECES, TONE, GLOSSARY}
_Made = TypeVar("_Made")
# How far a check has come, going by the time it takes.
_READING, _SENTENCES = 0.2, 0.75


class BrokenContent(ValueError):
    """The editors' files have errors; nothing of them is loaded."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__(f"{len(problems)} problems in intents/ and replies/. See them with `signpost check`.")


def load(folders: Folders) -> Content:
    """The content of both folders; raises BrokenContent. Whether examples are won is for `inspect` to say."""
    with without_collecting():
        read = _read(folders, Memory())
        if has_errors(read.problems):
            raise BrokenContent(read.problems)
        return read.content(read.matcher(read.hearing()))


@contextmanager
def without_collecting() -> Iterator[None]:
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
    folders: Folders,
    setting: Setting = NOWHERE,
    done: Callable[[float], None] = unheard,
    memory: Memory | None = None,
) -> tuple[Content | None, list[Problem]]:
    """The content (None if it has errors) and every finding, by place. If a file is unreadable, only form is checked.

    `done` hears what share of the work is done (0–1). Who asks again and again brings the same `memory`.
    """
    known = memory or Memory()
    with without_collecting():
        read = _read(folders, known)
        done(_READING)
        if has_errors(read.problems):
            return None, list(read.problems)
        hearing = known.recall(("hearing", read.heard), read.hearing)
        sentences = known.recall("heard", lambda: Sentences(hearing))
        sentences.follow(hearing)
        learnt = known.recall("learnt", dict[str, Taught])
        matcher = known.recall(("matcher", read.asked), lambda: read.matcher(hearing, sentences, learnt))
        content = read.content(matcher)
        problems = {*read.problems, *of_files(read, setting, known)}
        if setting.sentences:
            matches = known.part("matches")
            judge = partial(_judge_sentences, read, matcher, sentences, matches)
            problems.update(known.recall(("sentences", read.asked), judge))
        done(_SENTENCES)
        problems.update(of_replies(read, content, setting, known))
        done(1)
        known.pass_over()
        return None if has_errors(problems) else content, sorted(problems)


@dataclass(frozen=True)
class _Read(Files):
    """Everything that was read, and what is wrong with it; `asked` is all that the matcher goes by."""

    folder: Path
    asked: Hashable
    thresholds: Thresholds
    follow_ups: FollowUps
    names: Names
    problems: Sequence[Problem]

    def content(self, matcher: Matcher) -> Content:
        """The same, ready for use."""
        intents = {name: question.intent for name, question in self.questions.items()}
        replies = {name: page.reply for name, page in self.pages.items()}
        pieces = tuple(shared.piece for shared in self.pieces)
        return Content(matcher, intents, replies, pieces, self.names, self.follow_ups)

    @property
    def heard(self) -> Hashable:
        """All that has a say in how a sentence is heard."""
        return self.words, self.rules, self.groups.meanings.home, self.tiers.grave

    @property
    def words(self) -> tuple[Word, ...]:
        """Those of the groups, and those that stand in rules by themselves."""
        return (*self.groups.words, *(word for question in self.questions.values() for word in question.words))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Those of all questions."""
        return tuple(rule for question in self.questions.values() for rule in question.rules)

    @property
    def tiers(self) -> Tiers:
        """The questions that go before others, and those that give way."""
        intents = {name: question.intent for name, question in self.questions.items()}
        life = frozenset(name for name, question in self.questions.items() if question.is_of_life)
        return Tiers(
            urgent=frozenset(name for name, intent in intents.items() if intent.is_urgent),
            grave=frozenset(name for name, intent in intents.items() if intent.escalate == Escalate.NOW),
            asides=frozenset(name for name, question in self.questions.items() if question.is_aside),
            life=life,
            lasting=frozenset(name for name, intent in intents.items() if intent.lasts),
            money=frozenset(name for name, intent in intents.items() if intent.insists) - life,
            beside=BESIDE,
            signing=frozenset(name for name, intent in intents.items() if intent.about == Milestone.ONLINE_SIGN),
        )

    def hearing(self) -> Hearing:
        """Words and rules, ready to be looked for."""
        lexicon = Lexicon(self.words, syllables())
        return Hearing(lexicon, Rulebook(self.rules), self.groups.meanings.home, self.tiers.grave, guesses)

    def matcher(
        self, hearing: Hearing, sentences: Sentences | None = None, learnt: dict[str, Taught] | None = None
    ) -> Matcher:
        """The same with the examples, ready to be asked; `sentences` and `learnt` are what is known from before."""
        own = [
            Example(name, text.value) for name, question in sorted(self.questions.items()) for text in question.examples
        ]
        keeper = lesson_file(self.folder, self.asked)
        examples = Examples(own, sentences or Sentences(hearing), learnt, keeper)
        return Matcher(hearing, examples, self.groups.meanings, self.tiers, self.thresholds)


def _judge_sentences(files: Files, matcher: Matcher, sentences: Sentences, matches: Memory) -> Sequence[Problem]:
    """What becomes of the editors' own sentences; the matches that are remembered were asked for."""
    found = list(of_sentences(files, Revision(matcher, sentences, matches)))
    matches.pass_over()
    return found


def _read(folders: Folders, memory: Memory) -> _Read:
    reader = Reader()
    asked, answered = (shelve(folder, reader, memory) for folder in (folders.intents, folders.replies))
    groups, are_whole = _read_groups(asked.of(holds_words), reader, memory)
    questions = _read_questions(asked.of(_is_question), groups.names if are_whole else None, reader, memory)
    thresholds = _one(asked, THRESHOLDS, read_thresholds, reader, memory) or DEFAULTS
    follow_ups = _one(asked, FOLLOW_UPS, read_follow_ups, reader, memory) or FollowUps({}, {})
    pieces, pages = _read_replies(answered, reader, memory)
    names = _one(answered, _NAMES, read_names, reader, memory) or Names({})
    known = Known(frozenset(filter(_is_question, asked.names)), answered.names - {_PIECES})
    _demand({THRESHOLDS, FOLLOW_UPS}, folders.intents, asked, reader)
    _demand(_COMMON, folders.replies, answered, reader)
    if folders.intents.is_dir() and folders.replies.is_dir():
        reader.problems += links(questions, pages, known, folders.replies.name)
    standards = _read_standards(answered, reader, memory)
    # Of a copy all else that could be said is said hundreds of times.
    problems = sorted({*reader.problems, *copied(questions)})
    return _Read(
        questions,
        groups,
        pieces,
        pages,
        standards,
        answered.sheets,
        folders.intents,
        asked.of(_is_matched).sources,
        thresholds,
        follow_ups,
        names,
        problems,
    )


def _demand(names: AbstractSet[str], folder: Path, shelf: Shelf, reader: Reader) -> None:
    """Report the files without which a folder says too little."""
    for name in sorted(names - shelf.names) if folder.is_dir() else ():
        reader.report("missing-file", Place(folder.name), name=name)


def _is_question(name: str) -> bool:
    return name not in {THRESHOLDS, FOLLOW_UPS} and not holds_words(name)


def _is_matched(name: str) -> bool:
    """Has it a say in what the matcher makes of a message?"""
    return name != FOLLOW_UPS


def _one(
    shelf: Shelf, name: str, read: Callable[[Node, Reader], _Made], reader: Reader, memory: Memory
) -> _Made | None:
    """What a file says of which there is only one; None where it is missing or lost."""
    sheet = shelf.sheets.get(name)
    return memory.read((name, *sheet.sources), partial(read, sheet.tree), reader) if sheet else None


def _read_standards(shelf: Shelf, reader: Reader, memory: Memory) -> Standards:
    """What replies are held to."""
    tone = _one(shelf, TONE, read_tone, reader, memory) or ToneWords()
    return Standards(tone, _one(shelf, GLOSSARY, read_glossary, reader, memory) or ())


def _read_groups(shelf: Shelf, reader: Reader, memory: Memory) -> tuple[Groups, bool]:
    """The word groups, and whether they are all there, so that a name can be judged."""
    trees = [shelf.sheets[name].tree for name in sorted(shelf.sheets)]
    groups = memory.read(("groups", shelf.sources), partial(read_groups, trees), reader)
    return groups, not shelf.lost and all(isinstance(tree, Fields) for tree in trees)


def _read_questions(shelf: Shelf, groups: GroupNames | None, reader: Reader, memory: Memory) -> Mapping[str, Question]:
    """The questions; `groups` are the names that their rules may use."""
    named = None if groups is None else (*groups.items(), *groups.files.items())
    return {
        name: memory.read(("question", *sheet.sources, named), partial(read_question, name, sheet.tree, groups), reader)
        for name, sheet in shelf.sheets.items()
    }


def _read_replies(shelf: Shelf, reader: Reader, memory: Memory) -> tuple[tuple[Shared, ...], Mapping[str, Page]]:
    """The pieces and the replies; without the names of the pieces no reply can be judged."""
    shared = _one(shelf, _PIECES, read_pieces, reader, memory)
    if shared is None:
        return (), {}
    known = tuple(entry.piece for entry in shared)
    named = tuple(name for piece in known for name in piece.names.items())
    return shared, {
        name: memory.read(("page", *sheet.sources, named), partial(read_page, name, sheet.tree, known), reader)
        for name, sheet in shelf.of(lambda name: name not in _COMMON).sheets.items()
    }


@cache
def syllables() -> Mapping[str, str]:
    """Each common character's toneless pinyin."""
    lines = (files("bot.content") / "pinyin.txt").read_text("utf-8").splitlines()
    return {character: line.split(" ")[0] for line in lines for character in line.split(" ")[1]}
