"""Find a message by its number, and what a chat was told last, without reading everything."""

from alembic import op

revision = "0006"
down_revision = "0005"

_INDEXES = {
    "ix_outbox_chat_id_message_id": ("outbox", ["chat_id", "message_id"]),
    "ix_outbox_chat_id_id": ("outbox", ["chat_id", "id"]),
    "ix_entries_chat_id_message_id": ("entries", ["chat_id", "message_id"]),
    "ix_entries_topic_id_topic_message_id": ("entries", ["topic_id", "topic_message_id"]),
    "ix_entries_at": ("entries", ["at"]),
}


def upgrade() -> None:
    """Indexes for what is looked up with every message and every tap."""
    for name, (table, columns) in _INDEXES.items():
        op.create_index(name, table, columns)


def downgrade() -> None:
    """Look through everything."""
    for name, (table, _) in _INDEXES.items():
        op.drop_index(name, table)
