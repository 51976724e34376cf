"""What do people write and send, in private and in groups?"""

from collections.abc import Sequence
from typing import Any

from tests.telegram.chats import Chat
from tests.telegram.groups import Groups
from tests.telegram.media import photo
from tests.telegram.people import ADVISOR, Person, typed

CAPTION = {"caption", "caption_entities"}
TEXT = {"text", "entities"}


class NotTheirChat(ValueError):
    """Somebody writes in the private chat of another person."""

    def __init__(self, person: Person, chat_id: int) -> None:
        super().__init__(f"{person.name} writes in chat {person.id}, not in {chat_id}")


class Writing(Groups):
    """People's own messages; those whom no test names are the buyer in private, the advisor in groups."""

    def text(self, chat_id: int, text: str, *, language_code: str = "zh-hans", user_name: str = "赵女士") -> int:
        """Write to the bot in private; return the update's id. It opens or unblocks the chat."""
        person = Person(chat_id, user_name, language_code)
        with self.change():
            chat = self._private(person)
            return self.put("message", chat.post(self.by(person) | typed(text), text))

    def group_text(
        self,
        chat_id: int,
        text: str,
        *,
        thread_id: int | None = None,
        reply_to: int | None = None,
        person: Person = ADVISOR,
    ) -> int:
        """Write in a group, which is opened on first use; return the update's id."""
        with self.change():
            self.send(chat_id, text, person=person, thread_id=thread_id, reply_to=reply_to)
            return self.updates.next_id - 1

    def send(
        self,
        chat_id: int,
        content: str | dict[str, Any],
        *,
        person: Person | None = None,
        thread_id: int | None = None,
        reply_to: int | None = None,
        quote: str = "",
    ) -> int:
        """Send a text, or what `media` makes; return the message's id. A chat is opened on first use.

        Raises NoSuchTopic, NoSuchMessage for a reply to nothing, and NotInMessage for a wrong quote.
        """
        with self.change():
            chat, author = self._room(chat_id, person)
            self.with_topic(chat_id, thread_id)
            if reply_to is not None:
                self.post_at(chat_id, reply_to)
            fields = typed(content) if isinstance(content, str) else content
            place = chat.place(thread_id, reply_to, quote)
            message = chat.post(self.by(author) | fields | place, fields.get("text", fields.get("caption", "")))
            self.put("message", message)
            return int(message["message_id"])

    def photo(
        self, chat_id: int, caption: str = "", *, person: Person | None = None, thread_id: int | None = None
    ) -> int:
        """Send a picture; return the message's id."""
        return self.send(chat_id, photo(caption), person=person, thread_id=thread_id)

    def album(
        self,
        chat_id: int,
        captions: Sequence[str],
        *,
        person: Person | None = None,
        thread_id: int | None = None,
        reply_to: int | None = None,
    ) -> list[int]:
        """Send as many pictures as there are captions, "" for none; return the messages' ids."""
        with self.change():
            album = {"media_group_id": self.next_album()}
            return [
                self.send(
                    chat_id,
                    photo(caption, f"photo-{number}") | album,
                    person=person,
                    thread_id=thread_id,
                    reply_to=reply_to,
                )
                for number, caption in enumerate(captions, 1)
            ]

    def edit(self, chat_id: int, message_id: int, text: str) -> int:
        """Change the text or caption of a person's own message; return the update's id."""
        with self.change():
            post = self.post_at(chat_id, message_id)
            is_text = post.kind == "text"
            caption = {"caption": text} if text else {}
            dropped, written = (TEXT, typed(text)) if is_text else (CAPTION, caption)
            rest = {name: value for name, value in post.message.items() if name not in dropped}
            post.message = rest | written | {"edit_date": self.now()}
            post.raw, post.is_edited = text, True
            return self.put("edited_message", post.message)

    def _room(self, chat_id: int, person: Person | None) -> tuple[Chat, Person]:
        """The chat, opened if need be, and who writes there."""
        if chat_id > 0:
            author = person or self.person(chat_id) or Person(chat_id)
            if author.id != chat_id:
                raise NotTheirChat(author, chat_id)
            return self._private(author), author
        self.group(chat_id)
        return self.find(chat_id), person or ADVISOR

    def _private(self, person: Person) -> Chat:
        chat = self.chats.setdefault(person.id, Chat(person.id, person.name, person))
        chat.name, chat.person = person.name, person
        if chat.is_blocked:
            self.set_blocked(chat, person, is_blocked=False)
        return chat
