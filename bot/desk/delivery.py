"""How do advisors see whether the buyer has got what they wrote?"""

import html

from bot.desk.entries import Author, Entry
from bot.desk.phrases import phrase
from bot.dialogue.messages import Parcel, React, Say

# Emoji that Telegram lets a bot put on a message.
_QUEUED, _SENT, _FAILED = "👀", "👌", "👎"


def queued(entry: Entry) -> tuple[Parcel, ...]:
    """It has to wait: Telegram, or the connection, is slow."""
    return _mark(entry, _QUEUED)


def delivered(entry: Entry) -> tuple[Parcel, ...]:
    """Telegram has it."""
    return _mark(entry, _SENT)


def failed(entry: Entry, reason: str, language: str, key: str = "not_delivered") -> tuple[Parcel, ...]:
    """It never gets there (or, by another `key`, never away), and why."""
    if entry.author != Author.ADVISOR:
        return ()
    told = phrase(key, language, reason=html.escape(reason))
    return (*_mark(entry, _FAILED), Say(told, reply_to=entry.topic_message_id))


def _mark(entry: Entry, emoji: str) -> tuple[Parcel, ...]:
    if entry.author != Author.ADVISOR or entry.topic_message_id is None:
        return ()
    return (React(entry.topic_message_id, emoji),)
