"""Promises that come due: kept, or apologised for with a new time *before* they are missed.

A promise's timer fires shortly before its time. When nobody has closed it by then, the customer hears so, with a new time; after
three new times the case is left to the shop's people without more words, for a fourth apology helps nobody. Notices respect STOP
and quiet hours.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from bot.scene import Scene
from bot.store import upkeep
from bot.store.store import Store
from bot.store.values import PromiseRow, TimerRow

MOVES = 3
QUIET_FROM, QUIET_TO = time(21), time(8)  # local time of the shop: no notice at night


async def remind(scene: Scene, store: Store, timer: dict[str, Any], conversation: int) -> str | None:
    """Work out one due timer. Returns the reason when nothing was said."""
    if timer["kind"] != "promise":
        return f"an unknown timer: {timer['kind']}"
    data = msgspec.json.decode(timer["data"])
    key, due = data["key"], datetime.fromisoformat(data["due"])

    def read(db: sqlite3.Connection) -> str | None:
        return upkeep.promise_state(db, conversation, key)

    if await store.read(read) != "open":
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
    again = f"{key.split('~')[0]}~{moves + 1}"
    scene.moved.append(key)
    scene.trace = {"decision": "timer"}
    scene.say("promise-late", was=due, due=later)
    said = scene.outgoing[-1]
    text = said.message.text
    # Platforms that let a shop write first only in approved words choose them by this.
    scene.outgoing[-1] = replace(said, message=replace(said.message, purpose="promise_late", to=scene.state.name or ""))
    scene.promises.append(PromiseRow(again, text, "agent", later))
    scene.timers.append(TimerRow("promise", {"key": again, "due": later.isoformat(), "moves": moves + 1}, scene.warn_at(later)))
    return None


def quiet_until(now: datetime, timezone: str) -> datetime | None:
    """The end of the quiet hours when it is night at the shop, else None."""
    here = now.astimezone(ZoneInfo(timezone))
    if QUIET_TO <= here.time() < QUIET_FROM:
        return None
    day = here.date() + timedelta(days=1) if here.time() >= QUIET_FROM else here.date()
    return datetime.combine(day, QUIET_TO, ZoneInfo(timezone)).astimezone(ZoneInfo("UTC"))
