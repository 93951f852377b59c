"""The outbox: what was decided gets to the customer, in order, once.

A row goes queued -> sending -> sent (later delivered, read), or failed, held, or unknown. It is stored as `sending` before the platform
is called, so that a crash in between is seen: after a start, a channel whose sending twice does no harm (`resends`) gets it again, any
other row becomes unknown. A send that timed out is unknown too, never blindly repeated: a receipt of the platform settles it, or a person.
Messages of one conversation leave one after the other; a message that must wait holds back those behind it, also those of later turns:
while anything of an address is queued, what comes for it is queued behind.

A platform that stops answering costs at most the messages that are on their way: its channel is *doubted*, nothing more is sent on it,
and it is asked whether it lives (`alive`) until it answers. Other channels have queues and tasks of their own.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.connector import Connector, Delivery, Receipt, SendHeld, SendLater, SendRefused, SendUnknown
from bot.desk.events import Events
from bot.desk.values import Changed
from bot.pace import Pacer
from bot.store import outgoing, upkeep
from bot.store.store import Store
from bot.store.values import decode_message, micros, moment

log = structlog.get_logger(__name__)

GIVE_UP = timedelta(hours=24)  # after that an answer helps nobody: failed, and visible
LONGEST_WAIT = 60  # seconds between two tries
TIMEOUT = 20.0  # seconds for a platform to take a message
SIDE_BY_SIDE = 16  # conversations of a channel whose queued messages are sent at once: a slow one does not hold up the others
CLAIMED = 200  # messages taken from the queue in one go
PATIENCE = 2.0  # seconds a message waits here for its turn by the platform's pace; longer waits are spent in the queue
PROBE = 5.0  # seconds for a doubted platform to show that it lives
UNREACHED = "unreachable"  # the code of a SendLater that says nobody was there at all


@dataclass(frozen=True, slots=True)
class _Item:
    delivery: Delivery
    attempts: int
    since: datetime  # when it was said


class _NotTried(SendLater):
    """Not tried at all, so no try is counted: the channel is doubted, or the message waits for its turn."""


class Outbox:
    """Sends for every channel. `connectors` is filled by the composition root. `events` is told what became of each message."""

    def __init__(
        self,
        store: Store,
        connectors: Mapping[str, Connector],
        now: Callable[[], datetime],
        *,
        timeout: float = TIMEOUT,
        events: Events | None = None,
    ) -> None:
        self._events = events or Events()
        self._store = store
        self._connectors = connectors
        self._now = now
        self._timeout = timeout
        self._queued: Counter[tuple[str, str]] = Counter()  # how many messages of an address wait in the store
        self._held: Counter[tuple[str, str]] = Counter()  # and how many wait for the customer to write
        self._claiming: dict[str, asyncio.Lock] = {}
        self._pacers: dict[str, Pacer] = {}
        self._doubted: dict[str, int] = {}  # channel -> how often it did not answer since
        self.counts: Counter[tuple[str, str, str]] = Counter()
        """(channel, outcome, code) -> sends since the start."""

    async def resume(self) -> None:
        """After a start: know whose messages wait."""
        for known, state in ((self._queued, "queued"), (self._held, "held")):
            known.clear()
            rows = await self._store.read(partial(outgoing.waiting, state=state))
            known.update({(channel, address): count for channel, address, count in rows})

    async def deliver(self, deliveries: Sequence[Delivery]) -> None:
        """Send messages of one conversation in their order. They are stored as `sending` already."""
        if not deliveries:
            return
        where = (deliveries[0].channel, deliveries[0].address)
        if self._queued[where] or deliveries[0].channel in self._doubted:
            self._queued[where] += len(deliveries)
            rows, due = [d.id for d in deliveries], micros(self._now())
            await self._store.write(lambda db: outgoing.put_back(db, rows, due))
            return
        now = self._now()
        await self._in_order([_Item(delivery, 0, now) for delivery in deliveries], new=True)

    async def send_queued(self, channel: str | None = None) -> None:
        """Send what is queued and due, on one channel or on all of them side by side."""
        channels = [channel] if channel is not None else sorted({*self._connectors, *(c for c, _ in self._queued)})
        await asyncio.gather(*(self._send_queued(c) for c in channels))

    async def _send_queued(self, channel: str) -> None:
        # One call at a time for a channel: two would share out one conversation's messages between them.
        async with self._claiming.setdefault(channel, asyncio.Lock()):
            if not any(c == channel and count for (c, _), count in self._queued.items()):
                return
            if channel in self._doubted and not await self._lives(channel):
                return
            slots = asyncio.Semaphore(SIDE_BY_SIDE)

            async def send(group: list[_Item]) -> None:
                async with slots:
                    await self._in_order(group, new=False)

            await asyncio.gather(*(send(group) for group in await self._claim(channel)))

    async def _lives(self, channel: str) -> bool:
        """Ask a doubted platform; with each silence the next question comes later."""
        silences = self._doubted[channel]
        if silences > 2 and silences % min(silences, 15):
            self._doubted[channel] += 1  # asked at every second at first, at last every fifteenth
            return False
        alive: Callable[[], Awaitable[bool]] | None = getattr(self._connectors.get(channel), "alive", None)
        try:
            answers = alive is None or await asyncio.wait_for(alive(), PROBE)
        except Exception:  # whatever it is, it is not alive
            answers = False
        if answers:
            del self._doubted[channel]
            log.info("channel answers again", channel=channel)
        else:
            self._doubted[channel] += 1
        return answers

    async def _in_order(self, group: Sequence[_Item], *, new: bool) -> None:
        """Send until one must wait; what comes after it must not overtake it. `new`: not counted as queued yet."""
        where = (group[0].delivery.channel, group[0].delivery.address)
        marks: list[asyncio.Future[None]] = []
        try:
            for position, item in enumerate(group):
                later = await self._send(item, marks)
                if later is None:
                    if not new:
                        self._less(where)
                    continue
                waiting = [i.delivery.id for i in group[position + 1 :]]
                self._queued[where] += new * (1 + len(waiting))
                due = self._now() + timedelta(seconds=self._wait(later, item.attempts))
                tries = item.attempts + (not isinstance(later, _NotTried))
                parts = item.delivery.parts + len(later.platform_ids)
                await self._store.mark(item.delivery.id, "queued", reason=str(later), attempts=tries, due=due, parts=parts)
                self._tell(item.delivery)
                if waiting:
                    await self._store.write(partial(outgoing.put_back, rows=waiting, due=micros(due)))
                return
        finally:
            await asyncio.gather(*marks)

    def _less(self, where: tuple[str, str]) -> None:
        """One message of an address waits no longer."""
        self._queued[where] -= 1
        if self._queued[where] <= 0:
            del self._queued[where]

    @staticmethod
    def _wait(later: SendLater, attempts: int) -> float:
        return later.seconds if isinstance(later, _NotTried) else max(later.seconds, min(2**attempts, LONGEST_WAIT))

    async def _send(self, item: _Item, marks: list[asyncio.Future[None]]) -> SendLater | None:
        """None when it is settled, else why and how long it has to wait."""
        delivery = item.delivery
        channel, where = delivery.channel, (delivery.channel, delivery.address)
        connector = self._connectors.get(channel)
        if connector is None:
            return await self._settle(delivery, "failed", "no_channel", f"no channel {channel} is configured")
        if where in self._store.closed:
            return await self._settle(delivery, "failed", "closed", self._store.closed[where])
        wait = await self._paced(connector, delivery.address)
        if wait is not None:
            return wait
        if not await self._has_baton(delivery):  # the last thing asked: nothing is waited for between this and the sending
            return await self._settle(delivery, "void", "baton", "somebody else has taken over the conversation meanwhile")
        try:
            async with asyncio.timeout(self._timeout):  # not `wait_for`, which in Python 3.11 makes a task each time
                sent = await connector.send(replace(delivery, held_before=self._held[where]))
        except SendLater as later:
            return await self._later(item, later, connector)
        except SendHeld as held:
            self._held[where] += 1
            return await self._settle(delivery, "held", held.code, str(held))
        except SendRefused as refused:
            if refused.closes_channel:
                await self._store.close_address(*where, f"{refused.code}: {refused}")
            return await self._settle(delivery, "failed", refused.code, str(refused))
        except (SendUnknown, TimeoutError) as unknown:
            self._doubt(connector)
            before = unknown.platform_ids if isinstance(unknown, SendUnknown) else ()
            await self._keep(connector, delivery, before)
            # Which part is in doubt must be known: a receipt of one before it settles nothing.
            reached = replace(delivery, parts=delivery.parts + len(before))
            return await self._settle(reached, "unknown", "timeout", str(unknown) or "no answer in time")
        except Exception as error:
            log.exception("send failed", channel=channel, message=delivery.id)
            return await self._settle(delivery, "unknown", type(error).__name__, f"{type(error).__name__} while sending")
        self.counts[channel, "sent", ""] += 1
        mark = self._store.mark_sent(delivery, sent.platform_ids, self._now(), attempts=item.attempts + 1, receipts=connector.receipts)
        if self._events.heard:
            mark.add_done_callback(lambda _: self._tell(delivery))  # when it is stored, so that who looks sees it
        marks.append(mark)
        return None

    def _tell(self, delivery: Delivery) -> None:
        """To open desks: look at this message again."""
        if self._events.heard:
            self._events.tell(Changed(delivery.conversation, "status", delivery.id, at=self._now()))

    async def _has_baton(self, delivery: Delivery) -> bool:
        """Whether the bot may still say it. Agents' words and notices go out whoever has the baton now: they were allowed when written."""
        while delivery.conversation in self._store.moving:
            await self._store.moving[delivery.conversation].wait()
        return delivery.author != "bot" or delivery.epoch >= self._store.epochs.get(delivery.conversation, 0)

    async def _paced(self, connector: Connector, address: str) -> SendLater | None:
        """Wait for the message's turn by the platform's pace; a long wait is better spent in the queue."""
        if connector.name in self._doubted:
            return _NotTried(1.0, "the platform does not answer")
        if connector.pace is None:
            return None
        pacer = self._pacers.get(connector.name)
        if pacer is None:
            pacer = self._pacers[connector.name] = Pacer(connector.pace, time.monotonic)
        seconds = pacer.wait(address, PATIENCE)
        if seconds > PATIENCE:
            return _NotTried(seconds, "waits for its turn by the platform's pace")
        if seconds > 0:
            await asyncio.sleep(seconds)
        return None

    async def _later(self, item: _Item, later: SendLater, connector: Connector) -> SendLater | None:
        delivery = item.delivery
        self.counts[delivery.channel, "later", later.code] += 1
        await self._keep(connector, delivery, later.platform_ids)
        if later.code == UNREACHED:
            self._doubt(connector)
        elif later.code in ("429", "rate") and delivery.channel in self._pacers:
            self._pacers[delivery.channel].refused(delivery.address, later.seconds)
        if self._now() - item.since < GIVE_UP:
            return later
        return await self._settle(delivery, "failed", "given_up", f"given up after a day: {later}")

    async def _keep(self, connector: Connector, delivery: Delivery, platform_ids: tuple[str, ...]) -> None:
        """The names of parts that went out in a try that was not the last."""
        if connector.receipts and platform_ids:
            await self._store.write(lambda db: outgoing.add_parts(db, self._store.sql, delivery, platform_ids))

    def _doubt(self, connector: Connector) -> None:
        if hasattr(connector, "alive") and connector.name not in self._doubted:
            log.warning("channel does not answer", channel=connector.name)
            self._doubted[connector.name] = 0

    async def _settle(self, delivery: Delivery, state: str, code: str, reason: str) -> SendLater | None:
        """The end of a message that was not sent. Returns None: nothing is to be waited for."""
        self.counts[delivery.channel, state, code] += 1
        log.warning("not delivered", channel=delivery.channel, message=delivery.id, state=state, code=code, reason=reason)
        await self._store.mark(delivery.id, state, reason=f"{code}: {reason}", due=self._now(), parts=delivery.parts)
        self._tell(delivery)
        return None

    async def _claim(self, channel: str) -> list[list[_Item]]:
        """Take what is due, by conversation, oldest first."""
        rows = await self._store.write(lambda db: outgoing.claim(db, micros(self._now()), channel, CLAIMED))
        found: dict[int, list[_Item]] = {}
        for row, conversation, address, body, attempts, created, parts, epoch, author, now_at in rows:
            self._store.epoch_is(conversation, now_at)
            message = decode_message(body)
            delivery = Delivery(row, channel, address, message, parts, conversation=conversation, epoch=epoch, author=author)
            found.setdefault(conversation, []).append(_Item(delivery, attempts, moment(created)))
        return list(found.values())

    # --- what the platform or the customer does meanwhile ----------------------------------------------------------------
    async def release(self, channel: str, address: str) -> None:
        """The customer wrote: what was held for them goes out, before anything new."""
        where = (channel, address)
        if self._held[where]:
            now = micros(self._now())
            count = await self._store.write(lambda db: outgoing.release(db, channel, address, now))
            del self._held[where]
            self._queued[where] += count

    async def report(self, receipts: Sequence[Receipt]) -> None:
        """Write down what became of messages."""
        now = micros(self._now())
        for receipt in receipts:
            found = await self._store.write(partial(outgoing.report, receipt=receipt, now=now))
            self.counts[receipt.channel, f"receipt_{receipt.state}", receipt.code] += 1
            if found is None:
                continue
            row, address, state = found
            if self._events.heard:
                conversation = await self._store.conversation(receipt.channel, address)
                self._events.tell(Changed(conversation or 0, "status", row, at=self._now()))
            if state == "held" == receipt.state:
                self._held[receipt.channel, address] += 1
            elif state == "queued":
                await self.resume()
            if receipt.closes_channel:
                await self._store.close_address(receipt.channel, address, f"{receipt.code}: {receipt.reason}")

    @property
    def doubted(self) -> tuple[str, ...]:
        """Channels whose platform does not answer at present."""
        return tuple(self._doubted)

    async def requeue(self, before: int | None = None) -> None:
        """What was left in `sending`: sent again where that does no harm, unknown elsewhere. `before` leaves alone what is younger."""
        resend = [name for name, connector in self._connectors.items() if connector.resends]
        await self._store.write(lambda db: upkeep.requeue(db, resend, before))
        await self.resume()
