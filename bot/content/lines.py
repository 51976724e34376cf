"""Which lines of an answer would a buyer read otherwise than they are meant? In the other language, or with marks."""

import re
from collections.abc import Mapping

from bot.cases.languages import NAMES
from bot.content.problems import Place
from bot.content.reader import Reader
from bot.content.source import Text
from bot.content.templates import blanked

_CHINESE = re.compile(r"[㐀-鿿]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
# So many characters or words are a sentence; fewer may be a name.
_FEWEST = 2
# What other programs make bold or a link, Telegram shows as it stands.
_MARKUP = re.compile(r"(\*\*|__|`|(?<!\w)_(?=\w[^_\n]*_(?!\w))|\]\(|^\s*#{1,6} |</?[a-z]+>)")


def report_lines(texts: Mapping[str, Text], reader: Reader) -> None:
    """Lines of one answer in the wrong language, or with marks that are sent as they stand."""
    lines = {language: blanked(text.value).rstrip().split("\n") for language, text in texts.items()}
    strange = {language: [line for line in own if _is_other(line, language)] for language, own in lines.items()}
    # Who is asked for the language reads a line in either.
    is_for_both = len(texts) > 1 and all(0 < len(strange[language]) < len(lines[language]) for language in texts)
    for language, text in texts.items():
        for number, line in enumerate(lines[language], 1):
            if line in strange[language] and not is_for_both:
                _report_language(text.at(number, len(line) - len(line.lstrip()) + 1), language, line.strip(), reader)
            if found := _MARKUP.search(line):
                reader.report("markup", text.at(number, found.start() + 1), sign=found[0].strip())


def _report_language(place: Place, language: str, line: str, reader: Reader) -> None:
    zh, en = NAMES[language]
    reader.report("wrong-language-text", place, language_zh=zh, language_en=en, line=line)


def _is_other(line: str, language: str) -> bool:
    """Has a line nothing of its own language, and more than a name of the other?"""
    own, other = (_CHINESE, _LATIN) if language == "zh" else (_LATIN, _CHINESE)
    return own.search(line) is None and len(other.findall(line)) >= _FEWEST
