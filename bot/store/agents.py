"""The rows of agents, their sessions, and the audit log as it is read.

Functions of an open connection, run inside a lane's transaction. Hashes, secrets and codes come here ready-made; no rule but those that
only a transaction can keep: an e-mail belongs to one agent, a code works once, and one owner is left.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import delete, func, insert, or_, select, update

from bot.desk.values import Agent, Role, Settings, Status
from bot.store import schema as t
from bot.store.upkeep import run
from bot.store.values import text_of

OFFERED = "?"
"""Before the key of a second step that is not confirmed yet."""

_a, _s = t.agents.c, t.sessions.c
_AGENT = (_a.id, _a.name, _a.email, _a.role, _a.status, _a.settings, _a.must_change, _a.totp, _a.disabled_at)
_settings = msgspec.json.Decoder(Settings).decode


@dataclass(frozen=True, slots=True)
class Credentials:
    """What entering is compared with. `totp` is the confirmed key."""

    agent: Agent
    password: str
    totp: str | None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """Times in the store's microseconds."""

    agent: Agent
    csrf: str
    created: int
    seen: int


def all_agents(db: sqlite3.Connection) -> list[Agent]:
    return [_agent(row) for row in run(db, select(*_AGENT).order_by(_a.id))]


def agent(db: sqlite3.Connection, number: int) -> Agent | None:
    row = run(db, select(*_AGENT).where(_a.id == number)).fetchone()
    return _agent(row) if row else None


def agent_of(db: sqlite3.Connection, email: str) -> Agent | None:
    row = run(db, select(*_AGENT).where(_a.email == email)).fetchone()
    return _agent(row) if row else None


def credentials(db: sqlite3.Connection, who: str | int) -> Credentials | None:
    """By e-mail or number."""
    wanted = _a.email == who if isinstance(who, str) else _a.id == who
    row = run(db, select(*_AGENT, _a.password).where(wanted)).fetchone()
    if row is None:
        return None
    found = _agent(row)
    return Credentials(found, row[-1], row[7] if found.totp else None)


def anybody(db: sqlite3.Connection) -> bool:
    return run(db, select(_a.id).limit(1)).fetchone() is not None


def other_owners(db: sqlite3.Connection, number: int) -> bool:
    """Whether an owner who may enter is left without this one."""
    others = select(_a.id).where(_a.role == Role.OWNER.value, _a.disabled_at.is_(None), _a.id != number)
    return run(db, others.limit(1)).fetchone() is not None


def add(db: sqlite3.Connection, name: str, email: str, role: Role, password: str, *, must_change: bool, at: int) -> Agent:
    """Numbers are small and from the table itself: they stand in owners and authors, and are never used again, for no row goes."""
    number = (run(db, select(func.max(_a.id))).fetchone()[0] or 0) + 1
    fresh = Agent(number, name, email, role, must_change=must_change)
    run(
        db,
        insert(t.agents).values(
            id=number,
            name=name,
            email=email,
            password=password,
            must_change=int(must_change),
            role=role.value,
            status=fresh.status.value,
            settings=text_of(fresh.settings),
            created_at=at,
        ),
    )
    return fresh


def save(db: sqlite3.Connection, number: int, **columns: Any) -> None:
    run(db, update(t.agents).where(_a.id == number).values(**columns))


def offered(db: sqlite3.Connection, number: int) -> str | None:
    """The key of a second step that waits for its first code."""
    row = run(db, select(_a.totp).where(_a.id == number)).fetchone()
    return row[0].removeprefix(OFFERED) if row and row[0] and row[0].startswith(OFFERED) else None


def use_step(db: sqlite3.Connection, number: int, step: int) -> bool:
    """Whether this time step's code was still unused; it is used now."""
    unused = update(t.agents).where(_a.id == number, or_(_a.totp_used.is_(None), _a.totp_used < step))
    return run(db, unused.values(totp_used=step)).rowcount == 1


# --- sessions --------------------------------------------------------------------------------------------------------------------
def add_session(db: sqlite3.Connection, digest: str, number: int, csrf: str, at: int, until: int) -> None:
    run(db, delete(t.sessions).where(_s.expires_at <= at))  # the old ones go when a new one comes
    run(db, insert(t.sessions).values(digest=digest, agent_id=number, csrf=csrf, created_at=at, seen_at=at, expires_at=until))


def session(db: sqlite3.Connection, digest: str, now: int) -> SessionRow | None:
    """A session that is good now, of an agent who may enter."""
    good = select(*_AGENT, _s.csrf, _s.created_at, _s.seen_at).join(t.sessions, _s.agent_id == _a.id)
    row = run(db, good.where(_s.digest == digest, _s.expires_at > now, _a.disabled_at.is_(None))).fetchone()
    return SessionRow(_agent(row), *row[len(_AGENT) :]) if row else None


def renew(db: sqlite3.Connection, digest: str, at: int, until: int) -> None:
    run(db, update(t.sessions).where(_s.digest == digest).values(seen_at=at, expires_at=until))


def end_session(db: sqlite3.Connection, digest: str) -> int | None:
    """Whose it was."""
    row = run(db, select(_s.agent_id).where(_s.digest == digest)).fetchone()
    run(db, delete(t.sessions).where(_s.digest == digest))
    return int(row[0]) if row else None


def end_sessions(db: sqlite3.Connection, number: int) -> None:
    run(db, delete(t.sessions).where(_s.agent_id == number))


def has_session(db: sqlite3.Connection, number: int, now: int) -> bool:
    return run(db, select(_s.digest).where(_s.agent_id == number, _s.expires_at > now).limit(1)).fetchone() is not None


# --- the audit log ---------------------------------------------------------------------------------------------------------------
def audit_lines(db: sqlite3.Connection, before: int | None, actor: str | None, most: int) -> list[tuple[int, int, str, str, str]]:
    """(id, at, actor, action, subject), the newest first, below an id."""
    c = t.audit.c
    lines = select(c.id, c.at, c.actor, c.action, c.subject).order_by(c.id.desc()).limit(most)
    if before is not None:
        lines = lines.where(c.id < before)
    if actor is not None:
        lines = lines.where(c.actor == actor)
    return run(db, lines).fetchall()


def _agent(row: Any) -> Agent:
    number, name, email, role, status, settings, must_change, totp, disabled = row[:9]
    confirmed = bool(totp) and not totp.startswith(OFFERED)
    return Agent(
        number, name, email, Role(role), Status(status), _settings_of(settings), bool(must_change), confirmed, disabled is not None
    )


def _settings_of(stored: str) -> Settings:
    """Unreadable settings must lock nobody out."""
    try:
        return _settings(stored)
    except msgspec.MsgspecError:
        return Settings()
