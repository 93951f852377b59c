"""/desk/events: what changed, told to open desks at once as server-sent events.

A hint to look again, nothing more: the page reads what changed, so a lost event costs one look and no truth. Neighbours:
`bot/desk/events.py` where changes come from, `presence.py` for who is looking.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from typing import Any

from aiohttp import web

from bot.desk.agents import Agents
from bot.desk.events import Events
from bot.desk.values import Changed
from connectors.desks.console.presence import Presence
from connectors.desks.console.session import session_of

HEARTBEAT = 15.0  # seconds; proxies drop a silent connection after 30 to 60
MOST_PAGES = 8  # of one agent
BEAT = b": heartbeat\nevent: beat\ndata: {}\n\n"


class Feed:
    """All open desks of this process."""

    def __init__(self, agents: Agents, events: Events, presence: Presence, cookie: str) -> None:
        self._agents = agents
        self._events = events
        self._presence = presence
        self._cookie = cookie
        self._open: Counter[int] = Counter()
        self._closing = asyncio.Event()

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Until the page is closed, the session is over, or the server stops."""
        agent = session_of(request).agent
        if self._open[agent.id] >= MOST_PAGES:
            return web.json_response({"error": "too_many_pages"}, status=429)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        self._open[agent.id] += 1
        ended = asyncio.ensure_future(self._closing.wait())
        try:
            # Listening begins before the page is told that it does: nothing falls between.
            with self._events.listen() as queue:
                await response.prepare(request)
                await response.write(b"retry: 2000\n\n")
                await self._write(request, response, queue, ended)
        except ConnectionError:
            pass  # the page was closed; that is how streams end
        finally:
            ended.cancel()
            self._open[agent.id] -= 1
            if not self._open[agent.id]:
                del self._open[agent.id]
                for conversation in self._presence.leaves(agent):
                    self._events.tell(Changed(conversation, "looking", agent=agent.id))
        return response

    async def _write(
        self, request: web.Request, response: web.StreamResponse, queue: asyncio.Queue[Changed], ended: asyncio.Future[Any]
    ) -> None:
        while not ended.done():
            waiting = asyncio.ensure_future(queue.get())
            try:
                await asyncio.wait((waiting, ended), timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
                if not waiting.done():
                    # A session that ended (signed out elsewhere, disabled) hears nothing more.
                    if ended.done() or await self._agents.session(request.cookies.get(self._cookie, "")) is None:
                        return
                    await response.write(BEAT)
                    continue
                await response.write(self.event(waiting.result()))
            finally:
                waiting.cancel()

    def event(self, changed: Changed) -> bytes:
        told: dict[str, Any] = {
            "conversation": changed.conversation,
            "what": changed.what,
            "id": changed.id,
            "agent": changed.agent,
            "at": changed.at.isoformat() if changed.at else None,
        }
        if changed.what == "looking" or (changed.what == "typing" and changed.agent):
            told["lookers"] = self._presence.at(changed.conversation)
        return f"event: changed\ndata: {json.dumps(told, ensure_ascii=False)}\n\n".encode()

    def close(self) -> None:
        """End all streams: pages come back to whoever answers next, and a stopping server need not wait for them."""
        self._closing.set()
