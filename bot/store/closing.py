"""The end of a case as rows: closed by an agent, solved by the customer's word, rated, asleep for a while.

Functions of an open connection, run inside a lane's transaction. Reopening is `upkeep.commit_rest`'s, as every handover.
"""

from __future__ import annotations

import sqlite3

from sqlalchemy import func, insert, select, update

from bot.desk.values import CaseState
from bot.store import schema as t
from bot.store.upkeep import run

RESOLVED, REOPENED, WAKE = "resolved", "reopened", "wake"
"""Kinds of timers: ask the customer whether it is solved; back to the agent who had it; the end of a pause."""


def last_closed(db: sqlite3.Connection, conversation: int) -> int | None:
    """The last case of a conversation that an agent closed."""
    c = t.cases.c
    ended = (c.conversation_id == conversation, c.state.in_((CaseState.CLOSED, CaseState.SOLVED)), c.agent_id.is_not(None))
    row = run(db, select(c.id).where(*ended).order_by(c.id.desc()).limit(1)).fetchone()
    return int(row[0]) if row else None


def noted(db: sqlite3.Connection, *, conversation: int, what: str, value: str, at: int) -> None:
    """What the customer said of the case an agent closed: `what` is case (solved), rating (asked, or 1 to 5) or comment."""
    case = last_closed(db, conversation)
    if case is None:
        return
    c = t.cases.c
    match what:
        case "case":
            run(db, update(t.cases).where(c.id == case).values(state=CaseState.SOLVED))
        case "comment":
            run(db, update(t.cases).where(c.id == case).values(comment=value))
        case "rating" if value.isdecimal():
            run(db, update(t.cases).where(c.id == case).values(rating=int(value)))
        case "rating":
            run(db, insert(t.deeds).values(key=_asked(conversation, case), result="asked", started_at=at).prefix_with("OR IGNORE"))


def _asked(conversation: int, case: int) -> str:
    """Under the conversation, so that it goes when the customer is erased."""
    return f"{conversation}/rating/{case}"


def may_rate(db: sqlite3.Connection, conversation: int, since: int) -> bool:
    """Whether a rating may be asked for: never of this case, and none of this customer since a time."""
    case = last_closed(db, conversation)
    if case is None:
        return False
    c, d = t.conversations.c, t.deeds.c
    if run(db, select(d.key).where(d.key == _asked(conversation, case))).fetchone() is not None:
        return False
    mine = select(c.customer_id).where(c.id == conversation).scalar_subquery()
    for (theirs,) in run(db, select(c.id).where(c.customer_id == mine)).fetchall():
        asked = select(d.key).where(d.key.startswith(f"{theirs}/rating/"), d.started_at >= since).limit(1)
        if run(db, asked).fetchone() is not None:
            return False
    return True


def sleep(db: sqlite3.Connection, case: int, until: int) -> None:
    """The customer has been answered for now; nobody's clock runs."""
    run(db, update(t.cases).where(t.cases.c.id == case).values(state=CaseState.SNOOZED, snoozed_until=until, waiting_since=None))


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many cases of people are in which state; `reopened`: how often one came back. Solved is the customer's word, closed is not."""
    c = t.cases.c
    found = dict(run(db, select(c.state, func.count()).where(c.handed_at.is_not(None)).group_by(c.state)).fetchall())
    return {**found, "reopened": int(run(db, select(func.coalesce(func.sum(c.reopened), 0))).fetchone()[0])}


def sleeps_until(db: sqlite3.Connection, case: int, until: int) -> bool:
    """Whether it was put aside until just then, and not anew since."""
    c = t.cases.c
    return run(db, select(c.id).where(c.id == case, c.snoozed_until == until)).fetchone() is not None
