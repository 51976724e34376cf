"""Remember what a chat was warned of and says is not so."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """A column of `chats`; blank for the chats there are."""
    with op.batch_alter_table("chats") as chats:
        chats.add_column(sa.Column("called_off", sa.String(60)))


def downgrade() -> None:
    """Forget it: what was warned of is said again."""
    with op.batch_alter_table("chats") as chats:
        chats.drop_column("called_off")
