"""HTML and static files of the desk: one Jinja environment, one address for scripts and styles.

Everything is read once, at the first visit. The address of a static file carries a digest of all of them, so a browser keeps it for ever
and still sees a new release at once. In templates: `shop` (the name), `language`, `session` (None on the login page), `csrf`,
`static("x.css")`, `t` (the page's words) and `languages`. Headers are `headers.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.assets import Assets
from connectors.desks.console.session import OPEN_STATIC, SESSION, STATIC, is_page

NAMES = {"en": "English", "ru": "Русский", "uk": "Українська", "sl": "Slovenščina"}


class Pages:
    """`shop` is the shop's name. `words`: by language, the words a page gets as `t` unless it brings its own."""

    def __init__(self, shop: str, words: Mapping[str, Mapping[str, str]]) -> None:
        self._shop = shop
        self._words = words
        self._assets = Assets(Path(__file__).parent)

    def html(self, request: web.Request, template: str, *, status: int = 200, language: str | None = None, **values: Any) -> web.Response:
        """A page in the agent's language; before the login in that of the address, else of the browser."""
        session = request.get(SESSION)
        language = language or language_of(request)
        common = {
            "shop": self._shop,
            "language": language,
            "session": session,
            "csrf": session.csrf if session else "",
            "languages": NAMES,
            "static": self.address,
            "t": self._words[language],
        }
        text = self._assets.render(template, **(common | values))
        return web.Response(text=text, content_type="text/html", status=status)

    def refused(self, request: web.Request, reason: str) -> web.Response:
        """403, as a page or as JSON {"error": reason}."""
        if is_page(request):
            return self.html(request, "refused.html", status=403, reason=reason)
        return web.json_response({"error": reason}, status=403)

    def address(self, name: str) -> str:
        """Where a static file is: `/desk/static/<version>/<name>`."""
        return f"{STATIC}/{self._assets.version}/{name}"

    def routes(self) -> list[web.RouteDef]:
        return [web.get(f"{STATIC}/{{version}}/{{name}}", self._static)]

    async def _static(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        return self._assets.static(name, private=name not in OPEN_STATIC)


def language_of(request: web.Request) -> str:
    """One of the four."""
    session = request.get(SESSION)
    wanted = [session.agent.settings.language] if session else [request.query.get("language", "")]
    wanted += [part.split(";")[0].strip()[:2].lower() for part in request.headers.get("Accept-Language", "").split(",")]
    return next((language for language in wanted if language in NAMES), "en")
