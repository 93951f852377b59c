"""People at a desk with three messengers: the real flows and the demo shop, an engine that understands what it was taught.

For tests of what goes on between two conversations; `fakes.py` has one customer on one channel.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot import app as root
from bot.conversation import State
from bot.links import digest, draw, shown
from bot.message import Message
from bot.store.links import new_order_code
from bot.store.store import MEMORY
from bot.store.values import micros
from bot.update import Update, UpdateKind
from tests.chat import Mailbox, config
from tests.core.fakes import Clock, FakeEngine

CODE = re.compile(r"FD-[A-Z0-9]{5}-[A-Z0-9]{5}")
PHONE = "+38640111001"  # of orders 1001, 1002 and 1007 of the demo shop
WRONG = "I cannot use this code"


class Messenger(Mailbox):
    """A mailbox of a messenger that a link can open."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.forgotten: list[str] = []

    async def forget(self, address: str) -> None:
        self.forgotten.append(address)

    def link(self, code: str) -> str | None:
        return f"https://{self.name}.example/?start={code}"


@dataclass(slots=True)
class Person:
    """Somebody at one channel of the desk."""

    house: House
    channel: Messenger
    address: str
    seen: int = 0
    heard: list[Message] = field(default_factory=list)

    async def says(self, text: str, **rest: Any) -> str:
        return await self.sends(UpdateKind.TEXT, text, **rest)

    async def sends(self, kind: UpdateKind, text: str = "", **rest: Any) -> str:
        """Everything said to them in answer."""
        await self.brings(self.update(kind, text, **rest))
        return self.listens()

    def update(self, kind: UpdateKind, text: str = "", **rest: Any) -> Update:
        self.house.count += 1
        return Update(self.channel.name, f"u{self.house.count}", self.address, kind, self.house.clock(), text, **rest)

    async def brings(self, *updates: Update) -> None:
        await self.house.desk.reception.accept(updates)
        assert await self.house.desk.reception.settled(self.channel.name, self.address, timeout=20)

    def listens(self) -> str:
        mine = [d.message for d in self.channel.sent if d.address == self.address]
        self.heard, self.seen = mine[self.seen :], len(mine)
        return "\n".join(m.text for m in self.heard)

    async def code(self) -> str:
        """A new code to join by."""
        found = CODE.search(await self.says("/link"))
        assert found is not None
        return found[0]

    async def conversation(self) -> int:
        found = await self.house.desk.store.conversation(self.channel.name, self.address)
        assert found is not None
        return found

    async def state(self) -> State:
        return (await self.house.desk.store.take(await self.conversation())).state

    async def customer(self) -> int:
        return (await self.house.desk.store.take(await self.conversation())).customer


@dataclass(slots=True)
class House:
    """A running desk with three messengers."""

    desk: root.Desk
    engine: FakeEngine
    clock: Clock
    channels: dict[str, Messenger]
    count: int = 0

    def person(self, channel: str, address: str) -> Person:
        return Person(self, self.channels[channel], address)

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = await self.desk.store.read(lambda db: db.execute(sql).fetchall())
        return found

    async def order_code(self, number: str) -> str:
        letters = draw()
        await self.desk.store.write(lambda db: new_order_code(db, digest(letters), number, micros(self.clock())))
        return shown(letters)

    async def notices(self) -> None:
        """Let due timers fire and be answered."""
        await self.desk.reception.sweep()
        for channel, address in await self.rows("SELECT channel, address FROM conversations"):
            await self.desk.reception.settled(channel, address, timeout=20)


@asynccontextmanager
async def open_house(
    database: str = MEMORY, *, clock: Clock | None = None, channels: dict[str, Messenger] | None = None
) -> AsyncIterator[House]:
    clock, engine = clock or Clock(), FakeEngine()
    channels = channels or {name: Messenger(name) for name in ("telegram", "whatsapp", "webchat")}
    shop = root.demo_shop(clock)
    async with root.open_desk(config(), database=database, now=clock, shop=shop, engine=engine, patience=timedelta(0)) as desk:
        desk.connectors.update(channels)
        async with desk.reception:
            yield House(desk, engine, clock, channels)


@asynccontextmanager
async def two() -> AsyncIterator[tuple[Person, Person]]:
    """Ana on WhatsApp, whose phone is verified there, and on Telegram, where nothing is known of her."""
    async with open_house() as house:
        ana, again = house.person("whatsapp", "w-ana"), house.person("telegram", "t-ana")
        await ana.says("hello", phone=PHONE, name="Ana Novak")
        await again.says("hello")
        yield ana, again
