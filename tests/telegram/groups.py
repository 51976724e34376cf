"""What happens to groups, their topics and those who are in them?"""

from typing import Any

from tests.telegram.chats import Chat
from tests.telegram.members import bot_membership, membership
from tests.telegram.people import ADVISOR, BOT, Person
from tests.telegram.world import World


class NoSuchTopic(LookupError):
    """A person looks for a topic that is not in the group."""

    def __init__(self, thread_id: int, chat: Chat) -> None:
        super().__init__(f"No topic {thread_id} in {chat.id}; it has {chat.topics}")


class Groups(World):
    """Groups, in which the bot is an administrator."""

    def group(
        self, chat_id: int, title: str = "顾问组", *, bot_can_manage_topics: bool = True, is_forum: bool = True
    ) -> None:
        """Open a supergroup with the bot in it, unless it exists; with topics unless it is no forum."""
        with self.change():
            rights = {"can_manage_topics": bot_can_manage_topics}
            self.chats.setdefault(chat_id, Chat(chat_id, title, is_forum=is_forum, rights=rights))

    def set_bot_rights(self, chat_id: int, **rights: bool) -> int:
        """Give or take rights of an administrator, such as can_pin_messages; return the update's id."""
        with self.change():
            chat = self.find(chat_id)
            old = bot_membership(chat.rights)
            chat.rights |= rights
            return self.bot_changed(chat, ADVISOR, old, bot_membership(chat.rights))

    def block(self, chat_id: int) -> int:
        """Block the bot, or throw it out of a group: my_chat_member; return the update's id."""
        with self.change():
            chat = self.find(chat_id)
            return self.set_blocked(chat, chat.person or ADVISOR, is_blocked=True)

    def member(self, chat_id: int, person: Person, status: str = "member", **rights: bool) -> None:
        """Let somebody be administrator, creator, member, left or kicked; the bot is not told."""
        with self.change():
            self.find(chat_id).members[person.id] = membership(person.as_json(), status, **rights)

    def topic(self, chat_id: int, name: str, *, person: Person = ADVISOR) -> int:
        """Open a topic in a group, as a person does; return the thread's id."""
        with self.change():
            self.group(chat_id)
            notice = self.chats[chat_id].open_topic(name, person.as_json(), self.now())
            self.put("message", notice)
            return int(notice["message_id"])

    def close_topic(self, chat_id: int, thread_id: int, *, person: Person = ADVISOR) -> int:
        """Close a topic, as a person does; return the update's id."""
        with self.change():
            self.with_topic(chat_id, thread_id).close_topic(thread_id)
            return self._notify(chat_id, thread_id, self.by(person) | {"forum_topic_closed": {}})

    def reopen_topic(self, chat_id: int, thread_id: int, *, person: Person = ADVISOR) -> int:
        """Open a closed topic again, as a person does; return the update's id."""
        with self.change():
            self.with_topic(chat_id, thread_id).close_topic(thread_id, is_closed=False)
            return self._notify(chat_id, thread_id, self.by(person) | {"forum_topic_reopened": {}})

    def rename_topic(self, chat_id: int, thread_id: int, name: str, *, person: Person = ADVISOR) -> int:
        """Give a topic another name, as a person does; return the update's id."""
        with self.change():
            self.with_topic(chat_id, thread_id).topics[thread_id] = name
            return self._notify(chat_id, thread_id, self.by(person) | {"forum_topic_edited": {"name": name}})

    def delete_topic(self, chat_id: int, thread_id: int) -> None:
        """Delete a topic with all its messages; Telegram tells the bot nothing."""
        with self.change():
            self.with_topic(chat_id, thread_id).drop_topic(thread_id)

    def migrate(self, old_id: int, new_id: int, *, person: Person = ADVISOR) -> int:
        """Make a group a supergroup with another id; return the id of the update under the old one."""
        with self.change():
            chat = self.find(old_id)
            old = {"id": old_id, "type": "group", "title": chat.name}
            self.moved[old_id] = new_id
            self.chats[new_id] = self.chats.pop(old_id)
            chat.move(new_id)
            notice = {"message_id": chat.last_id + 1, "chat": old, "migrate_to_chat_id": new_id}
            update_id = self.put("message", notice | self.by(person))
            self._notify(new_id, None, self.by(person) | {"migrate_from_chat_id": old_id})
            return update_id

    def with_topic(self, chat_id: int, thread_id: int | None) -> Chat:
        """The group, which has this topic if one is named; raises NoSuchTopic."""
        chat = self.find(chat_id)
        if thread_id is not None and thread_id not in chat.topics:
            raise NoSuchTopic(thread_id, chat)
        return chat

    def set_blocked(self, chat: Chat, person: Person, *, is_blocked: bool) -> int:
        """Let a person turn the bot away, or back in; return the update's id."""
        chat.is_blocked = is_blocked
        states = [membership(BOT, "member"), membership(BOT, "kicked")]
        old, new = states if is_blocked else reversed(states)
        return self.bot_changed(chat, person, old, new)

    def bot_changed(self, chat: Chat, person: Person, old: dict[str, Any], new: dict[str, Any]) -> int:
        """Tell the bot what a person made of it in a chat; return the update's id."""
        change = {"chat": chat.as_json(), "old_chat_member": old, "new_chat_member": new}
        return self.put("my_chat_member", change | self.by(person))

    def _notify(self, chat_id: int, thread_id: int | None, notice: dict[str, Any]) -> int:
        return self.put("message", self.find(chat_id).notify(thread_id, notice))
