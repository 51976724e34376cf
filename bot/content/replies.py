"""What do we answer, and in which case? (`replies/*.yaml`)"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.content.problems import Place
from bot.content.reader import Reader, suggestion
from bot.content.source import Fields, Items, Node, Text
from bot.wording.conditions import CONDITIONS
from bot.wording.facts import BY_NAME, FACTS
from bot.wording.names import SECTIONS, Name, Names
from bot.wording.render import Slip, Template, parse
from bot.wording.replies import Answer, Reply

_ANSWER_KEYS = ("when", "zh", "en", "buttons")


@dataclass(frozen=True)
class Page:
    """One file of `replies/`, read; `buttons` with their places, for checking where they lead."""

    reply: Reply
    place: Place
    buttons: tuple[Text, ...]


def read_page(name: str, node: Node, reader: Reader) -> Page:
    """The reply of a file; what is wrong with it is in the reader."""
    fields = reader.fields(node, ("answers",), required=("answers",))
    nodes = reader.items(fields.get("answers"))
    _check_order(nodes, node.place, reader)
    buttons: list[Text] = []
    answers = [_answer(entry, buttons, reader) for entry in nodes]
    return Page(Reply(name, tuple(answers)), node.place, tuple(buttons))


def _answer(node: Node, buttons: list[Text], reader: Reader) -> Answer:
    fields = reader.fields(node, _ANSWER_KEYS)
    spoken = {name: value for name, value in fields.items() if name in {"zh", "en"}}
    if isinstance(node, Fields):
        spoken = dict(reader.by_language(Fields(spoken, node.keys, node.place), "answers"))
    texts = {language: reader.text(value) for language, value in spoken.items()}
    known = {language: text for language, text in texts.items() if text}
    templates = {language: _template(text, language, reader) for language, text in known.items()}
    if "when" not in fields:
        _check_last_resort(known, templates, reader)
    named = reader.texts(fields["buttons"]) if "buttons" in fields else ()
    buttons.extend(named)
    when = _when(fields.get("when"), reader)
    sound = {language: template for language, template in templates.items() if template}
    return Answer(when, sound, tuple(text.value for text in named))


def _when(node: Node | None, reader: Reader) -> Mapping[str, frozenset[str]]:
    if node is None:
        return {}
    fields = reader.fields(node, tuple(CONDITIONS))
    return {name: frozenset(_values(name, value, reader)) for name, value in fields.items()}


def _values(name: str, node: Node, reader: Reader) -> Iterator[str]:
    """One value, or a list of them."""
    texts = reader.texts(node) if isinstance(node, Items) else (reader.text(node),)
    for text in texts:
        if value := reader.choice(text, name, CONDITIONS[name].values):
            yield value


def _template(text: Text, language: str, reader: Reader) -> Template | None:
    found = parse(text.value)
    if isinstance(found, Slip):
        values = {"reason": found.value} if found.kind == "template-syntax" else {"what": found.value}
        reader.report(found.kind, _column(text, found.line, found.value.split(" ")[-1]), **values)
        return None
    wrong = [mention for mention in found.mentions if mention.name not in BY_NAME[language]]
    for mention in wrong:
        _report_fact(mention.name, language, _column(text, mention.line, mention.name), reader)
    return None if wrong else found


def _report_fact(name: str, language: str, place: Place, reader: Reader) -> None:
    other = BY_NAME["en" if language == "zh" else "zh"]
    if name in other:
        reader.report("wrong-language-fact", place, fact=name, instead=other[name].name(language))
    else:
        reader.report("unknown-fact", place, fact=name, **suggestion(name, BY_NAME[language]))


def _column(text: Text, line: int, word: str) -> Place:
    """Where a word stands in a line of a template."""
    lines = text.value.split("\n")
    found = lines[line - 1].find(word) if word and line <= len(lines) else -1
    return text.at(line, max(found, 0) + 1)


def _check_last_resort(texts: Mapping[str, Text], templates: Mapping[str, Template | None], reader: Reader) -> None:
    """An answer without a condition must never come out blank."""
    for language, template in templates.items():
        always = [fact.name(language) for fact in FACTS if fact.always]
        for mention in template.unguarded if template else ():
            if mention.name not in always:
                place = _column(texts[language], mention.line, mention.name)
                reader.report("fallback-needs-fact", place, fact=mention.name, always="、".join(always))


def _check_order(nodes: tuple[Node, ...], place: Place, reader: Reader) -> None:
    """The answer without a condition stands last, and there is one."""
    open_ended = [node for node in nodes if isinstance(node, Fields) and "when" not in node.fields]
    if nodes and not open_ended:
        reader.report("missing-fallback", nodes[-1].place)
    if not nodes:
        reader.report("missing-fallback", place)
    for node in nodes[nodes.index(open_ended[0]) + 1 :] if open_ended else ():
        reader.report("unreachable-answer", node.place, line=open_ended[0].place.line)


def read_names(node: Node, reader: Reader) -> Names:
    """The names of `replies/_names.yaml`; every code must have one."""
    fields = reader.fields(node, tuple(SECTIONS), required=tuple(SECTIONS))
    return Names({section: _section(section, fields[section], reader) for section in SECTIONS if section in fields})


def _section(section: str, node: Node, reader: Reader) -> Mapping[str, Name]:
    codes = SECTIONS[section]
    fields = reader.fields(node, codes)
    for code in codes:
        if code not in fields and isinstance(node, Fields):
            reader.report("missing-name", node.place, code=code, section=section)
    return {code: _name(code, value, reader) for code, value in fields.items()}


def _name(code: str, node: Node, reader: Reader) -> Name:
    fields = reader.fields(node, ("zh", "en", "zh_gloss", "en_gloss"))
    if isinstance(node, Fields):
        spoken = {name: value for name, value in fields.items() if name in {"zh", "en"}}
        reader.by_language(Fields(spoken, node.keys, node.place), code)
    texts = {name: text.value for name, value in fields.items() if (text := reader.text(value))}
    gloss = {name.removesuffix("_gloss"): text for name, text in texts.items() if name.endswith("_gloss")}
    return Name({name: text for name, text in texts.items() if name in {"zh", "en"}}, gloss)
