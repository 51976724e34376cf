"""What does the sender need of the books? Named here, so that it needs to know nothing else of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.store.books import Books
from bot.store.outbox import Letter

__all__ = ["Letter", "Post"]


@dataclass(frozen=True)
class Post:
    """The outbox, one transaction a step."""

    books: Books

    def due(self, now: datetime) -> Sequence[Letter]:
        """What may be sent now, at most one message for each chat."""
        with self.books.transaction() as records:
            return records.outbox.due(now)

    def sent(self, letter: Letter, message_id: int, now: datetime) -> None:
        """Telegram has the message."""
        with self.books.transaction() as records:
            records.outbox.sent(letter.id, message_id, now)

    def failed(self, letter: Letter, reason: str) -> None:
        """The message will never be delivered."""
        with self.books.transaction() as records:
            records.outbox.failed(letter.id, reason)

    def unreachable(self, letter: Letter, reason: str) -> None:
        """The buyer has blocked the bot."""
        with self.books.transaction() as records:
            records.outbox.failed(letter.id, reason)
            records.chats.save(replace(records.chats.get(letter.chat_id), unreachable=True))

    def put_off(self, letter: Letter, until: datetime) -> None:
        """The message is tried again later."""
        with self.books.transaction() as records:
            records.outbox.put_off(letter.id, until)
