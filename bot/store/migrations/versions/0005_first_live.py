"""Remember when a version of the content went live first."""

import sqlalchemy as sa
from alembic import op

from bot.store.types import AwareTime

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """A column of `contents`; of the versions there are, only the last time is known."""
    with op.batch_alter_table("contents") as contents:
        contents.add_column(sa.Column("first_at", AwareTime))
    op.execute("UPDATE contents SET first_at = loaded_at")
    with op.batch_alter_table("contents") as contents:
        contents.alter_column("first_at", existing_type=AwareTime(), nullable=False)


def downgrade() -> None:
    """Forget it."""
    with op.batch_alter_table("contents") as contents:
        contents.drop_column("first_at")
