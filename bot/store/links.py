"""The rows of one-time codes, and conversations that change their customer by them.

Functions of an open connection, run inside a lane's transaction. Whatever is found good before a turn is looked at once more when the turn
is written: a code that somebody else has used meanwhile makes the turn stale, and it is worked out again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection
from typing import Literal

import msgspec
from sqlalchemy import delete, insert, or_, select, update

from bot.conversation import State
from bot.errors import StaleTurn
from bot.links import VALID, Found, Joined, NewCode, Opened, Parted
from bot.store import schema as t
from bot.store.upkeep import log, run
from bot.store.values import TurnCommit, decode_state, micros, text_of

JOINED = "joined"
"""The kind of the timer by which a conversation hears that another was joined to it."""


def find(db: sqlite3.Connection, digest: str, conversation: int, now: int) -> Found | None:
    """A code that is good now, as it looks from a conversation. One statement for good, used, old and unknown codes alike."""
    k, made = t.codes.c, t.conversations.alias("made")
    good = select(k.kind, k.order_number, made.c.id, made.c.customer_id, made.c.channel, made.c.state).join(
        made, made.c.id == k.conversation_id, isouter=True
    )
    row = run(db, good.where(k.digest == digest, k.used_at.is_(None), k.expires_at > now)).fetchone()
    if row is None:
        return None
    kind, order, source, customer, channel, state = row
    if kind == "order":
        return Found(digest, "order", order)
    known = _state_of(state)
    relation: Literal["own", "joined", ""] = ""
    if source == conversation:
        relation = "own"
    elif customer == _customer_of(db, conversation):
        relation = "joined"
    return Found(digest, "join", "", source, relation, channel, known.name, known.proofs)


def others(db: sqlite3.Connection, conversation: int) -> list[str]:
    """The channels of the same customer's other conversations, the oldest first."""
    c = t.conversations.c
    mine = select(c.customer_id).where(c.id == conversation).scalar_subquery()
    return [row[0] for row in run(db, select(c.channel).where(c.customer_id == mine, c.id != conversation).order_by(c.id))]


def places(db: sqlite3.Connection, customer: int) -> list[tuple[str, str]]:
    """(channel, address) of every conversation of a customer."""
    c = t.conversations.c
    return [(row[0], row[1]) for row in run(db, select(c.channel, c.address).where(c.customer_id == customer).order_by(c.id))]


def new_order_code(db: sqlite3.Connection, digest: str, order: str, now: int) -> int:
    """A code for one order. Returns until when it is good."""
    until = now + micros_of_kind("order")
    _insert(db, digest, "order", now, until, order=order)
    log(db, now, "command line", "code", f"order:{order}")
    return until


def micros_of_kind(kind: Literal["join", "order"]) -> int:
    return int(VALID[kind].total_seconds()) * 1_000_000


# --- transaction 2 -----------------------------------------------------------------------------------------------------------
def commit(db: sqlite3.Connection, turn: TurnCommit, new_id: Callable[[], int]) -> None:
    """What a turn did with codes. Raises StaleTurn when one of them is no longer good."""
    for change in turn.links:
        match change:
            case NewCode():
                _new(db, turn, change)
            case Joined():
                _join(db, turn, change, new_id)
            case Opened():
                _use(db, turn, change.digest)
                log(db, micros(turn.at), "frontdesk", "open", f"conversation:{turn.taken.id}")
            case Parted():
                _part(db, turn, new_id)


def _new(db: sqlite3.Connection, turn: TurnCommit, code: NewCode) -> None:
    k, at = t.codes.c, micros(turn.at)
    run(db, delete(t.codes).where(k.kind == "join", k.conversation_id == turn.taken.id, k.used_at.is_(None)))
    _insert(db, code.digest, "join", at, micros(code.until), conversation=turn.taken.id)
    log(db, at, "frontdesk", "code", f"conversation:{turn.taken.id}")


def _insert(
    db: sqlite3.Connection, digest: str, kind: str, now: int, until: int, *, conversation: int | None = None, order: str | None = None
) -> None:
    run(db, delete(t.codes).where(t.codes.c.expires_at <= now))  # the old ones go when a new one comes
    values = {"digest": digest, "kind": kind, "conversation_id": conversation, "order_number": order}
    run(db, insert(t.codes).values(created_at=now, expires_at=until, used_at=None, used_in=None, **values))


def _use(db: sqlite3.Connection, turn: TurnCommit, digest: str) -> None:
    k, at = t.codes.c, micros(turn.at)
    good = update(t.codes).where(k.digest == digest, k.used_at.is_(None), k.expires_at > at)
    if run(db, good.values(used_at=at, used_in=turn.taken.id)).rowcount != 1:
        raise StaleTurn


def _join(db: sqlite3.Connection, turn: TurnCommit, joined: Joined, new_id: Callable[[], int]) -> None:
    """The customer of this conversation, with all their conversations, becomes that of the code's; their own row stays, empty."""
    _use(db, turn, joined.digest)
    here, at = turn.taken.id, micros(turn.at)
    old, target = _customer_of(db, here), _customer_of(db, joined.source)
    if old == target:
        return
    c, i, p = t.conversations.c, t.identities.c, t.customers.c
    run(db, update(t.conversations).where(c.id == here).values(customer_id=target))
    # The version moves on, so that a turn being worked out there now does not write to the row that is empty.
    run(db, update(t.conversations).where(c.customer_id == old).values(customer_id=target, version=c.version + 1))
    run(db, update(t.identities).where(i.customer_id == old).values(customer_id=target))
    [(name,)] = run(db, select(p.name).where(p.id == old)).fetchall()
    run(db, update(t.customers).where(p.id == target, p.name.is_(None)).values(name=name))
    run(db, update(t.customers).where(or_(p.id == old, p.joined_to == old)).values(joined_to=target, name=None))
    data = text_of({"channel": turn.taken.channel})
    run(
        db, insert(t.timers).values(id=new_id(), conversation_id=joined.source, kind=JOINED, data=data, due_at=at, state="due")
    )  # they hear of it there, in case it was not them
    log(db, at, "frontdesk", "join", f"conversation:{here} customer:{old} to customer:{target}")


def _part(db: sqlite3.Connection, turn: TurnCommit, new_id: Callable[[], int]) -> None:
    here, at = turn.taken.id, micros(turn.at)
    old, fresh = _customer_of(db, here), new_id()
    state = turn.state
    run(
        db,
        insert(t.customers).values(id=fresh, name=state.name, language=state.language, created_at=at, erased_at=None, joined_to=None),
    )
    c, i = t.conversations.c, t.identities.c
    run(db, update(t.conversations).where(c.id == here).values(customer_id=fresh))
    mine = (i.channel == turn.taken.channel, i.address == turn.taken.address)
    run(db, update(t.identities).where(*mine).values(customer_id=fresh))
    log(db, at, "frontdesk", "part", f"conversation:{here} customer:{old} to customer:{fresh}")
    _take_back(db, old, here, None)


def _take_back(db: sqlite3.Connection, customer: int, source: int, only: Collection[str] | None) -> None:
    """What others gained from a conversation is taken from them, and from those who gained it from them in turn."""
    c = t.conversations.c
    for conversation, stored in run(db, select(c.id, c.state).where(c.customer_id == customer)).fetchall():
        before = _state_of(stored)
        after = before.without_gained(source, None if only is None else frozenset(only))
        if after == before:
            continue
        _save(db, conversation, after)
        _take_back(db, customer, conversation, {what for pair, what in before.gained if (pair, what) not in after.gained})


def _save(db: sqlite3.Connection, conversation: int, state: State) -> None:
    """The version moves on, so that a turn being worked out there now does not write its old state back."""
    c = t.conversations.c
    run(db, update(t.conversations).where(c.id == conversation).values(state=text_of(state), version=c.version + 1))


def _state_of(stored: str) -> State:
    """A row that cannot be read gives and gains nothing; it must hold up no other one."""
    try:
        return decode_state(stored)
    except msgspec.MsgspecError:
        return State()


def _customer_of(db: sqlite3.Connection, conversation: int) -> int:
    return int(run(db, select(t.conversations.c.customer_id).where(t.conversations.c.id == conversation)).fetchone()[0])
