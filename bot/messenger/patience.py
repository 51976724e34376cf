"""What if the books are out of reach? Then we wait: nothing is forgotten, and nothing is sent twice."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from telegram.error import RetryAfter

from bot.store.books import NoBooks

log = logging.getLogger(__name__)

_PAUSE_SECONDS = 2.0
Sleep = Callable[[float], Awaitable[object]]
T = TypeVar("T")


def demanded(wait: RetryAfter) -> timedelta:
    """How long Telegram wants us to wait, which it tells in seconds or as a duration."""
    after = wait.retry_after
    return after if isinstance(after, timedelta) else timedelta(seconds=after)


async def kept(work: Callable[[], T], sleep: Sleep = asyncio.sleep) -> T:
    """The result of some work on the books, done beside the event loop; tried again while there are NoBooks."""
    while True:
        try:
            return await asyncio.to_thread(work)
        except NoBooks as error:
            log.error("waiting for the books: %s", error)  # noqa: TRY400
            await sleep(_PAUSE_SECONDS)
