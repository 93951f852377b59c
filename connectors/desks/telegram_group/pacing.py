"""One budget for the whole group: 20 messages a minute, whatever is written and in whichever topic."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot.connector import Pace
from bot.pace import Pacer
from connectors.desks.telegram_group.limits import PACE

FAR = 1e9  # seconds: a place is taken however far ahead it is


class Budget:
    """`pace` None: without limits. The group counts as one address."""

    def __init__(
        self,
        pace: Pace | None = PACE,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._pacer = Pacer(pace, clock) if pace is not None else None
        self._sleep = sleep
        self._held = False

    async def turn(self) -> bool:
        """Wait until one message may go; the place is kept until `spend`. True when there was a wait: the budget is short."""
        if self._held or self._pacer is None:
            self._held = True
            return False
        short = False
        while (seconds := self._pacer.wait("group", 0.0)) > 0:
            short = True
            await self._sleep(seconds)
        self._held = True
        return short

    def spend(self, messages: int = 1) -> None:
        """So many were sent: one on the place that was waited for, the others are paid by whoever comes next."""
        if self._pacer is not None:
            for _ in range(messages - self._held):
                self._pacer.wait("group", FAR)
        self._held = False

    def refused(self, seconds: float) -> None:
        """Telegram said "slow down" for so long."""
        self._held = False
        if self._pacer is not None:
            self._pacer.refused("group", seconds)
