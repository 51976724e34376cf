"""Why was each reply said?"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from bot.dialogue.account import Account, HeardQuestion, Past
from bot.dialogue.messages import Incoming
from bot.store.history_tables import said
from bot.store.tables import outbox


@dataclass(frozen=True)
class Told:
    """A reply as it was sent, with the account of it; `message_id` is Telegram's number, once it is sent."""

    past: Past
    chat_id: int
    message_id: int | None
    text: str


@dataclass(frozen=True)
class AskedQuestion:
    """Something that a buyer typed (redacted), and in which chat and when."""

    update_id: int
    chat_id: int
    at: datetime
    text: str


@dataclass(frozen=True)
class SaidRows:
    """The accounts of replies in one transaction of the books."""

    connection: Connection

    def keep(self, outbox_id: int, account: Account | None, incoming: Incoming, now: datetime) -> None:
        """Write the account down beside its reply; what the content did not say has none."""
        if account is None:
            return
        own = {name: value for name, value in asdict(account).items() if name != "heard"}
        where = {"outbox_id": outbox_id, "chat_id": incoming.chat_id, "update_id": incoming.update_id, "at": now}
        self.connection.execute(insert(said), {**own, **asdict(account.heard), **where})

    def last(self, chat_id: int) -> Past | None:
        """The chat's last answer to something typed."""
        wanted = (said.c.chat_id == chat_id) & said.c.question.is_not(None)
        query = select(said).where(wanted).order_by(said.c.at.desc(), said.c.outbox_id.desc()).limit(1)
        row = self.connection.execute(query).one_or_none()
        return _past(row) if row else None

    def sent(self, message_id: int, chat_id: int | None = None) -> list[Told]:
        """The replies of that number in Telegram, where each chat counts by itself."""
        return self._told(_replies(chat_id).where(outbox.c.message_id == message_id))

    def letter(self, outbox_id: int) -> list[Told]:
        """The reply of that number in the outbox, if it has an account."""
        return self._told(_replies().where(said.c.outbox_id == outbox_id))

    def latest(self, chat_id: int, limit: int) -> list[Told]:
        """The last replies in a chat, oldest first."""
        return self._told(_replies(chat_id).order_by(said.c.outbox_id.desc()).limit(limit))[::-1]

    def questions(
        self, limit: int, since: datetime | None = None, chat_id: int | None = None
    ) -> Sequence[AskedQuestion]:
        """The last things that were typed, each once, oldest first; in one chat, or in all."""
        columns = (said.c.update_id, said.c.chat_id, said.c.at, said.c.question)
        query = select(*columns).where(said.c.question.is_not(None)).group_by(*columns)
        if since:
            query = query.where(said.c.at >= since)
        if chat_id is not None:
            query = query.where(said.c.chat_id == chat_id)
        # Telegram's numbers of updates may begin anew; those of the outbox only grow.
        found = self.connection.execute(query.order_by(func.max(said.c.outbox_id).desc()).limit(limit))
        return [AskedQuestion(*row) for row in found][::-1]

    def _told(self, query: Select[Any]) -> list[Told]:
        rows = self.connection.execute(query)
        return [Told(_past(row), row.chat_id, row.message_id, row.text) for row in rows]


def _replies(chat_id: int | None = None) -> Select[Any]:
    joined = select(said, outbox.c.message_id, outbox.c.text).join(outbox, outbox.c.id == said.c.outbox_id)
    return joined if chat_id is None else joined.where(said.c.chat_id == chat_id)


def _past(row: Row[Any]) -> Past:
    heard = HeardQuestion(row.question, row.intent, row.score, tuple(row.evidence))
    return Past(row.outbox_id, row.at, Account(heard, row.version, row.reply, row.answer, row.facts))
