"""With what do these tests talk to Telegram, and keep books?"""

from collections.abc import AsyncIterator
from urllib.parse import parse_qsl

import httpx
import pytest
import pytest_asyncio
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.dialogue.messages import Chat
from bot.messenger.post import Post
from bot.messenger.sender import Sender
from bot.store.books import Books
from tests.messenger.desk import BUYER, NOON, OTHER, Clock, Mail, alone
from tests.telegram.server import FakeTelegram


@pytest.fixture(autouse=True)
def _spans(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spans of time as the service asks for them."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def fake() -> FakeTelegram:
    """A Telegram in which two people have opened a chat with the bot."""
    fake = FakeTelegram(clock=NOON.timestamp)
    for person in (BUYER, OTHER):
        fake.text(person, "在吗")
    fake.updates.confirm(fake.updates.next_id)
    return fake


@pytest.fixture
def forms() -> list[dict[str, str]]:
    """What the bot writes into its calls, oldest first."""
    return []


@pytest_asyncio.fixture
async def bot(fake: FakeTelegram, forms: list[dict[str, str]]) -> AsyncIterator[Bot]:
    """A real bot that reaches the fake without a socket."""

    async def copy(request: httpx.Request) -> None:
        forms.append(dict(parse_qsl(request.content.decode(), keep_blank_values=True)))

    reach = {"transport": httpx.ASGITransport(fake), "event_hooks": {"request": [copy]}}
    request, updates_request = (HTTPXRequest(httpx_kwargs=reach) for _ in range(2))
    async with Bot(fake.token, request=request, get_updates_request=updates_request) as bot:
        forms.clear()
        yield bot


@pytest.fixture
def books(sqlite: Books) -> Books:
    """Empty books; the sender's questions are the same on every database."""
    return sqlite


@pytest_asyncio.fixture
async def mail(bot: Bot, books: Books) -> Mail:
    """An empty outbox and its sender; of the buyer's chat the books know."""
    clock = Clock()
    with books.transaction() as records:
        records.chats.save(Chat(BUYER))
    return Mail(books, Sender(bot, Post(books), clock, alone()), clock)
