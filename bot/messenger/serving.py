"""How does the bot run, from its first call to Telegram to its last?"""

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.desk.situation import DeskDecision, DeskIncoming
from bot.dialogue.messages import Incoming
from bot.messenger.patience import Sleep, kept
from bot.messenger.polling import Poller
from bot.messenger.post import Post
from bot.messenger.profile import introduce
from bot.messenger.sender import Sender

log = logging.getLogger(__name__)

_PAUSE_SECONDS = 2.0
# A message that Telegram has taken, but whose receipt comes too late, is sent again: so its receipt is waited for.
_RECEIPT_SECONDS = 30.0
_FAULT = "⚠️ 没成功，请再试一次 · That failed, please try again"


class Taker(Protocol):
    """What takes an update into the books."""

    def take(self, incoming: Incoming, now: datetime) -> object:
        """Decide and write down."""

    def give_up(self, incoming: Incoming, now: datetime) -> None:
        """Write down that deciding failed, and hand the chat to a person."""


class DeskTaker(Protocol):
    """What takes an advisor's update into the books, in the group or under a morning's digest."""

    def take(self, incoming: DeskIncoming | Incoming, now: datetime) -> DeskDecision | None:
        """Decide and write down."""

    def wants(self, incoming: DeskIncoming | Incoming) -> bool:
        """Is this for the desk?"""


class WrongToken(RuntimeError):
    """Telegram does not know the bot's token."""

    def __init__(self) -> None:
        super().__init__("Telegram refuses the token. Check SIGNPOST_TELEGRAM__TOKEN with @BotFather.")


@dataclass(frozen=True)
class Service:
    """One bot process: fetches, takes, sends; `beside` goes on meanwhile, for ever."""

    token: str
    base_url: str
    turn: Taker
    post: Post
    clock: Callable[[], datetime]
    sleep: Sleep = asyncio.sleep
    desk: DeskTaker | None = None
    beside: Sequence[Callable[[], Coroutine[None, None, None]]] = ()

    async def run(self) -> None:
        """Until SIGTERM or Ctrl-C; raises WrongToken."""
        work = asyncio.create_task(self._work())
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, work.cancel)
        try:
            await work
        except InvalidToken:
            raise WrongToken from None
        except asyncio.CancelledError:
            log.info("stopped; what is unsent goes out at the next start")

    async def _work(self) -> None:
        request = HTTPXRequest(connection_pool_size=8, read_timeout=_RECEIPT_SECONDS, write_timeout=_RECEIPT_SECONDS)
        bot = Bot(self.token, base_url=self.base_url, request=request)
        try:
            await self._connect(bot)
            await self._introduce(bot)
            await self._serve(bot)
        finally:
            await bot.shutdown()

    async def _connect(self, bot: Bot) -> None:
        """Learn the bot's name, however long Telegram is out of reach."""
        while True:
            try:
                return await bot.initialize()
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("Telegram is out of reach: %s", error)
                await self.sleep(_PAUSE_SECONDS)

    async def _serve(self, bot: Bot) -> None:
        alone = asyncio.Event()
        sender = Sender(bot, self.post, self.clock, alone)

        async def handle(found: Incoming | DeskIncoming) -> str:
            told = await self._handle(found)
            sender.wake.set()
            return told

        log.info("ready as @%s", bot.username)
        await _together(Poller(bot, handle, alone, self.sleep).run(), sender.run(), *(work() for work in self.beside))

    async def _handle(self, found: Incoming | DeskIncoming) -> str:
        """Into the books; the words that answer a tap."""
        if self.desk and self.desk.wants(found):
            return await self._at_desk(self.desk, found)
        if isinstance(found, Incoming):
            await self._take(found)
        return ""

    async def _at_desk(self, desk: DeskTaker, found: Incoming | DeskIncoming) -> str:
        """What an advisor does; a fault stops nobody else."""
        try:
            decision = await kept(lambda: desk.take(found, self.clock()), self.sleep)
        except Exception:
            log.exception("update %s of the desk could not be decided", found.update_id)
            return _FAULT
        return decision.toast if decision else ""

    async def _take(self, incoming: Incoming) -> None:
        """Into the books; what cannot be decided goes to a person."""
        try:
            await kept(lambda: self.turn.take(incoming, self.clock()), self.sleep)
        except Exception:
            log.exception("update %s could not be decided", incoming.update_id)
            await self._give_up(incoming)

    async def _give_up(self, incoming: Incoming) -> None:
        """One update left unanswered is better than a bot that dies of it at every start."""
        try:
            await kept(lambda: self.turn.give_up(incoming, self.clock()), self.sleep)
        except Exception:
            log.exception("update %s is left unanswered", incoming.update_id)

    async def _introduce(self, bot: Bot) -> None:
        """The commands in Telegram's menu; the bot works without them.

        A server that does not know a method answers 404, as for a wrong token; the token is known to be right by now.
        """
        try:
            await introduce(bot)
        except TelegramError as error:
            log.warning("commands are not set: %s", error)


async def _together(*works: Coroutine[None, None, None]) -> None:
    """All of them, until one fails or they are told to stop; each is waited for, for it may have a message in hand."""
    try:
        async with asyncio.TaskGroup() as group:
            for work in works:
                group.create_task(work)
    except ExceptionGroup as faults:
        # The others were only told to stop.
        raise faults.exceptions[0] from None
