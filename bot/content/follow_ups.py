"""How do buyers ask on about the last answer? (`intents/_follow_ups.yaml`)"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from bot.cases.languages import LANGUAGES
from bot.content.reader import Reader
from bot.content.shapes import TEXTS, Key, NamedEntries, Record, both, needed
from bot.content.source import Node, Text
from bot.content.syntax import wide_sign
from bot.dialogue.follow_up import Around, FollowUps
from bot.matching.template import Template, TemplateError, any_template, template
from bot.wording.subject import FollowUp

FOLLOW_UPS = "_follow_ups"
# What a Chinese keyboard types for a sign; a buyer's message never holds it.
_WIDE = re.compile(r"[（）［］＜＞《》／＊]")
_SENTENCES = both(TEXTS, are_needed=False)
_NEVER = "not"
_WORDINGS: Mapping[str, Key] = {
    **_SENTENCES.keys,
    _NEVER: Key("话里有这些就不是它", "a message that holds one of these is not it", TEXTS),
}
# All but `told`: that one is known by its day.
_KINDS: Mapping[FollowUp, tuple[str, str]] = {
    FollowUp.SINCE: ("从什么时候起", "since when"),
    FollowUp.WHEN: ("是哪天、几点", "on which day, at what time"),
    FollowUp.ENOUGH: ("来得及吗", "is there time enough"),
    FollowUp.SURE: ("确定吗、谁说的", "is that so, is it sure, who says so"),
    FollowUp.PAYER: ("谁出钱", "who pays"),
    FollowUp.PAY_TO: ("钱付给谁", "to whom money goes"),
    FollowUp.HAND_TO: ("材料交给谁", "to whom papers go"),
    FollowUp.PLACE: ("约在哪里", "where it was agreed to meet"),
    FollowUp.WHERE: ("去哪里办", "where it is done"),
    FollowUp.WHO: ("谁去办", "who does it"),
    FollowUp.ASK: ("该问谁", "whom to ask"),
    FollowUp.TURN: ("轮到谁、谁负责", "whose turn it is, who is in charge"),
    FollowUp.SHORT: ("只发来一个问号", "nothing but a question mark"),
    FollowUp.COST: ("要多少钱", "what it costs"),
    FollowUp.FASTER: ("能快点吗", "can it be faster"),
    FollowUp.WHY: ("为什么", "why"),
    FollowUp.FAILS: ("要是没成呢", "and if it does not come about"),
    FollowUp.DUE: ("几号交、几号付", "when to hand it in, or to pay"),
    FollowUp.GO: ("我要不要去、要不要请假", "do I have to be there, do I take the day off"),
    FollowUp.HARM: ("要紧吗、有没有影响", "is it anything to fear"),
    FollowUp.FAULT: ("怪谁", "whose fault it is"),
    FollowUp.OVER: ("过了那天会怎样", "what if that day is over"),
    FollowUp.AS_OF: ("这消息是几号的", "how old that is"),
    FollowUp.STAYS: ("那就不改了", "let it stay as it is"),
    FollowUp.THAT_DAY: ("那天有什么事", "what there is on a day that is named"),
    FollowUp.DAYS: ("到那天还有几天、今天算不算", "how many days until then, does today count"),
    FollowUp.WAITS: ("好，我等着", "all right, I wait"),
    FollowUp.VIA: ("打电话，还是在这里说", "by phone or here"),
    FollowUp.RESULT: ("问了没、有结果没", "did you ask, is there an answer"),
    FollowUp.NOTHING: ("我不用做什么吧", "there is nothing for me to do, is there"),
    FollowUp.SILENT: ("到时候没人回呢", "and if nobody answers by then"),
    FollowUp.UNASKED: ("我没问这个", "that is not what I asked"),
    FollowUp.WHAT: ("查的是什么", "what is being checked"),
    FollowUp.WHICH: ("哪两处不一样", "which records disagree"),
}
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
        never = [found for _, found in _sentences(fields[_NEVER], {}, reader)] if _NEVER in fields else []
        return cls(tuple(_spoken(own, lists, reader)), any_template(never).pattern if never else "")

    @property
    def pattern(self) -> str:
        """Any of them."""
        return any_template([found for _, found in self.sentences]).pattern


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
            own = lists[language]
            own[name] = any_template([found for _, found in _sentences(sentences, own, reader)])
    return lists


def _around(node: Node | None, lists: _Lists, reader: Reader) -> str:
    """The pattern of any of these words; English ones only as whole words."""
    spoken = {language: any_template([]) for language in LANGUAGES}
    for language, entry in reader.fields(node, LANGUAGES).items() if node else ():
        spoken[language] = any_template([found for _, found in _sentences(entry, lists[language], reader)])
    return rf"(?:{spoken['zh'].pattern}|(?<!\w){spoken['en'].pattern}(?!\w))"


def _spoken(own: Mapping[str, Node], lists: _Lists, reader: Reader) -> Iterator[tuple[Text, Template]]:
    for language, sentences in own.items():
        yield from _sentences(sentences, lists[language], reader)


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
