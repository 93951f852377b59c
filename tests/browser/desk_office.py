"""A whole shop for the desk's browser tests: the real core, the web chat, two messengers that remember, agents, and the console."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from aiohttp.test_utils import TestServer
from playwright.async_api import Page, expect

from bot.app import Desk, demo_shop, open_desk, web_app
from bot.connector import Delivery, SendRefused, Sent
from bot.desk.people import People
from bot.desk.values import Agent, Role, Settings, Status
from bot.files import FileStore
from bot.update import Attachment, Update, UpdateKind
from connectors.desks.console import Console, DeskLook
from tests.chat import config, engine

PASSWORD = "five quiet wooden boats"
PATIENCE = 30.0  # seconds for a turn on a busy machine


_ASKS = {
    "en": ("I want to talk to a person", "Just a person"),
    "ru": ("Позовите человека", "Позовите человека"),
}


class Postman:
    """A messenger that remembers. While `refuses` is set it takes nothing."""

    resends = True
    receipts = False
    pace = None

    def __init__(self, name: str, window: timedelta | None = None) -> None:
        self.name = name
        self.window = window
        self.refuses = ""
        self.sent: list[Delivery] = []
        self.typed: list[str] = []

    async def send(self, delivery: Delivery) -> Sent:
        if self.refuses:
            raise SendRefused(self.refuses, f"{self.name} refuses")
        self.sent.append(delivery)
        return Sent()

    async def typing(self, address: str) -> None:
        self.typed.append(address)

    async def forget(self, address: str) -> None:
        return None

    @property
    def words(self) -> list[str]:
        return [delivery.message.text for delivery in self.sent]


@dataclass
class Office:
    core: Desk
    server: TestServer
    console: Console
    people: People
    telegram: Postman
    whatsapp: Postman
    maja: Agent
    petro: Agent
    olga: Agent
    numbers: count[int] = field(default_factory=lambda: count(1))

    @property
    def url(self) -> str:
        return str(self.server.make_url("/desk"))

    @property
    def chat_url(self) -> str:
        return str(self.server.make_url("/chat?lang=en"))

    async def hears(
        self, channel: str, address: str, *texts: str, name: str | None = None, locale: str = "en", files: tuple[Attachment, ...] = ()
    ) -> int:
        """A customer writes; returns the conversation when everything is answered."""
        for text in texts:
            kind = UpdateKind.MEDIA if files else UpdateKind.TEXT
            platform_id = f"{channel}-{next(self.numbers)}"
            update = Update(channel, platform_id, address, kind, datetime.now(UTC), text, attachments=files, name=name, locale=locale)
            await self.core.reception.accept([update])
            await self.core.reception.settled(channel, address, timeout=PATIENCE)
        return await self.conversation(channel, address)

    async def waits(self, channel: str = "telegram", address: str = "t1", *, name: str = "Ana", locale: str = "en") -> int:
        """A customer asks for a person, says nothing more of it, and is in the queue."""
        asks, says_no_more = _ASKS[locale]
        return await self.hears(channel, address, asks, says_no_more, name=name, locale=locale)

    async def conversation(self, channel: str, address: str) -> int:
        asked = "SELECT id FROM conversations WHERE channel = ? AND address = ?"
        found = await self.core.store.read(lambda db: db.execute(asked, (channel, address)).fetchone())
        return int(found[0])


@asynccontextmanager
async def open_office(folder: Path) -> AsyncIterator[Office]:
    """A server with Maja (agent), Petro (agent) and Olga (owner), all with PASSWORD."""
    async with open_desk(config(), shop=demo_shop(), engine=engine(), files=folder) as core:
        app = await web_app(core, made=())
        telegram, whatsapp = Postman("telegram"), Postman("whatsapp", timedelta(hours=24))
        core.connectors |= {"telegram": telegram, "whatsapp": whatsapp}
        people = core.people
        maja, petro, olga = [
            await _hired(people, name, role)
            for name, role in (("Maja Kos", Role.AGENT), ("Petro Lys", Role.AGENT), ("Olga Rey", Role.OWNER))
        ]
        shop = DeskLook(config().shop.name, config().shop.colour, config().house().hours)
        files = FileStore(folder, largest=5 * 1024 * 1024)
        console = Console(people, files=files, connectors=core.connectors, shop=shop, secure=False, now=core.now)
        console.install(app)
        server = TestServer(app, host="127.0.0.1")
        await server.start_server()
        async with core.reception:  # its timers and queues are looked at, as in the running server
            try:
                yield Office(core, server, console, people, telegram, whatsapp, maja, petro, olga)
            finally:
                await console.close()
                await server.close()


async def _hired(people: People, name: str, role: Role) -> Agent:
    agent, _ = await people.agents.add(name, f"{name.split(maxsplit=1)[0].lower()}@shop.example", role, PASSWORD)
    return await people.agents.change(agent.id, status=Status.AVAILABLE)


async def speaks(shop: Office, agent: Agent, language: str) -> None:
    await shop.people.agents.change(agent.id, settings=Settings(language=language))


async def enters(page: Page, shop: Office, agent: Agent, path: str = "") -> None:
    """Log in by the page, as people do."""
    await page.goto(f"{shop.url}/login")
    await page.locator("input[name=email]").fill(agent.email)
    await page.locator("input[name=password]").fill(PASSWORD)
    await page.locator("input[name=password]").press("Enter")
    await expect(page.locator("body[data-ready=yes]")).to_be_attached()
    if path:
        await page.goto(f"{shop.url}{path}")
        await expect(page.locator("body[data-ready=yes]")).to_be_attached()
