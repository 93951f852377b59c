"""A core that remembers: keeps updates once, answers through a small scripted bot, gives the history back.

It holds the promises of `bot.connector.Desk` that connectors lean on: the same (channel, platform id) twice is one
update, line ids grow, what the shop says has the same id in the delivery and in the history, and `settled` waits for
every answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.connector import Busy, Connector, Delivery, Line, Receipt
from bot.message import Message
from bot.update import Update

Bot = Callable[[Update], Sequence[Message]]


def silent(update: Update) -> Sequence[Message]:
    return ()


def echo(update: Update) -> Sequence[Message]:
    return (Message(f"You said: {update.text}"),)


@dataclass
class FakeDesk:
    """`pause` is the seconds before each answer; `busy` makes the next accepts refuse with that Retry-After."""

    bot: Bot = silent
    pause: float = 0.0
    busy: float | None = None
    connectors: dict[str, Connector] = field(default_factory=dict)
    updates: list[Update] = field(default_factory=list)
    lines: dict[tuple[str, str], list[Line]] = field(default_factory=dict)
    undelivered: list[tuple[Delivery, Exception]] = field(default_factory=list)
    reports: list[Receipt] = field(default_factory=list)
    written: list[tuple[str, str]] = field(default_factory=list)
    heard_at: dict[tuple[str, str], datetime] = field(default_factory=dict)
    _working: dict[tuple[str, str], set[asyncio.Task[None]]] = field(default_factory=dict)
    _turns: dict[tuple[str, str], asyncio.Lock] = field(default_factory=dict)
    _last_id: int = 0

    def attach(self, connector: Connector) -> None:
        self.connectors[connector.name] = connector

    async def accept(self, updates: Sequence[Update]) -> int:
        if self.busy is not None:
            raise Busy(self.busy)
        known = {(update.channel, update.platform_id) for update in self.updates}
        new = [update for update in updates if (update.channel, update.platform_id) not in known]
        for update in new:
            self.updates.append(update)
            self.heard_at[update.channel, update.address] = update.sent_at
            who = (update.channel, update.address)
            said = Message(update.text, language=update.locale or "en")
            self._write(who, "in", said, update)
            task = asyncio.create_task(self._answer(update))
            self._working.setdefault(who, set()).add(task)
            task.add_done_callback(self._working[who].discard)
        return len(new)

    async def writes(self, channel: str, address: str) -> None:
        self.written.append((channel, address))

    async def report(self, receipts: Sequence[Receipt]) -> None:
        self.reports += receipts

    async def last_heard(self, channel: str, address: str) -> datetime | None:
        """When an update came, by its own time; a test may set another."""
        return self.heard_at.get((channel, address))

    async def history(self, channel: str, address: str, *, limit: int = 200, openings: bool = False) -> tuple[Line, ...]:
        return tuple(self.lines.get((channel, address), ())[-limit:])

    async def settled(self, channel: str, address: str, *, timeout: float) -> bool:
        tasks = set(self._working.get((channel, address), ()))
        if not tasks:
            return True
        _, late = await asyncio.wait(tasks, timeout=timeout)
        return not late

    async def say(self, channel: str, address: str, message: Message) -> Line:
        """An agent, a notice: something said without being asked."""
        line = self._write((channel, address), "out", message)
        delivery = Delivery(line.id, channel, address, message)
        try:
            await self.connectors[channel].send(delivery)
        except Exception as error:
            self.undelivered.append((delivery, error))
        return line

    async def _answer(self, update: Update) -> None:
        who = (update.channel, update.address)
        async with self._turns.setdefault(who, asyncio.Lock()):
            messages = self.bot(update)
            if messages and self.pause:
                await self.connectors[update.channel].typing(update.address)
                await asyncio.sleep(self.pause)
            for message in messages:
                await self.say(*who, message)

    def _write(self, who: tuple[str, str], direction: str, message: Message, update: Update | None = None) -> Line:
        self._last_id += 1
        line = Line(
            self._last_id,
            direction,
            datetime.now(UTC),
            message,
            update.attachments if update else (),
            update.platform_id if update else None,
        )
        self.lines.setdefault(who, []).append(line)
        return line
