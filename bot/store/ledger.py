"""The promise ledger as rows: what agents promise, keep and move, and what is open.

Functions of an open connection, run inside a lane's transaction. Every change of a promise raises the version of its conversation, so that
an apology being worked out at that moment is worked out anew and finds it settled. Flows' promises are written by `upkeep.commit_rest`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, update

from bot.desk.values import NothingThere
from bot.store import schema as t
from bot.store.upkeep import log, run
from bot.store.values import text_of

WARNING = "promise-warning"
"""The kind of the timer that warns a promise's owner; `promise` is the kind of the one after which the customer hears."""


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise. `owner` is agent:<id>, or agent for whoever has the case. Times are microseconds."""

    id: int
    conversation: int
    key: str
    text: str
    owner: str
    due: int
    state: str
    made: int

    @property
    def moves(self) -> int:
        """How often it got a new time."""
        _, _, number = self.key.partition("~")
        return int(number) if number.isdigit() else 0

    @property
    def next_key(self) -> str:
        return f"{self.key.partition('~')[0]}~{self.moves + 1}"


_p = t.promises.c
_COLUMNS = (_p.id, _p.conversation_id, _p.key, _p.text, _p.owner, _p.due_at, _p.state, _p.made_at)


def add(db: sqlite3.Connection, row: int, conversation: int, key: str, text: str, owner: str, due: int, at: int) -> int:
    """Write a promise down; the same key is the same promise. Returns its id: `row` when it is new."""
    known = run(db, select(_p.id).where(_p.conversation_id == conversation, _p.key == key)).fetchone()
    if known is not None:
        return int(known[0])
    values = {"key": key, "text": text, "owner": owner, "due_at": due}
    run(db, insert(t.promises).values(id=row, conversation_id=conversation, state="open", made_at=at, settled_at=None, **values))
    return row


def add_timer(db: sqlite3.Connection, row: int, conversation: int, kind: str, data: dict[str, Any], due: int) -> None:
    run(db, insert(t.timers).values(id=row, conversation_id=conversation, kind=kind, data=text_of(data), due_at=due, state="due"))


def find(db: sqlite3.Connection, promise: int) -> Promised:
    """Raises NothingThere."""
    row = run(db, select(*_COLUMNS).where(_p.id == promise)).fetchone()
    if row is None:
        raise NothingThere
    return Promised(*row)


def by_key(db: sqlite3.Connection, conversation: int, key: str) -> Promised | None:
    row = run(db, select(*_COLUMNS).where(_p.conversation_id == conversation, _p.key == key)).fetchone()
    return Promised(*row) if row else None


def settle(db: sqlite3.Connection, promise: Promised, state: str, actor: str, at: int) -> bool:
    """From open to kept or moved; False when it was settled before."""
    changed = run(db, update(t.promises).where(_p.id == promise.id, _p.state == "open").values(state=state, settled_at=at)).rowcount == 1
    if changed:
        c = t.conversations.c
        run(db, update(t.conversations).where(c.id == promise.conversation).values(version=c.version + 1))
        log(db, at, actor, f"promise_{state}", f"promise:{promise.id} conversation:{promise.conversation}")
    return changed


def keeper(db: sqlite3.Connection, promise: Promised) -> int:
    """The agent who is to be warned: its own, else whoever has the conversation's case; 0 when nobody has."""
    kind, _, number = promise.owner.partition(":")
    if kind == "agent" and number.isdigit():
        return int(number)
    k = t.cases.c
    row = run(db, select(k.agent_id).where(k.conversation_id == promise.conversation, k.state == "agent").order_by(k.id.desc())).fetchone()
    return int(row[0] or 0) if row else 0


def open_promises(db: sqlite3.Connection, conversation: int | None, agent: int | None) -> list[tuple[Any, ...]]:
    """(the columns of Promised, channel, customer's name) of open promises, the soonest first.

    `agent`: their own, and those of nobody in particular in conversations that are theirs.
    """
    c, u = t.conversations.c, t.customers.c
    found = (
        select(*_COLUMNS, c.channel, u.name)
        .join(t.conversations, c.id == _p.conversation_id)
        .join(t.customers, u.id == c.customer_id)
        .where(_p.state == "open")
    )
    if conversation is not None:
        found = found.where(_p.conversation_id == conversation)
    if agent is not None:
        mine = f"agent:{agent}"
        found = found.where((_p.owner == mine) | ((_p.owner == "agent") & (c.owner == mine)))
    return run(db, found.order_by(_p.due_at, _p.id).limit(500)).fetchall()


def names(db: sqlite3.Connection) -> dict[str, str]:
    """agent:<id> -> name."""
    return {f"agent:{row[0]}": row[1] for row in run(db, select(t.agents.c.id, t.agents.c.name))}
