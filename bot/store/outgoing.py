"""The outbox's colder statements: claiming what is due, receipts, what is held, and addresses that are closed.

Functions of an open connection, run inside a lane's transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from bot.connector import Delivery, Receipt
from bot.store import schema as t
from bot.store.statements import Statements
from bot.store.upkeep import run

_RANK = {"sending": 0, "queued": 0, "unknown": 0, "sent": 1, "delivered": 2, "read": 3}
QUEUED: ColumnElement[str] = literal_column("'queued'")  # as a literal, so that the partial index is used


def claim(db: sqlite3.Connection, now: int, channel: str, limit: int) -> list[tuple[Any, ...]]:
    """Take what is queued and due on a channel: (id, conversation, address, body, attempts, created, parts, epoch, author, the
    conversation's epoch now), oldest first.

    A message behind an older one of its conversation that must still wait is not due.
    """
    o, before = t.outbox.c, t.outbox.alias("before").c
    older = select(before.id).where(
        before.state == QUEUED, before.due_at > now, before.conversation_id == o.conversation_id, before.id < o.id
    )
    c = t.conversations.c
    columns = (o.id, o.conversation_id, o.address, o.body, o.attempts, o.created_at, o.parts, o.epoch, o.author, c.epoch)
    due = (
        select(*columns)
        .join(t.conversations, c.id == o.conversation_id)
        .where(o.state == QUEUED, o.due_at <= now, o.channel == channel, ~older.exists())
    )
    rows = run(db, due.order_by(o.id).limit(limit)).fetchall()
    if rows:
        run(db, update(t.outbox).where(o.id.in_([row[0] for row in rows])).values(state="sending", due_at=now))
    return rows


def waiting(db: sqlite3.Connection, state: str) -> list[tuple[str, str, int]]:
    """(channel, address, how many) of messages that are queued, or held."""
    o = t.outbox.c
    found = select(o.channel, o.address, func.count()).where(o.state == literal_column(f"'{state}'"))
    return run(db, found.group_by(o.channel, o.address)).fetchall()


def oldest(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """(channel, creation time) of the oldest queued message of each channel."""
    o = t.outbox.c
    return run(db, select(o.channel, func.min(o.created_at)).where(o.state == QUEUED).group_by(o.channel)).fetchall()


def put_back(db: sqlite3.Connection, rows: Sequence[int], due: int) -> None:
    """Messages taken for sending that nobody tried: queued again."""
    run(db, update(t.outbox).where(t.outbox.c.id.in_(rows)).values(state="queued", due_at=due))


def release(db: sqlite3.Connection, channel: str, address: str, now: int) -> int:
    """The customer wrote: what was held for them is queued. Returns how many."""
    o = t.outbox.c
    mine = (o.state == literal_column("'held'"), o.channel == channel, o.address == address)
    return run(db, update(t.outbox).where(*mine).values(state="queued", due_at=now, reason=None)).rowcount


# --- receipts ----------------------------------------------------------------------------------------------------------------
def add_parts(db: sqlite3.Connection, sql: Statements, delivery: Delivery, platform_ids: Sequence[str]) -> None:
    """The platform's names for the parts of a message; a receipt may have been here first."""
    for part, platform_id in enumerate(platform_ids, delivery.parts):
        values = {"outbox_id": delivery.id, "part": part, "channel": delivery.channel, "platform_id": platform_id, "state": "sent"}
        db.execute(sql.add_part, values)


def report(db: sqlite3.Connection, receipt: Receipt, now: int) -> tuple[int, str, str] | None:
    """Write down one receipt, forward only. Returns (message, address, its state now); None when it is of no message of ours."""
    found = _part_of(db, receipt)
    if found is None:
        return None
    row, part, address, state = found
    p = t.parts.c
    known = run(db, select(p.state).where(p.outbox_id == row, p.part == part)).fetchone()
    if known is not None and not _forward(known[0], receipt.state):
        return row, address, state
    values = {"outbox_id": row, "part": part, "channel": receipt.channel, "platform_id": receipt.platform_id}
    put = insert_or(t.parts).values(state=receipt.state, **values)
    run(db, put.on_conflict_do_update(index_elements=["outbox_id", "part"], set_={"state": receipt.state}))
    why = ": ".join(x for x in (receipt.code, receipt.reason) if x)[:400] or None
    o = t.outbox.c
    if receipt.state in ("failed", "held"):
        run(db, update(t.outbox).where(o.id == row).values(state=receipt.state, reason=why, parts=part, due_at=now))
        if receipt.state == "held":
            forget_parts(db, row, part)
    elif state == "unknown":
        # Now it is known that the part in doubt arrived: what comes after it is still to be sent, and may be nothing.
        doubted = (o.id == row, o.parts <= part)
        run(db, update(t.outbox).where(*doubted).values(state="queued", reason=None, parts=part + 1, due_at=now))
    elif state not in ("sending", "queued"):
        derive(db, row)
    after = run(db, select(o.state).where(o.id == row)).fetchone()
    return row, address, str(after[0])


def forget_parts(db: sqlite3.Connection, row: int, first: int) -> None:
    """Parts from `first` on will be sent anew, and then get new names."""
    run(db, t.parts.delete().where(t.parts.c.outbox_id == row, t.parts.c.part >= first))


def _part_of(db: sqlite3.Connection, receipt: Receipt) -> tuple[int, int, str, str] | None:
    """(message, part, address, the message's state) a receipt speaks of."""
    o, p = t.outbox.c, t.parts.c
    if receipt.delivery is not None:
        row = run(db, select(o.address, o.state).where(o.id == receipt.delivery, o.channel == receipt.channel)).fetchone()
        return (receipt.delivery, receipt.part, row[0], row[1]) if row else None
    named = (p.channel == receipt.channel, p.platform_id == receipt.platform_id)
    row = run(db, select(p.outbox_id, p.part, o.address, o.state).join(t.outbox, o.id == p.outbox_id).where(*named)).fetchone()
    return (row[0], row[1], row[2], row[3]) if row else None


def _forward(known: str, new: str) -> bool:
    """A part that failed or arrived stays so; else only a later state counts."""
    if known == "failed":
        return False
    if new in ("failed", "held"):
        return known == "sent"
    return _RANK[new] > _RANK.get(known, 0)


def derive(db: sqlite3.Connection, row: int) -> None:
    """A message is as far as the part of it that is least far."""
    states = [s for (s,) in run(db, select(t.parts.c.state).where(t.parts.c.outbox_id == row)).fetchall()]
    if not states or any(s in ("failed", "held") for s in states):
        return
    least = min(states, key=lambda s: _RANK[s])
    o = t.outbox.c
    run(db, update(t.outbox).where(o.id == row, o.state.in_(("sent", "delivered", "sending"))).values(state=least, reason=None))


# --- closed addresses --------------------------------------------------------------------------------------------------------
def closed(db: sqlite3.Connection) -> dict[tuple[str, str], str]:
    c = t.conversations.c
    return {(ch, address): why for ch, address, why in run(db, select(c.channel, c.address, c.closed).where(c.closed.is_not(None)))}


def close(db: sqlite3.Connection, channel: str, address: str, reason: str) -> None:
    c = t.conversations.c
    run(db, update(t.conversations).where(c.channel == channel, c.address == address).values(closed=reason[:400]))
