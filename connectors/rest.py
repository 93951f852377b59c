"""Rasa's REST channel: one request carries a message in, its answer carries everything said until the turn is done.

For tests, scripts and systems that already speak to Rasa. Nobody proves who a `sender` is, so the channel is off unless
it is switched on, and it vouches for no phone. Format:
https://rasa.com/docs/rasa/connectors/your-own-website/#restinput.
"""

from __future__ import annotations

import asyncio
import json
import math
import re
import uuid
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from bot.body import read_body
from bot.connector import Busy, Delivery, Desk, SendRefused, Sent
from bot.message import Button, Card, Media, Message
from bot.update import Update, UpdateKind

LARGEST_BODY = 1024 * 1024  # bytes
LONGEST_SENDER = 255  # characters; what the store's address column is meant for
# Buttons are given out with their payloads as they are; the core makes all of them begin so, and people do not write
# so.
_PRESS = re.compile(r"q:\S{1,62}")


def _utc_now() -> datetime:
    return datetime.now(UTC)


class BadRequest(ValueError):
    """The body is not what Rasa's REST channel takes; the text says why."""


@dataclass(eq=False, slots=True)
class _Sender:
    """One sender's turn: its requests follow each other, and `heard` collects what is said during the current one."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    requests: int = 0
    heard: list[Message] | None = None


@dataclass(frozen=True, slots=True)
class _Request:
    sender: str
    text: str
    message_id: str
    name: str | None
    locale: str | None


class RestChannel:
    """Rasa's REST channel as a messenger. `timeout` (seconds) is how long a request waits for its answers.

    `public_url` makes pictures' paths absolute. What is said when no request of the sender is open cannot be delivered:
    `send` raises SendRefused, so that it is seen and not silently dropped.
    """

    name = "rest"
    resends = False  # an answer belongs to its request; when that is gone, nobody listens
    receipts = False
    pace = None

    def __init__(self, desk: Desk, *, timeout: float = 30.0, public_url: str = "", now: Callable[[], datetime] = _utc_now) -> None:
        self._desk = desk
        self._timeout = timeout
        self._public_url = public_url.rstrip("/")
        self._now = now
        self._senders: dict[str, _Sender] = {}

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/webhooks/rest/webhook", self._webhook)]

    async def send(self, delivery: Delivery) -> Sent:
        sender = self._senders.get(delivery.address)
        if sender is None or sender.heard is None:
            raise SendRefused("no_open_request", "this sender has no open request to answer")
        sender.heard.append(delivery.message)
        return Sent()

    async def forget(self, address: str) -> None:
        """Nothing is kept here."""

    async def typing(self, address: str) -> None:
        """Nothing on this channel shows it."""

    async def _webhook(self, request: web.Request) -> web.Response:
        try:
            asked = _read(await _body(request))
        except BadRequest as bad:
            return web.json_response({"status": "failure", "reason": str(bad)}, status=400)
        async with self._turn(asked.sender) as sender:
            sender.heard = []
            update = self._update(asked)
            try:
                new = await self._desk.accept([update])
                await self._desk.settled(self.name, asked.sender, timeout=self._timeout)
            except Busy as busy:
                headers = {"Retry-After": str(max(1, math.ceil(busy.retry_after)))}
                return web.json_response({"status": "failure", "reason": str(busy)}, status=429, headers=headers)
            finally:
                heard, sender.heard = sender.heard, None
            # The same message again gets the answer it had: a client that lost our response asks just so.
            messages = heard if new else await self._answered(update)
        items = [item for message in messages for item in self._items(asked.sender, message)]
        return web.json_response(items)

    @asynccontextmanager
    async def _turn(self, name: str) -> AsyncIterator[_Sender]:
        sender = self._senders.setdefault(name, _Sender())
        sender.requests += 1
        try:
            async with sender.lock:
                yield sender
        finally:
            sender.requests -= 1
            if not sender.requests:
                del self._senders[name]

    def _update(self, asked: _Request) -> Update:
        pressed = _PRESS.fullmatch(asked.text) is not None
        return Update(
            channel=self.name,
            # A client counts its own messages, so "1" of one sender is not "1" of another.
            platform_id=f"{asked.sender} {asked.message_id}",
            address=asked.sender,
            kind=UpdateKind.BUTTON if pressed else UpdateKind.TEXT,
            sent_at=self._now(),
            text="" if pressed else asked.text,
            payload=asked.text if pressed else "",
            name=asked.name,
            locale=asked.locale,
        )

    async def _answered(self, update: Update) -> list[Message]:
        lines = await self._desk.history(self.name, update.address)
        answers: list[Message] = []
        found = False
        for line in lines:
            if line.direction == "in":
                found = line.client_id == update.platform_id
            elif found:
                answers.append(line.message)
        return answers

    def _items(self, sender: str, message: Message) -> list[dict[str, Any]]:
        """One message as Rasa's list: text with buttons, then pictures and files, then each card."""
        first = _item(sender, _with_links(message.text, message.buttons), message.buttons)
        if message.location is not None:
            place = message.location
            address = f"https://www.openstreetmap.org/?mlat={place.latitude}&mlon={place.longitude}"
            first["text"] = "\n".join(line for line in (first.get("text"), place.label, address) if line)
        items = [first, *(self._media(sender, media) for media in message.media)]
        items += [self._card(sender, card) for card in message.cards]
        return [item for item in items if len(item) > 1]

    def _card(self, sender: str, card: Card) -> dict[str, Any]:
        text = "\n".join(line for line in (card.title, card.subtitle) if line)
        item = _item(sender, _with_links(text, card.buttons), card.buttons)
        return item | ({"image": self._absolute(card.picture.url)} if card.picture else {})

    def _media(self, sender: str, media: Media) -> dict[str, Any]:
        kind = "image" if media.kind == "image" else "attachment"
        return {"recipient_id": sender, kind: self._absolute(media.url)}

    def _absolute(self, url: str) -> str:
        return self._public_url + url if url.startswith("/") else url


def _item(sender: str, text: str, buttons: Sequence[Button]) -> dict[str, Any]:
    given = [{"title": button.title, "payload": button.payload} for button in buttons if button.url is None]
    for item, button in zip(given, (button for button in buttons if button.url is None), strict=True):
        if button.description:
            item["description"] = button.description
    return {"recipient_id": sender} | ({"text": text} if text else {}) | ({"buttons": given} if given else {})


def _with_links(text: str, buttons: Sequence[Button]) -> str:
    """Rasa's buttons know no address, so those that are links become lines of the text."""
    return "\n".join(line for line in (text, *(f"{button.title}: {button.url}" for button in buttons if button.url)) if line)


async def _body(request: web.Request) -> bytes:
    body = await read_body(request, LARGEST_BODY)
    if body is None:
        raise web.HTTPRequestEntityTooLarge(max_size=LARGEST_BODY, actual_size=LARGEST_BODY + 1)
    return body


def _read(body: bytes) -> _Request:
    """Check the fields. Unknown ones are none of our business. Raises BadRequest."""
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadRequest("the body is not JSON") from error
    if not isinstance(fields, dict):
        raise BadRequest("the body must be a JSON object")
    sender, text = fields.get("sender"), fields.get("message")
    if not isinstance(sender, str) or not _clean(sender):
        raise BadRequest("sender is missing; it must be a string that is not empty")
    if len(sender) > LONGEST_SENDER:
        raise BadRequest(f"sender is longer than {LONGEST_SENDER} characters")
    if not isinstance(text, str) or not _clean(text):
        raise BadRequest("message is missing; it must be a string that is not empty")
    metadata = fields.get("metadata")
    known = metadata if isinstance(metadata, dict) else {}
    message_id = known.get("message_id")
    return _Request(
        sender=_clean(sender),
        text=_clean(text),
        message_id=str(message_id) if isinstance(message_id, str | int) and message_id != "" else uuid.uuid4().hex,
        name=_text_or_none(known.get("name")),
        locale=_text_or_none(known.get("language")),
    )


def _clean(text: str) -> str:
    return text.encode("utf-8", errors="replace").decode().replace("\0", "").strip()


def _text_or_none(value: object) -> str | None:
    return (_clean(value) or None) if isinstance(value, str) else None
