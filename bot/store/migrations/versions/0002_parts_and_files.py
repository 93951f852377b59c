"""Messages in parts with their receipts, closed and held channels, and the files customers send."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("conversations", sa.Column("closed", sa.String(length=400), nullable=True))
    op.add_column("outbox", sa.Column("parts", sa.Integer(), server_default=sa.text("0"), nullable=False))
    held = sa.text("state = 'held'")
    op.create_index("ix_outbox_held", "outbox", ["conversation_id"], unique=False, sqlite_where=held, postgresql_where=held)
    op.create_table(
        "parts",
        sa.Column("outbox_id", Id, autoincrement=False, nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("platform_id", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"]),
        sa.PrimaryKeyConstraint("outbox_id", "part"),
        sa.UniqueConstraint("channel", "platform_id", name="uq_parts_channel_platform_id"),
    )
    op.create_table(
        "files",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("conversation_id", Id, nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=400), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_files_conversation_id", "files", ["conversation_id"], unique=False)
    wanted = sa.text("state = 'wanted'")
    op.create_index("ix_files_wanted", "files", ["due_at"], unique=False, sqlite_where=wanted, postgresql_where=wanted)
