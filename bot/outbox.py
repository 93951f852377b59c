"""The outbox: what was decided gets to the customer, in order, once.

A row goes queued -> sending -> sent (later delivered, read), or failed, or unknown. It is stored as `sending` before the platform is
called, so that a crash in between is seen: after a start, a channel whose sending twice does no harm (`resends`) gets it again, any
other row becomes unknown and waits for a status or a person. A send that timed out is unknown too, never blindly repeated.
Messages of one conversation leave one after the other; a message that must wait holds back those behind it, also those of later turns:
while anything of an address is queued, what comes for it is queued behind.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.connector import Connector, Delivery, SendLater, SendRefused, SendUnknown
from bot.store import upkeep
from bot.store.store import Store
from bot.store.values import decode_message, micros

log = structlog.get_logger(__name__)

ATTEMPTS = 8  # after that a message is a dead letter: failed, and visible
TIMEOUT = 20.0  # seconds for a platform to take a message
SIDE_BY_SIDE = 16  # conversations whose queued messages are sent at once: a slow one does not hold up the others


class Outbox:
    """Sends for every channel. `connectors` is filled by the composition root."""

    def __init__(self, store: Store, connectors: Mapping[str, Connector], now: Callable[[], datetime]) -> None:
        self._store = store
        self._connectors = connectors
        self._now = now
        self._queued: Counter[tuple[str, str]] = Counter()  # how many messages of an address wait in the store
        self.counts: dict[str, int] = {}
        self._claiming = asyncio.Lock()

    async def resume(self) -> None:
        """After a start: know whose messages wait."""
        rows = await self._store.read(upkeep.queued_addresses)
        self._queued = Counter({(channel, address): count for channel, address, count in rows})

    async def deliver(self, deliveries: Sequence[Delivery]) -> None:
        """Send messages of one conversation in their order. They are stored as `sending` already."""
        if not deliveries:
            return
        where = (deliveries[0].channel, deliveries[0].address)
        if self._queued[where]:
            self._queued[where] += len(deliveries)
            for behind in deliveries:
                await self._store.mark(behind.id, "queued", due=self._now(), attempts=0)
            return
        await self._in_order([(delivery, 0) for delivery in deliveries], new=True)

    async def send_queued(self) -> None:
        """Send what is queued and due. One call at a time: two would share out one conversation's messages between them."""
        async with self._claiming:
            await self._send_queued()

    async def _send_queued(self) -> None:
        slots = asyncio.Semaphore(SIDE_BY_SIDE)

        async def send(group: list[tuple[Delivery, int]]) -> None:
            async with slots:
                await self._in_order(group, new=False)

        await asyncio.gather(*(send(group) for group in (await self.queued()).values()))

    async def _in_order(self, group: Sequence[tuple[Delivery, int]], *, new: bool) -> None:
        """Send until one must wait; what comes after it must not overtake it. `new`: not counted as queued yet."""
        where = (group[0][0].channel, group[0][0].address)
        for position, (delivery, attempts) in enumerate(group):
            later = await self._send(delivery, attempts)
            if later is None:
                self._queued[where] -= not new
                continue
            waiting = group[position + 1 :]
            self._queued[where] += new * (1 + len(waiting))
            due = self._now() + timedelta(seconds=max(later.seconds, 2**attempts))
            await self._store.mark(delivery.id, "queued", reason=str(later), attempts=attempts + 1, due=due)
            for held, tries in waiting:
                await self._store.mark(held.id, "queued", due=due, attempts=tries)
            return

    async def _send(self, delivery: Delivery, attempts: int) -> SendLater | None:
        """None when it is settled, else why and how long it has to wait."""
        connector = self._connectors.get(delivery.channel)
        now = self._now()
        if connector is None:
            await self._settle(delivery, "failed", f"no channel {delivery.channel} is configured")
            return None
        try:
            sent = await asyncio.wait_for(connector.send(delivery), TIMEOUT)
        except SendLater as later:
            if attempts + 1 >= ATTEMPTS:
                await self._settle(delivery, "failed", f"given up after {ATTEMPTS} tries: {later}")
                return None
            return later
        except SendRefused as refused:
            await self._settle(delivery, "failed", f"{refused.code}: {refused}")
        except (SendUnknown, TimeoutError) as unknown:
            await self._settle(delivery, "unknown", str(unknown) or "no answer in time")
        except Exception as error:
            log.exception("send failed", channel=delivery.channel, message=delivery.id)
            await self._settle(delivery, "unknown", f"{type(error).__name__} while sending")
        else:
            self.counts["sent"] = self.counts.get("sent", 0) + 1
            await self._store.mark(delivery.id, "sent", platform_id=sent.platform_id, attempts=attempts + 1, due=now)
        return None

    async def _settle(self, delivery: Delivery, state: str, reason: str) -> None:
        self.counts[state] = self.counts.get(state, 0) + 1
        log.warning("not delivered", channel=delivery.channel, message=delivery.id, state=state, reason=reason)
        await self._store.mark(delivery.id, state, reason=reason, due=self._now())

    async def queued(self) -> dict[int, list[tuple[Delivery, int]]]:
        """Claim what is due, by conversation, oldest first."""
        rows = await self._store.read(lambda db: upkeep.undelivered(db, micros(self._now())))
        found: dict[int, list[tuple[Delivery, int]]] = {}
        for row, conversation, channel, address, body, attempts in rows:
            if await self._store.write(partial(upkeep.take_queued, row=row)):
                delivery = Delivery(row, channel, address, decode_message(body))
                found.setdefault(conversation, []).append((delivery, attempts))
        return found
