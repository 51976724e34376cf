"""Where do advisors work on a chat, and what do they see there?"""

from dataclasses import dataclass, replace
from functools import cached_property
from html import escape

from bot.cases.progress import Standing
from bot.desk import card
from bot.desk.entries import Entry
from bot.desk.topics import Topic
from bot.dialogue.messages import Chat, Copy, Parcel, Say
from bot.store.outbox import Address
from bot.turns import letters
from bot.turns.scribe import Scribe


@dataclass(frozen=True)
class Board:
    """What advisors see of one chat, in the topic of its case."""

    scribe: Scribe
    chat: Chat

    @cached_property
    def standing(self) -> Standing | None:
        """Where the case stands."""
        return self.scribe.standing(self.chat)

    @property
    def language(self) -> str:
        """That of the people who work on it."""
        return self.scribe.staff_language(self.standing)

    @cached_property
    def topic(self) -> Topic | None:
        """Where they work on it; None where there is no desk."""
        scribe, chat = self.scribe, self.chat
        if scribe.room.group is None:
            return None
        titled = f"{self._name} · {chat.case_ref}" if chat.case_ref else self._name
        return scribe.records.desk.topic_for(chat, scribe.records.desk.group_now(scribe.room.group), titled)

    @property
    def whose(self) -> str:
        """Whose chat it is, in bold; blank where nobody else shares its topic."""
        chat = self.chat
        roles = self.scribe.records.chats.roles(chat.case_ref) if chat.case_ref else ()
        names = {card.name(replace(chat, role=role), self.standing) for role in roles}
        return f"👤 <b>{escape(self._name)}</b>" if len(names) > 1 else ""

    def post(self, parcel: Parcel) -> None:
        """Something for them to see."""
        post(self.scribe, self.topic, parcel)

    def relay(self, entry: Entry) -> None:
        """What the buyer wrote, as it is; whose it is comes before it."""
        if self.topic is None or entry.message_id is None:
            return
        if whose := self.whose:
            self.post(Say(whose))
        entries = self.scribe.records.entries
        answered = entries.get(entry.reply_to) if entry.reply_to else None
        copy = Copy(entry.chat_id, (entry.message_id,), answered.topic_message_id if answered else None)
        entries.change(entry, topic_id=self.topic.id)
        letters.send(self.scribe, Address.topic(self.topic), copy, entry)

    @property
    def _name(self) -> str:
        return card.name(self.chat, self.standing)


def post(scribe: Scribe, topic: Topic | None, parcel: Parcel) -> None:
    """Something for the advisors to see in a topic that is known."""
    if topic:
        scribe.records.outbox.put(Address.topic(topic), parcel, scribe.now)
