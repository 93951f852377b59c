"""The staff group's tables: which forum topic is whose, and which message there stands for which line of a conversation.

Functions of an open connection, run inside a lane's transaction. What is still to be shown in a topic is never written down: it is every
line behind the topic's beginning for which no message is known. So a restart, a rate limit or a crash loses nothing.

`relayed.message` is a message's number in the group. Several lines in one message are `123`, `123.1`, `123.2`. A name with a colon is a
mark of ours and no message: `from:<conversation>` (the line after which the topic begins), `closed:<conversation>` (the case it was closed
after), `file:<line>` (a file of that line is still to come), `fail:<line>` (it was told that this line was not delivered),
`pass:<line>` (nothing of that line is shown).
"""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Select, Table, delete, insert, literal_column, or_, select, union_all, update

from bot.store import schema as t
from bot.store.upkeep import run

LIVE: ColumnElement[bool] = literal_column(
    "cases.state IN ('waiting', 'agent', 'snoozed')", Boolean
)  # as a literal, so that the partial index is used
_UNDELIVERED = ("failed", "unknown", "held", "void")


# --- topics ------------------------------------------------------------------------------------------------------------------
def topic_of(db: sqlite3.Connection, chat: str, conversation: int) -> tuple[str, int] | None:
    """(thread, when it was made)."""
    c = t.topics.c
    row = run(db, select(c.thread, c.created_at).where(c.conversation_id == conversation, c.chat == chat)).fetchone()
    return (row[0], row[1]) if row else None


def conversation_of(db: sqlite3.Connection, chat: str, thread: str) -> int | None:
    c = t.topics.c
    row = run(db, select(c.conversation_id).where(c.chat == chat, c.thread == thread)).fetchone()
    return int(row[0]) if row else None


def bind(db: sqlite3.Connection, chat: str, conversation: int, thread: str, at: int) -> None:
    """From now on this is the conversation's topic, whatever was before."""
    run(db, delete(t.topics).where(t.topics.c.conversation_id == conversation))
    run(db, insert(t.topics).values(conversation_id=conversation, chat=chat, thread=thread, created_at=at))


def unbind(db: sqlite3.Connection, chat: str, conversation: int) -> None:
    """Its topic is gone, and the cards in it; what was shown there stays shown."""
    run(db, delete(t.topics).where(t.topics.c.conversation_id == conversation))
    cards = select(t.cases.c.id).where(t.cases.c.conversation_id == conversation)
    run(db, delete(t.relayed).where(t.relayed.c.chat == chat, t.relayed.c.line_id.in_(cards)))
    drop(db, chat, f"closed:{conversation}")


def moved(db: sqlite3.Connection, old: str, new: str) -> None:
    """The group became a supergroup, which has another number and no topics yet."""
    run(db, delete(t.topics).where(t.topics.c.chat == old))
    run(db, update(t.relayed).where(t.relayed.c.chat == old, t.relayed.c.message.contains(":")).values(chat=new))


# --- which message stands for which line -------------------------------------------------------------------------------------
def put(db: sqlite3.Connection, chat: str, message: str, line: int) -> None:
    drop(db, chat, message)
    run(db, insert(t.relayed).values(chat=chat, message=message, line_id=line))


def drop(db: sqlite3.Connection, chat: str, message: str) -> None:
    run(db, delete(t.relayed).where(t.relayed.c.chat == chat, t.relayed.c.message == message))


def line_at(db: sqlite3.Connection, chat: str, message: str) -> int | None:
    row = run(db, select(t.relayed.c.line_id).where(t.relayed.c.chat == chat, t.relayed.c.message == message)).fetchone()
    return int(row[0]) if row else None


def message_of(db: sqlite3.Connection, chat: str, line: int) -> str | None:
    """The message a line is shown in, the first one when it took several."""
    r = t.relayed.c
    rows = run(db, select(r.message).where(r.chat == chat, r.line_id == line, ~r.message.contains(":"))).fetchall()
    return min((row[0].partition(".")[0] for row in rows), key=int, default=None)


# --- what is to be done ------------------------------------------------------------------------------------------------------
def due(db: sqlite3.Connection, chat: str) -> list[int]:
    """Conversations that have, or should have, an open topic: a live case, or a topic that was not closed after the last one.

    And those whose topic shows what is to be erased.
    """
    live = select(t.cases.c.conversation_id).where(LIVE)
    closed = select(t.relayed.c.message).where(
        t.relayed.c.chat == chat, t.relayed.c.message == literal_column("'closed:' || topics.conversation_id")
    )
    opened = select(t.topics.c.conversation_id).where(t.topics.c.chat == chat, ~closed.exists())
    c, p = t.conversations.c, t.customers.c
    erased = select(t.topics.c.conversation_id).join(t.conversations, c.id == t.topics.c.conversation_id)
    erased = erased.join(t.customers, p.id == c.customer_id).where(t.topics.c.chat == chat, p.erased_at >= t.topics.c.created_at)
    return [row[0] for row in run(db, union_all(live, opened, erased)).fetchall()]


def head(db: sqlite3.Connection, conversation: int) -> tuple[Any, ...] | None:
    """(channel, owner, language, name, when erased)."""
    c, p = t.conversations.c, t.customers.c
    who = select(c.channel, c.owner, c.language, p.name, p.erased_at).join(t.customers, p.id == c.customer_id)
    found: tuple[Any, ...] | None = run(db, who.where(c.id == conversation)).fetchone()
    return found


def case(db: sqlite3.Connection, conversation: int) -> tuple[Any, ...] | None:
    """The live case, or the last one: (id, state, intent, topic, reason, tone, summary, agent, due, first due, snoozed until, reopened)."""
    c = t.cases.c
    columns = (c.id, c.state, c.intent, c.topic, c.reason, c.tone, c.summary, c.agent_id)
    times = (c.due_at, c.first_due_at, c.snoozed_until, c.reopened)
    newest = select(*columns, *times).where(c.conversation_id == conversation)
    found: tuple[Any, ...] | None = run(db, newest.order_by(LIVE.desc(), c.id.desc()).limit(1)).fetchone()
    return found


def promises(db: sqlite3.Connection, conversation: int) -> list[tuple[int, str, int]]:
    """(id, text, due) of the open ones, the next due first."""
    p = t.promises.c
    mine = select(p.id, p.text, p.due_at).where(p.conversation_id == conversation, p.state == "open")
    return run(db, mine.order_by(p.due_at)).fetchall()


def start_after(db: sqlite3.Connection, conversation: int, last: int) -> int:
    """The line behind which a new topic begins, so that it shows the last so many."""
    newest: list[int] = []
    for table in _TABLES:
        lines = _lines_of(table, conversation).order_by(table.c.id.desc()).limit(last)
        newest += [row[0] for row in run(db, lines).fetchall()]
    return min(sorted(newest)[-last:], default=1) - 1


def unshown(db: sqlite3.Connection, chat: str, conversation: int, after: int, limit: int) -> list[tuple[Any, ...]]:
    """Lines behind `after` that no message stands for, in their order: (table, id, at, body, author, state, reason, trace)."""
    r, i, o, n = t.relayed.c, t.inbox.c, t.outbox.c, t.notes.c
    none: ColumnElement[Any] = literal_column("NULL")

    def fresh(table: Table, *columns: Any) -> Select[Any]:
        known = select(r.line_id).where(r.chat == chat, r.line_id == table.c.id)
        mine = table.c.conversation_id == conversation
        return select(literal_column(f"'{table.name}'"), table.c.id, *columns).where(mine, table.c.id > after, ~known.exists())

    heard = fresh(t.inbox, i.received_at, i.body, none, i.state, i.reason, none).where(~i.platform_id.startswith("timer:"))
    said = fresh(t.outbox, o.created_at, o.body, o.author, o.state, o.reason, o.trace).where(o.state != "void")
    noted = fresh(t.notes, n.created_at, n.text, n.agent_id, none, none, none).where(n.deleted_at.is_(None))
    rows = [row for one in (heard, said, noted) for row in run(db, one.order_by(literal_column("2")).limit(limit)).fetchall()]
    return sorted(rows, key=lambda row: row[1])[:limit]


def written_here(db: sqlite3.Connection, chat: str, conversation: int) -> dict[int, str]:
    """line -> message, of agents' words that were written in the group: `say` remembers under which name (bot/store/replies.py)."""
    d = t.deeds.c
    mine = (d.key >= f"{conversation}/say/", d.key < f"{conversation}/say0", d.key.contains(f"/telegram:{chat}:"))
    found = run(db, select(d.key, d.result).where(*mine)).fetchall()
    return {int(result): key.rpartition(":")[2] for key, result in found if result}


def undelivered(db: sqlite3.Connection, chat: str, conversation: int, after: int) -> list[tuple[int, str, str]]:
    """(line, state, reason) of shown lines that did not reach the customer, where nobody was told yet."""
    o, r = t.outbox.c, t.relayed.c
    shown = select(r.line_id).where(r.chat == chat, r.line_id == o.id)
    told = select(r.line_id).where(r.chat == chat, r.message == literal_column("'fail:' || outbox.id"))
    mine = (o.conversation_id == conversation, o.id > after, o.state.in_(_UNDELIVERED))
    found = select(o.id, o.state, o.reason).where(*mine, shown.exists(), ~told.exists()).order_by(o.id)
    return [(row[0], row[1], row[2] or "") for row in run(db, found).fetchall()]


def awaited(db: sqlite3.Connection, chat: str, conversation: int) -> list[tuple[int, str]]:
    """(line, its body) of the customer's lines whose files were not here yet when they were shown."""
    r, i = t.relayed.c, t.inbox.c
    waits = select(i.id, i.body).join(t.relayed, r.line_id == i.id).where(r.chat == chat, r.message.startswith("file:"))
    return run(db, waits.where(i.conversation_id == conversation).order_by(i.id)).fetchall()


def files(db: sqlite3.Connection, ids: list[str]) -> dict[str, tuple[str, str]]:
    """(state, reason) of files that are fetched from a platform; others are here already."""
    f = t.files.c
    rows = run(db, select(f.id, f.state, f.reason).where(f.id.in_(ids))).fetchall()
    return {row[0]: (row[1], row[2] or "") for row in rows}


def edited_line(db: sqlite3.Connection, channel: str, platform_id: str) -> int | None:
    """The customer's line that an edit is about."""
    i = t.inbox.c
    row = run(db, select(i.id).where(i.channel == channel, i.platform_id == platform_id)).fetchone()
    return int(row[0]) if row else None


_TABLES = (t.inbox, t.outbox, t.notes)


def _lines_of(table: Table, conversation: int) -> Select[Any]:
    lines = select(table.c.id).where(table.c.conversation_id == conversation)
    return lines.where(~table.c.platform_id.startswith("timer:")) if table is t.inbox else lines


def words_of(db: sqlite3.Connection, line: int) -> str | None:
    """What an agent said or noted: the message as JSON, or the note's text."""
    for table, column in ((t.outbox, t.outbox.c.body), (t.notes, t.notes.c.text)):
        row = run(db, select(column).where(table.c.id == line)).fetchone()
        if row is not None:
            return str(row[0])
    return None


# --- linking an agent's Telegram account -------------------------------------------------------------------------------------
CODE = "staff"


def add_code(db: sqlite3.Connection, digest: str, agent: int, at: int, until: int) -> None:
    """A one-time code for an agent; the column for an order's number holds whose it is. Codes given before end."""
    c = t.codes.c
    run(db, delete(t.codes).where(c.kind == CODE, or_(c.order_number == f"agent:{agent}", c.expires_at < at)))
    row = {"digest": digest, "kind": CODE, "order_number": f"agent:{agent}", "created_at": at, "expires_at": until}
    run(db, insert(t.codes).values(**row))


def use_code(db: sqlite3.Connection, digest: str, at: int) -> int | None:
    """Whose code it is; None when there is none, it was used, or its time is over."""
    c = t.codes.c
    good = (c.digest == digest, c.kind == CODE, c.used_at.is_(None), c.expires_at >= at)
    if run(db, update(t.codes).where(*good).values(used_at=at)).rowcount != 1:
        return None
    owner = run(db, select(c.order_number).where(c.digest == digest)).fetchone()[0]
    return int(owner.removeprefix("agent:"))
