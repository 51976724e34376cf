"""What may buyers ask, and how do they say it? (`intents/*.yaml`)"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.cases.milestones import Milestone
from bot.cases.office import Priority
from bot.content.problems import Place
from bot.content.reader import LANGUAGES, Reader
from bot.content.rule_text import RuleParser
from bot.content.source import Fields, Items, Node, Text
from bot.dialogue.intent import Does, Escalate, Intent
from bot.matching.rules import Rule
from bot.wording.conditions import YES_NO

# So many examples each language needs at least.
FEWEST = 3
_KEYS = (
    "title",
    "needs_case",
    "escalate",
    "priority",
    "about",
    "follows_slot",
    "does",
    "rules",
    "examples",
    "not_this",
    "someday",
    "aside",
)


@dataclass(frozen=True)
class Claim:
    """A sentence and the intent that should win it."""

    text: Text
    intent: str
    place: Place


@dataclass(frozen=True)
class Line:
    """A rule, the text that it was read from, and in which language it is."""

    rule: Rule
    text: Text
    language: str


@dataclass(frozen=True)
class Question:
    """One file of `intents/`, read."""

    intent: Intent
    place: Place
    lines: tuple[Line, ...]
    examples: tuple[Text, ...]
    not_this: tuple[Claim, ...]
    someday: tuple[Text, ...]
    is_aside: bool = False

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of both languages."""
        return tuple(line.rule for line in self.lines)


def read_question(name: str, node: Node, parser: RuleParser) -> Question:
    """The question of a file; what is wrong with it is in the parser's reader."""
    reader = parser.reader
    fields = reader.fields(node, _KEYS, required=("title", "rules", "examples"))
    titles = reader.texts_by_language(fields.get("title"), "title")
    intent = Intent(
        id=name,
        titles={language: text.value for language, text in titles.items()},
        needs_case=_choice(fields, "needs_case", YES_NO, reader) == "yes",
        escalate=Escalate(_choice(fields, "escalate", tuple(Escalate), reader) or Escalate.NONE),
        priority=Priority(_choice(fields, "priority", tuple(Priority), reader) or Priority.P3),
        about=_milestone(_choice(fields, "about", tuple(Milestone), reader)),
        follows_slot=_choice(fields, "follows_slot", YES_NO, reader) == "yes",
        does=_does(_choice(fields, "does", tuple(Does), reader)),
    )
    rules = [(text, language) for language, texts in _lists(fields, "rules", reader).items() for text in texts]
    _count_examples(fields.get("examples"), reader)
    return Question(
        intent,
        node.place,
        tuple(Line(rule, text, language) for text, language in rules if (rule := parser.parse(name, text))),
        _both(fields, "examples", reader),
        _claims(fields.get("not_this"), reader),
        _both(fields, "someday", reader, required=False),
        _choice(fields, "aside", YES_NO, reader) == "yes",
    )


def _choice(fields: Mapping[str, Node], name: str, allowed: tuple[str, ...], reader: Reader) -> str | None:
    return reader.choice(reader.text(fields.get(name)), name, allowed) if name in fields else None


def _milestone(value: str | None) -> Milestone | None:
    return Milestone(value) if value else None


def _does(value: str | None) -> Does | None:
    return Does(value) if value else None


def _count_examples(node: Node | None, reader: Reader) -> None:
    """One or two sentences teach nothing about how people ask."""
    if not isinstance(node, Fields):
        return
    for language, entry in node.fields.items():
        if language in LANGUAGES and isinstance(entry, Items) and len(entry.items) < FEWEST:
            reader.report("few-examples", node.keys[language], language=language, fewest=FEWEST)


def _both(fields: Mapping[str, Node], name: str, reader: Reader, *, required: bool = True) -> tuple[Text, ...]:
    """The lines of both languages."""
    return tuple(text for texts in _lists(fields, name, reader, required=required).values() for text in texts)


def _lists(
    fields: Mapping[str, Node], name: str, reader: Reader, *, required: bool = True
) -> Mapping[str, tuple[Text, ...]]:
    """The lines of each language."""
    if name not in fields:
        return {}
    node = fields[name]
    languages = reader.by_language(node, name) if required else reader.fields(node, LANGUAGES)
    return {language: reader.texts(entry) for language, entry in languages.items()}


def _claims(node: Node | None, reader: Reader) -> tuple[Claim, ...]:
    if node is None:
        return ()
    entries = reader.entries(node)
    keys = node.keys if isinstance(node, Fields) else {}
    read = {sentence: reader.text(value) for sentence, value in entries.items()}
    return tuple(
        Claim(Text(sentence, keys[sentence]), text.value, text.place) for sentence, text in read.items() if text
    )
