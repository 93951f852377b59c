"""Who may enter: the agents, their roles and passwords, and what is written down of them.

How they enter is `entering.py`'s, which this builds on; what goes into a password is `passwords.py`'s. No HTTP and no SQL here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.desk.entering import Entering, NeedsCode, Session, WrongCredentials, actor, folded, there
from bot.desk.passwords import Passwords, WeakPassword, check, one_time
from bot.desk.tries import TooManyTries
from bot.desk.values import Agent, Changed, Role, Settings, Status
from bot.errors import FrontdeskError
from bot.store import agents as rows
from bot.store.store import Store
from bot.store.upkeep import log
from bot.store.values import micros, moment, text_of

__all__ = ["Agents", "AuditLine", "EmailTaken", "LastOwner", "NeedsCode", "Session", "TooManyTries", "WeakPassword", "WrongCredentials"]

FIRST = "owner@localhost"
ONE_LOOK = timedelta(minutes=5)  # within it, looking again is the same look
MOST_LOOKS = 5000
NOBODY = 0
"""Stands for the command line where an agent's number is asked for."""
_List = list[Agent]  # inside the class, `list` is the method


class EmailTaken(FrontdeskError):
    """Another agent has this e-mail."""


class LastOwner(FrontdeskError):
    """Somebody must be left who can manage the agents."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    id: int
    at: datetime
    actor: str
    action: str
    subject: str


class Agents(Entering):
    """The desk's people. `list`, `add`, `change`, ...; `enter`, `session`, `leave` and the second step come from Entering."""

    def __init__(
        self,
        store: Store,
        now: Callable[[], datetime],
        *,
        session: timedelta = timedelta(hours=12),
        shop: str = "Frontdesk",
        tell: Callable[[Changed], None] = lambda _: None,
        passwords: Passwords | None = None,
    ) -> None:
        super().__init__(store, now, session=session, shop=shop, tell=tell, passwords=passwords)
        self._looks: dict[tuple[int, str], datetime] = {}

    # --- who there is ------------------------------------------------------------------------------------------------------------
    async def list(self) -> _List:
        """All, disabled ones too, the oldest first."""
        return await self._store.read(rows.all_agents)  # type: ignore[no-any-return]

    async def get(self, id: int) -> Agent | None:  # noqa: A002  # the word of all desks
        return await self._store.read(lambda db: rows.agent(db, id))  # type: ignore[no-any-return]

    async def find(self, email: str) -> Agent | None:
        return await self._store.read(lambda db: rows.agent_of(db, folded(email)))  # type: ignore[no-any-return]

    async def add(
        self, name: str, email: str, role: Role = Role.AGENT, password: str | None = None, *, by: int = NOBODY
    ) -> tuple[Agent, str | None]:
        """The agent, and the one-time password when none was given.

        Raises EmailTaken, WeakPassword, and FrontdeskError for a bad name or e-mail.
        """
        name, email = _name(name), _address(email)
        if password is not None:
            check(password, email)
        once = one_time() if password is None else None
        stored = await self._passwords.hash(password or once or "")

        def job(db: sqlite3.Connection) -> Agent:
            if rows.agent_of(db, email) is not None:
                raise EmailTaken(f"there is an agent with the e-mail {email}")
            at = micros(self._now())
            fresh = rows.add(db, name, email, role, stored, must_change=once is not None, at=at)
            log(db, at, actor(by), "agent added", f"agent:{fresh.id} {role.value}")
            return fresh

        fresh: Agent = await self._store.write(job)
        self._changed(fresh.id)
        return fresh, once

    async def first_owner(self) -> str | None:
        """The one-time password of a first owner, made when there is no agent at all; None ever after."""
        if await self._store.read(rows.anybody):
            return None
        once = one_time()
        stored = await self._passwords.hash(once)

        def job(db: sqlite3.Connection) -> bool:
            if rows.anybody(db):
                return False
            at = micros(self._now())
            fresh = rows.add(db, "Owner", FIRST, Role.OWNER, stored, must_change=True, at=at)
            log(db, at, "frontdesk", "agent added", f"agent:{fresh.id} {Role.OWNER.value}")
            return True

        return once if await self._store.write(job) else None

    async def change(
        self,
        id: int,  # noqa: A002  # the word of all desks
        *,
        name: str | None = None,
        email: str | None = None,
        role: Role | None = None,
        settings: Settings | None = None,
        status: Status | None = None,
        by: int = NOBODY,
    ) -> Agent:
        """None leaves a thing as it is. Name, e-mail and role are written into the audit log.

        Raises NothingThere, LastOwner, EmailTaken.
        """
        columns: dict[str, Any] = {}
        if name is not None:
            columns["name"] = _name(name)
        if email is not None:
            columns["email"] = _address(email)
        if role is not None:
            columns["role"] = role.value
        if settings is not None:
            columns["settings"] = text_of(settings)
        if status is not None:
            columns["status"] = status.value

        def job(db: sqlite3.Connection) -> Agent:
            before = there(rows.agent(db, id))
            if role not in (None, Role.OWNER) and before.role is Role.OWNER:
                _other_owner(db, before)
            same = rows.agent_of(db, columns.get("email", ""))
            if same is not None and same.id != id:
                raise EmailTaken(f"there is an agent with the e-mail {same.email}")
            if columns:
                rows.save(db, id, **columns)
            after = there(rows.agent(db, id))
            told = [what for what, old, new in _compared(before, after) if old != new]
            if told:
                role_now = f" {after.role.value}" if after.role is not before.role else ""
                log(db, micros(self._now()), actor(by), "agent changed", f"agent:{id} {' '.join(told)}{role_now}")
            return after

        after: Agent = await self._store.write(job)
        self._changed(id)
        return after

    async def disable(self, email: str, *, by: int = NOBODY) -> Agent:
        """They are out at once and cannot enter again; what they said keeps their name. Raises NothingThere, LastOwner."""

        def job(db: sqlite3.Connection) -> Agent:
            known = there(rows.agent_of(db, folded(email)))
            if not known.disabled:
                _other_owner(db, known)
                at = micros(self._now())
                rows.save(db, known.id, disabled_at=at, status=Status.AWAY.value)
                rows.end_sessions(db, known.id)
                log(db, at, actor(by), "agent disabled", f"agent:{known.id}")
            return there(rows.agent(db, known.id))

        out: Agent = await self._store.write(job)
        self._changed(out.id)
        return out

    async def enable(self, id: int, *, by: int = NOBODY) -> Agent:  # noqa: A002  # the word of all desks
        def job(db: sqlite3.Connection) -> Agent:
            known = there(rows.agent(db, id))
            if known.disabled:
                rows.save(db, id, disabled_at=None)
                log(db, micros(self._now()), actor(by), "agent enabled", f"agent:{id}")
            return there(rows.agent(db, id))

        back: Agent = await self._store.write(job)
        self._changed(id)
        return back

    # --- passwords ---------------------------------------------------------------------------------------------------------------
    async def set_password(self, id: int, new: str, *, by: int | None = None) -> None:  # noqa: A002  # the word of all desks
        """Raises WeakPassword. All their sessions end; whoever is at the desk needs a new one (`begin`)."""
        known = await self._credentials(id)
        check(new, known.agent.email)
        if await self._passwords.fits(known.password, new):
            raise WeakPassword("old")
        await self._save_password(known.agent, await self._passwords.hash(new), False, "password changed", id if by is None else by)

    async def reset_password(self, id: int, *, by: int = NOBODY) -> str:  # noqa: A002  # the word of all desks
        """A new one-time password; all their sessions end. The second step stays (`drop_totp`)."""
        known, once = await self._credentials(id), one_time()
        await self._save_password(known.agent, await self._passwords.hash(once), True, "password reset", by)
        self._of_email.forget(known.agent.email)
        return once

    async def _save_password(self, agent: Agent, stored: str, must_change: bool, action: str, by: int) -> None:
        def job(db: sqlite3.Connection) -> None:
            rows.save(db, agent.id, password=stored, must_change=int(must_change))
            rows.end_sessions(db, agent.id)
            log(db, micros(self._now()), actor(by), action, f"agent:{agent.id}")

        await self._store.write(job)

    # --- the audit log -----------------------------------------------------------------------------------------------------------
    async def audit(self, agent_id: int, action: str, subject: str) -> None:
        """A line of the audit log. Looks ("look") at the same subject within five minutes are one line."""
        at = self._now()
        if action == "look":
            seen = self._looks.get((agent_id, subject))
            if seen is not None and at - seen < ONE_LOOK:
                return
            self._looks.pop((agent_id, subject), None)
            self._looks[agent_id, subject] = at
            while len(self._looks) > MOST_LOOKS:
                self._looks.pop(next(iter(self._looks)))
        await self._log(actor(agent_id), action[:40], subject[:200])

    async def audit_lines(
        self, before: int | None = None, *, agent: int | None = None, most: int = 50
    ) -> tuple[tuple[AuditLine, ...], int | None]:
        """A page of the log, the newest first, and where the next one begins (None: there is none)."""
        who = None if agent is None else actor(agent)
        found = await self._store.read(lambda db: rows.audit_lines(db, before, who, most + 1))
        lines = tuple(AuditLine(i, moment(at), name, action, subject) for i, at, name, action, subject in found[:most])
        return lines, lines[-1].id if len(found) > most else None


def _other_owner(db: sqlite3.Connection, agent: Agent) -> None:
    if agent.role is Role.OWNER and not agent.disabled and not rows.other_owners(db, agent.id):
        raise LastOwner("nobody else is an owner; make somebody one first")


def _compared(before: Agent, after: Agent) -> Iterator[tuple[str, object, object]]:
    yield "name", before.name, after.name
    yield "e-mail", before.email, after.email
    yield "role", before.role, after.role


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not 1 <= len(name) <= 100:
        raise FrontdeskError("a name has 1 to 100 letters")
    return name


def _address(email: str) -> str:
    email = folded(email)
    name, at, domain = email.partition("@")
    if not (name and at and domain) or "@" in domain or any(letter.isspace() or not letter.isprintable() for letter in email):
        raise FrontdeskError(f"{email!r} is no e-mail")
    return email
