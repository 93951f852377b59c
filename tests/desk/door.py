"""A desk's door for tests: agents with cheap hashes, the real guard, pages and routes, and browsers that knock over real sockets."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pyotp
from aiohttp import ClientResponse, DummyCookieJar, web
from aiohttp.test_utils import TestClient, TestServer

from bot.desk.agents import Agents
from bot.desk.passwords import Passwords
from bot.desk.values import Agent, Changed, Role
from bot.store.store import MEMORY, Store
from connectors.desks.console.entry import entry_routes, pages_of
from connectors.desks.console.session import Guard, session_of
from tests.chat import Clock

PASSWORD = "four words make sense"
OTHER = "a lamp and 3 kettles"
OWNER = "owner@shop.example"
AGENT = "maja@shop.example"
HTML = {"Accept": "text/html"}
Client = TestClient[web.Request, web.Application]


@dataclass
class House:
    store: Store
    agents: Agents
    clock: Clock
    told: list[Changed]

    async def audit(self) -> list[tuple[str, str, str]]:
        """(actor, action, subject), the oldest first."""
        lines, _ = await self.agents.audit_lines(most=1000)
        return [(line.actor, line.action, line.subject) for line in reversed(lines)]

    async def with_totp(self, agent: Agent) -> pyotp.TOTP:
        key, _ = await self.agents.start_totp(agent.id)
        app = pyotp.TOTP(key)
        assert await self.agents.confirm_totp(agent.id, app.at(self.clock.now))
        return app


@asynccontextmanager
async def house(path: str = MEMORY) -> AsyncIterator[House]:
    """A store with an owner and an agent, both with PASSWORD."""
    store, clock, told = await Store.open(path), Clock(), list[Changed]()
    agents = Agents(store, clock, tell=told.append, passwords=Passwords(passes=1, kibibytes=8))
    try:
        await agents.add("Olga", OWNER, Role.OWNER, PASSWORD)
        await agents.add("Maja", AGENT, Role.AGENT, PASSWORD)
        yield House(store, agents, clock, told)
    finally:
        await store.close()


@dataclass
class Browser:
    """Keeps cookies, sends what a browser sends with its own pages, follows nothing by itself."""

    client: Client
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        return str(self.client.make_url("/").origin())

    async def send(
        self, method: str, path: str, data: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
    ) -> ClientResponse:
        sent = HTML | ({"Origin": self.origin} if method != "GET" else {}) | dict(headers or {})
        sent = {name: value for name, value in sent.items() if value}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        response = await self.client.request(method, path, data=data, headers=sent, allow_redirects=False)
        for name, morsel in response.cookies.items():
            self.cookies.pop(name, None)
            if morsel.value:
                self.cookies[name] = morsel.value
        return response

    async def get(self, path: str, **headers: str) -> ClientResponse:
        return await self.send("GET", path, headers=headers)

    async def token(self) -> str:
        page = await (await self.get("/desk/password")).text()
        found = re.search(r'name="csrf" value="([^"]+)"', page)
        assert found is not None, page
        return found[1]

    async def post(self, path: str, **fields: str) -> ClientResponse:
        """A form of ours, with its token."""
        return await self.send("POST", path, {"csrf": await self.token()} | fields)

    async def enter(self, email: str = OWNER, password: str = PASSWORD, **fields: str) -> ClientResponse:
        return await self.send("POST", "/desk/login", {"email": email, "password": password} | fields)


async def hello(request: web.Request) -> web.Response:
    """Stands for any page of the desk."""
    return web.json_response({"name": session_of(request).agent.name})


async def stream(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    await response.write(b"data: 1\n\n")
    return response


async def broken(_: web.Request) -> web.Response:
    raise RuntimeError("on purpose")


async def open_to_all(_: web.Request) -> web.Response:
    return web.Response(text="chat")


@asynccontextmanager
async def served(house: House, *, secure: bool = False) -> AsyncIterator[Client]:
    pages = pages_of("Pine & Kettle")
    guard = Guard(house.agents, pages.refused, secure=secure)
    app = web.Application()
    guard.protect(app)
    app.add_routes(entry_routes(house.agents, pages, guard))
    app.add_routes([web.get("/desk", hello), web.get("/desk/api/list", hello), web.post("/desk/api/say", hello)])
    app.add_routes([web.get("/desk/events", stream), web.get("/desk/broken", broken), web.get("/chat", open_to_all)])
    app.add_routes([web.post("/chat", open_to_all)])
    async with TestClient(TestServer(app), cookie_jar=DummyCookieJar()) as client:
        yield client


JSON = {"Accept": "application/json"}


async def inside(client: Client, email: str = OWNER) -> Browser:
    browser = Browser(client)
    assert (await browser.enter(email)).status == 303
    return browser


def all_routes(desk: House) -> list[tuple[str, str]]:
    """(method, path) of every route around the desk, and of what stands for the desk itself."""
    pages = pages_of("x")
    made = entry_routes(desk.agents, pages, Guard(desk.agents, pages.refused, secure=False))
    found = [(route.method, route.path) for route in made if isinstance(route, web.RouteDef)]
    found += [("GET", "/desk"), ("GET", "/desk/api/list"), ("POST", "/desk/api/say"), ("GET", "/desk/events"), ("GET", "/desk/broken")]
    return [
        (method, re.sub(r"\{id[^/]*(?=/|$)", "1", path).replace("{version}", "0").replace("{name}", "desk.js")) for method, path in found
    ]
