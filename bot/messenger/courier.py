"""How does each kind of letter go to Telegram?"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.dialogue.messages import Button, Copy, Parcel, React, Rewrite, Say, Withdraw, plain

log = logging.getLogger(__name__)

_UNREADABLE = "parse entities"
_UNCHANGED = "not modified"
_NOT_THERE = "message to delete not found"


@dataclass(frozen=True)
class Destination:
    """A chat, and in a group the topic."""

    chat_id: int
    thread_id: int | None = None


@dataclass(frozen=True)
class Courier:
    """Brings letters to one place."""

    bot: Bot
    place: Destination

    async def deliver(self, parcel: Parcel) -> Sequence[int]:
        """Telegram's numbers for the messages that were sent or changed; none for those taken away."""
        match parcel:
            case Say():
                return [await self._say(parcel)]
            case Copy():
                return await self._copy(parcel)
            case Rewrite():
                await self._rewrite(parcel)
                return [parcel.message_id]
            case React():
                await self.bot.set_message_reaction(self.place.chat_id, parcel.message_id, parcel.emoji)
                return []
            case Withdraw():
                await self._withdraw(parcel)
                return []
            case _:
                assert_never(parcel)

    async def say(self, text: str) -> None:
        """A few words without buttons."""
        await self._say(Say(text))

    async def _say(self, say: Say) -> int:
        """Markup that Telegram refuses is sent as plain text."""
        try:
            return await self._message(say, say.text, ParseMode.HTML)
        except BadRequest as error:
            if _UNREADABLE not in str(error):
                raise
            log.error("the markup of a message is refused, sent without: %s", error)  # noqa: TRY400
            return await self._message(say, say.plain, None)

    async def _message(self, say: Say, text: str, markup: str | None) -> int:
        message = await self.bot.send_message(
            self.place.chat_id,
            text,
            parse_mode=markup,
            reply_markup=keyboard(say.buttons, say.columns),
            protect_content=say.holds_case_data,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            message_thread_id=self.place.thread_id,
            reply_parameters=_answering(say.reply_to),
        )
        return message.message_id

    async def _copy(self, copy: Copy) -> Sequence[int]:
        """One message as an answer to another; several as the album that they were."""
        if len(copy.message_ids) == 1:
            made = await self.bot.copy_message(
                self.place.chat_id,
                copy.from_chat,
                copy.message_ids[0],
                message_thread_id=self.place.thread_id,
                reply_parameters=_answering(copy.reply_to),
            )
            return [made.message_id]
        ids = sorted(copy.message_ids)
        album = await self.bot.copy_messages(
            self.place.chat_id, copy.from_chat, ids, message_thread_id=self.place.thread_id
        )
        return [entry.message_id for entry in album]

    async def _withdraw(self, parcel: Withdraw) -> None:
        """What the buyer has deleted before is gone already."""
        try:
            await self.bot.delete_message(self.place.chat_id, parcel.message_id)
        except BadRequest as error:
            if _NOT_THERE not in str(error).lower():
                raise

    async def _rewrite(self, change: Rewrite) -> None:
        """A change that changes nothing is done already; markup that Telegram refuses is sent as plain text."""
        try:
            await self._change(change, change.text, ParseMode.HTML)
        except BadRequest as error:
            if _UNREADABLE in str(error):
                log.error("the markup of a change is refused, sent without: %s", error)  # noqa: TRY400
                await self._change(change, plain(change.text), None)
            elif _UNCHANGED not in str(error).lower():
                raise

    async def _change(self, change: Rewrite, text: str, markup: str | None) -> None:
        if change.is_caption:
            await self.bot.edit_message_caption(self.place.chat_id, change.message_id, caption=text, parse_mode=markup)
            return
        await self.bot.edit_message_text(
            text,
            self.place.chat_id,
            change.message_id,
            parse_mode=markup,
            reply_markup=keyboard(change.buttons, change.columns),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )


def keyboard(buttons: Sequence[Button], columns: int) -> InlineKeyboardMarkup | None:
    """The buttons, so many in a row."""
    made = [_button(button) for button in buttons]
    rows = [made[start : start + columns] for start in range(0, len(made), columns)]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.copies:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copies))
    return InlineKeyboardButton(button.label, callback_data=button.data)


def _answering(message_id: int | None) -> ReplyParameters | None:
    """An answer is sent all the same where the message that it answers is gone."""
    return ReplyParameters(message_id, allow_sending_without_reply=True) if message_id else None
