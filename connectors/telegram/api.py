"""The Bot API through python-telegram-bot: the only file that loads it (0.4 s of CPU), so it is itself loaded late, in a thread.

Calls go through `Bot._post`, the method every typed one ends in: 87 instead of 506 microseconds a message (2,000 messages with five
buttons, no network), because nothing is parsed that nobody reads. Every failure comes out as `CallFailed`. The library's exceptions, and
the addresses with the token in them, stay here: none is chained to what is raised.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import msgspec
from telegram import Bot, InputFile, InputMediaPhoto
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData

from connectors.telegram.faults import CallFailed, Failure

PARALLEL = 32 + 8 + 1  # sends, courtesies (typing, callback answers), the poll
LONGEST_WORDS = 300  # of Telegram's that are passed on
_TOKEN = re.compile(r"bot\d+:[A-Za-z0-9_-]+")
_NOT_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ClientConnectorCertificateError,
    aiohttp.ConnectionTimeoutError,  # also when no connection of the pool became free
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)
_JSON = {"Content-Type": "application/json"}
_KNOWN_STATUS = frozenset((400, 401, 403, 404, 409))


class _SlowDown(TelegramError):
    """A 429. The library's own RetryAfter warns about its type whenever it is made."""

    def __init__(self, seconds: float) -> None:
        super().__init__("too many requests")
        self.seconds = seconds


class _Broken(NetworkError):
    """The network failed; `failure` says whether the request had left. The address, which has the token in it, is left out."""

    def __init__(self, failure: Failure, words: str) -> None:
        super().__init__(words)
        self.failure = failure


class _Request(BaseRequest):
    """The library's way out, over aiohttp: 1.9 ms of CPU a message where its own over httpx took 4.9 (1,500 messages, 16 side by side),
    and 0.4 (960 calls) since proxies are looked for once and fields are JSON.

    Nothing is repeated: aiohttp repeats on a stale connection for GET only, and calls are POST. It logs no addresses. The environment's
    proxy is used where it names one for `api_url`.
    """

    def __init__(self, api_url: str, *, connect: float, read: float) -> None:
        self._connect = connect
        self._read = read
        # Found out once: aiohttp would ask the environment and .netrc in two threads at each request.
        self._by_proxy = _by_proxy(api_url)
        self._open: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        if self._open is None:
            self._open = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=PARALLEL), cookie_jar=aiohttp.DummyCookieJar(), trust_env=self._by_proxy
            )
        return self._open

    @property
    def read_timeout(self) -> float:
        return self._read

    def timeout(self, read: object = None) -> aiohttp.ClientTimeout:
        """`read`: seconds instead of the usual, if it is a number. The whole call has its own limit (`Api.call`)."""
        seconds = read if isinstance(read, int | float) else self._read
        return aiohttp.ClientTimeout(total=None, connect=self._connect, sock_read=seconds)

    async def initialize(self) -> None:
        """Nothing: the session is made by the first request."""

    async def shutdown(self) -> None:
        if self._open is not None:
            await self._open.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        """The status and the body. Of the timeouts only a `read_timeout` in seconds counts."""
        broken: _Broken
        # Two rounds of the loop: a connection the other side has closed is seen to be closed, not chosen for a send nobody then knows of.
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        try:
            async with self.session.request(
                method, url, **_body(request_data), timeout=self.timeout(read_timeout), allow_redirects=False
            ) as answer:
                return _judged(answer.status, await answer.read())
        except _NOT_SENT as error:
            broken = _Broken(Failure.UNREACHABLE, type(error).__name__)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            broken = _Broken(Failure.UNKNOWN, type(error).__name__)
        raise broken  # here, where it does not carry the other along

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            found = json.loads(payload)
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise TelegramError("the answer is no JSON")
        return found


def _by_proxy(url: str) -> bool:
    """Whether the environment (HTTPS_PROXY, NO_PROXY and their like) names a proxy for an address."""
    parts = urlsplit(url)
    return parts.scheme in getproxies() and not proxy_bypass(parts.hostname or "")


def _body(request_data: RequestData | None) -> dict[str, Any]:
    """The fields as aiohttp takes them: JSON, with Cyrillic a third of a form's bytes; multipart with files."""
    if request_data is None:
        return {}
    if not request_data.contains_files:
        return {"data": msgspec.json.encode(request_data.parameters), "headers": _JSON}
    form = aiohttp.FormData(request_data.json_parameters, quote_fields=False, default_to_multipart=True)
    for field, (name, content, content_type) in request_data.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=content_type)
    return {"data": form}


def _judged(status: int, payload: bytes) -> tuple[int, bytes]:
    """An answer, for the library to read. Two kinds it would read wrongly are raised."""
    if status == 429:
        raise _SlowDown(_retry_after(payload))
    if 400 <= status < 500 and status not in _KNOWN_STATUS:
        raise BadRequest(f"status {status}")  # as 413: the file is too large; the library would call it a fault of the network
    return status, payload


class _Bot(Bot):
    async def post(self, method: str, fields: dict[str, Any], read_timeout: float | None) -> Any:
        return await self._post(method, fields) if read_timeout is None else await self._post(method, fields, read_timeout=read_timeout)


class Api:
    """One bot at one server. `timeout` (seconds) is for a whole call; connecting may take a quarter of it."""

    def __init__(self, token: str, api_url: str, *, timeout: float) -> None:
        logging.getLogger("telegram").setLevel(logging.WARNING)  # at DEBUG it logs what customers write
        self._token = token
        self._timeout = timeout
        self._files_url = f"{api_url}/file/bot{token}/"
        self._request = _Request(api_url, connect=timeout / 4, read=timeout * 5 / 8)
        # One pool for all: `get_updates_request` left out, the library would make a second one over httpx.
        self._bot = _Bot(
            token, base_url=f"{api_url}/bot", base_file_url=f"{api_url}/file/bot", request=self._request, get_updates_request=self._request
        )

    async def call(self, method: str, fields: Mapping[str, Any] | None = None, *, timeout: float | None = None, wait: float = 0.0) -> Any:
        """The result. `timeout` (seconds) instead of the usual; `wait` is how long Telegram itself is asked to wait (getUpdates).

        Raises CallFailed.
        """
        limit = timeout or self._timeout
        failed: CallFailed
        try:
            async with asyncio.timeout(limit + wait):
                return await self._bot.post(method, dict(fields or {}), limit + wait if wait else None)
        except TimeoutError:
            failed = CallFailed(Failure.UNKNOWN, f"{method} took longer than {limit + wait:g} seconds")
        except TelegramError as error:
            failed = self._failed(error)
        raise failed  # here, where no other exception is being handled: it must not carry the library's along

    async def download(self, path: str) -> AsyncIterator[bytes]:
        """A file's bytes by the path getFile gave. Raises CallFailed."""
        failed: CallFailed
        try:
            url = self._files_url + path.lstrip("/")
            async with self._request.session.get(url, timeout=self._request.timeout(), allow_redirects=False) as answer:
                if answer.status == 200:
                    async for chunk in answer.content.iter_chunked(64 * 1024):
                        yield chunk
                    return
                failure = Failure.REFUSED if answer.status in (400, 404) else Failure.SERVER
                failed = CallFailed(failure, f"the file is answered with status {answer.status}")
        except (aiohttp.ClientError, TimeoutError, OSError, aiohttp.InvalidURL) as error:
            failed = CallFailed(Failure.UNREACHABLE, type(error).__name__)
        raise failed

    async def close(self) -> None:
        await self._request.shutdown()

    def _failed(self, error: TelegramError) -> CallFailed:
        words = error.message.replace(self._token, "***")
        words = _TOKEN.sub("bot***", words)[:LONGEST_WORDS]
        match error:
            case _SlowDown(seconds=seconds):
                return CallFailed(Failure.RATE, seconds=seconds)
            case Forbidden():
                return CallFailed(Failure.BLOCKED, words)
            case InvalidToken():
                return CallFailed(Failure.TOKEN, words)
            case ChatMigrated():
                return CallFailed(Failure.MIGRATED)
            case Conflict():
                return CallFailed(Failure.CONFLICT, words)
            case BadRequest():
                return CallFailed(Failure.REFUSED, words)
            case _Broken(failure=failure):
                return CallFailed(failure, words)
            case NetworkError():
                return CallFailed(Failure.SERVER, words.partition(". Parsing the server response")[0])
        return CallFailed(Failure.UNKNOWN, words)  # taken, but the answer cannot be read


def _retry_after(payload: bytes) -> float:
    """Seconds from a 429; one when it does not say."""
    try:
        return max(1.0, float(json.loads(payload)["parameters"]["retry_after"]))
    except (ValueError, KeyError, TypeError):
        return 1.0


def upload(content: bytes, name: str) -> InputFile:
    """A file to go along as a field of a call."""
    return InputFile(content, filename=name)


def album(pictures: Sequence[tuple[bytes | str, str, str]]) -> list[InputMediaPhoto]:
    """The field `media` of sendMediaGroup, from (bytes or id or address, file name, caption) of each picture."""
    return [
        InputMediaPhoto(InputFile(source, filename=name, attach=True) if isinstance(source, bytes) else source, caption=caption or None)
        for source, name, caption in pictures
    ]
