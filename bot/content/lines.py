"""Which lines of an answer would a buyer read otherwise than they are meant? In the other language, or with marks."""

import re
from collections.abc import Mapping

from bot.cases.languages import NAMES, OTHER
from bot.content.reader import Reader
from bot.content.source import Text
from bot.content.syntax import depth
from bot.content.templates import blanked

_CHINESE = re.compile(r"[㐀-鿿]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
# Names are written with capitals, and an address has no sign of a sentence.
_LATIN_WORD = re.compile(r"\b[a-z]{2,}\b")
_OWN = {"zh": _CHINESE, "en": _LATIN}
_CHINESE_SIGN = re.compile(r"[。，：！？；]")
_FEWEST = 2
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+|@\w+")
# What other programs make bold, a title or a link, Telegram shows as it stands.
_MARKUP = re.compile(
    r"((?<!\d)\*\*(?=\S)|(?<![A-Za-z0-9*])\*[^\s*][^*\n]*\*(?![A-Za-z0-9*])|__(?=[^_\s])|~~(?=\S)|`"
    r"|(?<![A-Za-z0-9_/])_[^_\s][^_\n]*_(?![A-Za-z0-9_])|\]\s?\(|^\s*#{1,6} (?!\d)|</?[A-Za-z][^<>\n]*>|&nbsp;)",
)

# Of what stands beside a text in the file.
_KEY = re.compile(r"\s*(?:- )?(?:when|zh|en|buttons)[:：](?:\s*\||\s*\[|\s*$)")


def report_lines(texts: Mapping[str, Text], reader: Reader) -> None:
    """Lines of one answer in the wrong language, or with marks that are sent as they stand."""
    lines = {language: blanked(text.value).split("\n") for language, text in texts.items()}
    for language, text in texts.items():
        zh, en = NAMES[language]
        # Who is asked for the language reads either: beside a line of its own, a text may have one of the other text.
        shared = lines.get(OTHER[language], ()) if _OWN[language].search(text.value) else ()
        for number, line in enumerate(lines[language], 1):
            if _is_other(_ADDRESS.sub("", line), language) and line not in shared:
                place = text.at(number, depth(line) + 1)
                reader.report("wrong-language-text", place, language_zh=zh, language_en=en, line=line.strip())
            if _KEY.match(line):
                reader.report("key-in-text", text.at(number, depth(line) + 1), line=line.strip())
            if found := _MARKUP.search(line):
                reader.report("markup", text.at(number, found.start() + 1), sign=found[0].strip())


def _is_other(line: str, language: str) -> bool:
    """Is a line a sentence of the other language, with nothing of its own?"""
    if language == "zh":
        return not _CHINESE.search(line) and len(_LATIN_WORD.findall(line)) >= _FEWEST
    return not _LATIN.search(line) and len(_CHINESE.findall(line)) >= _FEWEST and bool(_CHINESE_SIGN.search(line))
