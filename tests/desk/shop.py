"""Where do the random days of the machine happen? Three buyers, two topics, and a Telegram that is only a counter."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

from sqlalchemy import Row, select

from bot.cases.milestones import Role
from bot.desk.advisors import Advisor, Leave
from bot.desk.room import Room
from bot.desk.situation import DeskIncoming
from bot.desk.tickets import Ticket
from bot.desk.topics import Topic
from bot.dialogue.decision import Decision
from bot.dialogue.messages import Chat, Copy, Incoming, Kind, React, Rewrite, Source
from bot.messenger.post import Post
from bot.store import tables
from bot.store.books import Books, open_books
from bot.store.outbox import Letter
from bot.turns.buyer import Turn
from bot.turns.desk import DeskTurn
from bot.turns.rounds import Rounds
from tests.desk.people import FRIDAY, GROUP, SUN, WU, ZHOU, case
from tests.samples import config
from tests.talks import house

HERS, HIS, ALONE = 501, 502, 503
BUYERS = (HERS, HIS, ALONE)
CASE = case("C-1", "赵女士")
_CHATS = (Chat(HERS, CASE.ref, Role.BUYER), Chat(HIS, CASE.ref, Role.SPOUSE), Chat(ALONE))
AGAIN = timedelta(seconds=5)


@cache
def _books() -> Books:
    return open_books("sqlite://", Path())


def _empty() -> Books:
    books = _books()
    with books.transaction() as records:
        for table in reversed(tables.metadata.sorted_tables):
            records.connection.execute(table.delete())
    return books


@dataclass
class Shop:
    """Everything real but Telegram, whose part is played by `deliver`."""

    turn: Turn = field(default_factory=lambda: Turn(_empty(), house, config().process, Room(GROUP)))
    now: datetime = FRIDAY
    blocked: set[int] = field(default_factory=set)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        """Three buyers, two of them of one case, and a topic for each case or lonely chat."""
        with self.turn.books.transaction() as records:
            records.cases.save(CASE)
            for advisor in (ZHOU, WU, SUN):
                records.desk.save_advisor(advisor)
            for chat in _CHATS:
                records.chats.save(chat)
                topic = records.desk.topic_for(chat, GROUP, "")
                records.desk.topic_made(topic.id, topic.id)

    # What people do.

    def buyer(self, chat_id: int, kind: Kind, content: str = "", message_id: int | None = None) -> Decision:
        """Something a buyer does; whoever writes has the bot unblocked."""
        if kind != Kind.BLOCKED:
            self.blocked.discard(chat_id)
        source = Source(message_id) if message_id else None
        decision = self.turn.take(Incoming(next(self.numbers), chat_id, kind, content, source=source), self.now)
        assert decision is not None
        return decision

    def advisor(
        self, who: Advisor, chat_id: int, kind: Kind, content: str, message_id: int, reply_to: int | None = None
    ) -> None:
        """Something an advisor does in the topic of a buyer; a command's argument follows its name."""
        topic, source = self.topic(chat_id), Source(message_id, reply_to)
        name, _, argument = content.partition(" ") if kind == Kind.COMMAND else (content, "", "")
        done = DeskIncoming(next(self.numbers), GROUP, topic.thread_id, who.id, kind, name, argument, source)
        DeskTurn(self.turn).take(done, self.now)

    def leave(self, who: Advisor, *, is_away: bool) -> None:
        """Somebody goes on leave for the day, or is back."""
        leaves = (Leave(self.now.date(), self.now.date()),) if is_away else ()
        with self.turn.books.transaction() as records:
            records.desk.save_advisor(replace(who, leaves=leaves))

    def wait(self, minutes: int) -> None:
        """Time passes, and is looked at."""
        self.now += timedelta(minutes=minutes)
        Rounds(self.turn).go(self.now)

    # What Telegram does.

    def deliver(self, how: str) -> None:
        """Let Telegram take what is due ("sent"), put it off, or refuse it; digests are not looked at."""
        post = Post(self.turn.books)
        for letter in post.due(self.now):
            if letter.chat_id in {GROUP, *BUYERS}:
                self._take(post, letter, how)

    def deliver_all(self) -> None:
        """Let Telegram take everything, however often it was put off."""
        while any(row.chat_id in {GROUP, *BUYERS} and not (row.sent_at or row.failed) for row in self.rows()):
            self.deliver("sent")
            self.now += AGAIN

    def _take(self, post: Post, letter: Letter, how: str) -> None:
        to_buyer = letter.topic_id is None
        if to_buyer and letter.chat_id in self.blocked:
            post.unreachable(letter, "Forbidden", self.now)
        elif how == "refused" and to_buyer:
            post.failed(letter, "Bad Request", self.now)
        elif how == "sent":
            post.sent(letter, self._ids(letter), self.now)
        else:
            post.put_off(letter, self.now + AGAIN, self.now)

    def _ids(self, letter: Letter) -> Sequence[int]:
        match letter.parcel:
            case Rewrite():
                return [letter.parcel.message_id]
            case React():
                return []
            case Copy():
                return [next(self.numbers) for _ in letter.parcel.message_ids]
            case _:
                return [next(self.numbers)]

    def lose_topic(self, chat_id: int) -> None:
        """A topic is deleted and made again."""
        topic, post = self.topic(chat_id), Post(self.turn.books)
        post.topic_lost(topic)
        post.recap(topic)
        post.topic_made(topic, next(self.numbers) + 1000)

    # What is written down.

    def topic(self, chat_id: int) -> Topic:
        """Where a buyer is worked on."""
        with self.turn.books.transaction() as records:
            return records.desk.topic_for(records.chats.get(chat_id), GROUP, "")

    def live(self, chat_id: int) -> Ticket | None:
        """The buyer's ticket, if a person has it in hand or is awaited."""
        with self.turn.books.transaction() as records:
            return records.tickets.live(chat_id)

    def rows(self) -> Sequence[Row[tuple[object, ...]]]:
        """The outbox."""
        with self.turn.books.transaction() as records:
            return records.connection.execute(select(tables.outbox).order_by(tables.outbox.c.id)).all()
