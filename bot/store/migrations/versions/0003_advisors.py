"""Give advisors a desk: tickets with a log, topics, the transcript, notes, changes that can be undone."""

import sqlalchemy as sa
from alembic import op

from bot.store.types import AwareTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """New tables; a ticket's reasons move into its log, and a chat's open tickets become one."""
    op.create_table('advisors',
    sa.Column('id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('rank', sa.Enum('advisor', 'lead', 'supervisor', name='rank', native_enum=False, length=40), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('spans', sa.JSON(), nullable=False),
    sa.Column('leaves', sa.JSON(), nullable=False),
    sa.Column('extra_days', sa.JSON(), nullable=False),
    sa.Column('deputy', sa.BigInteger(), nullable=True),
    sa.Column('on_duty', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_advisors'))
    )
    op.create_table('digests',
    sa.Column('advisor_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('advisor_id', 'day', name=op.f('pk_digests'))
    )
    op.create_table('groups',
    sa.Column('id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('moved_to', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_groups'))
    )
    op.create_table('changes',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_ref', sa.String(length=40), nullable=False),
    sa.Column('person', sa.BigInteger(), nullable=False),
    sa.Column('at', AwareTime(), nullable=False),
    sa.Column('before', sa.JSON(), nullable=False),
    sa.Column('after', sa.JSON(), nullable=False),
    sa.Column('letters', sa.JSON(), nullable=False),
    sa.Column('undone_at', AwareTime(), nullable=True),
    sa.ForeignKeyConstraint(['case_ref'], ['cases.ref'], name=op.f('fk_changes_case_ref'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_changes'))
    )
    with op.batch_alter_table('changes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_changes_case_ref'), ['case_ref'], unique=False)

    op.create_table('topics',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_ref', sa.String(length=40), nullable=True),
    sa.Column('chat_id', sa.BigInteger(), nullable=True),
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('thread_id', sa.BigInteger(), nullable=True),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('was_lost', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['case_ref'], ['cases.ref'], name=op.f('fk_topics_case_ref'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_topics')),
    sa.UniqueConstraint('case_ref', name=op.f('uq_topics_case_ref')),
    sa.UniqueConstraint('chat_id', name=op.f('uq_topics_chat_id'))
    )
    op.create_table('entries',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('case_ref', sa.String(length=40), nullable=True),
    sa.Column('at', AwareTime(), nullable=False),
    sa.Column('author', sa.Enum('buyer', 'bot', 'advisor', name='author', native_enum=False, length=40), nullable=False),
    sa.Column('person', sa.BigInteger(), nullable=True),
    sa.Column('media', sa.String(length=20), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('earlier', sa.JSON(), nullable=False),
    sa.Column('album', sa.String(length=40), nullable=True),
    sa.Column('message_id', sa.BigInteger(), nullable=True),
    sa.Column('topic_id', sa.BigInteger(), nullable=True),
    sa.Column('topic_message_id', sa.BigInteger(), nullable=True),
    sa.Column('reply_to', sa.BigInteger(), nullable=True),
    sa.Column('delivery', sa.Enum('heard', 'queued', 'sent', 'failed', 'dropped', name='delivery', native_enum=False, length=40), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=True),
    sa.Column('why', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['case_ref'], ['cases.ref'], name=op.f('fk_entries_case_ref'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['topic_id'], ['topics.id'], name=op.f('fk_entries_topic_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_entries'))
    )
    with op.batch_alter_table('entries', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_entries_case_ref'), ['case_ref'], unique=False)
        batch_op.create_index(batch_op.f('ix_entries_chat_id'), ['chat_id'], unique=False)

    op.create_table('notes',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('topic_id', sa.BigInteger(), nullable=False),
    sa.Column('at', AwareTime(), nullable=False),
    sa.Column('person', sa.BigInteger(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('album', sa.String(length=40), nullable=True),
    sa.ForeignKeyConstraint(['topic_id'], ['topics.id'], name=op.f('fk_notes_topic_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notes'))
    )
    with op.batch_alter_table('notes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_notes_topic_id'), ['topic_id'], unique=False)

    with op.batch_alter_table('chats', schema=None) as batch_op:
        batch_op.add_column(sa.Column('surveyed_at', AwareTime(), nullable=True))
        batch_op.add_column(sa.Column('told_ticket', sa.BigInteger(), nullable=True))

    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.add_column(sa.Column('topic_id', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('kind', sa.String(length=10), server_default='say', nullable=False))
        batch_op.add_column(sa.Column('detail', sa.JSON(), server_default='{}', nullable=False))
        batch_op.add_column(sa.Column('by_bot', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('album', sa.String(length=40), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_outbox_topic_id'), 'topics', ['topic_id'], ['id'])
    # Only what was written before needs it; PostgreSQL cannot compare JSON with a default.
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.alter_column('detail', server_default=None)

    old = op.get_bind().execute(sa.text("SELECT * FROM tickets ORDER BY id")).mappings().all()
    op.drop_table('tickets')
    op.create_table('tickets',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('case_ref', sa.String(length=40), nullable=True),
    sa.Column('state', sa.Enum('open', 'claimed', 'waiting', 'resolved', 'returned', 'expired', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('owner', sa.BigInteger(), nullable=True),
    sa.Column('last_words', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('due_at', AwareTime(), nullable=True),
    sa.ForeignKeyConstraint(['case_ref'], ['cases.ref'], name=op.f('fk_tickets_case_ref'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tickets'))
    )
    with op.batch_alter_table('tickets', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_tickets_chat_id'), ['chat_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_tickets_due_at'), ['due_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_tickets_state'), ['state'], unique=False)

    op.create_table('ratings',
    sa.Column('ticket_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('at', AwareTime(), nullable=False),
    sa.Column('score', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['ticket_id'], ['tickets.id'], name=op.f('fk_ratings_ticket_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('ticket_id', name=op.f('pk_ratings'))
    )
    op.create_table('ticket_events',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('ticket_id', sa.BigInteger(), nullable=False),
    sa.Column('what', sa.Enum('opened', 'asked', 'buyer_wrote', 'claimed', 'advisor_wrote', 'transferred', 'requeued', 'reminded', 'resolved', 'returned', 'expired', name='what', native_enum=False, length=40), nullable=False),
    sa.Column('at', AwareTime(), nullable=False),
    sa.Column('actor', sa.BigInteger(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('priority', sa.Enum('P0', 'P1', 'P2', 'P3', name='priority', native_enum=False, length=40), nullable=True),
    sa.Column('reply_by', AwareTime(), nullable=True),
    sa.Column('to', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['ticket_id'], ['tickets.id'], name=op.f('fk_ticket_events_ticket_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ticket_events'))
    )
    with op.batch_alter_table('ticket_events', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ticket_events_ticket_id'), ['ticket_id'], unique=False)

    _convert(old)


def _convert(old) -> None:
    """Each chat's open tickets as one with a reason for each; closed ones as resolved."""
    tickets = sa.table("tickets", *map(sa.column, ("id", "chat_id", "case_ref", "state", "last_words", "version", "due_at")))
    events = sa.table("ticket_events", *map(sa.column, ("ticket_id", "what", "at", "reason", "priority", "reply_by")))
    live = {}
    for row in old:
        kept = {"id": row["id"], "chat_id": row["chat_id"], "case_ref": row["case_ref"], "last_words": row["last_words"]}
        opening = {"at": row["opened_at"], "reason": row["reason"], "priority": row["priority"], "reply_by": row["reply_by"]}
        if row["closed_at"]:
            op.get_bind().execute(tickets.insert().values(**kept, state="resolved", version=2))
            _log(events, row["id"], "opened", **opening)
            _log(events, row["id"], "resolved", at=row["closed_at"], reason="", priority=None, reply_by=None)
        elif row["chat_id"] in live:
            first = live[row["chat_id"]]
            _log(events, first, "asked", **opening)
            more = sa.text("UPDATE tickets SET version = version + 1 WHERE id = :id")
            op.get_bind().execute(more, {"id": first})
        else:
            live[row["chat_id"]] = row["id"]
            # Looked after as soon as the bot runs.
            op.get_bind().execute(tickets.insert().values(**kept, state="open", version=1, due_at=row["opened_at"]))
            _log(events, row["id"], "opened", **opening)
    if old and op.get_bind().dialect.name == "postgresql":
        # The old numbers were given by hand; PostgreSQL goes on counting after the last of them.
        op.execute("SELECT setval(pg_get_serial_sequence('tickets', 'id'), (SELECT max(id) FROM tickets))")


def _log(events, ticket_id: int, what: str, **values: object) -> None:
    op.get_bind().execute(events.insert().values(ticket_id=ticket_id, what=what, **values))


def downgrade() -> None:
    """A ticket's log has no place in the old table."""
    raise NotImplementedError("Restore the backup that was made before the update.")
