"""What may buyers ask, and how do they say it? (`intents/*.yaml`)"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bot.cases.languages import LANGUAGES
from bot.cases.milestones import Milestone
from bot.cases.office import Priority
from bot.content.after import AfterLine, read_after, words_after
from bot.content.phrasings import report_few, report_numbers, report_strays
from bot.content.problems import Place
from bot.content.reader import Reader
from bot.content.rule_text import GroupNames, RuleParser
from bot.content.shapes import TEXT, TEXTS, YES_OR_NO, Choice, Key, NamedEntries, both, needed, values
from bot.content.source import Fields, Node, Text
from bot.dialogue.intent import Does, Escalate, Intent
from bot.matching.evaluation import NONE
from bot.matching.lexicon import Word
from bot.matching.rules import Rule
from bot.wording.subject import UntilThen

_Kind = TypeVar("_Kind", bound=StrEnum)
# A title stands on a button; of a longer one a phone shows the beginning only. In characters.
LONGEST_TITLE = {"zh": 16, "en": 50}
KEYS: Mapping[str, Key] = {
    "title": Key(
        "问题本身，两种语言都写；它会印在按钮上，要短",
        "the question in both languages, short: it stands on buttons",
        both(TEXT),
        is_needed=True,
    ),
    "needs_case": Key(
        "yes：要看买家自己的案子才能答；没确认身份、资料过时或矛盾时不答",
        "yes: not answered before the buyer is verified, nor while the case is stale or contradictory",
        YES_OR_NO,
    ),
    "escalate": Key(
        "offer：加一个找人的按钮；now：同一条回答里就请人进来",
        "offer: a button to a person is added; now: a person comes in with the same reply",
        Choice(tuple(Escalate)),
    ),
    "priority": Key(
        "请人时多快回，config.yaml 可改；原来是 P0 15 分钟、P1 2 小时（都算上班时间），P2、P3 当天 17:00",
        "how soon a person answers (config.yaml sets it; shipped: P0 15 minutes, P1 2 office hours, else by 17:00)",
        Choice(tuple(Priority)),
    ),
    "about": Key("说的是哪一步", "the step it is about", Choice(tuple(Milestone))),
    "follows_slot": Key(
        "yes：话里点名了还没办的一步，或者刚说过哪一步，就按那一步答，不按 about",
        "yes: a step named in the message, or spoken of just before, that is still to come counts instead of about",
        YES_OR_NO,
    ),
    "any_step": Key(
        "只问某一步办了没，就说那一步，办完的也说",
        "where only one step is asked after, done or not, that step counts instead of `about`, also one that is over",
        YES_OR_NO,
    ),
    "other_steps": Key(
        "点名的、刚说过的是别的一步时，当成哪个问题来答",
        "the question that it becomes where another step is named, or was spoken of just before",
        TEXT,
    ),
    "does": Key(
        "回答之外程序还做什么：给出语言按钮，或断开跟案子的绑定",
        "what the program does besides answering: offer the languages, or end the tie to the case",
        Choice(tuple(Does)),
    ),
    "insists": Key(
        "yes：说过一遍后，再答别的前面都带上它的第一句，直到有人来；只给会出人命、丢钱的问题",
        "yes: its first line stands before whatever else is said, until a person has come; only for life or money",
        YES_OR_NO,
    ),
    "until_then": Key(
        "顾问来之前，照记录答别的之前先说什么：rest 不用付、不用签，约好的没变；papers 收入证明也先别交；"
        "stop 先别付、别签（replies/_until_then_*.yaml）",
        "until the person has come, said before an answer from the file: rest, no need to pay or sign, what is booked "
        "stands; papers, hand in no proof of income either; stop, pay and sign nothing (replies/_until_then_*.yaml)",
        Choice(tuple(UntilThen)),
    ),
    "of_life": Key(
        "yes：有人可能寻死；跟别的问题写在一条里，也先答这个，不答别的",
        "yes: somebody may end their life; answered alone, whatever question stands beside it",
        YES_OR_NO,
    ),
    "hears_hours": Key(
        "yes：买家只说一个钟点或日子（三点见、25号行吗），也当成问它：约的是不是这时候；只给一个问题",
        "yes: an hour or a day alone (see you at three) is taken for it: is that what is agreed? For one question only",
        YES_OR_NO,
    ),
    "for_others": Key(
        "yes：有人说自己是卖家、中介、买家的家属，不管问什么，都按这个答；只给一个问题",
        "yes: who says to be the seller, an agent or a relative is answered this, whatever is asked. One question only",
        YES_OR_NO,
    ),
    "asks_nothing": Key(
        "yes：买家自己说的好、不；带着问的（真不用？）不算",
        "yes: the buyer's own yes or no; what is put as a question (really not?) is never taken for it",
        YES_OR_NO,
    ),
    "after": Key(
        "紧接着哪个问题的回答，短短一句里有这些词，就是问它（写法同 when 里的 mentions）；几个问题用「、」分开；"
        "写自己的文件名：接着问它自己",
        "right after the answer to which question (several are parted by /) a short message with these words is taken "
        "for it (written as mentions under when); its own file name: it goes on about itself",
        NamedEntries(TEXTS),
    ),
    "rules": Key(
        "一行一条规则：+ 都要出现，、或 / 任选其一，< > 词组，( ) 可有可无，- 不能出现，= 整句就是它",
        "one rule a line: + all occur, 、 or / any of these, < > a group, ( ) may occur, - must not, = is all",
        both(TEXTS),
        is_needed=True,
    ),
    "examples": Key("买家真会这样问的句子；会拿来检查", "what buyers really say; checked", both(TEXTS), is_needed=True),
    "not_this": Key(
        f"像、但不归这里的句子：它该归的问题；不归任何问题的写 {NONE}",
        f"sentence: the question that it belongs to, or {NONE} where none may answer it; checked",
        NamedEntries(TEXT),
    ),
    "someday": Key(
        "还认不出的句子；哪天认得了会提醒",
        "sentences not understood yet; told when one is",
        both(TEXTS, are_needed=False),
    ),
    "aside": Key(
        "yes：同一句话里还有别的问题时，让给那个问题",
        "yes: gives way to any other question in the same message",
        YES_OR_NO,
    ),
}


@dataclass(frozen=True)
class Claim:
    """A sentence and the intent that should win it, or `none` where no question may answer it."""

    text: Text
    intent: str
    place: Place


@dataclass(frozen=True)
class RuleLine:
    """A rule, the text that it was read from, and in which language it is."""

    rule: Rule
    text: Text
    language: str


@dataclass(frozen=True)
class Question:
    """One file of `intents/`, read."""

    intent: Intent
    place: Place
    titles: tuple[Text, ...]
    lines: tuple[RuleLine, ...]
    examples: tuple[Text, ...]
    not_this: tuple[Claim, ...]
    someday: tuple[Text, ...]
    words: tuple[Word, ...]
    is_aside: bool = False
    is_of_life: bool = False
    other_steps: Text | None = None
    after: tuple[AfterLine, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of both languages."""
        return tuple(line.rule for line in self.lines)


def read_question(name: str, node: Node, groups: GroupNames | None, reader: Reader) -> Question:
    """The question of a file; what is wrong with it is in the reader. `groups`: see `RuleParser`."""
    parser = RuleParser(reader, groups)
    fields = reader.fields(node, KEYS, required=needed(KEYS))
    titles = reader.texts_by_language(fields.get("title"), "title")
    _measure(titles, reader)
    other_steps = reader.text(fields["other_steps"]) if "other_steps" in fields else None
    rules = [(text, language) for language, texts in _lists(fields, "rules", reader).items() for text in texts]
    lines = tuple(RuleLine(rule, text, language) for text, language in rules if (rule := parser.parse(name, text)))
    examples, someday = _lists(fields, "examples", reader), _lists(fields, "someday", reader, required=False)
    claims = _claims(fields.get("not_this"), reader)
    report_few(fields.get("examples"), reader)
    report_strays(examples, reader)
    after = tuple(read_after(fields.get("after"), reader))
    report_numbers((*_flat(examples), *_flat(someday), *(claim.text for claim in claims)), reader)
    return Question(
        _intent(name, titles, fields, other_steps, after, reader),
        node.place,
        tuple(titles.values()),
        lines,
        _flat(examples),
        claims,
        _flat(someday),
        tuple(parser.words),
        _says_yes(fields, "aside", reader),
        _says_yes(fields, "of_life", reader),
        other_steps,
        after,
    )


def _intent(
    name: str,
    titles: Mapping[str, Text],
    fields: Mapping[str, Node],
    other_steps: Text | None,
    after: Sequence[AfterLine],
    reader: Reader,
) -> Intent:
    return Intent(
        id=name,
        titles={language: text.value for language, text in titles.items()},
        needs_case=_says_yes(fields, "needs_case", reader),
        escalate=Escalate(_choice(fields, "escalate", reader) or Escalate.NONE),
        priority=Priority(_choice(fields, "priority", reader) or Priority.P3),
        about=_one_of(Milestone, _choice(fields, "about", reader)),
        follows_slot=_says_yes(fields, "follows_slot", reader),
        any_step=_says_yes(fields, "any_step", reader),
        other_steps=other_steps.value if other_steps else None,
        does=_one_of(Does, _choice(fields, "does", reader)),
        insists=_says_yes(fields, "insists", reader),
        until_then=_one_of(UntilThen, _choice(fields, "until_then", reader)),
        hears_hours=_says_yes(fields, "hears_hours", reader),
        for_others=_says_yes(fields, "for_others", reader),
        asks_nothing=_says_yes(fields, "asks_nothing", reader),
        after=words_after(after),
    )


def _keys(node: Node | None) -> Iterator[Text]:
    """The names of a mapping, each with its place."""
    yield from (Text(name, place) for name, place in node.keys.items()) if isinstance(node, Fields) else ()


def _says_yes(fields: Mapping[str, Node], name: str, reader: Reader) -> bool:
    return _choice(fields, name, reader) == "yes"


def _choice(fields: Mapping[str, Node], name: str, reader: Reader) -> str | None:
    return reader.choice(reader.text(fields.get(name)), name, values(KEYS, name)) if name in fields else None


def _one_of(kind: type[_Kind], value: str | None) -> _Kind | None:
    return kind(value) if value else None


def _measure(titles: Mapping[str, Text], reader: Reader) -> None:
    for language, title in titles.items():
        if (found := len(title.value)) > (most := LONGEST_TITLE[language]):
            reader.report("long-title", title.place, found=found, most=most)


def _flat(lists: Mapping[str, tuple[Text, ...]]) -> tuple[Text, ...]:
    """The lines of both languages."""
    return tuple(text for texts in lists.values() for text in texts)


def _lists(
    fields: Mapping[str, Node], name: str, reader: Reader, *, required: bool = True
) -> Mapping[str, tuple[Text, ...]]:
    """The lines of each language."""
    if name not in fields:
        return {}
    node = fields[name]
    languages = reader.by_language(node, name) if required else reader.fields(node, LANGUAGES)
    return {language: reader.texts(entry) for language, entry in languages.items()}


def _claims(node: Node | None, reader: Reader) -> tuple[Claim, ...]:
    if node is None:
        return ()
    entries = reader.entries(node)
    read = [(sentence, reader.text(entries[sentence.value])) for sentence in _keys(node) if sentence.value in entries]
    return tuple(Claim(sentence, text.value, text.place) for sentence, text in read if text)
