"""How is a day at the advisors' desk played? The real bot's parts and the fake Telegram, with a clock that is moved."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import httpx
from sqlalchemy import select
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.cases.case import Case
from bot.cases.milestones import Role
from bot.desk.advisors import Advisor
from bot.desk.room import Room
from bot.desk.situation import DeskIncoming
from bot.dialogue.messages import Chat, Incoming
from bot.messenger.polling import Poller
from bot.messenger.post import Post
from bot.messenger.sender import Sender
from bot.store import tables
from bot.store.books import Books, open_books
from bot.turns.buyer import Turn
from bot.turns.desk import DeskTurn
from bot.turns.rounds import DIGEST_AT, Rounds
from tests.desk.people import GROUP
from tests.messenger.desk import Clock, alone
from tests.samples import at, config
from tests.talks import house
from tests.telegram.people import Person, Seen
from tests.telegram.server import FakeTelegram


@dataclass
class Day:
    """Everybody's Telegram, and a bot at work whose rounds are made by two processes."""

    fake: FakeTelegram
    turn: Turn
    sender: Sender
    clock: Clock

    @property
    def books(self) -> Books:
        """What the bot has written down."""
        return self.turn.books

    def employ(self, *advisors: Advisor) -> None:
        """Let these people act at the desk, from now on or differently from now on."""
        with self.books.transaction() as records:
            for advisor in advisors:
                records.desk.save_advisor(advisor)

    def bind(self, chat_id: int, case: Case) -> None:
        """A buyer who was verified for a case before this day."""
        with self.books.transaction() as records:
            records.cases.save(case)
            records.chats.save(Chat(chat_id, case_ref=case.ref, role=Role.BUYER, last_language="zh"))

    async def settle(self) -> None:
        """Let the bot do all there is to do now; an album takes it a second."""
        for _ in range(2):
            Rounds(self.turn).go(self.clock())
            Rounds(self.turn).go(self.clock())
            while True:
                await asyncio.to_thread(self.fake.wait_until, lambda: not self.fake.pending)
                if not await self.sender.deliver():
                    break
            self.clock.move(1)

    async def until(self, typed: str) -> None:
        """Let time pass."""
        end = at(typed)
        while self.clock.now < end:
            self.clock.now = self._next(end)
            await self.settle()

    def _next(self, end: datetime) -> datetime:
        """The next moment at which something happens by the clock, no later than `end`."""
        now, tickets, outbox = self.clock.now, tables.tickets.c, tables.outbox.c
        waiting = outbox.sent_at.is_(None) & outbox.failed.is_(None)
        with self.books.transaction() as records:
            rings = records.connection.scalars(select(tickets.due_at).where(tickets.due_at > now)).all()
            letters = records.connection.scalars(select(outbox.due_at).where(waiting & (outbox.due_at > now))).all()
        morning = datetime.combine(now.date(), DIGEST_AT, now.tzinfo)
        mornings = [morning, morning + timedelta(days=1)]
        ahead: list[datetime] = [moment for moment in (*rings, *letters, *mornings, end) if moment > now]
        return min(ahead)

    async def buyer(self, chat_id: int, text: str) -> int:
        """A buyer writes; the message's number."""
        number = self.fake.send(chat_id, text)
        await self.settle()
        return number

    async def advisor(self, who: Advisor, chat_id: int, text: str, reply_to: int | None = None) -> int:
        """An advisor writes in the topic of a buyer; the message's number."""
        thread = self.thread(chat_id)
        number = self.fake.send(GROUP, text, person=person(who), thread_id=thread, reply_to=reply_to)
        await self.settle()
        return number

    async def press(self, who: Advisor, chat_id: int, label: str) -> str | None:
        """An advisor taps the newest button with this label in the topic of a buyer; the toast."""
        query = self.fake.press(GROUP, label, person=person(who), thread_id=self.thread(chat_id))
        await self.settle()
        return self.fake.answered(query)

    def thread(self, chat_id: int) -> int:
        """The topic in which a buyer is worked on."""
        with self.books.transaction() as records:
            topic = records.desk.topic_for(records.chats.get(chat_id), GROUP, "")
        assert topic.thread_id is not None
        return topic.thread_id

    def in_topic(self, chat_id: int) -> list[Seen]:
        """All that the advisors see of a buyer."""
        return self.fake.seen(GROUP, self.thread(chat_id))

    def said(self, chat_id: int) -> list[str]:
        """What follows the topic's first three messages, each without what comes after its first line."""
        return [seen.text.partition("\n")[0] for seen in self.in_topic(chat_id)[3:]]

    def texts(self, chat_id: int) -> list[str]:
        """What the bot or an advisor has written to a buyer, as the buyer reads it."""
        return [message.text for message in self.fake.sent(chat_id)]


def person(who: Advisor) -> Person:
    """The Telegram account of an advisor."""
    return Person(who.id, who.name)


@asynccontextmanager
async def opened(folder: Path, typed: str) -> AsyncIterator[Day]:
    """A day that begins at this moment, with a group for advisors."""
    clock = Clock(at(typed))
    fake = FakeTelegram(clock=lambda: clock().timestamp())
    fake.group(GROUP)
    books = open_books("sqlite:///books.db", folder)
    turn = Turn(books, house, config().process, Room(GROUP, "signpost_bot"))
    desk = DeskTurn(turn)

    async def handle(found: Incoming | DeskIncoming) -> str:
        if desk.wants(found):
            decision = desk.take(found, clock())
            return decision.toast if decision else ""
        assert isinstance(found, Incoming)
        turn.take(found, clock())
        return ""

    first, second = (HTTPXRequest(httpx_kwargs={"transport": httpx.ASGITransport(fake)}) for _ in range(2))
    async with Bot(fake.token, request=first, get_updates_request=second) as bot:
        polling = asyncio.create_task(Poller(bot, handle, alone()).run())
        yield Day(fake, turn, Sender(bot, Post(books), clock, alone()), clock)
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling
    books.close()
