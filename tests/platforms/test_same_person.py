"""Who somebody is, across messengers: numbers a platform vouches for, codes typed on another messenger, an order's code in a link."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.phones import same_phone
from tests.chat import ROOT
from tests.core.people import CODE
from tests.platforms.house import PhoneChat
from tests.platforms.town import Town, open_town
from tests.standins.phone import Tap

ANAS = "+38640111001"  # Ana's, of the orders 1001, 1002 and 1007
PROOF = "to protect your data"


def whatsapp_phone(town: Town, number: str) -> Any:
    return town.platforms["whatsapp"].server.phone(number, "Ana")


async def proofs(town: Town, phone: Any) -> tuple[str, ...]:
    conversation = await town.desk.store.conversation(phone.channel, phone.address)
    assert conversation is not None
    return (await town.desk.store.take(conversation)).state.proofs


async def customer(town: Town, phone: Any) -> int:
    conversation = await town.desk.store.conversation(phone.channel, phone.address)
    assert conversation is not None
    return (await town.desk.store.take(conversation)).customer


def told(chat: PhoneChat) -> bool:
    """Whether the last answer tells of order 1001 what only its customer may know."""
    return "delivered" in chat.said.lower() and PROOF not in chat.said.lower()


async def asks_for_1001(chat: PhoneChat) -> None:
    await chat.says("where is my order 1001?")


# --- WhatsApp: the number is the sender -------------------------------------------------------------------------------------
async def test_whatsapps_own_number_opens_its_orders_without_a_question() -> None:
    async with open_town("whatsapp") as town:
        chat = town.chat(whatsapp_phone(town, ANAS))
        await asks_for_1001(chat)
        assert told(chat), chat.said


async def test_another_whatsapp_number_is_asked_for_proof() -> None:
    async with open_town("whatsapp") as town:
        chat = town.chat(whatsapp_phone(town, "+38640111009"))
        await asks_for_1001(chat)
        chat.hears(PROOF)
        await chat.says(ANAS)
        assert told(chat), "who knows the number given with the order may see it"


@pytest.mark.parametrize(("writes", "ordered"), [("+551187654321", "+5511987654321"), ("+5511987654321", "+551187654321")])
async def test_a_brazilian_with_and_without_the_ninth_digit_is_one_phone(writes: str, ordered: str) -> None:
    async with open_town("whatsapp") as town:
        phone = whatsapp_phone(town, writes)
        await town.chat(phone).says("hello")
        (proof,) = await proofs(town, phone)
        assert proof == f"verified:{writes}", "vouched for as the messenger writes it"
        assert same_phone(proof.removeprefix("verified:"), ordered), "and compared as every shop connector compares"


# --- Viber and Telegram: the number is shared by a button ----------------------------------------------------------------------
def share_button(phone: Any) -> Tap:
    """The key below the chat that shares the phone's number."""
    found: Tap = next(tap for tap in phone.bubbles()[-1].taps if "phone" in tap.title.lower() or "number" in tap.title.lower())
    return found


@pytest.mark.parametrize(("number", "opens"), [("38640111001", True), ("38640111009", False)])
async def test_vibers_button_shares_the_phone_and_opens_what_is_the_phones(number: str, opens: bool) -> None:
    async with open_town("viber") as town:
        phone = town.platforms["viber"].server.phone("Ana", address="viber-00000000001=", number=number)
        chat = town.chat(phone)
        await asks_for_1001(chat)
        chat.hears(PROOF)
        await phone.taps(share_button(phone))
        await chat.waits()
        assert told(chat) is opens
        assert await proofs(town, phone) == (f"verified:+{number}",)


async def test_a_card_of_vibers_address_book_vouches_for_nobody() -> None:
    async with open_town("viber") as town:
        phone = town.phone("viber")
        chat = town.chat(phone)
        await phone.sends({"type": "contact", "contact": {"name": "Ana Novak", "phone_number": "38640111001"}})
        await chat.waits()
        assert not any(proof.startswith("verified:") for proof in await proofs(town, phone))
        await asks_for_1001(chat)
        chat.hears(PROOF)


@pytest.mark.parametrize(("number", "opens"), [("+38640111001", True), ("38640111001", True), ("+38640111009", False)])
async def test_telegrams_own_contact_opens_what_is_the_phones(number: str, opens: bool) -> None:
    async with open_town("telegram") as town:
        phone = town.phone("telegram")
        chat = town.chat(phone)
        await asks_for_1001(chat)
        chat.hears(PROOF)
        await phone.shares_number(number)
        await chat.waits()
        assert told(chat) is opens
        assert await proofs(town, phone) == (f"verified:+{number.removeprefix('+')}",)


@pytest.mark.parametrize("owner", [{}, {"user_id": 42}])
async def test_somebody_elses_telegram_contact_vouches_for_nobody(owner: dict[str, int]) -> None:
    async with open_town("telegram") as town:
        phone = town.phone("telegram")
        chat = town.chat(phone)
        await phone.sends(contact={"phone_number": ANAS, "first_name": "Ana", **owner})
        await chat.waits()
        assert not any(proof.startswith("verified:") for proof in await proofs(town, phone))
        await asks_for_1001(chat)
        chat.hears(PROOF)
        await phone.sends(contact={"phone_number": "+38640111009", "first_name": "Eve", **owner})
        await chat.waits()
        assert not told(chat)


# --- one person on two messengers -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("other", ["telegram", "viber"])
async def test_a_code_typed_on_another_messenger_joins_and_unlink_parts(other: str) -> None:
    async with open_town("whatsapp", other) as town:
        first, second = whatsapp_phone(town, ANAS), town.phone(other, 1, "Ana")
        chat, there = town.chat(first), town.chat(second)
        await there.says("hello")
        await chat.says("hello")
        assert await customer(town, first) != await customer(town, second)
        await chat.says("/link")
        code = CODE.search(chat.said)
        assert code is not None
        await there.says(code[0].lower())
        there.hears("belong together")
        assert await customer(town, first) == await customer(town, second)
        await asks_for_1001(there)
        assert told(there), "what WhatsApp vouches for counts here too"
        await town.passes(seconds=1)
        chat.listens()
        chat.hears("joined with this one")

        await there.says("/unlink")
        assert await customer(town, first) != await customer(town, second)
        assert await proofs(town, second) == ()
        await asks_for_1001(there)
        there.hears(PROOF)
        await asks_for_1001(chat)
        assert told(chat), "the number is still WhatsApp's own"


async def test_the_doors_of_a_code_open_the_other_messengers_with_it() -> None:
    async with open_town("whatsapp", "telegram", "viber") as town:
        first, telegram, viber = whatsapp_phone(town, ANAS), town.phone("telegram"), town.phone("viber")
        chat = town.chat(first)
        await chat.says("/link")
        door = next(word for word in chat.said.split() if word.startswith("https://t.me/"))
        await telegram.opens(parse_qs(urlsplit(door).query)["start"][0])
        await town.settled(telegram)
        assert await customer(town, first) == await customer(town, telegram)
        await chat.says("/link")
        door = next(word for word in chat.said.split() if word.startswith("viber://"))
        await viber.opens(door)
        await town.settled(viber)
        assert await customer(town, first) == await customer(town, viber)
        assert "belong together" in viber.welcomes[0]["text"]


async def test_an_orders_code_from_the_command_opens_that_order_by_a_telegram_link(tmp_path: Path) -> None:
    database = tmp_path / "shop.db"
    path = tmp_path / "config.yml"
    path.write_text((ROOT / "config.yml").read_text("utf-8") + f"\nstore:\n  url: sqlite:///{database}\n", "utf-8")
    async with open_town("telegram", database=str(database)) as town:
        made = await asyncio.to_thread(CliRunner().invoke, app, ["link", "1001", "--config", str(path)])
        assert made.exit_code == 0, made.output
        code = CODE.search(made.output)
        assert code is not None
        channel = next(m for m in town.desk.messengers if m.name == "telegram")
        link = channel.link(code[0])
        assert link is not None
        phone, eve = town.phone("telegram"), town.phone("telegram", 2, "Eve")
        chat, hers = town.chat(phone), town.chat(eve)
        await phone.opens(parse_qs(urlsplit(link).query)["start"][0])
        await chat.waits()
        chat.hears("order 1001")
        assert told(chat)
        await eve.opens(code[0])
        await hers.waits()
        hers.hears("I cannot use this code")
        assert await proofs(town, eve) == ()
