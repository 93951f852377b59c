"""A client of Rasa's HTTP API: one session, one time limit for everything, and troubles as values with words for an operator.

No error and no log line of this module holds the token or a customer's text. Neighbours: `answers.py` reads the answers, `engine.py`
decides what a trouble means, `bot/rasa_check.py` asks for `frontdesk check --live`.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any, Final, Literal

import aiohttp

from intents.rasa.answers import Answer, MalformedAnswerError, read_answer

_LARGEST: Final = 1 << 20  # bytes of an answer
_KEPT_OPEN: Final = 4.0  # seconds; Rasa closes idle connections after 5, and a request may cross that on the wire
_CONNECTIONS: Final = 16  # at once; Rasa parses one message at a time anyway

Outcome = Literal["timeout", "connection", "unauthorized", "no_model", "status", "malformed"]


class RasaTrouble(Exception):
    """Rasa gave no answer that can be used; the text says why."""

    def __init__(self, outcome: Outcome, words: str) -> None:
        super().__init__(words)
        self.outcome: Final[Outcome] = outcome


class RasaClient:
    """One Rasa server. `timeout` (seconds) is for a whole request: connecting, sending, waiting, reading. Close it at the end."""

    def __init__(self, url: str, *, token: str | None = None, timeout: float = 1.0) -> None:
        self._url = url.rstrip("/")
        self._parameters = {} if token is None else {"token": token}  # where `rasa run --auth-token` looks for it
        self.timeout: Final = timeout
        self._session: aiohttp.ClientSession | None = None

    async def parse(self, text: str) -> Answer:
        """What Rasa makes of a text. Raises RasaTrouble."""
        try:
            return read_answer(await self._ask("POST", "/model/parse", {"text": text}), text)
        except MalformedAnswerError as error:
            raise RasaTrouble("malformed", str(error)) from error

    async def version(self) -> str:
        """The server's version; needs no token. Raises RasaTrouble."""
        body = await self._ask("GET", "/version")
        return str(body.get("version", "unknown")) if isinstance(body, dict) else "unknown"

    async def model(self) -> str:
        """The name of the loaded model. Raises RasaTrouble, "no_model" when none is loaded."""
        body = await self._ask("GET", "/status")
        return str(body.get("model_file") or "a model without a name") if isinstance(body, dict) else "unknown"

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> object:
        try:
            async with asyncio.timeout(self.timeout):
                try:
                    return await self._once(method, path, body)
                except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
                    # An idle connection that Rasa closed under our hands, or a server that is being started again: a second try in what
                    # is left of the time. Reading a text twice harms nobody.
                    return await self._once(method, path, body)
        except TimeoutError as error:
            raise RasaTrouble("timeout", f"no answer within {self.timeout:g} s") from error
        except aiohttp.ClientError as error:
            # Its own words may hold the address with the token in it.
            raise RasaTrouble("connection", f"no connection ({type(error).__name__})") from None
        except (ValueError, RecursionError) as error:
            raise RasaTrouble("malformed", "the answer is no JSON") from error

    async def _once(self, method: str, path: str, body: dict[str, Any] | None) -> object:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=_CONNECTIONS, keepalive_timeout=_KEPT_OPEN)
            self._session = aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=None))
        async with self._session.request(
            method, f"{self._url}{path}", params=self._parameters, json=body, allow_redirects=False
        ) as response:
            if response.status != 200:
                raise _refusal(response.status)
            read = bytearray()
            async for chunk in response.content.iter_any():
                read += chunk
                if len(read) > _LARGEST:
                    raise RasaTrouble("malformed", "the answer is larger than a megabyte")
            return json.loads(read)


def _refusal(status: int) -> RasaTrouble:
    if status in (401, 403):
        return RasaTrouble("unauthorized", f"it refuses the token (status {status}); set RASA_TOKEN to what it was started with")
    if status == 409:
        return RasaTrouble("no_model", "it has no model loaded (status 409)")
    return RasaTrouble("status", f"it answers with status {status}")
