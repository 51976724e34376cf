"""What do people do to the bot, and what do they see of it?"""

import threading
import time
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from tests.telegram.people import ADVISOR, BOT, Chat, Person, Post, SentMessage, typed
from tests.telegram.refusals import bad
from tests.telegram.spec import payloads, violations
from tests.telegram.updates import Updates

RECENT = 12


class InvalidUpdate(ValueError):
    """A test injects an update that Telegram could not send."""

    def __init__(self, wrong: list[str]) -> None:
        super().__init__(f"Mend the update that the test injects: {'; '.join(wrong)}")


class NoSuchButton(LookupError):
    """A person looks for a button that the bot did not show."""

    def __init__(self, label: str, chat: Chat) -> None:
        seen = [message.buttons for message in chat.sent()]
        super().__init__(f"No button {label!r} in chat {chat.id}. Oldest first it has {seen}")


class World:
    """Chats, messages and the queue of updates; safe to use from several threads."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.chats: dict[int, Chat] = {}
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

    # What people do.

    def text(self, chat_id: int, text: str, *, language_code: str = "zh-hans", user_name: str = "赵女士") -> int:
        """Write to the bot in private; return the update's id. It opens or unblocks the chat."""
        person = Person(chat_id, user_name, language_code)
        with self.change():
            chat = self.chats.setdefault(chat_id, Chat(chat_id, user_name, person))
            chat.name, chat.person = user_name, person
            if chat.is_blocked:
                self._set_blocked(chat, person, is_blocked=False)
            return self.put("message", chat.post(self._by(person) | typed(text), text))

    def group(self, chat_id: int, title: str = "顾问组") -> None:
        """Open a forum group with the bot in it, unless it exists."""
        with self.change():
            self.chats.setdefault(chat_id, Chat(chat_id, title))

    def topic(self, chat_id: int, name: str, *, person: Person = ADVISOR) -> int:
        """Open a topic in a group, as a person does; return the thread's id."""
        with self.change():
            self.group(chat_id)
            notice = self.chats[chat_id].open_topic(name, person.as_json(), self.now())
            self.put("message", notice)
            return int(notice["message_id"])

    def delete_topic(self, chat_id: int, thread_id: int) -> None:
        """Delete a topic with all its messages; Telegram tells the bot nothing."""
        with self.change():
            chat = self.find(chat_id)
            del chat.topics[thread_id]
            chat.posts = {
                message_id: post
                for message_id, post in chat.posts.items()
                if post.message.get("message_thread_id") != thread_id
            }

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
            self.group(chat_id)
            chat = self.chats[chat_id]
            if thread_id is not None and thread_id not in chat.topics:
                raise LookupError(f"No topic {thread_id} in {chat_id}; it has {chat.topics}")
            content = self._by(person) | typed(text) | chat.place(thread_id, reply_to)
            return self.put("message", chat.post(content, text))

    def press(self, chat_id: int, label: str, *, person: Person | None = None) -> str:
        """Tap the newest inline button with that label; return the callback query's id."""
        with self.change():
            chat = self.find(chat_id)
            message, data = _button(chat, label)
            query = {
                "id": str(8_800_000_001 + len(self.queries)),
                "from": (person or chat.person or ADVISOR).as_json(),
                "message": message,
                "chat_instance": str(chat_id),
                "data": data,
            }
            self.put("callback_query", query)
            return str(query["id"])

    def edit(self, chat_id: int, message_id: int, text: str) -> int:
        """Change a person's own message; return the update's id."""
        with self.change():
            post = self.find(chat_id).posts[message_id]
            rest = {name: value for name, value in post.message.items() if name != "entities"}
            post.message = rest | typed(text) | {"edit_date": self.now()}
            post.raw = text
            return self.put("edited_message", post.message)

    def block(self, chat_id: int) -> int:
        """Block the bot, which Telegram reports as my_chat_member; return the update's id."""
        with self.change():
            chat = self.find(chat_id)
            return self._set_blocked(chat, chat.person or ADVISOR, is_blocked=True)

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
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad("chat not found")
        return chat

    def _by(self, person: Person) -> dict[str, Any]:
        return {"from": person.as_json(), "date": self.now()}

    def _set_blocked(self, chat: Chat, person: Person, *, is_blocked: bool) -> int:
        chat.is_blocked = is_blocked
        bot = {"user": BOT}
        states = [bot | {"status": "member"}, bot | {"status": "kicked", "until_date": 0}]
        old, new = states if is_blocked else reversed(states)
        change = {"chat": chat.as_json(), "old_chat_member": old, "new_chat_member": new}
        return self.put("my_chat_member", change | self._by(person))

    def _learn(self, update: dict[str, Any]) -> None:
        """Know the chats, messages and taps of an update that a test wrote itself."""
        query = update.get("callback_query", {})
        if query:
            self.queries.setdefault(query["id"], None)
        for event in (update.get("message"), update.get("edited_message"), query.get("message")):
            if event:
                chat = self.chats.setdefault(event["chat"]["id"], _opened(event["chat"]))
                chat.posts.setdefault(event["message_id"], Post(event, event.get("text", "")))
                chat.last_id = max(chat.last_id, event["message_id"])


def _opened(chat: dict[str, Any]) -> Chat:
    name = chat.get("title", chat.get("first_name", ""))
    person = Person(chat["id"], name) if chat["type"] == "private" else None
    return Chat(chat["id"], name, person)


def _button(chat: Chat, label: str) -> tuple[dict[str, Any], str]:
    for _, post in sorted(chat.posts.items(), reverse=True):
        for button in (button for row in post.rows for button in row):
            if button["text"] == label and "callback_data" in button:
                return post.message, button["callback_data"]
    raise NoSuchButton(label, chat)
