"""What does an editor try out: which messages, as whose buyer, in which language, with which content?"""

import difflib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from bot.app import house
from bot.cases.case import Case
from bot.cases.milestones import Role
from bot.cases.progress import stand
from bot.config.inspection import content_folders, named
from bot.config.loading import Config
from bot.content.adding import with_example
from bot.content.conflicts import brought
from bot.content.folders import ENDING, called, file_of
from bot.content.memory import Memory
from bot.content.problems import Problem
from bot.content.source import read_text
from bot.dialogue.conversation import decide
from bot.dialogue.messages import Button, Chat, Incoming, Kind, Remember
from bot.dialogue.situation import Decision, House, Situation
from bot.matching.understanding import understand

_CHAT = 0


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
    """A chat that is kept nowhere. `cases` are those that can be tried, each at its moment.

    `last` is the message typed last, `spoken` the language that it is in.
    """

    config: Config
    house: House
    cases: Mapping[str, tuple[Case, datetime]]
    now: datetime
    chat: Chat = field(default_factory=lambda: Chat(_CHAT))
    ref: str | None = None
    last: str = ""
    spoken: str | None = None
    decision: Decision | None = None
    memory: Memory = field(default_factory=Memory)

    def reload(self) -> None:
        """Read the files anew; raises BrokenContent, and then goes on with those read before."""
        self.house = house(self.config)

    def become(self, ref: str | None) -> None:
        """Go on as the buyer of this case, or as a stranger; what was said before is forgotten."""
        is_known = ref is not None and self.cases[ref][0].verified_buyer is not None
        kept = Chat(_CHAT, pinned_language=self.chat.pinned_language)
        self.chat = replace(kept, case_ref=ref, role=Role.BUYER) if is_known else kept
        self.ref = ref

    def speak(self, language: str | None) -> None:
        """Answer in this language, whatever the message is in."""
        self.chat = replace(self.chat, pinned_language=language)

    def say(self, text: str) -> Decision:
        """What would be done about a message; only the chat remembers it."""
        decision = self._take(Incoming(0, _CHAT, Kind.TEXT, text))
        found = decision.understood.whole.utterance.language if decision.understood else None
        self.last, self.spoken = text, found or self.house.default_language
        return decision

    def press(self, button: Button) -> Decision:
        """What a button would do."""
        return self._take(Incoming(0, _CHAT, Kind.BUTTON, button.data))

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

    def _take(self, incoming: Incoming) -> Decision:
        case, now = self.cases[self.ref] if self.ref else (None, self.now)
        is_known = case is not None and self.chat.case_ref is not None
        standing = stand(case, self.config.process, self.config.calendar, now) if case and is_known else None
        self.decision = decide(Situation(incoming, self.chat, now, standing), self.house)
        kept = (action.chat for action in self.decision.actions if isinstance(action, Remember))
        self.chat = next(kept, self.chat)
        return self.decision
