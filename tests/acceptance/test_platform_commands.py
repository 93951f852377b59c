"""The commands that speak to messengers, run as a shop owner runs them, against the stand-ins."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.platforms.platforms import NAMES, platform
from tests.standins.telegram import TelegramServer
from tests.standins.twilio import Twilio

PUBLIC = "https://shop.example"


async def frontdesk(*arguments: str, **environment: str) -> tuple[int, str, str]:
    """(exit code, standard output, standard error)"""
    known = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG")}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        env=known | environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


async def test_live_check_without_a_messenger_says_where_to_read() -> None:
    code, out, _ = await frontdesk("check", "--live")
    assert (code, out.splitlines()) == (0, ["No faults.", "No messenger is configured; docs/channels.md tells how to connect one."])


@pytest.mark.parametrize("name", NAMES)
async def test_live_check_of_a_wrong_credential_fails_and_shows_no_secret(name: str) -> None:
    async with platform(name, PUBLIC) as messenger:
        key = {"telegram": "TELEGRAM_TOKEN", "whatsapp": "TWILIO_AUTH_TOKEN", "viber": "VIBER_TOKEN"}[name]
        secret = "123456:wr0ng-secret-of-the-owner"
        code, out, err = await frontdesk("check", "--live", **(messenger.environment | {key: secret}))
    assert code == 1
    assert "WRONG" in out
    assert secret not in out + err


async def test_live_check_of_telegram_by_polling_finds_everything_right() -> None:
    async with platform("telegram", PUBLIC) as messenger:
        environment = {k: v for k, v in messenger.environment.items() if k != "PUBLIC_URL"}
        code, out, err = await frontdesk("check", "--live", **environment)
    assert (code, err) == (0, "")
    assert "WRONG" not in out
    assert "the bot is @" in out


async def test_templates_are_made_once_and_their_approval_is_told(tmp_path: Path) -> None:
    async with platform("whatsapp", PUBLIC) as messenger:
        account = messenger.server
        assert isinstance(account, Twilio)
        account.approval = "pending"
        code, out, err = await frontdesk("whatsapp", "templates", "sync", **messenger.environment)
        assert (code, err) == (0, "")
        assert len(out.splitlines()) == len(account.contents) == 8, "two purposes in four languages"
        await frontdesk("whatsapp", "templates", "sync", **messenger.environment)
        assert len(account.contents) == 8, "doing it again changes nothing"
        code, out, _ = await frontdesk("whatsapp", "templates", "status", **messenger.environment)
        assert code == 0
        assert all("pending" in line for line in out.splitlines())


async def test_templates_without_an_account_say_what_is_missing() -> None:
    code, _, err = await frontdesk("whatsapp", "templates", "status")
    assert code == 2
    assert err.startswith("frontdesk: channels.whatsapp needs account_sid, auth_token and sender")


async def test_a_link_to_an_order_brings_the_code_to_the_bot(tmp_path: Path) -> None:
    async with platform("telegram", PUBLIC) as messenger:
        assert isinstance(messenger.server, TelegramServer)
        code, out, err = await frontdesk("link", "1002", DATABASE_URL=f"sqlite:///{tmp_path}/desk.db", **messenger.environment)
    assert (code, err) == (0, "")
    letters = out.splitlines()[0]
    assert f"https://t.me/LipaShopBot?start={letters}" in out
