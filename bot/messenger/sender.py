"""How does the outbox get delivered, and what becomes of what cannot be?"""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.cases.case import CHINA, day_of
from bot.desk.topics import Topic
from bot.dialogue.messages import Copy, Parcel, React, Say
from bot.messenger.courier import Courier, Destination
from bot.messenger.patience import demanded, kept
from bot.messenger.post import Post
from bot.store.outbox import Letter

log = logging.getLogger(__name__)

_IDLE_SECONDS = 1.0
_AGAIN = timedelta(seconds=5)
_NOT_A_FORUM = "not a forum"
_CLOSED = "topic_closed"
_IS_LOST = ("thread not found", "topic_deleted")
# An operator can mend it: the bot is no administrator of the group (any more), or not in it, or the topic is closed.
_CAN_BE_MENDED = ("not enough rights", "chat not found", _CLOSED)


@dataclass
class Sender:
    """Delivers for ever what the post holds; `wake` is set when there is something new.

    While this process is not `alone` it sends nothing: the other one does.
    """

    bot: Bot
    post: Post
    clock: Callable[[], datetime]
    alone: asyncio.Event
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Deliver, then wait to be woken; told to stop, finish the message in hand."""
        while True:
            await self.alone.wait()
            self.wake.clear()
            if not await self.deliver():
                await self._idle()

    async def _idle(self) -> None:
        """Until there is something new, or for a while; woken and told to stop at once, it stops.

        In Python 3.11 `wait_for` would forget that it was told to.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(_IDLE_SECONDS):
                await self.wake.wait()

    async def deliver(self) -> int:
        """Try what is due, at most one message for each chat; how many there were."""
        letters = await kept(lambda: self.post.due(self.clock()))
        for letter in letters:
            await self._take(letter)
        return len(letters)

    async def _take(self, letter: Letter) -> None:
        """Deliver the letter as it is now, unless somebody has taken it back."""
        if taken := await kept(lambda: self.post.take(letter)):
            await _whole(self._deliver(taken))

    async def _deliver(self, letter: Letter) -> None:
        """One message: sent, put off, or failed for good; each is noted."""
        try:
            message_ids = await self._send(letter)
        except TelegramError as error:
            await self._mend(letter, error)
        except Exception as error:
            # One message left unsent is better than a bot that dies of it at every start.
            log.exception("message %s cannot be delivered", letter.id)
            await self._fail(letter, repr(error))
        else:
            await kept(lambda: self.post.sent(letter, message_ids, self.clock()))

    async def _mend(self, letter: Letter, error: TelegramError) -> None:
        """What becomes of a message that Telegram has not taken."""
        match error:
            case Forbidden() if letter.topic_id is None:
                log.warning("message %s: chat %s takes none from the bot: %s", letter.id, letter.chat_id, error)
                await kept(lambda: self.post.unreachable(letter, str(error), self.clock()))
            case RetryAfter():
                await self._put_off(letter, demanded(error))
            case ChatMigrated():
                await kept(lambda: self.post.group_moved(_moved(letter), error.new_chat_id))
                if letter.topic_id is None and isinstance(letter.parcel, Copy):
                    # Messages are numbered anew: under the old number there would be another one.
                    await self._fail(letter, str(error))
            case BadRequest():
                await self._refused(letter, error)
            case _:
                await self._later(letter, error)

    async def _later(self, letter: Letter, error: TelegramError) -> None:
        log.warning("message %s is tried again: %s", letter.id, error)
        await self._put_off(letter, _AGAIN)

    async def _put_off(self, letter: Letter, delay: timedelta) -> None:
        until = self.clock() + delay
        await kept(lambda: self.post.put_off(letter, until, self.clock()))

    async def _refused(self, letter: Letter, error: BadRequest) -> None:
        """A topic that is gone is made again, what an operator can mend is waited for; all else fails for good."""
        topic, told = await kept(lambda: self.post.topic(letter)), str(error).lower()
        if topic and any(sign in told for sign in _IS_LOST):
            await kept(lambda: self.post.topic_lost(topic))
            return
        if topic and _CLOSED in told:
            await self._reopen(topic)
        if topic and any(sign in told for sign in _CAN_BE_MENDED):
            await self._later(letter, error)
            return
        log.error("message %s cannot be delivered: %s", letter.id, error)
        await self._fail(letter, str(error))

    async def _reopen(self, topic: Topic) -> None:
        """A closed topic takes nothing from a bot without the right to manage topics; with it, we open it again."""
        with suppress(TelegramError):
            await self.bot.reopen_forum_topic(topic.group_id, topic.thread_id or 0)

    async def _fail(self, letter: Letter, reason: str) -> None:
        await kept(lambda: self.post.failed(letter, reason, self.clock()))

    async def _send(self, letter: Letter) -> Sequence[int]:
        """Telegram's numbers for the messages."""
        place = await self._place(letter)
        courier = Courier(self.bot, place)
        if isinstance(letter.parcel, React):
            return await _as_courtesy(letter, courier)
        return await courier.deliver(_dated(letter, self.clock()))

    async def _place(self, letter: Letter) -> Destination:
        """Where a letter goes; a topic that Telegram lacks is made first, and begins with a recap where it was lost."""
        topic = await kept(lambda: self.post.topic(letter))
        if topic is None:
            return Destination(letter.chat_id)
        thread = topic.thread_id if topic.thread_id is not None else await self._open(topic)
        place = Destination(topic.group_id, thread or None)
        if topic.was_lost:
            text = await kept(lambda: self.post.recap(topic))
            await Courier(self.bot, place).say(text)
            await kept(lambda: self.post.topic_recapped(topic))
        return place

    async def _open(self, topic: Topic) -> int:
        """A new topic; 0 in a plain group, which has but one place."""
        try:
            made = await self.bot.create_forum_topic(topic.group_id, topic.name[:128])
            thread = made.message_thread_id
        except BadRequest as error:
            if _NOT_A_FORUM not in str(error).lower():
                raise
            thread = 0
        await kept(lambda: self.post.topic_made(topic, thread))
        return thread


def _dated(letter: Letter, now: datetime) -> Parcel:
    """What was held up overnight says when it was written: its "today" is another day."""
    parcel, written = letter.parcel, (letter.written or now).astimezone(CHINA)
    if not isinstance(parcel, Say) or written.date() == day_of(now):
        return parcel
    return replace(parcel, text=f"🕘 {written:%Y-%m-%d %H:%M}\n{parcel.text}")


def _moved(letter: Letter) -> int:
    """The group that has another number: the one written to, or that from which a buyer's copy comes."""
    parcel = letter.parcel
    return parcel.from_chat if letter.topic_id is None and isinstance(parcel, Copy) else letter.chat_id


async def _as_courtesy(letter: Letter, courier: Courier) -> Sequence[int]:
    """An emoji is no reason to try again, nor to stop: some servers do not know how."""
    try:
        return await courier.deliver(letter.parcel)
    except RetryAfter:
        raise
    except TelegramError as error:
        log.info("emoji %s is left out: %s", letter.id, error)
        return ()


async def _whole(delivery: Coroutine[None, None, None]) -> None:
    """To its end, even when told to stop meanwhile: what Telegram has taken must be noted, or it is sent again."""
    task = asyncio.create_task(delivery)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
