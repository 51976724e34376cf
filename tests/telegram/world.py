"""What is there, what has happened, and what do people see of it?"""

import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from tests.telegram.chats import Chat
from tests.telegram.people import Person, Post, Seen, SentMessage
from tests.telegram.refusals import bad, upgraded
from tests.telegram.spec import Upload, payloads, violations
from tests.telegram.updates import Updates

RECENT = 12
FIRST_ALBUM = 13_900_000_000_000_001


class InvalidUpdate(ValueError):
    """A test injects an update that Telegram could not send."""

    def __init__(self, wrong: list[str]) -> None:
        super().__init__(f"Mend the update that the test injects: {'; '.join(wrong)}")


class NoSuchButton(LookupError):
    """A person looks for a button that the bot did not show."""

    def __init__(self, label: str, chat: Chat) -> None:
        seen = [message.buttons for message in chat.sent()]
        super().__init__(f"No button {label!r} in chat {chat.id}. Oldest first it has {seen}")


class NoSuchMessage(LookupError):
    """A person looks for a message that is not in the chat."""

    def __init__(self, chat_id: int, message_id: int) -> None:
        super().__init__(f"No message {message_id} in chat {chat_id}. Look with `seen({chat_id})`")


class World:
    """Chats, messages and the queue of updates; safe to use from several threads.

    What people do is in its subclasses: `Groups`, `Writing` and `Tapping`.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.chats: dict[int, Chat] = {}
        self.moved: dict[int, int] = {}
        self.files: dict[str, Upload] = {}
        self.albums = count(FIRST_ALBUM)
        self.updates = Updates()
        self.queries: dict[str, str | None] = {}
        self.floods: deque[int] = deque()
        self.commands: dict[tuple[str, str], dict[str, str]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.calls: list[str] = []
        self.violations: list[str] = []
        self.is_closing = False
        self.wakers: list[Callable[[], object]] = []
        self._changed = threading.Condition()

    # What happens.

    def inject(self, update: dict[str, Any]) -> int:
        """Queue a raw update; a missing update_id is filled in. Raises InvalidUpdate."""
        with self.change():
            full = {"update_id": self.updates.next_id} | update
            wrong = violations(full, "Update", "update")
            if len(full.keys() & set(payloads())) != 1:
                wrong.append("update must carry exactly one kind of event")
            if wrong:
                raise InvalidUpdate(wrong)
            self._learn(full)
            self.updates.add(full)
            return int(full["update_id"])

    def put(self, kind: str, payload: dict[str, Any]) -> int:
        """Queue an update of this kind under the next id, and return the id."""
        return self.inject({kind: payload})

    def flood_next(self, seconds: int) -> None:
        """Answer the next send with 429; called twice, the next two."""
        with self.change():
            self.floods.append(seconds)

    # What people see.

    def seen(self, chat_id: int, thread_id: int | None = None) -> list[Seen]:
        """Everybody's messages and Telegram's notices in a chat, or in one topic, oldest first."""
        with self._changed:
            seen = self.chats[chat_id].seen() if chat_id in self.chats else []
            return [message for message in seen if thread_id in {None, message.thread_id}]

    def reactions(self, chat_id: int, message_id: int) -> dict[str, str]:
        """The emoji that stand on a message, under the names of those who put them."""
        with self._changed:
            return self.post_at(chat_id, message_id).reacted

    def upload(self, chat_id: int, message_id: int) -> Upload:
        """The file, with its name and bytes, that the bot sent in this message or copied to it."""
        with self._changed:
            return self.files[self.post_at(chat_id, message_id).message["document"]["file_id"]]

    def sent(self, chat_id: int) -> list[SentMessage]:
        """The bot's messages in a chat as they stand now, oldest first."""
        with self._changed:
            return self.chats[chat_id].sent() if chat_id in self.chats else []

    def typing(self, chat_id: int) -> int:
        """How often the bot said in this chat that it is typing."""
        with self._changed:
            return self.chats[chat_id].typing if chat_id in self.chats else 0

    def answered(self, query_id: str) -> str | None:
        """The notice that answered a tap, "" if without words, None if not answered."""
        return self.queries.get(query_id)

    @property
    def pending(self) -> list[dict[str, Any]]:
        """The updates that the bot has not confirmed, in their order."""
        with self._changed:
            return list(self.updates.waiting)

    @property
    def is_polling(self) -> bool:
        """Whether a getUpdates waits for news."""
        return bool(self.wakers)

    def wait_until(self, condition: Callable[[], bool], timeout: float = 10.0) -> None:
        """Block this thread until the world fulfils the condition; AssertionError if it does not.

        The condition is looked at after every change of the world, and must depend on it alone.
        Where the fake runs in the test's own event loop, `await asyncio.to_thread(wait_until, …)`.
        """
        with self._changed:
            if not self._changed.wait_for(condition, timeout):
                recent = ", ".join(self.calls[-RECENT:]) or "none"
                state = f"{len(self.updates.waiting)} updates pending, wrong: {self.violations}"
                raise AssertionError(f"Not within {timeout} s. Last calls: {recent}; {state}")

    # What the server needs.

    @contextmanager
    def change(self) -> Generator[None]:
        """Hold the world while it changes, then wake all who wait for a change."""
        with self._changed:
            yield
            self._changed.notify_all()
            for wake in self.wakers:
                wake()

    def now(self) -> int:
        """The time in Unix seconds, as Telegram writes dates."""
        return int(self.clock())

    def find(self, chat_id: int | str) -> Chat:
        """The chat, or Telegram's refusal."""
        if chat_id in self.moved:
            raise upgraded(self.moved[int(chat_id)])
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad("chat not found")
        return chat

    def post_at(self, chat_id: int, message_id: int) -> Post:
        """The message in a chat; raises NoSuchMessage."""
        chat = self.chats.get(chat_id)
        if chat is None or message_id not in chat.posts:
            raise NoSuchMessage(chat_id, message_id)
        return chat.posts[message_id]

    def posts(self) -> Iterator[Post]:
        """All messages of all chats."""
        return (post for chat in self.chats.values() for post in chat.posts.values())

    def person(self, user_id: int) -> Person | None:
        """The person whom the bot has met in private."""
        chat = self.chats.get(user_id)
        return chat.person if chat else None

    def next_album(self) -> str:
        """A media_group_id that no album has yet."""
        return str(next(self.albums))

    def by(self, person: Person) -> dict[str, Any]:
        """The fields of what this person does now."""
        return {"from": person.as_json(), "date": self.now()}

    def _learn(self, update: dict[str, Any]) -> None:
        """Know the chats, messages and taps of an update that a test wrote itself."""
        query = update.get("callback_query", {})
        if query:
            self.queries.setdefault(query["id"], None)
        for event in (update.get("message"), update.get("edited_message"), query.get("message")):
            if event and event["chat"]["id"] not in self.moved:
                chat = self.chats.setdefault(event["chat"]["id"], _opened(event["chat"]))
                chat.posts.setdefault(event["message_id"], Post(event, event.get("text", "")))
                chat.last_id = max(chat.last_id, event["message_id"])
                if "from" in event:
                    chat.meet((query or event)["from"])


def _opened(chat: dict[str, Any]) -> Chat:
    name = chat.get("title", chat.get("first_name", ""))
    person = Person(chat["id"], name) if chat["type"] == "private" else None
    return Chat(chat["id"], name, person)
