"""HTML, scripts and styles of the chat, and the headers that keep them harmless.

Everything is read once, at the first visit. The address of a static file carries a digest of all of them, so a browser
may keep it for ever and still sees a new release at once. Neighbours: `chat.py` routes here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from aiohttp import web

from bot.assets import Assets
from connectors.webchat.labels import LABELS, WIDGET_LABELS
from connectors.webchat.look import WebChatLook

# Product pictures come from the shop's own hosts, so pictures and films may be https from anywhere; scripts may not.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' https: blob:; media-src 'self' https: blob:; connect-src 'self'; "
    "frame-src 'self'; form-action 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors {ancestors}"
)


class Pages:
    """Renders the chat, the demo page and the widget for one shop."""

    def __init__(self, shop: WebChatLook, allowed_origins: Sequence[str], *, max_upload: int) -> None:
        self._shop = shop
        self._allowed = tuple(allowed_origins)
        self._max_upload = max_upload
        self._assets = Assets(Path(__file__).parent)

    def chat(self, language: str, *, colour: str, host: str, own_origin: str) -> web.Response:
        """`host` is the origin of the shop's page around us, "" when there is none; only a known one is talked to."""
        known = host if host in (*self._allowed, own_origin) else ""
        return self._html("chat.html", language, colour=colour, host=known)

    def demo(self, language: str) -> web.Response:
        return self._html("demo.html", language, colour=self._shop.colour)

    def static(self, name: str) -> web.Response:
        return self._assets.static(name)

    def widget(self) -> web.Response:
        """The one script a shop's page loads: any page may, and it must look for a new one now and then."""
        said = {language: {key: labels[key] for key in WIDGET_LABELS} for language, labels in LABELS.items()}
        setup = {"labels": said, "shop": self._shop.name, "colour": self._shop.colour}
        script = self._assets.contents["widget.js"].decode().replace("/* setup */ {}", json.dumps(setup, ensure_ascii=False))
        response = web.Response(text=script, content_type="text/javascript")
        response.headers["Cache-Control"] = "public, max-age=300"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    def _html(self, template: str, language: str, **values: str) -> web.Response:
        text = self._assets.render(
            template,
            language=language,
            labels=LABELS[language],
            shop=self._shop,
            version=self._assets.version,
            max_upload=self._max_upload,
            **values,
        )
        response = web.Response(text=text, content_type="text/html")
        response.headers["Content-Security-Policy"] = _POLICY.format(ancestors=" ".join(("'self'", *self._allowed)))
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        response.headers["Cache-Control"] = "no-store"
        response.headers["Vary"] = "Accept-Language, Cookie"
        return response
