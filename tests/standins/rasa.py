"""Rasa's server on a real socket, as far as `/model/parse` goes: its answers, its refusals, and the ways in which it fails.

It understands what it was taught, word for word, and takes the rest for `nlu_fallback`. `fail` makes all calls fail until `heal`; `down`
and `up` close and open the socket at the same address.
"""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Literal

from aiohttp import web

Json = dict[str, Any]
Failure = Literal["hang", "slow", "500", "broken", "nonsense", "huge", "drop", "redirect"]
MODEL = "frontdesk.tar.gz"


@dataclass
class StandInRasa:
    """One server. `asked` are the texts it was asked about, in their order; `seconds` is how late a slow answer comes."""

    token: str | None = None
    loaded: bool = True
    seconds: float = 0.3
    port: int = 0  # a free one
    taught: dict[str, Json] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)  # whole bodies for a text, for what a real Rasa would not say
    asked: list[str] = field(default_factory=list)
    failure: Failure | None = None
    _runner: web.AppRunner | None = None
    _healed: asyncio.Event = field(default_factory=asyncio.Event)

    async def __aenter__(self) -> StandInRasa:
        await self.up()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        await self.down()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def teach(self, text: str, intent: str, confidence: float = 0.97, *entities: Json, others: dict[str, float] | None = None) -> None:
        """What a text is from now on. The ranking is the intent, then `others`."""
        ranking = [{"name": name, "confidence": share} for name, share in {intent: confidence, **(others or {})}.items()]
        self.taught[text] = {"intent": ranking[0], "intent_ranking": ranking, "entities": list(entities)}

    def fail(self, failure: Failure) -> None:
        self.failure = failure

    def heal(self) -> None:
        self.failure = None
        self._healed.set()
        self._healed = asyncio.Event()

    async def up(self) -> None:
        app = web.Application(client_max_size=1 << 20)
        app.router.add_post("/model/parse", self._parse)
        app.router.add_get("/status", self._status)
        app.router.add_get("/version", self._version)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def down(self) -> None:
        self.heal()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def _refusal(self, request: web.Request) -> web.Response | None:
        """The token counts only in the address, as with Rasa."""
        if self.token is not None and request.query.get("token") != self.token:
            return _error(401, "NotAuthenticated", "User is not authenticated.")
        if not self.loaded:
            return _error(409, "Conflict", "No agent loaded. To continue processing, a model of a trained agent needs to be loaded.")
        return None

    async def _version(self, _: web.Request) -> web.Response:
        return web.json_response({"version": "3.6.21", "minimum_compatible_version": "3.6.21"})

    async def _status(self, request: web.Request) -> web.Response:
        return self._refusal(request) or web.json_response({"model_file": MODEL, "model_id": "0" * 32, "num_active_training_jobs": 0})

    async def _parse(self, request: web.Request) -> web.StreamResponse:
        refused = self._refusal(request)
        if refused is not None:
            return refused
        raw = await request.read()
        if not raw:
            return _error(400, "BadRequest", "No text message defined in request_body.")
        try:
            text = json.loads(raw)["text"]
        except (ValueError, KeyError, TypeError) as error:
            return _error(500, "ParsingError", f"An unexpected error occurred. Error: {error}")
        text = text[0] if isinstance(text, list) else text
        self.asked.append(text)
        failed = await self._failed(request)
        if failed is not None:
            return failed
        return web.json_response(self.answers.get(text) or self._understood(text))

    async def _failed(self, request: web.Request) -> web.StreamResponse | None:
        match self.failure:
            case "hang":
                await self._healed.wait()
            case "slow":
                await asyncio.sleep(self.seconds)
            case "500":
                return _error(500, "ParsingError", "An unexpected error occurred.")
            case "broken":
                return web.Response(text='{"intent": {"name": "order_st', content_type="application/json")
            case "nonsense":
                return web.json_response({"intent": {"name": "order_status", "confidence": 42}})
            case "huge":
                return web.json_response({"intent": "x" * 1_500_000})
            case "redirect":
                return web.Response(status=302, headers={"Location": f"{self.url}/version"})
            case "drop":
                assert request.transport is not None
                request.transport.abort()
                return web.Response()
        return None

    def _understood(self, text: str) -> Json:
        tokens = [[one.start(), one.end()] for one in re.finditer(r"\w+", text)]
        command = re.match(r"/(\w+)", text.strip())
        if command:  # an intent by its name: surer than anything
            only = {"name": command[1], "confidence": 1.0}
            return {"text": text, "intent": only, "entities": [], "intent_ranking": [only]}
        fallback = {"name": "nlu_fallback", "confidence": 0.75}
        unknown = {"intent": fallback, "intent_ranking": [fallback, {"name": "greeting", "confidence": 0.21}], "entities": []}
        return {"text": text, "text_tokens": tokens, **(self.taught.get(text) or unknown)}


def _error(status: int, reason: str, message: str) -> web.Response:
    body: Json = {
        "version": "3.6.21",
        "status": "failure",
        "message": message,
        "reason": reason,
        "details": {},
        "help": None,
        "code": status,
    }
    return web.json_response(body, status=status)
