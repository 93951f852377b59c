"""What desks read: the list, its counts, a search, one conversation, and what stands beside it. Nothing is written here.

Functions of an open connection. Unlike `upkeep.py`'s, the statements are compiled once for each shape, because a desk asks them with every
change it is told of. docs/desk-queries.md shows each with its plan; tests/desk/test_view.py holds the plans to their indexes. Live cases
are few (hundreds), so a list sorts all of them; nothing here looks through all messages but the search, and that only at the newest.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Executable, Select, and_, bindparam, case, func, literal_column, or_, select, tuple_
from sqlalchemy.dialects import sqlite

from bot.store import schema as t

NEWEST = 30_000  # ids back from the newest message, all of whose messages a search looks through: about as many
FOUND = 100  # conversations a search shows
UNREAD = 99  # is said of more, too

_dialect = sqlite.dialect(paramstyle="named")
_k, _c, _p, _a = t.cases.c, t.conversations.c, t.customers.c, t.agents.c
# As literals, so that the partial indexes are used.
LIVE: ColumnElement[bool] = _k.state.in_(literal_column(f"'{state}'") for state in ("waiting", "agent", "snoozed"))
_TIMER = "timer:"  # how the platform ids of our own timers begin


class Row(NamedTuple):
    """A line of the list as it lies in the store; times in microseconds. `rank`, `since` and `id` place it in its list."""

    rank: int
    since: int
    id: int
    conversation: int
    case: int | None
    state: str | None
    name: str | None
    channel: str
    language: str
    tone: str | None
    topic: str | None
    waiting_since: int | None
    first_due_at: int | None
    agent: int | None
    agent_name: str | None
    priority: int | None
    snoozed_until: int | None
    escalated_at: int | None
    reopened: int | None
    updated_at: int


class Last(NamedTuple):
    """What was said last in a conversation: (id, body, time) of the customer's last rows and (id, body, time, author) of ours; unread."""

    came: list[tuple[int, str, int]]
    went: tuple[int, str, int, str] | None
    unread: int


@dataclass(frozen=True, slots=True)
class Query:
    """A statement compiled once: its text, and the values that are always the same."""

    text: str
    fixed: dict[str, Any]

    def run(self, db: sqlite3.Connection, **values: Any) -> list[Any]:
        return db.execute(self.text, {**self.fixed, **values}).fetchall()


def _query(statement: Executable) -> Query:
    compiled = statement.compile(dialect=_dialect, compile_kwargs={"render_postcompile": True})  # type: ignore[attr-defined]  # all of ours compile
    return Query(str(compiled), dict(compiled.params))


# --- the list ----------------------------------------------------------------------------------------------------------------
_WAITING, _SNOOZED = _k.state == literal_column("'waiting'"), _k.state == literal_column("'snoozed'")
_WAITS = case((_WAITING, func.coalesce(_k.waiting_since, _k.handed_at, _k.opened_at)), else_=_k.waiting_since)
_RANK = case((_SNOOZED, 2), (_WAITS.is_(None), 1), else_=0)
_SINCE = case((_SNOOZED, func.coalesce(_k.snoozed_until, _k.opened_at)), else_=func.coalesce(_WAITS, _k.opened_at))


_MINE = and_(_k.agent_id == bindparam("agent"), _k.state.in_((literal_column("'agent'"), literal_column("'snoozed'"))))


def _columns(rank: Any, since: Any, row: Any, updated: Any) -> tuple[Any, ...]:
    """In the order of `Row`."""
    topic = case((_k.topic == "", _k.intent), else_=_k.topic)
    who = (_k.id, _k.state, _p.name, _c.channel, _c.language, _k.tone, topic, _WAITS, _k.first_due_at)
    rest = (_k.priority, _k.snoozed_until, _k.escalated_at, _k.reopened, updated)
    return (rank, since, row, _c.id, *who, _k.agent_id, _a.name, *rest)


def _whose(tab: str, everybody: bool) -> ColumnElement[bool]:
    """The condition of a tab. Without `everybody`, other agents' cases are in none."""
    if tab == "mine":
        return _MINE
    if tab == "unassigned":
        return _WAITING
    return LIVE if everybody else or_(_MINE, _WAITING)


def _filtered(names: frozenset[str]) -> list[ColumnElement[bool]]:
    # Not the bare column: its index would read every conversation of a channel to find the few live cases among them.
    columns = {"channel": func.coalesce(_c.channel, ""), "language": _c.language, "tone": _k.tone, "state": _k.state}
    wanted = [column == bindparam(name) for name, column in columns.items() if name in names]
    if "topic" in names:
        wanted.append(or_(_k.topic == bindparam("topic"), and_(_k.topic == "", _k.intent == bindparam("topic"))))
    return wanted


@cache
def cases(tab: str, everybody: bool, names: frozenset[str], after: bool) -> Query:
    """Live cases: those whose customer waits, longest first; then those where we wait; then the snoozed ones, next to wake first."""
    found = (
        # Not the conversation's own time: it lies behind `state`, and all live cases are sorted to show one page of them.
        select(*_columns(_RANK, _SINCE, _k.id, _k.opened_at))
        .join(t.conversations, _c.id == _k.conversation_id)
        .join(t.customers, _p.id == _c.customer_id)
        .join(t.agents, _a.id == _k.agent_id, isouter=True)
        .where(LIVE, _whose(tab, everybody), *_filtered(names))
    )
    if after:
        found = found.where(tuple_(_RANK, _SINCE, _k.id) > tuple_(bindparam("rank"), bindparam("since"), bindparam("row")))
    return _query(found.order_by(_RANK, _SINCE, _k.id).limit(bindparam("limit")))


@cache
def with_bot(names: frozenset[str], after: bool) -> Query:
    """Conversations that the bot has by itself, newest first; `since` and `id` are negative, so that they too grow down the list."""
    found = _with_live_case().where(_c.owner == "bot", _k.id.is_(None), ~_c.address.startswith("erased:"), *_filtered(names))
    if after:
        found = found.where(tuple_(_c.updated_at, _c.id) < tuple_(-bindparam("since"), -bindparam("row")))
    return _query(found.order_by(_c.updated_at.desc(), _c.id.desc()).limit(bindparam("limit")))


@cache
def among(names: frozenset[str], everybody: bool) -> Query:
    """The lines of up to `FOUND` conversations, `id0` and so on: live cases first, then the newest."""
    ids: list[Any] = [bindparam(f"id{n}") for n in range(FOUND)]
    found = _with_live_case().where(_c.id.in_(ids), *_filtered(names))
    if not everybody:
        found = found.where(or_(_k.id.is_(None), _MINE, _WAITING))
    return _query(found.order_by(_k.id.is_(None), _c.updated_at.desc()))


def _with_live_case() -> Select[Any]:
    return (
        select(*_columns(literal_column("0"), -_c.updated_at, -_c.id, _c.updated_at))
        .select_from(t.conversations)
        .join(t.customers, _p.id == _c.customer_id)
        .join(t.cases, and_(_k.conversation_id == _c.id, LIVE), isouter=True)
        .join(t.agents, _a.id == _k.agent_id, isouter=True)
    )


@cache
def counts(everybody: bool) -> Query:
    """(mine, unassigned, all, late, my snoozed) of live cases."""
    reach = ~_SNOOZED if everybody else and_(~_SNOOZED, or_(_MINE, _WAITING))
    late = and_(~_SNOOZED, or_(_MINE, _WAITING), _k.first_reply_at.is_(None), _k.first_due_at < bindparam("now"))
    counted = (and_(_MINE, ~_SNOOZED), _WAITING, reach, late, and_(_MINE, _SNOOZED))
    return _query(select(*(func.coalesce(func.sum(case((each, 1), else_=0)), 0) for each in counted)).where(LIVE))


# --- the last words ----------------------------------------------------------------------------------------------------------
@cache
def _last() -> tuple[Query, Query, Query]:
    i, o, replied = t.inbox.c, t.outbox.c, t.outbox.alias("replied").c
    here, ours = i.conversation_id == bindparam("conversation"), i.platform_id.startswith(_TIMER)
    came = select(i.id, i.body, i.received_at).where(here, ~ours).order_by(i.id.desc()).limit(3)
    went = select(o.id, o.body, o.created_at, o.author).where(o.conversation_id == bindparam("conversation"), o.state != "void")
    # No further back than the case itself: ids of all tables come from one sequence.
    person = (replied.conversation_id == bindparam("conversation"), replied.id > bindparam("case"), replied.author.startswith("agent:"))
    answered = select(replied.id).where(*person).order_by(replied.id.desc()).limit(1).scalar_subquery()
    since = select(i.id).where(here, i.id > func.coalesce(answered, bindparam("case")), ~ours).limit(UNREAD).subquery()
    return _query(came), _query(went.order_by(o.id.desc()).limit(1)), _query(select(func.count()).select_from(since))


def last(db: sqlite3.Connection, row: Row) -> Last:
    """For a line of the list."""
    came, went, unread = _last()
    here = {"conversation": row.conversation}
    sent = went.run(db, **here)
    count = unread.run(db, case=row.case, **here)[0][0] if row.waiting_since is not None else 0
    return Last(came.run(db, **here), sent[0] if sent else None, count)


# --- the search --------------------------------------------------------------------------------------------------------------
@cache
def _search(spellings: int) -> tuple[tuple[Query, ...], tuple[Query, ...]]:
    i, o = t.inbox.c, t.outbox.c

    def like(column: Any) -> ColumnElement[bool]:
        return or_(*(column.like(bindparam(f"like{n}"), escape="\\") for n in range(spellings)))

    named = select(_c.id).join(t.customers, _p.id == _c.customer_id).where(like(_p.name))
    placed = select(_c.id).where(like(_c.address))
    known = select(_k.conversation_id).where(like(_k.summary))
    # No DISTINCT: for it SQLite would read the whole table in the order of another index.
    newest: Any = bindparam("floor")
    came = select(i.conversation_id).where(i.id > newest, like(i.body)).order_by(i.id.desc())
    went = select(o.conversation_id).where(o.id > newest, like(o.body)).order_by(o.id.desc())
    return tuple(_query(each.limit(FOUND)) for each in (named, placed, known)), tuple(
        _query(each.limit(5 * FOUND)) for each in (came, went)
    )


@cache
def _newest() -> tuple[Query, Query]:
    return _query(select(func.max(t.inbox.c.id))), _query(select(func.max(t.outbox.c.id)))


def search(db: sqlite3.Connection, words: str) -> list[int]:
    """Conversations by the customer's name, address, what a handover said (order numbers too), and the newest messages.

    SQLite knows big and small letters of the Latin alphabet only, so other words are looked for as typed, small, and capitalised.
    """
    spellings = dict.fromkeys((words,) if words.isascii() else (words, words.lower(), words.title(), words.capitalize()))
    values: dict[str, Any] = {f"like{n}": f"%{_escaped(each)}%" for n, each in enumerate(spellings)}
    floor = max(query.run(db)[0][0] or 0 for query in _newest()) - NEWEST
    people, messages = _search(len(spellings))
    found: dict[int, None] = {}
    for query in people:
        found.update(dict.fromkeys(row[0] for row in query.run(db, **values)))
    for query in messages:
        found.update(dict.fromkeys(row[0] for row in query.run(db, floor=floor, **values)))
    return list(found)[:FOUND]


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


# --- one conversation --------------------------------------------------------------------------------------------------------
@cache
def _thread(after: bool) -> tuple[Query, Query, Query]:
    i, o, n = t.inbox.c, t.outbox.c, t.notes.c
    came = select(i.id, i.body, i.received_at, i.platform_id).where(~i.platform_id.startswith(_TIMER))
    went = select(o.id, o.body, o.created_at, o.state, o.reason, o.author, o.trace)
    noted = select(n.id, n.text, n.created_at, n.agent_id).where(n.deleted_at.is_(None))
    queries = []
    for statement, table in ((came, i), (went, o), (noted, n)):
        here = statement.where(table.conversation_id == bindparam("conversation"))
        here = here.where(table.id < bindparam("before")) if after else here
        queries.append(_query(here.order_by(table.id.desc()).limit(bindparam("limit"))))
    return queries[0], queries[1], queries[2]


def thread(db: sqlite3.Connection, conversation: int, before: int | None, limit: int) -> tuple[list[Any], list[Any], list[Any]]:
    """Up to `limit` rows of each of inbox, outbox and notes, newest first: (id, body, time, platform id), (id, body, time, state, reason,
    author, trace) and (id, text, time, agent)."""
    values = {"conversation": conversation, "limit": limit} | ({"before": before} if before else {})
    came, went, noted = (query.run(db, **values) for query in _thread(bool(before)))
    return came, went, noted


@cache
def _moves() -> Query:
    a = t.audit.c
    here = and_(a.subject >= bindparam("subject"), a.subject < bindparam("end"))  # with what may stand after it, and by the index
    within = and_(a.at >= bindparam("from"), a.at < bindparam("to"))
    return _query(select(a.id, a.at, a.actor, a.action, a.subject).where(here, within).order_by(a.at, a.id).limit(500))


def moves(db: sqlite3.Connection, conversation: int, start: int, end: int) -> list[tuple[int, int, str, str, str]]:
    """(id, time, actor, action, subject) of the audit log's lines about a conversation."""
    subject = f"conversation:{conversation}"
    return _moves().run(db, subject=subject, end=f"{subject}!", to=end, **{"from": start})


@cache
def _times() -> tuple[Query, ...]:
    tables = ((t.inbox.c, t.inbox.c.received_at), (t.outbox.c, t.outbox.c.created_at), (t.notes.c, t.notes.c.created_at))
    return tuple(_query(select(at).where(table.id == bindparam("row"))) for table, at in tables)


def time_of(db: sqlite3.Connection, row: int) -> int | None:
    """When a line of a conversation was stored; None when there is no such line."""
    return next((found[0][0] for query in _times() if (found := query.run(db, row=row))), None)


@cache
def _names() -> Query:
    return _query(select(_a.id, _a.name))


def names(db: sqlite3.Connection) -> dict[int, str]:
    """Agents' names, those of former ones too."""
    return dict(_names().run(db))


# --- beside it ---------------------------------------------------------------------------------------------------------------
@cache
def _head() -> Query:
    columns = (_c.customer_id, _p.name, _c.language, _c.channel, _c.address, _c.owner, _c.created_at, _c.closed, _c.state)
    return _query(select(*columns).join(t.customers, _p.id == _c.customer_id).where(_c.id == bindparam("conversation")))


def head(db: sqlite3.Connection, conversation: int) -> tuple[Any, ...] | None:
    """(customer, name, language, channel, address, owner, since, closed, state)."""
    found = _head().run(db, conversation=conversation)
    return found[0] if found else None


@cache
def _beside() -> tuple[Query, Query, Query, Query]:
    i, r, n = t.identities.c, t.promises.c, t.notes.c
    theirs = _c.customer_id == bindparam("customer")
    same = and_(_c.channel == i.channel, _c.address == i.address)
    places = select(i.channel, i.address, _c.id, i.created_at).join(t.conversations, same, isouter=True)
    known = (_k.state, _k.topic, _k.intent, _k.reason, _k.opened_at, _k.closed_at, _k.agent_id, _k.reopened)
    rated = (_k.rating, _k.comment, _k.summary)
    every = select(_k.id, _k.conversation_id, _c.channel, *known, *rated).join(t.conversations, _c.id == _k.conversation_id).where(theirs)
    promised = select(r.id, r.conversation_id, r.text, r.owner, r.due_at, r.state, r.made_at).join(
        t.conversations, _c.id == r.conversation_id
    )
    noted = select(n.id, n.conversation_id, n.agent_id, n.text, n.created_at).join(t.conversations, _c.id == n.conversation_id)
    return (
        _query(places.where(i.customer_id == bindparam("customer")).order_by(i.id)),
        _query(every.order_by(_k.id.desc()).limit(20)),
        _query(promised.where(theirs, r.state == "open").order_by(r.due_at).limit(50)),
        _query(noted.where(theirs, n.deleted_at.is_(None)).order_by(n.id.desc()).limit(50)),
    )


def beside(db: sqlite3.Connection, customer: int) -> tuple[list[Any], list[Any], list[Any], list[Any]]:
    """Of a customer, on all channels: (channel, address, conversation, since) of places, then cases, open promises and notes."""
    places, every, promised, noted = (query.run(db, customer=customer) for query in _beside())
    return places, every, promised, noted


@cache
def _message() -> Query:
    o = t.outbox.c
    return _query(select(o.conversation_id, o.trace, o.created_at, o.author).where(o.id == bindparam("message")))


def message(db: sqlite3.Connection, row: int) -> tuple[int, str, int, str] | None:
    """(conversation, trace, time, author) of a message of ours."""
    found = _message().run(db, message=row)
    return found[0] if found else None
