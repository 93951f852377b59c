"""A counter for the tests of the baton: one customer whose turns are taken by hand, a channel, and everybody who may have them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot.connector import Delivery
from bot.desk.baton import Baton
from bot.desk.values import Agent, Changed
from bot.flow import Flow
from bot.outbox import Outbox
from bot.reception import _timer_body
from bot.store import baton, upkeep
from bot.store.values import micros
from tests.core.fakes import Booth, FakeChannel, booth
from tests.desk.office import Listener, hire


@dataclass(slots=True)
class Counter:
    booth: Booth
    channel: FakeChannel
    outbox: Outbox
    baton: Baton
    events: Listener

    async def says(self, *texts: str) -> list[str]:
        return await self.booth.says(*texts)

    @property
    def told(self) -> list[Changed]:
        return self.events.told

    async def conversation(self) -> int:
        return await self.booth.conversation()

    async def owner(self) -> str:
        return await self.baton.owner(await self.conversation())

    async def decides(self, *texts: str) -> tuple[Delivery, ...]:
        """A turn whose answers are stored and not sent yet."""
        for text in texts:
            await self.booth.brings(self.booth.update(text=text))
        deliveries, _ = await self.booth.turns.take(await self.conversation())
        return deliveries

    async def later(self, **span: float) -> list[str]:
        """Time passes; timers fire and their turn is taken."""
        self.booth.clock.advance(**span)
        now = micros(self.booth.clock.now)
        await self.booth.store.write(lambda db: upkeep.fire_timers(db, now, self.booth.store.new_id, _timer_body))
        return await self.booth.turn()

    async def case(self, *columns: str) -> tuple[Any, ...]:
        """Of the newest case."""
        return (await self.booth.rows(f"SELECT {', '.join(columns)} FROM cases ORDER BY id DESC LIMIT 1"))[0]

    async def replied(self, agent: Agent) -> None:
        """As a reply of an agent leaves the rows."""
        at = micros(self.booth.clock.now)
        conversation = await self.conversation()
        await self.booth.store.write(lambda db: baton.person_replied(db, conversation, at))


@asynccontextmanager
async def counter(*flows: Flow, **house: Any) -> AsyncIterator[Counter]:
    async with booth(*flows, **house) as ana:
        channel, events = FakeChannel(), Listener()
        outbox = Outbox(ana.store, {channel.name: channel}, ana.clock, events=events)
        ana.turns.events = events
        stage = ana.turns._stage
        moves = Baton(ana.store, outbox, ana.clock, events, stage.house, stage.texts)
        yield Counter(ana, channel, outbox, moves, events)


async def taken(at: Counter, *first: str) -> int:
    """Maja has the conversation."""
    maja = await hire(at.booth.store)
    await at.says(*(first or ("hello",)))
    await at.baton.take_over(await at.conversation(), maja)
    return maja.id
