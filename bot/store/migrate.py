"""Brings a database to today's schema with Alembic. Alembic is imported only when there is something to do: it costs 0.2 s."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bot.store.lane import Lane

HEAD = "0006"
"""The newest revision in migrations/versions; tests hold the two together."""


async def migrate(path: str, lane: Lane) -> None:
    """Create the tables or upgrade them, keeping every row."""
    if await lane.run(_revision) == HEAD:
        return
    await lane.run(_upgrade)


def _revision(db: sqlite3.Connection) -> str | None:
    known = db.execute("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    row = db.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    return row[0] if row else None


def _upgrade(db: sqlite3.Connection) -> None:
    # Loaded here: only a first start and an upgrade need them.
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    engine = create_engine("sqlite://", creator=lambda: _Shared(db), poolclass=StaticPool)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


class _Shared:
    """The lane's own connection lent to SQLAlchemy: the lane begins and commits, the borrower must not."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __getattr__(self, name: str) -> object:
        return getattr(self._db, name)

    def commit(self) -> None:
        pass

    def rollback(self) -> None:
        pass

    def close(self) -> None:
        pass
