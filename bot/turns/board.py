"""Where do advisors work on a chat, and what do they see there?"""

from dataclasses import replace
from html import escape

from bot.cases.progress import Standing
from bot.desk import card
from bot.desk.entries import Entry
from bot.desk.topics import Topic
from bot.dialogue.messages import Chat, Copy, Parcel, Say
from bot.store.outbox import Address
from bot.turns import letters
from bot.turns.scribe import Scribe


def topic(scribe: Scribe, chat: Chat, standing: Standing | None) -> Topic | None:
    """Where advisors work on a chat; None where there is no desk."""
    if scribe.room.group is None:
        return None
    name = card.name(chat, standing)
    titled = f"{name} · {chat.case_ref}" if chat.case_ref else name
    return scribe.records.desk.topic_for(chat, scribe.records.desk.group_now(scribe.room.group), titled)


def post(scribe: Scribe, topic: Topic | None, parcel: Parcel) -> None:
    """Something for the advisors to see."""
    if topic:
        scribe.records.outbox.put(Address.topic(topic), parcel, scribe.now)


def relay(scribe: Scribe, topic: Topic | None, entry: Entry, whose: str) -> None:
    """What the buyer wrote, as it is, where the advisors work; `whose` comes before it, unless blank."""
    if topic is None or entry.message_id is None:
        return
    if whose:
        post(scribe, topic, Say(whose))
    answered = scribe.records.entries.get(entry.reply_to) if entry.reply_to else None
    copy = Copy(entry.chat_id, (entry.message_id,), answered.topic_message_id if answered else None)
    scribe.records.entries.change(entry, topic_id=topic.id)
    letters.send(scribe, Address.topic(topic), copy, entry)


def whose(scribe: Scribe, chat: Chat, standing: Standing | None) -> str:
    """Whose chat it is, in bold; blank where nobody else shares its topic."""
    roles = scribe.records.chats.roles(chat.case_ref) if chat.case_ref else ()
    names = {card.name(replace(chat, role=role), standing) for role in roles}
    return f"👤 <b>{escape(card.name(chat, standing))}</b>" if len(names) > 1 else ""
