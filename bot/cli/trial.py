"""What does an editor try out: which messages, as whose buyer, in which language, with which content?"""

import difflib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from bot.app import house
from bot.cases.case import Case
from bot.config.inspection import content_folders, named
from bot.config.loading import Config
from bot.content.adding import with_example
from bot.content.conflicts import brought
from bot.content.folders import ENDING, called, file_of
from bot.content.memory import Memory
from bot.content.problems import Problem
from bot.content.source import read_text
from bot.dialogue.decision import Decision
from bot.dialogue.house import House
from bot.dialogue.messages import Button, Kind
from bot.matching.understanding import understand
from bot.rehearsal import RehearsedChat
from bot.turns.buyer import Turn


@dataclass(frozen=True)
class Addition:
    """A file with one example more, what the checker would newly find, and what the sentence was surely taken for."""

    path: Path
    before: str
    after: str
    findings: list[Problem]
    taken_for: Sequence[str]

    @property
    def diff(self) -> str:
        """The change, line by line."""
        name, before, after = self.path.name, self.before.splitlines(), self.after.splitlines()
        return "\n".join(difflib.unified_diff(before, after, name, name, lineterm="", n=1))


class ChangedMeanwhile(Exception):
    """Somebody saved the file while it was being looked into."""

    def __init__(self, path: Path) -> None:
        told = "was saved by somebody else meanwhile, so nothing was written. Type :add again. 别人刚存过，没有写。"
        super().__init__(f"{path.name} {told}")


@dataclass
class TrialChat:
    """A private chat on books that nobody keeps. `cases` are those that can be tried, each at its moment.

    `last` is the message typed last, `spoken` the language that it is in; `pinned`: answers are in this one.
    """

    config: Config
    turn: Turn
    cases: Mapping[str, tuple[Case, datetime]]
    now: datetime
    ref: str | None = None
    last: str = ""
    spoken: str | None = None
    pinned: str | None = None
    decision: Decision | None = None
    memory: Memory = field(default_factory=Memory)
    _chat: RehearsedChat = field(init=False)

    def __post_init__(self) -> None:
        """A stranger begins."""
        self.become(None)

    @property
    def house(self) -> House:
        """The content as it was read last."""
        return self.turn.house()

    def reload(self) -> None:
        """Read the files anew; raises BrokenContent, and then goes on with those read before."""
        fresh = house(self.config)
        self.turn = self._chat.turn = replace(self.turn, house=lambda: fresh)

    def become(self, ref: str | None) -> None:
        """Begin a chat as the buyer of this case, or as a stranger: nothing was said in it yet."""
        self.ref = ref
        case, now = self.cases[ref] if ref else (None, self.now)
        self._chat = RehearsedChat(now, self.turn)
        if case:
            self._chat.bind(case)
        self._chat.pin(self.pinned)

    def speak(self, language: str | None) -> None:
        """Answer in this language, whatever the message is in."""
        self.pinned = language
        self._chat.pin(language)

    def say(self, text: str) -> Decision:
        """What is done about a message; whatever was said before counts."""
        self.decision = self._chat.send(Kind.TEXT, text)
        understood = self.decision.understood
        self.last, self.spoken = text, understood.whole.utterance.language if understood else None
        return self.decision

    def press(self, button: Button) -> Decision:
        """What a button does."""
        self.decision = self._chat.send(Kind.BUTTON, button.data)
        return self.decision

    def addition(self, intent: str) -> Addition | Problem:
        """The last message as an example of a question, looked into before anything is written."""
        folders = content_folders(self.config)
        path = file_of(intent, folders.intents) or folders.intents / f"{intent}{ENDING}"
        name = called(path, folders.intents)
        if problems := read_text(path, name)[1]:
            return named(problems[0], self.config)
        text = path.read_bytes().decode("utf-8")
        after = with_example(text, name, self.spoken or self.house.default_language, self.last)
        if isinstance(after, Problem):
            return named(after, self.config)
        found = [named(problem, self.config) for problem in brought(folders, path, after, self.memory)]
        return Addition(path, text, after, found, self._others_than(intent))

    def _others_than(self, intent: str) -> Sequence[str]:
        """The other questions that the message surely asks by now."""
        asked = [match.best.intent for match in understand(self.house.content.matcher, self.last).asked if match.best]
        return [other for other in asked if other != intent]

    def write(self, addition: Addition) -> None:
        """Save the file, whole or not at all, and read everything anew; raises OSError and ChangedMeanwhile."""
        if addition.path.read_bytes().decode("utf-8", "replace") != addition.before:
            raise ChangedMeanwhile(addition.path)
        new = addition.path.with_suffix(".new")
        new.write_text(addition.after, encoding="utf-8", newline="")
        shutil.copymode(addition.path, new)
        new.replace(addition.path)
        self.reload()
