"""Telegram as a messenger: what the core calls, and the webhook Telegram calls. Each step is a neighbour's; this file joins them.

With a public address updates come by webhook, without one they are fetched; the two exclude each other at Telegram. The library is
loaded in a thread at the start, or by the first send.
"""

from __future__ import annotations

import asyncio
import math
import re
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import structlog
from aiohttp import web

from bot.body import read_body
from bot.connector import Busy, Delivery, Desk, Finding, SendLater, SendRefused, Sent
from connectors.telegram import limits
from connectors.telegram.asked import ContactKeyboards
from connectors.telegram.check import check
from connectors.telegram.content import part
from connectors.telegram.faults import CallFailed, Failure
from connectors.telegram.media import Site
from connectors.telegram.poll import Poller
from connectors.telegram.presses import Courtesies
from connectors.telegram.render import render
from connectors.telegram.sender import Sender
from connectors.telegram.setup import direct_updates, offer_commands, whoami
from connectors.telegram.webhook import HEADER, PATH, Arrived, NotTelegram, arrive, proves, read, secret_from

if TYPE_CHECKING:
    from connectors.telegram.api import Api

log = structlog.get_logger(__name__)

API_URL = "https://api.telegram.org"
TIMEOUT = 15.0  # seconds for one call; the outbox gives up on a message after 20
LAST_START = 10.0  # seconds into a message after which no further part is begun: the rest goes with the next try
COURTESY = 3.0  # seconds for a call nobody waits for
PAUSES = (1.0, 60.0, 300.0)  # seconds between tries: the first, the longest, after a refused token


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _no_file(_: str) -> Path | None:
    return None


class TelegramChannel:
    """One bot. `secret` guards the webhook; None makes one out of the token. `api_url` may be a Bot API server of one's own.

    `public_url` is the https address of this server; None fetches updates instead. `local_file` gives the file behind a site path,
    None when there is none. `shop_name` is who a phone number is shared with.
    `timeout`, `pauses` (see `PAUSES`) and `poll` are seconds; `poll` is how long one fetch waits.
    """

    name = "telegram"
    resends = False  # Telegram knows no idempotency key: a message sent twice is seen twice
    receipts = False  # bots are not told what was read

    def __init__(
        self,
        desk: Desk,
        *,
        token: str,
        secret: str | None = None,
        shop_name: str = "",
        api_url: str = API_URL,
        public_url: str | None = None,
        local_file: Callable[[str], Path | None] = _no_file,
        now: Callable[[], datetime] = _utc_now,
        timeout: float = TIMEOUT,
        pauses: tuple[float, float, float] = PAUSES,
        poll: int = limits.POLL_SECONDS,
    ) -> None:
        self.pace = limits.PACE
        self.fault: str | None = None
        self._desk = desk
        self._token = token
        self._secret = secret or secret_from(token)
        self._api_url = api_url.rstrip("/")
        self._url = public_url.rstrip("/") + PATH if public_url else None
        self._site = Site(local_file, public_url, shop_name)
        self._now = now
        self._timeout = timeout
        self._pauses = pauses
        self._api: Api | None = None
        self._sender: Sender | None = None
        self._loading = asyncio.Lock()
        self._faults: dict[str, str] = {}
        self._username = ""
        self._closed = False
        self._polling = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._courtesies = Courtesies(self._quickly)
        self._keyboards = ContactKeyboards()
        self._poller = Poller(self._waiting, self._take, self._polled, pauses=pauses, wait=poll)

    # --- coming in ------------------------------------------------------------------------------------------------------
    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, self._webhook)]

    async def _webhook(self, request: web.Request) -> web.Response:
        given = request.headers.get(HEADER)
        if not proves(self._secret, given):  # before a large body is read
            return web.Response(status=403)
        try:
            arrived = self._judge(given, await _body(request))
        except NotTelegram as refused:
            return web.Response(status=refused.status)
        try:
            await self._accept([arrived])
        except Busy as busy:
            return web.Response(status=429, headers={"Retry-After": str(max(1, math.ceil(busy.retry_after)))})
        except Exception as error:  # the store: Telegram keeps the update and brings it again
            log.error("an update could not be stored", channel=self.name, error=type(error).__name__)
            return web.Response(status=503)
        return web.Response()

    def _judge(self, given: str | None, body: bytes) -> Arrived:
        """What a request with this secret and body brings. Raises NotTelegram."""
        if not proves(self._secret, given):
            raise NotTelegram(403)
        return read(body, self._now())

    async def _take(self, batch: Sequence[Any]) -> None:
        """Store what was fetched."""
        await self._accept([arrived for raw in batch if (arrived := arrive(raw, self._now()))])

    async def _accept(self, arrived: Sequence[Arrived]) -> None:
        if not arrived:
            return
        await self._desk.accept([one.update for one in arrived])
        for one in arrived:
            self._keyboards.heard(one.update)
            query = part(one.raw, "callback_query")
            if query:
                self._courtesies.pressed(query)

    # --- going out ------------------------------------------------------------------------------------------------------
    async def send(self, delivery: Delivery) -> Sent:
        sender = await self._ready()
        chat = _chat(delivery.address)
        calls = list(render(delivery.message, self._site)[delivery.parts :])
        calls = self._keyboards.put_away(delivery.address, calls)
        begun = time.monotonic()
        ids: list[str] = []
        for call in calls:
            if ids and time.monotonic() - begun > LAST_START:
                raise SendLater(0.0, "the rest of a long message", code="continues", platform_ids=tuple(ids))
            try:
                ids.append(await sender.make(call, chat, left=lambda: min(self._timeout, TIMEOUT + 3 - (time.monotonic() - begun))))
            except CallFailed as failed:
                why = failed
            else:
                self._keyboards.sent(delivery.address, call)
                self._say("token", None)
                continue
            if why.failure is Failure.TOKEN:
                self._say("token", why)
            raise why.as_send(tuple(ids))
        return Sent(tuple(ids))

    async def typing(self, address: str) -> None:
        if not self._closed and _is_chat(address):
            self._courtesies.typing(int(address))

    async def forget(self, address: str) -> None:
        """Only whether they see the button that shares their number is kept here, in memory."""
        self._keyboards.forget(address)

    async def fetch(self, source: str) -> AsyncIterator[bytes]:
        """A customer's file by its id. It must be below 20 MB, which is Telegram's own limit for bots."""
        try:
            found = await self._call("getFile", {"file_id": source})
            path = found.get("file_path") if isinstance(found, dict) else None
            if not path or (found.get("file_size") or 0) > limits.DOWNLOAD_BYTES:
                raise SendRefused("too_large", "Telegram gives bots no files above 20 MB; ask the customer for a smaller one")
            size = 0
            assert self._api is not None  # `_call` made it
            async for chunk in self._api.download(str(path)):
                size += len(chunk)
                if size > limits.DOWNLOAD_BYTES:
                    raise SendRefused("too_large", "the file is larger than Telegram said, above 20 MB")
                yield chunk
            return
        except CallFailed as failed:
            why = failed
        if why.failure in (Failure.REFUSED, Failure.BLOCKED, Failure.MIGRATED):
            raise SendRefused("gone", f"the file cannot be fetched: {why.words}")
        raise SendLater(max(why.seconds, self._pauses[0]), str(why), code=why.failure.value)

    # --- the account ----------------------------------------------------------------------------------------------------
    async def start(self) -> None:
        if not await self._set_up():
            self._background(self._set_up_later())

    async def close(self) -> None:
        self._closed = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._courtesies.close()
        if self._api is not None:
            await self._api.close()

    async def alive(self) -> bool:
        try:
            self._username = await whoami(self._quickly) or self._username
        except CallFailed as failed:
            return failed.failure not in (Failure.UNREACHABLE, Failure.UNKNOWN, Failure.SERVER)
        except SendLater:  # closed
            return False
        return True

    def link(self, code: str) -> str | None:
        if not self._username or not re.fullmatch(limits.START_CODE, code):
            return None
        return f"https://t.me/{self._username}?start={code}"

    async def check(self) -> Sequence[Finding]:
        return await check(self._call, self._judge, url=self._url, secret=self._secret)

    async def _set_up(self) -> bool:
        """Whether the account is ready: who we are and where updates go. The menu of commands is wanted, but nothing waits for it."""
        try:
            self._username = await whoami(self._call)
            await direct_updates(self._call, self._url, self._secret)
        except CallFailed as failed:
            self._say("account", failed)
            return False
        except SendLater:  # closed meanwhile
            return False
        except Exception as error:  # the library cannot be loaded; said, because a start never fails
            log.exception("Telegram could not be started")
            self._faults["account"] = f"Telegram's library could not be started ({type(error).__name__}); the log says more"
            self._show()
            return False
        self._say("account", None)
        self._say("token", None)
        if self._url is None and not self._polling:
            self._polling = True
            self._background(self._poller.run())
        try:
            await offer_commands(self._call)
        except CallFailed as failed:
            log.warning("the menu of commands was not written", channel=self.name, reason=str(failed))
        return True

    async def _set_up_later(self) -> None:
        first, longest, _ = self._pauses
        tries = 0
        while True:
            await asyncio.sleep(min(longest, first * 2.0**tries))
            tries = min(tries + 1, 16)
            if await self._set_up():
                return

    def _polled(self, failed: CallFailed | None) -> None:
        self._say("updates", failed)
        if failed is None:
            self._say("token", None)

    # --- calls and faults -----------------------------------------------------------------------------------------------
    async def _ready(self) -> Sender:
        """The sender, with the library loaded: 0.4 s of CPU, in a thread."""
        if self._closed:
            raise SendLater(1.0, "the channel is closed", code="closed")
        async with self._loading:
            if self._sender is None:
                library, api = await asyncio.to_thread(self._load)
                self._api, self._sender = api, Sender(api, library, self._site)
            return self._sender

    def _load(self) -> tuple[ModuleType, Api]:
        library = import_module("connectors.telegram.api")  # late: it is what loads python-telegram-bot
        return library, library.Api(self._token, self._api_url, timeout=self._timeout)

    async def _call(self, method: str, fields: Mapping[str, Any]) -> Any:
        await self._ready()
        assert self._api is not None
        return await self._api.call(method, fields)

    async def _quickly(self, method: str, fields: Mapping[str, Any]) -> Any:
        await self._ready()
        assert self._api is not None
        return await self._api.call(method, fields, timeout=min(COURTESY, self._timeout))

    async def _waiting(self, method: str, fields: Mapping[str, Any], *, wait: float) -> Any:
        await self._ready()
        assert self._api is not None
        return await self._api.call(method, fields, wait=wait)

    def _background(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _say(self, about: str, failed: CallFailed | None) -> None:
        """Keep what is wrong in one matter, or that nothing is any more."""
        before = self.fault
        if failed is None:
            self._faults.pop(about, None)
        else:
            self._faults[about] = str(failed)
        self._show()
        if self.fault not in (None, before):
            log.warning("a channel has a fault", channel=self.name, reason=self.fault)

    def _show(self) -> None:
        self.fault = next(iter(self._faults.values()), None)


def _is_chat(address: str) -> bool:
    return re.fullmatch(r"-?\d{1,19}", address, re.ASCII) is not None


def _chat(address: str) -> int:
    if not _is_chat(address):
        raise SendRefused("chat_not_found", "this is no chat of Telegram's", closes_channel=True)
    return int(address)


async def _body(request: web.Request) -> bytes:
    """Raises NotTelegram(413) when it is larger than any update."""
    body = await read_body(request, limits.LARGEST_BODY)
    if body is None:
        raise NotTelegram(413)
    return body
