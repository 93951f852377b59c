"""A test customer who talks through the whole path: inbox, understanding, flow, both transactions, outbox.

    async with chatting() as chat:
        await chat.says("I want to return order 1001")
        chat.hears("Which item", buttons=["Aurora kettle 1.7 l"])
        await chat.clicks("Aurora kettle 1.7 l")
        await chat.restarts()

Transcripts under tests/flows/<flow>/<what>.<language>.txt are the same talk as text a shop owner can read:

    # a comment; "# name: Ana" is the name the messenger shows, "# down" and "# up" switch the shop off and on,
    # "# restart" restarts everything, "# later: 2 hours" moves the clock,
    # "# resolve" lets an agent take the talk over and settle it
    > what the customer types
    > [Title of a button]          a tap
    > (photo)                      a picture
    < a piece of the answer ... another piece of it
    < [A button] [Another one]     buttons of the last message, in any order

Each `<` line must match somewhere in what was said since the last `>` line, in order.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from bot.app import Desk, demo_shop, flow_names, load_engine, open_desk
from bot.config import Config, load
from bot.connector import Delivery, Sent
from bot.message import Button, Message
from bot.store.store import MEMORY
from bot.turn import Engine
from bot.update import Attachment, Update, UpdateKind
from connectors.shops.demo.shop import DemoShop

ROOT = Path(__file__).parent.parent
NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)  # a Wednesday, in opening hours
ANSWER_WITHIN = 30.0


class Clock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, span: timedelta) -> None:
        self.now += span


class Mailbox:
    """The connector of the tests: remembers what was sent."""

    name = "test"
    resends = True
    receipts = False
    pace = None

    def __init__(self) -> None:
        self.sent: list[Delivery] = []

    async def send(self, delivery: Delivery) -> Sent:
        self.sent.append(delivery)
        return Sent()

    async def typing(self, address: str) -> None:
        return None

    async def forget(self, address: str) -> None:
        return None


@lru_cache(maxsize=1)
def config() -> Config:
    return load(ROOT / "config.yml", flows=flow_names(), environment={})


@lru_cache(maxsize=1)
def engine() -> Engine:
    """One engine for all tests: loading it is the slow part."""
    return load_engine(demo_shop(Clock()).names())


@dataclass(slots=True)
class Chat:
    """One customer. `heard` is everything since the last time they said something."""

    desk: Desk
    mailbox: Mailbox
    clock: Clock
    address: str = "customer"
    name: str | None = None
    language: str = "en"
    database: str = MEMORY
    heard: list[Message] = field(default_factory=list)
    everything: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0
    seen: int = 0

    @property
    def shop(self) -> DemoShop:
        assert isinstance(self.desk.shop, DemoShop)
        return self.desk.shop

    async def says(self, text: str) -> list[Message]:
        self.everything.append((">", text))
        return await self.sends(self._update(UpdateKind.TEXT, text))

    async def shows(self, url: str = "/chat/files/photo.png", text: str = "") -> list[Message]:
        """Send a picture."""
        self.everything.append((">", f"(photo) {text}".strip()))
        update = self._update(UpdateKind.MEDIA, text)
        photo = Attachment("image", url, "photo.png", "image/png", 1000)
        return await self.sends(replace(update, attachments=(photo,)))

    async def clicks(self, title: str) -> list[Message]:
        """Press the newest button of that title."""
        button = self.button(title)
        return await self.presses(button)

    async def presses(self, button: Button) -> list[Message]:
        self.everything.append((">", f"[{button.title}]"))
        update = self._update(UpdateKind.BUTTON, button.title)
        return await self.sends(replace(update, payload=button.payload))

    async def sends(self, *updates: Update) -> list[Message]:
        """Hand updates over as a connector does, and wait for the answers."""
        await self.desk.reception.accept(updates)
        await self.desk.reception.settled("test", self.address, timeout=ANSWER_WITHIN)
        return self.listens()

    def listens(self) -> list[Message]:
        """Everything sent to this customer since the last call."""
        mine = [d.message for d in self.mailbox.sent if d.address == self.address]
        self.heard, self.seen = mine[self.seen :], len(mine)
        self.everything += [("<", message.text) for message in self.heard]
        return self.heard

    def hears(self, *pieces: str, buttons: tuple[str, ...] | list[str] = ()) -> None:
        """What was heard last contains the pieces, and offers the buttons."""
        said = self.said
        for piece in pieces:
            assert piece.lower() in said.lower(), f"{piece!r} is not in:\n{said}"
        titles = self.titles
        for title in buttons:
            assert title in titles, f"no button {title!r} among {titles}"

    @property
    def said(self) -> str:
        return "\n".join(text_of(m) for m in self.heard)

    @property
    def titles(self) -> list[str]:
        return [b.title for m in self.heard for b in m.options]

    def button(self, title: str) -> Button:
        mine = [d.message for d in self.mailbox.sent if d.address == self.address]
        for message in reversed(mine):
            for button in message.options:
                if button.title == title:
                    return button
        raise AssertionError(f"nobody offered {title!r}; offered last: {self.titles}")

    def _update(self, kind: UpdateKind, text: str) -> Update:
        self.count += 1
        return Update("test", f"{self.address}:{self.count}", self.address, kind, self.clock(), text, name=self.name, locale=self.language)


def text_of(message: Message) -> str:
    """Every word of a message."""
    cards = [f"{c.title}\n{c.subtitle}" for c in message.cards]
    media = [m.alt for m in message.media]
    return "\n".join(x for x in (*cards, message.text, *media) if x)


@asynccontextmanager
async def opened(clock: Clock, mailbox: Mailbox, database: str = MEMORY, shop: DemoShop | None = None) -> AsyncIterator[Desk]:
    """A running core with the test's mailbox as its only channel."""
    async with open_desk(
        config(), database=database, now=clock, shop=shop or demo_shop(clock), engine=engine(), patience=timedelta(0)
    ) as desk:
        desk.connectors[mailbox.name] = mailbox
        async with desk.reception:
            yield desk


@asynccontextmanager
async def chatting(*, name: str | None = None, language: str = "en", clock: Clock | None = None) -> AsyncIterator[Chat]:
    """A customer at a fresh core in memory."""
    clock, mailbox = clock or Clock(), Mailbox()
    async with opened(clock, mailbox) as desk:
        yield Chat(desk, mailbox, clock, name=name, language=language)


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    kind: str  # ">", "<", "#"
    text: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation as written down; `path` names flow and language."""

    path: Path
    lines: tuple[Line, ...]

    @property
    def language(self) -> str:
        return self.path.suffixes[-2].lstrip(".")

    @property
    def said(self) -> list[str]:
        return [line.text for line in self.lines if line.kind == ">"]


def read_transcript(path: Path) -> Transcript:
    lines = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            assert line[0] in "><#", f"{path}:{number}: begins with none of > < #"
            lines.append(Line(number, line[0], line[1:].strip()))
    return Transcript(path, tuple(lines))


def transcripts() -> list[Path]:
    return sorted((ROOT / "tests" / "flows").glob("*/*.*.txt"))


async def say_line(chat: Chat, text: str) -> None:
    """Do what a `>` line says."""
    if text.startswith("[") and text.endswith("]"):
        await chat.clicks(text[1:-1])
    elif text.startswith("(photo)"):
        await chat.shows(text=text.removeprefix("(photo)").strip())
    else:
        await chat.says(text)


def check_line(chat: Chat, line: Line, start: int) -> int:
    """Compare a `<` line; returns where the next one may begin."""
    if re.fullmatch(r"(\[[^\]]+\]\s*)+", line.text):
        for title in re.findall(r"\[([^\]]+)\]", line.text):
            assert title in chat.titles, f"line {line.number}: no button [{title}]; there are {chat.titles}"
        return start
    said = re.sub(r"\s+", " ", chat.said)
    for piece in (p.strip() for p in line.text.split("...")):
        at = said.find(re.sub(r"\s+", " ", piece), start)
        assert at >= 0, f"line {line.number}: {piece!r} is not in:\n{chat.said}"
        start = at + len(piece)
    return start
