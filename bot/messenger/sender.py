"""How does the outbox get delivered, and what becomes of what cannot be?"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.dialogue.messages import Say
from bot.messenger.patience import demanded, kept
from bot.messenger.post import Letter, Post

log = logging.getLogger(__name__)

_IDLE_SECONDS = 1.0
_AGAIN = timedelta(seconds=5)


@dataclass
class Sender:
    """Delivers for ever what the post holds; `wake` is set when there is something new."""

    bot: Bot
    post: Post
    clock: Callable[[], datetime]
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Deliver, then wait to be woken; told to stop, finish the message in hand. Raises InvalidToken."""
        while True:
            self.wake.clear()
            if not await self.deliver():
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.wake.wait(), _IDLE_SECONDS)

    async def deliver(self) -> int:
        """Try what is due, at most one message for each chat; how many there were."""
        letters = await kept(lambda: self.post.due(self.clock()))
        for letter in letters:
            await _whole(self._deliver(letter))
        return len(letters)

    async def _deliver(self, letter: Letter) -> None:
        """One message: sent, put off, or failed for good; each is noted."""
        try:
            message_id = await self._send(letter)
        except Forbidden as error:
            reason = str(error)
            await kept(lambda: self.post.unreachable(letter, reason))
        except InvalidToken:
            raise
        except RetryAfter as wait:
            await self._put_off(letter, demanded(wait))
        except BadRequest as error:
            log.error("message %s cannot be delivered: %s", letter.id, error)  # noqa: TRY400
            reason = str(error)
            await kept(lambda: self.post.failed(letter, reason))
        except (NetworkError, TelegramError) as error:
            log.warning("message %s is tried again: %s", letter.id, error)
            await self._put_off(letter, _AGAIN)
        else:
            await kept(lambda: self.post.sent(letter, message_id, self.clock()))

    async def _put_off(self, letter: Letter, delay: timedelta) -> None:
        until = self.clock() + delay
        await kept(lambda: self.post.put_off(letter, until))

    async def _send(self, letter: Letter) -> int:
        """Telegram's number for the message; markup that Telegram refuses is sent as plain text."""
        try:
            return await self._message(letter, letter.say.text, ParseMode.HTML)
        except BadRequest as error:
            if "parse entities" not in str(error):
                raise
            log.error("the markup of message %s is refused, sent without: %s", letter.id, error)  # noqa: TRY400
            return await self._message(letter, letter.say.plain, None)

    async def _message(self, letter: Letter, text: str, markup: str | None) -> int:
        message = await self.bot.send_message(
            letter.chat_id,
            text,
            parse_mode=markup,
            reply_markup=_keyboard(letter.say),
            protect_content=letter.say.holds_case_data,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return message.message_id


async def _whole(delivery: Coroutine[None, None, None]) -> None:
    """To its end, even when told to stop meanwhile: what Telegram has taken must be noted, or it is sent again."""
    task = asyncio.create_task(delivery)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise


def _keyboard(say: Say) -> InlineKeyboardMarkup | None:
    rows = [[InlineKeyboardButton(button.label, callback_data=button.data)] for button in say.buttons]
    return InlineKeyboardMarkup(rows) if rows else None
