"""What do people do to messages that are there: tap their buttons, react to them?"""

from collections.abc import Iterator
from typing import Any

from tests.telegram.chats import Chat
from tests.telegram.people import ADVISOR, Person, Post
from tests.telegram.reactions import is_allowed, put
from tests.telegram.world import NoSuchButton, World


class NotAReaction(ValueError):
    """A person reacts with what Telegram does not offer."""

    def __init__(self, emoji: str) -> None:
        super().__init__(f"React with an emoji of reactions.EMOJI; {emoji!r} is none of them")


class Tapping(World):
    """Taps and reactions; those whom no test names are the buyer in private, the advisor in groups."""

    def press(
        self,
        chat_id: int,
        label: str,
        *,
        person: Person | None = None,
        thread_id: int | None = None,
        message_id: int | None = None,
    ) -> str:
        """Tap the newest inline button with that label, in this topic or message if one is named.

        Returns the callback query's id.
        """
        with self.change():
            chat = self.find(chat_id)
            message, data = _button(chat, label, thread_id, message_id)
            query = {
                "id": str(8_800_000_001 + len(self.queries)),
                "from": (person or chat.person or ADVISOR).as_json(),
                "message": message,
                "chat_instance": str(chat_id),
                "data": data,
            }
            self.put("callback_query", query)
            return str(query["id"])

    def react(self, chat_id: int, message_id: int, emoji: str | None, *, person: Person | None = None) -> int:
        """Put an emoji on a message instead of one's own before, or None; return the update's id.

        The bot is told only if it asked for `message_reaction`.
        """
        if emoji is not None and not is_allowed(emoji):
            raise NotAReaction(emoji)
        with self.change():
            chat, post = self.find(chat_id), self.post_at(chat_id, message_id)
            user = (person or chat.person or ADVISOR).as_json()
            change = {"chat": chat.as_json(), "message_id": message_id, "user": user, "date": self.now()}
            change["old_reaction"] = _reaction(post, user)
            put(post, user, emoji)
            chat.meet(user)
            change["new_reaction"] = _reaction(post, user)
            return self.put("message_reaction", change)


def _reaction(post: Post, user: dict[str, Any]) -> list[dict[str, str]]:
    found = post.reactions.get(user["id"])
    return [{"type": "emoji", "emoji": found[1]}] if found else []


def _button(chat: Chat, label: str, thread_id: int | None, message_id: int | None) -> tuple[dict[str, Any], str]:
    for post in _newest(chat, thread_id, message_id):
        for button in (button for row in post.rows for button in row):
            if button["text"] == label and "callback_data" in button:
                return post.message, button["callback_data"]
    raise NoSuchButton(label, chat)


def _newest(chat: Chat, thread_id: int | None, message_id: int | None) -> Iterator[Post]:
    for number, post in sorted(chat.posts.items(), reverse=True):
        if message_id in {None, number} and thread_id in {None, post.message.get("message_thread_id")}:
            yield post
