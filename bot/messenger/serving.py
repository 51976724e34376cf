"""How does the bot run, from its first call to Telegram to its last?"""

import asyncio
import logging
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.dialogue.messages import Incoming
from bot.messenger.polling import Poller
from bot.messenger.post import Post
from bot.messenger.profile import introduce
from bot.messenger.sender import Sender
from bot.store.books import NoBooks

log = logging.getLogger(__name__)

_PAUSE_SECONDS = 2.0


class Taker(Protocol):
    """What takes an update into the books."""

    def take(self, incoming: Incoming, now: datetime) -> object:
        """Decide and write down."""

    def give_up(self, incoming: Incoming, now: datetime) -> None:
        """Write down that deciding failed, and hand the chat to a person."""


class WrongToken(RuntimeError):
    """Telegram does not know the bot's token."""

    def __init__(self) -> None:
        super().__init__("Telegram refuses the token. Check SIGNPOST_TELEGRAM__TOKEN with @BotFather.")


@dataclass(frozen=True)
class Service:
    """One bot process: fetches, takes, sends."""

    token: str
    base_url: str
    turn: Taker
    post: Post
    clock: Callable[[], datetime]

    async def run(self) -> None:
        """Until SIGTERM or Ctrl-C; raises WrongToken."""
        request = HTTPXRequest(connection_pool_size=8)
        try:
            async with Bot(self.token, base_url=self.base_url, request=request) as bot:
                await self._introduce(bot)
                await self._work(bot)
        except InvalidToken:
            raise WrongToken from None

    async def _work(self, bot: Bot) -> None:
        sender = Sender(bot, self.post, self.clock)

        async def handle(incoming: Incoming) -> None:
            await self._take(incoming)
            sender.wake.set()

        work = asyncio.gather(Poller(bot, handle).run(), sender.run())
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, work.cancel)
        log.info("ready as @%s", bot.username)
        try:
            await work
        except asyncio.CancelledError:
            log.info("stopped; what is unsent goes out at the next start")

    async def _take(self, incoming: Incoming) -> None:
        """Into the books, however long these are out of reach; what cannot be decided goes to a person."""
        while True:
            try:
                await asyncio.to_thread(self.turn.take, incoming, self.clock())
            except NoBooks as error:
                log.error("update %s waits: %s", incoming.update_id, error)  # noqa: TRY400
                await asyncio.sleep(_PAUSE_SECONDS)
            except Exception:
                log.exception("update %s could not be decided", incoming.update_id)
                await asyncio.to_thread(self.turn.give_up, incoming, self.clock())
                return
            else:
                return

    async def _introduce(self, bot: Bot) -> None:
        """The commands in Telegram's menu; the bot works without them."""
        try:
            await introduce(bot)
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("commands are not set: %s", error)
