"""A staff group with colleagues in it, the people's side of the core on a real store, and a customer on a channel that remembers."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from bot.connector import Pace
from bot.desk.agents import Agents
from bot.desk.baton import Baton
from bot.desk.closing import Closing
from bot.desk.events import Events
from bot.desk.ledger import Ledger
from bot.desk.lessons import Lessons
from bot.desk.people import People
from bot.desk.queue import Queue
from bot.desk.replies import Replies
from bot.desk.values import Agent, Changed, Role
from bot.desk.view import View
from bot.file_links import FileLinks
from bot.files import FileStore
from bot.message import Button, Message
from bot.outbox import Outbox
from bot.store.store import MEMORY, Store
from bot.update import Attachment, Update, UpdateKind
from connectors.desks.telegram_group import StaffGroup
from connectors.desks.telegram_group.mirror import Mirror
from tests.core.fakes import FakeChannel, house, words
from tests.desk.office import give
from tests.standins.telegram_forum import GROUP, STAFF_TOKEN, ForumServer, Member, Topic

ADDRESS = "session-1"
PATIENCE = 8.0  # seconds for something to be shown


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Room:
    server: ForumServer
    group: StaffGroup
    people: People
    store: Store
    outbox: Outbox
    channel: FakeChannel
    files: FileStore
    events: Events
    numbers: itertools.count[int]

    @property
    def topic(self) -> Topic:
        return self.server.topic

    @property
    def mirror(self) -> Mirror:
        assert self.group.mirror is not None
        return self.group.mirror

    def member(self, agent: Agent | None = None, *, user: int = 7001) -> Member:
        """A colleague, linked to an agent by `links`."""
        return Member(self.server, user=user, name=agent.name if agent else "Stranger")

    async def hires(self, name: str = "Maja", role: Role = Role.AGENT, *, user: int | None = 7001, language: str = "en") -> Agent:
        agent, _ = await self.people.agents.add(name, f"{name.lower()}@shop.example", role, "a long enough password")
        settings = replace(agent.settings, telegram=str(user) if user else "", language=language)
        return await self.people.agents.change(agent.id, settings=settings)

    # --- the customer ---------------------------------------------------------------------------------------------------------
    async def customer(self, text: str = "", *, address: str = ADDRESS, kind: UpdateKind = UpdateKind.TEXT, **more: Any) -> int:
        """Writes; the conversation."""
        update = Update("test", f"c{next(self.numbers)}", address, kind, now(), text=text, name="Ana Novak", locale="en", **more)
        [(conversation, _)] = await self.store.accept([update], now())
        self.events.tell(Changed(conversation, "message"))
        return conversation

    async def keeps(self, content: bytes, name: str = "photo.png") -> Attachment:
        async def chunks() -> AsyncIterator[bytes]:
            yield content

        kept = await self.files.keep(ADDRESS, name, chunks())
        return Attachment(kept.kind, f"/chat/files/{kept.id}", kept.name, kept.content_type, kept.size)

    async def bot(self, conversation: int, text: str, *titles: str) -> None:
        buttons = tuple(Button(title, title) for title in titles)
        delivery = await self.store.enqueue(conversation, Message(text, buttons=buttons), {}, now(), "bot")
        await self.outbox.deliver([delivery])
        self.events.tell(Changed(conversation, "message"))

    async def handed(self, text: str = "Where is my parcel?", *, address: str = ADDRESS) -> int:
        """The customer wrote, and the bot handed it over."""
        conversation = await self.customer(text, address=address)
        await give(self.store, conversation, "queue", case="waiting")
        self.events.tell(Changed(conversation, "owner"))
        return conversation

    async def case(self, conversation: int, *columns: str) -> tuple[Any, ...]:
        sql = f"SELECT {', '.join(columns)} FROM cases WHERE conversation_id = ? ORDER BY id DESC LIMIT 1"
        found = await self.store.read(lambda db: db.execute(sql, (conversation,)).fetchone())
        return tuple(found)

    # --- waiting --------------------------------------------------------------------------------------------------------------
    async def until(self, true: Callable[[], object], what: str = "") -> None:
        """Wait for something to be so."""
        for _ in range(int(PATIENCE / 0.02)):
            if _so(true):
                return
            await asyncio.sleep(0.02)
        shown = [t.texts for t in self.server.topics.values()]
        raise AssertionError(f"never so: {what}; the group shows {shown}; fault: {self.group.fault}")

    async def shows(self, words: str) -> None:
        """In any topic."""
        await self.until(lambda: any(words in text for t in self.server.topics.values() for text in t.texts), words)

    async def heard(self, words: str) -> None:
        """By the customer."""
        await self.until(lambda: any(words in said for said in self.channel.said), words)

    async def idle(self) -> None:
        """Nothing is left to be shown."""
        quiet = 0
        for _ in range(400):
            quiet = quiet + 1 if await self.mirror.settled() else 0
            if quiet > 8:
                return
            await asyncio.sleep(0.02)
        raise AssertionError("the group never comes to rest")


def _so(true: Callable[[], object]) -> bool:
    try:
        return bool(true())
    except (ValueError, IndexError, KeyError):  # not there yet
        return False


@asynccontextmanager
async def open_room(
    tmp_path: Path,
    *,
    database: str = MEMORY,
    server: ForumServer | None = None,
    pace: Pace | None = None,
    started: bool = True,
    token: str = STAFF_TOKEN,
    language: str = "en",
    **telegram: Any,
) -> AsyncIterator[Room]:
    """`server` is one that runs already, for a second start."""
    if server is None:
        async with ForumServer.open(**telegram) as made:
            kept = {"database": database, "pace": pace, "started": started, "token": token, "language": language}
            async with open_room(tmp_path, server=made, **kept) as room:  # type: ignore[arg-type]  # as they came
                yield room
        return
    store = await Store.open(database)
    channel, events = FakeChannel(), Events()
    outbox = Outbox(store, {channel.name: channel}, now, events=events)
    files = FileStore(tmp_path / "files", largest=50 * 1024 * 1024)
    home = house()
    replies = Replies(store, outbox, now, events, links=FileLinks(files, lambda: "secret", now))
    people = People(
        Agents(store, now, tell=events.tell),
        Baton(store, outbox, now, events, home, words()),
        cast(Queue, None),
        replies,
        Ledger(store, outbox, now, events, words(), home, replies),
        Closing(store, now, events, home),
        cast(View, None),
        Lessons(store, now, events),
        events,
    )
    group = StaffGroup(
        people,
        store,
        token=token,
        chat=GROUP,
        api_url=server.url,
        files=files,
        hours=home.hours,
        now=now,
        language=language,
        pace=pace,
        timeout=3.0,
        poll=5,
        pauses=(0.05, 0.1),
    )
    try:
        if started:
            await group.start()
        first = int(now().timestamp() * 1000) % 1_000_000_000
        yield Room(server, group, people, store, outbox, channel, files, events, itertools.count(first))
    finally:
        await group.close()
        await store.close()
