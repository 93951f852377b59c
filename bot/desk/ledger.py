"""The promise ledger as agents see it: promised with one click, kept once, or moved with an apology; the owner is warned before.

A promise is a row and two timers. The first warns its owner; the second, later but still before the promise is due, apologises to the
customer with a new time when nobody has kept it (`bot/promises.py`, the same for promises of flows). So a promise ends kept or apologised
for, exactly once, whatever is restarted when. Rows are `bot/store/ledger.py`'s.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.desk.events import Events
from bot.desk.replies import Empty, Replies
from bot.desk.values import Agent, Changed, NotAllowed
from bot.house import House
from bot.message import Message
from bot.outbox import Outbox
from bot.quiet import LEAD, look_at, quiet_until
from bot.scene import Scene
from bot.store import ledger as rows
from bot.store import replies
from bot.store.store import Store
from bot.store.values import micros, moment, text_of
from bot.texts import Texts, Voice
from bot.timers import Due, Timer
from intents.entities.contacts import phones


@dataclass(frozen=True, slots=True)
class Owed:
    """An open promise. `owner` is agent:<id>, or "agent" for whoever has the case; `phone` is the number a call-back was promised to."""

    id: int
    conversation: int
    customer: str
    channel: str
    text: str
    owner: str
    name: str
    due: datetime
    made: datetime
    moves: int
    late: bool
    phone: str = ""


class Ledger:
    def __init__(
        self, store: Store, outbox: Outbox, now: Callable[[], datetime], events: Events, texts: Texts, house: House, said: Replies
    ) -> None:
        self._store = store
        self._outbox = outbox
        self._now = now
        self._events = events
        self._texts = texts
        self._house = house
        self._replies = said

    def timers(self) -> dict[str, Due]:
        """The kinds of timers worked out here, for `Turns.timers`."""
        return {rows.WARNING: self._warn}

    async def promise(self, conversation: int, agent: Agent, text: str, due: datetime, *, client_id: str = "", tell: bool = False) -> int:
        """Write a promise down. Returns its id; the same `client_id` again is the same promise.

        `tell` says it to the customer as well, with its time; then the conversation must be the agent's. Raises Empty, NotAllowed (its
        time is past), NotYours, NothingThere.
        """
        now, zone = self._now(), self._house.hours.timezone
        words = text.encode("utf-8", "replace").decode().strip()[:1000]
        if not words:
            raise Empty
        if due <= now:
            raise NotAllowed
        row, timers = self._store.new_id(), (self._store.new_id(), self._store.new_id())
        key = f"agent/{agent.id}/{client_id or row}".replace("~", "-")[:190]

        def job(db: sqlite3.Connection) -> int:
            found = replies.owned(db, conversation, agent.id) if tell else replies.head(db, conversation)
            stored = rows.add(db, row, found.id, key, words, f"agent:{agent.id}", micros(due), micros(now))
            if stored == row:
                _clocks(db, timers, conversation, key, due, now, zone)
            return stored

        stored = int(await self._store.write(job))
        if stored == row:
            self._events.tell(Changed(conversation, "promise", row, agent.id, now))
        if tell:
            said = await self._words(conversation, "promise-given", what=words, due=due)
            await self._replies.say(conversation, agent, said, client_id=f"promise/{stored}")
        return stored

    async def keep(self, promise: int, agent: Agent) -> bool:
        """It is done. False when it was settled before. Raises NothingThere."""
        at = self._now()

        def job(db: sqlite3.Connection) -> tuple[int, bool]:
            found = rows.find(db, promise)
            return found.conversation, rows.settle(db, found, "kept", f"agent:{agent.id}", micros(at))

        conversation, changed = await self._store.write(job)
        if changed:
            self._events.tell(Changed(conversation, "promise", promise, agent.id, at))
        return bool(changed)

    async def move(self, promise: int, agent: Agent, due: datetime) -> int:
        """Give it a new time. The customer gets an apology with it, after the quiet hours if it is night, unless they wanted no notices.

        Returns the new promise's id. Raises NothingThere, NotAllowed (it is settled, or the new time is past).
        """
        now, zone = self._now(), self._house.hours.timezone
        if due <= now:
            raise NotAllowed
        row, notice, timers = self._store.new_id(), self._store.new_id(), (self._store.new_id(), self._store.new_id())
        sent_at = quiet_until(now, zone) or now

        def job(db: sqlite3.Connection) -> int:
            found = rows.find(db, promise)
            if not rows.settle(db, found, "moved", f"agent:{agent.id}", micros(now)):
                raise NotAllowed
            rows.add(db, row, found.conversation, found.next_key, found.text, found.owner, micros(due), micros(now))
            _clocks(db, timers, found.conversation, found.next_key, due, now, zone)
            to = replies.head(db, found.conversation)
            if not to.stopped:
                said = self._texts.text("promise-late", self._voice(to), {"was": moment(found.due), "due": due})
                message = Message(said, language=to.language, purpose="promise_late", to=to.name or "")
                trace = text_of({"decision": "agent", "agent": str(agent.id)})
                replies.notice(db, self._store.sql, notice, to, text_of(message), trace, micros(now), micros(sent_at))
            return found.conversation

        conversation = await self._store.write(job)
        await self._outbox.resume()
        self._events.tell(Changed(conversation, "promise", row, agent.id, now))
        return row

    async def open(self, *, conversation: int | None = None, agent: int | None = None) -> list[Owed]:
        """Open promises, the soonest first: of one conversation, of one agent, or all."""
        found, names = await self._store.read(lambda db: (rows.open_promises(db, conversation, agent), rows.names(db)))
        now = self._now()
        return [_owed(rows.Promised(*row[:8]), row[8], row[9], names, now) for row in found]

    async def _warn(self, scene: Scene, timer: Timer) -> str | None:
        conversation = int(scene.conversation)
        key = str(timer.data["key"])

        def look(db: sqlite3.Connection) -> tuple[rows.Promised, int] | None:
            found = rows.by_key(db, conversation, key)
            return (found, rows.keeper(db, found)) if found is not None and found.state == "open" else None

        found = await self._store.read(look)
        if found is None:
            return "the promise is settled"
        promise, agent = found
        scene.changed.append(Changed(conversation, "promise", promise.id, agent, scene.now))
        return "its owner is warned"

    async def _words(self, conversation: int, text: str, **params: object) -> str:
        to = await self._store.read(lambda db: replies.head(db, conversation))
        return self._texts.text(text, self._voice(to), params)

    def _voice(self, to: replies.Head) -> Voice:
        house = self._house
        return Voice(to.language, house.tone, "calm", to.name, house.name, house.hours.timezone, self._now())


def _clocks(
    db: sqlite3.Connection, timers: tuple[int, int], conversation: int, key: str, due: datetime, now: datetime, timezone: str
) -> None:
    """First the owner is warned; a third of that before the end, the customer would hear."""
    warning = look_at(due, now, timezone)
    data = {"key": key, "due": due.isoformat()}
    rows.add_timer(db, timers[0], conversation, rows.WARNING, data, micros(warning))
    rows.add_timer(db, timers[1], conversation, "promise", {**data, "made": now.isoformat()}, micros(apology_at(due, warning, timezone)))


def apology_at(due: datetime, warning: datetime, timezone: str) -> datetime:
    """When the customer hears of a new time if nobody has kept the promise since the warning. Before the night, if it is due in it."""
    last, evening = due - (due - warning) / 3, warning + min((due - warning) / 3, LEAD / 3)
    return next((at for at in (last, evening) if quiet_until(at, timezone) is None), warning)


def _owed(promise: rows.Promised, channel: str, customer: str | None, names: dict[str, str], now: datetime) -> Owed:
    phone = next((e.value for e in phones(promise.text)), "")
    due, made = moment(promise.due), moment(promise.made)
    who = names.get(promise.owner, "")
    return Owed(
        promise.id,
        promise.conversation,
        customer or "",
        channel,
        promise.text,
        promise.owner,
        who,
        due,
        made,
        promise.moves,
        due < now,
        phone,
    )
