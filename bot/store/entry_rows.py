"""How is the transcript kept?"""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from bot.desk.entries import Author, Delivery, Entry
from bot.store import desk_tables as tables

_FIELDS = [field.name for field in fields(Entry)]


@dataclass(frozen=True)
class EntryRows:
    """The transcript in one transaction of the books."""

    connection: Connection

    def add(self, entry: Entry) -> Entry:
        """Keep what was said; the entry with its number."""
        values = asdict(entry) | {"earlier": list(entry.earlier)}
        del values["id"]
        made = self.connection.execute(insert(tables.entries), values).inserted_primary_key
        assert made is not None
        return _entry(values | {"id": made[0]})

    def get(self, entry_id: int) -> Entry | None:
        """An entry by its number."""
        return next(iter(self._found(tables.entries.c.id == entry_id)), None)

    def in_chat(self, chat_id: int, message_id: int | None) -> Entry | None:
        """The entry that stands in the buyer's chat under this number."""
        known = (tables.entries.c.chat_id == chat_id) & (tables.entries.c.message_id == message_id)
        return next(iter(self._found(known)), None) if message_id else None

    def in_topic(self, topic_id: int, message_id: int | None) -> Entry | None:
        """The entry that stands in the topic under this number."""
        known = (tables.entries.c.topic_id == topic_id) & (tables.entries.c.topic_message_id == message_id)
        return next(iter(self._found(known)), None) if message_id else None

    def in_group(self, group_id: int, message_id: int) -> Entry | None:
        """The entry that stands in some topic of a group under this number."""
        ours = select(tables.topics.c.id).where(tables.topics.c.group_id == group_id)
        known = tables.entries.c.topic_id.in_(ours) & (tables.entries.c.topic_message_id == message_id)
        return next(iter(self._found(known)), None)

    def has_album(self, chat_id: int, album: str | None) -> bool:
        """Is a picture of this album there already?"""
        return album is not None and bool(self.of_album(chat_id, album))

    def of_album(self, chat_id: int, album: str) -> list[Entry]:
        """The pictures of an album, oldest first."""
        return self._found((tables.entries.c.chat_id == chat_id) & (tables.entries.c.album == album))

    def last(self, chat_id: int, author: Author | None = None, most: int = 3) -> list[Entry]:
        """The newest entries of a chat, oldest first."""
        wanted = tables.entries.c.chat_id == chat_id
        if author:
            wanted &= tables.entries.c.author == author
        query = select(tables.entries).where(wanted).order_by(tables.entries.c.id.desc()).limit(most)
        return [_entry(dict(row)) for row in self.connection.execute(query).mappings()][::-1]

    def count(self, chat_id: int, author: Author, since: datetime) -> int:
        """How much somebody has written in a chat since a moment."""
        wanted = (tables.entries.c.chat_id == chat_id) & (tables.entries.c.author == author)
        query = select(func.count()).select_from(tables.entries).where(wanted & (tables.entries.c.at >= since))
        return self.connection.scalar(query) or 0

    def counts(self, since: datetime) -> dict[str, int]:
        """How many messages the buyers of each case have written since a moment."""
        wanted = (tables.entries.c.author == Author.BUYER) & (tables.entries.c.at >= since)
        query = select(tables.entries.c.case_ref, func.count()).where(wanted).group_by(tables.entries.c.case_ref)
        return {ref: count for ref, count in self.connection.execute(query) if ref}

    def of_case(self, case_ref: str) -> list[Entry]:
        """Everything that was said about a case, oldest first."""
        return self._found(tables.entries.c.case_ref == case_ref)

    def change(self, entry: Entry, **values: object) -> None:
        """Note what became of an entry."""
        self.connection.execute(update(tables.entries).where(tables.entries.c.id == entry.id), values)

    def reworded(self, entry: Entry, text: str) -> None:
        """Other words; the old ones are kept."""
        if text != entry.text:
            self.change(entry, text=text, earlier=[*entry.earlier, entry.text])

    def arrived(self, entry_id: int, message_id: int | None, *, in_topic: bool) -> Entry | None:
        """Telegram has it, under this number; the entry as it stands now."""
        values: dict[str, Any] = (
            {"topic_message_id": message_id}
            if in_topic
            else {"message_id": message_id, "delivery": Delivery.SENT, "reason": None}
        )
        self.connection.execute(update(tables.entries).where(tables.entries.c.id == entry_id), values)
        return self.get(entry_id)

    def _found(self, wanted: ColumnElement[bool]) -> list[Entry]:
        query = select(tables.entries).where(wanted).order_by(tables.entries.c.id)
        return [_entry(dict(row)) for row in self.connection.execute(query).mappings()]


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(**{name: row[name] for name in _FIELDS} | {"earlier": tuple(row["earlier"])})
