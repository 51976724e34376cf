"""Which fake Telegram, and which real bot, do these tests talk with?"""

from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from telegram import Bot
from telegram.request import HTTPXRequest

from tests.telegram.server import FakeTelegram


@pytest.fixture
def fake() -> FakeTelegram:
    """A world in which nothing has happened, at a fixed time."""
    return FakeTelegram(clock=lambda: 1_790_000_000.0)


@pytest_asyncio.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    """A real bot that reaches the fake without a socket."""
    request, updates_request = (HTTPXRequest(httpx_kwargs={"transport": httpx.ASGITransport(fake)}) for _ in range(2))
    async with Bot(fake.token, request=request, get_updates_request=updates_request) as bot:
        fake.calls.clear()
        yield bot
