"""A real process that can be told to kill itself with SIGKILL at a named point of its work.

    python -m tests.acceptance.victim FOLDER [POINT]

Reads commands on standard input: `say ID TEXT` (answered "stored ID" once the update is acknowledged, "quiet" when nothing is left
to do), `promise SECONDS` (an agent promises something), `arm` (from now on POINT is deadly), `later SECONDS`, `stop`. Whatever it sends is
appended to FOLDER/sent as JSON lines and flushed to disk. The points wrap the real parts from outside; the code under test has no hook for
them.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import load_engine, open_desk
from bot.connector import Delivery, Sent
from bot.desk.events import Events
from bot.desk.ledger import Ledger
from bot.desk.replies import Replies
from bot.store import upkeep
from bot.update import Update, UpdateKind
from connectors.shops.demo.shop import DemoShop
from tests.chat import NOON, config
from tests.desk.office import hire

POINTS = (
    "before accept",
    "after accept",
    "understand",
    "before started",
    "after started",
    "before create_return",
    "after create_return",
    "before finished",
    "after finished",
    "before commit",
    "after commit",
    "before send",
    "after send",
    "after mark",
    "inside timer",
)
"""The points at which a single process can die, in the order in which a turn meets them."""


class Trigger:
    """Kills the process when its point is reached after being armed."""

    def __init__(self, point: str) -> None:
        self.point = point
        self.armed = False

    def reached(self, point: str) -> None:
        if self.armed and point == self.point:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, owner: Any, name: str, label: str | None = None) -> None:
        """Put the trigger before and after a coroutine method."""
        inner: Callable[..., Awaitable[Any]] = getattr(owner, name)
        label = label or name

        async def guarded(*args: Any, **kwargs: Any) -> Any:
            self.reached(f"before {label}")
            result = await inner(*args, **kwargs)
            self.reached(f"after {label}")
            return result

        guarded.__name__ = name
        setattr(owner, name, guarded)


class Postbox:
    """The channel: what is sent is on disk before it is reported sent."""

    name = "post"
    resends = True
    receipts = False
    pace = None

    def __init__(self, path: Path) -> None:
        self._path = path

    async def send(self, delivery: Delivery) -> Sent:
        line = {"id": delivery.id, "text": delivery.message.text, "at": len(delivery.message.buttons)}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        return Sent()

    async def typing(self, address: str) -> None:
        return None

    async def forget(self, address: str) -> None:
        return None


async def live(folder: Path, point: str) -> None:
    moved = folder / "clock"
    clock = NOON + timedelta(seconds=float(moved.read_text()) if moved.exists() else 0)

    def now() -> datetime:
        return clock

    shop = DemoShop(now=now, journal=folder / "shop.jsonl")
    engine = load_engine()
    trigger = Trigger(point)
    async with open_desk(config(), database=str(folder / "desk.db"), now=now, shop=shop, engine=engine, patience=timedelta(0)) as desk:
        postbox = Postbox(folder / "sent")
        desk.connectors["post"] = postbox
        _lay_traps(trigger, desk, shop, engine, postbox)
        events, outbox = Events(), desk.reception.outbox
        replies = Replies(desk.store, outbox, now, events)
        ledger = Ledger(desk.store, outbox, now, events, desk.stage.texts, desk.stage.house, replies)
        async with desk.reception:
            while line := (await asyncio.to_thread(sys.stdin.readline)).strip():
                command, _, rest = line.partition(" ")
                if command == "arm":
                    trigger.armed = True
                elif command == "later":
                    clock += timedelta(seconds=float(rest))
                    moved.write_text(str((clock - NOON).total_seconds()))
                    await desk.reception.sweep()
                elif command == "promise":
                    await _promise(desk, ledger, clock + timedelta(seconds=float(rest)))
                elif command == "say":
                    name, _, text = rest.partition(" ")
                    await desk.reception.accept([Update("post", name, "customer", UpdateKind.TEXT, datetime.now(UTC), text, locale="en")])
                    print("stored", name, flush=True)
                await desk.reception.settled("post", "customer", timeout=30)
                await desk.reception.sweep()
                await desk.reception.settled("post", "customer", timeout=30)
                print("quiet", flush=True)


async def _promise(desk: Any, ledger: Ledger, due: datetime) -> None:
    conversation = await desk.store.conversation("post", "customer")
    await ledger.promise(conversation, await hire(desk.store), "I will find out", due)


def _lay_traps(trigger: Trigger, desk: Any, shop: Any, engine: Any, postbox: Postbox) -> None:
    for name in ("accept", "started", "finished", "commit"):
        trigger.around(desk.store, name)
    mark_sent = desk.store.mark_sent

    def marked(*args: Any, **kwargs: Any) -> Any:
        future = mark_sent(*args, **kwargs)
        future.add_done_callback(lambda _: trigger.reached("after mark"))
        return future

    desk.store.mark_sent = marked
    trigger.around(shop, "create_return")
    trigger.around(postbox, "send")
    understand = engine.understand

    def understood(*args: Any, **kwargs: Any) -> Any:
        trigger.reached("understand")
        return understand(*args, **kwargs)

    engine.understand = understood
    fire = upkeep.fire_timers

    def fired(*args: Any, **kwargs: Any) -> Any:
        found = fire(*args, **kwargs)
        if found:
            trigger.reached("inside timer")
        return found

    upkeep.fire_timers = fired


if __name__ == "__main__":
    asyncio.run(live(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""))
