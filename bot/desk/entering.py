"""Entering: password, second step, session; and how often one may try.

Nothing of HTTP here; cookies and forms are the desk's (connectors/desks/console). SQL is `bot/store/agents.py`'s. A secret leaves this
module once, to the one it belongs to, and stands in the store as a digest or a hash (the key of a second step excepted: it has to be read).
Unknown, disabled and wrong are one answer, in words and in time. `agents.py` builds on this.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NoReturn

from bot.desk import totp
from bot.desk.passwords import Passwords
from bot.desk.tries import TooManyTries, Tries
from bot.desk.values import Agent, Changed, NotAllowed, NothingThere, Status
from bot.errors import FrontdeskError
from bot.store import agents as rows
from bot.store.store import Store
from bot.store.upkeep import log
from bot.store.values import micros, moment

WINDOW = timedelta(minutes=15)
TRIES_OF_EMAIL = 5
TRIES_OF_ADDRESS = 20  # an office is behind one address
LONGEST_SESSION = timedelta(days=30)  # however busy
RENEWED = timedelta(minutes=1)  # a session is not written more often than that
TICKET = timedelta(minutes=5)  # between password and code
MOST_TICKETS = 1000


class WrongCredentials(FrontdeskError):
    """E-mail, password or code is wrong; which of them is not said."""


class NeedsCode(FrontdeskError):
    """The password is right and a second step is on. `ticket` stands for the password, for five minutes."""

    def __init__(self, ticket: str) -> None:
        super().__init__("a code is needed")
        self.ticket = ticket


@dataclass(frozen=True, slots=True)
class Session:
    """`secret` is for the cookie and only there when the session has just begun."""

    agent: Agent
    csrf: str = field(repr=False)
    digest: str = field(repr=False)
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class _Ticket:
    agent: int
    password: str  # the hash that was right: a password changed meanwhile ends the ticket
    until: datetime


class Entering:
    """`session` is how long one lasts without being used. `tell` hears of changed agents, with `Changed.agent` their number."""

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
        self._store = store
        self._now = now
        self._idle = session
        self._shop = shop
        self._tell = tell
        self._passwords = passwords or Passwords()
        self._of_email = Tries(TRIES_OF_EMAIL, WINDOW, now)
        self._of_address = Tries(TRIES_OF_ADDRESS, WINDOW, now)
        self._tickets: dict[str, _Ticket] = {}

    # --- entering ----------------------------------------------------------------------------------------------------------------
    async def enter(self, email: str, password: str, code: str | None, ip: str) -> Session:
        """Raises WrongCredentials, TooManyTries, or NeedsCode, whose ticket `enter_code` takes."""
        email = folded(email)
        self._begin(email, ip)
        known = await self._store.read(lambda db: rows.credentials(db, email))
        fits = await self._passwords.fits(known.password if known else None, password)
        if not fits or known is None or known.agent.disabled:
            await self._refuse(email)
        if known.totp and not code:
            self._took(email, ip)
            raise NeedsCode(self._ticket(known))
        if known.totp and not await self._code_fits(known, code or ""):
            await self._refuse(email)
        await self._rehash(known, password)
        return await self._entered(known.agent, ip)

    async def enter_code(self, ticket: str, code: str, ip: str) -> Session:
        """The second step. Raises WrongCredentials, TooManyTries."""
        if not self.holds(ticket):
            raise WrongCredentials
        held = self._tickets[ticket]
        known = await self._credentials(held.agent)
        self._begin(known.agent.email, ip)
        if known.agent.disabled or known.password != held.password or not await self._code_fits(known, code):
            await self._refuse(known.agent.email)
        if self._tickets.pop(ticket, None) is None:
            raise WrongCredentials
        return await self._entered(known.agent, ip)

    def holds(self, ticket: str) -> bool:
        """Whether a ticket of NeedsCode is still good."""
        held = self._tickets.get(ticket)
        return held is not None and held.until > self._now()

    async def begin(self, id: int) -> Session:  # noqa: A002  # the word of all desks
        """A new session for somebody who has just proven who they are."""
        found = await self._credentials(id)
        secret, csrf, at = secrets.token_urlsafe(32), secrets.token_urlsafe(32), self._now()
        digest = _digest(secret)
        await self._store.write(lambda db: rows.add_session(db, digest, id, csrf, micros(at), micros(at + self._idle)))
        return Session(found.agent, csrf, digest, secret)

    async def session(self, secret: str) -> Session | None:
        """The session of a cookie, renewed by being asked for; None when it is over or was none."""
        if not secret or len(secret) > 100:
            return None
        digest, now = _digest(secret), self._now()
        row: rows.SessionRow | None = await self._store.read(lambda db: rows.session(db, digest, micros(now)))
        if row is None:
            return None
        if now - moment(row.seen) >= RENEWED:
            until = min(now + self._idle, moment(row.created) + LONGEST_SESSION)
            await self._store.write(lambda db: rows.renew(db, digest, micros(now), micros(until)))
        return Session(row.agent, row.csrf, digest)

    async def alive(self, session: Session) -> bool:
        """Whether a session still holds, for streams that stay open; being asked does not renew it."""
        return await self._store.read(lambda db: rows.session(db, session.digest, micros(self._now()))) is not None

    async def leave(self, secret: str) -> None:
        """End a session. Who has no other one is away from now on."""
        digest = _digest(secret)

        def job(db: sqlite3.Connection) -> int | None:
            at = micros(self._now())
            who = rows.end_session(db, digest)
            if who is not None:
                log(db, at, f"agent:{who}", "logout", f"agent:{who}")
                if not rows.has_session(db, who, at):
                    rows.save(db, who, status=Status.AWAY.value)
            return who

        who = await self._store.write(job)
        if who is not None:
            self._changed(who)

    async def _entered(self, agent: Agent, ip: str) -> Session:
        session = await self.begin(agent.id)
        await self._log(f"agent:{agent.id}", "login", f"agent:{agent.id}")
        self._of_email.forget(agent.email)
        self._of_address.take_back(ip)
        return session

    async def _refuse(self, email: str) -> NoReturn:
        await self._log("desk", "login failed", _masked(email))
        raise WrongCredentials

    async def _rehash(self, known: rows.Credentials, password: str) -> None:
        """A hash made with yesterday's costs is made anew while the password is at hand."""
        if self._passwords.is_old(known.password):
            stored = await self._passwords.hash(password)
            await self._store.write(lambda db: rows.save(db, known.agent.id, password=stored))

    def _begin(self, email: str, ip: str) -> None:
        self._of_address.begin(ip)
        try:
            self._of_email.begin(email)
        except TooManyTries:
            self._of_address.take_back(ip)
            raise

    def _took(self, email: str, ip: str) -> None:
        self._of_email.take_back(email)
        self._of_address.take_back(ip)

    def _ticket(self, known: rows.Credentials) -> str:
        ticket = secrets.token_urlsafe(32)
        self._tickets[ticket] = _Ticket(known.agent.id, known.password, self._now() + TICKET)
        while len(self._tickets) > MOST_TICKETS:
            self._tickets.pop(next(iter(self._tickets)))
        return ticket

    async def confirm_password(self, id: int, password: str, ip: str) -> None:  # noqa: A002  # the word of all desks
        """Before what a borrowed desk must not do. Counts as entering does. Raises WrongCredentials, TooManyTries."""
        known = await self._credentials(id)
        self._begin(known.agent.email, ip)
        if not await self._passwords.fits(known.password, password):
            await self._log("desk", "login failed", _masked(known.agent.email))
            raise WrongCredentials
        self._took(known.agent.email, ip)

    # --- the second step ---------------------------------------------------------------------------------------------------------
    async def start_totp(self, id: int) -> tuple[str, str]:  # noqa: A002  # the word of all desks
        """A key and its otpauth:// link; the same again until a code confirms it. Raises NotAllowed when a second step is on already."""
        fresh = totp.new_key()

        def job(db: sqlite3.Connection) -> tuple[str, str]:
            known = there(rows.agent(db, id))
            if known.totp:
                raise NotAllowed
            key = rows.offered(db, id)
            if key is None:
                rows.save(db, id, totp=rows.OFFERED + fresh)
            return key or fresh, known.email

        key, email = await self._store.write(job)
        return key, totp.address(key, email, self._shop)

    async def confirm_totp(self, id: int, code: str) -> bool:  # noqa: A002  # the word of all desks
        """Whether the code fits the key of `start_totp`; the second step is on from now."""
        key: str | None = await self._store.read(lambda db: rows.offered(db, id))
        step = totp.step_of(key, code, self._now()) if key else None
        if key is None or step is None:
            return False

        def job(db: sqlite3.Connection) -> bool:
            if rows.offered(db, id) != key:
                return False
            rows.save(db, id, totp=key, totp_used=step)
            log(db, micros(self._now()), actor(id), "second step on", f"agent:{id}")
            return True

        return await self._store.write(job)  # type: ignore[no-any-return]

    async def drop_totp(self, id: int, *, by: int | None = None) -> None:  # noqa: A002  # the word of all desks
        def job(db: sqlite3.Connection) -> None:
            known = there(rows.agent(db, id))
            rows.save(db, id, totp=None, totp_used=None)
            if known.totp:
                log(db, micros(self._now()), actor(id if by is None else by), "second step off", f"agent:{id}")

        await self._store.write(job)

    async def _code_fits(self, known: rows.Credentials, code: str) -> bool:
        """Also uses the code up: between two who send the same one at once, the first wins."""
        step = totp.step_of(known.totp, code, self._now()) if known.totp else None
        return step is not None and await self._store.write(lambda db: rows.use_step(db, known.agent.id, step))

    # --- shared with agents.py ---------------------------------------------------------------------------------------------------
    async def _credentials(self, id: int) -> rows.Credentials:  # noqa: A002  # the word of all desks
        known: rows.Credentials | None = await self._store.read(lambda db: rows.credentials(db, id))
        if known is None:
            raise NothingThere
        return known

    async def _log(self, who: str, action: str, subject: str) -> None:
        await self._store.write(lambda db: log(db, micros(self._now()), who, action, subject))

    def _changed(self, agent: int) -> None:
        self._tell(Changed(0, "agent", id=agent, agent=agent, at=self._now()))


def actor(by: int) -> str:
    """How the audit log names who did something; 0 is the command line."""
    return f"agent:{by}" if by else "command line"


def folded(email: str) -> str:
    return email.strip().casefold()[:200]


def there(found: Agent | None) -> Agent:
    if found is None:
        raise NothingThere
    return found


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _masked(email: str) -> str:
    """Enough to see whose door was tried, too little to be kept about a stranger; a password typed in the wrong field is not shown."""
    name, at, domain = email.partition("@")
    return f"{name[:1]}***@{domain}"[:100] if at else "***"
