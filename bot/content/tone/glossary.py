"""Which terms need plain words beside them, and which words are plain enough? (`replies/_glossary.yaml`)"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.cases.languages import LANGUAGES
from bot.content.reader import Reader
from bot.content.rule_text import alternatives
from bot.content.shapes import TEXT, Key
from bot.content.source import Node

GLOSSARY = "_glossary"
KEYS: Mapping[str, Key] = {
    "zh": Key("中文的词；几个用「、」分开", "the Chinese term; several with 、 between", TEXT),
    "zh_plain": Key("能解释它的中文大白话；有一句就够", "Chinese words that explain it; one of them is enough", TEXT),
    "zh_gloss": Key("可以照抄的中文解释", "a Chinese explanation to copy", TEXT),
    "en": Key("英文的词；几个用 / 分开", "the English term; several with / between", TEXT),
    "en_plain": Key("能解释它的英文大白话；有一句就够", "English words that explain it; one of them is enough", TEXT),
    "en_gloss": Key("可以照抄的英文解释", "an English explanation to copy", TEXT),
}


@dataclass(frozen=True)
class GlossaryTerm:
    """A term of one language under all its names, the words that explain it, and a gloss to copy."""

    language: str
    names: tuple[str, ...]
    plain: tuple[str, ...]
    gloss: str

    def unexplained(self, text: str) -> str | None:
        """The name under which the term occurs in a text that does not explain it."""
        named = self._named.search(text)
        return None if named is None or self._explained.search(text) else named[0]

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return _any_of(self.names, self.language)

    @cached_property
    def _explained(self) -> re.Pattern[str]:
        return _any_of(self.plain, self.language)


def _any_of(words: Iterable[str], language: str) -> re.Pattern[str]:
    """English words only as whole ones."""
    listed = "|".join(map(re.escape, words))
    return re.compile(rf"(?i)\b(?:{listed})(?!\w)" if language == "en" else listed)


def read_glossary(node: Node, reader: Reader) -> tuple[GlossaryTerm, ...]:
    """The terms of the file, each language by itself; what is wrong with it is in the reader."""
    terms = [_term(entry, reader) for entry in reader.entries(node).values()]
    return tuple(term for languages in terms for term in languages)


def _term(node: Node, reader: Reader) -> list[GlossaryTerm]:
    fields = reader.fields(node, KEYS)
    texts: Mapping[str, str] = {name: text.value for name, entry in fields.items() if (text := reader.text(entry))}
    for language in LANGUAGES:
        for name in (f"{language}_plain", f"{language}_gloss"):
            if language in fields and name not in fields:
                reader.report("missing-key", node.place, key=name)
    return [
        GlossaryTerm(
            language,
            alternatives(texts[language]),
            alternatives(texts[f"{language}_plain"]),
            texts[f"{language}_gloss"],
        )
        for language in LANGUAGES
        if {language, f"{language}_plain", f"{language}_gloss"} <= texts.keys()
    ]
