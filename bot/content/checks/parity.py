"""Do both languages of an answer say the same facts, numbers, dates and links?"""

from collections.abc import Iterable, Iterator, Mapping

from bot.cases.languages import NAMES, OTHER
from bot.content.answers import Written
from bot.content.checks.figures import LINK, differences, unlinked
from bot.content.problems import Place, Problem, problem
from bot.content.replies import Shared
from bot.content.source import Text
from bot.content.templates import blanked, column
from bot.wording.facts import BY_NAME
from bot.wording.render import Template

Identities = Mapping[str, Mapping[str, str]]


def parity(written: Iterable[Written], names: Identities) -> Iterator[Problem]:
    """What only one of the two languages says; `names` as `identities` gives them."""
    for entry in written:
        if len(entry.texts) == len(BY_NAME) == len(entry.answer.texts):
            yield from _facts(entry, names)
            yield from _numbers(entry)
            yield from _links(entry)


def identities(pieces: Iterable[Shared]) -> Identities:
    """What every name of each language is called in English, where it is one and the same."""
    own = [shared.piece.names for shared in pieces]
    return {
        language: {name: fact.en for name, fact in facts.items()} | {names[language]: names["en"] for names in own}
        for language, facts in BY_NAME.items()
    }


def _facts(written: Written, names: Identities) -> Iterator[Problem]:
    said = {language: _said(template, names[language]) for language, template in written.answer.texts.items()}
    for language, other in OTHER.items():
        for mention in written.answer.texts[language].mentions:
            if names[language].get(mention.name) not in said[other]:
                twin = _named(names[language][mention.name], names[other])
                place = column(written.texts[language], mention)
                yield problem("different-facts", place, fact=mention.name, twin=twin, **missing_in(other))


def _said(template: Template, names: Mapping[str, str]) -> frozenset[str]:
    return frozenset(names[name] for name in template.names if name in names)


def _named(identity: str, names: Mapping[str, str]) -> str:
    """The name of a fact in the other language."""
    return next((name for name, english in names.items() if english == identity), identity)


def _numbers(written: Written) -> Iterator[Problem]:
    plain = {language: unlinked(blanked(text.value)) for language, text in written.texts.items()}
    for language, other in OTHER.items():
        for figure, rival in differences(plain, language):
            place = _place(written.texts[language], figure.at)
            yield problem("different-numbers", place, figure=figure.written, **rival, **missing_in(other))


def _links(written: Written) -> Iterator[Problem]:
    found = {
        language: {link[0].rstrip("."): link.start() for link in LINK.finditer(blanked(text.value))}
        for language, text in written.texts.items()
    }
    for language, other in OTHER.items():
        for link, at in found[language].items():
            if link not in found[other]:
                place = _place(written.texts[language], at)
                yield problem("different-links", place, figure=link, **missing_in(other))


def _place(text: Text, at: int) -> Place:
    """Where in the file a character of a text stands."""
    return text.at(text.value.count("\n", 0, at) + 1, at - text.value.rfind("\n", 0, at))


def missing_in(language: str) -> dict[str, str]:
    """How the language is called that lacks something."""
    zh, en = NAMES[language]
    return {"language_zh": zh, "language_en": en}
