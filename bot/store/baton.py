"""Who has a conversation, as rows: the moves of the baton, the live case, and the clocks that run on it.

Functions of an open connection, run inside a lane's transaction; each move changes owner, epoch, version and case together or not at all.
`bot/desk/baton.py` moves the baton for agents; a turn moves it by `TurnCommit` and by jobs made here.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import bindparam, func, insert, literal_column, select, update

from bot.conversation import State
from bot.desk.values import LIVE, CaseState, NothingThere, Status
from bot.store import schema as t
from bot.store.statements import prepared
from bot.store.upkeep import log as record
from bot.store.upkeep import run
from bot.store.values import decode_state, micros, moment, text_of, voice

STICKY = timedelta(days=7)
"""So long a customer who comes back is their last agent's."""
HANDOVERS = "%/handover:%"
RETURNS = "queue/%"
"""How the keys of promises look that say when a person will answer."""


@dataclass(frozen=True, slots=True)
class Head:
    """A conversation as a move finds it."""

    id: int
    owner: str
    epoch: int
    version: int
    state: State


@dataclass(frozen=True, slots=True)
class Case:
    """The live case of a conversation. Times are microseconds."""

    id: int
    state: CaseState
    agent: int
    summary: dict[str, Any]
    handed_at: int | None
    waiting_since: int | None
    first_due_at: int | None
    escalated_at: int | None


@dataclass(frozen=True, slots=True)
class Person:
    """An agent as the customer's turn sees them. `there`: neither away nor disabled."""

    id: int
    name: str
    there: bool


# --- looking ---------------------------------------------------------------------------------------------------------------
@cache
def _head() -> str:
    """Compiled once: whatever is done with a conversation begins with it."""
    c = t.conversations.c
    return prepared(select(c.owner, c.epoch, c.version, c.state).where(c.id == bindparam("conversation")))


@cache
def _live_case() -> str:
    c = t.cases.c
    live = (c.conversation_id == bindparam("conversation"), c.state.in_([literal_column(f"'{state}'") for state in LIVE]))
    columns = (c.id, c.state, c.agent_id, c.summary, c.handed_at, c.waiting_since, c.first_due_at, c.escalated_at)
    return prepared(select(*columns).where(*live).order_by(c.id.desc()))


def head(db: sqlite3.Connection, conversation: int) -> Head:
    """Raises NothingThere."""
    row = db.execute(_head(), {"conversation": conversation}).fetchone()
    if row is None:
        raise NothingThere
    try:
        state = decode_state(row[3])
    except msgspec.MsgspecError:  # the conversation is served all the same
        state = State()
    return Head(conversation, row[0], row[1], row[2], state)


def live_case(db: sqlite3.Connection, conversation: int) -> Case | None:
    row = db.execute(_live_case(), {"conversation": conversation}).fetchone()
    if row is None:
        return None
    return Case(row[0], CaseState(row[1]), row[2] or 0, json.loads(row[3]), *row[4:])


def agent_of(owner: str) -> int:
    """The id in `agent:<id>`; 0 for bot and queue."""
    return int(owner.removeprefix("agent:")) if owner.startswith("agent:") else 0


def name_of(db: sqlite3.Connection, agent: int) -> str:
    row = run(db, select(t.agents.c.name).where(t.agents.c.id == agent)).fetchone()
    return row[0] if row else ""


def person(db: sqlite3.Connection, conversation: int) -> Person:
    """The agent who has a conversation."""
    owner = run(db, select(t.conversations.c.owner).where(t.conversations.c.id == conversation)).fetchone()[0]
    return _person(db, agent_of(owner)) or Person(agent_of(owner), "", False)


def last_person(db: sqlite3.Connection, conversation: int, since: datetime) -> Person | None:
    """Who had the conversation's last case, if it was open after a time."""
    c = t.cases.c
    mine = (c.conversation_id == conversation, c.agent_id.is_not(None), func.coalesce(c.closed_at, c.opened_at) >= micros(since))
    row = run(db, select(c.agent_id).where(*mine).order_by(c.id.desc()).limit(1)).fetchone()
    return _person(db, row[0]) if row else None


def _person(db: sqlite3.Connection, agent: int) -> Person | None:
    a = t.agents.c
    row = run(db, select(a.name, a.status, a.disabled_at).where(a.id == agent)).fetchone()
    return Person(agent, row[0], row[1] != Status.AWAY and row[2] is None) if row else None


# --- moving ----------------------------------------------------------------------------------------------------------------
def move(db: sqlite3.Connection, seen: Head, owner: str, at: int, actor: str, action: str, state: State | None = None) -> int:
    """Give the baton to somebody. Returns the conversation's new epoch.

    The version grows, so that a turn under way is worked out anew; the epoch grows when somebody else speaks from now on.
    """
    c = t.conversations.c
    epoch = seen.epoch + (voice(owner) != voice(seen.owner))
    values: dict[str, Any] = {"owner": owner, "epoch": epoch, "version": seen.version + 1, "updated_at": at}
    if state is not None:
        values["state"] = text_of(state)
    run(db, update(t.conversations).where(c.id == seen.id).values(**values))
    record(db, at, actor, action, f"conversation:{seen.id} {seen.owner} to {owner}")
    return epoch


def take_case(db: sqlite3.Connection, case: int, agent: int) -> None:
    run(db, update(t.cases).where(t.cases.c.id == case).values(state=CaseState.AGENT, agent_id=agent, snoozed_until=None))


def open_case(
    db: sqlite3.Connection, conversation: int, row: int, at: int, *, agent: int, intent: str, tone: str, summary: dict[str, Any]
) -> None:
    """A case that an agent takes without a handover. Nobody was promised a first reply."""
    values = {"state": CaseState.AGENT, "intent": intent, "topic": intent, "reason": "taken over", "tone": tone}
    times = {"opened_at": at, "handed_at": at, "due_at": None, "closed_at": None, "waiting_since": None}
    numbers = {"agent_id": agent, "priority": 0, "reopened": 0}
    run(db, insert(t.cases).values(id=row, conversation_id=conversation, summary=text_of(summary), **values, **times, **numbers))


def to_queue(db: sqlite3.Connection, conversation: int, at: int, first_due: int | None, *, reason: str, urgent: int = 1) -> None:
    """The live case waits for another person. Their clock begins anew; who had it last stays known."""
    c = t.cases.c
    values = {"handed_at": at, "first_due_at": first_due, "escalated_at": None, "snoozed_until": None, "reason": reason[:80]}
    changed = update(t.cases).where(c.conversation_id == conversation, c.state.in_(LIVE))
    run(
        db,
        changed.values(state=CaseState.WAITING, waiting_since=func.coalesce(c.waiting_since, at), priority=c.priority + urgent, **values),
    )


def close_case(db: sqlite3.Connection, case: Case, at: int, agreed: str) -> None:
    summary = {**case.summary, "agreed": agreed} if agreed else case.summary
    values = {"state": CaseState.CLOSED, "closed_at": at, "waiting_since": None, "snoozed_until": None, "summary": text_of(summary)}
    run(db, update(t.cases).where(t.cases.c.id == case.id).values(**values))


def here(db: sqlite3.Connection, agent: int) -> bool:
    """Who takes a conversation is evidently not away: busy, then. True when that changed something."""
    a = t.agents.c
    return run(db, update(t.agents).where(a.id == agent, a.status == Status.AWAY).values(status=Status.BUSY)).rowcount == 1


# --- the clocks ------------------------------------------------------------------------------------------------------------
def set_timer(db: sqlite3.Connection, conversation: int, row: int, kind: str, data: dict[str, Any], due: int) -> None:
    run(db, insert(t.timers).values(id=row, conversation_id=conversation, kind=kind, data=text_of(data), due_at=due, state="due"))


def watch(db: sqlite3.Connection, conversation: int, row: int, since: int, agent: int, due: int) -> None:
    """Look at a time whether the agent has answered what waits since another; instead of earlier looks."""
    w = t.timers.c
    run(db, update(t.timers).where(w.conversation_id == conversation, w.kind == "watch", w.state == "due").values(state="void"))
    set_timer(db, conversation, row, "watch", {"since": since, "agent": agent}, due)


def customer_waits(db: sqlite3.Connection, conversation: int, at: int, due: int, agent: int, new_id: Callable[[], int]) -> None:
    """The customer wrote to an agent: the case waits since the first such word, and is watched; a snoozed one wakes."""
    case = live_case(db, conversation)
    if case is None:
        return
    woken = {"state": CaseState.AGENT, "snoozed_until": None} if case.state is CaseState.SNOOZED else {}
    if case.waiting_since is None:
        watch(db, conversation, new_id(), at, agent, due)
    if woken or case.waiting_since is None:
        values = {**woken, "waiting_since": func.coalesce(t.cases.c.waiting_since, at)}
        run(db, update(t.cases).where(t.cases.c.id == case.id).values(**values))


def person_replied(db: sqlite3.Connection, conversation: int, at: int) -> None:
    """An agent wrote to the customer: nobody waits, and the promises that a person would answer are kept."""
    c = t.cases.c
    live = update(t.cases).where(c.conversation_id == conversation, c.state.in_(LIVE))
    run(db, live.values(waiting_since=None, first_reply_at=func.coalesce(c.first_reply_at, at)))
    settle_answers(db, conversation, "kept", at)


def settle_answers(db: sqlite3.Connection, conversation: int, state: str, at: int, *, but: str = "") -> None:
    """The open promises that a person will answer, all but one, become kept, moved or void."""
    p = t.promises.c
    answers = (p.conversation_id == conversation, p.state == "open", p.key.like(HANDOVERS) | p.key.like(RETURNS), p.key != but)
    run(db, update(t.promises).where(*answers).values(state=state, settled_at=at))


def escalate(db: sqlite3.Connection, case: int, at: int) -> None:
    c = t.cases.c
    run(db, update(t.cases).where(c.id == case).values(escalated_at=at, priority=c.priority + 2))
    record(db, at, "frontdesk", "escalate", f"case:{case}")


# --- what is said outside a turn, and small things ---------------------------------------------------------------------------
def titled(db: sqlite3.Connection, bodies: Sequence[tuple[int, str]]) -> None:
    """Pressed buttons with the words that stood on them, for people to read."""
    for row, body in bodies:
        run(db, update(t.inbox).where(t.inbox.c.id == row).values(body=body))


# --- the queue -------------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Waiting:
    """A case in the queue. `last` is the agent a follow-up belongs to, 0 when there is none."""

    conversation: int
    language: str
    topic: str
    priority: int
    since: datetime
    last: int


def waiting(db: sqlite3.Connection, sticky_since: datetime, limit: int = 500) -> list[Waiting]:
    """The most urgent first, then the longest waiting."""
    k, c, e = t.cases.c, t.conversations.c, t.cases.alias("earlier").c
    last = (
        select(e.agent_id)
        .where(
            e.conversation_id == k.conversation_id,
            e.agent_id.is_not(None),
            func.coalesce(e.closed_at, e.opened_at) >= micros(sticky_since),
        )
        .order_by(e.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    found = select(k.conversation_id, c.language, k.topic, k.priority, func.coalesce(k.waiting_since, k.opened_at), last).join(
        t.conversations, c.id == k.conversation_id
    )
    rows = run(
        db,
        found.where(k.state == CaseState.WAITING, c.owner == "queue")
        .order_by(k.priority.desc(), func.coalesce(k.waiting_since, k.opened_at), k.id)
        .limit(limit),
    )
    return [Waiting(row[0], row[1], row[2], row[3], moment(row[4]), row[5] or 0) for row in rows.fetchall()]


def loads(db: sqlite3.Connection) -> dict[int, int]:
    """How many cases each agent has at present."""
    k = t.cases.c
    return dict(run(db, select(k.agent_id, func.count()).where(k.state == CaseState.AGENT).group_by(k.agent_id)).fetchall())
