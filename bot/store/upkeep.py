"""The colder statements: what a turn changes besides its conversation, and everything between turns.

Functions of an open connection, run inside a lane's transaction. SQLAlchemy builds them at each call, which is quick enough here and
keeps them free of any database's dialect.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Executable, Select, String, cast, delete, func, insert, literal, literal_column, select, update
from sqlalchemy.dialects import sqlite

from bot.conversation import State
from bot.store import schema as t
from bot.store.statements import Statements
from bot.store.values import TurnCommit, micros, text_of

_dialect = sqlite.dialect(paramstyle="named")


def run(db: sqlite3.Connection, statement: Executable) -> sqlite3.Cursor:
    """Execute a Core statement on the bare connection."""
    compiled = statement.compile(dialect=_dialect, compile_kwargs={"render_postcompile": True})  # type: ignore[attr-defined]  # every statement of ours compiles
    return db.execute(str(compiled), compiled.params)


def next_id(db: sqlite3.Connection) -> int:
    """The highest id used so far; the sequence goes on from there."""
    tables = (t.customers, t.identities, t.conversations, t.inbox, t.outbox, t.cases, t.promises, t.timers, t.audit, t.agents, t.notes)
    return max((run(db, select(func.max(table.c.id))).fetchone()[0] or 0) for table in tables)


def commit_rest(db: sqlite3.Connection, turn: TurnCommit, new_id: Callable[[], int]) -> None:
    """Promises, timers, case, name and erasure of a turn: rare, so not among the hot statements."""
    at = micros(turn.at)
    conversation = turn.taken.id
    for promise in turn.promises:
        known = select(t.promises.c.id).where(t.promises.c.conversation_id == conversation, t.promises.c.key == promise.key)
        if run(db, known).fetchone() is None:
            values = {"key": promise.key, "text": promise.text, "owner": promise.owner, "due_at": micros(promise.due)}
            run(
                db,
                insert(t.promises).values(id=new_id(), conversation_id=conversation, state="open", made_at=at, **values),
            )
    for key in turn.moved:
        run(
            db,
            update(t.promises).where(t.promises.c.conversation_id == conversation, t.promises.c.key == key).values(state="moved"),
        )
    for timer in turn.timers:
        values = {"kind": timer.kind, "data": text_of(timer.data), "due_at": micros(timer.due)}
        run(db, insert(t.timers).values(id=new_id(), conversation_id=conversation, state="due", **values))
    if turn.postponed is not None:
        postpone(db, turn.postponed[0], micros(turn.postponed[1]))
    if turn.customer_name is not None:
        run(db, update(t.customers).where(t.customers.c.id == turn.taken.customer).values(name=turn.customer_name))
    if turn.erase:
        erase(db, turn.taken.customer, at, talking=turn.taken.id)


def postpone(db: sqlite3.Connection, rows: Sequence[int], until: int) -> None:
    run(db, update(t.inbox).where(t.inbox.c.id.in_(rows)).values(not_before=until))


# --- deeds and gates -------------------------------------------------------------------------------------------------------
def deed(db: sqlite3.Connection, key: str) -> str | None:
    row = run(db, select(t.deeds.c.result).where(t.deeds.c.key == key)).fetchone()
    return None if row is None else row[0] or ""


def deed_started(db: sqlite3.Connection, key: str, at: int = 0) -> None:
    run(db, insert(t.deeds).values(key=key, result=None, started_at=at))


def deed_finished(db: sqlite3.Connection, key: str, result: str) -> None:
    run(db, update(t.deeds).where(t.deeds.c.key == key).values(result=result))


def gate(db: sqlite3.Connection, keys: Sequence[str]) -> list[tuple[str, int, int, int]]:
    g = t.gates.c
    return run(db, select(g.key, g.misses, g.since, g.closed_until).where(g.key.in_(keys))).fetchall()


def save_gate(db: sqlite3.Connection, key: str, misses: int, since: int, closed_until: int) -> None:
    run(db, delete(t.gates).where(t.gates.c.key == key))
    run(db, insert(t.gates).values(key=key, misses=misses, since=since, closed_until=closed_until))


# --- between turns ---------------------------------------------------------------------------------------------------------
def unfinished(db: sqlite3.Connection, before: int) -> list[int]:
    """Conversations with updates that wait since before a time."""
    waiting = select(t.inbox.c.conversation_id).where(t.inbox.c.state == literal_column("'waiting'"), t.inbox.c.not_before <= before)
    return [row[0] for row in run(db, waiting.distinct())]


def fire_timers(db: sqlite3.Connection, now: int, new_id: Callable[[], int], body: Callable[[str, str, str, str, int], str]) -> list[int]:
    """Each due timer becomes an inbox row of its conversation, once. Returns the conversations."""
    due = (
        select(
            t.timers.c.id,
            t.timers.c.conversation_id,
            t.timers.c.kind,
            t.timers.c.data,
            t.conversations.c.channel,
            t.conversations.c.address,
        )
        .join(t.conversations, t.conversations.c.id == t.timers.c.conversation_id)
        .where(t.timers.c.state == literal_column("'due'"), t.timers.c.due_at <= now)
        .order_by(t.timers.c.due_at)
        .limit(500)
    )
    fired = []
    for timer, conversation, kind, data, channel, address in run(db, due).fetchall():
        run(db, update(t.timers).where(t.timers.c.id == timer).values(state="fired"))
        row = {
            "conversation_id": conversation,
            "channel": channel,
            "platform_id": f"timer:{timer}",
            "body": body(kind, data, channel, address, timer),
        }
        run(
            db,
            insert(t.inbox).values(id=new_id(), received_at=now, state="waiting", reason=None, not_before=now, **row),
        )
        fired.append(conversation)
    return fired


def requeue(db: sqlite3.Connection, resend: Sequence[str], before: int | None = None) -> None:
    """After a start: what was on its way is sent again on channels where that does no harm, and unknown on the others.

    `before` leaves alone what was due later.
    """
    sending = [t.outbox.c.state == literal_column("'sending'")]
    if before is not None:
        sending.append(t.outbox.c.due_at < before)
    run(db, update(t.outbox).where(*sending, t.outbox.c.channel.in_(resend)).values(state="queued"))
    run(db, update(t.outbox).where(*sending).values(state="unknown", reason="its sending was interrupted"))


def enqueue(
    db: sqlite3.Connection, sql: Statements, row: int, conversation: int, body: str, trace: str, at: int, author: str
) -> tuple[str, str, int]:
    head = db.execute(sql.read_conversation, {"id": conversation}).fetchone()
    values = {
        "id": row,
        "conversation_id": conversation,
        "channel": head[1],
        "address": head[2],
        "epoch": head[5],
        "body": body,
    }
    rest = {
        "trace": trace,
        "state": "sending",
        "reason": None,
        "attempts": 0,
        "platform_id": None,
        "created_at": at,
        "due_at": at,
        "parts": 0,
        "author": author,
    }
    db.execute(sql.add_outbox, {**values, **rest})
    return head[1], head[2], head[5]


def history(db: sqlite3.Connection, channel: str, address: str, limit: int) -> list[tuple[Any, ...]]:
    """(id, "in" or "out", time, body, platform id), newest first."""
    i, o = t.inbox.c, t.outbox.c
    came = select(i.id, literal_column("'in'"), i.received_at, i.body, i.platform_id).join(
        t.conversations, t.conversations.c.id == i.conversation_id
    )
    went = select(o.id, literal_column("'out'"), o.created_at, o.body, o.platform_id).join(
        t.conversations, t.conversations.c.id == o.conversation_id
    )
    mine = (t.conversations.c.channel == channel, t.conversations.c.address == address)
    rows = run(db, came.where(*mine).order_by(i.id.desc()).limit(limit)).fetchall()
    rows += run(db, went.where(*mine).order_by(o.id.desc()).limit(limit)).fetchall()
    return sorted(rows, key=lambda row: -row[0])[:limit]


def recently_said(db: sqlite3.Connection, conversation: int, limit: int = 20) -> list[str]:
    """The last messages to a customer as JSON, newest first."""
    o = t.outbox.c
    rows = run(db, select(o.body).where(o.conversation_id == conversation).order_by(o.id.desc()).limit(limit))
    return [row[0] for row in rows]


def balance(db: sqlite3.Connection) -> dict[str, int]:
    """How many updates ended how; `waiting` are the unfinished ones."""
    counted = select(t.inbox.c.state, func.count()).group_by(t.inbox.c.state)
    return dict(run(db, counted).fetchall())


def stuck(db: sqlite3.Connection, before: int) -> list[tuple[Any, ...]]:
    """Updates waiting since before a time, and messages in `sending` since before it: (table, id, conversation)."""
    i, o = t.inbox.c, t.outbox.c
    late = select(literal_column("'inbox'"), i.id, i.conversation_id).where(i.state == "waiting", i.not_before < before)
    rows = run(db, late).fetchall()
    sending = select(literal_column("'outbox'"), o.id, o.conversation_id).where(o.state.in_(("sending", "queued")), o.due_at < before)
    return rows + run(db, sending).fetchall()


def unanswered(db: sqlite3.Connection) -> list[tuple[int, int]]:
    """(update, conversation) said to be answered in conversations that never got a message: a sum that does not agree."""
    i = t.inbox.c
    answered = select(i.id, i.conversation_id).where(
        i.state == "answered", ~select(t.outbox.c.id).where(t.outbox.c.conversation_id == i.conversation_id).exists()
    )
    return [(row[0], row[1]) for row in run(db, answered)]


def outbox_counts(db: sqlite3.Connection) -> dict[str, int]:
    return dict(run(db, select(t.outbox.c.state, func.count()).group_by(t.outbox.c.state)).fetchall())


def customer_of(db: sqlite3.Connection, who: str) -> int | None:
    """A customer by id, or by `channel:address`."""
    if who.isdigit():
        row = run(db, select(t.customers.c.id).where(t.customers.c.id == int(who))).fetchone()
    else:
        channel, _, address = who.partition(":")
        i = t.identities.c
        row = run(db, select(i.customer_id).where(i.channel == channel, i.address == address)).fetchone()
    return int(row[0]) if row else None


def addresses(db: sqlite3.Connection, customer: int) -> list[tuple[str, str]]:
    """Where a person has written from: (channel, address)."""
    i = t.identities.c
    return [(row[0], row[1]) for row in run(db, select(i.channel, i.address).where(i.customer_id == customer))]


def export(db: sqlite3.Connection, customer: int) -> dict[str, list[dict[str, Any]]]:
    """Every row about a person, by table."""
    conversations = select(t.conversations.c.id).where(t.conversations.c.customer_id == customer)
    wanted = {
        "customers": select(t.customers).where((t.customers.c.id == customer) | (t.customers.c.joined_to == customer)),
        "codes": select(t.codes).where(t.codes.c.conversation_id.in_(conversations) | t.codes.c.used_in.in_(conversations)),
        "identities": select(t.identities).where(t.identities.c.customer_id == customer),
        "conversations": select(t.conversations).where(t.conversations.c.customer_id == customer),
        **{
            table.name: select(table).where(table.c.conversation_id.in_(conversations))
            for table in (t.inbox, t.outbox, t.cases, t.promises, t.timers, t.files, t.notes, t.drafts, t.lessons)
        },
    }
    found = {}
    for name, statement in wanted.items():
        cursor = run(db, statement)
        columns = [c[0] for c in cursor.description]
        found[name] = [dict(zip(columns, row, strict=True)) for row in cursor]
    return found


def erase(db: sqlite3.Connection, customer: int, at: int, *, talking: int | None = None) -> None:
    """Remove what a person wrote, was told and can be known by, on all their channels; the bare rows stay, so that sums still agree.

    `talking`: the conversation they asked for it in. There the turn's own answer and words that came meanwhile are left, and the address,
    without which the answer could not be sent. Everywhere else the address goes too, and who writes again is a stranger.
    """
    mine = select(t.conversations.c.id).where(t.conversations.c.customer_id == customer)
    inbox, outbox = t.inbox.c, t.outbox.c
    came: ColumnElement[bool] = inbox.conversation_id.in_(mine)
    went: ColumnElement[bool] = outbox.conversation_id.in_(mine)
    if talking is not None:
        came &= (inbox.conversation_id != talking) | (inbox.state != "waiting")
        went &= (outbox.conversation_id != talking) | (outbox.created_at < at)
    run(db, update(t.inbox).where(came).values(body=text_of(_EMPTY_UPDATE)))
    run(db, update(t.inbox).where(came, inbox.state == "waiting").values(state="ignored", reason=_ERASED))
    run(db, update(t.inbox).where(came, inbox.reason.is_not(None)).values(reason=_ERASED))
    run(db, update(t.outbox).where(went).values(body=text_of({"text": ""}), trace="{}"))
    run(db, update(t.outbox).where(went, outbox.reason.is_not(None)).values(reason=_ERASED))
    run(db, update(t.outbox).where(went, outbox.state.in_(("queued", "sending", "held"))).values(state="failed", reason=_ERASED))
    run(db, update(t.cases).where(t.cases.c.conversation_id.in_(mine)).values(summary="{}", comment=None, state="closed", closed_at=at))
    run(db, update(t.notes).where(t.notes.c.conversation_id.in_(mine)).values(text="", deleted_at=at))
    run(db, delete(t.drafts).where(t.drafts.c.conversation_id.in_(mine)))
    run(db, update(t.promises).where(t.promises.c.conversation_id.in_(mine)).values(text="", state="void"))
    run(db, update(t.timers).where(t.timers.c.conversation_id.in_(mine)).values(data="{}", state="void"))
    gone = {"source": "", "name": "", "state": "gone", "reason": _ERASED}
    run(db, update(t.files).where(t.files.c.conversation_id.in_(mine)).values(**gone))
    run(db, delete(t.parts).where(t.parts.c.outbox_id.in_(select(outbox.id).where(went))))
    for (conversation,) in run(db, mine).fetchall():
        for prefix in (f"{conversation}/", f"miss/{conversation}/"):
            run(db, delete(t.deeds).where(t.deeds.c.key.startswith(prefix)))
    run(db, delete(t.codes).where(t.codes.c.conversation_id.in_(mine) | t.codes.c.used_in.in_(mine)))
    theirs = (t.customers.c.id == customer) | (t.customers.c.joined_to == customer)
    run(db, update(t.customers).where(theirs).values(name=None, erased_at=at))
    _forget_addresses(db, mine.where(t.conversations.c.id != (talking or 0)))
    log(db, at, "frontdesk", "erase", f"customer:{customer}")


def _forget_addresses(db: sqlite3.Connection, conversations: Select[tuple[int]]) -> None:
    c, i = t.conversations.c, t.identities.c
    for (conversation,) in run(db, conversations).fetchall():
        nobody = f"erased:{conversation}"
        [(channel, address)] = run(db, select(c.channel, c.address).where(c.id == conversation)).fetchall()
        came = t.inbox.c.conversation_id == conversation
        run(db, update(t.inbox).where(came).values(platform_id=literal("erased:") + cast(t.inbox.c.id, String)))
        run(db, update(t.outbox).where(t.outbox.c.conversation_id == conversation).values(address=nobody, platform_id=None))
        run(db, update(t.identities).where(i.channel == channel, i.address == address).values(address=nobody))
        # The version moves on, so that a turn being worked out now does not write its old state back.
        forgotten = {"address": nobody, "owner": "bot", "state": text_of(State()), "version": c.version + 1}
        run(db, update(t.conversations).where(c.id == conversation).values(**forgotten))


_ERASED = "erased at the customer's wish"
_EMPTY_UPDATE = {
    "channel": "",
    "platform_id": "",
    "address": "",
    "kind": "other",
    "sent_at": "1970-01-01T00:00:00Z",
    "payload": _ERASED,
}


def log(db: sqlite3.Connection, at: int, actor: str, action: str, subject: str) -> None:
    """A line of the audit log."""
    highest = run(db, select(func.max(t.audit.c.id))).fetchone()[0] or 0
    run(db, insert(t.audit).values(id=highest + 1, at=at, actor=actor, action=action, subject=subject))


def trace(db: sqlite3.Connection, message: int) -> str | None:
    row = run(db, select(t.outbox.c.trace).where(t.outbox.c.id == message)).fetchone()
    return row[0] if row else None
