"""Remember all that a chat was warned of and says is not so, and not only the last."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Room for several names in the column of `chats`; the one that is there is the first."""
    with op.batch_alter_table("chats") as chats:
        chats.alter_column("called_off", type_=sa.String(400), existing_type=sa.String(60))


def downgrade() -> None:
    """Forget them where they are several: what was warned of is said again."""
    op.execute("UPDATE chats SET called_off = NULL WHERE called_off LIKE '% %'")
    with op.batch_alter_table("chats") as chats:
        chats.alter_column("called_off", type_=sa.String(60), existing_type=sa.String(400))
