"""Viber on a real socket: its REST API for one bot, its signed calls to the bot's webhook with repeats, and customers' phones.

Everything is an attribute of one `Viber`, so that tests can have several. `fail_next` makes the next call fail in one of the ways a
network has; `down` and `up` close and open the socket.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import io
import itertools
from collections import deque
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any, Literal

import aiohttp
from aiohttp import web

from tests.standins import viber_rules as rules
from tests.standins.viber_phone import ViberPhone
from tests.standins.viber_rules import Json, encode

TOKEN = "445da6az1s345z78-dazcczb2542zv51a-e0vc5fva17480im9"
FIRST_TOKEN = 4912661846655238145  # above 2^53, as Viber's are


@dataclass(frozen=True, slots=True)
class Fault:
    """How a call fails. `status` is Viber's own for kind "status"; `taken`: the message arrives all the same.

    `after` so many calls that still work.
    """

    kind: Literal["429", "500", "hang", "drop", "status", "nonsense", "redirect"]
    seconds: float = 0.0
    status: int = 0
    taken: bool = False
    after: int = 0


@dataclass
class Viber:
    """One bot's account. `calls` are the bodies of what the bot asked, by method, in their order; `answers` what its webhook said."""

    token: str = TOKEN
    uri: str = "frontdesk"
    port: int = 0  # a free one
    attempts: int = 4  # how often a call to the webhook is tried
    unanswered: int = 100  # messages to a phone that does not answer
    webhook: str | None = None
    event_types: tuple[str, ...] = ()
    calls: list[tuple[str, Json]] = field(default_factory=list)
    answers: list[tuple[str, int, bytes]] = field(default_factory=list)
    phones: dict[str, ViberPhone] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    _faults: deque[Fault] = field(default_factory=deque)
    _tokens: itertools.count[int] = field(default_factory=lambda: itertools.count(FIRST_TOKEN))
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _runner: web.AppRunner | None = None
    _session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Viber:
        await self.up()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        await self.settle()
        await self.down()
        if self._session is not None:
            await self._session.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def up(self) -> None:
        app = web.Application()
        app.router.add_post("/pa/{method}", self._call)
        app.router.add_get("/media/{name}", self._media)
        app.router.add_get("/moved/{name}", self._moved)
        self._runner = web.AppRunner(app, shutdown_timeout=0.05, handler_cancellation=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]

    async def down(self) -> None:
        """Close the socket: connections are refused until `up`."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
            await asyncio.sleep(0.001)  # clients notice that their connections are closed

    def forget_webhook(self) -> None:
        """As when another system took the bot and let it go."""
        self.webhook = None

    def fail_next(self, kind: Literal["429", "500", "hang", "drop", "status", "nonsense", "redirect"], **how: Any) -> None:
        """The next call to the API fails so; several calls make several failures."""
        self._faults.append(Fault(kind, **how))

    def phone(self, name: str = "Ana", *, address: str = "01234567890A=", language: str = "en", **more: Any) -> ViberPhone:
        """A new customer of this Viber."""
        made = ViberPhone(self, name, address, language, **more)
        self.phones[address] = made
        return made

    def next_token(self) -> int:
        return next(self._tokens)

    async def post(self, event: Json) -> tuple[int, bytes]:
        """Call the bot's webhook, signed, until it answers 200 or the attempts are used up; the last answer."""
        assert self.webhook is not None, "the bot has registered no webhook"
        body = encode(event)
        answer = (0, b"")
        for attempt in range(self.attempts):
            answer = await self.post_raw(self.webhook, body, self.signature(body))
            if answer[0] == 200:
                break
            await asyncio.sleep(0.005 * attempt)
        return answer

    async def post_raw(self, url: str, body: bytes, signature: str | None) -> tuple[int, bytes]:
        """One call as it is, right or forged."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        headers = {"Content-Type": "application/json"} | ({"X-Viber-Content-Signature": signature} if signature is not None else {})
        try:
            async with self._session.post(url, data=io.BytesIO(body), headers=headers) as response:
                answer = (response.status, await response.read())
        except aiohttp.ClientError:
            answer = (0, b"")
        self.answers.append((url, *answer))
        return answer

    def signature(self, body: bytes) -> str:
        return hmac.new(self.token.encode(), body, hashlib.sha256).hexdigest()

    async def settle(self) -> None:
        """Wait until all calls that are under way have been answered."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        raw = await request.read()
        method = request.match_info["method"]
        fault = self._next_fault()
        try:
            body = await request.json()
        except ValueError:
            return _status(rules.BAD_DATA, "not JSON")
        self.calls.append((method, body))
        if fault is None:
            return _answer(await self._answer(method, body, raw, request.headers.get("X-Viber-Auth-Token")))
        if fault.taken:
            await self._answer(method, body, raw, request.headers.get("X-Viber-Auth-Token"))
        return await self._fail(request, fault)

    def _next_fault(self) -> Fault | None:
        if self._faults and self._faults[0].after:
            self._faults[0] = replace(self._faults[0], after=self._faults[0].after - 1)
            return None
        return self._faults.popleft() if self._faults else None

    async def _fail(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        match fault.kind:
            case "429":
                return web.Response(status=429, headers={"Retry-After": str(int(fault.seconds))} if fault.seconds else {})
            case "500":
                return web.Response(status=500, text="oops")
            case "status":
                return _status(fault.status)
            case "nonsense":
                return web.Response(text="<html>It works</html>")
            case "redirect":
                raise web.HTTPTemporaryRedirect("http://127.0.0.1:9/")
            case "hang":
                await asyncio.sleep(fault.seconds)
            case "drop":
                pass
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async def _answer(self, method: str, body: Json, raw: bytes, token: str | None) -> Json:
        if token != self.token:
            return _failed(rules.INVALID_TOKEN)
        match method:
            case "set_webhook":
                return await self._set_webhook(body)
            case "get_account_info":
                return {
                    "status": 0,
                    "status_message": "ok",
                    "id": "pa:75346594275468546724",
                    "name": "Demo shop",
                    "uri": self.uri,
                    "webhook": self.webhook or "",
                    "event_types": list(self.event_types),
                    "subscribers_count": sum(phone.subscribed for phone in self.phones.values()),
                }
            case "send_message":
                return self._send(body, raw)
        return _failed(rules.BAD_DATA, "unknown method")

    async def _set_webhook(self, body: Json) -> Json:
        url = body.get("url")
        if not isinstance(url, str):
            return _failed(rules.MISSING_DATA, "url is missing")
        call = encode({"event": "webhook", "timestamp": 1457764197627, "message_token": self.next_token()})
        status, _ = await self.post_raw(url, call, self.signature(call))
        if status != 200:
            return _failed(rules.INVALID_URL, "Result code of webhook is not 200")
        self.webhook, self.event_types = url, tuple(body.get("event_types", ()))
        return {"status": 0, "status_message": "ok", "event_types": list(self.event_types)}

    def _send(self, body: Json, raw: bytes) -> Json:
        wrong = rules.server_fault(body, raw)
        if wrong is not None:
            return _failed(*wrong)
        phone = self.phones.get(body["receiver"])
        if self.webhook is None:
            return _failed(rules.NO_WEBHOOK)
        if phone is None:
            return _failed(rules.NOT_REGISTERED)
        if not phone.subscribed:
            return _failed(rules.NOT_SUBSCRIBED)
        if phone.unanswered >= self.unanswered:
            return _failed(rules.TOO_MANY)
        phone.unanswered += 1
        token = self.next_token()
        refused = rules.phone_fault(body)
        if refused is None:
            phone.receive(body, token)
        event = {"event": "failed", "desc": refused} if refused else {"event": "delivered"}
        if event["event"] in self.event_types:
            call = event | {"timestamp": 1457764197627, "message_token": token, "user_id": phone.address}
            self._later(call)
        return {"status": 0, "status_message": "ok", "message_token": token, "chat_hostname": "SN-CHAT-01_", "billing_status": 0}

    def _later(self, call: Json) -> None:
        """Viber tells of receipts by and by, not before it has answered."""

        async def tell() -> None:
            await self.post(call)

        task = asyncio.create_task(tell())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _media(self, request: web.Request) -> web.Response:
        assert "X-Viber-Auth-Token" not in request.headers, "the token is not for files"
        found = self.media.get(request.match_info["name"])
        return web.Response(body=found) if found is not None else web.Response(status=404)

    async def _moved(self, request: web.Request) -> web.Response:
        raise web.HTTPFound(f"/media/{request.match_info['name']}")


def _answer(body: Json) -> web.Response:
    return web.Response(body=encode(body), content_type="application/json")


def _failed(status: int, words: str = "") -> Json:
    return {"status": status, "status_message": words or rules.NAMES.get(status, "generalError")}


def _status(status: int, words: str = "") -> web.Response:
    return _answer(_failed(status, words))
