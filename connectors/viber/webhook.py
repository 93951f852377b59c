"""Viber's calls: verified, read, stored, answered; and the welcome, which is the answer to one of them.

A customer who opens the chat is not subscribed. While their first turn runs, `send` puts what is said into their slot (`Slots`), and the
call's answer carries it as one message. When it takes too long the answer is empty, and what is said later waits until they write.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime

import structlog
from aiohttp import web

from bot.body import read_body
from bot.connector import Busy, Desk
from bot.message import Message
from bot.update import Update
from connectors.viber import limits
from connectors.viber.board import Json, encoded
from connectors.viber.hosting import Files
from connectors.viber.parse import CHANNEL, BadBody, Parsed, parse
from connectors.viber.render import render
from connectors.viber.signature import HEADER, signed
from connectors.viber.welcome import welcome

log = structlog.get_logger(__name__)

WELCOME_TIMEOUT = 3.0  # seconds; Viber repeats a call that is not answered in about five


class Slots:
    """Welcomes being written, by address."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._said: dict[str, list[Message]] = {}

    def open(self, address: str) -> bool:
        """Begin a welcome; False when one is being written to this address already."""
        if address in self._said:
            return False
        self._said[address] = []
        return True

    def holds(self, address: str) -> bool:
        return address in self._said

    def put(self, address: str, message: Message) -> bool:
        """Add to a welcome that `holds` says is open; False when it is full."""
        said = [*self._said[address], message]
        if welcome(said, self._files) is None and any(render(one, self._files) for one in said):
            return False
        self._said[address] = said
        return True

    def close(self, address: str) -> list[Message]:
        return self._said.pop(address, [])


class Webhook:
    """The handler. `envelope` puts the sender into a welcome; `heard` is told of every customer who wrote."""

    def __init__(
        self,
        desk: Desk,
        token: str,
        slots: Slots,
        files: Files,
        *,
        envelope: Callable[[Json], Json],
        heard: Callable[[str], None],
        now: Callable[[], datetime],
        timeout: float = WELCOME_TIMEOUT,
    ) -> None:
        self._desk = desk
        self._token = token
        self._slots = slots
        self._files = files
        self._envelope = envelope
        self._heard = heard
        self._now = now
        self._timeout = timeout

    async def handle(self, request: web.Request) -> web.Response:
        body = await _body(request)
        if not signed(self._token, body, request.headers.get(HEADER)):
            return web.Response(status=403)
        try:
            parsed = parse(body, self._now)
        except BadBody as bad:
            return web.json_response({"reason": str(bad)}, status=400)
        try:
            return await self._taken(parsed)
        except Busy as busy:
            return web.Response(status=429, headers={"Retry-After": str(max(1, math.ceil(busy.retry_after)))})
        except Exception as error:  # not stored, so Viber shall repeat it; an error of the store may quote the customer
            log.error("viber call not stored", kind=parsed.event, error=type(error).__name__)
            return web.Response(status=503)

    async def _taken(self, parsed: Parsed) -> web.Response:
        if parsed.receipts:
            await self._desk.report(parsed.receipts)
        if parsed.welcome:
            return await self._welcome(parsed.updates[0])
        if parsed.updates:
            if parsed.event == "message":
                self._heard(parsed.updates[0].address)
            await self._desk.accept(parsed.updates)
        return web.Response()

    async def _welcome(self, update: Update) -> web.Response:
        opened = self._slots.open(update.address)
        said: list[Message] = []
        try:
            new = await self._desk.accept([update])
            if opened and new:
                await self._desk.settled(CHANNEL, update.address, timeout=self._timeout)
        finally:
            if opened:
                said = self._slots.close(update.address)
        if opened and not new:  # our answer to the first call was lost on its way
            said = await self._said_before(update)
        part = welcome(said, self._files)
        if part is None:
            return web.Response()
        return web.Response(body=encoded(self._envelope(part)), content_type="application/json")

    async def _said_before(self, update: Update) -> list[Message]:
        """What was said since this call came first; nothing when the customer has written since, for then they are subscribed."""
        lines = await self._desk.history(CHANNEL, update.address, openings=True)
        said: list[Message] = []
        found = False
        for line in lines:
            if line.direction == "in":
                found, said = line.client_id == update.platform_id, []
            elif found:
                said.append(line.message)
        return said


async def _body(request: web.Request) -> bytes:
    body = await read_body(request, limits.BODY_BYTES)
    if body is None:
        raise web.HTTPRequestEntityTooLarge(max_size=limits.BODY_BYTES, actual_size=limits.BODY_BYTES + 1)
    return body
