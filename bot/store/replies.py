"""What agents say, note and draft, as rows.

Functions of an open connection, run inside a lane's transaction. Who may do it is asked here as well, in the same transaction that writes:
between two of them the baton may have moved. Neighbours: `bot/desk/replies.py` calls these; `store/outgoing.py` has the sending.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import msgspec
from sqlalchemy import delete, insert, select, update

from bot.desk.values import LIVE, Agent, CaseState, NotAllowed, NothingThere, NotYours, Role
from bot.message import Message
from bot.store import schema as t
from bot.store.baton import person_replied
from bot.store.outgoing import forget_parts
from bot.store.statements import Statements
from bot.store.upkeep import log, run
from bot.store.values import decode_state, text_of

UNDELIVERED = ("failed", "unknown", "held", "void")
"""States of a message that did not reach the customer, or may not have; `retry` sends these."""


@dataclass(frozen=True, slots=True)
class Head:
    """A conversation as somebody who wants to write in it needs it. `owner_name` is the agent's who has it, "" for bot and queue."""

    id: int
    customer: int
    channel: str
    address: str
    owner: str
    owner_name: str
    epoch: int
    language: str
    name: str | None
    stopped: bool


def head(db: sqlite3.Connection, conversation: int) -> Head:
    """Raises NothingThere."""
    c = t.conversations.c
    columns = (c.customer_id, c.channel, c.address, c.owner, c.epoch, c.language, c.state)
    row = run(db, select(*columns).where(c.id == conversation)).fetchone()
    if row is None:
        raise NothingThere
    customer, channel, address, owner, epoch, language, stored = row
    try:
        state = decode_state(stored)
        name, stopped = state.name, state.stopped
    except msgspec.MsgspecError:  # the agent is served all the same
        name, stopped = None, False
    return Head(conversation, customer, channel, address, owner, _name_of(db, owner), epoch, language, name, stopped)


def owned(db: sqlite3.Connection, conversation: int, agent: int) -> Head:
    """The conversation, if it is this agent's. Raises NotYours, NothingThere."""
    found = head(db, conversation)
    if found.owner != f"agent:{agent}":
        raise NotYours(found.owner, found.owner_name)
    return found


def _name_of(db: sqlite3.Connection, owner: str) -> str:
    kind, _, number = owner.partition(":")
    if kind != "agent" or not number.isdigit():
        return ""
    row = run(db, select(t.agents.c.name).where(t.agents.c.id == int(number))).fetchone()
    return row[0] if row else ""


# --- saying ------------------------------------------------------------------------------------------------------------------
def said_before(db: sqlite3.Connection, conversation: int, agent: int, client_id: str) -> int | None:
    """The message that was stored under the desk's own id for it."""
    row = run(db, select(t.deeds.c.result).where(t.deeds.c.key == _deed(conversation, agent, client_id))).fetchone()
    return int(row[0]) if row else None


def say(
    db: sqlite3.Connection,
    sql: Statements,
    row: int,
    to: Head,
    agent: int,
    message: Message,
    trace: dict[str, str],
    client_id: str,
    at: int,
) -> None:
    """Store an agent's message as `sending`: the caller delivers it. From now on it is the customer's turn."""
    outgoing = _outgoing(row, to, text_of(message), text_of(trace), f"agent:{agent}", at)
    db.execute(sql.add_outbox, {**outgoing, "state": "sending"})
    run(db, insert(t.deeds).values(key=_deed(to.id, agent, client_id), result=str(row), started_at=at))
    person_replied(db, to.id, at)
    k = t.cases.c
    taken = {"state": CaseState.AGENT.value, "agent_id": agent, "snoozed_until": None}
    run(db, update(t.cases).where(k.conversation_id == to.id, k.state.in_(LIVE)).values(**taken))
    save_draft(db, to.id, agent, "reply", "", at)


def notice(db: sqlite3.Connection, sql: Statements, row: int, to: Head, body: str, trace: str, at: int, due: int) -> None:
    """Queue a message of the engine's own, whoever has the baton, to be sent from `due` on."""
    db.execute(sql.add_outbox, {**_outgoing(row, to, body, trace, "notice", at), "due_at": due})


def _outgoing(row: int, to: Head, body: str, trace: str, author: str, at: int) -> dict[str, object]:
    where = {"id": row, "conversation_id": to.id, "channel": to.channel, "address": to.address, "epoch": to.epoch, "author": author}
    begun = {"state": "queued", "reason": None, "attempts": 0, "platform_id": None, "created_at": at, "due_at": at, "parts": 0}
    return {**where, **begun, "body": body, "trace": trace}


def _deed(conversation: int, agent: int, client_id: str) -> str:
    """Under the conversation, so that it goes when the customer is erased."""
    return f"{conversation}/say/{agent}/{client_id}"[:300]


def retry(db: sqlite3.Connection, message: int, agent: Agent, at: int) -> tuple[int, str]:
    """Queue an undelivered message again, in today's epoch; what of it was sent is not sent again. Returns (conversation, channel).

    What the bot had said is the agent's word from now on. Raises NothingThere, NotYours, NotAllowed (it is on its way, or arrived).
    """
    o = t.outbox.c
    found = run(db, select(o.conversation_id, o.channel, o.state, o.author, o.parts).where(o.id == message)).fetchone()
    if found is None:
        raise NothingThere
    conversation, channel, state, author, parts = found
    to = head(db, conversation)
    me = f"agent:{agent.id}"
    if to.owner.startswith("agent:") and to.owner != me and agent.role is Role.AGENT:
        raise NotYours(to.owner, to.owner_name)
    if state not in UNDELIVERED:
        raise NotAllowed
    # A notice stays one; everything else goes out under the hand that sends it, and only while nobody else takes over.
    whose = author if author == "notice" or not to.owner.startswith("agent:") else to.owner
    again = {"state": "queued", "reason": None, "attempts": 0, "due_at": at, "epoch": to.epoch, "author": whose}
    run(db, update(t.outbox).where(o.id == message).values(**again))
    forget_parts(db, message, parts)
    log(db, at, me, "retry", f"message:{message} conversation:{conversation}")
    return conversation, channel


# --- notes and drafts --------------------------------------------------------------------------------------------------------
def note(db: sqlite3.Connection, row: int, conversation: int, agent: int, text: str, at: int) -> None:
    """Raises NothingThere."""
    head(db, conversation)
    run(db, insert(t.notes).values(id=row, conversation_id=conversation, agent_id=agent, text=text, created_at=at, deleted_at=None))
    save_draft(db, conversation, agent, "note", "", at)


def delete_note(db: sqlite3.Connection, row: int, agent: int, since: int, at: int) -> int:
    """Take back an own note written after `since`: its words are gone, its place stays. Returns the conversation.

    Raises NothingThere, NotAllowed.
    """
    n = t.notes.c
    found = run(db, select(n.conversation_id, n.agent_id, n.created_at).where(n.id == row, n.deleted_at.is_(None))).fetchone()
    if found is None:
        raise NothingThere
    conversation, writer, written = found
    if writer != agent or written < since:
        raise NotAllowed
    run(db, update(t.notes).where(n.id == row).values(text="", deleted_at=at))
    return int(conversation)


def save_draft(db: sqlite3.Connection, conversation: int, agent: int, mode: str, text: str, at: int) -> None:
    """Empty text is no draft."""
    d = t.drafts.c
    run(db, delete(t.drafts).where(d.agent_id == agent, d.conversation_id == conversation, d.mode == mode))
    if text:
        run(db, insert(t.drafts).values(agent_id=agent, conversation_id=conversation, mode=mode, text=text, updated_at=at))


def drafts(db: sqlite3.Connection, conversation: int, agent: int) -> dict[str, str]:
    """mode -> text."""
    d = t.drafts.c
    return dict(run(db, select(d.mode, d.text).where(d.agent_id == agent, d.conversation_id == conversation)).fetchall())
