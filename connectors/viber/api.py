"""Calls to Viber: JSON posts with the token in a header, and what can go wrong as the exceptions of `bot.connector`.

No call is repeated here. Addresses and bodies never stand in an exception's text, nor does the token.
"""

from __future__ import annotations

import json
from typing import Any

import aiohttp

from bot.connector import SendLater, SendRefused, SendUnknown
from connectors.viber.board import Json, encoded
from connectors.viber.codes import OK, RATE, meaning, refusal

TIMEOUT = 15.0  # seconds for a call; the outbox gives up after 20
CONNECTING = 5.0  # seconds of these to be connected
KEEP_ALIVE = 5.0  # seconds; a post on a connection the other side has just closed would be an unknown send
RETRY = 30.0  # seconds, where Viber names none


class Answered(Exception):
    """Viber's `status` was not 0. `Api.send` turns it into the outbox's exceptions."""

    def __init__(self, status: int) -> None:
        super().__init__(f"Viber answers {status}: {meaning(status).words}")
        self.status = status


class Api:
    """One HTTP session, made at the first call in the running loop."""

    def __init__(self, token: str, api_url: str, *, timeout: float = TIMEOUT) -> None:
        self._token = token
        self._url = api_url.rstrip("/")
        self._timeout = timeout
        self._session: aiohttp.ClientSession | None = None

    async def call(self, method: str, body: Json, *, timeout: float | None = None) -> Json:
        """Post to `/pa/<method>`. Raises Answered, SendLater, SendUnknown and SendRefused."""
        limit = min(self._timeout, timeout or self._timeout)
        patience = aiohttp.ClientTimeout(total=limit, connect=min(CONNECTING, limit * 0.8))
        headers = {"X-Viber-Auth-Token": self._token, "Content-Type": "application/json"}
        try:
            async with self._open().post(
                f"{self._url}/pa/{method}", data=encoded(body), headers=headers, timeout=patience, allow_redirects=False
            ) as response:
                _check(response)
                raw = await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise SendLater(RETRY, f"Viber cannot be reached ({type(error).__name__})", code="unreachable") from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise SendUnknown(f"Viber was asked and did not answer ({type(error).__name__})") from None
        answer = _object(raw)
        status = answer.get("status")
        if isinstance(status, bool) or not isinstance(status, int):
            raise SendUnknown("Viber's answer cannot be read")
        if status != OK:
            raise Answered(status)
        return answer

    async def send(self, message: Json, *, timeout: float | None = None) -> str:
        """Send a message; Viber's name for it. Raises as `call`, and Answered."""
        answer = await self.call("send_message", message, timeout=timeout)
        token = answer.get("message_token")
        return str(token) if isinstance(token, int | str) else ""

    async def alive(self) -> bool:
        """Whether Viber answers; what it says does not matter."""
        try:
            await self.call("get_account_info", {})
        except (Answered, SendRefused):
            return True
        except SendLater as later:
            return later.code == RATE
        except SendUnknown:
            return False
        return True

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(keepalive_timeout=KEEP_ALIVE)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session


def refused(answered: Answered) -> Exception:
    """What an answer is for the outbox."""
    return refusal(meaning(answered.status))


def _check(response: aiohttp.ClientResponse) -> None:
    """HTTP says little at Viber; what it says is that the call was not taken."""
    status = response.status
    if status == 429:
        raise SendLater(_seconds(response), "Viber takes no more requests for now", code=RATE)
    if status >= 500:
        raise SendLater(_seconds(response), f"Viber has a fault of its own (HTTP {status})", code=f"http_{status}")
    if 300 <= status < 400:
        raise SendLater(300, "api_url leads elsewhere (a redirect), and the token is not sent there", code=f"http_{status}")
    if status in (401, 403):
        raise Answered(2)
    if status != 200:
        raise SendRefused(f"http_{status}", f"Viber refuses the request (HTTP {status})")


def _seconds(response: aiohttp.ClientResponse) -> float:
    asked = response.headers.get("Retry-After", "")
    return float(asked) if asked.isdigit() and len(asked) < 6 else RETRY


def _object(raw: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}
