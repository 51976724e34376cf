"""What is in a chat, and how does Telegram write it in JSON?"""

from dataclasses import dataclass, field
from typing import Any

from tests.telegram.markup import units
from tests.telegram.members import membership
from tests.telegram.people import Person, Post, Seen, SentMessage

Keyboard = dict[str, Any] | None
TOPIC_COLOR = 0x6FB9F0


class NotInMessage(LookupError):
    """Somebody quotes words that are not in the message replied to."""

    def __init__(self, quote: str, text: str) -> None:
        super().__init__(f"Quote words of the message replied to: {quote!r} is not in {text!r}")


@dataclass
class Chat:
    """A private chat with a person, or a supergroup, named by its title, with topics or without."""

    id: int
    name: str
    person: Person | None = None
    is_forum: bool = True
    is_blocked: bool = False
    typing: int = 0
    topics: dict[int, str] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)
    last_id: int = 0
    closed: set[int] = field(default_factory=set)
    members: dict[int, dict[str, Any]] = field(default_factory=dict)
    rights: dict[str, bool] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The Chat that Telegram sends."""
        if self.person:
            return {"id": self.id, "type": "private", "first_name": self.name}
        forum = {"is_forum": True} if self.is_forum else {}
        return {"id": self.id, "type": "supergroup", "title": self.name} | forum

    def post(self, content: dict[str, Any], raw: str = "", keyboard: Keyboard = None) -> dict[str, Any]:
        """Put a message with this content, which names its author and date; return all of it."""
        self.last_id += 1
        message = {"message_id": self.last_id, "chat": self.as_json()} | content
        if "inline_keyboard" in (keyboard or {}):
            message["reply_markup"] = keyboard
        self.posts[self.last_id] = Post(message, raw, keyboard or {})
        return message

    def meet(self, user: dict[str, Any]) -> None:
        """Somebody who does anything here is a member, unless a test said what else."""
        self.members.setdefault(user["id"], membership(user, "member"))

    def open_topic(self, name: str, author: dict[str, Any], date: int) -> dict[str, Any]:
        """Open a topic; its id is that of the notice about it, which is returned."""
        thread_id = self.last_id + 1
        self.topics[thread_id] = name
        notice = {"name": name, "icon_color": TOPIC_COLOR}
        place = {"message_thread_id": thread_id, "is_topic_message": True}
        return self.post({"from": author, "date": date, "forum_topic_created": notice} | place)

    def notify(self, thread_id: int | None, notice: dict[str, Any]) -> dict[str, Any]:
        """Put a notice of Telegram's own into a topic, or outside all; return the message."""
        return self.post(notice | self.place(thread_id, None))

    def close_topic(self, thread_id: int, *, is_closed: bool = True) -> None:
        """Let only those write in a topic who may manage topics, or let all write again."""
        (self.closed.add if is_closed else self.closed.discard)(thread_id)

    def drop_topic(self, thread_id: int) -> None:
        """Forget a topic and all its messages."""
        del self.topics[thread_id]
        self.closed.discard(thread_id)
        self.posts = {
            message_id: post
            for message_id, post in self.posts.items()
            if post.message.get("message_thread_id") != thread_id
        }

    def move(self, chat_id: int) -> None:
        """Give the chat another id, in all its messages too."""
        self.id = chat_id
        for post in self.posts.values():
            post.message = _within(self.as_json(), post.message)

    def bot_may(self, right: str) -> bool:
        """Whether the bot has this right of an administrator."""
        return self.rights.get(right, True)

    def bot_manages(self, thread_id: int, right: str = "can_manage_topics") -> bool:
        """Whether the bot may change this topic: it has the right, or opened the topic itself."""
        first = self.posts.get(thread_id)
        is_own = first is not None and first.message["from"]["is_bot"]
        return is_own or self.bot_may(right)

    def place(self, thread_id: int | None, reply_to: int | None, quote: str = "") -> dict[str, Any]:
        """The fields that say where in the chat a message stands.

        In a topic, a message that replies to nothing replies to the topic's first notice. In a supergroup without
        topics, a chain of replies is numbered by its first message.
        Raises NotInMessage if the quoted words are not those of the message replied to.
        """
        answered = self.posts.get(reply_to or thread_id or 0)
        fields: dict[str, Any] = {}
        if thread_id is not None:
            fields |= {"message_thread_id": thread_id, "is_topic_message": True}
        if answered:
            shallow = {k: v for k, v in answered.message.items() if k != "reply_to_message"}
            fields |= {"reply_to_message": shallow}
        if answered and not self.person and not self.is_forum:
            fields |= {"message_thread_id": shallow.get("message_thread_id", shallow["message_id"])}
        if quote:
            fields |= {"quote": _quote(answered.text if answered else "", quote)}
        return fields

    def sent(self) -> list[SentMessage]:
        """What the bot wrote here, oldest first."""
        return [self._as_seen(post) for _, post in sorted(self.posts.items()) if post.is_by_bot]

    def seen(self) -> list[Seen]:
        """What everybody sees here, oldest first."""
        return [_seen(post) for _, post in sorted(self.posts.items())]

    def _as_seen(self, post: Post) -> SentMessage:
        return SentMessage(
            message_id=post.message["message_id"],
            chat_id=self.id,
            text=post.text,
            raw=post.raw,
            buttons=[[button["text"] for button in row] for row in post.rows],
            thread_id=_topic(post.message),
        )


def _within(chat: dict[str, Any], message: dict[str, Any]) -> dict[str, Any]:
    """The message, and those that it shows, in another chat."""
    shown = {name: _within(chat, message[name]) for name in ("reply_to_message", "pinned_message") if name in message}
    return message | {"chat": chat} | shown


def _topic(message: dict[str, Any]) -> int | None:
    return message["message_thread_id"] if message.get("is_topic_message") else None


def _quote(text: str, quote: str) -> dict[str, Any]:
    before, found, _ = text.partition(quote)
    if not found:
        raise NotInMessage(quote, text)
    return {"text": quote, "position": units(before), "is_manual": True}


def _seen(post: Post) -> Seen:
    message = post.message
    thread_id = _topic(message)
    reply_to = message.get("reply_to_message", {}).get("message_id")
    return Seen(
        message_id=message["message_id"],
        author=message.get("from", {}).get("first_name", ""),
        text=post.text,
        kind=post.kind,
        thread_id=thread_id,
        reply_to=None if reply_to == thread_id else reply_to,
        quote=message.get("quote", {}).get("text", ""),
        album=message.get("media_group_id"),
        forwarded_from=message.get("forward_origin", {}).get("sender_user", {}).get("first_name", ""),
        file_name=message.get("document", {}).get("file_name", ""),
        buttons=[[button["text"] for button in row] for row in post.rows],
        reactions=post.reacted,
        is_edited=post.is_edited,
        is_protected=message.get("has_protected_content", False),
    )
