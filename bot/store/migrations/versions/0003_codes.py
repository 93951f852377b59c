"""One-time codes, and the customers whose conversations were joined to another's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    # No foreign key: SQLite could only get it by copying the table that all others hang on.
    op.add_column("customers", sa.Column("joined_to", Id, nullable=True))
    op.create_table(
        "codes",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("conversation_id", Id, nullable=True),
        sa.Column("order_number", sa.String(length=80), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("used_in", Id, nullable=True),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"]),
        sa.ForeignKeyConstraint(["used_in"], ["conversations.id"]),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("ix_codes_conversation_id", "codes", ["conversation_id"], unique=False)
    op.create_index("ix_codes_used_in", "codes", ["used_in"], unique=False)
