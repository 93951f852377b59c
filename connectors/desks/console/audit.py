"""The owner's page of the audit log: who did and looked at what, the newest first, paged."""

from __future__ import annotations

from aiohttp import web

from bot.desk.agents import Agents
from bot.desk.values import Role
from connectors.desks.console.headers import ROOT
from connectors.desks.console.pages import Pages
from connectors.desks.console.session import Guard

AUDIT = f"{ROOT}/audit"
PAGE = 100


def audit_routes(agents: Agents, pages: Pages, guard: Guard) -> list[web.RouteDef]:
    async def page(request: web.Request) -> web.Response:
        before, chosen = _number(request.query.get("before", "")), _number(request.query.get("agent", ""))
        lines, following = await agents.audit_lines(before, agent=chosen, most=PAGE)
        known = await agents.list()
        names = {f"agent:{agent.id}": agent.name for agent in known}
        shown = [(line, names.get(line.actor, line.actor), _named(line.subject, names)) for line in lines]
        return pages.html(request, "audit.html", here="audit", lines=shown, next=following, agents=known, chosen=chosen)

    return [web.get(AUDIT, guard.only(Role.OWNER, page))]


def _named(subject: str, names: dict[str, str]) -> str:
    """With an agent's name for their number."""
    who, _, rest = subject.partition(" ")
    return f"{names[who]} {rest}".strip() if who in names else subject


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else None
