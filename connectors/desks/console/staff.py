"""The owner's page of agents: who there is, adding, roles and what they are asked, disabling, a new one-time password."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import Any

from aiohttp import web

from bot.desk.agents import Agents, EmailTaken, LastOwner
from bot.desk.values import Agent, NothingThere, Role, Settings
from bot.errors import FrontdeskError
from connectors.desks.console.entry_words import WORDS
from connectors.desks.console.headers import ROOT
from connectors.desks.console.pages import NAMES, Pages, language_of
from connectors.desks.console.session import Guard, session_of
from connectors.desks.console.topic_words import TOPICS
from intents.understanding import LANGUAGES

STAFF = f"{ROOT}/agents"
_ONE = f"{STAFF}/{{id:[0-9]{{1,18}}}}"


def staff_routes(agents: Agents, pages: Pages, guard: Guard) -> list[web.RouteDef]:
    staff = _Staff(agents, pages)
    return [
        web.get(STAFF, guard.only(Role.OWNER, staff.page)),
        web.post(STAFF, guard.only(Role.OWNER, staff.add)),
        web.get(_ONE, guard.only(Role.OWNER, staff.one)),
        web.post(_ONE, guard.only(Role.OWNER, staff.save)),
        web.post(f"{_ONE}/reset", guard.only(Role.OWNER, staff.reset)),
        web.post(f"{_ONE}/totp", guard.only(Role.OWNER, staff.drop_totp)),
        web.post(f"{_ONE}/disable", guard.only(Role.OWNER, staff.disable)),
        web.post(f"{_ONE}/enable", guard.only(Role.OWNER, staff.enable)),
    ]


class _Staff:
    def __init__(self, agents: Agents, pages: Pages) -> None:
        self._agents = agents
        self._pages = pages

    async def page(self, request: web.Request) -> web.Response:
        return await self._all(request)

    async def add(self, request: web.Request) -> web.Response:
        form = await request.post()
        try:
            role = _role(str(form.get("role", "")))
            fresh, once = await self._agents.add(str(form.get("name", "")), str(form.get("email", "")), role, by=_me(request))
        except FrontdeskError as error:
            return await self._all(request, error=_why(request, error))
        return await self._all(request, whose=fresh.name, password=once or "")

    async def one(self, request: web.Request) -> web.Response:
        return self._one(request, await self._agent(request))

    async def save(self, request: web.Request) -> web.Response:
        form, agent = await request.post(), await self._agent(request)
        topics = tuple(topic for topic in TOPICS if topic in form.getall("topics", []))
        spoken = tuple(language for language in NAMES if language in form.getall("languages", []))
        settings = replace(agent.settings, languages=spoken, topics=topics, most=_most(str(form.get("most", "")), agent.settings))
        try:
            name, email, role = (str(form.get(field, "")) for field in ("name", "email", "role"))
            await self._agents.change(agent.id, name=name, email=email, role=_role(role), settings=settings, by=_me(request))
        except FrontdeskError as error:
            return self._one(request, agent, error=_why(request, error))
        return _to(agent, "?done=saved")

    async def reset(self, request: web.Request) -> web.Response:
        agent = await self._agent(request)
        return await self._all(request, whose=agent.name, password=await self._agents.reset_password(agent.id, by=_me(request)))

    async def drop_totp(self, request: web.Request) -> web.Response:
        agent = await self._agent(request)
        await self._agents.drop_totp(agent.id, by=_me(request))
        return _to(agent, "?done=totp_off")

    async def disable(self, request: web.Request) -> web.Response:
        agent = await self._agent(request)
        try:
            await self._agents.disable(agent.email, by=_me(request))
        except LastOwner as error:
            return self._one(request, agent, error=_why(request, error))
        return _to(agent)

    async def enable(self, request: web.Request) -> web.Response:
        agent = await self._agent(request)
        await self._agents.enable(agent.id, by=_me(request))
        return _to(agent)

    async def _agent(self, request: web.Request) -> Agent:
        with contextlib.suppress(NothingThere):
            found = await self._agents.get(int(request.match_info["id"]))
            if found is not None:
                return found
        raise web.HTTPNotFound

    async def _all(self, request: web.Request, *, error: str = "", **values: str) -> web.Response:
        page: dict[str, Any] = {"here": "agents", "agents": await self._agents.list(), "roles": list(Role), "error": error, "done": ""}
        return self._pages.html(request, "agents.html", status=422 if error else 200, **({"whose": "", "password": ""} | page | values))

    def _one(self, request: web.Request, agent: Agent, *, error: str = "") -> web.Response:
        done = request.query.get("done", "")
        told = WORDS[language_of(request)][done] if done in ("saved", "totp_off") and not error else ""
        place = LANGUAGES.index(language_of(request))
        topics = sorted(((key, names[place]) for key, names in TOPICS.items()), key=lambda one: one[1].casefold())
        page: dict[str, Any] = {
            "here": "agents",
            "narrow": True,
            "agent": agent,
            "topics": topics,
            "roles": list(Role),
            "error": error,
            "done": told,
        }
        return self._pages.html(request, "agent.html", status=422 if error else 200, **page)


def _me(request: web.Request) -> int:
    return session_of(request).agent.id


def _role(said: str) -> Role:
    try:
        return Role(said)
    except ValueError:
        raise FrontdeskError(f"no role {said!r}") from None


def _most(said: str, before: Settings) -> int:
    return min(max(int(said), 1), 100) if said.isascii() and said.isdigit() and len(said) < 10 else before.most


def _why(request: web.Request, error: FrontdeskError) -> str:
    key = {EmailTaken: "email_taken", LastOwner: "last_owner"}.get(type(error), "bad_entry")
    return WORDS[language_of(request)][key]


def _to(agent: Agent, query: str = "") -> web.Response:
    return web.Response(status=303, headers={"Location": f"{STAFF}/{agent.id}{query}"})
