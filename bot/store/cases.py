"""The cases of a turn, within transaction 2: opened, added to, made more urgent. What agents do to them is store/baton.py's."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import msgspec
from sqlalchemy import func, insert, select, update

from bot.desk.values import LIVE
from bot.store import schema as t
from bot.store.upkeep import run
from bot.store.values import CaseRow, TurnCommit, micros, text_of

DAY = 24 * 3600 * 1_000_000


def commit(db: sqlite3.Connection, turn: TurnCommit, new_id: Callable[[], int]) -> None:
    """What a turn did to cases. A promise to the customer that was late makes their live case more urgent."""
    conversation, at = turn.taken.id, micros(turn.at)
    if turn.moved:
        urgent = update(t.cases).where(t.cases.c.conversation_id == conversation, t.cases.c.state.in_(LIVE))
        run(db, urgent.values(priority=t.cases.c.priority + 1))
    if turn.case is not None:
        _add(db, conversation, turn.case, new_id, at)


def _add(db: sqlite3.Connection, conversation: int, case: CaseRow, new_id: Callable[[], int], at: int) -> None:
    c = t.cases.c
    live = select(c.id, c.summary, c.priority).where(c.conversation_id == conversation, c.state.in_(LIVE))
    row = run(db, live.order_by(c.id.desc())).fetchone()
    handed = at if case.state == "waiting" else None
    due = micros(case.due) if case.due else None
    if row is not None and case.state == "waiting":  # one case with a person at a time; what comes later is added to it
        summary = msgspec.json.decode(row[1])
        summary["more"] = [*summary.get("more", ()), {"intent": case.intent, "reason": case.reason, **case.summary}]
        more = {"summary": text_of(summary), "tone": case.tone, "priority": max(row[2], case.priority)}
        run(db, update(t.cases).where(c.id == row[0]).values(waiting_since=func.coalesce(c.waiting_since, at), **more))
        return
    if case.reopens and _reopen(db, conversation, case, at):
        return
    run(
        db,
        insert(t.cases).values(
            id=new_id(),
            conversation_id=conversation,
            state=case.state,
            intent=case.intent,
            reason=case.reason,
            summary=text_of(case.summary),
            opened_at=at,
            handed_at=handed,
            due_at=due,
            closed_at=None if handed else at,
            priority=case.priority + (handed is not None and _was_late(db, conversation, at)),
            topic=case.intent,
            tone=case.tone,
            waiting_since=handed,
            first_due_at=micros(case.first_due) if case.first_due else None,
            reopened=0,
        ),
    )


def _was_late(db: sqlite3.Connection, conversation: int, at: int) -> bool:
    """Whether a promise to this customer was missed within a day."""
    p = t.promises.c
    missed = select(p.id).where(p.conversation_id == conversation, p.state == "moved", p.due_at > at - DAY)
    return run(db, missed.limit(1)).fetchone() is not None


def _reopen(db: sqlite3.Connection, conversation: int, case: CaseRow, at: int) -> bool:
    """The case an agent closed was not solved: it waits again, with all it held. False when there is none."""
    c = t.cases.c
    closed = select(c.id, c.summary).where(c.conversation_id == conversation, c.state.in_(("closed", "solved")), c.agent_id.is_not(None))
    row = run(db, closed.order_by(c.id.desc()).limit(1)).fetchone()
    if row is None:
        return False
    summary = msgspec.json.decode(row[1])
    summary["more"] = [*summary.get("more", ()), {"intent": case.intent, "reason": case.reason, **case.summary}]
    values = {
        "state": "waiting",
        "reason": case.reason,
        "summary": text_of(summary),
        "handed_at": at,
        "due_at": micros(case.due) if case.due else None,
        "closed_at": None,
        "tone": case.tone,
        "waiting_since": at,
        "first_due_at": micros(case.first_due) if case.first_due else None,
        "escalated_at": None,
    }
    again = {"reopened": c.reopened + 1, "priority": c.priority + case.priority + 1}
    run(db, update(t.cases).where(c.id == row[0]).values(**values, **again))
    return True
