"""How does a chat in the terminal go? Through the same line as in Telegram, with the terminal as its sender."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, count

import typer

from bot.app import App
from bot.cases.case import Case
from bot.cases.milestones import Role
from bot.cli.terminal import lines, pressed, show
from bot.desk.tickets import Event, What
from bot.dialogue.messages import Button, Chat, Incoming, Kind
from bot.store.outbox import TERMINAL, Letter

_INTRODUCTION = """\
Signpost 签路 · {who} · {ref} · {at:%Y-%m-%d %H:%M}
{known}
Ask in Chinese or English; a number presses a button; /progress /help /human /language; Ctrl-D ends.
用中文或英文提问；输入数字就是点按钮；Ctrl-D 结束。
"""
_KNOWN = "This chat belongs to the verified buyer of the case. 这个聊天已确认是买家本人。"
_STRANGER = "This buyer is not verified: nothing about the case may be told. 这位买家还没确认身份，不能说案子的事。"


# What is asked where nobody can type.
_QUESTIONS = ("为什么还不能签", "还要多久", "what happens after signing")


def _shown() -> Iterator[str]:
    for question in _QUESTIONS:
        typer.echo(f"> {question}")
        yield question


@dataclass
class TerminalChat:
    """A chat about one case at one moment."""

    app: App
    case: Case
    now: datetime

    def run(self) -> None:
        """Answer line by line until the input ends."""
        party, buyer, chat = self.case.party(Role.BUYER), self.case.verified_buyer, Chat(TERMINAL)
        if buyer:
            chat = replace(chat, case_ref=self.case.ref, role=Role.BUYER, last_language=buyer.language)
        with self.app.books.transaction() as records:
            records.chats.save(chat)
            # What the chat before was promised is no concern of this one.
            if ticket := records.tickets.live(TERMINAL):
                ended = Event(What.RESOLVED, self.now, reason="demo")
                records.tickets.log(ticket, ended, self.app.turn.scribe(records, self.now).hours)
        if sys.stdin.isatty():
            name, known = party.name if party else "", _KNOWN if buyer else _STRANGER
            typer.echo(_INTRODUCTION.format(who=name, ref=self.case.ref, at=self.now, known=known))
        typed = lines()
        first = next(typed, None)
        self._answer(_shown() if first is None and not sys.stdin.isatty() else chain(filter(None, [first]), typed))

    def _answer(self, typed: Iterator[str]) -> None:
        buttons: tuple[Button, ...] = ()
        # The terminal has no update ids of its own: the time since 1970 in ns is never repeated, and negative
        # numbers are never Telegram's.
        for number, line in zip(count(-time.time_ns()), typed, strict=False):
            self.app.turn.take(self._incoming(number, line, buttons), self.now)
            letters = self._collect()
            show([letter.say for letter in letters])
            buttons = next((letter.say.buttons for letter in reversed(letters) if letter.say.buttons), ())

    def _incoming(self, number: int, line: str, buttons: tuple[Button, ...]) -> Incoming:
        if button := pressed(line, buttons):
            return Incoming(number, TERMINAL, Kind.BUTTON, button.data)
        if line.startswith("/"):
            command, _, argument = line[1:].partition(" ")
            return Incoming(number, TERMINAL, Kind.COMMAND, command.lower(), argument.strip())
        return Incoming(number, TERMINAL, Kind.TEXT, line)

    def _collect(self) -> list[Letter]:
        with self.app.books.transaction() as records:
            letters = list(records.outbox.waiting(TERMINAL))
            for letter in letters:
                records.outbox.sent(letter.id, None, self.now)
        return letters
