"""What is still to be sent, and what became of the rest?"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update

from bot.dialogue.messages import Button, Say
from bot.store import tables

# The terminal is a chat as well; no messenger ever delivers to it.
TERMINAL = 0


@dataclass(frozen=True)
class Letter:
    """A message waiting in the outbox."""

    id: int
    chat_id: int
    say: Say


@dataclass(frozen=True)
class Outbox:
    """The outbox in one transaction of the books."""

    connection: Connection

    def put(self, chat_id: int, say: Say, now: datetime) -> int:
        """Write down what is to be sent; the message's number in the outbox. Its account is kept elsewhere."""
        values = {name: value for name, value in asdict(say).items() if name != "account"}
        row = {**values, "chat_id": chat_id, "created_at": now, "due_at": now}
        return int(self.connection.scalars(insert(tables.outbox).values(row).returning(tables.outbox.c.id)).one())

    def due(self, now: datetime, limit: int = 50) -> Sequence[Letter]:
        """The oldest messages that may be sent now, at most one for each chat, so that order is kept."""
        waiting = self._waiting() & (tables.outbox.c.chat_id != TERMINAL)
        oldest = select(func.min(tables.outbox.c.id)).where(waiting).group_by(tables.outbox.c.chat_id)
        wanted = tables.outbox.c.id.in_(oldest) & (tables.outbox.c.due_at <= now)
        query = select(tables.outbox).where(wanted).order_by(tables.outbox.c.id).limit(limit)
        return [_letter(row) for row in self.connection.execute(query)]

    def waiting(self, chat_id: int) -> Sequence[Letter]:
        """Everything unsent for one chat, oldest first."""
        wanted = self._waiting() & (tables.outbox.c.chat_id == chat_id)
        return [
            _letter(row)
            for row in self.connection.execute(select(tables.outbox).where(wanted).order_by(tables.outbox.c.id))
        ]

    def sent(self, letter_id: int, message_id: int | None, now: datetime) -> None:
        """Telegram has it."""
        self._note(letter_id, sent_at=now, message_id=message_id)

    def failed(self, letter_id: int, reason: str) -> None:
        """It will never be delivered."""
        self._note(letter_id, failed=reason[:200])

    def put_off(self, letter_id: int, until: datetime) -> None:
        """Try again later; the chat's later messages wait behind it."""
        self._note(letter_id, due_at=until)

    def _note(self, letter_id: int, **values: object) -> None:
        self.connection.execute(update(tables.outbox).where(tables.outbox.c.id == letter_id).values(values))

    @staticmethod
    def _waiting() -> ColumnElement[bool]:
        return tables.outbox.c.sent_at.is_(None) & tables.outbox.c.failed.is_(None)


def _letter(row: Row[Any]) -> Letter:
    buttons = tuple(Button(**button) for button in row.buttons)
    return Letter(row.id, row.chat_id, Say(row.text, buttons, row.holds_case_data))
