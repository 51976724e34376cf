"""What is still to be sent, and what became of the rest?"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, select, update

from bot.desk.topics import Topic
from bot.dialogue.messages import Copy, Parcel, React, Rewrite, Say, Withdraw
from bot.store import tables

log = logging.getLogger(__name__)

# How each kind of parcel is read back; what it does not know is left out.
_KINDS: Mapping[str, TypeAdapter[Any]] = {
    kind.__name__.lower(): TypeAdapter(kind) for kind in (Say, Copy, Rewrite, React, Withdraw)
}
# The terminal is a chat as well; no messenger ever delivers to it.
TERMINAL = 0
DROPPED = "a person took over"
UNDONE = "undone"
OUTDATED = "newer news"
UNLINKED = "another case"
NOTED = "a note"
TAKEN_BACK = (DROPPED, UNDONE, OUTDATED, UNLINKED, NOTED)


@dataclass(frozen=True)
class Letter:
    """A message in the outbox, worded at `written`; `entries` are the lines of the transcript that it delivers."""

    id: int
    chat_id: int
    parcel: Parcel
    topic_id: int | None = None
    entries: tuple[int, ...] = ()
    written: datetime | None = field(default=None, compare=False)

    @property
    def say(self) -> Say:
        """The words, of a letter that holds words of our own."""
        assert isinstance(self.parcel, Say)
        return self.parcel


@dataclass(frozen=True)
class Address:
    """Whom a letter is for: a chat, or a topic of the advisors' group."""

    chat_id: int
    topic_id: int | None = None

    @classmethod
    def topic(cls, topic: Topic) -> "Address":
        """A topic; where it is in Telegram is looked up when the letter is sent."""
        return cls(topic.group_id, topic.id)


@dataclass(frozen=True)
class Posting:
    """How a letter is to be handled: not before `due`; dropped when a person takes over if it is `by_bot`.

    `entries` are the lines of the transcript that it delivers; copies of one `album` travel together.
    """

    due: datetime | None = None
    by_bot: bool = False
    entries: tuple[int, ...] = ()
    album: str | None = None


@dataclass(frozen=True)
class Outbox:
    """The outbox in one transaction of the books."""

    connection: Connection

    def put(self, to: int | Address, parcel: Parcel, now: datetime, posting: Posting = Posting()) -> int:
        """Write down what is to be sent; the letter's number."""
        address = to if isinstance(to, Address) else Address(to)
        row = {
            **_packed(parcel, posting.entries),
            "chat_id": address.chat_id,
            "topic_id": address.topic_id,
            "by_bot": posting.by_bot,
            "album": posting.album,
            # What is to be said later counts from then on; only pictures that wait for their album hold up the chat.
            "created_at": now if posting.album else posting.due or now,
            "due_at": posting.due or now,
        }
        made = self.connection.execute(insert(tables.outbox), row).inserted_primary_key
        assert made is not None
        return int(made[0])

    def copy(self, to: Address, copy: Copy, now: datetime, posting: Posting) -> None:
        """Write down a copy; one of an album joins those of the same that still wait."""
        # What is due is in the sender's hands.
        is_open = (tables.outbox.c.album == posting.album) & (tables.outbox.c.due_at > now)
        wanted = self._waiting() & _to(to) & is_open
        row = (
            self.connection.execute(select(tables.outbox).where(wanted).with_for_update()).first()
            if posting.album
            else None
        )
        if row is None:
            self.put(to, copy, now, posting)
            return
        letter = _letter(row)
        assert isinstance(letter.parcel, Copy)
        whole = replace(letter.parcel, message_ids=(*letter.parcel.message_ids, *copy.message_ids))
        self._note(letter.id, detail=_packed(whole, (*letter.entries, *posting.entries))["detail"])

    def due(self, now: datetime, limit: int = 50) -> Sequence[Letter]:
        """The oldest messages that may be sent now, at most one for each chat or topic, so that order is kept."""
        waiting = self._waiting() & (tables.outbox.c.chat_id != TERMINAL) & (tables.outbox.c.created_at <= now)
        oldest = select(func.min(tables.outbox.c.id)).where(waiting)
        oldest = oldest.group_by(tables.outbox.c.chat_id, tables.outbox.c.topic_id)
        wanted = tables.outbox.c.id.in_(oldest) & (tables.outbox.c.due_at <= now)
        query = select(tables.outbox).where(wanted).order_by(tables.outbox.c.id).limit(limit)
        return [letter for row in self.connection.execute(query).all() if (letter := self._legible(row))]

    def _legible(self, row: Row[Any]) -> Letter | None:
        """The letter; what another version of the program wrote and this one cannot read is never sent."""
        try:
            return _letter(row)
        except (ValidationError, KeyError):
            log.exception("message %s cannot be read", row.id)
            self.failed(row.id, "cannot be read")
            return None

    def take(self, letter_id: int) -> Letter | None:
        """The letter as it is now, to be sent so: nothing joins it any more; None where it was dropped or sent."""
        query = select(tables.outbox).where(self._waiting() & (tables.outbox.c.id == letter_id)).with_for_update()
        row = self.connection.execute(query).one_or_none()
        if row is None:
            return None
        # Whoever looked at the clock before must not take it for one that still waits.
        self._note(letter_id, due_at=row.created_at)
        return _letter(row)

    def waiting(self, chat_id: int, topic_id: int | None = None) -> Sequence[Letter]:
        """Everything unsent for one chat or topic, oldest first."""
        wanted = self._waiting() & _to(Address(chat_id, topic_id))
        query = select(tables.outbox).where(wanted).order_by(tables.outbox.c.id)
        return [_letter(row) for row in self.connection.execute(query)]

    def drop_answers(self, chat_id: int) -> list[Letter]:
        """Take back what the bot has not said yet: a person speaks now."""
        return self._drop(tables.outbox.c.by_bot & (tables.outbox.c.chat_id == chat_id), DROPPED)

    def drop(self, letter_ids: Sequence[int], reason: str = UNDONE) -> list[Letter]:
        """Take letters back; those that are out already, or dropped for another reason, are left alone."""
        return self._drop(tables.outbox.c.id.in_(letter_ids), reason)

    def are_outdated(self, letter_ids: Sequence[int]) -> bool:
        """Has newer news taken the place of some of these?"""
        wanted = tables.outbox.c.id.in_(letter_ids) & (tables.outbox.c.failed == OUTDATED)
        return self.connection.scalar(select(tables.outbox.c.id).where(wanted).limit(1)) is not None

    def drop_case_data(self, chat_id: int) -> list[Letter]:
        """Take back what a chat was to hear of a case that is not its own any more, by the bot or by an advisor."""
        tells = tables.outbox.c.holds_case_data | (tables.outbox.c.kind == "copy")
        return self._drop(tells & (tables.outbox.c.chat_id == chat_id) & tables.outbox.c.topic_id.is_(None), UNLINKED)

    def drop_album(self, album: str) -> list[Letter]:
        """Take back the pictures that a buyer was to get, but turned out to be a note of advisors."""
        return self._drop((tables.outbox.c.album == album) & tables.outbox.c.topic_id.is_(None), NOTED)

    def group_moved(self, old: int, new: int) -> None:
        """What waits for a group goes to its new number, under which no message has the number that it had."""
        moved = update(tables.outbox).where(tables.outbox.c.chat_id == old)
        self.connection.execute(moved.values(chat_id=new, message_id=None))

    def sent_to(self, group_id: int, topics: Select[tuple[int]]) -> None:
        """What waits for these topics goes to a group in which they will be made."""
        waiting = update(tables.outbox).where(self._waiting() & tables.outbox.c.topic_id.in_(topics))
        self.connection.execute(waiting.values(chat_id=group_id))

    def sent(self, letter_id: int, message_id: int | None, now: datetime) -> str | None:
        """Telegram has it; the reason why it was taken back meanwhile, if it was."""
        done = update(tables.outbox).where(tables.outbox.c.id == letter_id).values(sent_at=now, message_id=message_id)
        taken_back: str | None = self.connection.scalar(done.returning(tables.outbox.c.failed))
        return taken_back

    def failed(self, letter_id: int, reason: str) -> None:
        """It will never be delivered."""
        self._note(letter_id, failed=reason[:200])

    def put_off(self, letter_id: int, until: datetime) -> None:
        """Try again later; the chat's later messages wait behind it."""
        self._note(letter_id, due_at=until)

    def was_said(self, chat_id: int, message_id: int) -> Say | None:
        """The words of a message as they were sent, by Telegram's number."""
        return self._newest_say(chat_id, tables.outbox.c.message_id == message_id)

    def last_said(self, chat_id: int, now: datetime) -> Say | None:
        """What a chat was sent last, or is about to be: by the bot, or in its words by an advisor."""
        return self._newest_say(chat_id, tables.outbox.c.failed.is_(None) & (tables.outbox.c.created_at <= now))

    def topic_of(self, group_id: int, message_id: int) -> int | None:
        """The topic for which a message in a group was, by Telegram's number."""
        known = (tables.outbox.c.chat_id == group_id) & (tables.outbox.c.message_id == message_id)
        query = select(tables.outbox.c.topic_id).where(known).order_by(tables.outbox.c.id.desc())
        return self.connection.scalar(query)

    def now_reads(self, chat_id: int, message_id: int) -> Rewrite | None:
        """What a message was last changed to, or will be; None for one that stays as it was sent."""
        rewrite = self.connection.execute(
            select(tables.outbox).where(_rewrites(chat_id, message_id)).order_by(tables.outbox.c.id.desc())
        ).first()
        parcel = _letter(rewrite).parcel if rewrite else None
        return parcel if isinstance(parcel, Rewrite) else None

    def worded_at(self, chat_id: int, message_id: int) -> datetime | None:
        """Since when a message reads as it does; None for one that is not ours."""
        said = (tables.outbox.c.chat_id == chat_id) & (tables.outbox.c.message_id == message_id)
        wanted = said | _rewrites(chat_id, message_id)
        query = select(tables.outbox.c.created_at).where(wanted).order_by(tables.outbox.c.id.desc()).limit(1)
        return self.connection.scalar(query)

    def _newest_say(self, chat_id: int, wanted: ColumnElement[bool]) -> Say | None:
        known = (tables.outbox.c.chat_id == chat_id) & (tables.outbox.c.kind == "say") & wanted
        query = select(tables.outbox).where(known).order_by(tables.outbox.c.id.desc()).limit(1)
        row = self.connection.execute(query).first()
        return _letter(row).say if row else None

    def _drop(self, wanted: ColumnElement[bool], reason: str) -> list[Letter]:
        query = select(tables.outbox).where(self._waiting() & wanted).order_by(tables.outbox.c.id)
        letters = [_letter(row) for row in self.connection.execute(query)]
        for letter in letters:
            self.failed(letter.id, reason)
        return letters

    def _note(self, letter_id: int, **values: object) -> None:
        self.connection.execute(update(tables.outbox).where(tables.outbox.c.id == letter_id), values)

    @staticmethod
    def _waiting() -> ColumnElement[bool]:
        return tables.outbox.c.sent_at.is_(None) & tables.outbox.c.failed.is_(None)


def _to(address: Address) -> ColumnElement[bool]:
    return (tables.outbox.c.chat_id == address.chat_id) & tables.outbox.c.topic_id.is_not_distinct_from(
        address.topic_id
    )


def _packed(parcel: Parcel, entries: tuple[int, ...]) -> dict[str, Any]:
    """The parcel as columns: words and buttons have their own, the rest is `detail`."""
    fields = asdict(parcel)
    fields.pop("account", None)  # kept elsewhere
    columns = {"text": fields.pop("text", ""), "holds_case_data": fields.pop("holds_case_data", False)}
    buttons = fields.pop("buttons", ())
    kept = {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
    return {
        "kind": type(parcel).__name__.lower(),
        **columns,
        "buttons": list(buttons),
        "detail": {**kept, "entries": list(entries)},
    }


def _letter(row: Row[Any]) -> Letter:
    detail = dict(row.detail)
    entries = tuple(detail.pop("entries", ()))
    return Letter(row.id, row.chat_id, _parcel(row, detail), row.topic_id, entries, row.created_at)


def _parcel(row: Row[Any], detail: dict[str, Any]) -> Parcel:
    words = {"text": row.text, "buttons": row.buttons, "holds_case_data": row.holds_case_data}
    parcel: Parcel = _KINDS[row.kind].validate_python(words | detail)
    return parcel


def _rewrites(chat_id: int, message_id: int) -> ColumnElement[bool]:
    """What changes a message that was sent."""
    is_of_message: ColumnElement[bool] = tables.outbox.c.detail["message_id"].as_integer() == message_id
    return is_of_message & (tables.outbox.c.chat_id == chat_id) & (tables.outbox.c.kind == "rewrite")
