"""The agents' console: one page at /desk with three columns, its JSON below /desk/api, and what changes at /desk/events.

Puts together the parts: who may enter (`entry.py`, `session.py`), what is shown (`reads.py`), what is done (`deeds.py`), who is there
(`presence.py`, `events.py`). Nothing is decided here; that is `bot/desk`'s. The scripts of the page are in `static/`, without a build step.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from bot.connector import Connector
from bot.desk.closing import NoSuchTime
from bot.desk.people import People
from bot.desk.replies import Empty
from bot.desk.values import Agent, NotAllowed, NothingThere, NotYours
from bot.files import FileNotWelcome, FileStore, FileTooLarge
from bot.house import Hours
from connectors.desks.console.deeds import Deeds, NotATime
from connectors.desks.console.desk_words import labels
from connectors.desks.console.entry import entry_routes, pages_of
from connectors.desks.console.events import Feed
from connectors.desks.console.gaps import gap_routes
from connectors.desks.console.headers import ROOT
from connectors.desks.console.lesson_words import GROUPS
from connectors.desks.console.presence import Presence
from connectors.desks.console.reads import Reads
from connectors.desks.console.session import Guard, session_of
from connectors.desks.console.topic_words import TOPICS
from connectors.desks.console.wire import BadPost

API = f"{ROOT}/api"
TONES = ("calm", "upset", "angry", "abusive")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class DeskLook:
    """The shop as agents see it. `colour` is "#rrggbb"; `hours` tell when "tomorrow" begins."""

    name: str
    colour: str
    hours: Hours


class Console:
    """`secure`: the desk is reached by https. `files` holds what customers and agents send."""

    def __init__(
        self,
        people: People,
        *,
        files: FileStore,
        connectors: Mapping[str, Connector],
        shop: DeskLook,
        secure: bool,
        now: Callable[[], datetime],
    ) -> None:
        self.people = people
        self.files = files
        self._connectors = connectors
        self._shop = shop
        presence = Presence(now)
        self._pages = pages_of(shop.name)
        self._guard = Guard(people.agents, self._pages.refused, secure=secure)
        self._feed = Feed(people.agents, people.events, presence, self._guard.cookie)
        self._reads = Reads(people, presence)
        self._deeds = Deeds(people, presence, files=files, connectors=connectors, hours=shop.hours, now=now)

    def install(self, app: web.Application) -> None:
        """The guard first, so that no route is ever there without it; then all routes. Before the application starts."""
        self._guard.protect(app)
        app.add_routes(self.routes())
        app.on_shutdown.append(self._ends)

    def routes(self) -> list[web.RouteDef]:
        """Everything below /desk, and /files/<id>. They need the guard: see `install`."""
        return [
            *entry_routes(self.people.agents, self._pages, self._guard),
            *gap_routes(self.people.lessons, self.people.agents, self._pages, self._guard),
            web.get(ROOT, self._page),
            web.get(f"{ROOT}/c/{{id}}", self._page),
            web.get(f"{ROOT}/look.css", self._look),
            web.get(f"{ROOT}/events", self._feed.stream),
            web.get(f"{ROOT}/files/{{id}}", self._file),
            web.get("/files/{id}", self._to_file),
            *(web.get(f"{API}/{path}", _worded(handler)) for path, handler in self._reads.routes()),
            *(web.post(f"{API}/{path}", _worded(handler)) for path, handler in self._deeds.routes()),
        ]

    async def close(self) -> None:
        """End all open streams; pages come back by themselves."""
        self._feed.close()

    async def _ends(self, _: web.Application) -> None:
        await self.close()

    async def _page(self, request: web.Request) -> web.Response:
        agent = session_of(request).agent
        counts = await self.people.view.counts(agent)
        words = labels(agent.settings.language)
        values: dict[str, Any] = {
            "t": words,
            "agent": _agent_json(agent),
            "counts": {"mine": counts.mine, "unassigned": counts.unassigned, "all": counts.all},
            "channels": [(name, name) for name in sorted(self._connectors)],
            "tones": [(tone, words[tone]) for tone in TONES],
            "topics": sorted(((key, words[f"topic.{key}"]) for key in TOPICS), key=lambda pair: pair[1].casefold()),
            "intents": GROUPS,
            "zone": self._shop.hours.timezone,
            "max_upload": self.files.largest,
        }
        return self._pages.html(request, "desk.html", **values)

    async def _look(self, request: web.Request) -> web.Response:
        """The shop's colour; its shades are made of it in desk.css."""
        return web.Response(text=f":root {{ --shop: {self._shop.colour}; }}\n", content_type="text/css")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        kept = await self.files.find(request.match_info["id"])
        if kept is None:
            raise web.HTTPNotFound
        return self.files.response(kept)

    async def _to_file(self, request: web.Request) -> web.Response:
        """How the store names a customer's file; it opens behind the guard alone."""
        raise web.HTTPSeeOther(f"{ROOT}/files/{request.match_info['id']}")


def _agent_json(agent: Agent) -> dict[str, Any]:
    words = agent.name.split()
    letters = "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()
    return {
        "id": agent.id,
        "name": agent.name,
        "initials": letters or "?",
        "role": agent.role.value,
        "status": agent.status.value,
        "keys": agent.settings.keys,
    }


def _worded(handler: Handler) -> Handler:
    """Refusals as {"error": key, "name": who}: the page has the words, in the agent's language."""

    async def answered(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except NotYours as theirs:
            return _refusal(409, "not_yours", name=theirs.name or theirs.owner)
        except NotAllowed:
            return _refusal(403, "not_allowed")
        except NothingThere:
            return _refusal(404, "not_there")
        except Empty:
            return _refusal(400, "empty")
        except (NotATime, NoSuchTime):
            return _refusal(422, "not_understood")
        except FileTooLarge:
            return _refusal(413, "too_large", name="")
        except FileNotWelcome:
            return _refusal(415, "not_welcome")
        except (BadPost, HttpProcessingError) as bad:
            return _refusal(400, "bad_request", reason=str(bad))

    return answered


def _refusal(status: int, key: str, **more: str) -> web.Response:
    return web.json_response({"error": key, **more}, status=status)
