"""The outbox: what was decided gets to the customer, in order, once.

A row goes queued -> sending -> sent (later delivered, read), or failed, or unknown. It is stored as `sending` before the platform is
called, so that a crash in between is seen: after a start, a channel whose sending twice does no harm (`resends`) gets it again, any
other row becomes unknown and waits for a status or a person. A send that timed out is unknown too, never blindly repeated.
Messages of one conversation leave one after the other; a message that must wait holds back those behind it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

import structlog

from bot.connector import Connector, Delivery, SendLater, SendRefused, SendUnknown
from bot.store import upkeep
from bot.store.store import Store
from bot.store.values import decode_message, micros

log = structlog.get_logger(__name__)

ATTEMPTS = 8  # after that a message is a dead letter: failed, and visible
TIMEOUT = 20.0  # seconds for a platform to take a message


class Outbox:
    """Sends for every channel. `connectors` is filled by the composition root."""

    def __init__(self, store: Store, connectors: Mapping[str, Connector], now: Callable[[], datetime]) -> None:
        self._store = store
        self._connectors = connectors
        self._now = now
        self.counts: dict[str, int] = {}

    async def deliver(self, deliveries: Sequence[Delivery], attempts: int = 0) -> None:
        """Send messages of one conversation in their order. They are stored as `sending` already."""
        for position, delivery in enumerate(deliveries):
            again = await self._send(delivery, attempts)
            if again is not None:  # what comes after it must not overtake it
                for held in deliveries[position + 1 :]:
                    await self._store.mark(held.id, "queued", due=again, attempts=0)
                return

    async def _send(self, delivery: Delivery, attempts: int) -> datetime | None:
        """When to try again, None when it is settled."""
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
            due = now + timedelta(seconds=max(later.seconds, 2**attempts))
            await self._store.mark(delivery.id, "queued", reason=str(later), attempts=attempts + 1, due=due)
            return due
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
            claimed = await self._store.write(lambda db, row=row: upkeep.take_queued(db, row))
            if claimed:
                delivery = Delivery(row, channel, address, decode_message(body))
                found.setdefault(conversation, []).append((delivery, attempts))
        return found
