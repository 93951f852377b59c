"""What agents say and note: replies that reach the customer, private notes that never do, drafts that survive, and a retry that sends.

An agent speaks only while they have the baton: owner and epoch are looked at in the transaction that stores the message, and the outbox
looks again before it sends (`bot/outbox.py`). A reply is stored before it is sent, under the desk's own id for it, so that a click sent
twice, or a server killed in between, makes one message. Rows are `bot/store/replies.py`'s; times in words are `when.py`'s.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal
from weakref import WeakValueDictionary

from bot.connector import Delivery
from bot.desk.events import Events
from bot.desk.values import Agent, Changed
from bot.desk.when import promised
from bot.file_links import FileLinks
from bot.files import KeptFile
from bot.message import Media, Message
from bot.outbox import Outbox
from bot.store import replies as rows
from bot.store.store import Store
from bot.store.values import micros

REGRET = timedelta(minutes=10)  # how long a note can be taken back
LONGEST = 20_000  # characters of one reply, note or draft; connectors cut a reply as their platform wants it
Mode = Literal["reply", "note"]
MODES = ("reply", "note")
Canned = Mapping[str, Mapping[str, str]]
"""key -> language -> text, with `{name}`, `{agent}` and `{shop}`."""


class Empty(ValueError):
    """There is nothing to say or note."""


class Replies:
    """`canned` are the configuration's `desk.replies`; `links` gives agents' files their addresses, None where no files are sent."""

    def __init__(
        self,
        store: Store,
        outbox: Outbox,
        now: Callable[[], datetime],
        events: Events,
        *,
        canned: Canned | None = None,
        shop: str = "",
        links: FileLinks | None = None,
    ) -> None:
        self._store = store
        self._outbox = outbox
        self._now = now
        self._events = events
        self._canned = canned or {}
        self._shop = shop
        self._links = links
        self._in_order: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    # --- saying -------------------------------------------------------------------------------------------------------------
    async def say(self, conversation: int, agent: Agent, text: str, *, files: Sequence[KeptFile] = (), client_id: str) -> int:
        """Send a reply. Returns the message's id; the same `client_id` again is the same message and is not sent again.

        `files` were kept for the customer's address (`keep_for`). Raises NotYours, NothingThere, Empty.
        """
        words = _whole(text)
        if not words and not files:
            raise Empty
        row, at = self._store.new_id(), self._now()
        media = self._media(files)

        def job(db: sqlite3.Connection) -> Delivery | int:
            known = rows.said_before(db, conversation, agent.id, client_id)
            if known is not None:
                return known
            to = rows.owned(db, conversation, agent.id)
            # Where a closed window lets only approved words through, the general ones ask the customer to write.
            message = Message(words, media=media, language=to.language, purpose="reply_waiting", to=to.name or "")
            trace = {"decision": "agent", "agent": str(agent.id)}
            rows.say(db, self._store.sql, row, to, agent.id, message, trace, client_id, micros(at))
            return Delivery(row, to.channel, to.address, message, conversation=to.id, epoch=to.epoch, author=f"agent:{agent.id}")

        # One after the other: two quick replies must not overtake each other on their way out.
        lock = self._in_order.get(conversation)
        if lock is None:
            lock = self._in_order[conversation] = asyncio.Lock()
        async with lock:
            stored = await self._store.write(job)
            if not isinstance(stored, Delivery):
                return int(stored)
            self._events.tell(Changed(conversation, "message", row, agent.id, at))
            self._events.tell(Changed(conversation, "case", agent=agent.id, at=at))
            await self._outbox.deliver([stored])
        return row

    def _media(self, files: Sequence[KeptFile]) -> tuple[Media, ...]:
        if files and self._links is None:
            raise Empty
        return tuple(self._links.media(kept) for kept in files) if self._links is not None else ()

    async def keep_for(self, conversation: int) -> str:
        """The address under which a file for this customer is kept, so that it goes when they are erased. Raises NothingThere."""
        to = await self._store.read(lambda db: rows.head(db, conversation))
        return f"{to.channel}:{to.address}"

    async def retry(self, message: int, agent: Agent) -> None:
        """Send a message again that failed, is held, was stopped at the gate, or of which nobody knows whether it arrived.

        It is queued at once and goes out with the next look at the queue, within a second. Raises NothingThere, NotYours, NotAllowed.
        """
        at = self._now()
        conversation, _ = await self._store.write(lambda db: rows.retry(db, message, agent, micros(at)))
        await self._outbox.resume()
        self._events.tell(Changed(conversation, "status", message, agent.id, at))

    # --- notes and drafts -----------------------------------------------------------------------------------------------------
    async def note(self, conversation: int, agent: Agent, text: str) -> int:
        """Write something for colleagues; the customer never sees it. Anybody may. Raises Empty, NothingThere."""
        words = _whole(text)
        if not words:
            raise Empty
        row, at = self._store.new_id(), self._now()
        await self._store.write(lambda db: rows.note(db, row, conversation, agent.id, words, micros(at)))
        self._events.tell(Changed(conversation, "note", row, agent.id, at))
        return row

    async def delete_note(self, note: int, agent: Agent) -> None:
        """Take back a note of one's own, within ten minutes. Raises NothingThere, NotAllowed."""
        at = self._now()
        since = micros(at - REGRET)
        conversation = await self._store.write(lambda db: rows.delete_note(db, note, agent.id, since, micros(at)))
        self._events.tell(Changed(conversation, "note", note, agent.id, at))

    async def edit_draft(self, conversation: int, agent: Agent, mode: Mode, text: str) -> None:
        """Keep what is being written; empty text removes it. Raises NothingThere."""
        if mode not in MODES:
            raise ValueError(f"a draft is a reply or a note, not {mode!r}")
        at = micros(self._now())

        def job(db: sqlite3.Connection) -> None:
            rows.head(db, conversation)
            rows.save_draft(db, conversation, agent.id, mode, _whole(text, strip=False), at)

        await self._store.write(job)

    async def draft(self, conversation: int, agent: Agent, mode: Mode) -> str:
        """What the agent was writing; "" when nothing."""
        found: dict[str, str] = await self._store.read(lambda db: rows.drafts(db, conversation, agent.id))
        return found.get(mode, "")

    # --- help with writing ----------------------------------------------------------------------------------------------------
    def canned(
        self, language: str, customer_name: str | None, agent_name: str, *, more: Mapping[str, str] | None = None
    ) -> list[tuple[str, str]]:
        """The shop's ready replies in the customer's language as (key, text), variables filled in.

        Where a value is not known its variable goes, together with the blank or comma before it. `more` are further variables.
        """
        values = {"name": customer_name or "", "customer": customer_name or "", "agent": agent_name, "shop": self._shop, **(more or {})}
        return [(key, _filled(texts.get(language) or texts["en"], values)) for key, texts in self._canned.items()]

    @staticmethod
    def suggest_promise(text: str, now: datetime, timezone: str, language: str) -> tuple[datetime, str] | None:
        """(due in UTC, the words that promise it) when a reply promises something by a time; a suggestion, never more."""
        return promised(text, now, timezone, language)


_VARIABLE = re.compile(r"(?P<before>,? ?)\{(?P<name>[a-z_]+)\}")


def _filled(text: str, values: Mapping[str, str]) -> str:
    def put(match: re.Match[str]) -> str:
        value = values.get(match["name"], "")
        return match["before"] + value if value else ""

    return _VARIABLE.sub(put, text)


def _whole(text: str, *, strip: bool = True) -> str:
    """With half letters (a cut emoji) as "?": no database and no platform takes them."""
    words = text.encode("utf-8", "replace").decode()[:LONGEST]
    return words.strip() if strip else words
