"""Registration, links, and what `frontdesk check --live` finds."""

from __future__ import annotations

import asyncio
import subprocess
import sys

from bot.connector import Messenger
from tests.connectors.viber.conftest import House, Open
from tests.standins.phone import Phone
from tests.standins.viber import Viber


async def _until(house: House, *, registered: bool = True) -> None:
    """The background task has done its work."""
    task = house.channel._registration._task
    assert task is not None
    await asyncio.wait_for(task, 5)
    assert (house.channel.fault is None) is registered


async def test_the_webhook_is_registered_and_answered_while_it_is(house: House) -> None:
    assert house.viber.webhook == house.url
    _, body = house.viber.calls[-1]
    assert (body["send_name"], body["send_photo"]) == (True, False)
    assert set(body["event_types"]) == {"delivered", "seen", "failed", "subscribed", "unsubscribed", "conversation_started"}
    assert house.desk.updates == []


async def test_connector_and_phone_are_what_the_core_and_the_stories_ask_for(house: House, viber: Viber) -> None:
    messenger: Messenger = house.channel
    phone: Phone = viber.phone()
    assert (messenger.name, messenger.resends, messenger.receipts, phone.channel) == ("viber", False, True, "viber")
    assert messenger.pace is not None
    assert messenger.pace.rate <= 50


async def test_a_link_opens_the_chat_and_brings_its_code_along(build: Open) -> None:
    house: House = await build()
    assert house.channel.link("a b") is None, "Viber has not told our name yet"
    await house.channel.start()
    assert house.channel.link("a b&c") == "viber://pa?chatURI=frontdesk&context=a%20b%26c"


async def test_without_a_public_address_the_owner_is_told_and_messages_can_be_sent(build: Open) -> None:
    house: House = await build(public_url=None)
    await house.channel.start()
    assert house.channel.fault is not None
    assert "server.public_url" in house.channel.fault
    assert house.channel.link("x") is not None
    assert house.viber.webhook is None


async def test_an_address_viber_does_not_reach_is_a_fault_until_it_does(build: Open, viber: Viber) -> None:
    house: House = await build(backoff=(0.01,))
    right = house.channel._registration.url
    house.channel._registration.url = "http://127.0.0.1:9/webhooks/viber"
    await house.channel.start()
    assert house.channel.fault is not None
    assert "cannot reach http://127.0.0.1:9/" in house.channel.fault
    house.channel._registration.url = right
    await _until(house)
    assert viber.webhook == house.url


async def test_a_platform_that_does_not_answer_is_asked_again(build: Open, viber: Viber) -> None:
    house: House = await build(backoff=(0.01,))
    for kind in ("500", "drop", "429", "nonsense", "status"):
        viber.fail_next(kind, status=99)
    await house.channel.start()
    assert house.channel.fault is not None
    await _until(house)
    assert len(viber.calls) == 7


async def test_a_wrong_token_is_said_in_words(build: Open) -> None:
    house: House = await build(token="wrong", backoff=(60,))
    await house.channel.start()
    assert house.channel.fault is not None
    assert "channels.viber.token" in house.channel.fault


async def test_close_ends_the_tries_and_can_be_called_twice_or_before_the_start(build: Open, viber: Viber) -> None:
    house: House = await build(backoff=(60,))
    await house.channel.close()
    await viber.down()
    await house.channel.start()
    await house.channel.close()
    await house.channel.close()
    assert house.channel._registration._task is None


async def test_a_platform_that_says_anything_is_alive_and_one_that_is_down_is_not(build: Open, viber: Viber) -> None:
    house: House = await build(timeout=0.4)
    assert await house.channel.alive()
    for kind in ("status", "429"):
        viber.fail_next(kind, status=2)
        assert await house.channel.alive()
    for silence in ("500", "drop", "hang"):
        viber.fail_next(silence, seconds=2)
        assert not await house.channel.alive()
    await viber.down()
    assert not await house.channel.alive()


async def test_check_finds_everything_right(house: House) -> None:
    findings = await house.channel.check()
    assert [(f.what, f.right) for f in findings] == [("Viber signature", True), ("Viber account", True), ("Viber webhook", True)]
    assert "Demo shop" in findings[1].detail


async def test_check_tells_what_is_wrong(build: Open, viber: Viber) -> None:
    house: House = await build()
    assert [(f.what, f.right) for f in await house.channel.check()][-1] == ("Viber webhook", False)
    viber.webhook = "https://elsewhere.example/"
    assert "elsewhere.example" in (await house.channel.check())[-1].detail
    nowhere: House = await build(public_url=None)
    assert "server.public_url" in (await nowhere.channel.check())[-1].detail
    wrong: House = await build(token="wrong")
    (_, account) = await wrong.channel.check()
    assert (account.right, "channels.viber.token" in account.detail) == (False, True)
    await viber.down()
    (_, account) = await house.channel.check()
    assert (account.right, "cannot be reached" in account.detail) == (False, True)


def test_importing_the_connector_brings_no_more_than_the_server_has() -> None:
    code = (
        "import sys, aiohttp.web, structlog, bot.body, bot.connector, bot.layout, bot.phones; "
        "before = set(sys.modules); import connectors.viber; "
        "print(sorted(m for m in set(sys.modules) - before if not m.startswith(('connectors', 'hmac'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
