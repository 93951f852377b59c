"""Who is asking: the cookie that is a session, the address made of it, and the two locks on every POST.

The cookie holds 256 random bits and our signature, so only cookies we gave out open a session. The core never sees it:
its address is a keyed digest, from which the cookie cannot be made, so a stolen database opens nobody's chat.
Neighbours: `chat.py` asks here before it reads a request any further.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from urllib.parse import urlsplit

from aiohttp import web

COOKIE = "frontdesk_chat"
CSRF_HEADER = "X-Frontdesk-Chat"  # a form or a plain link of another site cannot set it
LIFETIME = 180 * 24 * 3600  # seconds; the length of a warranty question's memory, renewed by each visit
SHORTEST_SECRET = 16  # characters


class Sessions:
    """Makes cookies and turns them into addresses. `secret` must stay the same over restarts, or chats begin anew."""

    def __init__(self, secret: str) -> None:
        if len(secret) < SHORTEST_SECRET:
            raise ValueError(f"the web chat's secret needs at least {SHORTEST_SECRET} characters")
        self._secret = secret.encode()

    def new(self) -> str:
        token = secrets.token_urlsafe(32)
        return f"{token}.{self._digest('cookie', token)}"

    def address(self, cookie: str | None) -> str | None:
        """The address of the session, None when the cookie is missing or not ours."""
        token, dot, signature = (cookie or "").partition(".")
        if not dot or not hmac.compare_digest(signature.encode(), self._digest("cookie", token).encode()):
            return None
        return self._digest("address", token)

    def _digest(self, purpose: str, token: str) -> str:
        digest = hmac.digest(self._secret, f"webchat {purpose} {token}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:24]).decode()


def is_https(request: web.Request, public_url: str) -> bool:
    """Whether the customer's browser speaks https.

    X-Forwarded-Proto is believed although anyone may send it: it can only make the sender's own cookie stricter.
    """
    return request.secure or public_url.startswith("https:") or request.headers.get("X-Forwarded-Proto") == "https"


def give_cookie(response: web.StreamResponse, value: str, *, https: bool, embedded: bool) -> None:
    """Set the session's cookie.

    Inside a shop's page on another site only None + Secure is sent at all, and Partitioned keeps it to that one shop.
    """
    attributes = [f"{COOKIE}={value}", f"Max-Age={LIFETIME}", "Path=/chat", "HttpOnly"]
    if https and embedded:
        attributes += ["Secure", "SameSite=None", "Partitioned"]
    else:
        attributes += ["Secure", "SameSite=Lax"] if https else ["SameSite=Lax"]
    # By hand: http.cookies refuses "Partitioned" before Python 3.14.
    response.headers.add("Set-Cookie", "; ".join(attributes))


def is_same_origin(request: web.Request, allowed: Iterable[str]) -> bool:
    """True when the page that sent this is ours or an allowed one. A missing Origin is a no."""
    origin = request.headers.get("Origin", "").lower()
    return bool(origin) and (origin in allowed or urlsplit(origin).netloc == request.host.lower())
