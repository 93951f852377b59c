"""The hot path of the store: accept (transaction 1), take, commit (transaction 2), and the marks of the outbox.

Everything a turn changes goes through `commit` and changes together. The cold questions (history, timers, upkeep, export) are in
`upkeep.py`. Connections and threads are `lane.py`'s; nothing outside `bot/store` knows SQL.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import structlog

from bot.connector import Delivery
from bot.conversation import State
from bot.errors import StaleTurn
from bot.message import Message
from bot.store import cases, incoming, links, outgoing, upkeep
from bot.store.lane import Lane
from bot.store.migrate import migrate
from bot.store.statements import Statements, compiled
from bot.store.values import Row, Taken, TurnCommit, decode_state, decode_update, micros, moment, text_of, voice, without_halves
from bot.update import Update, UpdateKind

log = structlog.get_logger(__name__)

MEMORY = ":memory:"


class Store:
    """One SQLite file (or memory). Open it inside the running loop; one process at a time writes."""

    def __init__(self, path: str, sql: Statements, writer: Lane, reader: Lane, next_id: int) -> None:
        self.path = path
        self.sql = sql
        self._writer = writer
        self._reader = reader
        self._numbers = count(next_id + 1)  # `next` of it is one step even between threads, and both lanes take from it
        self._ids: dict[tuple[str, str], int] = {}
        self.closed: dict[tuple[str, str], str] = {}
        """(channel, address) that nothing may be sent to, and why."""
        self.epochs: dict[int, int] = {}
        """The epoch of each conversation whose baton has moved since the start; the send gate looks here."""
        self.moving: dict[int, asyncio.Event] = {}
        """Conversations whose baton is being moved at this moment; the send gate waits for the event."""

    @classmethod
    async def open(cls, path: str = MEMORY) -> Store:
        """Create or upgrade the database and start its threads."""
        if path != MEMORY:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        writer = Lane(lambda: _connect(path), name="store-writer", writes=True)
        try:
            if path != MEMORY:
                await writer.run(lambda _: None)
            await migrate(path, writer)
        except sqlite3.Error as error:
            await writer.close()
            raise OSError(f"cannot open the database {path}: {error}") from error
        # A database in memory belongs to one connection; a file gets a second one, so that reading never waits for a flush.
        reader = writer if path == MEMORY else Lane(lambda: _connect(path), name="store-reader", writes=False)
        next_id = await reader.run(upkeep.next_id)
        store = cls(path, compiled(), writer, reader, next_id)
        store.closed = await reader.run(outgoing.closed)
        return store

    async def close(self) -> None:
        await self._writer.close()
        if self._reader is not self._writer:
            await self._reader.close()

    async def read(self, job: Callable[[sqlite3.Connection], Any]) -> Any:
        return await self._reader.run(job)

    async def write(self, job: Callable[[sqlite3.Connection], Any]) -> Any:
        return await self._writer.run(job)

    def new_id(self) -> int:
        """From the one sequence of inbox, outbox and all other rows."""
        return next(self._numbers)

    # --- transaction 1 --------------------------------------------------------------------------------------------------
    async def accept(self, updates: Sequence[Update], at: datetime) -> list[tuple[int, bool]]:
        """Store updates durably. For each: its conversation and whether it was new."""
        rows = [(*_stored(incoming.placed(update)), self.new_id()) for update in updates]

        def job(db: sqlite3.Connection) -> list[tuple[int, bool]]:
            return [self._accept(db, update, body, row, micros(at)) for update, body, row in rows]

        answers: list[tuple[int, bool]] = await self.write(job)
        for update, (conversation, fresh) in zip(updates, answers, strict=True):
            where = (update.channel, update.address)
            self._ids[where] = conversation  # only now: the transaction is through
            if fresh and update.kind is UpdateKind.LEFT:
                self.closed[where] = incoming.LEFT
            elif fresh:
                self.closed.pop(where, None)
        return answers

    def _accept(self, db: sqlite3.Connection, update: Update, body: str, row: int, at: int) -> tuple[int, bool]:
        conversation = self._conversation(db, update, at)  # looked up each time: `frontdesk erase` may have cut the address off
        values = {
            "id": row,
            "conversation_id": conversation,
            "channel": update.channel,
            "platform_id": update.platform_id,
            "body": body,
            "received_at": at,
            "state": "waiting",
            "reason": None,
            "not_before": at,
        }
        fresh = db.execute(self.sql.add_inbox, values).rowcount == 1
        if fresh and (update.attachments or update.kind is UpdateKind.LEFT or (update.channel, update.address) in self.closed):
            incoming.note(db, conversation, update, at)
        return conversation, fresh

    def _conversation(self, db: sqlite3.Connection, update: Update, at: int) -> int:
        found = db.execute(self.sql.find_conversation, {"channel": update.channel, "address": update.address}).fetchone()
        if found is not None:
            return int(found[0])
        customer, identity, conversation = self.new_id(), self.new_id(), self.new_id()
        language = (update.locale or "en")[:2]
        state = State(language=language if language in ("en", "ru", "uk", "sl") else "en", name=update.first_name)
        common = {"channel": update.channel, "address": update.address, "created_at": at}
        db.execute(
            self.sql.add_customer,
            {
                "id": customer,
                "name": (update.name or "").strip() or None,
                "language": state.language,
                "created_at": at,
                "erased_at": None,
                "joined_to": None,
            },
        )
        db.execute(self.sql.add_identity, {"id": identity, "customer_id": customer, **common})
        fresh = {"id": conversation, "customer_id": customer, "version": 0, "owner": "bot", "epoch": 0}
        db.execute(
            self.sql.add_conversation,
            {**fresh, "language": state.language, "state": text_of(state), "closed": None, "updated_at": at, **common},
        )
        return conversation

    async def conversation(self, channel: str, address: str) -> int | None:
        """The conversation of an address, None when nothing ever came from it."""
        known = self._ids.get((channel, address))
        if known is not None:
            return known
        found = await self.read(lambda db: db.execute(self.sql.find_conversation, {"channel": channel, "address": address}).fetchone())
        return int(found[0]) if found else None

    # --- the turn -------------------------------------------------------------------------------------------------------
    async def take(self, conversation: int) -> Taken:
        """The conversation and everything that waits in it."""

        def job(db: sqlite3.Connection) -> tuple[Any, list[Any]]:
            head = db.execute(self.sql.read_conversation, {"id": conversation}).fetchone()
            return head, db.execute(self.sql.waiting, {"id": conversation}).fetchall()

        head, waiting = await self.read(job)
        rows = tuple(Row(i, decode_update(body), moment(at), moment(not_before)) for i, body, at, not_before, _ in waiting)
        customer, channel, address, version, owner, epoch, state = head
        return Taken(conversation, customer, channel, address, version, owner, epoch, _state_of(conversation, state), rows)

    async def commit(self, turn: TurnCommit) -> tuple[Delivery, ...]:
        """Transaction 2. Raises StaleTurn, having changed nothing, when the conversation moved on meanwhile.

        The answers come back as deliveries; they are stored as `sending`, because the caller delivers them right away.
        """
        taken = turn.taken
        owner = turn.owner or taken.owner
        epoch = taken.epoch + (voice(owner) != voice(taken.owner))
        deliveries = tuple(
            Delivery(self.new_id(), taken.channel, taken.address, o.message, conversation=taken.id, epoch=epoch, author=o.author)
            for o in turn.outgoing
        )
        bodies = [(d.id, text_of(d.message), text_of(o.trace), d.author) for d, o in zip(deliveries, turn.outgoing, strict=True)]
        state, at = text_of(turn.state), micros(turn.at)

        def job(db: sqlite3.Connection) -> bool:
            saved = {
                "row": taken.id,
                "seen": taken.version,
                "next": taken.version + 1,
                "owner": owner,
                "epoch": epoch,
                "language": turn.state.language,
                "state": state,
                "at": at,
            }
            if db.execute(self.sql.save_conversation, saved).rowcount != 1:
                return False
            db.executemany(self.sql.close_inbox, [{"row": c.id, "state": c.state, "reason": c.reason} for c in turn.closed])
            for row, body, trace, author in bodies:
                db.execute(
                    self.sql.add_outbox,
                    {
                        "id": row,
                        "conversation_id": taken.id,
                        "channel": taken.channel,
                        "address": taken.address,
                        "epoch": epoch,
                        "body": body,
                        "trace": trace,
                        "state": "sending",
                        "reason": None,
                        "attempts": 0,
                        "platform_id": None,
                        "created_at": at,
                        "due_at": at,
                        "parts": 0,
                        "author": author,
                    },
                )
            cases.commit(db, turn, self.new_id)
            upkeep.commit_rest(db, turn, self.new_id)
            links.commit(db, turn, self.new_id)
            for more in turn.also:
                more(db)
            return True

        if not await self.write(job):
            raise StaleTurn
        if epoch != taken.epoch:
            self.epoch_is(taken.id, epoch)
        return deliveries

    # --- the baton ------------------------------------------------------------------------------------------------------
    def epoch_is(self, conversation: int, epoch: int) -> None:
        """What was read or written of a conversation's epoch. It only grows: an answer that comes late takes nothing back."""
        self.epochs[conversation] = max(epoch, self.epochs.get(conversation, 0))

    async def begin_move(self, conversation: int) -> None:
        """One move of a baton at a time. Until `end_move` nothing is sent there: what waits at the gate sees the new epoch."""
        while conversation in self.moving:
            await self.moving[conversation].wait()
        self.moving[conversation] = asyncio.Event()

    def end_move(self, conversation: int) -> None:
        self.moving.pop(conversation).set()

    async def postpone(self, rows: Sequence[int], until: datetime) -> None:
        """Let rows wait: a passing fault, or more of a burst may come."""
        await self.write(lambda db: upkeep.postpone(db, rows, micros(until)))

    # --- deeds and gates ------------------------------------------------------------------------------------------------
    async def state(self, key: str) -> str | None:
        return await self.read(lambda db: upkeep.deed(db, key))  # type: ignore[no-any-return]

    async def started(self, key: str) -> None:
        await self.write(lambda db: upkeep.deed_started(db, key, time.time_ns() // 1000))

    async def finished(self, key: str, result: str) -> None:
        await self.write(lambda db: upkeep.deed_finished(db, key, result))

    # --- the outbox -----------------------------------------------------------------------------------------------------
    async def mark(
        self,
        row: int,
        state: str,
        *,
        due: datetime,
        reason: str | None = None,
        attempts: int = 1,
        parts: int | None = None,
    ) -> None:
        """Move one outgoing message on. `parts`: how many of its platform messages are sent, None: as before."""
        values = {
            "row": row,
            "state": state,
            "reason": reason,
            "sent_as": None,
            "tries": attempts,
            "due": micros(due),
            "sent_parts": parts,
        }
        await self.write(lambda db: db.execute(self.sql.mark_outbox, values))

    def mark_sent(
        self, delivery: Delivery, platform_ids: Sequence[str], at: datetime, *, attempts: int, receipts: bool
    ) -> asyncio.Future[None]:
        """The platform took all of it. Not waited for here: the next message need not wait for the disk."""
        values = {
            "row": delivery.id,
            "sent_as": platform_ids[0] if platform_ids else None,
            "tries": attempts,
            "due": micros(at),
            "sent_parts": delivery.parts + len(platform_ids),
        }

        def job(db: sqlite3.Connection) -> None:
            if receipts:
                outgoing.add_parts(db, self.sql, delivery, platform_ids)
            db.execute(self.sql.mark_sent, values)
            if receipts:
                outgoing.derive(db, delivery.id)

        return self._writer.submit(job)

    async def close_address(self, channel: str, address: str, reason: str) -> None:
        """Nothing may be sent there any more, until the customer writes again."""
        self.closed[channel, address] = reason
        await self.write(lambda db: outgoing.close(db, channel, address, reason))

    async def enqueue(self, conversation: int, message: Message, trace: dict[str, Any], at: datetime, author: str = "notice") -> Delivery:
        """A message outside a turn, of the engine or of an agent. Stored as `sending`; the caller delivers it."""
        row = self.new_id()

        def job(db: sqlite3.Connection) -> tuple[str, str, int]:
            return upkeep.enqueue(db, self.sql, row, conversation, text_of(message), text_of(trace), micros(at), author)

        channel, address, epoch = await self.write(job)
        return Delivery(row, channel, address, message, conversation=conversation, epoch=epoch, author=author)


def _stored(update: Update) -> tuple[Update, str]:
    """An update as it can be stored, and its JSON."""
    try:
        return update, text_of(update)
    except UnicodeEncodeError:
        whole = without_halves(update)
        return whole, text_of(whole)


def _state_of(conversation: int, stored: str) -> State:
    """What is remembered; a bare beginning when a damaged or foreign row cannot be read, for the customer must be served all the same."""
    try:
        return decode_state(stored)
    except msgspec.MsgspecError as error:
        log.error("state unreadable, started afresh", conversation=conversation, error=str(error))
        return State()


def _connect(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=256)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # "stored" must survive a power cut
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what is erased is not left on the disk
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA cache_size = -16000")  # kB
    return connection
