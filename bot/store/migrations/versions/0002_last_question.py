"""Remember which step a chat last spoke of, and when."""

import sqlalchemy as sa
from alembic import op

from bot.cases.milestones import Milestone
from bot.store.types import AwareTime, choice

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Two columns of `chats`; both blank for the chats there are."""
    with op.batch_alter_table("chats") as chats:
        chats.add_column(sa.Column("last_about", choice(Milestone)))
        chats.add_column(sa.Column("last_at", AwareTime))


def downgrade() -> None:
    """Forget both."""
    with op.batch_alter_table("chats") as chats:
        chats.drop_column("last_at")
        chats.drop_column("last_about")
