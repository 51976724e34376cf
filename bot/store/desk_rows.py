"""What is kept for the advisors: who they are, their topics, notes and digests, and what they changed."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Select, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.cases.case import Case
from bot.desk.advisors import Advisor, Roster
from bot.desk.situation import CaseChange, KeepNote
from bot.desk.topics import Topic
from bot.dialogue.messages import Chat
from bot.store import desk_tables as tables
from bot.store.outbox import Outbox

_ADVISOR = TypeAdapter(Advisor)
_CASE = TypeAdapter(Case)


@dataclass(frozen=True)
class DeskRows:
    """The advisors' things in one transaction of the books."""

    connection: Connection

    def roster(self) -> Roster:
        """Everybody who may act, by name."""
        rows = self.connection.execute(select(tables.advisors).order_by(tables.advisors.c.name)).mappings()
        return Roster(tuple(_ADVISOR.validate_python(dict(row)) for row in rows))

    def save_advisor(self, advisor: Advisor) -> None:
        """Keep an advisor, new or changed."""
        self.remove_advisor(advisor.id)
        self.connection.execute(insert(tables.advisors), _ADVISOR.dump_python(advisor, mode="json"))

    def remove_advisor(self, person: int) -> bool:
        """Nobody acts under this number any more; False where nobody did."""
        gone = self.connection.execute(delete(tables.advisors).where(tables.advisors.c.id == person))
        return bool(gone.rowcount)

    def topic_for(self, chat: Chat, group_id: int, name: str) -> Topic:
        """The topic of a chat's case, or of the chat where it has none; made in the books where there is none yet."""
        owner = {"case_ref": chat.case_ref} if chat.case_ref else {"chat_id": chat.id}
        column, value = next(iter(owner.items()))
        known = self._topic(tables.topics.c[column] == value)
        if known:
            return known
        row = {**owner, "group_id": group_id, "name": name, "was_lost": False}
        with suppress(IntegrityError), self.connection.begin_nested():
            self.connection.execute(insert(tables.topics), row)
        # Ours, or that of another buyer of the case who has just been faster.
        made = self._topic(tables.topics.c[column] == value)
        assert made is not None
        return made

    def topic(self, topic_id: int) -> Topic | None:
        """A topic by our number."""
        return self._topic(tables.topics.c.id == topic_id)

    def topic_at(self, group_id: int, thread_id: int | None) -> Topic | None:
        """The topic that Telegram shows here."""
        if thread_id is None:
            return None
        return self._topic((tables.topics.c.group_id == group_id) & (tables.topics.c.thread_id == thread_id))

    def is_plain(self, group_id: int) -> bool:
        """Is it a group without topics? What is for any of them stands in one place then."""
        plain = (tables.topics.c.group_id == group_id) & (tables.topics.c.thread_id == 0)
        return self.connection.scalar(select(tables.topics.c.id).where(plain).limit(1)) is not None

    def topic_made(self, topic_id: int, thread_id: int) -> None:
        """Telegram has made the topic."""
        self._change_topic(topic_id, thread_id=thread_id)

    def topic_lost(self, topic_id: int) -> None:
        """Somebody has deleted the topic in Telegram."""
        self._change_topic(topic_id, thread_id=None, was_lost=True)

    def topic_recapped(self, topic_id: int) -> None:
        """What was said in a lost topic stands in the new one."""
        self._change_topic(topic_id, was_lost=False)

    def group_now(self, group_id: int) -> int:
        """The number under which Telegram knows a group today."""
        moved = self.connection.scalar(select(tables.groups.c.moved_to).where(tables.groups.c.id == group_id))
        return self.group_now(moved) if moved else group_id

    def group_moved(self, old: int, new: int) -> None:
        """A group has another number from now on; everything that waits for it is sent there.

        Its messages are numbered anew, so the old numbers mean nothing there.
        """
        if old == new:
            return
        if self.group_now(old) == old:
            self.connection.execute(insert(tables.groups), {"id": old, "moved_to": new})
        self._forget_numbers(select(tables.topics.c.id).where(tables.topics.c.group_id == old))
        self.connection.execute(update(tables.topics).where(tables.topics.c.group_id == old).values(group_id=new))
        Outbox(self.connection).group_moved(old, new)

    def settle_in(self, group_id: int) -> None:
        """The advisors' group is this one from now on: topics of any other, with what waits for them, are made here."""
        here = self.group_now(group_id)
        elsewhere = select(tables.topics.c.id).where(tables.topics.c.group_id != here)
        self._forget_numbers(elsewhere)
        Outbox(self.connection).sent_to(here, elsewhere)
        left = update(tables.topics).where(tables.topics.c.group_id != here)
        self.connection.execute(left.values(group_id=here, thread_id=None, was_lost=True))

    def note(self, topic_id: int, person: int, note: KeepNote, now: datetime) -> None:
        """Keep what an advisor wrote for advisors."""
        row = {"topic_id": topic_id, "person": person, "text": note.text, "album": note.album, "at": now}
        self.connection.execute(insert(tables.notes), row)

    def is_in_note(self, topic_id: int, album: str | None) -> bool:
        """Is an album a note, by the words under one of its pictures?"""
        wanted = (tables.notes.c.topic_id == topic_id) & (tables.notes.c.album == album)
        return album is not None and self.connection.scalar(select(tables.notes.c.id).where(wanted)) is not None

    def notes(self, topic_id: int) -> list[tuple[datetime, int, str]]:
        """When who noted what, oldest first."""
        query = select(tables.notes).where(tables.notes.c.topic_id == topic_id).order_by(tables.notes.c.id)
        return [(row.at, row.person, row.text) for row in self.connection.execute(query)]

    def changed(self, before: Case, after: Case, person: int, now: datetime, letters: Sequence[int]) -> int:
        """Keep what was changed, for undoing it; its number."""
        row = {
            "case_ref": after.ref,
            "person": person,
            "at": now,
            "before": _CASE.dump_python(before, mode="json"),
            "after": _CASE.dump_python(after, mode="json"),
            "letters": list(letters),
        }
        made = self.connection.execute(insert(tables.changes), row).inserted_primary_key
        assert made is not None
        return int(made[0])

    def notes_of(self, case_ref: str) -> list[tuple[datetime, int, str]]:
        """The notes in a case's topic; none where there is no topic."""
        topic = self._topic(tables.topics.c.case_ref == case_ref)
        return self.notes(topic.id) if topic else []

    def change(self, change_id: int) -> CaseChange | None:
        """A change by its number, kept from being undone twice."""
        query = select(tables.changes).where(tables.changes.c.id == change_id).with_for_update()
        row = self.connection.execute(query).mappings().one_or_none()
        return _change(row) if row else None

    def last_told(self, case_ref: str) -> CaseChange | None:
        """The last change of a case which was told and not taken back."""
        standing = (tables.changes.c.case_ref == case_ref) & tables.changes.c.undone_at.is_(None)
        query = select(tables.changes).where(standing).order_by(tables.changes.c.id.desc())
        return next((_change(row) for row in self.connection.execute(query).mappings() if row["letters"]), None)

    def told(self, change_id: int, letters: Sequence[int]) -> None:
        """These letters tell of a change, in place of those before."""
        change = update(tables.changes).where(tables.changes.c.id == change_id)
        self.connection.execute(change.values(letters=list(letters)))

    def changed_by_others(self, case_ref: str, since: datetime, person: int) -> int | None:
        """Which other advisor was the last to change a case since then."""
        made = tables.changes.c
        wanted = (made.case_ref == case_ref) & (made.at > since) & (made.person != person)
        return self.connection.scalar(select(made.person).where(wanted).order_by(made.id.desc()).limit(1))

    def undone(self, change_id: int, now: datetime) -> None:
        """The change was taken back."""
        self.connection.execute(update(tables.changes).where(tables.changes.c.id == change_id).values(undone_at=now))

    def first_digest(self, advisor_id: int, day: date) -> bool:
        """Note that an advisor gets the digest of a day; False where that was noted before."""
        known = (tables.digests.c.advisor_id == advisor_id) & (tables.digests.c.day == day)
        if self.connection.scalar(select(tables.digests.c.day).where(known)):
            return False
        try:
            with self.connection.begin_nested():
                self.connection.execute(insert(tables.digests), {"advisor_id": advisor_id, "day": day})
        except IntegrityError:
            return False
        return True

    def _forget_numbers(self, topics: Select[tuple[int]]) -> None:
        """Where Telegram shows these topics from now on, their messages have other numbers, or do not stand at all."""
        forgotten = update(tables.entries).where(tables.entries.c.topic_id.in_(topics))
        self.connection.execute(forgotten.values(topic_message_id=None))

    def _topic(self, wanted: Any) -> Topic | None:  # noqa: ANN401
        columns = [tables.topics.c[field.name] for field in fields(Topic)]
        row = self.connection.execute(select(*columns).where(wanted)).mappings().one_or_none()
        return Topic(**row) if row else None

    def _change_topic(self, topic_id: int, **values: object) -> None:
        self.connection.execute(update(tables.topics).where(tables.topics.c.id == topic_id), values)


def _change(row: Mapping[Any, Any]) -> CaseChange:
    cases = {name: _CASE.validate_python(row[name]) for name in ("before", "after")}
    return CaseChange(**{**row, **cases, "letters": tuple(row["letters"])})
