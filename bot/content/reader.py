"""Does a file have the shape it should? What fits is handed on, what does not becomes a problem."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from rapidfuzz import fuzz, process

from bot.cases.languages import LANGUAGES, NAMES, OTHER
from bot.cases.typed import day, moment
from bot.content.problems import Place, Problem, problem
from bot.content.source import Fields, Items, Node, Text
from bot.content.syntax import depth, wide_sign

_Read = TypeVar("_Read")
NEAR = 60
# No name of an entry is longer; a colon further on belongs to a sentence.
_KEY_LENGTH = 40


def suggestion(word: str, known: Iterable[str], files: Mapping[str, str] | None = None) -> dict[str, str]:
    """The likeliest name meant, as the beginning of a cure in both languages; empty where none is near.

    `files`: where some of the names stand.
    """
    best = nearest(word, known)
    return guess(best, (files or {}).get(best)) if best else guess(None)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The name that was likely meant."""
    best = process.extractOne(word, tuple(known), scorer=fuzz.ratio, score_cutoff=NEAR)
    return best[0] if best else None


def guess(name: str | None, file: str | None = None) -> dict[str, str]:
    """The beginning of a cure that names what was meant, and where that stands; empty where there is no guess."""
    if name is None:
        return {"suggest_zh": "", "suggest_en": ""}
    zh, en = (f"（{file}）", f" ({file})") if file else ("", "")
    return {"suggest_zh": f"是不是「{name}」{zh}？", "suggest_en": f"Did you mean '{name}'{en}? "}


@dataclass
class Reader:
    """Reads nodes by their expected shape and collects what is wrong."""

    problems: list[Problem] = field(default_factory=list)

    def report(self, rule: str, place: Place, **values: object) -> None:
        """Add a finding."""
        self.problems.append(problem(rule, place, **values))

    def fields(self, node: Node | None, allowed: Collection[str], required: Collection[str] = ()) -> Mapping[str, Node]:
        """The entries of a mapping; unknown and missing keys are reported."""
        if not isinstance(node, Fields):
            self._misshapen(node, "「名字: 内容」的形式", "of the form 'name: content'", wide="：")
            return {}
        unknown = node.fields.keys() - set(allowed)
        for name in unknown:
            self.report(
                "unknown-key", node.keys[name], key=name, allowed=", ".join(allowed), **suggestion(name, allowed)
            )
        # Whoever mends a slip of the finger lacks nothing any more.
        meant = {nearest(name, allowed) for name in unknown}
        for name in required:
            if name not in node.fields and name not in meant:
                self.report("missing-key", node.place, key=name)
        return {name: value for name, value in node.fields.items() if name in allowed}

    def entries(self, node: Node | None) -> Mapping[str, Node]:
        """The entries of a mapping whose keys are free."""
        if isinstance(node, Fields):
            return node.fields
        self._misshapen(node, "「名字: 内容」的形式", "of the form 'name: content'", wide="：")
        return {}

    def items(self, node: Node | None) -> tuple[Node, ...]:
        """The entries of a list."""
        if isinstance(node, Items):
            return node.items
        self._misshapen(node, "一行一个「- 」的列表", "a list with '- ' before each entry", wide="－")
        return ()

    def text(self, node: Node | None) -> Text | None:
        """A text that says something."""
        if isinstance(node, Fields) and len(node.fields) == 1:
            self.report("colon-in-text", node.place)
            return None
        if not isinstance(node, Text):
            self._misshapen(node, "一段文字", "a text")
            return None
        if not node.value.strip():
            self.report("empty-text", node.place)
            return None
        return node

    def texts(self, node: Node | None) -> tuple[Text, ...]:
        """A list of texts, each on a line of its own."""
        return tuple(text for text in map(self._on_one_line, self.items(node)) if text)

    def _on_one_line(self, node: Node) -> Text | None:
        """A text of a list; what stands further in on the next line would silently become its end."""
        text = self.text(node)
        if text is None or text.block or not text.folded:
            return text
        number, more = next((number, row) for number, row in enumerate(text.rows) if number and row.strip())
        self.report("joined-line", Place(text.place.file, text.place.line + number, depth(more) + 1))
        return None

    def by_language(self, node: Node | None, key: str) -> Mapping[str, Node]:
        """The entry of each language; a missing one is reported."""
        found = self.fields(node, LANGUAGES)
        if not isinstance(node, Fields):
            return {}
        for language in set(LANGUAGES) - set(found):
            zh, en = NAMES[language]
            values = {"key": key, "language": language, "language_zh": zh, "language_en": en}
            self.report("missing-language", node.place, **values, other=OTHER[language])
        return found

    def texts_by_language(self, node: Node | None, key: str) -> Mapping[str, Text]:
        """One text for each language."""
        read = {language: self.text(value) for language, value in self.by_language(node, key).items()}
        return {language: text for language, text in read.items() if text}

    def choice(self, text: Text | None, key: str, allowed: Collection[str]) -> str | None:
        """One of the allowed words."""
        if text is None or text.value in allowed:
            return text.value if text else None
        hint = suggestion(text.value, allowed)
        self.report("unknown-value", text.place, key=key, value=text.value, allowed=", ".join(allowed), **hint)
        return None

    def one_or_more(self, node: Node) -> tuple[Text, ...]:
        """One text, or a list of them."""
        return self.texts(node) if isinstance(node, Items) else tuple(filter(None, [self.text(node)]))

    def day(self, node: Node | None) -> date | None:
        """A day, written 2026-09-23."""
        return self._typed(node, day, "bad-day")

    def moment(self, node: Node | None) -> datetime | None:
        """A day with its hour, written 2026-09-23 11:00."""
        return self._typed(node, moment, "bad-moment")

    def _typed(self, node: Node | None, read: Callable[[str], _Read | None], rule: str) -> _Read | None:
        """What a text says, as `read` understands it; else the finding of that rule."""
        text = self.text(node)
        found = read(text.value) if text else None
        if text and found is None:
            self.report(rule, text.place, value=text.value)
        return found

    def _misshapen(self, node: Node | None, zh: str, en: str, wide: str = "") -> None:
        """A full-width sign may be what turned an entry into plain text: say that instead."""
        if node is None:
            return
        line = node.value[:_KEY_LENGTH].partition("\n")[0] if isinstance(node, Text) else ""
        if isinstance(node, Text) and (found := next((sign for sign in line if sign in wide), None)):
            self.problems.append(wide_sign(node.at(1, line.index(found) + 1), found))
        else:
            self.report("wrong-shape", node.place, expected_zh=zh, expected_en=en)
