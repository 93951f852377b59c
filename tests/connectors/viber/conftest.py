"""A Viber, a core that remembers, and the connector between them, on real sockets."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.connector import Delivery
from bot.message import Message
from connectors.viber import ViberChannel
from tests.connectors.fake_desk import FakeDesk
from tests.standins.viber import Viber

ANA = "01234567890A="


@dataclass
class House:
    """The server under test. `say` sends as the outbox does."""

    channel: ViberChannel
    desk: FakeDesk
    viber: Viber
    url: str
    ids: int = 0

    async def say(self, message: Message, *, to: str = ANA, parts: int = 0) -> tuple[str, ...]:
        self.ids += 1
        sent = await self.channel.send(Delivery(self.ids, "viber", to, message, parts=parts))
        return sent.platform_ids


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
async def viber() -> AsyncIterator[Viber]:
    async with Viber() as made:
        yield made


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "KET-17.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    return file


Open = Callable[..., Any]


@pytest.fixture
async def build(viber: Viber, desk: FakeDesk, picture: Path) -> AsyncIterator[Open]:
    """Make a house that has not started; keywords are the channel's."""
    async with AsyncExitStack() as stack:

        async def make(**options: Any) -> House:
            app = web.Application()
            port = _free_port()
            server = TestServer(app, host="127.0.0.1", port=port)
            files = {"/shop/pictures/KET-17.png": picture}
            settings: dict[str, Any] = {
                "token": viber.token,
                "api_url": viber.url,
                "public_url": "http://127.0.0.1:{port}",
                "sender_name": "Demo shop",
                "local_file": files.get,
                "timeout": 5,
                "welcome_timeout": 5,
                "backoff": (0.01,),
            } | options
            if settings["public_url"]:
                settings["public_url"] = settings["public_url"].format(port=port)
            channel = ViberChannel(desk, **settings)
            desk.attach(channel)
            app.add_routes(channel.routes())
            await server.start_server()
            stack.push_async_callback(server.close)
            stack.push_async_callback(channel.close)
            stack.push_async_callback(viber.settle)
            return House(channel, desk, viber, f"http://127.0.0.1:{port}/webhooks/viber")

        yield make


@pytest.fixture
async def house(build: Open) -> House:
    """A house that is open: the webhook is registered."""
    made: House = await build()
    await made.channel.start()
    assert made.channel.fault is None
    return made


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
