"""The guard of /desk: nothing under it is answered without a session, but what OPEN names. New pages need not remember anything.

Theory. Three locks on everything that is not a mere look: the request comes from our own page (Sec-Fetch-Site, else Origin), the cookie is
of a session (SameSite=Strict besides), and the session's CSRF token comes along, in a header (fetch) or a field (forms). The cookie holds
256 random bits and is only ever made here; one that a browser brings along and is no session opens nothing.
Whoever is guarded asks `session_of(request)`; `only` asks for a role. Neighbours: `headers.py`; sessions are `bot/desk/entering.py`'s.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from html import escape
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.desk.agents import Agents, Session
from bot.desk.values import Role
from connectors.desks.console import headers
from connectors.desks.console.headers import ROOT, is_desk

LOGIN = f"{ROOT}/login"
CODE = f"{ROOT}/login/code"
LOGOUT = f"{ROOT}/logout"
PASSWORD = f"{ROOT}/password"
STATIC = f"{ROOT}/static"
CSRF_HEADER = "X-CSRF-Token"
CSRF_FIELD = "csrf"
OPEN = frozenset({("GET", LOGIN), ("HEAD", LOGIN), ("POST", LOGIN), ("GET", CODE), ("POST", CODE)})
OPEN_STATIC = frozenset({"entry.css", "icon.svg"})
"""What the login page is drawn with; everything else of the desk's own is for agents."""
WITH_OLD_PASSWORD = frozenset({PASSWORD, LOGOUT})
"""What a session with a one-time password reaches."""
SESSION = web.RequestKey("session", Session)
_RANKS = {Role.AGENT: 0, Role.LEAD: 1, Role.OWNER: 2}
_LOOKS = ("GET", "HEAD")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Refusal = Callable[[web.Request, str], web.Response]


class Guard:
    """`refused` makes the 403 for a reason: origin, csrf, password or role.

    `secure`: the desk is reached by https, so its cookie is for https alone and bound to this host (`__Host-`).
    """

    def __init__(self, agents: Agents, refused: Refusal, *, secure: bool) -> None:
        self._agents = agents
        self._refused = refused
        self._secure = secure
        self.cookie = "__Host-desk" if secure else "desk"

    def protect(self, app: web.Application) -> None:
        """Before the application starts. What is not under /desk is left alone."""
        app.middlewares.append(self.middleware)
        app.on_response_prepare.append(headers.put)

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not is_desk(request):
            return await handler(request)
        looks = request.method in _LOOKS
        if not looks and not is_own(request):
            return self._refused(request, "origin")
        if (request.method, request.path) in OPEN or (looks and _open_static(request.path)):
            return await handler(request)
        session = await self._agents.session(request.cookies.get(self.cookie, ""))
        if session is None:
            return _to_login(request)
        request[SESSION] = session
        if not looks and not await _has_token(request, session):
            return self._refused(request, "csrf")
        if session.agent.must_change and request.path not in WITH_OLD_PASSWORD:
            if looks and is_page(request):
                return web.Response(status=303, headers={"Location": PASSWORD})
            return self._refused(request, "password")
        return await handler(request)

    def give(self, response: web.StreamResponse, secret: str) -> None:
        """The cookie of a session that has just begun. It ends with the browser; how long the session lasts is the store's to say."""
        response.set_cookie(self.cookie, secret, path="/", httponly=True, samesite="Strict", secure=self._secure)

    def take(self, response: web.StreamResponse) -> None:
        response.del_cookie(self.cookie, path="/", httponly=True, samesite="Strict", secure=self._secure)

    def secret(self, request: web.Request) -> str:
        return request.cookies.get(self.cookie, "")

    def only(self, role: Role, handler: Handler) -> Handler:
        """The handler for agents of this role or above; others get 403, and a line in the audit log."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            agent = session_of(request).agent
            if not reaches(agent.role, role):
                await self._agents.audit(agent.id, "refused", f"{request.method} {request.path}")
                return self._refused(request, "role")
            return await handler(request)

        return guarded


def session_of(request: web.Request) -> Session:
    """The session the guard found. Raises KeyError where no guard stands."""
    return request[SESSION]


def reaches(has: Role, needs: Role) -> bool:
    return _RANKS[has] >= _RANKS[needs]


def is_own(request: web.Request) -> bool:
    """Whether a page of ours sent this. A browser that says nothing is no browser of ours."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin", "")
    return bool(origin) and urlsplit(origin).netloc.lower() == request.host.lower()


def address_of(request: web.Request) -> str:
    """Whose tries are counted together."""
    return network(request.remote or "", request.headers.get("X-Forwarded-For", ""))


def network(remote: str, forwarded: str) -> str:
    """An address, or an IPv6 network of 64 bits.

    A proxy beside us names its client last in X-Forwarded-For; from elsewhere that header is anybody's and counts for nothing.
    """
    client = _ip(remote)
    if client is not None and client.is_private:
        client = _ip(forwarded.rpartition(",")[2].strip()) or client
    if isinstance(client, IPv6Address):
        client = client.ipv4_mapped or IPv6Address(int(client) >> 64 << 64)
    return str(client or "")


def next_of(path: str) -> str:
    """Where to go after the login: a path of the desk, whatever was asked for."""
    fine = path == ROOT or path.startswith((f"{ROOT}/", f"{ROOT}?"))
    return path if fine and path.isprintable() and "\\" not in path and not path.startswith((LOGIN, LOGOUT)) else ROOT


def is_page(request: web.Request) -> bool:
    """Whether a person waits for a page, and not a script for data."""
    return "text/html" in request.headers.get("Accept", "") and not request.path.startswith(f"{ROOT}/api/")


def _to_login(request: web.Request) -> web.Response:
    if not is_page(request):
        return web.json_response({"error": "session"}, status=401)
    if request.method not in _LOOKS:
        return web.Response(status=303, headers={"Location": LOGIN})
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        # A link from a mail or a messenger: the browser keeps a strict cookie back. From a page of ours it brings it along.
        again = escape(request.raw_path)
        return web.Response(text=f'<!doctype html><meta http-equiv="refresh" content="0;url={again}">', content_type="text/html")
    wanted = next_of(request.raw_path)
    return web.Response(status=303, headers={"Location": LOGIN if wanted == ROOT else f"{LOGIN}?next={quote(wanted, safe='/')}"})


def _open_static(path: str) -> bool:
    return path.startswith(f"{STATIC}/") and path.rpartition("/")[2] in OPEN_STATIC


async def _has_token(request: web.Request, session: Session) -> bool:
    token = request.headers.get(CSRF_HEADER)
    if token is None and request.content_type == "application/x-www-form-urlencoded":
        token = str((await request.post()).get(CSRF_FIELD, ""))
    return token is not None and hmac.compare_digest(token.encode("utf-8", "replace"), session.csrf.encode())


def _ip(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
