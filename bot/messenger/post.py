"""What does the sender need of the books? Named here, so that it needs to know nothing else of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import assert_never

from bot.desk import delivery
from bot.desk.entries import Delivery, Entry
from bot.desk.phrases import phrase
from bot.desk.topics import Topic
from bot.desk.transcript import recap
from bot.dialogue.messages import MOST_QUOTED, Copy, Parcel, React, Rewrite, Say, Withdraw, plain
from bot.dialogue.redact import redact
from bot.store.books import Books, Records
from bot.store.outbox import NOTED, OUTDATED, UNDONE, UNLINKED, Address, Letter, Posting

_PUT_OFF = "put off"
# What was taken back for this reason while it was on its way would mislead whoever keeps it.
_UNTRUE = {UNDONE, OUTDATED, UNLINKED}


@dataclass(frozen=True)
class Post:
    """The outbox, one transaction a step; advisors are told in this language what became of their messages."""

    books: Books
    language: str = "zh"

    def due(self, now: datetime) -> Sequence[Letter]:
        """What may be sent now, at most one message for each chat or topic."""
        with self.books.transaction() as records:
            return records.outbox.due(now)

    def take(self, letter: Letter) -> Letter | None:
        """The letter as it is now, to be sent so; None where somebody spoke first, or took it back."""
        with self.books.transaction() as records:
            return records.outbox.take(letter.id)

    def sent(self, letter: Letter, message_ids: Sequence[int], now: datetime) -> None:
        """Telegram has the message, under these numbers; or has changed it, or taken it away."""
        with self.books.transaction() as records:
            taken_back = records.outbox.sent(letter.id, message_ids[0] if message_ids else None, now)
            match letter.parcel:
                case Say() | Copy():
                    _arrived(records, letter, message_ids, now, was_noted=taken_back == NOTED)
                    if taken_back in _UNTRUE and letter.topic_id is None:
                        _unsay(records, letter, message_ids, now)
                case Rewrite():
                    _reworded(records, letter, plain(letter.parcel.text), now)
                case React() | Withdraw():
                    pass
                case _:
                    assert_never(letter.parcel)

    def failed(self, letter: Letter, reason: str, now: datetime) -> None:
        """The message will never be delivered."""
        with self.books.transaction() as records:
            self._fail(records, letter, reason, reason, now)

    def unreachable(self, letter: Letter, reason: str, now: datetime) -> None:
        """The buyer has blocked the bot; advisors and editors, who may as well, have no chat in the books."""
        with self.books.transaction() as records:
            self._fail(records, letter, reason, phrase("blocked", self.language), now)
            records.chats.unreachable(letter.chat_id)

    def put_off(self, letter: Letter, until: datetime, now: datetime) -> None:
        """The message is tried again later; an advisor sees that once, however often it is."""
        with self.books.transaction() as records:
            records.outbox.put_off(letter.id, until)
            for entry in _entries(records, letter):
                if entry.reason is None:
                    records.entries.change(entry, reason=_PUT_OFF)
                    _tell(records, entry, delivery.queued(entry), now)

    def topic(self, letter: Letter) -> Topic | None:
        """Where a letter for advisors goes."""
        with self.books.transaction() as records:
            return records.desk.topic(letter.topic_id) if letter.topic_id else None

    def topic_made(self, topic: Topic, thread_id: int) -> None:
        """Telegram has made the topic."""
        with self.books.transaction() as records:
            records.desk.topic_made(topic.id, thread_id)

    def topic_lost(self, topic: Topic) -> None:
        """Somebody has deleted the topic in Telegram."""
        with self.books.transaction() as records:
            records.desk.topic_lost(topic.id)

    def topic_recapped(self, topic: Topic) -> None:
        """What was said in a lost topic stands in the new one."""
        with self.books.transaction() as records:
            records.desk.topic_recapped(topic.id)

    def recap(self, topic: Topic) -> str:
        """What was said lately about a topic that has to be made again (Telegram's HTML)."""
        with self.books.transaction() as records:
            entries = (
                records.entries.of_case(topic.case_ref)
                if topic.case_ref
                else records.entries.last(topic.chat_id, most=100)
                if topic.chat_id
                else []
            )
            return recap(entries, records.desk.roster(), self.language)

    def group_moved(self, old: int, new: int) -> None:
        """Telegram has given the group another number."""
        with self.books.transaction() as records:
            records.desk.group_moved(old, new)

    def _fail(self, records: Records, letter: Letter, reason: str, told: str, now: datetime) -> None:
        records.outbox.failed(letter.id, reason)
        if letter.topic_id is not None:
            if isinstance(letter.parcel, Copy):
                self._retell(records, letter, now)
            return
        key, left = _refused(letter.parcel, reason[:200])
        for entry in _entries(records, letter):
            records.entries.change(entry, **left)
            _tell(records, entry, delivery.failed(entry, told, self.language, key), now)

    def _retell(self, records: Records, letter: Letter, now: datetime) -> None:
        """What cannot be copied, such as what the buyer has deleted since, is told from the transcript."""
        if texts := "\n".join(entry.words for entry in _lines(records, letter)):
            told = phrase("not_copied", self.language, text=escape(texts[:MOST_QUOTED]))
            records.outbox.put(Address(letter.chat_id, letter.topic_id), Say(told), now)


def _numbered(letter: Letter, message_ids: Sequence[int]) -> Iterable[tuple[int, int | None]]:
    """Each line of the transcript with its message; with none where Telegram made another number of them.

    An album travels in the order of its numbers; of pictures that somebody has deleted there is nothing to copy.
    """
    entries = letter.entries
    if isinstance(letter.parcel, Copy) and len(letter.parcel.message_ids) == len(entries):
        entries = tuple(entry for _, entry in sorted(zip(letter.parcel.message_ids, entries, strict=True)))
    known = message_ids if len(message_ids) == len(entries) else [None] * len(entries)
    return zip(entries, known, strict=True)


def _entries(records: Records, letter: Letter) -> list[Entry]:
    """The lines of the transcript that a letter to a buyer delivers."""
    return [] if letter.topic_id is not None else _lines(records, letter)


def _lines(records: Records, letter: Letter) -> list[Entry]:
    """The lines of the transcript that a letter holds, to whomever it goes."""
    return [entry for number in letter.entries if (entry := records.entries.get(number))]


def _arrived(records: Records, letter: Letter, message_ids: Sequence[int], now: datetime, *, was_noted: bool) -> None:
    for number, message_id in _numbered(letter, message_ids):
        entry = records.entries.arrived(number, message_id, in_topic=letter.topic_id is not None)
        if entry and was_noted:
            _withdraw(records, entry, now)
        elif entry and letter.topic_id is None:
            _tell(records, entry, delivery.delivered(entry), now)


def _unsay(records: Records, letter: Letter, message_ids: Sequence[int], now: datetime) -> None:
    for number in message_ids:
        records.outbox.put(letter.chat_id, Withdraw(number), now)


def _reworded(records: Records, letter: Letter, text: str, now: datetime) -> None:
    """The buyer has other words from now on; whether the message itself is there is another matter."""
    for entry in _entries(records, letter):
        records.entries.reworded(entry, redact(text))
        records.entries.change(entry, reason=None)
        _tell(records, entry, delivery.delivered(entry), now)


def _refused(parcel: Parcel, reason: str) -> tuple[str, Mapping[str, object]]:
    """How it is told, and what becomes of the entry: what cannot be changed or taken away is still with the buyer."""
    match parcel:
        case Rewrite():
            return "not_edited", {"reason": None}
        case Withdraw():
            return "not_withdrawn", {"delivery": Delivery.SENT, "reason": reason}
        case _:
            return "not_delivered", {"delivery": Delivery.FAILED, "reason": reason}


def _withdraw(records: Records, entry: Entry, now: datetime) -> None:
    """It became a note while it was on its way."""
    records.entries.change(entry, delivery=Delivery.DROPPED)
    if entry.message_id is not None:
        records.outbox.put(entry.chat_id, Withdraw(entry.message_id), now, Posting(entries=(entry.id,)))


def _tell(records: Records, entry: Entry, parcels: Sequence[Parcel], now: datetime) -> None:
    topic = records.desk.topic(entry.topic_id) if entry.topic_id else None
    if topic:
        for parcel in parcels:
            records.outbox.put(Address.topic(topic), parcel, now)
