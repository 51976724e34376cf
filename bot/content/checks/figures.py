"""Which numbers does a text say, in digits or spelt out, and which of them does its twin not say?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.cases.almanac import MONTH, month_number
from bot.cases.languages import OTHER

LINK = re.compile(r"https?://[^\s，。；、（）()]+|(?<![\w.])t\.me/\w+")
_NUMBER = re.compile(r"\d+(?:[.:]\d+)?")
_MONTH = re.compile(rf"\d ({MONTH})|\b({MONTH}) \d", re.IGNORECASE)
# A number may be spelt out in one of the languages.
_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_CHINESE = ("零", "一", "二|两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_SPELT = {"zh": _CHINESE, "en": tuple(rf"\b{word}\b" for word in _ENGLISH)}
# As a count, not as a part of a weekday, a month, an ordinal or a word; 一 and "one" say too many other things.
_COUNTED = {
    "zh": re.compile(
        r"(?<![第周期拜百千万])[二两三四五六七八九十]+(?=\s?[个天日样份条次件项张步家位套笔年周种页小分处])"
    ),
    "en": re.compile(rf"(?i)\b(?:{'|'.join(_ENGLISH[2:])})\b"),
}


@dataclass(frozen=True)
class Figure:
    """A number: its value in digits, how it is written, and at which character (from 0) of the text."""

    value: str
    written: str
    at: int

    @property
    def is_spelt(self) -> bool:
        """Is it a word?"""
        return not self.written[0].isdecimal()


def differences(texts: Mapping[str, str], language: str) -> Iterator[tuple[Figure, dict[str, str]]]:
    """Each number that only this language says, with the words for what the other one says instead.

    A word that counts is one only where the other language has a number too much as well: "both" says two.
    """
    other = OTHER[language]
    own, theirs = _unsaid(texts, language), _unsaid(texts, other)
    instead = [figure.written for figure in theirs]
    rival = {
        "rival_zh": f"，说的是 {'、'.join(instead)}" if instead else "",
        "rival_en": f", which says {', '.join(instead)}" if instead else "",
    }
    yield from ((figure, rival) for figure in own if theirs or not figure.is_spelt)


def _unsaid(texts: Mapping[str, str], language: str) -> list[Figure]:
    """The numbers of a text that the other language does not say in any form."""
    other = OTHER[language]
    known = numbers(texts[other])
    return [
        figure
        for figure in _figures(texts[language], language)
        if figure.value not in known and not is_spelt(figure.value, texts[other], other)
    ]


def _figures(text: str, language: str) -> Iterator[Figure]:
    for value, at in numbers(text).items():
        yield Figure(value, value, at)
    for found in _COUNTED[language].finditer(text):
        if counted := _value(found[0], language):
            yield Figure(counted, found[0], found.start())


def _value(word: str, language: str) -> str | None:
    """A small number in digits.

    >>> _value("两", "zh"), _value("Five", "en"), _value("三四", "zh")
    ('2', '5', None)
    """
    return next((str(n) for n, spelt in enumerate(_SPELT[language]) if re.fullmatch(spelt, word, re.IGNORECASE)), None)


def numbers(text: str) -> Mapping[str, int]:
    """Each number in digits with the place where it first stands; an English month is the number of the month."""
    plain = unlinked(text)
    found_months = _MONTH.finditer(plain)
    months = {str(month_number(found[1] or found[2])): found.start(found.lastindex or 0) for found in found_months}
    return months | {found[0].removeprefix("0") or "0": found.start() for found in _NUMBER.finditer(plain)}


def unlinked(text: str) -> str:
    """The text with spaces where its links stand, so that the places hold."""
    return LINK.sub(lambda link: " " * len(link[0]), text)


def is_spelt(figure: str, text: str, language: str) -> bool:
    """Does a number stand there as a word?"""
    words = _SPELT[language]
    small = figure.isdecimal() and int(figure) < len(words)
    return small and re.search(words[int(figure)], text, re.IGNORECASE) is not None
