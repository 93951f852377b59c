"""A person's data: all of it comes out, and at their wish all of it is gone, from the file itself; the sums still agree."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.flow import Flow
from bot.store import upkeep
from bot.store.store import Store
from bot.store.values import micros
from bot.talk import Talk
from bot.update import UpdateKind
from tests.core.fakes import Booth, Clock, booth

SECRETS = ("Novak", "ana@example.com", "my secret story", "1001", "+38640111001", "anas-address")


async def erase_me(talk: Talk, shop: object) -> None:
    await talk.change("erase", "yes")
    await talk.say("opening")


ERASE = Flow("erase_data", erase_me, ("erase_data",), "Erases.")


async def tells_everything(ana: Booth) -> None:
    """Name, phone, order, contact, a story, a deed, a promise, a case, a message that could not be sent."""
    ana.engine.teach("tell", "complaint")
    ana.engine.teach("call me", "callback")
    await ana.brings(ana.update(UpdateKind.TEXT, "where is it", name="Ana Novak", phone="+38640111001"))
    await ana.turn()
    await ana.says("1001")
    await ana.says("tell")
    await ana.says("my secret story ana@example.com")
    await ana.says("return")
    await ana.says("lamp")
    await ana.says("broken")
    await ana.says("yes")
    await ana.says("call me")
    await ana.brings(ana.update(UpdateKind.BUTTON, "my secret story", payload="my secret story"))
    await ana.turn()
    await ana.says("human please")
    await ana.says("my secret story")


async def counts(ana: Booth) -> dict[str, list[tuple[object, ...]]]:
    tables = ("inbox", "outbox", "cases", "promises", "conversations", "customers")
    return {table: await ana.rows(f"SELECT count(*) FROM {table}") for table in tables}


async def customer(ana: Booth) -> int:
    [(found,)] = await ana.rows("SELECT id FROM customers")
    return int(found)


def left(database: Path) -> list[str]:
    """Which secrets can still be read in the files as they lie on the disk."""
    data = b"".join(p.read_bytes() for p in database.parent.glob(database.name + "*"))
    return [secret for secret in SECRETS if secret.encode() in data]


async def test_an_export_has_every_word(tmp_path: Path) -> None:
    async with booth(database=str(tmp_path / "a.db")) as ana:
        ana.address = "anas-address"
        await tells_everything(ana)
        who = await customer(ana)
        text = json.dumps(await ana.store.read(lambda db: upkeep.export(db, who)), ensure_ascii=False)
        assert [secret for secret in SECRETS if secret not in text] == []


async def test_an_export_has_nothing_of_anybody_else() -> None:
    async with booth() as ana:
        await tells_everything(ana)
        who = await customer(ana)
        ana.address = "bob"
        await ana.says("the words of bob")
        found = await ana.store.read(lambda db: upkeep.export(db, who))
        assert "bob" not in json.dumps(found)


async def test_nothing_of_an_erased_person_is_left_in_the_file(tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    async with booth(database=str(database)) as ana:
        ana.address = "anas-address"
        await tells_everything(ana)
        assert left(database) == list(SECRETS)
        before, who = await counts(ana), await customer(ana)
        await ana.store.write(lambda db: upkeep.erase(db, who, micros(ana.clock.now)))
        assert await counts(ana) == before, "the bare rows stay"
        assert await ana.store.read(upkeep.unanswered) == []
        assert await ana.store.read(lambda db: upkeep.stuck(db, micros(ana.clock.now + timedelta(days=1)))) == []
    assert left(database) == []


async def test_who_was_erased_and_writes_again_is_a_stranger() -> None:
    async with booth() as ana:
        await tells_everything(ana)
        who = await customer(ana)
        await ana.store.write(lambda db: upkeep.erase(db, who, micros(ana.clock.now)))
        assert await ana.says("return") == ["Which item?"]
        assert await ana.rows("SELECT count(*) FROM customers") == [(2,)]
        assert (await ana.state()).name is None


async def test_a_turn_that_was_being_worked_out_does_not_bring_it_back() -> None:
    async with booth() as ana:
        await tells_everything(ana)
        who, taken = await customer(ana), await ana.taken()
        await ana.store.write(lambda db: upkeep.erase(db, who, micros(ana.clock.now)))
        [(version, state)] = await ana.rows("SELECT version, state FROM conversations")
        assert version == taken.version + 1
        assert "Ana" not in state


async def test_erasing_in_the_chat_answers_there_and_forgets_the_rest() -> None:
    async with booth(ERASE) as ana:
        ana.engine.teach("erase me", "erase_data")
        await tells_everything(ana)
        ana.clock.advance(seconds=1)
        assert await ana.says("erase me") == ["We are open."]
        [(address,)] = await ana.rows("SELECT address FROM conversations")
        assert address == ana.address, "the answer still has to get there"
        tables = ("inbox", "outbox", "cases", "promises", "timers", "deeds", "conversations", "customers")
        everything = repr([await ana.rows(f"SELECT * FROM {table}") for table in tables])
        assert [s for s in ("Novak", "ana@example.com", "my secret story", "+38640111001", "1001") if s in everything] == []
        assert await ana.rows("SELECT body FROM outbox ORDER BY id DESC LIMIT 1") != [('{"text":""}',)]
        assert await ana.says("return") == ["Which item?"]


async def test_erasing_voids_promises_so_that_nobody_is_written_to() -> None:
    async with booth(ERASE) as ana:
        ana.engine.teach("erase me", "erase_data")
        await tells_everything(ana)
        await ana.says("erase me")
        assert {state for (state,) in await ana.rows("SELECT state FROM promises")} == {"void"}
        assert {state for (state,) in await ana.rows("SELECT state FROM timers")} == {"void"}


async def test_erasing_is_in_the_audit_log_without_a_name() -> None:
    async with booth() as ana:
        await tells_everything(ana)
        who = await customer(ana)
        await ana.store.write(lambda db: upkeep.erase(db, who, micros(ana.clock.now)))
        assert await ana.rows("SELECT actor, action, subject FROM audit") == [("frontdesk", "erase", f"customer:{who}")]


async def test_a_customer_is_found_by_number_or_address() -> None:
    async with booth() as ana:
        await ana.says("hello")
        who = await customer(ana)
        for name, expected in ((str(who), who), ("test:ana", who), ("test:bob", None), ("999999", None), ("ana", None), ("", None)):
            assert await ana.store.read(partial(upkeep.customer_of, who=name)) == expected


# --- the commands ----------------------------------------------------------------------------------------------------------
@pytest.fixture
def shop_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration whose store lies in a folder of the test's own."""
    for variable in ("DATABASE_URL", "PORT", "HOST"):
        monkeypatch.delenv(variable, raising=False)
    path = tmp_path / "config.yml"
    path.write_text(Path("config.yml").read_text("utf-8") + f"\nstore:\n  url: sqlite:///{tmp_path / 'shop.db'}\n", "utf-8")
    return path


async def fill(database: Path) -> None:
    async with booth(database=str(database), clock=Clock()) as ana:
        ana.address = "anas-address"
        await tells_everything(ana)


def test_export_and_erase_from_the_command_line(shop_file: Path, tmp_path: Path) -> None:
    asyncio.run(fill(tmp_path / "shop.db"))
    runner = CliRunner()
    exported = runner.invoke(app, ["export", "test:anas-address", "--config", str(shop_file)])
    assert exported.exit_code == 0
    assert "my secret story" in json.dumps(json.loads(exported.stdout), ensure_ascii=False)
    erased = runner.invoke(app, ["erase", "test:anas-address", "--config", str(shop_file)])
    assert erased.exit_code == 0
    assert "is erased" in erased.stdout
    assert left(tmp_path / "shop.db") == []
    reconciled = runner.invoke(app, ["reconcile", "--config", str(shop_file)])
    assert (reconciled.exit_code, "The sums agree." in reconciled.stdout) == (0, True)
    again = runner.invoke(app, ["erase", "test:anas-address", "--config", str(shop_file)])
    assert again.exit_code != 0, "nobody of that address is known any more"


async def test_a_store_without_that_person_is_left_alone(tmp_path: Path) -> None:
    store = await Store.open(str(tmp_path / "x.db"))
    try:
        assert await store.read(lambda db: upkeep.customer_of(db, "test:nobody")) is None
    finally:
        await store.close()
