"""What agents said that customers' messages meant, as rows; and what the bot had seen in those messages.

Functions of an open connection, run inside a lane's transaction. A lesson has no words of its own: they are read where the message lies,
so erasing a customer takes them from every lesson too. Neighbours: `bot/desk/lessons.py` decides, `bot/desk/understood.py` reads traces.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields

from sqlalchemy import delete, func, insert, select, update

from bot.store import schema as t
from bot.store.upkeep import run
from bot.store.values import decode_update
from bot.update import Update, UpdateKind

_TOGETHER = 500  # ids in one question; SQLite takes a few thousand parameters at most
_NEAR = 20  # messages after a customer's among which the answer to it is looked for
OWN_WORDS = frozenset((UpdateKind.TEXT, UpdateKind.MEDIA, UpdateKind.EDIT))
"""What a customer says in words of their own; a pressed button teaches nothing."""


@dataclass(frozen=True, slots=True)
class LessonRow:
    """`understood` is the intent the bot saw, "" when that is not known; `score` in thousandths; times in microseconds."""

    update_id: int
    conversation_id: int
    understood: str
    score: int | None
    meant: str
    agent_id: int
    at: int
    exported_at: int | None = None


_COLUMNS = tuple(t.lessons.c[field.name] for field in fields(LessonRow))


def put(db: sqlite3.Connection, lesson: LessonRow) -> None:
    """Keep a lesson, in the place of an earlier one about the same message."""
    remove(db, lesson.update_id)
    run(db, insert(t.lessons).values(**dict(zip((c.name for c in _COLUMNS), astuple(lesson), strict=True))))


def remove(db: sqlite3.Connection, message: int) -> bool:
    """Whether there was one."""
    return run(db, delete(t.lessons).where(t.lessons.c.update_id == message)).rowcount > 0


def about(db: sqlite3.Connection, messages: Sequence[int]) -> dict[int, LessonRow]:
    """The lessons about some messages of customers, by the message."""
    found: dict[int, LessonRow] = {}
    for start in range(0, len(messages), _TOGETHER):
        some = messages[start : start + _TOGETHER]
        for row in run(db, select(*_COLUMNS).where(t.lessons.c.update_id.in_(some))):
            found[row[0]] = LessonRow(*row)
    return found


def message(db: sqlite3.Connection, row: int) -> tuple[int, Update] | None:
    """(conversation, the customer's message)."""
    i = t.inbox.c
    found = run(db, select(i.conversation_id, i.body).where(i.id == row)).fetchone()
    return (found[0], decode_update(found[1])) if found else None


def answers(db: sqlite3.Connection, conversation: int, since: int, limit: int = _NEAR) -> list[tuple[int, str, str]]:
    """(id, author, trace) of what was said in a conversation after a line of it."""
    o = t.outbox.c
    asked = select(o.id, o.author, o.trace).where(o.conversation_id == conversation, o.id > since).order_by(o.id).limit(limit)
    return run(db, asked).fetchall()


def unexported(db: sqlite3.Connection, *, everything: bool) -> list[LessonRow]:
    """Lessons in the order of their messages: the new ones, or all."""
    asked = select(*_COLUMNS).order_by(t.lessons.c.update_id)
    return [LessonRow(*row) for row in run(db, asked if everything else asked.where(t.lessons.c.exported_at.is_(None)))]


def exported(db: sqlite3.Connection, lessons: Sequence[LessonRow], at: int) -> None:
    """Mark as exported what is still as it was read; what an agent changed meanwhile is new."""
    c = t.lessons.c
    for lesson in lessons:
        run(db, update(t.lessons).where(c.update_id == lesson.update_id, c.at == lesson.at).values(exported_at=at))


def counts(db: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """(understood, meant, how many)."""
    c = t.lessons.c
    return run(db, select(c.understood, c.meant, func.count()).group_by(c.understood, c.meant)).fetchall()


def language(db: sqlite3.Connection, conversation: int) -> str:
    """The one that is spoken in a conversation."""
    return str(run(db, select(t.conversations.c.language).where(t.conversations.c.id == conversation)).fetchone()[0])


def newest_words(db: sqlite3.Connection, conversation: int, first: Update) -> str:
    """What a message says after the customer's edits of it."""
    i, words = t.inbox.c, first.text
    for (body,) in run(db, select(i.body).where(i.conversation_id == conversation).order_by(i.id)):
        if first.platform_id in body and (edit := decode_update(body)).kind is UpdateKind.EDIT and edit.edits == first.platform_id:
            words = edit.text
    return words


def traces_since(db: sqlite3.Connection, since: int) -> Iterator[str]:
    """Why the bot said what it said since a time, the oldest first."""
    o = t.outbox.c
    went = select(o.trace).where(o.created_at >= since, o.trace != "{}", ~o.author.startswith("agent:"))
    for (trace,) in run(db, went.order_by(o.id)):
        yield trace


def meant_since(db: sqlite3.Connection, since: int) -> dict[int, str]:
    """What agents said that messages since a time meant, by the message."""
    c, i = t.lessons.c, t.inbox.c
    return dict(run(db, select(c.update_id, c.meant).join(t.inbox, i.id == c.update_id).where(i.received_at >= since)).fetchall())


@dataclass(frozen=True, slots=True)
class Words:
    """A customer's message, and whose: the name is the customer's, None when it is not known."""

    id: int
    conversation: int
    at: int
    language: str
    name: str | None
    update: Update


def words(db: sqlite3.Connection, messages: Sequence[int]) -> Iterator[Words]:
    """Messages of customers with what is needed to show them to somebody else."""
    i, c, p = t.inbox.c, t.conversations.c, t.customers.c
    whole = select(i.id, i.conversation_id, i.received_at, c.language, p.name, i.body)
    whole = whole.join(t.conversations, c.id == i.conversation_id).join(t.customers, p.id == c.customer_id)
    for start in range(0, len(messages), _TOGETHER):
        for row, conversation, at, spoken, name, body in run(db, whole.where(i.id.in_(messages[start : start + _TOGETHER])).order_by(i.id)):
            yield Words(row, conversation, at, spoken, name, decode_update(body))
