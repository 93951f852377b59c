"""Migrations: what they build is what the schema says, and a database of any release opens with every row."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from bot.store import migrate, schema
from bot.store.store import MEMORY, Store
from bot.update import Update, UpdateKind
from tests.core.fakes import NOON

SCRIPTS = Path(migrate.__file__).parent / "migrations"


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return ScriptDirectory.from_config(config)


async def made(path: Path) -> Path:
    store = await Store.open(str(path))
    await store.close()
    return path


async def test_the_migrations_build_the_schema(tmp_path: Path) -> None:
    path = await made(tmp_path / "new.db")
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


async def test_partial_indexes_are_partial(tmp_path: Path) -> None:
    """Alembic does not compare their conditions."""
    path = await made(tmp_path / "new.db")
    with sqlite3.connect(path) as db:
        made_by = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'").fetchall())
    db.close()
    assert set(made_by) == {
        "ix_inbox_waiting",
        "ix_outbox_undelivered",
        "ix_outbox_held",
        "ix_files_wanted",
        "ix_cases_live",
        "ix_promises_open",
        "ix_timers_due",
    }


def test_the_head_named_in_the_code_is_the_head_of_the_scripts() -> None:
    assert scripts().get_heads() == [migrate.HEAD]


def test_the_scripts_are_one_line_back_to_the_first() -> None:
    revisions = [script.revision for script in scripts().walk_revisions()]
    assert revisions[-1] == "0001"
    assert len(revisions) == len(set(revisions)) == len(list((SCRIPTS / "versions").glob("*.py")))


async def test_a_new_database_has_the_heads_number(tmp_path: Path) -> None:
    path = await made(tmp_path / "new.db")
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [(migrate.HEAD,)]
    db.close()


@pytest.mark.parametrize("revision", [script.revision for script in scripts().walk_revisions()])
async def test_a_database_of_each_revision_opens_with_every_row(revision: str, tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    _build(path, revision)
    with sqlite3.connect(path) as db:
        db.execute("INSERT INTO customers (id, name, language, created_at) VALUES (1, 'Ana', 'sl', 0)")
        db.execute("INSERT INTO audit (id, at, actor, action, subject) VALUES (7, 0, 'a', 'b', 'c')")
    db.close()
    store = await Store.open(str(path))
    try:
        assert await store.read(lambda db: db.execute("SELECT name FROM customers").fetchall()) == [("Ana",)]
        assert store.new_id() == 8, "ids go on after the highest one"
        [(_, new)] = await store.accept([Update("test", "1", "bob", UpdateKind.TEXT, NOON, "hello")], NOON)
        assert new
    finally:
        await store.close()


def _build(path: Path, revision: str) -> None:
    """A database as a release with that revision left it."""
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.commit()
    engine.dispose()


async def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    path = await made(tmp_path / "twice.db")
    with sqlite3.connect(path) as db:
        before = db.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    db.close()
    await made(path)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall() == before
    db.close()


async def test_a_database_in_memory_has_the_same_tables() -> None:
    store = await Store.open(MEMORY)
    try:
        names = await store.read(lambda db: {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")})
        assert names == {*schema.metadata.tables, "alembic_version"}
    finally:
        await store.close()


def _value(db: sqlite3.Connection, *, setting: str) -> object:
    return db.execute(f"PRAGMA {setting}").fetchone()[0]


async def test_a_stored_answer_survives_a_power_cut(tmp_path: Path) -> None:
    """The settings that make "stored" mean it."""
    store = await Store.open(str(tmp_path / "safe.db"))
    try:
        for setting, expected in {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}.items():
            found = await store.write(partial(_value, setting=setting))
            assert (setting, found) == (setting, expected)
    finally:
        await store.close()
