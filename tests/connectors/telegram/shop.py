"""A shop with a bot: the connector behind a web server of its own, a desk that remembers, Telegram's stand-in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from bot.connector import Delivery, Sent
from bot.message import Message
from connectors.telegram import TelegramChannel
from tests.connectors.fake_desk import Bot, FakeDesk, silent
from tests.standins.telegram import TOKEN, TelegramPhone, TelegramServer

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SECRET = "the-secret_1"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 50


@dataclass
class Shop:
    desk: FakeDesk
    telegram: TelegramServer
    channel: TelegramChannel
    url: str

    def phone(self, **options: Any) -> TelegramPhone:
        """A customer who has pressed "Start" before, so that we may write to them."""
        phone = TelegramPhone(self.telegram, **options)
        phone.chat.blocked = False  # the chat is there from the first look on
        return phone

    async def send(self, message: Message, *, parts: int = 0, address: str = "5550001") -> Sent:
        return await self.channel.send(Delivery(1, "telegram", address, message, parts))


def no_file(_: str) -> Path | None:
    return None


@asynccontextmanager
async def open_shop(
    *,
    bot: Bot = silent,
    webhook: bool = True,
    started: bool = True,
    timeout: float = 2.0,
    token: str = TOKEN,
    desk: FakeDesk | None = None,
    local_file: Callable[[str], Path | None] = no_file,
    **telegram: Any,
) -> AsyncIterator[Shop]:
    """`webhook` False: there is no public address, so updates are fetched."""
    desk = desk or FakeDesk(bot=bot)
    async with TelegramServer.running(**telegram) as server:
        port = unused_port()
        url = f"http://127.0.0.1:{port}"
        channel = TelegramChannel(
            desk,
            token=token,
            secret=SECRET,
            shop_name="Lipa",
            api_url=server.url,
            public_url=url if webhook else None,
            local_file=local_file,
            now=lambda: NOW,
            timeout=timeout,
            pauses=(0.01, 0.02, 0.03),
            poll=5,
        )
        desk.attach(channel)
        app = web.Application()
        app.add_routes(channel.routes())
        ours = TestServer(app, port=port)
        await ours.start_server()
        try:
            if started:
                await channel.start()
            yield Shop(desk, server, channel, url)
        finally:
            await channel.close()
            await ours.close()


async def until(true: Callable[[], object], *, seconds: float = 3.0) -> None:
    """Wait for something that happens beside."""
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.002)
