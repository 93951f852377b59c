"""A core with a view of it, for the tests of what desks are shown."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, cast

from bench.desk import fill
from bot.connector import Connector
from bot.desk.values import Agent, CaseLine, Role, Tab
from bot.desk.view import View
from bot.shop import Shop, ShopUnavailable
from bot.store.store import MEMORY, Store
from bot.update import Update, UpdateKind
from tests.core.fakes import NOON, Clock, FakeChannel, FakeShop, open_reception

LEAD = Agent(1, "Agent 1", "", Role.LEAD)


class Window(FakeChannel):
    """A channel with a day's window."""

    window = timedelta(hours=24)


@dataclass(slots=True)
class Orders(FakeShop):
    """Knows whose orders are whose; `asked` are the proofs it was shown."""

    asked: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        FakeShop.__init__(self)

    async def orders_of(self, proof: Any, *, language: str, limit: int = 5) -> tuple[Any, ...]:
        self.asked.append(proof)
        if self.down:
            raise ShopUnavailable("down")
        return tuple(_Order(n, NOON) for n, thing in self.things.items() if thing.email == proof.email)


@dataclass(frozen=True, slots=True)
class _Order:
    number: str
    placed: Any


@dataclass(slots=True)
class Front:
    """A core with one channel, and the view of it."""

    store: Store
    view: View
    channel: FakeChannel
    clock: Clock
    shop: Orders
    reception: Any
    count: int = 0

    async def says(self, text: str, address: str = "ana", **rest: Any) -> int:
        self.count += 1
        self.clock.advance(seconds=1)
        kind = rest.pop("kind", UpdateKind.TEXT)
        update = Update("test", f"{address}:{self.count}", address, kind, self.clock(), text, **rest)
        await self.reception.accept([update])
        await self.reception.settled("test", address, timeout=10)
        conversation = await self.store.conversation("test", address)
        assert conversation is not None
        return conversation

    async def run(self, sql: str, *values: object) -> None:
        await self.store.write(lambda db: db.execute(sql, values))

    async def kinds(self, conversation: int) -> list[tuple[str, str]]:
        return [(line.kind, line.message.text) for line in (await self.view.conversation(conversation)).lines]


@asynccontextmanager
async def front(channel: FakeChannel | None = None) -> AsyncIterator[Front]:
    channel, clock, shop = channel or FakeChannel(), Clock(), Orders()
    async with open_reception(channel, shop=shop, clock=clock) as (reception, store):
        view = View(store, cast(Shop, shop), {channel.name: cast(Connector, channel)}, clock)
        yield Front(store, view, channel, clock, shop, reception)


@asynccontextmanager
async def busy() -> AsyncIterator[tuple[Store, View, int]]:
    """60 conversations, 40 of them live, one of 300 messages."""
    store = await Store.open(MEMORY)
    try:
        longest = await store.write(lambda db: fill(db, live=40, messages=900, conversations=60, longest=300))
        yield store, View(store, cast(Shop, Orders()), {}, Clock()), longest
    finally:
        await store.close()


async def all_of(view: View, agent: Agent, tab: Tab, **rest: Any) -> list[CaseLine]:
    """Every line, page by page."""
    lines: list[CaseLine] = []
    before = ""
    while True:
        page = await view.cases(agent, tab, before=before, limit=7, **rest)
        lines += page.lines
        before = page.next
        if not before:
            return lines
