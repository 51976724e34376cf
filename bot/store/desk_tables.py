"""Which tables does the advisors' desk keep?"""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from bot.desk.advisors import Rank
from bot.desk.entries import Author, Delivery
from bot.store.tables import metadata
from bot.store.types import BIG, AwareTime, choice

advisors = Table(
    "advisors",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("rank", choice(Rank), nullable=False),
    Column("language", String(8), nullable=False),
    Column("spans", JSON, nullable=False),
    Column("leaves", JSON, nullable=False),
    Column("extra_days", JSON, nullable=False),
    Column("deputy", BigInteger),
    Column("on_duty", Boolean, nullable=False),
)
# One for each case, or for a chat without a case; `thread_id` is Telegram's, None until it is made (again).
topics = Table(
    "topics",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("case_ref", String(40), ForeignKey("cases.ref", ondelete="SET NULL"), unique=True),
    Column("chat_id", BigInteger, unique=True),
    Column("group_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("name", Text, nullable=False),
    Column("was_lost", Boolean, nullable=False),
)
# The transcript: what buyer, bot and advisors said to each other, redacted.
entries = Table(
    "entries",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("case_ref", String(40), ForeignKey("cases.ref", ondelete="SET NULL"), index=True),
    Column("at", AwareTime, nullable=False),
    Column("author", choice(Author), nullable=False),
    Column("person", BigInteger),
    Column("media", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("earlier", JSON, nullable=False),
    Column("album", String(40)),
    Column("message_id", BigInteger),
    Column("topic_id", BigInteger, ForeignKey("topics.id")),
    Column("topic_message_id", BigInteger),
    Column("reply_to", BigInteger),
    Column("delivery", choice(Delivery), nullable=False),
    Column("reason", String(200)),
    Column("why", String(200), nullable=False),
    Index(None, "chat_id", "message_id"),
    Index(None, "topic_id", "topic_message_id"),
    Index(None, "at"),
)
# What advisors write for each other. Nothing leads from here to the outbox.
notes = Table(
    "notes",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("topic_id", BigInteger, ForeignKey("topics.id"), nullable=False, index=True),
    Column("at", AwareTime, nullable=False),
    Column("person", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("album", String(40)),
)
# What advisors changed of a case, with the case before and after, so that a slip can be undone.
changes = Table(
    "changes",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("case_ref", String(40), ForeignKey("cases.ref", ondelete="CASCADE"), nullable=False, index=True),
    Column("person", BigInteger, nullable=False),
    Column("at", AwareTime, nullable=False),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
    Column("letters", JSON, nullable=False),
    Column("undone_at", AwareTime),
)
ratings = Table(
    "ratings",
    metadata,
    Column(
        "ticket_id", BigInteger, ForeignKey("tickets.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    ),
    Column("at", AwareTime, nullable=False),
    Column("score", Integer, nullable=False),
)
digests = Table(
    "digests",
    metadata,
    Column("advisor_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
)
# A group that Telegram gave another number.
groups = Table(
    "groups",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("moved_to", BigInteger, nullable=False),
)
