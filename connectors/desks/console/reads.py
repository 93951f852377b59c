"""GET /desk/api/...: what the page shows. Each look at a conversation is written into the audit log."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

from aiohttp import web

from bot.desk.freeze import Known, freeze
from bot.desk.people import People
from bot.desk.values import Agent, Filters, NothingThere, Tab
from connectors.desks.console.presence import Presence
from connectors.desks.console.session import session_of
from connectors.desks.console.wire import BadPost, case_json, context_json, head_json, line_json

MOST_ROWS = 200  # of a list read anew; a page that shows more reads the rest as one scrolls
FROZEN = 40  # pages of a conversation that become a transcript; more is no test


class Reads:
    def __init__(self, people: People, presence: Presence) -> None:
        self._people = people
        self._presence = presence

    def routes(self) -> list[tuple[str, Any]]:
        """(path below /desk/api, handler)"""
        return [
            ("list", self.list),
            ("conversation/{id}", self.conversation),
            ("context/{id}", self.context),
            ("why/{id}", self.why),
            ("canned", self.canned),
            ("agents", self.agents),
            ("freeze/{id}", self.freeze),
        ]

    async def list(self, request: web.Request) -> web.Response:
        """`tab`, filters, `q`, `before` (what `next` of the page before said), `limit`."""
        agent, query = session_of(request).agent, request.query
        try:
            tab = Tab(query.get("tab", "mine"))
        except ValueError as error:
            raise BadPost("there is no such tab") from error
        filters = Filters(**{name: query.get(name, "") for name in ("channel", "language", "tone", "topic", "state")})
        limit = min(_number(query.get("limit")) or 50, MOST_ROWS)
        view = self._people.view
        page, counts = await asyncio.gather(
            view.cases(agent, tab, filters, query.get("q", "")[:100], query.get("before", ""), limit=limit), view.counts(agent)
        )
        said = {"mine": counts.mine, "unassigned": counts.unassigned, "all": counts.all, "late": counts.late}
        return _json({"cases": [case_json(line) for line in page.lines], "next": page.next or None, "counts": said})

    async def conversation(self, request: web.Request) -> web.Response:
        """Its newest lines with its head, or with `before` older lines alone."""
        agent, number = session_of(request).agent, _id(request)
        before = _number(request.query.get("before"))
        view, replies = self._people.view, self._people.replies
        if before is not None:
            thread = await view.conversation(number, before)
            return _json(await self._lines(thread.lines, thread.before, agent))
        thread, context, reply, note = await asyncio.gather(
            view.conversation(number),
            view.context(number, orders=False),
            replies.draft(number, agent, "reply"),
            replies.draft(number, agent, "note"),
        )
        await self._people.agents.audit(agent.id, "look", f"conversation:{number}")
        page = await self._lines(thread.lines, thread.before, agent)
        head = head_json(context, agent, {"reply": reply, "note": note})
        return _json(page | {"head": head, "lookers": self._presence.at(number)})

    async def _lines(self, lines: Sequence[Any], before: int, agent: Agent) -> dict[str, Any]:
        known = await self._people.agents.list() if any(line.action for line in lines) else []
        names = {each.id: each.name for each in known}
        return {"lines": [line_json(line, agent, names) for line in lines], "before": before or None}

    async def context(self, request: web.Request) -> web.Response:
        agent, number = session_of(request).agent, _id(request)
        context = await self._people.view.context(number, agent.settings.language)
        await self._people.agents.audit(agent.id, "look", f"conversation:{number}")
        return _json(context_json(context))

    async def why(self, request: web.Request) -> web.Response:
        agent = session_of(request).agent
        return _json(await self._people.view.why(_id(request), agent.settings.language))

    async def canned(self, request: web.Request) -> web.Response:
        """The ready answers in the customer's language, variables filled in."""
        number = _number(request.query.get("conversation"))
        if number is None:
            raise BadPost("conversation must be a number")
        agent = session_of(request).agent
        context = await self._people.view.context(number, orders=False)
        first = context.name.split()[0] if context.name.split() else None  # as the bot addresses them
        texts = self._people.replies.canned(context.language, first, agent.name)
        return _json({"replies": [{"key": key, "text": text} for key, text in texts], "language": context.language})

    async def agents(self, request: web.Request) -> web.Response:
        """To whom something can be assigned."""
        known = [each for each in await self._people.agents.list() if not each.disabled]
        return _json({"agents": [{"id": each.id, "name": each.name, "status": each.status.value} for each in known]})

    async def freeze(self, request: web.Request) -> web.Response:
        """The whole conversation as a test transcript, personal data replaced, as a download."""
        agent, number = session_of(request).agent, _id(request)
        lines: list[Any] = []
        before: int | None = None
        for _ in range(FROZEN):
            thread = await self._people.view.conversation(number, before)
            lines = [*thread.lines, *lines]
            before = thread.before
            if not before:
                break
        text = freeze(lines, await self._known(number))
        await self._people.agents.audit(agent.id, "freeze", f"conversation:{number}")
        headers = {"Content-Disposition": f'attachment; filename="conversation-{number}.txt"'}
        return web.Response(text=text, content_type="text/plain", charset="utf-8", headers=headers)

    async def _known(self, number: int) -> Known:
        """What the shop knows of the customer, so that it is found wherever it stands."""
        context = await self._people.view.context(number)
        agents = await self._people.agents.list()
        parcels = (parcel.number for order in context.orders for parcel in order.parcels)
        return Known(
            names=tuple(filter(None, (context.name, *(order.name for order in context.orders)))),
            agents=tuple(agent.name for agent in agents),
            orders=tuple(order.number for order in context.orders),
            addresses=tuple(order.address for order in context.orders),
            others=(*(place.address for place in context.places), *filter(None, parcels)),
        )


def _json(value: Any) -> web.Response:
    return web.json_response(value, dumps=lambda made: json.dumps(made, ensure_ascii=False))


def _id(request: web.Request) -> int:
    number = _number(request.match_info["id"])
    if number is None:
        raise NothingThere
    return number


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 19 else None
