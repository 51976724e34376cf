"""What did somebody do in a private chat? Telegram's updates in our words."""

import re

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import ChatMemberStatus, ChatType, UpdateType

from bot.dialogue.messages import Incoming, Kind

# Telegram remembers this list, so it is always said in full.
ALLOWED = (UpdateType.MESSAGE, UpdateType.EDITED_MESSAGE, UpdateType.CALLBACK_QUERY, UpdateType.MY_CHAT_MEMBER)

_COMMAND = re.compile(
    r"/(?P<name>[A-Za-z]\w{0,31})(?:@(?P<addressee>\w+))?(?:\s+(?P<argument>.*))?", re.ASCII | re.DOTALL
)


def incoming(update: Update, bot_name: str) -> Incoming | None:
    """What happened; None for what is none of our business, such as anything outside a private chat."""
    if update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
        return None
    if update.callback_query:
        return _pressed(update, update.callback_query)
    if update.my_chat_member:
        return _left(update, update.my_chat_member)
    if update.edited_message:
        return _edited(update, update.edited_message)
    return _said(update, update.message, bot_name) if update.message else None


def _said(update: Update, message: Message, bot_name: str) -> Incoming | None:
    chat_id, hint = message.chat_id, _hint(update)
    text = message.text
    if text is None:
        # A notice of Telegram itself (a message was pinned, a timer set) holds nothing that anybody sent.
        is_sent = message.effective_attachment is not None
        return Incoming(update.update_id, chat_id, Kind.OTHER, language_hint=hint) if is_sent else None
    command = _COMMAND.fullmatch(text)
    if command is None:
        return Incoming(update.update_id, chat_id, Kind.TEXT, text, language_hint=hint)
    name, addressee, argument = command.group("name", "addressee", "argument")
    if addressee and addressee.casefold() != bot_name.casefold():
        return None
    return Incoming(update.update_id, chat_id, Kind.COMMAND, name.lower(), (argument or "").strip(), hint)


def _edited(update: Update, message: Message) -> Incoming | None:
    """Other words for a question; a shared place that moves is an edit as well, every few seconds."""
    if message.text is None:
        return None
    return Incoming(update.update_id, message.chat_id, Kind.EDIT, language_hint=_hint(update))


def _pressed(update: Update, query: CallbackQuery) -> Incoming:
    return Incoming(update.update_id, query.from_user.id, Kind.BUTTON, query.data or "", language_hint=_hint(update))


def _left(update: Update, change: ChatMemberUpdated) -> Incoming | None:
    """The buyer blocked the bot; coming back shows by the next message."""
    if change.new_chat_member.status != ChatMemberStatus.BANNED:
        return None
    return Incoming(update.update_id, change.chat.id, Kind.BLOCKED)


def _hint(update: Update) -> str | None:
    """Chinese for every kind of Chinese; English for all the rest."""
    code = update.effective_user.language_code if update.effective_user else None
    if not code:
        return None
    return "zh" if code.casefold().startswith("zh") else "en"
