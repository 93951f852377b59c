"""The gate before order data: wrong proofs are counted, and after five it stays shut for an hour.

Counted for the conversation, and more generously for the order's number, so that guessing one order from many fresh chats ends too.
Wrong one-time codes count in the conversation alone, under the same rule: they are of no order, and too long to be guessed from many.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.store import upkeep
from bot.store.store import Store
from bot.store.values import micros, moment

TRIES = 5
ORDER_TRIES = 15  # three chats' worth: a customer who mistypes is not shut out by one stranger
SHUT = timedelta(hours=1)


class StoredGate:
    """The gate of one conversation, kept in the store."""

    def __init__(self, store: Store, conversation: int, now: Callable[[], datetime]) -> None:
        self._store = store
        self._conversation = f"conversation:{conversation}"
        self._now = now

    async def closed_until(self, number: str) -> datetime | None:
        """When the gate opens again; None when it is open. `number` "" asks for the conversation alone."""
        keys = tuple(self._limits(number))
        rows = await self._store.read(lambda db: upkeep.gate(db, keys))
        until = max((row[3] for row in rows), default=0)
        return moment(until) if until > micros(self._now()) else None

    async def miss(self, number: str, key: str) -> None:
        """Count a wrong proof, once for each key, though the turn be worked out again."""
        now = micros(self._now())
        limits = self._limits(number)

        def job(db: sqlite3.Connection) -> None:
            if upkeep.deed(db, f"miss/{key}") is not None:
                return
            upkeep.deed_started(db, f"miss/{key}", now)
            known = {row[0]: row for row in upkeep.gate(db, tuple(limits))}
            for name, tries in limits.items():
                _, misses, since, closed = known.get(name, (name, 0, now, 0))
                if now - since > micros_of(SHUT):
                    misses, since, closed = 0, now, 0
                misses += 1
                upkeep.save_gate(db, name, misses, since, now + micros_of(SHUT) if misses >= tries else closed)

        await self._store.write(job)

    def _limits(self, number: str) -> dict[str, int]:
        return {self._conversation: TRIES} | ({f"order:{number}": ORDER_TRIES} if number else {})


def micros_of(span: timedelta) -> int:
    return span // timedelta(microseconds=1)
