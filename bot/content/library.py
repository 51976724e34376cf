"""What is live? Content is loaded whole, or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bot.content import checks
from bot.content.intents import Question, read_question
from bot.content.problems import Place, Problem, has_errors, problem
from bot.content.reader import Reader
from bot.content.replies import Page, read_names, read_page
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
    intents = dict(_trees(folders.intents, reader))
    replies = dict(_trees(folders.replies, reader))
    groups = read_groups(intents.pop(_WORDS), reader) if _WORDS in intents else Groups()
    parser = RuleParser(reader, groups.names)
    questions = {name: read_question(name, node, parser) for name, node in intents.items()}
    names = read_names(replies.pop(_NAMES), reader) if _NAMES in replies else Names({})
    pages = {name: read_page(name, node, reader) for name, node in replies.items()}
    reader.problems += checks.links(questions, pages, folders.replies.name)
    if has_errors(reader.problems):
        return None, sorted(set(reader.problems))
    library = _assemble(questions, pages, names, groups, parser)
    problems = [*reader.problems, *checks.examples(questions, library.matcher)]
    return None if has_errors(problems) else library, sorted(set(problems))


def _assemble(
    questions: Mapping[str, Question], pages: Mapping[str, Page], names: Names, groups: Groups, parser: RuleParser
) -> Content:
    lexicon = Lexicon([*groups.words, *parser.words], syllables())
    rulebook = Rulebook(rule for question in questions.values() for rule in question.rules)
    examples = [Example(name, text.value) for name, question in sorted(questions.items()) for text in question.examples]
    return Content(
        matcher=Matcher(lexicon, rulebook, examples, groups.meanings),
        intents={name: question.intent for name, question in questions.items()},
        replies={name: page.reply for name, page in pages.items()},
        names=names,
    )


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
