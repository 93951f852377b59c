"""Promises that come due: kept, or apologised for with a new time *before* they are missed.

A promise's timer fires shortly before its time. When nobody has closed it by then, the customer hears so, with a new time; after
three new times the case is left to the shop's people without more words, for a fourth apology helps nobody. Notices respect STOP
and quiet hours.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime

from bot.quiet import quiet_until
from bot.scene import Scene
from bot.store import ledger
from bot.store.ledger import WARNING, Promised
from bot.store.store import Store
from bot.store.values import PromiseRow, TimerRow
from bot.timers import Timer

MOVES = 3


async def remind(scene: Scene, store: Store, timer: Timer) -> str | None:
    """Work out one due timer. Returns the reason when nothing was said."""
    conversation, data = int(scene.conversation), timer.data
    key, due = data["key"], datetime.fromisoformat(data["due"])

    def read(db: sqlite3.Connection) -> Promised | None:
        return ledger.by_key(db, conversation, key)

    promise: Promised | None = await store.read(read)
    if promise is None or promise.state != "open":
        return "the promise is settled"
    if scene.state.stopped:
        return "the customer wants no notices (STOP)"
    house = scene.stage.house
    wakes = quiet_until(scene.now, house.hours.timezone)
    if wakes is not None:
        scene.timers.append(TimerRow("promise", data, wakes))
        return "quiet hours: later"
    moves = int(data.get("moves", 0))
    if moves >= MOVES:
        return "apologised for often enough; left to the shop's people"
    later = house.hours.after(max(scene.now, due), house.lookup_within)
    again = promise.next_key
    scene.moved.append(key)
    scene.trace = {"decision": "timer"}
    scene.say("promise-late", was=due, due=later)
    said = scene.outgoing[-1]
    # Platforms that let a shop write first only in approved words choose them by this.
    scene.outgoing[-1] = replace(said, message=replace(said.message, purpose="promise_late", to=scene.state.name or ""))
    scene.promises.append(PromiseRow(again, promise.text, promise.owner, later))
    scene.timers.append(TimerRow("promise", {"key": again, "due": later.isoformat(), "moves": moves + 1}, scene.warn_at(later)))
    scene.timers.append(TimerRow(WARNING, {"key": again}, scene.warn_owner_at(later)))
    return None
