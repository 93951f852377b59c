"""The code of an order: it shows that order and no other one, and nobody can make its proof by typing."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.store.store import Store
from bot.update import UpdateKind
from bot.world import is_typed, proof_of, typed_proof
from tests.core.people import CODE, PHONE, WRONG, open_house


# --- the code of an order --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", [UpdateKind.TEXT, UpdateKind.START])
async def test_an_orders_code_shows_that_order_at_once(kind: UpdateKind) -> None:
    async with open_house() as house:
        bob = house.person("telegram", "t-bob")
        code = await house.order_code("1002")
        said = await (bob.says(code) if kind is UpdateKind.TEXT else bob.sends(kind, payload=code))
        assert "the code fits" in said
        assert "1002" in said
        assert "e-mail or phone" not in said
        assert (await bob.state()).proofs == ("order:1002",)


async def test_it_opens_no_other_order_of_the_same_customer() -> None:
    async with open_house() as house:
        bob = house.person("telegram", "t-bob")
        await bob.says(await house.order_code("1002"))
        house.engine.teach("where is 1001", "order_status")
        said = await bob.says("where is 1001")
        assert "To protect your data" in said
        assert "kettle" not in said.lower()


async def test_an_orders_code_is_good_for_thirty_days_and_once() -> None:
    async with open_house() as house:
        bob, eve = house.person("telegram", "t-bob"), house.person("telegram", "t-eve")
        first, late = await house.order_code("1002"), await house.order_code("1003")
        await bob.says(first)
        assert (await eve.says(first)).startswith(WRONG)
        house.clock.advance(days=30)
        assert (await eve.says(late)).startswith(WRONG)
        assert (await eve.state()).proofs == ()


async def test_no_customer_can_type_the_proof() -> None:
    async with open_house() as house:
        eve = house.person("telegram", "t-eve")
        house.engine.teach("where is my order", "order_status")
        await eve.says("where is my order")
        await eve.says("1002")
        for word in ("order:1002", "verified:" + PHONE, "order:1002@example.com"):
            assert "tent" not in (await eve.says(word)).lower()
        assert (await eve.state()).proofs == ()


def test_what_is_typed_is_an_email_or_a_phone_whatever_it_looks_like() -> None:
    for word in ("order:1002", f"verified:{PHONE}", "order:1002@x.example"):
        shown_as = typed_proof(word)
        assert (shown_as.order, shown_as.verified_phone) == (None, None)
        assert not is_typed(word)
    assert proof_of("order:1002").order == "1002"
    assert is_typed("ana@example.com")
    assert is_typed(PHONE)


async def test_no_connector_can_bring_the_proof() -> None:
    async with open_house() as house:
        eve = house.person("telegram", "t-eve")
        await eve.says("hello", phone="order:1002", name="order:1002")
        await eve.sends(UpdateKind.START, payload="order:1002")
        assert all(not p.startswith("order:") for p in (await eve.state()).proofs)


# --- the command -----------------------------------------------------------------------------------------------------------------
@pytest.fixture
def shop_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration with two messengers, whose store lies in a folder of the test's own."""
    for variable in ("DATABASE_URL", "PORT", "HOST"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in {
        "PUBLIC_URL": "https://chat.example",
        "TELEGRAM_TOKEN": "123456789:AAtest",
        "TWILIO_ACCOUNT_SID": "ACtest",
        "TWILIO_AUTH_TOKEN": "secret",
        "TWILIO_WHATSAPP_FROM": "+38640123456",
        "TELEGRAM_API_URL": "http://127.0.0.1:9",  # nobody is there
        "TWILIO_API_URL": "http://127.0.0.1:9",
    }.items():
        monkeypatch.setenv(variable, value)
    path = tmp_path / "config.yml"
    path.write_text(Path("config.yml").read_text("utf-8") + f"\nstore:\n  url: sqlite:///{tmp_path / 'shop.db'}\n", "utf-8")
    return path


def test_the_command_prints_a_code_and_the_links_that_are_known(shop_file: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["link", "1002", "--config", str(shop_file)])
    assert done.exit_code == 0, done.output
    code = CODE.search(done.stdout)
    assert code is not None
    assert f"https://wa.me/38640123456?text={code[0]}" in done.stdout
    assert re.search(r"telegram +did not answer, so its link is not known; send the code as a message", done.stdout)
    assert "secret" not in done.output
    assert "AAtest" not in done.output

    async def opens() -> None:
        async with open_house(str(tmp_path / "shop.db")) as house:
            bob = house.person("whatsapp", "w-bob")
            assert "order 1002" in await bob.says(code[0])

    asyncio.run(opens())


def test_the_command_makes_no_code_for_an_order_that_does_not_exist(shop_file: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["link", "9999", "--config", str(shop_file)])
    assert done.exit_code != 0
    assert "FD-" not in done.output

    async def codes() -> list[tuple[int]]:
        store = await Store.open(str(tmp_path / "shop.db"))
        try:
            found: list[tuple[int]] = await store.read(lambda db: db.execute("SELECT count(*) FROM codes").fetchall())
            return found
        finally:
            await store.close()

    assert asyncio.run(codes()) == [(0,)]
