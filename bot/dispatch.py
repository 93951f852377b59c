"""Who works when: one turn at a time per conversation, many conversations side by side, timers, and the sweep that forgets nothing.

Dispatch is only a signal, "conversation c has work"; signals may be lost or doubled without harm, because the rows are in the store and
the sweep finds conversations whose rows have waited. A signal that comes while a turn runs makes one more turn after it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

log = structlog.get_logger(__name__)

SIDE_BY_SIDE = 64  # conversations whose turns are worked out at once (the reception counts; sending is outside)
SWEEP = 1.0  # seconds between looks at timers, waiting rows and queued messages
FORGOTTEN = timedelta(seconds=3)  # rows that have waited so long are signalled again

Work = Callable[[int], Awaitable[datetime | None]]


class Dispatcher:
    """Runs `work(conversation)` for each signalled conversation. `work` says when to come back, or None."""

    def __init__(self, work: Work, now: Callable[[], datetime]) -> None:
        self._work = work
        self._now = now
        self._running: dict[int, asyncio.Task[None]] = {}
        self._again: set[int] = set()
        self._later: dict[int, asyncio.TimerHandle] = {}
        self._idle: dict[int, list[asyncio.Future[None]]] = {}
        self._closing = False

    def signal(self, conversation: int) -> None:
        """There is work. Never blocks; safe to call too often."""
        if self._closing:
            return
        if conversation in self._running:
            self._again.add(conversation)
            return
        task = asyncio.get_running_loop().create_task(self._run(conversation))
        self._running[conversation] = task

    async def _run(self, conversation: int) -> None:
        due: datetime | None = None
        try:
            while True:
                self._again.discard(conversation)
                due = await self._work(conversation)
                if conversation not in self._again:
                    break
        except Exception:
            # The turn handles its own failures; what gets here is ours. The rows stay, the sweep comes back to them.
            log.exception("dispatch failed", conversation=conversation)
        finally:
            del self._running[conversation]
            if due is not None:
                self._come_back(conversation, due)
            else:
                for waiting in self._idle.pop(conversation, []):
                    if not waiting.done():
                        waiting.set_result(None)

    def _come_back(self, conversation: int, due: datetime) -> None:
        known = self._later.pop(conversation, None)
        if known is not None:
            known.cancel()
        seconds = max(0.0, (due - self._now()).total_seconds())
        self._later[conversation] = asyncio.get_running_loop().call_later(seconds, self._wake, conversation)

    def _wake(self, conversation: int) -> None:
        self._later.pop(conversation, None)
        self.signal(conversation)

    async def idle(self, conversation: int) -> None:
        """Return when nothing runs or is about to run for a conversation."""
        if conversation not in self._running and conversation not in self._later:
            return
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._idle.setdefault(conversation, []).append(waiting)
        await waiting

    @property
    def busy(self) -> int:
        return len(self._running)

    async def close(self) -> None:
        """Let running turns finish; take no more."""
        self._closing = True
        for handle in self._later.values():
            handle.cancel()
        if self._running:
            await asyncio.gather(*self._running.values(), return_exceptions=True)
