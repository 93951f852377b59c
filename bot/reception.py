"""The reception: the core as connectors see it. Accept, answer, deliver; history and quiet.

Puts inbox, turns, outbox and dispatcher together in one process: one message, five hops, two transactions (docs/architecture.md).
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

import structlog

from bot.connector import Busy, Connector, Delivery, Line, Receipt
from bot.desk.events import Events
from bot.desk.values import Changed
from bot.dispatch import FORGOTTEN, SIDE_BY_SIDE, SWEEP, Dispatcher
from bot.errors import StaleTurn
from bot.keeper import Keeper
from bot.message import Message
from bot.outbox import Outbox
from bot.store import incoming, upkeep
from bot.store.store import Store
from bot.store.values import decode_message, decode_update, encode, micros, moment
from bot.turn import Turns
from bot.update import Update, UpdateKind

log = structlog.get_logger(__name__)

FLOOD = 200  # updates of one conversation that may wait; a thousand a second from one sender are refused, not lost
STUCK = timedelta(minutes=5)  # nothing may stay in `sending` longer
TYPING_AFTER = 0.15  # seconds: an answer that comes at once needs no "is typing"
_SAID = frozenset((UpdateKind.TEXT, UpdateKind.MEDIA, UpdateKind.BUTTON, UpdateKind.EDIT))  # what stands in a history


class Reception:
    """The `Desk` of bot/connector.py. Open it with `async with`."""

    def __init__(
        self,
        store: Store,
        turns: Turns,
        connectors: Mapping[str, Connector],
        now: Callable[[], datetime],
        keeper: Keeper | None = None,
        events: Events | None = None,
    ) -> None:
        self.events = events or Events()
        """Told of every message as soon as it is stored, of every turn and of what became of what was sent."""
        self._store = store
        self._keeper = keeper
        self._turns = turns
        self._connectors = connectors
        self.now = now
        self.outbox = Outbox(store, connectors, now, events=self.events)
        self.dispatcher = Dispatcher(self._work, now)
        self._slots = asyncio.Semaphore(SIDE_BY_SIDE)
        self._sending: dict[str, asyncio.Task[None]] = {}  # channel -> the look at its queue that is under way
        self._waiting: Counter[tuple[str, str]] = Counter()  # updates of an address since its last turn began
        self._addresses: dict[int, tuple[str, str]] = {}
        self._sweepers: list[asyncio.Task[None]] = []
        self.accepted: Counter[str] = Counter()
        turns.forget = self._forget
        turns.events = self.events
        self._swept = now()
        self.looks: list[Callable[[], Awaitable[None]]] = []
        """What else is looked at every second, by others than the reception; filled before it is opened."""

    async def __aenter__(self) -> Reception:
        await self._recover()
        # Tasks of their own, so that a slow platform holds up no timer.
        looks = [self._look_around, self._look_at_queues, *([self._keeper.look] if self._keeper else []), *self.looks]
        self._sweepers = [asyncio.create_task(self._forever(look)) for look in looks]
        return self

    async def __aexit__(self, *_: object) -> None:
        for sweeper in self._sweepers:
            sweeper.cancel()
        await asyncio.gather(*self._sweepers, return_exceptions=True)
        await self.dispatcher.close()
        for sending in self._sending.values():  # what it does not finish now is found again at the next start
            sending.cancel()
        await asyncio.gather(*self._sending.values(), return_exceptions=True)

    # --- inbox ----------------------------------------------------------------------------------------------------------
    async def accept(self, updates: Sequence[Update]) -> int:
        """Transaction 1, then the signal. Returns how many were new. Raises Busy when a sender floods."""
        senders = Counter((u.channel, u.address) for u in updates)
        if any(self._waiting[sender] >= FLOOD for sender in senders):
            raise Busy(retry_after=2.0)
        self._waiting.update(senders)  # before anything is awaited: a thousand calls at once must see each other
        at = self.now()
        try:
            answers = await self._store.accept(updates, at)
        except BaseException:
            self._no_longer_wait(senders)
            raise
        self._no_longer_wait(Counter((u.channel, u.address) for u, (_, fresh) in zip(updates, answers, strict=True) if not fresh))
        if self.events.heard:
            for conversation in dict.fromkeys(conversation for conversation, fresh in answers if fresh):
                self.events.tell(Changed(conversation, "message", at=at))
        new = 0
        for update, (conversation, fresh) in zip(updates, answers, strict=True):
            self.accepted[update.channel] += fresh
            new += fresh
            if fresh:
                self._addresses[conversation] = (update.channel, update.address)
                if update.kind is not UpdateKind.LEFT:
                    await self.outbox.release(update.channel, update.address)
                self.dispatcher.signal(conversation)
        return new

    def _no_longer_wait(self, senders: Counter[tuple[str, str]]) -> None:
        for sender, count in senders.items():  # not `-=`, which looks through everybody who waits
            self._waiting[sender] -= count
            if self._waiting[sender] <= 0:
                del self._waiting[sender]

    # --- turns ----------------------------------------------------------------------------------------------------------
    async def _work(self, conversation: int) -> datetime | None:
        """One turn and its delivery. When to come back, or None."""
        typing = asyncio.get_running_loop().call_later(TYPING_AFTER, self._typing, conversation)
        self._waiting.pop(self._addresses.get(conversation, ("", "")), None)
        try:
            async with self._slots:
                deliveries, later = await self._turns.take(conversation)
        except StaleTurn:
            return self.now()
        finally:
            typing.cancel()
        if self.events.heard:  # who has it, and the case, are the turn's to tell
            self.events.tell(Changed(conversation, "message", deliveries[-1].id if deliveries else 0, at=self.now()))
        if deliveries:  # outside the slots: a platform that hangs must not keep other channels' conversations waiting
            await self.outbox.deliver(deliveries)
        return later

    async def _forget(self, channel: str, address: str) -> None:
        connector = self._connectors.get(channel)
        if connector is not None:
            await connector.forget(address)
        if self._keeper is not None:
            await self._keeper.forget(channel, address)

    def _typing(self, conversation: int) -> None:
        channel, address = self._addresses.get(conversation, ("", ""))
        connector = self._connectors.get(channel)
        if connector is not None:
            task = asyncio.ensure_future(connector.typing(address))
            task.add_done_callback(lambda done: done.exception())

    # --- upkeep ---------------------------------------------------------------------------------------------------------
    async def _recover(self) -> None:
        """After a start: nothing acknowledged is forgotten, nothing is sent twice where that would be seen."""
        await self.outbox.requeue()
        for conversation in await self._store.read(lambda db: upkeep.unfinished(db, micros(self.now()))):
            self.dispatcher.signal(conversation)

    async def _forever(self, look: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await look()
            except Exception:
                log.exception("sweep failed")  # the next one comes in a second
            await asyncio.sleep(SWEEP)

    async def sweep(self) -> None:
        """Fire due timers, signal forgotten conversations, send what is queued and due, fetch wanted files."""
        await self._look_around()
        await self.outbox.send_queued()
        for look in (*([self._keeper.look] if self._keeper else []), *self.looks):
            await look()

    async def _look_at_queues(self) -> None:
        """A look for each channel, and none waits for another's."""
        for channel in self._connectors:
            under_way = self._sending.get(channel)
            if under_way is None or under_way.done():
                if under_way is not None and not under_way.cancelled() and under_way.exception() is not None:
                    log.error("sending what is queued failed", channel=channel, exc_info=under_way.exception())
                self._sending[channel] = asyncio.create_task(self.outbox.send_queued(channel))

    async def _look_around(self) -> None:
        now = self.now()
        fired = await self._store.write(lambda db: upkeep.fire_timers(db, micros(now), self._store.new_id, _timer_body))
        forgotten = await self._store.read(lambda db: upkeep.unfinished(db, micros(now - FORGOTTEN)))
        for conversation in {*fired, *forgotten}:
            self.dispatcher.signal(conversation)
        if now - self._swept > STUCK:  # a send whose outcome could not be written down: as after a start
            self._swept = now
            await self.outbox.requeue(micros(now - STUCK))

    # --- questions ------------------------------------------------------------------------------------------------------
    async def history(self, channel: str, address: str, *, limit: int = 200, openings: bool = False) -> tuple[Line, ...]:
        """The conversation so far, oldest first; our own timers are left out, and openings unless they are asked for."""
        rows = await self._store.read(lambda db: upkeep.history(db, channel, address, limit))
        lines = [_line(*row, openings=openings) for row in reversed(rows)]
        return tuple(line for line in lines if line is not None)

    async def writes(self, channel: str, address: str) -> None:
        """The customer is typing: open desks show it."""
        if self.events.heard:
            conversation = await self._store.conversation(channel, address)
            if conversation is not None:
                self.events.tell(Changed(conversation, "typing", at=self.now()))

    async def report(self, receipts: Sequence[Receipt]) -> None:
        """What platforms say became of messages."""
        await self.outbox.report(receipts)

    async def last_heard(self, channel: str, address: str) -> datetime | None:
        """When the customer last wrote; None when never."""
        conversation = await self._store.conversation(channel, address)
        if conversation is None:
            return None
        found = await self._store.read(lambda db: incoming.last_heard(db, conversation))
        return moment(found) if found is not None else None

    async def settled(self, channel: str, address: str, *, timeout: float) -> bool:
        """Wait until everything from an address is answered and handed to the channel."""
        conversation = await self._store.conversation(channel, address)
        if conversation is None:
            return True
        try:
            await asyncio.wait_for(self.dispatcher.idle(conversation), timeout)
        except TimeoutError:
            return False
        return True

    async def notify(self, conversation: int, message: Message, trace: dict[str, object]) -> Delivery:
        """Send something outside a turn."""
        at = self.now()
        delivery = await self._store.enqueue(conversation, message, trace, at)
        self.events.tell(Changed(conversation, "message", delivery.id, at=at))
        await self.outbox.deliver([delivery])
        return delivery


def _line(row: int, direction: str, at: int, body: str, platform_id: str | None, *, openings: bool) -> Line | None:
    if direction == "out":
        return Line(row, "out", moment(at), decode_message(body))
    update = decode_update(body)
    if update.kind not in _SAID and not (openings and update.kind is UpdateKind.START):
        return None
    return Line(row, "in", moment(at), Message(update.text), update.attachments, platform_id)


def _timer_body(kind: str, data: str, channel: str, address: str, timer: int) -> str:
    """A timer that fires is an inbound row of its conversation, under the same rules."""
    update = Update(channel, f"timer:{timer}", address, UpdateKind.TIMER, moment(0), text=data, payload=kind)
    return encode(update).decode()
