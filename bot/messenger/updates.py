"""What did somebody do? Telegram's updates in our words: a buyer in private, an advisor in the group."""

import re

from telegram import CallbackQuery, ChatMemberUpdated, Message, MessageReactionUpdated, ReactionTypeEmoji, Update
from telegram.constants import ChatMemberStatus, ChatType, UpdateType

from bot.desk.situation import DeskIncoming
from bot.dialogue.messages import Incoming, Kind, Source

# Telegram remembers this list, so it is always said in full.
ALLOWED = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.MY_CHAT_MEMBER,
    UpdateType.MESSAGE_REACTION,
)

_COMMAND = re.compile(
    r"/(?P<name>[A-Za-z]\w{0,31})(?:@(?P<addressee>\w+))?(?:\s+(?P<argument>.*))?", re.ASCII | re.DOTALL
)
# What a message can hold besides text, by Telegram's names.
_MEDIA = (
    "photo",
    "video",
    "voice",
    "audio",
    "document",
    "sticker",
    "animation",
    "video_note",
    "location",
    "venue",
    "contact",
    "poll",
    "dice",
    "checklist",
)


def incoming(update: Update, bot_name: str) -> Incoming | DeskIncoming | None:
    """What happened; None for what is none of our business, such as what Telegram itself says."""
    if update.effective_chat is None:
        return None
    in_private = update.effective_chat.type == ChatType.PRIVATE
    return _in_private(update, bot_name) if in_private else _in_group(update, bot_name)


def _in_private(update: Update, bot_name: str) -> Incoming | None:
    if update.callback_query:
        return _pressed(update, update.callback_query)
    if update.my_chat_member:
        return _left(update, update.my_chat_member)
    if update.message_reaction:
        return _reacted(update, update.message_reaction)
    if update.edited_message:
        return _edited(update, update.edited_message)
    return _said(update, update.message, bot_name) if update.message else None


def _said(update: Update, message: Message, bot_name: str) -> Incoming | None:
    done = _doing(message, bot_name)
    if done is None:
        return None
    kind, content, argument = done
    source = _source(message)
    return Incoming(update.update_id, message.chat_id, kind, content, argument, _hint(update), source)


def _doing(message: Message, bot_name: str) -> tuple[Kind, str, str] | None:
    """Text, a command (for us), or anything else that somebody sent."""
    if message.text is None:
        # A notice of Telegram itself (a message was pinned, a timer set) holds nothing that anybody sent.
        holds_something = message.effective_attachment or message.checklist
        return (Kind.OTHER, "", "") if holds_something else None
    command = _COMMAND.fullmatch(message.text)
    if command is None:
        return Kind.TEXT, message.text, ""
    name, addressee, argument = command.group("name", "addressee", "argument")
    if addressee and addressee.casefold() != bot_name.casefold():
        return None
    return Kind.COMMAND, name.lower(), (argument or "").strip()


def _source(message: Message) -> Source:
    answered = message.reply_to_message
    # In a topic, what answers nothing answers the notice that the topic was opened.
    is_answer = answered is not None and answered.message_id != _topic(message)
    return Source(
        message.message_id,
        answered.message_id if answered and is_answer else None,
        message.media_group_id,
        next((name for name in _MEDIA if getattr(message, name)), "text"),
        message.caption or "",
    )


def _topic(message: Message) -> int | None:
    """The topic; in a group without topics Telegram numbers a chain of answers there, by its first message."""
    return message.message_thread_id if message.is_topic_message else None


def _edited(update: Update, message: Message) -> Incoming | None:
    """Other words for a message; a shared place that moves is an edit as well, every few seconds."""
    words = message.text or message.caption
    if words is None:
        return None
    return Incoming(update.update_id, message.chat_id, Kind.EDIT, words, "", _hint(update), _source(message))


def _pressed(update: Update, query: CallbackQuery) -> Incoming:
    source = Source(query.message.message_id) if query.message else None
    return Incoming(update.update_id, query.from_user.id, Kind.BUTTON, query.data or "", "", _hint(update), source)


def _left(update: Update, change: ChatMemberUpdated) -> Incoming | None:
    """The buyer blocked the bot; coming back shows by the next message."""
    if change.new_chat_member.status != ChatMemberStatus.BANNED:
        return None
    return Incoming(update.update_id, change.chat.id, Kind.BLOCKED)


def _reacted(update: Update, reaction: MessageReactionUpdated) -> Incoming:
    source = Source(reaction.message_id)
    return Incoming(update.update_id, reaction.chat.id, Kind.REACTION, _emoji(reaction), source=source)


def _emoji(reaction: MessageReactionUpdated) -> str:
    """The emoji that stands there now; empty where none does, or one that bots cannot show."""
    return next((entry.emoji for entry in reaction.new_reaction if isinstance(entry, ReactionTypeEmoji)), "")


def _in_group(update: Update, bot_name: str) -> DeskIncoming | None:
    """What a person did in a group."""
    if update.callback_query:
        return _tapped(update, update.callback_query)
    if update.message_reaction:
        return _marked(update, update.message_reaction)
    message = update.message or update.edited_message
    return _written(update, message, bot_name) if message else None


def _written(update: Update, message: Message, bot_name: str) -> DeskIncoming | None:
    """A message of a person; or Telegram's notice that the group has another number."""
    number, chat = update.update_id, message.chat_id
    if message.migrate_to_chat_id:
        return DeskIncoming(number, chat, None, 0, Kind.OTHER, moved_to=message.migrate_to_chat_id)
    person = _writer(message)
    if person is None:
        return None
    done = _doing(message, bot_name) if update.message else (Kind.EDIT, message.text or message.caption or "", "")
    if done is None:
        return None
    return DeskIncoming(number, chat, _topic(message), person, *done, _source(message))


def _writer(message: Message) -> int | None:
    """Who wrote it; for an administrator who stays anonymous, the group itself; None for a bot."""
    if message.sender_chat and message.sender_chat.id == message.chat_id:
        return message.chat_id
    return message.from_user.id if message.from_user and not message.from_user.is_bot else None


def _tapped(update: Update, query: CallbackQuery) -> DeskIncoming | None:
    """A button under a message of ours; Telegram does not show what is too old."""
    if not isinstance(query.message, Message):
        return None
    where, person = query.message, query.from_user.id
    thread, source = _topic(where), Source(where.message_id)
    return DeskIncoming(update.update_id, where.chat_id, thread, person, Kind.BUTTON, query.data or "", "", source)


def _marked(update: Update, reaction: MessageReactionUpdated) -> DeskIncoming | None:
    """An emoji put on a message; Telegram does not say in which topic."""
    if reaction.user is None:
        return None
    chat, source = reaction.chat.id, Source(reaction.message_id)
    return DeskIncoming(update.update_id, chat, None, reaction.user.id, Kind.REACTION, _emoji(reaction), "", source)


def _hint(update: Update) -> str | None:
    """Chinese for every kind of Chinese; English for all the rest."""
    code = update.effective_user.language_code if update.effective_user else None
    if not code:
        return None
    return "zh" if code.casefold().startswith("zh") else "en"
