"""Which conversations have the editors written down, and what has to come of each line? (`tests/dialogues/*.yaml`)"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.cases.case import Case
from bot.cases.languages import LANGUAGES
from bot.content.folders import yaml_files
from bot.content.problems import Place
from bot.content.reader import Reader, suggestion
from bot.content.shapes import MOMENT, TEXT, Choice, Key, Many, OneOrMany, Record, needed, values
from bot.content.source import Items, Node, Text, read
from bot.dialogue.decision import Outcome

NONE = "none"
_PIECES = ("bot", "never", "buttons", "advisor sees", "intent")
_WORDS = ("reply", "outcome", "language", "ticket")
_LINE: Mapping[str, Key] = {
    "buyer": Key("买家打的字；/ 开头是命令", "what the buyer types; / begins a command", TEXT),
    "press": Key("买家按的按钮上的字", "the label of the button the buyer presses", TEXT),
    "bot": Key("回答里必须有的话", "what the reply must contain", OneOrMany(TEXT)),
    "never": Key("回答里不许有的话", "what the reply must not contain", OneOrMany(TEXT)),
    "buttons": Key("必须有的按钮", "buttons that must be there", OneOrMany(TEXT)),
    "intent": Key("答的是哪个问题；none：没有答", "the question that is answered; none: none is", OneOrMany(TEXT)),
    "reply": Key("用的是哪个回答文件", "the file of the reply", TEXT),
    "outcome": Key("结果：回答、给选项、没听懂、转人工、不作声", "what is decided", Choice(tuple(Outcome))),
    "language": Key("用哪种语言答", "the language of the reply", Choice(LANGUAGES)),
    "ticket": Key("开着的工单的缘由", "the reason of a ticket that is open", TEXT),
    "advisor sees": Key("顾问群里必须看到的话", "what the advisors must be told", OneOrMany(TEXT)),
}
KEYS: Mapping[str, Key] = {
    "name": Key("这段对话说明什么", "what the conversation shows", TEXT),
    "case": Key("哪个样例案子的买家，例如 C-DEMO-03", "whose buyer talks, e.g. C-DEMO-03", TEXT, is_needed=True),
    "now": Key(
        "什么时候，例如 2026-09-22 15:00；不写就是样例故事的时候",
        "when, e.g. 2026-09-22 15:00; else the story's own moment",
        MOMENT,
    ),
    "talk": Key("一来一回，一句一项", "line by line", Many(Record(_LINE)), is_needed=True),
}


@dataclass(frozen=True)
class DialogueLine:
    """What the buyer types or presses, and what the bot has to do: `pieces` and `words` by their keys."""

    typed: Text
    is_press: bool
    pieces: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    words: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True)
class Dialogue:
    """One conversation of a case's buyer at one moment."""

    name: str
    case: Case
    now: datetime
    lines: tuple[DialogueLine, ...]


@dataclass(frozen=True)
class DialogueSetting:
    """What a dialogue may name: cases (with the moment of their story, where they have one), intents and replies."""

    cases: Mapping[str, Case]
    stories: Mapping[str, datetime]
    intents: AbstractSet[str]
    replies: AbstractSet[str]


@dataclass(frozen=True)
class DialogueReader:
    """Reads dialogues; one with a mistake is left out, and the mistake is in the reader."""

    stage: DialogueSetting
    reader: Reader

    def read_folder(self, folder: Path) -> Iterator[Dialogue]:
        """The dialogues of every file in a folder, by file; files are named by the folder as it is given."""
        if not folder.is_dir():
            self.reader.report("no-dialogues", Place(str(folder)))
        for path in yaml_files(folder):
            node, problems = read(path, path.as_posix())
            self.reader.problems += problems
            if node:
                yield from self.read(node, path.stem)

    def read(self, node: Node, name: str) -> Iterator[Dialogue]:
        """The dialogues of a file: a list of them, or a single one that may go without a name."""
        for entry in node.items if isinstance(node, Items) else (node,):
            before = len(self.reader.problems)
            dialogue = self._dialogue(entry, name)
            if dialogue and len(self.reader.problems) == before:
                yield dialogue

    def _dialogue(self, node: Node, name: str) -> Dialogue | None:
        fields = self.reader.fields(node, KEYS, required=needed(KEYS))
        title = self.reader.text(fields.get("name"))
        case = self.reader.choice(self.reader.text(fields.get("case")), "case", self.stage.cases)
        now = self.reader.moment(fields["now"]) if "now" in fields else self.stage.stories.get(case or "")
        lines = [line for entry in self.reader.items(fields.get("talk")) if (line := self._line(entry))]
        if case and "now" not in fields and now is None:
            self.reader.report("missing-key", node.place, key="now")
        return (
            Dialogue(title.value if title else name, self.stage.cases[case], now, tuple(lines))
            if case and now
            else None
        )

    def _line(self, node: Node) -> DialogueLine | None:
        fields = self.reader.fields(node, _LINE)
        pieces = {key: self.reader.one_or_more(fields[key]) for key in _PIECES if key in fields}
        words = {key: text for key in _WORDS if key in fields and (text := self.reader.text(fields[key]))}
        self._check_names(pieces.get("intent", ()), words)
        spoken = [key for key in ("buyer", "press") if key in fields]
        if len(spoken) != 1:
            self.reader.report("no-speaker", node.place)
            return None
        typed = self.reader.text(fields[spoken[0]])
        return DialogueLine(typed, spoken == ["press"], pieces, words) if typed else None

    def _check_names(self, intents: tuple[Text, ...], words: Mapping[str, Text]) -> None:
        for text in intents:
            if text.value not in {*self.stage.intents, NONE}:
                hint = suggestion(text.value, self.stage.intents)
                self.reader.report("unknown-intent", text.place, intent=text.value, **hint)
        for name in ("outcome", "language"):
            self.reader.choice(words.get(name), name, values(_LINE, name))
        if "reply" in words and words["reply"].value not in {*self.stage.replies, NONE}:
            text = words["reply"]
            self.reader.report(
                "unknown-reply", text.place, reply=text.value, **suggestion(text.value, self.stage.replies)
            )
