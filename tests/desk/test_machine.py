"""Does the desk keep its word whatever buyers, advisors, clock and Telegram do, and in whatever order?"""

from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from bot.desk.entries import Author, Delivery
from bot.desk.tickets import LIVE
from bot.dialogue.messages import Kind
from bot.store import tables
from tests.desk.people import SUN, WU, ZHOU
from tests.desk.shop import BUYERS, Shop

READING, SAFETY, NOTE = "收到，顾问正在看您的消息。", "12356", "NOTE"
WRITES = ("转人工", "网签是什么", "在吗", "我不想活了", "卖家一直拖着不签怎么办")
ADVISORS = (ZHOU, WU, SUN)

buyers, advisors = st.sampled_from(BUYERS), st.sampled_from(ADVISORS)


class Desk(RuleBasedStateMachine):
    """Random days. What people wrote is remembered here, and compared with what became of it."""

    def __init__(self) -> None:
        super().__init__()
        self.shop = Shop()
        self.heard: list[tuple[int, int]] = []
        self.written: list[int] = []
        self.readings: Counter[int] = Counter()

    @rule(chat_id=buyers, text=st.sampled_from(WRITES))
    def buyer_writes(self, chat_id: int, text: str) -> None:
        """While a person has the chat, the bot says nothing but that somebody reads, and how to get help in danger."""
        before, number = self.shop.live(chat_id), next(self.shop.numbers)
        decision = self.shop.buyer(chat_id, Kind.TEXT, text, number)
        if self.shop.live(chat_id):
            self.heard.append((chat_id, number))
        if before and before.is_held:
            said = [say.text for say in decision.says]
            self.readings[before.id] += sum(text.startswith(READING) for text in said)
            assert [text for text in said if not text.startswith(READING) and SAFETY not in text] == []

    @rule(chat_id=buyers, text=st.sampled_from(WRITES))
    def buyer_edits(self, chat_id: int, text: str) -> None:
        """Other words for the newest message that advisors see."""
        own = [number for heard_in, number in self.heard if heard_in == chat_id]
        if own:
            self.shop.buyer(chat_id, Kind.EDIT, text, own[-1])

    @rule(chat_id=buyers, what=st.sampled_from(["ask:human", "ask:how_long", "nonsense"]))
    def buyer_presses(self, chat_id: int, what: str) -> None:
        """A button, known or not."""
        self.shop.buyer(chat_id, Kind.BUTTON, what)

    @rule(chat_id=buyers)
    def buyer_blocks(self, chat_id: int) -> None:
        """The bot is turned away."""
        self.shop.blocked.add(chat_id)
        self.shop.buyer(chat_id, Kind.BLOCKED)

    @rule(who=advisors, chat_id=buyers, answers=st.booleans())
    def advisor_writes(self, who: object, chat_id: int, answers: bool) -> None:
        """Words for the buyer; whether it was allowed to send them, is told."""
        number = next(self.shop.numbers)
        self._advise(who, chat_id, Kind.TEXT, f"words {number}", number, answers=answers)
        self.written.append(number)

    @rule(who=advisors, chat_id=buyers, wide=st.booleans())
    def advisor_notes(self, who: object, chat_id: int, wide: bool) -> None:
        """Words that are for advisors only."""
        self._advise(who, chat_id, Kind.TEXT, f"{'／／' if wide else '//'}{NOTE}", next(self.shop.numbers))

    @rule(chat_id=buyers, text=st.sampled_from(["better words", f"//{NOTE}"]))
    def advisor_edits(self, chat_id: int, text: str) -> None:
        """The newest message gets other words, or becomes a note."""
        if self.written:
            self._advise(ZHOU, chat_id, Kind.EDIT, text, self.written[-1])

    @rule(who=advisors, chat_id=buyers, verb=st.sampled_from(["claim", "back", "to", f"pass:{WU.id}"]))
    def advisor_taps(self, who: object, chat_id: int, verb: str) -> None:
        """A button under the card."""
        ticket = self.shop.live(chat_id)
        number = ticket.id if ticket else 0
        self._advise(who, chat_id, Kind.BUTTON, f"t:{number}:{verb}", next(self.shop.numbers))

    @rule(who=advisors, chat_id=buyers, command=st.sampled_from(["claim", "done", "back", "pass 周 忙", "pass 无"]))
    def advisor_commands(self, who: object, chat_id: int, command: str) -> None:
        """The same in words."""
        self._advise(who, chat_id, Kind.COMMAND, command, next(self.shop.numbers), answers=True)

    @rule(is_away=st.booleans())
    def advisor_leaves(self, is_away: bool) -> None:
        """The advisor who has a deputy goes, or comes back."""
        self.shop.leave(WU, is_away=is_away)

    @rule(minutes=st.sampled_from([1, 30, 60, 180, 60 * 15]))
    def time_passes(self, minutes: int) -> None:
        """The clock moves on, and what is due is done."""
        self.shop.wait(minutes)

    @rule(how=st.sampled_from(["sent", "sent", "put off", "refused"]))
    def telegram_delivers(self, how: str) -> None:
        """What is due is sent, put off or refused."""
        self.shop.deliver(how)

    @rule(chat_id=buyers)
    def topic_is_deleted(self, chat_id: int) -> None:
        """The topic is made again."""
        self.shop.lose_topic(chat_id)

    @invariant()
    def no_note_is_on_its_way_to_a_buyer(self) -> None:
        """A note has no path to the buyer."""
        assert [row.text for row in self.shop.rows() if row.topic_id is None and NOTE in row.text] == []

    @invariant()
    def no_answer_of_the_bot_waits_where_a_person_spoke(self) -> None:
        """What was decided before a person spoke is dropped with the first word of that person."""
        rows = [row for row in self.shop.rows() if row.topic_id is None]
        spoken = {row.chat_id: row.id for row in rows if row.kind == "copy"}
        waiting = [row for row in rows if row.by_bot and not (row.sent_at or row.failed)]
        assert [row.text for row in waiting if row.id < spoken.get(row.chat_id, 0)] == []

    @invariant()
    def the_reading_is_told_once(self) -> None:
        """Once for each ticket."""
        assert [ticket for ticket, told in self.readings.items() if told > 1] == []

    @invariant()
    def each_chat_has_one_live_ticket_with_a_timer(self) -> None:
        """What is stored to find a ticket by is what its log says."""
        with self.shop.turn.books.transaction() as records:
            stored = records.connection.execute(select(tables.tickets)).all()
            found = {row.id: records.tickets.get(row.id) for row in stored}
        for row in stored:
            ticket = found[row.id]
            assert ticket is not None
            assert (row.state, row.owner, row.version) == (ticket.state, ticket.owner, ticket.version)
            assert (ticket.is_live, ticket.is_held) == (
                row.due_at is not None,
                ticket.is_live and row.owner is not None,
            )
        assert max(Counter(row.chat_id for row in stored if row.state in LIVE).values(), default=0) <= 1

    @invariant()
    def each_heard_message_goes_to_the_topic(self) -> None:
        """Nothing that a buyer says while people have the chat is lost."""
        copied = {
            (row.detail["from_chat"], number)
            for row in self.shop.rows()
            if row.topic_id is not None and row.kind == "copy" and not row.failed
            for number in row.detail["message_ids"]
        }
        assert set(self.heard) <= copied

    def teardown(self) -> None:
        """Once Telegram has taken all, each advisor knows what became of each message."""
        self.shop.deliver_all()
        with self.shop.turn.books.transaction() as records:
            entries = [entry for chat_id in BUYERS for entry in records.entries.last(chat_id, Author.ADVISOR, 1000)]
        fates = {entry.topic_message_id: entry.delivery for entry in entries}
        told = {row.detail["reply_to"] for row in self.shop.rows() if row.topic_id and row.kind == "say"}
        lost = [
            number
            for number in self.written
            if fates.get(number, Delivery.FAILED) != Delivery.SENT and number not in told
        ]
        assert lost == [], "an advisor was not told what became of a message"

    def _advise(
        self, who: object, chat_id: int, kind: Kind, content: str, number: int, *, answers: bool = False
    ) -> None:
        """An advisor acts, as an answer to the buyer's newest message in the topic if one is meant."""
        assert who in ADVISORS
        reply_to = None
        if answers:
            with self.shop.turn.books.transaction() as records:
                heard = records.entries.last(chat_id, Author.BUYER, 1)
            reply_to = heard[0].topic_message_id if heard else None
        self.shop.advisor(ADVISORS[ADVISORS.index(who)], chat_id, kind, content, number, reply_to)


Desk.TestCase.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
TestDesk = Desk.TestCase
