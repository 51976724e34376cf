"""How is a conversation played in a test? Through the real turn, with the shipped content and books in memory."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path

from bot.cases.case import Case
from bot.cases.milestones import Role
from bot.content import library
from bot.content.library import Folders
from bot.dialogue.messages import Button, Chat, Incoming, Kind
from bot.dialogue.situation import Decision, House
from bot.store.books import open_books
from bot.turn import Turn
from tests.samples import ROOT, config

_NUMBERS = count(1)


@cache
def house() -> House:
    """The shipped content, office and calendar."""
    content = library.load(Folders(ROOT / "intents", ROOT / "replies"))
    return House(content, config().office, config().calendar, "zh")


@cache
def turn() -> Turn:
    """The real turn on books in memory, shared by all talks: each has a chat of its own."""
    return Turn(open_books("sqlite://", Path()), house, config().process)


@dataclass
class Talk:
    """One private chat at one moment; every message goes the whole way."""

    now: datetime
    turn: Turn = field(default_factory=turn)
    chat_id: int = field(default_factory=lambda: next(_NUMBERS))
    buttons: tuple[Button, ...] = ()

    def bind(self, case: Case) -> None:
        """Keep the case, and tie the chat to its buyer as a verification would."""
        with self.turn.books.transaction() as records:
            records.cases.save(case)
            party = case.party(Role.BUYER)
            if party and party.verified:
                bound = Chat(self.chat_id, case_ref=case.ref, role=Role.BUYER, last_language=party.language)
                records.chats.save(bound)

    def say(self, text: str) -> Decision:
        """The buyer types; a text beginning with / is a command."""
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            return self.send(Kind.COMMAND, name, argument)
        return self.send(Kind.TEXT, text)

    def press(self, label: str) -> Decision:
        """The buyer presses a button of the last message that had any."""
        return self.send(Kind.BUTTON, next(button.data for button in self.buttons if button.label == label))

    def send(self, kind: Kind, content: str = "", argument: str = "") -> Decision:
        """Anything that can come in."""
        decision = self.turn.take(Incoming(next(_NUMBERS), self.chat_id, kind, content, argument), self.now)
        assert decision is not None
        self.buttons = next((say.buttons for say in reversed(decision.says) if say.buttons), self.buttons)
        return decision

    def chat(self) -> Chat:
        """What is remembered of the chat."""
        with self.turn.books.transaction() as records:
            return records.chats.get(self.chat_id)


def said(decision: Decision) -> str:
    """Everything that the bot says."""
    return "\n".join(say.text for say in decision.says)
