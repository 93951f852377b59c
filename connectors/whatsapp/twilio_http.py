"""Twilio's asynchronous HTTP client, with its own transport. Loads the library: import this module late and in a thread (`client.py`).

Why not the library's own `request`: it sends JSON bodies of the Content API as forms, uses an authentication aiohttp is about to drop,
logs addresses and query parameters (phone numbers), and hides from the caller whether a message can have been sent. The rest of the
library, its resources and its validation, is used as it is.
"""

from __future__ import annotations

import base64
import importlib
import json
from typing import Any
from urllib.parse import urlencode, urlsplit

import aiohttp
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from connectors.whatsapp.faults import TwilioSaid, Unanswered, Unreachable

HOST = "twilio.com"
CONNECT = 5.0  # seconds to a connection, waiting for a free one included
IDLE = 10.0  # seconds a connection is kept; shorter than servers keep theirs, so that a message does not meet a closing one

_USED = (
    "request_validator",
    "rest.api.v2010.account.message",
    "rest.content.v1.content",
    "rest.content.v1.content.approval_create",
    "rest.content.v1.content_and_approvals",
    "rest.messaging.v2",
)

# A connection that was never made. Everything else aiohttp raises may come after the request was written.
_NOT_MADE = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)


class RewritingHttp(AsyncTwilioHttpClient):  # type: ignore[misc]  # the library has no types
    """Sends what is meant for https://*.twilio.com to `api_url` when there is one. Make it inside the running loop; `close` it."""

    def __init__(self, *, api_url: str | None, timeout: float) -> None:
        super().__init__(pool_connections=False, timeout=timeout)
        self._api_url = (api_url or "").rstrip("/")
        self._limits = aiohttp.ClientTimeout(total=timeout, connect=min(CONNECT, timeout))
        self.session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(keepalive_timeout=IDLE))

    def rewrite(self, url: str) -> str:
        parts = urlsplit(url)
        if not self._api_url or not (parts.hostname or "").endswith("." + HOST):
            return url
        return self._api_url + parts.path + (f"?{parts.query}" if parts.query else "")

    async def request(
        self,
        method: str,
        url: str,
        params: dict[str, Any] | None = None,
        data: Any = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,
    ) -> Any:
        """One request, never repeated. Raises Unreachable, Unanswered or TwilioSaid; none of them names an address."""
        sent = dict(headers or {})
        if auth is not None:
            sent["Authorization"] = "Basic " + base64.b64encode(":".join(auth).encode()).decode()
        limits = self._limits if timeout is None else aiohttp.ClientTimeout(total=timeout, connect=min(CONNECT, timeout))
        try:
            async with self.session.request(
                method.upper(),
                self.rewrite(url),
                params=params,
                data=_encoded(data, sent.get("Content-Type", "")),
                headers=sent,
                timeout=limits,
                allow_redirects=False,
            ) as answer:
                text = await answer.text(errors="replace")
        except _NOT_MADE as error:
            raise Unreachable(f"no connection to Twilio ({type(error).__name__})") from None  # the cause holds the address
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unanswered(f"no answer from Twilio ({type(error).__name__})") from None
        if answer.status >= 300:
            raise TwilioSaid(answer.status, _code(text, answer.status), _seconds(answer.headers.get("Retry-After")))
        if text and not _is_json(text):
            raise Unanswered("an answer that is not Twilio's")
        return Response(answer.status, text, answer.headers)


def make_client(account_sid: str, auth_token: str, *, api_url: str | None, timeout: float) -> Any:
    """Twilio's client on a transport of its own. Must run inside the loop it will be used in."""
    # An empty environment: a region or edge set for another program must not change where messages go.
    return Client(account_sid, auth_token, http_client=RewritingHttp(api_url=api_url, timeout=timeout), environment={"": ""})


def load() -> None:
    """Import the parts that are used; the library itself loads them on first use, which would hold up the loop."""
    for module in _USED:
        importlib.import_module(f"twilio.{module}")


def _encoded(data: Any, content_type: str) -> bytes | None:
    if not data:
        return None
    if content_type.startswith("application/json"):
        return json.dumps(data).encode()
    return urlencode(data, doseq=True, errors="replace").encode()


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _code(text: str, status: int) -> int:
    try:
        return int(json.loads(text)["code"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return status


def _seconds(header: str | None) -> float | None:
    try:
        return min(3600.0, max(0.0, float(header or "")))
    except ValueError:
        return None
