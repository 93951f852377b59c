"""The sums: every stored update ended in exactly one way, and what did not is named."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.message import Message
from bot.store import upkeep
from bot.store.store import Store
from bot.store.values import micros
from bot.update import Update, UpdateKind
from intents.understanding import Tone
from tests.core.fakes import NOON, Booth, Clock, booth


async def talk(ana: Booth) -> None:
    """One of every ending a talk can have."""
    ana.engine.teach("you idiots", tone=Tone.ABUSIVE)
    for text in ("return", "lamp", "you idiots", "you idiots", "human please", "STOP"):
        await ana.says(text)
    for (row,) in await ana.rows("SELECT id FROM outbox"):
        await ana.store.mark(row, "sent", due=ana.clock())


async def test_the_sums_of_a_talk_agree() -> None:
    async with booth() as ana:
        await talk(ana)
        balance = await ana.store.read(upkeep.balance)
        assert balance == {"answered": 4, "handed": 1, "ignored": 1}
        assert sum(balance.values()) == 6
        later = micros(ana.clock.now + timedelta(days=1))
        assert await ana.store.read(lambda db: upkeep.stuck(db, later)) == []
        assert await ana.store.read(upkeep.unanswered) == []


async def test_what_waits_too_long_is_named_and_what_waits_on_purpose_is_not() -> None:
    async with booth() as ana:
        await ana.brings(ana.update(UpdateKind.TEXT, "return"))
        conversation = await ana.conversation()
        [(row,)] = await ana.rows("SELECT id FROM inbox")
        now = micros(NOON)
        assert await ana.store.read(lambda db: upkeep.stuck(db, now)) == []
        assert await ana.store.read(lambda db: upkeep.stuck(db, now + 1)) == [("inbox", row, conversation)]
        await ana.store.postpone([row], NOON + timedelta(minutes=2))
        assert await ana.store.read(lambda db: upkeep.stuck(db, now + 1)) == []


@pytest.mark.parametrize(("state", "named"), [("sending", True), ("queued", True), ("sent", False), ("failed", False), ("unknown", False)])
async def test_a_message_that_never_left_is_named(state: str, named: bool) -> None:
    async with booth() as ana:
        await ana.says("return")
        [(row,)] = await ana.rows("SELECT id FROM outbox")
        await ana.store.mark(row, state, due=NOON)
        found = await ana.store.read(lambda db: upkeep.stuck(db, micros(NOON) + 1))
        assert found == ([("outbox", row, await ana.conversation())] if named else [])


async def test_an_answer_nobody_gave_is_a_sum_that_does_not_agree() -> None:
    async with booth() as ana:
        await ana.brings(ana.update(UpdateKind.TEXT, "return"))
        await ana.store.write(lambda db: db.execute("UPDATE inbox SET state = 'answered'"))
        [(row,)] = await ana.rows("SELECT id FROM inbox")
        assert await ana.store.read(upkeep.unanswered) == [(row, await ana.conversation())]


@pytest.fixture
def shop_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration whose store lies in a folder of the test's own."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    path = tmp_path / "config.yml"
    path.write_text(Path("config.yml").read_text("utf-8") + f"\nstore:\n  url: sqlite:///{tmp_path / 'shop.db'}\n", "utf-8")
    return path


def reconcile(path: Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["reconcile", "--config", str(path)])
    return result.exit_code, result.stdout


def test_the_command_proves_it(shop_file: Path, tmp_path: Path) -> None:
    async def fill() -> None:
        async with booth(database=str(tmp_path / "shop.db"), clock=Clock()) as ana:
            await talk(ana)

    asyncio.run(fill())
    assert reconcile(shop_file) == (0, "6 updates: 4 answered, 1 handed, 1 ignored\nThe sums agree.\n")


def test_the_command_names_what_is_open_and_fails(shop_file: Path, tmp_path: Path) -> None:
    long_ago = datetime.now(UTC) - timedelta(minutes=5)

    async def fill() -> None:
        store = await Store.open(str(tmp_path / "shop.db"))
        [(conversation, _)] = await store.accept([Update("test", "1", "ana", UpdateKind.TEXT, long_ago, "hello")], long_ago)
        await store.enqueue(conversation, Message("News"), {}, long_ago)
        await store.close()

    asyncio.run(fill())
    code, told = reconcile(shop_file)
    assert code == 1
    assert "1 updates: 1 waiting" in told
    assert "unfinished: inbox" in told
    assert "unfinished: outbox" in told


def test_what_is_being_worked_on_is_not_open(shop_file: Path, tmp_path: Path) -> None:
    async def fill() -> None:
        store = await Store.open(str(tmp_path / "shop.db"))
        now = datetime.now(UTC)
        await store.accept([Update("test", "1", "ana", UpdateKind.TEXT, now, "hello")], now)
        await store.close()

    asyncio.run(fill())
    assert reconcile(shop_file)[0] == 0


def test_an_empty_store_agrees(shop_file: Path) -> None:
    assert reconcile(shop_file)[0] == 0
