"""Which tables remember what was live, what was said with it, and what it could not answer?"""

from sqlalchemy import JSON, BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from bot.dialogue.unmatched import Miss
from bot.store.tables import metadata
from bot.store.types import BIG, AwareTime, choice

# Each version once, whole, with the time when it went live last; `files` is JSON, packed by zlib.
contents = Table(
    "contents",
    metadata,
    Column("version", String(10), primary_key=True),
    Column("first_at", AwareTime, nullable=False),
    Column("loaded_at", AwareTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("files", LargeBinary, nullable=False),
)
# Beside each reply in the outbox; `question` is redacted, and blank where nothing was typed.
said = Table(
    "said",
    metadata,
    Column("outbox_id", BIG, ForeignKey("outbox.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("at", AwareTime, nullable=False),
    Column("version", String(10), nullable=False),
    Column("intent", String(60)),
    Column("score", Float),
    Column("evidence", JSON, nullable=False),
    Column("reply", String(60), nullable=False),
    Column("answer", Integer, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("question", Text),
    Index(None, "chat_id", "at"),
)
# `outbox_id` is the reply that was no good, where there was one; it is counted once.
unmatched = Table(
    "unmatched",
    metadata,
    Column("id", BIG, primary_key=True),
    Column("at", AwareTime, nullable=False),
    Column("chat_hash", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("outcome", choice(Miss), nullable=False),
    Column("candidates", JSON, nullable=False),
    Column("version", String(10), nullable=False),
    Column("outbox_id", BIG, ForeignKey("outbox.id", ondelete="SET NULL")),
    Unique("outbox_id", "outcome"),
)
