"""Indexes for what desks ask: what the bot has, the newest first; what was done with a conversation; promises that are open."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_conversations_updated", "conversations", ["updated_at", "id"], unique=False)
    op.create_index("ix_audit_subject", "audit", ["subject", "at"], unique=False)
    still = sa.text("state = 'open'")
    op.create_index("ix_promises_open", "promises", ["due_at"], unique=False, sqlite_where=still, postgresql_where=still)
