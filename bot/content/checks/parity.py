"""Do both languages of an answer say the same facts, numbers, dates and links?"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from bot.content.answers import Written
from bot.content.problems import Problem, problem
from bot.content.replies import Page, Shared
from bot.content.templates import blanked, column
from bot.wording.facts import BY_NAME
from bot.wording.render import Template

_LINK = re.compile(r"https?://[^\s，。；、（）()]+|(?<![\w.])t\.me/\w+")
_NUMBER = re.compile(r"\d+(?:[.:]\d+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"(?i)\d ({'|'.join(_MONTHS)})[a-z]*\b|\b({'|'.join(_MONTHS)})[a-z]* \d")
# A number may be spelt out in one of the languages.
_ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve"
_SPELT = {
    "zh": ("零", "一", "二|两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"),
    "en": tuple(rf"\b{word}\b" for word in _ENGLISH.split()),
}
_OTHER = {"zh": "en", "en": "zh"}


def parity(pages: Mapping[str, Page], pieces: Iterable[Shared]) -> Iterator[Problem]:
    """What only one of the two languages says."""
    shared = tuple(pieces)
    names = {language: _identities(shared, language) for language in BY_NAME}
    for written in (*(entry for page in pages.values() for entry in page.written), *_written(shared)):
        if len(written.texts) == len(BY_NAME) == len(written.answer.texts):
            yield from _facts(written, names)
            yield from _figures(written, "different-numbers", numbers)
            yield from _figures(written, "different-links", _links)


def _written(pieces: Iterable[Shared]) -> Iterator[Written]:
    return (entry for shared in pieces for entry in shared.written)


def _identities(pieces: Iterable[Shared], language: str) -> Mapping[str, str]:
    """What every name of this language is called in English, where it is one and the same."""
    facts = {name: fact.en for name, fact in BY_NAME[language].items()}
    return facts | {shared.piece.names[language]: shared.piece.names["en"] for shared in pieces}


def _facts(written: Written, names: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    said = {language: _said(template, names[language]) for language, template in written.answer.texts.items()}
    for language, other in _OTHER.items():
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


def _figures(written: Written, rule: str, find: Callable[[str], Mapping[str, int]]) -> Iterator[Problem]:
    found = {language: find(blanked(text.value)) for language, text in written.texts.items()}
    for language, other in _OTHER.items():
        for figure, at in found[language].items():
            if figure not in found[other] and not is_spelt(figure, written.texts[other].value, other):
                text = written.texts[language]
                line = text.value.count("\n", 0, at) + 1
                place = text.at(line, at - text.value.rfind("\n", 0, at))
                yield problem(rule, place, figure=figure, **missing_in(other))


def numbers(text: str) -> Mapping[str, int]:
    """Each number with the place where it first stands; an English month is the number of the month."""
    plain = _LINK.sub(lambda link: " " * len(link[0]), text)
    found_months = _MONTH.finditer(plain)
    months = {
        str(_MONTHS.index((found[1] or found[2]).lower()) + 1): found.start(found.lastindex or 0)
        for found in found_months
    }
    return months | {found[0].removeprefix("0") or "0": found.start() for found in _NUMBER.finditer(plain)}


def _links(text: str) -> Mapping[str, int]:
    return {found[0].rstrip("."): found.start() for found in _LINK.finditer(text)}


def is_spelt(figure: str, text: str, language: str) -> bool:
    """Does a number stand there as a word?"""
    words = _SPELT[language]
    small = figure.isdecimal() and int(figure) < len(words)
    return small and re.search(words[int(figure)], text, re.IGNORECASE) is not None


def missing_in(language: str) -> dict[str, str]:
    """How the language is called that lacks something."""
    zh, en = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}[language]
    return {"language_zh": zh, "language_en": en}
