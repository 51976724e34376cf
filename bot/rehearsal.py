"""Does a conversation go as it is written down? Through the real turn, with books in memory that nobody keeps."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import cast

from bot.cases.case import Case
from bot.cases.milestones import Role
from bot.cases.process import Process
from bot.content.dialogues import NONE, Dialogue, DialogueLine
from bot.content.problems import Problem, problem
from bot.content.source import Text
from bot.desk.room import Room
from bot.dialogue.decision import Decision
from bot.dialogue.house import House
from bot.dialogue.messages import Button, Chat, Incoming, Kind, Say
from bot.store.books import open_books
from bot.turns.buyer import Turn

_NUMBERS = count(1)
# Groups have negative numbers, so no buyer's chat is this one.
_ADVISORS = -1


@contextmanager
def stage(house: House, process: Process) -> Iterator[Turn]:
    """A turn on new books in memory, which are gone afterwards."""
    books = open_books("sqlite://", Path())
    try:
        yield Turn(books, lambda: house, process, Room(_ADVISORS))
    finally:
        books.close()


class NoSuchButton(LookupError):
    """The last message with buttons has none of this label."""

    def __init__(self, label: str, buttons: Sequence[Button]) -> None:
        self.labels = [button.label for button in buttons]
        super().__init__(f"No button {label!r} among {self.labels}.")


@dataclass
class RehearsedChat:
    """One private chat at one moment; every message goes the whole way."""

    now: datetime
    turn: Turn
    chat_id: int = field(default_factory=lambda: next(_NUMBERS))
    buttons: tuple[Button, ...] = ()

    def bind(self, case: Case) -> None:
        """Keep the case, and tie the chat to its buyer as a verification would."""
        with self.turn.books.transaction() as records:
            records.cases.save(case)
            party = case.verified_buyer
            if party:
                bound = Chat(self.chat_id, case_ref=case.ref, role=Role.BUYER, last_language=party.language)
                records.chats.save(bound)

    def pin(self, language: str | None) -> None:
        """Answer in this language from now on, whatever the message is in; None: as it is typed."""
        with self.turn.books.transaction() as records:
            records.chats.save(replace(records.chats.get(self.chat_id), pinned_language=language))

    def say(self, text: str) -> Decision:
        """The buyer types; a text beginning with / is a command."""
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            return self.send(Kind.COMMAND, name, argument)
        return self.send(Kind.TEXT, text)

    def press(self, label: str) -> Decision:
        """The buyer presses a button of the last message that had any; raises NoSuchButton."""
        button = next((button for button in self.buttons if button.label == label), None)
        if button is None:
            raise NoSuchButton(label, self.buttons)
        return self.send(Kind.BUTTON, button.data)

    def send(self, kind: Kind, content: str = "", argument: str = "") -> Decision:
        """Anything that can come in."""
        incoming = Incoming(next(_NUMBERS), self.chat_id, kind, content, argument)
        # Only a number that came before gets no decision, and ours never do.
        decision = cast("Decision", self.turn.take(incoming, self.now))
        self.buttons = next((say.buttons for say in reversed(decision.says) if say.buttons), self.buttons)
        return decision

    def chat(self) -> Chat:
        """What is remembered of the chat."""
        with self.turn.books.transaction() as records:
            return records.chats.get(self.chat_id)

    def tickets(self) -> list[str]:
        """The reasons of the chat's open tickets."""
        with self.turn.books.transaction() as records:
            return list(records.tickets.promises(self.chat_id))

    def told_advisors(self) -> str:
        """What the advisors were told since the last look."""
        with self.turn.books.transaction() as records:
            topic = records.desk.topic_for(records.chats.get(self.chat_id), _ADVISORS, "")
            letters = records.outbox.waiting(_ADVISORS, topic.id)
            for letter in letters:
                records.outbox.sent(letter.id, None, self.now)
        return "\n".join(letter.parcel.plain for letter in letters if isinstance(letter.parcel, Say))


def play(dialogue: Dialogue, turn: Turn) -> Iterator[Problem]:
    """Everything that goes otherwise than the dialogue says, at its place."""
    talk = RehearsedChat(dialogue.now, turn)
    talk.bind(dialogue.case)
    for line in dialogue.lines:
        try:
            decision = talk.press(line.typed.value) if line.is_press else talk.say(line.typed.value)
        except NoSuchButton as missing:
            yield problem("no-such-button", line.typed.place, label=line.typed.value, labels=_listed(missing.labels))
        else:
            yield from _compared(line, decision, talk)


def said(decision: Decision) -> str:
    """Everything that the bot says, as it is sent: with markup."""
    return "\n".join(say.text for say in decision.says)


def _compared(line: DialogueLine, decision: Decision, talk: RehearsedChat) -> Iterator[Problem]:
    plain = "\n".join(say.plain for say in decision.says)
    yield from _lacking("not-said", line.pieces.get("bot", ()), plain)
    yield from _lacking("not-told", line.pieces.get("advisor sees", ()), talk.told_advisors())
    for text in line.pieces.get("never", ()):
        if text.value in f"{said(decision)}\n{plain}":
            yield problem("said-anyway", text.place, text=text.value, said=_on_one_line(plain))
    labels = [button.label for say in decision.says for button in say.buttons]
    for text in line.pieces.get("buttons", ()):
        if text.value not in labels:
            yield problem("no-such-button", text.place, label=text.value, labels=_listed(labels))
    yield from _otherwise(line, decision, plain)
    if (ticket := line.words.get("ticket")) and ticket.value not in talk.tickets():
        yield problem("no-ticket", ticket.place, ticket=ticket.value, tickets=_listed(talk.tickets()))


def _lacking(rule: str, wanted: Sequence[Text], plain: str) -> Iterator[Problem]:
    for text in wanted:
        if text.value not in plain:
            yield problem(rule, text.place, text=text.value, said=_on_one_line(plain))


def _otherwise(line: DialogueLine, decision: Decision, plain: str) -> Iterator[Problem]:
    """The intents that are answered, the reply, the outcome and the language."""
    asked = decision.understood.asked if decision.understood else ()
    answered = [match.best.intent for match in asked if match.best] or [NONE]
    found: dict[str, Sequence[str]] = {
        "reply": [decision.chosen.reply if decision.chosen else NONE],
        "outcome": [decision.outcome],
        "language": [decision.language],
        "intent": answered,
    }
    wanted = [*line.words.items(), *(("intent", text) for text in line.pieces.get("intent", ()))]
    for key, text in wanted:
        if key in found and text.value not in found[key]:
            values = {"found": _listed(found[key]), "value": text.value, "said": _on_one_line(plain)}
            yield problem("said-otherwise", text.place, key=key, **values)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "–"


def _on_one_line(text: str) -> str:
    return " / ".join(line for line in text.splitlines() if line) or "–"
