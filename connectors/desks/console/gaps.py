"""The owner's page of what customers ask for and nobody taught the bot: matters, examples, and the conversations they stand in."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.desk.agents import Agents
from bot.desk.lessons import Lessons
from bot.desk.values import Role
from connectors.desks.console.headers import ROOT
from connectors.desks.console.pages import NAMES, Pages
from connectors.desks.console.session import Guard, session_of

GAPS = f"{ROOT}/gaps"
SPANS = (7, 30, 90)  # days
MOST_SHOWN = 60


def gap_routes(lessons: Lessons, agents: Agents, pages: Pages, guard: Guard) -> list[web.RouteDef]:
    async def page(request: web.Request) -> web.Response:
        days, language = request.query.get("days", ""), request.query.get("language", "")
        chosen = int(days) if days in map(str, SPANS) else 30
        spoken = language if language in NAMES else ""
        found = await lessons.gaps(chosen, spoken)
        await agents.audit(session_of(request).agent.id, "look", f"gaps:{chosen}")
        values: dict[str, Any] = {
            "here": "gaps",
            "found": found,
            "gaps": found.gaps[:MOST_SHOWN],
            "spans": SPANS,
            "days": chosen,
            "spoken": spoken,
        }
        return pages.html(request, "gaps.html", **values)

    return [web.get(GAPS, guard.only(Role.OWNER, page))]
