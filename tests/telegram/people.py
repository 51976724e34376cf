"""Who and what is in a chat, and how does Telegram write it in JSON?"""

import re
from dataclasses import dataclass, field
from typing import Any

BOT: dict[str, Any] = {
    "id": 4242424242,
    "is_bot": True,
    "first_name": "签路",
    "username": "signpost_bot",
}
Keyboard = dict[str, Any] | None

COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(@\w+)?(?!\S)")
TOPIC_COLOR = 0x6FB9F0


@dataclass(frozen=True)
class Person:
    """Somebody with a Telegram account; a private chat has the id of its person."""

    id: int
    name: str = "赵女士"
    language_code: str = "zh-hans"

    def as_json(self) -> dict[str, Any]:
        """The User that Telegram sends."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language_code,
        }


ADVISOR = Person(900, "周顾问")


@dataclass
class Post:
    """A message in a chat: what Telegram sends about it, and what the sender typed."""

    message: dict[str, Any]
    raw: str
    keyboard: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What a reader sees: the text, or the caption under a picture."""
        return str(self.message.get("text", self.message.get("caption", "")))

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        """The buttons under the message, or in place of the reader's keyboard."""
        rows = self.keyboard.get("inline_keyboard", self.keyboard.get("keyboard", []))
        return [[button if isinstance(button, dict) else {"text": button} for button in row]
                for row in rows]  # fmt: skip

    @property
    def is_by_bot(self) -> bool:
        """Whether the bot wrote it, rather than a person or Telegram itself."""
        is_notice = "forum_topic_created" in self.message
        return self.message.get("from", {}).get("is_bot", False) and not is_notice


@dataclass(frozen=True)
class SentMessage:
    """A message of the bot as it stands in the chat now."""

    message_id: int
    chat_id: int
    text: str
    raw: str
    buttons: list[list[str]]
    thread_id: int | None = None


@dataclass
class Chat:
    """A private chat with a person, or a supergroup with topics, named by its title."""

    id: int
    name: str
    person: Person | None = None
    is_blocked: bool = False
    typing: int = 0
    topics: dict[int, str] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)
    last_id: int = 0

    def as_json(self) -> dict[str, Any]:
        """The Chat that Telegram sends."""
        if self.person:
            return {"id": self.id, "type": "private", "first_name": self.name}
        return {"id": self.id, "type": "supergroup", "title": self.name, "is_forum": True}

    def post(self, content: dict[str, Any], raw: str = "", keyboard: Keyboard = None) -> dict[str, Any]:
        """Put a message with this content, which names its author and date; return all of it."""
        self.last_id += 1
        message = {"message_id": self.last_id, "chat": self.as_json()} | content
        if "inline_keyboard" in (keyboard or {}):
            message["reply_markup"] = keyboard
        self.posts[self.last_id] = Post(message, raw, keyboard or {})
        return message

    def open_topic(self, name: str, author: dict[str, Any], date: int) -> dict[str, Any]:
        """Open a topic; its id is that of the notice about it, which is returned."""
        thread_id = self.last_id + 1
        self.topics[thread_id] = name
        notice = {"name": name, "icon_color": TOPIC_COLOR}
        place = {"message_thread_id": thread_id, "is_topic_message": True}
        return self.post({"from": author, "date": date, "forum_topic_created": notice} | place)

    def place(self, thread_id: int | None, reply_to: int | None) -> dict[str, Any]:
        """The fields that say where in the chat a message stands.

        In a topic, a message that replies to nothing replies to the topic's first notice.
        """
        answered = self.posts.get(reply_to or thread_id or 0)
        fields: dict[str, Any] = {}
        if thread_id is not None:
            fields |= {"message_thread_id": thread_id, "is_topic_message": True}
        if answered:
            shallow = {k: v for k, v in answered.message.items() if k != "reply_to_message"}
            fields |= {"reply_to_message": shallow}
        return fields

    def sent(self) -> list[SentMessage]:
        """What the bot wrote here, oldest first."""
        return [self._as_seen(post) for _, post in sorted(self.posts.items()) if post.is_by_bot]

    def _as_seen(self, post: Post) -> SentMessage:
        return SentMessage(
            message_id=post.message["message_id"],
            chat_id=self.id,
            text=post.text,
            raw=post.raw,
            buttons=[[button["text"] for button in row] for row in post.rows],
            thread_id=post.message.get("message_thread_id"),
        )


def typed(text: str) -> dict[str, Any]:
    """The fields of a message that somebody typed; a leading command is marked.

    >>> typed("/start x")["entities"]
    [{'type': 'bot_command', 'offset': 0, 'length': 6}]
    """
    command = COMMAND.match(text)
    if not command:
        return {"text": text}
    entity = {"type": "bot_command", "offset": 0, "length": command.end()}
    return {"text": text, "entities": [entity]}
