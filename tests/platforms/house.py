"""A running Frontdesk connected to one messenger's stand-in, and a customer who talks to it through that messenger.

`serving` starts what `frontdesk run` starts: the core on a store, its web server on a real port, the connector. Only the clock, the demo
shop and the engine are the tests' own, and the pace is quick, because transcripts are not about waiting.
"""

from __future__ import annotations

import re
import socket
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.app import Desk, demo_shop, flow_names, open_desk, web_app
from bot.config import Config, load
from bot.connector import Messenger, Pace
from bot.flow import Flow
from bot.message import Message
from bot.store.store import MEMORY
from connectors.shops.demo.shop import DemoShop
from flows import FLOWS
from tests.chat import ANSWER_WITHIN, ROOT, Chat, Clock, Mailbox, engine
from tests.standins.phone import Bubble, Phone, Tap

QUICK = Pace(rate=1e6, burst=10**6, chat_rate=1e6, chat_burst=10**6)


def free_port() -> socket.socket:
    """A listening socket of this machine: its address is known before the server is built."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", 0))
    return listening


def config_of(environment: dict[str, str]) -> Config:
    return load(ROOT / "config.yml", flows=flow_names(), environment=environment)


@asynccontextmanager
async def serving(
    config: Config,
    listening: socket.socket,
    *,
    clock: Clock | None = None,
    shop: DemoShop | None = None,
    database: str = MEMORY,
    pace: Pace | None = QUICK,
    patience: timedelta = timedelta(0),
    engine_: Any = None,
    flows: tuple[Flow, ...] = FLOWS,
    files: Path | None = None,
    made: Callable[[Desk], Sequence[Messenger]] | None = None,
) -> AsyncIterator[Desk]:
    """Frontdesk as `frontdesk run` serves it, on a socket that is bound already. `pace` None leaves each platform its own.

    `files` is the folder of what customers send; `made` gives messengers of the test's own in place of the configured ones.
    """
    clock = clock or Clock()
    async with open_desk(
        config,
        database=database,
        now=clock,
        shop=shop or demo_shop(clock),
        engine=engine_ or engine(),
        flows=flows,
        patience=patience,
        files=files,
    ) as desk:
        app = await web_app(desk, made(desk) if made is not None else None)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        async with desk.reception:
            await web.SockSite(runner, listening.dup()).start()
            try:
                for messenger in desk.messengers:
                    if pace is not None:
                        set_pace(messenger, pace)
                    await messenger.start()
                    assert messenger.fault is None, messenger.fault
                yield desk
            finally:
                for messenger in desk.messengers:
                    await messenger.close()
                await runner.cleanup()


def set_pace(messenger: Messenger, pace: Pace) -> None:
    """Give a connector another pace; transcripts do not wait."""
    messenger.pace = pace  # type: ignore[misc]  # read-only in the protocol: only a test changes it


class Offered(tuple[str, ...]):
    """What could be tapped or answered with a number. A title shortened by the platform counts as the title it stands for."""

    __slots__ = ()

    def __contains__(self, title: object) -> bool:
        return any(same_title(str(title), shown) for shown in self)


def same_title(title: str, shown: str) -> bool:
    shown = re.sub(r"^(✓ )?(\d+\. )?", "", shown)
    return shown == title or (shown.endswith("…") and title.startswith(shown[:-1].rstrip()))


@dataclass(slots=True)
class PhoneChat(Chat):
    """The customer of a transcript, with a messenger in between. What is heard are bubbles, not messages."""

    phone: Phone | None = None
    shown: list[Bubble] = field(default_factory=list)

    @property
    def mine(self) -> Phone:
        assert self.phone is not None
        return self.phone

    async def says(self, text: str) -> list[Message]:
        await self.mine.says(text)
        return await self.waits()

    async def shows(self, url: str = "", text: str = "") -> list[Message]:
        await self.mine.shows(text)
        return await self.waits()

    async def clicks(self, title: str) -> list[Message]:
        """Tap the newest button of that title; where the platform made a numbered line of it, write its number."""
        for bubble in reversed(self.mine.bubbles()):
            tap = find_tap(title, bubble.taps)
            if tap is not None:
                await self.mine.taps(tap)
                return await self.waits()
            number = find_number(title, bubble.text)
            if number is not None:
                return await self.says(number)
        raise AssertionError(f"nobody offered {title!r}; on the screen: {self.mine.bubbles()[-3:]}")

    async def waits(self) -> list[Message]:
        """Until everything is answered and sent."""
        assert await self.desk.reception.settled(self.mine.channel, self.mine.address, timeout=ANSWER_WITHIN)
        await self.desk.reception.outbox.send_queued()
        return self.listens()

    def listens(self) -> list[Message]:
        bubbles = self.mine.bubbles()
        self.shown, self.seen = bubbles[self.seen :], len(bubbles)
        return []

    @property
    def said(self) -> str:
        return "\n".join(line for b in self.shown for line in (b.text, *(t.description for t in b.taps)) if line)

    @property
    def titles(self) -> list[str]:
        return Offered(  # type: ignore[return-value]  # a list for those who only look whether something is in it
            [t for b in self.shown for tap in b.taps for t in (tap.title, tap.description) if t]
            + [m[1] for b in self.shown for m in re.finditer(r"^\d+\. (.+)$", b.text, re.MULTILINE)]
        )


def find_tap(title: str, taps: Iterable[Tap]) -> Tap | None:
    exact = [t for t in taps if title in (t.title, t.description)]
    return next(iter(exact), None) or next((t for t in taps if same_title(title, t.title)), None)


def find_number(title: str, text: str) -> str | None:
    found = re.search(rf"^(\d+)\. {re.escape(title)}( \(.*\))?$", text, re.MULTILINE)
    return found[1] if found else None


def phone_chat(desk: Desk, phone: Phone, clock: Clock, language: str) -> PhoneChat:
    return PhoneChat(desk, Mailbox(), clock, language=language, phone=phone)
