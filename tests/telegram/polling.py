"""How long does getUpdates wait, and what ends the wait?"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from tests.telegram.delivery import Parameters
from tests.telegram.refusals import WEBHOOK_ACTIVE, conflict
from tests.telegram.world import World

MOST_UPDATES = 100


class ClientGone(Exception):
    """The one who asked hung up, so there is nobody to answer."""


async def poll(world: World, parameters: Parameters, hung_up: Callable[[], Awaitable[object]]) -> list[dict[str, Any]]:
    """Confirm by offset, then wait for updates, the timeout, another poll, or a hang-up."""
    loop, news = asyncio.get_running_loop(), asyncio.Event()
    until = loop.time() + parameters.get("timeout", 0)
    wake = partial(loop.call_soon_threadsafe, news.set)
    gone = asyncio.ensure_future(hung_up())
    poll_number = _begin(world, parameters)
    with world.change():
        world.wakers.append(wake)
    try:
        while True:
            news.clear()
            batch = world.updates.ready(poll_number, parameters.get("limit", MOST_UPDATES))
            if batch or world.is_closing or loop.time() >= until:
                return batch
            await _either(gone, news, until - loop.time())
    finally:
        gone.cancel()
        with world.change():
            world.wakers.remove(wake)


def _begin(world: World, parameters: Parameters) -> int:
    with world.change():
        if world.updates.webhook["url"]:
            raise conflict(WEBHOOK_ACTIVE)
        world.updates.allow(parameters.get("allowed_updates"))
        world.updates.confirm(parameters.get("offset", 0))
        return world.updates.begin_poll()


async def _either(gone: asyncio.Future[object], news: asyncio.Event, seconds: float) -> None:
    told: asyncio.Future[object] = asyncio.ensure_future(news.wait())
    await asyncio.wait([gone, told], timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if gone.done():
        raise ClientGone
