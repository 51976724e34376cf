"""Which conversations have the editors written down, and what has to come of each line? (`tests/dialogues/*.yaml`)"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.cases.case import CHINA, Case
from bot.content.problems import Place
from bot.content.reader import LANGUAGES, Reader, suggestion
from bot.content.source import Items, Node, Text, read
from bot.dialogue.situation import Outcome

NONE = "none"
_KEYS = ("name", "case", "now", "talk")
_PIECES = ("bot", "never", "buttons", "advisor sees", "intent")
_WORDS = ("reply", "outcome", "language", "ticket")
_LINE_KEYS = ("buyer", "press", *_PIECES, *_WORDS)


@dataclass(frozen=True)
class Line:
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
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Stage:
    """What a dialogue may name: cases (with the moment of their story, where they have one), intents and replies."""

    cases: Mapping[str, Case]
    stories: Mapping[str, datetime]
    intents: AbstractSet[str]
    replies: AbstractSet[str]


@dataclass(frozen=True)
class DialogueReader:
    """Reads dialogues; one with a mistake is left out, and the mistake is in the reader."""

    stage: Stage
    reader: Reader

    def read_folder(self, folder: Path) -> Iterator[Dialogue]:
        """The dialogues of every file in a folder, by file."""
        if not folder.is_dir():
            self.reader.report("no-dialogues", Place(str(folder)))
        for path in sorted(folder.rglob("*.yaml")):
            node, problems = read(path, f"{folder.name}/{path.relative_to(folder)}")
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
        fields = self.reader.fields(node, _KEYS, required=("case", "talk"))
        title = self.reader.text(fields.get("name"))
        case = self.reader.choice(self.reader.text(fields.get("case")), "case", self.stage.cases)
        now = self._moment(fields["now"]) if "now" in fields else self.stage.stories.get(case or "")
        lines = [line for entry in self.reader.items(fields.get("talk")) if (line := self._line(entry))]
        if case and "now" not in fields and now is None:
            self.reader.report("missing-key", node.place, key="now")
        return (
            Dialogue(title.value if title else name, self.stage.cases[case], now, tuple(lines))
            if case and now
            else None
        )

    def _moment(self, node: Node) -> datetime | None:
        text = self.reader.text(node)
        try:
            found = datetime.fromisoformat(text.value) if text else None
        except ValueError:
            self.reader.report("bad-moment", node.place, value=text.value if text else "")
            return None
        return found.replace(tzinfo=found.tzinfo or CHINA) if found else None

    def _line(self, node: Node) -> Line | None:
        fields = self.reader.fields(node, _LINE_KEYS)
        pieces = {key: self.reader.one_or_more(fields[key]) for key in _PIECES if key in fields}
        words = {key: text for key in _WORDS if key in fields and (text := self.reader.text(fields[key]))}
        self._check_names(pieces.get("intent", ()), words)
        spoken = [key for key in ("buyer", "press") if key in fields]
        if len(spoken) != 1:
            self.reader.report("no-speaker", node.place)
            return None
        typed = self.reader.text(fields[spoken[0]])
        return Line(typed, spoken == ["press"], pieces, words) if typed else None

    def _check_names(self, intents: tuple[Text, ...], words: Mapping[str, Text]) -> None:
        for text in intents:
            if text.value not in {*self.stage.intents, NONE}:
                hint = suggestion(text.value, self.stage.intents)
                self.reader.report("unknown-intent", text.place, intent=text.value, **hint)
        self.reader.choice(words.get("outcome"), "outcome", tuple(Outcome))
        self.reader.choice(words.get("language"), "language", LANGUAGES)
        if "reply" in words and words["reply"].value not in {*self.stage.replies, NONE}:
            text = words["reply"]
            self.reader.report(
                "unknown-reply", text.place, reply=text.value, **suggestion(text.value, self.stage.replies)
            )
