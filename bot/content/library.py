"""What is live? Content is loaded whole, or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bot.content import checks
from bot.content.intents import Question, read_question
from bot.content.names import read_names
from bot.content.problems import Place, Problem, has_errors, problem
from bot.content.reader import Reader
from bot.content.replies import read_page, read_pieces
from bot.content.rule_text import RuleParser
from bot.content.source import Node, read
from bot.content.words import Groups, read_groups
from bot.dialogue.situation import Content
from bot.matching.examples import Example
from bot.matching.lexicon import Lexicon
from bot.matching.matcher import Matcher
from bot.matching.rules import Rulebook
from bot.wording.names import Names

_WORDS = "_words"
_NAMES = "_names"
_PIECES = "_pieces"


@dataclass(frozen=True)
class Folders:
    """Where the editors' files are."""

    intents: Path
    replies: Path


class BrokenContent(ValueError):
    """The editors' files have errors; nothing of them is loaded."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__(f"{len(problems)} problems in intents/ and replies/. See them with `signpost check`.")


def load(folders: Folders) -> Content:
    """The content of both folders; raises BrokenContent."""
    library, problems = inspect(folders)
    if library is None:
        raise BrokenContent(problems)
    return library


def inspect(folders: Folders) -> tuple[Content | None, list[Problem]]:
    """The content (None if it has errors) and every finding, by place."""
    reader = Reader()
    asked = dict(_trees(folders.intents, reader))
    answered = dict(_trees(folders.replies, reader))
    groups = read_groups(asked.pop(_WORDS), reader) if _WORDS in asked else Groups()
    parser = RuleParser(reader, groups.names)
    questions = {name: read_question(name, node, parser) for name, node in asked.items()}
    names = read_names(answered.pop(_NAMES), reader) if _NAMES in answered else Names({})
    pieces = read_pieces(answered.pop(_PIECES), reader) if _PIECES in answered else ()
    pages = {name: read_page(name, node, reader, pieces) for name, node in answered.items()}
    reader.problems += checks.links(questions, pages, folders.replies.name)
    if not names.sections:
        reader.report("missing-file", Place(folders.replies.name), name=_NAMES)
    if has_errors(reader.problems):
        return None, sorted(set(reader.problems))
    matcher = _matcher(questions, groups, parser)
    problems = sorted({*reader.problems, *checks.examples(questions, matcher)})
    intents = {name: question.intent for name, question in questions.items()}
    replies = {name: page.reply for name, page in pages.items()}
    content = Content(matcher, intents, replies, pieces, names)
    return None if has_errors(problems) else content, problems


def _matcher(questions: Mapping[str, Question], groups: Groups, parser: RuleParser) -> Matcher:
    lexicon = Lexicon([*groups.words, *parser.words], syllables())
    rulebook = Rulebook(rule for question in questions.values() for rule in question.rules)
    examples = [Example(name, text.value) for name, question in sorted(questions.items()) for text in question.examples]
    return Matcher(lexicon, rulebook, examples, groups.meanings)


def syllables() -> Mapping[str, str]:
    """Each common character's toneless pinyin."""
    lines = (files("bot.content") / "pinyin.txt").read_text("utf-8").splitlines()
    return {character: line.split(" ")[0] for line in lines for character in line.split(" ")[1]}


def _trees(folder: Path, reader: Reader) -> Iterator[tuple[str, Node]]:
    """The tree of every file that can be read, by its name without ending."""
    if not folder.is_dir():
        reader.problems.append(problem("missing-folder", Place(str(folder))))
    for path in sorted(folder.rglob("*.yaml")):
        node, problems = read(path, f"{folder.name}/{path.relative_to(folder)}")
        reader.problems += problems
        if node is not None:
            yield path.stem, node
