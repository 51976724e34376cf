"""Remember which step a chat last spoke of, and when."""

import sqlalchemy as sa
from alembic import op

from bot.store.types import AwareTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Two columns of `chats`; both blank for the chats there are."""
    with op.batch_alter_table("chats") as chats:
        chats.add_column(sa.Column("last_about", sa.Enum('ELIGIBILITY', 'PROPERTY_CHECK', 'DEPOSIT', 'LOAN_APPLY', 'VALUATION', 'LOAN_APPROVAL', 'DOCS_READY', 'CONTRACT_DRAFT', 'SIGN_BOOKED', 'ONLINE_SIGN', 'FILED', 'ESCROW', 'SELLER_DISCHARGE', 'TAX', 'TRANSFER', 'PRE_NOTICE', 'MORTGAGE_REG', 'LOAN_RELEASE', 'HANDOVER', 'CERTIFICATE', name='milestone', native_enum=False, length=40)))
        chats.add_column(sa.Column("last_at", AwareTime))


def downgrade() -> None:
    """Forget both."""
    with op.batch_alter_table("chats") as chats:
        chats.drop_column("last_at")
        chats.drop_column("last_about")
