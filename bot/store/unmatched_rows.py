"""Which messages did the content fail?"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from bot.dialogue.unmatched import Miss, Unmatched, blamed, chat_hash
from bot.store.history_tables import unmatched
from bot.store.said_rows import SaidRows
from bot.store.tables import chats


@dataclass(frozen=True)
class UnmatchedRows:
    """The failed messages in one transaction of the books."""

    connection: Connection

    def keep(self, misses: Iterable[Unmatched], chat_id: int, now: datetime) -> None:
        """Add them; an answer that failed is counted once for each way of failing."""
        for miss in misses:
            if miss.outbox_id is None or not self._is_known(miss):
                row = {**asdict(miss), "at": now, "chat_hash": chat_hash(chat_id)}
                self.connection.execute(insert(unmatched), row)

    def dislike(self, chat_id: int, message_id: int, now: datetime) -> bool:
        """Somebody put a thumb down under a reply; False where it answers nothing that was typed."""
        told = [
            told for told in SaidRows(self.connection).sent(message_id, chat_id) if told.past.account.heard.question
        ]
        for reply in told:
            language = self.connection.scalar(select(chats.c.last_language).where(chats.c.id == chat_id))
            self.keep([blamed(reply.past, Miss.DISLIKED, language or "zh")], chat_id, now)
        return bool(told)

    def _is_known(self, miss: Unmatched) -> bool:
        known = (unmatched.c.outbox_id == miss.outbox_id) & (unmatched.c.outcome == miss.outcome)
        return self.connection.scalar(select(unmatched.c.id).where(known)) is not None

    def all(self, since: datetime | None = None) -> list[Unmatched]:
        """Every failed message, oldest first."""
        columns = [unmatched.c[name] for name in Unmatched.__dataclass_fields__]
        query = select(*columns).order_by(unmatched.c.id)
        rows = self.connection.execute(query.where(unmatched.c.at >= since) if since else query).mappings()
        return [Unmatched(**{**row, "candidates": tuple(row["candidates"])}) for row in rows]
