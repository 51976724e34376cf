"""Who writes in a chat, and what is seen of what they wrote?"""

import re
from dataclasses import dataclass, field
from typing import Any

BOT: dict[str, Any] = {
    "id": 4242424242,
    "is_bot": True,
    "first_name": "签路",
    "username": "signpost_bot",
}

COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(@\w+)?(?!\S)")
# What a message can be, the more telling first: an animation is also a document.
CONTENT = (
    "text", "animation", "photo", "video", "video_note", "voice", "audio", "document", "sticker",
    "venue", "location", "contact", "dice",
)  # fmt: skip
NOTICES = (
    "forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened",
    "pinned_message", "migrate_to_chat_id", "migrate_from_chat_id",
)  # fmt: skip


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
    reactions: dict[int, tuple[str, str]] = field(default_factory=dict)
    is_edited: bool = False

    @property
    def kind(self) -> str:
        """What it is: a name of CONTENT or of NOTICES."""
        return next((name for name in (*CONTENT, *NOTICES) if name in self.message), "other")

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
        return self.message.get("from", {}).get("is_bot", False) and self.kind not in NOTICES

    @property
    def reacted(self) -> dict[str, str]:
        """The emoji that stand on it, under the names of those who put them."""
        return dict(self.reactions.values())


@dataclass(frozen=True)
class SentMessage:
    """A message of the bot as it stands in the chat now."""

    message_id: int
    chat_id: int
    text: str
    raw: str
    buttons: list[list[str]]
    thread_id: int | None = None


@dataclass(frozen=True)
class Seen:
    """A message of anybody, with all that the people in the chat see of it.

    A notice of Telegram's own has its field's name as `kind`, such as "forum_topic_closed".
    A topic's messages that answer none of its messages have no `reply_to`.
    """

    message_id: int
    author: str
    text: str = ""
    kind: str = "text"
    thread_id: int | None = None
    reply_to: int | None = None
    quote: str = ""
    album: str | None = None
    forwarded_from: str = ""
    file_name: str = ""
    buttons: list[list[str]] = field(default_factory=list)
    reactions: dict[str, str] = field(default_factory=dict)
    is_edited: bool = False
    is_protected: bool = False


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
