"""Remember which content was live, what was said with it, and what it could not answer."""

import sqlalchemy as sa
from alembic import op

from bot.store.types import BIG, AwareTime

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Three tables, empty."""
    op.create_table(
        "contents",
        sa.Column("version", sa.String(10), primary_key=True),
        sa.Column("loaded_at", AwareTime, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("files", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "said",
        sa.Column("outbox_id", BIG, primary_key=True, autoincrement=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("at", AwareTime, nullable=False),
        sa.Column("version", sa.String(10), nullable=False),
        sa.Column("intent", sa.String(60)),
        sa.Column("score", sa.Float),
        sa.Column("evidence", sa.JSON, nullable=False),
        sa.Column("reply", sa.String(60), nullable=False),
        sa.Column("answer", sa.Integer, nullable=False),
        sa.Column("facts", sa.JSON, nullable=False),
        sa.Column("question", sa.Text),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], ondelete="CASCADE", name="fk_said_outbox_id"),
    )
    op.create_index("ix_said_chat_id_at", "said", ["chat_id", "at"])
    op.create_table(
        "unmatched",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("at", AwareTime, nullable=False),
        sa.Column("chat_hash", sa.String(16), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("outcome", sa.Enum('declined', 'asked', 'disliked', 'reasked', name='miss', native_enum=False, length=40), nullable=False),
        sa.Column("candidates", sa.JSON, nullable=False),
        sa.Column("version", sa.String(10), nullable=False),
        sa.Column("outbox_id", BIG),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], ondelete="SET NULL", name="fk_unmatched_outbox_id"),
        sa.UniqueConstraint("outbox_id", "outcome", name="uq_unmatched_outbox_id_outcome"),
    )


def downgrade() -> None:
    """Forget them."""
    for table in ("unmatched", "said", "contents"):
        op.drop_table(table)
