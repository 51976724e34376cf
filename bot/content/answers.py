"""Is one answer sound: its conditions, its texts in both languages, its buttons?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.cases.languages import OTHER
from bot.content.lines import report_lines
from bot.content.meant import Meant
from bot.content.mentioned import mentioned
from bot.content.problems import Place
from bot.content.reader import Reader, guess
from bot.content.scaffold import BLANKS
from bot.content.shapes import TEXT, Choice, Key, Many, OneOrMany, Record
from bot.content.source import Fields, Node, Text
from bot.content.templates import column, report_braces, report_glued, report_slip
from bot.wording.conditions import CONDITIONS
from bot.wording.facts import BY_NAME, FACTS
from bot.wording.render import Slip, Template, parse
from bot.wording.replies import Answer

_MOST_BUTTONS = 4
WHEN: Mapping[str, Key] = {
    name: Key(
        condition.meaning_zh, condition.meaning_en, OneOrMany(Choice(condition.values) if condition.values else TEXT)
    )
    for name, condition in CONDITIONS.items()
}
KEYS: Mapping[str, Key] = {
    "when": Key(
        "什么情况下用这个回答：几项要同时成立，一项里的几个值成立一个就行；最后一个回答不写",
        "when this answer fits: all entries hold, of several values one; the last answer has none",
        Record(WHEN),
    ),
    "zh": Key(
        "中文的回答；{{ 名字 }} 印出一个事实", "the Chinese text; {{ name }} prints a fact", TEXT, is_needed=True
    ),
    "en": Key("英文的回答；跟中文说的一样", "the English text; it says the same", TEXT, is_needed=True),
    "buttons": Key(
        "下面的按钮：问题的文件名，最多四个",
        "the buttons below: file names of questions, four at most",
        Many(TEXT, _MOST_BUTTONS),
    ),
}


@dataclass(frozen=True)
class Written:
    """The texts of one answer as they stand in the file, by language."""

    answer: Answer
    texts: Mapping[str, Text]
    place: Place


@dataclass
class AnswerReader:
    """Reads answers; `pieces` are the names (by language, then by the name in the other) that templates may use."""

    reader: Reader
    pieces: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: {"zh": {}, "en": {}})
    buttons: list[Text] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)

    def read(self, node: Node) -> Answer:
        """One entry of `answers`."""
        fields = self.reader.fields(node, KEYS)
        texts = self._texts(node, fields)
        parsed = {language: parse(text.value) for language, text in texts.items()}
        meant = Meant({language: _said(template) for language, template in parsed.items()}, self._pairs())
        templates = {
            language: self._template(parsed[language], text, language, meant) for language, text in texts.items()
        }
        named = self.reader.texts(fields["buttons"]) if "buttons" in fields else ()
        self._check_buttons(named)
        sound = {language: template for language, template in templates.items() if template}
        answer = Answer(self._when(fields.get("when")), sound, tuple(text.value for text in named))
        self.written.append(Written(answer, texts, node.place))
        return answer

    def _check_buttons(self, named: Sequence[Text]) -> None:
        """As many as fit below a message, each once."""
        for text in named[_MOST_BUTTONS:]:
            self.reader.report("too-many-buttons", text.place, button=text.value, most=_MOST_BUTTONS)
        for place, text in enumerate(named):
            if text.value in [other.value for other in named[:place]]:
                self.reader.report("button-twice", text.place, button=text.value)
        self.buttons.extend(named)

    def read_last_resort(self, node: Node) -> Answer:
        """An answer without a condition, which must never come out blank."""
        answer = self.read(node)
        texts = self.written[-1].texts if len(answer.texts) == len(BY_NAME) else {}
        for language, text in texts.items():
            always = [fact.name(language) for fact in FACTS if fact.always]
            safe = {*always, *self.pieces[language]}
            for mention in answer.texts[language].unguarded:
                if mention.name not in safe:
                    place = column(text, mention)
                    self.reader.report("fallback-needs-fact", place, fact=mention.name, always="、".join(always))
        return answer

    def _texts(self, node: Node, fields: Mapping[str, Node]) -> Mapping[str, Text]:
        if not isinstance(node, Fields):
            return {}
        spoken = {name: value for name, value in fields.items() if name in BY_NAME}
        texts = self.reader.texts_by_language(Fields(spoken, node.keys, node.place), "answers")
        for language, text in texts.items():
            if text.folded:
                self.reader.report("folded-text", text.place, language=language)
        report_lines(texts, self.reader)
        return texts

    def _when(self, node: Node | None) -> Mapping[str, frozenset[str]]:
        if node is None:
            return {}
        fields = self.reader.fields(node, WHEN)
        return {name: frozenset(self._values(name, value)) for name, value in fields.items()}

    def _values(self, name: str, node: Node) -> Iterator[str]:
        for text in self.reader.one_or_more(node):
            if not CONDITIONS[name].values:
                yield from mentioned(text, self.reader)
            elif value := self.reader.choice(text, name, CONDITIONS[name].values):
                yield value

    def _pairs(self) -> Sequence[Mapping[str, str]]:
        """What templates may say, by its name in each language."""
        facts = [{"zh": fact.zh, "en": fact.en} for fact in FACTS]
        return [*facts, *({"zh": zh, "en": en} for zh, en in self.pieces["zh"].items())]

    def _template(self, found: Template | Slip, text: Text, language: str, meant: Meant) -> Template | None:
        if isinstance(found, Slip):
            report_slip(found, text, self.reader)
            return None
        known = {*BY_NAME[language], *self.pieces[language]}
        wrong = [mention for mention in found.mentions if mention.name not in known]
        for mention in wrong:
            self._report(mention.name, language, column(text, mention), meant)
        report_glued(text, self.reader)
        sound = not wrong and not report_braces(text, self.reader)
        if sound and found.may_be_blank(self.pieces[language]):
            self.reader.report("blank-answer", text.place)
        return found if sound else None

    def _report(self, name: str, language: str, place: Place, meant: Meant) -> None:
        """A fact nobody knows, or one known under this name in the other language only."""
        other = BY_NAME[OTHER[language]]
        instead = other[name].name(language) if name in other else self.pieces[OTHER[language]].get(name)
        if name in BLANKS:
            self.reader.report("blank", place)
        elif instead:
            self.reader.report("wrong-language-fact", place, fact=name, instead=instead)
        else:
            self.reader.report("unknown-fact", place, fact=name, **guess(meant.likeliest(name, language)))


def _said(found: Template | Slip) -> Sequence[str]:
    return [mention.name for mention in found.mentions] if isinstance(found, Template) else []
