"""Who writes when to whom in these tests, and what goes wrong?"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.cases.case import CHINA
from bot.dialogue.messages import Button, Say
from bot.messenger.sender import Sender
from bot.store.books import Books
from tests.telegram.server import FakeTelegram, Moment

BUYER, OTHER = 501, 502
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=CHINA)


def alone() -> asyncio.Event:
    """No other process polls with the token."""
    event = asyncio.Event()
    event.set()
    return event


class HangUp(Exception):
    """A loop that never ends by itself is ended by a test."""


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        """What time it is."""
        return self.now

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


@dataclass
class Pauses:
    """Remembers how long was to be slept, without sleeping; hangs up instead of the pause after the last."""

    most: int = 100
    seconds: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        """Sleep, so to speak."""
        if len(self.seconds) == self.most:
            raise HangUp
        self.seconds.append(seconds)


@dataclass
class Mail:
    """An outbox with a sender at work on it."""

    books: Books
    sender: Sender
    clock: Clock

    def put(self, text: str, *buttons: Button, chat_id: int = BUYER, holds_case_data: bool = False) -> None:
        """Write a message into the outbox."""
        with self.books.transaction() as records:
            records.outbox.put(chat_id, Say(text, buttons, holds_case_data), self.clock())

    def waiting(self, chat_id: int = BUYER) -> list[str]:
        """The texts that are still to be sent."""
        with self.books.transaction() as records:
            return [letter.say.text for letter in records.outbox.waiting(chat_id)]

    def is_unreachable(self, chat_id: int = BUYER) -> bool:
        """Whether the buyer is noted as out of reach."""
        with self.books.transaction() as records:
            return records.chats.get(chat_id).unreachable


def trouble(fake: FakeTelegram, method: str, error: Exception, *, times: int = 1, when: Moment = Moment.BEFORE) -> None:
    """Let the next calls of a method end in this error."""
    left = [error] * times
    before = fake.on_call

    def hook(moment: Moment, called: str) -> None:
        if before:
            before(moment, called)
        if (moment, called) == (when, method) and left:
            raise left.pop()

    fake.on_call = hook
