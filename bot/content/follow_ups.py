"""How do buyers ask on about the last answer? (`intents/_follow_ups.yaml`)"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Self

from bot.cases.languages import LANGUAGES
from bot.content.reader import Reader
from bot.content.shapes import TEXTS, Key, NamedEntries, Record, both, needed
from bot.content.source import Node, Text
from bot.content.syntax import wide_sign
from bot.dialogue.readers.follow_up import Around, FollowUps
from bot.matching.template import NOTHING, Template, TemplateError, any_template, template
from bot.wording.follow_up import BY_TIME, MEANINGS, FollowUp

FOLLOW_UPS = "_follow_ups"
# What a Chinese keyboard types for a sign; a buyer's message never holds it.
_WIDE = re.compile(r"[（）［］＜＞《》／＊]")
_SENTENCES = both(TEXTS, are_needed=False)
_NEVER = "not"
_WORDINGS: Mapping[str, Key] = {
    **_SENTENCES.keys,
    _NEVER: Key("话里有这些就不是它", "a message that holds one of these is not it", TEXTS),
}
_KINDS = {kind: told for kind, told in MEANINGS.items() if kind not in BY_TIME}
KEYS: Mapping[str, Key] = {
    "before": Key("前面可以带、但什么也没说的话", "what may stand before it, and says nothing", _SENTENCES),
    "after": Key("后面可以带、但什么也没说的话", "what may stand after it, and says nothing", _SENTENCES),
    "lists": Key(
        "词表：句子里写 <名字> 就是它；只能用写在它上面的",
        "lists: <name> in a sentence stands for one; a list may use those above it",
        NamedEntries(_SENTENCES),
    ),
    "asked": Key(
        "怎样写算追问哪一样；先写的先算",
        "which words ask for what; the first that fits counts",
        Record({kind: Key(*told, Record(_WORDINGS, "wordings")) for kind, told in _KINDS.items()}),
        is_needed=True,
    ),
}
_SAYS_NOTHING = {
    "reason_zh": "每一处都可有可无，什么话都对得上",
    "reason_en": "all of it may be left out, so that it fits anything",
}
# By language and name.
_Lists = Mapping[str, dict[str, Template]]


def read_follow_ups(node: Node, reader: Reader) -> FollowUps:
    """The wordings of the file; what is wrong with it is in the reader."""
    fields = reader.fields(node, KEYS, required=needed(KEYS))
    lists = _lists(fields.get("lists"), reader)
    around = Around(*(_around(fields.get(name), lists, reader) for name in ("before", "after")))
    kinds = reader.fields(fields["asked"], _KINDS) if "asked" in fields else {}
    wordings = {FollowUp(name): _Wording.read(entry, lists, reader) for name, entry in kinds.items()}
    follow_ups = FollowUps(
        {kind: wording.pattern for kind, wording in wordings.items()},
        {kind: wording.never for kind, wording in wordings.items() if wording.never},
        around,
    )
    for kind, wording in wordings.items():
        _report_stolen(kind, wording, follow_ups, reader)
    return follow_ups


@dataclass(frozen=True)
class _Wording:
    """Each sentence with its place, and a pattern of what must not stand in the message; empty where anything may."""

    sentences: tuple[tuple[Text, Template], ...]
    never: str

    @classmethod
    def read(cls, entry: Node, lists: _Lists, reader: Reader) -> Self:
        """One part of an answer, and how it is asked for."""
        fields = reader.fields(entry, _WORDINGS)
        own = {language: fields[language] for language in LANGUAGES if language in fields}
        # In either language, so that no list is meant.
        never = _any(fields[_NEVER], {}, reader).pattern if _NEVER in fields else ""
        spoken = (_sentences(sentences, lists[language], reader) for language, sentences in own.items())
        return cls(tuple(_that_say_something(chain.from_iterable(spoken), reader)), never)

    @property
    def pattern(self) -> str:
        """Any of them."""
        return any_template([found for _, found in self.sentences]).pattern


def _that_say_something(sentences: Iterable[tuple[Text, Template]], reader: Reader) -> Iterator[tuple[Text, Template]]:
    """Without those that may be left out as a whole: such a one would fit whatever a buyer writes."""
    for text, found in sentences:
        if found.example.strip():
            yield text, found
        else:
            reader.report("bad-template", text.place, **_SAYS_NOTHING)


def _report_stolen(kind: FollowUp, wording: _Wording, follow_ups: FollowUps, reader: Reader) -> None:
    """A sentence is of no use where another part, further up, takes the shortest that it stands for."""
    for text, found in wording.sentences:
        winner = follow_ups.part(found.example)
        if winner not in {None, kind}:
            reader.report("stolen-sentence", text.place, text=found.example.strip(), winner=winner, kind=kind)


def _lists(node: Node | None, reader: Reader) -> _Lists:
    lists: _Lists = {language: {} for language in LANGUAGES}
    for name, entry in reader.entries(node).items() if node else ():
        for language, sentences in reader.fields(entry, LANGUAGES).items():
            lists[language][name] = _any(sentences, lists[language], reader)
    return lists


def _around(node: Node | None, lists: _Lists, reader: Reader) -> str:
    """The pattern of any of these words; English ones only as whole words."""
    fields = reader.fields(node, LANGUAGES) if node else {}
    spoken = {language: _any(entry, lists[language], reader) for language, entry in fields.items()}
    zh, en = (spoken.get(language, NOTHING).pattern for language in ("zh", "en"))
    return rf"(?:{zh}|(?<!\w){en}(?!\w))"


def _any(node: Node, lists: Mapping[str, Template], reader: Reader) -> Template:
    """Any of these sentences."""
    return any_template([found for _, found in _sentences(node, lists, reader)])


def _sentences(node: Node, lists: Mapping[str, Template], reader: Reader) -> Iterator[tuple[Text, Template]]:
    for text in reader.texts(node):
        try:
            found = template(text.value, lists)
        except TemplateError as error:
            reader.report("bad-template", text.at(1, error.at + 1), reason_zh=error.zh, reason_en=error.en)
            continue
        if wide := _WIDE.search(text.value):
            reader.problems.append(wide_sign(text.at(1, wide.start() + 1), wide[0]))
        else:
            yield text, found
