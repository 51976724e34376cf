"""What is said of the editors' files? The same for everybody who asks: the command, the tests, a reload."""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from bot.content.checks import after, pages, parity, pieces, rules, sentences, words
from bot.content.checks.revision import Revision
from bot.content.checks.thieves import Thieves
from bot.content.intents import Question
from bot.content.memory import Memory
from bot.content.problems import Problem
from bot.content.replies import Page, Shared
from bot.content.shelf import Sheet
from bot.content.tone.lint import Linter, once
from bot.content.tone.message import Standards
from bot.content.words import Groups
from bot.dialogue.content import Content
from bot.dialogue.intent import Intent
from bot.review.recital import RecitalSetting, recite, speakers_on


@dataclass(frozen=True)
class Files:
    """What was read of both folders; `sheets` are the files of `replies/` by their names."""

    questions: Mapping[str, Question]
    groups: Groups
    pieces: tuple[Shared, ...]
    pages: Mapping[str, Page]
    standards: Standards
    sheets: Mapping[str, Sheet]

    @cached_property
    def phrases(self) -> rules.Phrases:
        """Sentences made of the rules' own words."""
        return rules.Phrases(self.groups)


@dataclass(frozen=True)
class Setting:
    """What else the files have to fit: the day, the cities of config.yaml, scenes; None leaves a matter alone.

    Without `sentences` nobody asks what becomes of the editors' own: that takes longer than all the rest.
    """

    today: date | None = None
    cities: Collection[str] | None = None
    stage: RecitalSetting | None = None
    sentences: bool = True


NOWHERE = Setting()


def of_files(files: Files, setting: Setting, memory: Memory) -> Iterator[Problem]:
    """All that can be said without understanding a sentence."""
    if setting.today:
        yield from pages.reviews(files.pages, setting.today)
    if setting.cities is not None:
        yield from pages.cities(files.pages, setting.cities)
    yield from _of_languages(files, memory)
    yield from pieces.unused(files.pieces, files.pages)
    yield from words.two_meanings(files.groups)
    yield from words.unused(files.groups, files.questions)
    yield from rules.outdone(files.questions)
    yield from rules.commonplace(files.questions, files.phrases)
    yield from after.twice(files.questions)
    yield from sentences.titled_alike(files.questions)
    yield from sentences.twice(files.questions)
    yield from sentences.contradictions(files.questions)


def _of_languages(files: Files, memory: Memory) -> Iterator[Problem]:
    """What only one of the two languages says, file by file."""
    names = parity.identities(files.pieces)
    named = tuple(name for language in names.values() for name in language.items())
    yield from parity.parity(chain.from_iterable(shared.written for shared in files.pieces), names)

    def findings(name: str) -> Sequence[Problem]:
        sources = "parity", *files.sheets[name].sources, named
        return memory.recall(sources, lambda: tuple(parity.parity(files.pages[name].written, names)))

    yield from chain.from_iterable(map(findings, files.pages))


def of_sentences(files: Files, revision: Revision) -> Iterator[Problem]:
    """What becomes of the editors' own sentences."""
    thieves = Thieves(files.questions, revision)
    examples: Sequence[sentences.JudgedExample] = list(sentences.judged(files.questions, revision))
    yield from sentences.stolen(examples, thieves)
    yield from sentences.confused(files.questions, thieves)
    yield from sentences.cut(files.questions, revision)
    yield from sentences.untitled(files.questions, thieves)
    yield from sentences.recognised(files.questions, revision)
    yield from rules.idle(files.questions, examples, files.phrases, thieves)


def of_replies(files: Files, content: Content, setting: Setting, memory: Memory) -> Iterator[Problem]:
    """How the replies sound when they are said; each fault is told once, however many replies share its place."""
    linter = Linter(files.standards, files.pages, files.pieces)
    yield from linter.unknown_status(files.pages.keys())
    if setting.stage is None:
        return
    speakers = speakers_on(setting.stage, content)
    common = tuple(sheet.sources for name, sheet in files.sheets.items() if name not in files.pages)
    scenes = memory.edition("stage", setting.stage)

    def findings(name: str) -> Sequence[Problem]:
        sources = "said", *files.sheets[name].sources, common, scenes, _manner(content.intents.get(name))
        return memory.recall(sources, lambda: tuple(sounds(name)))

    def sounds(name: str) -> Iterator[Problem]:
        yield from linter.findings(recite(name, content.manners(name), speakers))
        yield from linter.unsaid(files.pages[name].written)

    shared = chain.from_iterable(piece.written for piece in files.pieces)
    of_pieces = memory.recall(("unsaid", common), lambda: tuple(linter.unsaid(shared)))
    yield from once(chain(chain.from_iterable(map(findings, files.pages)), of_pieces))


def _manner(intent: Intent | None) -> Hashable:
    """What of a question has a say in how its reply sounds."""
    return intent and (intent.priority, intent.about, intent.escalate)
