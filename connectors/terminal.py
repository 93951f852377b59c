"""A customer in the terminal: the shortest way through the whole core, and the one scripts use.

Reads one message a line; a number or a button's title presses it as on any channel. When standard input is no terminal it prints
the replies of each line and ends with the input. With `as_json` each reply is one JSON object a line.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TextIO

from bot.connector import Delivery, Desk, Sent
from bot.message import Button, Message
from bot.update import Update, UpdateKind

ADDRESS = "terminal"
ANSWER_WITHIN = 60.0  # seconds
Trace = Callable[[int], Awaitable[dict[str, str]]]


class Terminal:
    """The connector and its loop. `traces` gives the trace of a message by its id, for --json."""

    name = "terminal"
    resends = True
    receipts = False
    pace = None

    def __init__(
        self, desk: Desk, now: Callable[[], datetime], *, language: str, name: str | None, as_json: bool, out: TextIO = sys.stdout
    ) -> None:
        self._desk = desk
        self._now = now
        self._language = language
        self._name = name
        self._json = as_json
        self._out = out
        self._heard: list[Delivery] = []
        self._buttons: tuple[Button, ...] = ()
        self._count = 0

    async def send(self, delivery: Delivery) -> Sent:
        self._heard.append(delivery)
        return Sent()

    async def forget(self, address: str) -> None:
        """Nothing is kept here."""

    async def typing(self, address: str) -> None:
        return None

    async def converse(self, lines: TextIO, trace: Trace) -> None:
        """Talk until the input ends."""
        if lines.isatty():
            await self._say(
                Update("terminal", "start", ADDRESS, UpdateKind.START, self._now(), name=self._name, locale=self._language), trace
            )
        while line := await asyncio.to_thread(self._next, lines):
            await self._say(self._update(line.rstrip("\n")), trace)

    def _next(self, lines: TextIO) -> str:
        if lines.isatty():
            self._out.write("> ")
            self._out.flush()
        return lines.readline()

    def _update(self, text: str) -> Update:
        self._count += 1
        key = f"line:{self._count}"
        pressed = next((b for b in self._buttons if text in (b.payload, f"[{b.title}]")), None)
        if pressed is not None:
            return Update("terminal", key, ADDRESS, UpdateKind.BUTTON, self._now(), pressed.title, pressed.payload, name=self._name)
        return Update("terminal", key, ADDRESS, UpdateKind.TEXT, self._now(), text, name=self._name, locale=self._language)

    async def _say(self, update: Update, trace: Trace) -> None:
        await self._desk.accept([update])
        await self._desk.settled("terminal", ADDRESS, timeout=ANSWER_WITHIN)
        for delivery in self._heard:
            self._show(delivery.message, await trace(delivery.id) if self._json else {})
            if delivery.message.options:
                self._buttons = delivery.message.options
        self._heard.clear()
        self._out.flush()

    def _show(self, message: Message, trace: dict[str, str]) -> None:
        if self._json:
            self._out.write(json.dumps(as_object(message, trace), ensure_ascii=False) + "\n")
            return
        for card in message.cards:
            self._out.write(f"  ▸ {card.title}\n" + "".join(f"    {line}\n" for line in card.subtitle.splitlines()))
        if message.text:
            self._out.write(message.text + "\n")
        for media in message.media:
            self._out.write(f"  ({media.alt or media.kind}: {media.url})\n")
        for number, button in enumerate(message.options, 1):
            self._out.write(f"  {number}. {button.title}\n")
        for button in message.buttons:
            if button.url:
                self._out.write(f"  → {button.title}: {button.url}\n")
        self._out.write("\n")


def as_object(message: Message, trace: dict[str, str]) -> dict[str, object]:
    """A reply as scripts read it."""
    cards = [f"{c.title}: {c.subtitle}" for c in message.cards]
    pictures = [c.picture for c in message.cards if c.picture]
    return {
        "text": "\n".join(x for x in (*cards, message.text) if x),
        "buttons": [{"title": b.title, "payload": b.payload} for b in message.options],
        "attachments": [{"type": m.kind, "url": m.url} for m in (*pictures, *message.media)],
        "language": message.language,
        "intent": trace.get("intent"),
        "flow": trace.get("flow"),
    }
