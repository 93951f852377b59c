"""The account: webhook or polling, the menu of commands, faults in words, the check, a clean end."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest

from bot.connector import Finding, Messenger, SendLater
from bot.message import Message
from bot.update import UpdateKind
from connectors.telegram.labels import COMMANDS, LABELS
from connectors.telegram.limits import PACE
from connectors.telegram.parse import USED
from tests.connectors.fake_desk import echo
from tests.connectors.telegram.shop import SECRET, open_shop, until


def test_importing_the_connector_does_not_load_the_library() -> None:
    code = "import sys, connectors.telegram; sys.exit(bool({'telegram', 'httpx'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_the_connector_is_a_messenger() -> None:
    async with open_shop(started=False) as shop:
        messenger: Messenger = shop.channel
        assert (messenger.name, messenger.resends, messenger.receipts, messenger.pace) == ("telegram", False, False, PACE)


# --- start -------------------------------------------------------------------------------------------------------------------
async def test_with_a_public_address_the_webhook_is_set_with_its_secret() -> None:
    async with open_shop() as shop:
        hook = shop.telegram.updates.webhook
        assert hook["url"] == f"{shop.url}/webhooks/telegram"
        assert (hook["secret_token"], hook["allowed_updates"], hook["max_connections"]) == (SECRET, list(USED), 40)
        assert shop.channel.fault is None


async def test_a_webhook_telegram_does_not_take_is_a_fault_with_its_reason() -> None:
    async with open_shop(plain_webhooks=False) as shop:
        assert "an https url must be provided" in (shop.channel.fault or "").lower()


async def test_the_menu_is_written_in_each_language_and_only_where_it_differs() -> None:
    async with open_shop() as shop:
        assert {*shop.telegram.commands} == {"", *LABELS}
        assert [c["command"] for c in shop.telegram.commands["sl"]] == [*COMMANDS]
        written = len(shop.telegram.made("setMyCommands"))
        shop.telegram.commands["ru"] = []
        await shop.channel.start()
        assert len(shop.telegram.made("setMyCommands")) == written + 1


async def test_a_menu_that_cannot_be_written_holds_nothing_up() -> None:
    async with open_shop(started=False) as shop:
        shop.telegram.fail_next("error", times=9, method="getMyCommands")
        await shop.channel.start()
        assert shop.channel.fault is None
        assert shop.telegram.updates.webhook


@pytest.mark.parametrize("kind", ["error", "html", "garbage", "rate", "token"])
async def test_a_start_that_fails_never_raises_and_is_tried_again(kind: str) -> None:
    async with open_shop(started=False) as shop:
        shop.telegram.fail_next(kind, times=2, method="getMe")
        await shop.channel.start()
        assert shop.channel.fault
        assert shop.channel.link("code") is None
        await until(lambda: shop.channel.fault is None)
        assert shop.channel.link("code") == "https://t.me/LipaShopBot?start=code"


async def test_a_wrong_token_is_a_fault_in_words() -> None:
    async with open_shop(token="1:wrong") as shop:
        assert "does not accept the bot token" in (shop.channel.fault or "")


async def test_a_link_takes_only_codes_telegram_takes() -> None:
    async with open_shop() as shop:
        assert shop.channel.link("a" * 64)
        assert shop.channel.link("a" * 65) is None
        assert shop.channel.link("two words") is None


@pytest.mark.parametrize(("kind", "alive"), [("rate", True), ("token", True), ("error", False), ("hang", False), ("garbage", False)])
async def test_telegram_lives_when_it_says_anything_of_sense(kind: str, alive: bool) -> None:
    async with open_shop(timeout=0.6) as shop:
        assert await shop.channel.alive()
        shop.telegram.fail_next(kind, seconds=0.9, method="getMe")
        assert await shop.channel.alive() is alive


async def test_a_telegram_that_is_down_does_not_live() -> None:
    async with open_shop() as shop:
        await shop.telegram.close()
        assert not await shop.channel.alive()


# --- polling -----------------------------------------------------------------------------------------------------------------
async def test_without_a_public_address_updates_are_fetched() -> None:
    async with open_shop(webhook=False, bot=echo) as shop:
        phone = shop.phone()
        await phone.opens("abc")
        await phone.says("hello")
        assert [(u.kind, u.payload, u.text) for u in shop.desk.updates] == [
            (UpdateKind.START, "abc", ""),
            (UpdateKind.TEXT, "", "hello"),
        ]
        await until(lambda: len(phone.bubbles()) == 2)
        assert shop.telegram.made("deleteWebhook")


async def test_several_updates_are_stored_at_once_and_confirmed_after() -> None:
    async with open_shop(webhook=False, started=False) as shop:
        phones = [shop.phone(chat=n) for n in (1, 2, 3)]
        bringing = [asyncio.create_task(phone.says("hello")) for phone in phones]
        await asyncio.sleep(0)
        await shop.channel.start()
        await asyncio.gather(*bringing)
        assert {u.address for u in shop.desk.updates} == {"1", "2", "3"}
        assert len(shop.desk.updates) == 3


async def test_a_flood_is_fetched_again_later() -> None:
    async with open_shop(webhook=False) as shop:
        shop.desk.busy = 0.01
        bringing = asyncio.create_task(shop.phone().says("hello"))
        await until(lambda: len(shop.telegram.made("getUpdates")) > 3)
        assert not bringing.done()
        shop.desk.busy = None
        await bringing
        assert [u.text for u in shop.desk.updates] == ["hello"]


@pytest.mark.parametrize(("kind", "words"), [("conflict", "another program"), ("token", "bot token"), ("error", "a fault of its own")])
async def test_polling_says_what_is_wrong_and_goes_on(kind: str, words: str) -> None:
    async with open_shop(webhook=False, started=False) as shop:
        shop.telegram.fail_next(kind, times=3, method="getUpdates")
        await shop.channel.start()
        await until(lambda: words in (shop.channel.fault or ""))
        await shop.phone().says("hello")
        await until(lambda: shop.channel.fault is None, seconds=8)
        assert len(shop.telegram.made("getUpdates")) < 9  # no hot loop
        assert [u.text for u in shop.desk.updates] == ["hello"]


async def test_starting_twice_fetches_once() -> None:
    async with open_shop(webhook=False) as shop:
        await shop.channel.start()
        await shop.phone().says("hello")
        assert shop.channel.fault is None


async def test_closing_ends_polling_at_once() -> None:
    async with open_shop(webhook=False) as shop:
        await until(lambda: shop.telegram.made("getUpdates"))
        async with asyncio.timeout(1):
            await shop.channel.close()
        with pytest.raises(SendLater):
            await shop.send(Message("Hello"))
        await shop.channel.typing("5")


# --- check -------------------------------------------------------------------------------------------------------------------
def rights(findings: object) -> dict[str, bool]:
    assert isinstance(findings, list)
    return {f.what: f.right for f in findings if isinstance(f, Finding)}


async def test_the_check_of_a_healthy_bot_finds_everything_right_and_stores_nothing() -> None:
    for webhook in (True, False):
        async with open_shop(webhook=webhook) as shop:
            found = rights(await shop.channel.check())
            assert found == {"account": True, "secret": True, "updates": True, "waiting updates": True}
            assert shop.desk.updates == []


async def test_the_check_says_what_to_do_about_each_fault() -> None:
    async with open_shop(started=False) as shop:
        (account, secret, updates) = await shop.channel.check()
        assert (account.right, secret.right, updates.right) == (True, True, False)
        assert "no webhook is set; start the server" in updates.detail
        await shop.channel.start()
        shop.telegram.updates.last_error = "Wrong response from the webhook: 403 Forbidden"
        *_, last = await shop.channel.check()
        assert (last.what, last.right) == ("last error", True)  # nothing waits, so it is over
        shop.telegram.fail_next("token", method="getMe")
        first, *_ = await shop.channel.check()
        assert (first.what, first.right) == ("account", False)
        assert "BotFather" in first.detail
    async with open_shop(webhook=False, started=False) as shop:
        shop.telegram.updates.webhook = {"url": "https://old.example/hook"}
        assert rights(await shop.channel.check())["updates"] is False
