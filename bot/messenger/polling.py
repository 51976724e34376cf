"""How are updates fetched so that none is lost? An update is acknowledged only after it is in the books."""

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram import Bot, ReplyParameters, Update
from telegram.constants import ChatAction
from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from bot.desk.situation import DeskIncoming
from bot.dialogue.messages import Incoming, Kind
from bot.messenger.patience import Sleep, demanded
from bot.messenger.updates import ALLOWED, incoming

log = logging.getLogger(__name__)

_LONG_POLL = timedelta(seconds=30)
# Whether Telegram gives us the updates, or another process with this token, shows at once.
_SHORT_POLL = timedelta()
# Two processes with one token take the updates from each other in turns: so often in a row they have to come back.
_POLLS_ALONE = 5
_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 30.0
# A tap's spinner is no reason to hold up the next update.
_COURTESY_SECONDS = 3.0
_LONGEST_TOAST = 200
_WEBHOOK = "webhook"
# Takes what happened into the books; the words that answer a tap, if any.
Handle = Callable[[Incoming | DeskIncoming], Awaitable[str]]


@dataclass
class Poller:
    """Fetches updates for ever; `handle` returns when an update is in the books.

    `alone` is set once a poll has come back; after Telegram said that another process polls with the token, once
    several have.
    """

    bot: Bot
    handle: Handle
    alone: asyncio.Event
    sleep: Sleep = asyncio.sleep
    _pause: float = _FIRST_PAUSE
    _doubts: int = 0

    async def run(self) -> None:
        """Fetch and handle, in order."""
        offset = None
        while True:
            for update in await self._fetch(offset):
                await self._take(update)
                # Only now: asking for the next offset is what tells Telegram that this update is safe.
                offset = update.update_id + 1

    async def _fetch(self, offset: int | None) -> tuple[Update, ...]:
        patience = _LONG_POLL if self.alone.is_set() else _SHORT_POLL
        try:
            updates = await self._asked(offset, patience)
        except RetryAfter as wait:
            await self.sleep(demanded(wait).total_seconds())
        except Conflict as conflict:
            await self._step_back(conflict)
        except InvalidToken as refused:
            # It was right at the start: a server that is just being replaced answers so as well.
            log.error("the token is refused now (%s); tried again, check it if that goes on", refused)  # noqa: TRY400
            await self._wait()
        except TelegramError as error:
            log.warning("no updates from Telegram: %s", error)
            await self._wait()
        else:
            self._pause = _FIRST_PAUSE
            await self._come_back()
            return updates
        return ()

    async def _step_back(self, conflict: Conflict) -> None:
        """Somebody else gets the updates: another process, or a webhook, which nobody needs who polls."""
        self.alone.clear()
        self._doubts = _POLLS_ALONE
        if _WEBHOOK in str(conflict).lower():
            log.warning("the token has a webhook; it is removed")
            with suppress(TelegramError):
                await self.bot.delete_webhook()
        else:
            log.error("another process polls with this token; stop it, this one waits")
        await self._wait()

    async def _come_back(self) -> None:
        """A poll that worked says that nobody else polls; soon after somebody did, only several say so."""
        if self._doubts:
            self._doubts -= 1
            await self.sleep(_FIRST_PAUSE)
        if not self._doubts:
            self.alone.set()

    async def _asked(self, offset: int | None, patience: timedelta) -> tuple[Update, ...]:
        """What Telegram holds; raises TelegramError."""
        try:
            return await self.bot.get_updates(offset=offset, timeout=patience, allowed_updates=ALLOWED)
        except TelegramError:
            raise
        except Exception:
            log.exception("among the updates is one that the library cannot read")
            return await self._one_by_one(offset)

    async def _one_by_one(self, offset: int | None) -> tuple[Update, ...]:
        """The same updates; one that cannot be read is empty, so that it is passed over and not fetched for ever."""
        wanted = {"offset": offset, "timeout": 0, "allowed_updates": ALLOWED}
        with warnings.catch_warnings():
            # The library would rather read them itself.
            warnings.simplefilter("ignore")
            found = await self.bot.do_api_request("getUpdates", api_kwargs=wanted)
        return tuple(_legible(update, self.bot) for update in found)

    async def _wait(self) -> None:
        await self.sleep(self._pause)
        self._pause = min(self._pause * 2, _LONGEST_PAUSE)

    async def _take(self, update: Update) -> None:
        found = self._read(update)
        if found is None:
            return
        if isinstance(found, DeskIncoming) or update.callback_query:
            await self._tapped(update, found)
            return
        courtesy = asyncio.create_task(self._courtesy(found))
        try:
            await self.handle(found)
        finally:
            # Behind the answer it would be untrue, and the next update waits.
            courtesy.cancel()

    def _read(self, update: Update) -> Incoming | DeskIncoming | None:
        """What happened; an update that nobody can read is passed over, or it would come again at every start."""
        try:
            return incoming(update, self.bot.username)
        except Exception:
            log.exception("update %s cannot be read", update.update_id)
            return None

    async def _tapped(self, update: Update, found: Incoming | DeskIncoming) -> None:
        """What came of it is the answer to a tap; the button's spinner stops in any case."""
        told = ""
        try:
            told = await self.handle(found)
        finally:
            await _politely(_answer(update, told))
            if told and not update.callback_query and isinstance(found, DeskIncoming):
                await _politely(self._tell(found, told))

    async def _tell(self, found: DeskIncoming, told: str) -> None:
        """What was written cannot be answered by a toast."""
        written = found.source.message_id if found.source else None
        await self.bot.send_message(
            found.group_id,
            told,
            message_thread_id=found.thread_id,
            reply_parameters=ReplyParameters(written, allow_sending_without_reply=True) if written else None,
        )

    async def _courtesy(self, found: Incoming) -> None:
        """Show that an answer is being written."""
        if found.kind not in {Kind.BLOCKED, Kind.REACTION}:
            with suppress(TelegramError):
                await self.bot.send_chat_action(found.chat_id, ChatAction.TYPING)


def _legible(update: dict[str, Any], bot: Bot) -> Update:
    try:
        return Update.de_json(update, bot)
    except Exception:
        log.exception("update %s cannot be read", update["update_id"])
        return Update(update["update_id"])


async def _politely(courtesy: Awaitable[None]) -> None:
    """Best effort, and not for long."""
    with suppress(TelegramError, TimeoutError):
        async with asyncio.timeout(_COURTESY_SECONDS):
            await courtesy


async def _answer(update: Update, told: str = "") -> None:
    """A tap that comes again after a restart is too old to be answered."""
    with suppress(BadRequest):
        if update.callback_query:
            await update.callback_query.answer(told[:_LONGEST_TOAST] or None)
