"""One shop with WhatsApp, one Twilio, a clock that is set by hand, and a desk that remembers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.config_channels import TemplateConfig
from bot.connector import Delivery, Receipt, Sent
from bot.message import Message
from bot.update import Update
from connectors.whatsapp import WhatsappChannel
from connectors.whatsapp.templates import configured
from tests.connectors.fake_desk import FakeDesk
from tests.standins.twilio import Twilio

ANA = "+38640111222"
PUBLIC = "https://shop.example"
PICTURES = Path("connectors/shops/demo/pictures")
TEMPLATES = {
    "reply_waiting": TemplateConfig(
        en="Hello {name}, {shop} has an answer for you. Reply with any word to read it.",
        ru="Здравствуйте, {name}! У магазина {shop} есть для Вас ответ. Напишите любое слово, чтобы его прочитать.",
    ),
    "promise_late": TemplateConfig(en="Hello {name}, news from {shop}: {text} Reply here if you have questions."),
}


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **time: float) -> None:
        self.at += timedelta(**time)


@dataclass
class Desk(FakeDesk):
    """`broken` makes it fail as a full disk would."""

    broken: bool = False

    async def accept(self, updates: Sequence[Update]) -> int:
        if self.broken:
            raise OSError("disk full")
        return await super().accept(updates)

    async def report(self, receipts: Sequence[Receipt]) -> None:
        if self.broken:
            raise OSError("disk full")
        await super().report(receipts)


@dataclass
class World:
    """`send` goes straight to the connector, as the outbox does."""

    desk: Desk
    twilio: Twilio
    clock: Clock
    channel: WhatsappChannel
    server: str

    async def send(self, message: Message, *, number: int = 7, address: str = ANA, **more: Any) -> Sent:
        return await self.channel.send(Delivery(number, "whatsapp", address, message, **more))

    def is_in_the_window(self, address: str = ANA) -> None:
        self.desk.heard_at["whatsapp", address] = self.clock()
        self.twilio.heard_from(address, self.clock())

    async def approve(self) -> None:
        """Everything configured is at Twilio and approved."""
        for template in configured(TEMPLATES):
            self.twilio.add_content(template.name, template.language, template.types, template.samples, "approved")


Opened = Callable[..., Any]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def twilio(clock: Clock) -> AsyncIterator[Twilio]:
    async with Twilio(now=clock) as standin:
        yield standin


@pytest.fixture
def opened(twilio: Twilio, clock: Clock) -> Opened:
    """Opens the connector on a server, with other arguments where a test wants them."""

    @asynccontextmanager
    async def make(**changes: Any) -> AsyncIterator[World]:
        desk = Desk()
        settings: dict[str, Any] = {
            "account_sid": twilio.account_sid,
            "auth_token": twilio.auth_token,
            "sender": twilio.sender,
            "api_url": twilio.url,
            "public_url": PUBLIC,
            "templates": TEMPLATES,
            "local_file": local_file,
            "shop_name": "Acorn",
            "now": clock,
            "timeout": 5.0,
        }
        channel = WhatsappChannel(desk, **(settings | changes))
        desk.attach(channel)
        app = web.Application()
        app.add_routes(channel.routes())
        server = TestServer(app)
        await server.start_server()
        twilio.to, twilio.public_url = str(server.make_url("")).rstrip("/"), PUBLIC
        try:
            yield World(desk, twilio, clock, channel, twilio.to)
        finally:
            await channel.close()
            await server.close()

    return make


@pytest.fixture
async def world(opened: Opened) -> AsyncIterator[World]:
    async with opened() as made:
        yield made


def local_file(path: str) -> Path | None:
    file = PICTURES / path.rpartition("/")[2]
    return file if path.startswith("/shop/pictures/") and file.is_file() else None
