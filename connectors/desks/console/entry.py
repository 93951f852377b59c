"""In and out: login, second step, logout, and the password that must be changed first. Their routes, and all routes around the desk.

Pages made on the server, forms without a script. What a form says is never shown again but the e-mail. Rules and rates are
`bot/desk/entering.py`'s; profile, agents and audit log have their own files.
"""

from __future__ import annotations

import math
from typing import Any

from aiohttp import web

from bot.desk.agents import Agents, NeedsCode, Session, TooManyTries, WeakPassword, WrongCredentials
from connectors.desks.console.audit import audit_routes
from connectors.desks.console.entry_words import WORDS
from connectors.desks.console.headers import ROOT
from connectors.desks.console.pages import Pages, language_of
from connectors.desks.console.profile import profile_routes
from connectors.desks.console.session import CODE, LOGIN, LOGOUT, PASSWORD, Guard, address_of, next_of, session_of
from connectors.desks.console.staff import staff_routes


def pages_of(shop: str) -> Pages:
    """The templates and static files of the whole desk, with the words of the pages around it."""
    return Pages(shop, WORDS)


def entry_routes(agents: Agents, pages: Pages, guard: Guard) -> list[web.RouteDef]:
    """Everything around the desk, static files included. `guard.protect(app)` must stand before them."""
    entry = _Entry(agents, pages, guard)
    return [
        *pages.routes(),
        web.get(LOGIN, entry.door),
        web.post(LOGIN, entry.enter),
        web.get(CODE, entry.no_code),
        web.post(CODE, entry.enter_code),
        web.post(LOGOUT, entry.leave),
        web.get(PASSWORD, entry.ask_password),
        web.post(PASSWORD, entry.set_password),
        *profile_routes(agents, pages),
        *staff_routes(agents, pages, guard),
        *audit_routes(agents, pages, guard),
    ]


class _Entry:
    def __init__(self, agents: Agents, pages: Pages, guard: Guard) -> None:
        self._agents = agents
        self._pages = pages
        self._guard = guard

    async def door(self, request: web.Request) -> web.Response:
        wanted = next_of(request.query.get("next", ROOT))
        if await self._agents.session(self._guard.secret(request)) is not None:
            raise web.HTTPSeeOther(wanted)
        return self._login(request, wanted)

    async def enter(self, request: web.Request) -> web.Response:
        form = await request.post()
        wanted, email = next_of(str(form.get("next", ""))), str(form.get("email", ""))[:200]
        try:
            session = await self._agents.enter(email, str(form.get("password", "")), None, address_of(request))
        except NeedsCode as needed:
            return self._code(request, wanted, needed.ticket)
        except WrongCredentials:
            return self._login(request, wanted, email=email, error=_say(request, "wrong"), status=401)
        except TooManyTries as many:
            return self._login(request, wanted, email=email, error=_wait(request, many), status=429, retry=many)
        return await self._in(request, session, wanted)

    async def no_code(self, request: web.Request) -> web.Response:
        """Somebody reloads the page of the second step: its ticket is gone."""
        raise web.HTTPSeeOther(LOGIN)

    async def enter_code(self, request: web.Request) -> web.Response:
        form = await request.post()
        wanted, ticket = next_of(str(form.get("next", ""))), str(form.get("ticket", ""))
        try:
            session = await self._agents.enter_code(ticket, str(form.get("code", "")), address_of(request))
        except WrongCredentials:
            if not self._agents.holds(ticket):
                return self._login(request, wanted, error=_say(request, "expired"), status=401)
            return self._code(request, wanted, ticket, error=_say(request, "wrong_code"), status=401)
        except TooManyTries as many:
            return self._code(request, wanted, ticket, error=_wait(request, many), status=429, retry=many)
        return await self._in(request, session, wanted)

    async def leave(self, request: web.Request) -> web.Response:
        await self._agents.leave(self._guard.secret(request))
        response = _to(LOGIN)
        self._guard.take(response)
        return response

    async def ask_password(self, request: web.Request) -> web.Response:
        return self._pages.html(request, "password.html", error="")

    async def set_password(self, request: web.Request) -> web.Response:
        form, agent = await request.post(), session_of(request).agent
        new = str(form.get("new", ""))
        try:
            if not agent.must_change:
                await self._agents.confirm_password(agent.id, str(form.get("old", "")), address_of(request))
            if new != str(form.get("again", "")):
                return self._refuse_password(request, "password_differs")
            await self._agents.set_password(agent.id, new)
        except WrongCredentials:
            return self._refuse_password(request, "password_wrong")
        except TooManyTries as many:
            return self._pages.html(request, "password.html", status=429, error=_wait(request, many))
        except WeakPassword as weak:
            return self._refuse_password(request, f"password_{weak.reason}")
        # All sessions are over, this one too: who has just proven themselves gets a new one.
        response = _to(ROOT if agent.must_change else f"{ROOT}/profile?done=password_changed")
        self._guard.give(response, (await self._agents.begin(agent.id)).secret)
        return response

    def _refuse_password(self, request: web.Request, why: str) -> web.Response:
        return self._pages.html(request, "password.html", status=422, error=_say(request, why))

    def _login(self, request: web.Request, wanted: str, *, email: str = "", error: str = "", **more: Any) -> web.Response:
        return self._told(request, "login.html", next=wanted, email=email, error=error, **more)

    def _code(self, request: web.Request, wanted: str, ticket: str, *, error: str = "", **more: Any) -> web.Response:
        return self._told(request, "code.html", next=wanted, ticket=ticket, error=error, **more)

    def _told(
        self, request: web.Request, page: str, *, status: int = 200, retry: TooManyTries | None = None, **values: str
    ) -> web.Response:
        response = self._pages.html(request, page, status=status, **values)
        if retry is not None:
            response.headers["Retry-After"] = str(retry.retry_after)
        return response

    async def _in(self, request: web.Request, session: Session, wanted: str) -> web.Response:
        old = self._guard.secret(request)
        if old:  # somebody else's, or one planted: it does not stay open behind the new one
            await self._agents.leave(old)
        response = _to(wanted)
        self._guard.give(response, session.secret)
        return response


def _to(path: str) -> web.Response:
    return web.Response(status=303, headers={"Location": path})


def _say(request: web.Request, key: str) -> str:
    return WORDS[language_of(request)][key]


def _wait(request: web.Request, many: TooManyTries) -> str:
    return _say(request, "too_many").replace("{minutes}", str(math.ceil(many.retry_after / 60)))
