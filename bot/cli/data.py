"""`frontdesk reconcile`, `export` and `erase`: the stored truth and the people in it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, TypeVar

import typer

from bot.app import database_path, forget_files
from bot.cli.settings import DEFAULT, ConfigFile, read
from bot.errors import FrontdeskError
from bot.store import upkeep
from bot.store.store import MEMORY, Store
from bot.store.values import micros

T = TypeVar("T")
WORKED_ON = timedelta(seconds=60)  # what is younger may still be in a turn
Who = Annotated[str, typer.Argument(help="A customer's number, or channel:address.")]


def reconcile(config: ConfigFile = DEFAULT) -> None:
    """Prove that every stored update is answered, handed over, ignored with a reason, or a dead letter."""

    async def count(store: Store) -> tuple[dict[str, int], list[Any], list[Any]]:
        before = micros(datetime.now(UTC) - WORKED_ON)
        return await store.read(lambda db: (upkeep.balance(db), upkeep.stuck(db, before), upkeep.unanswered(db)))  # type: ignore[no-any-return]

    balance, stuck, unanswered = _with_store(config, count)
    total = sum(balance.values())
    print(f"{total} updates: " + ", ".join(f"{n} {state}" for state, n in sorted(balance.items())))
    for table, row, conversation in stuck:
        print(f"  unfinished: {table} {row} of conversation {conversation}")
    for row, conversation in unanswered:
        print(f"  said to be answered, but nothing was sent: inbox {row} of conversation {conversation}")
    if stuck or unanswered:
        raise typer.Exit(1)
    print("The sums agree.")


def export(customer: Who, config: ConfigFile = DEFAULT) -> None:
    """A person's data as JSON."""

    async def collect(store: Store) -> dict[str, Any]:
        known = await _customer(store, customer)

        def job(db: Any) -> dict[str, Any]:
            upkeep.log(db, micros(datetime.now(UTC)), "command line", "export", f"customer:{known}")
            return upkeep.export(db, known)

        return await store.write(job)  # type: ignore[no-any-return]

    print(json.dumps(_with_store(config, collect), ensure_ascii=False, indent=2))


def erase(customer: Who, config: ConfigFile = DEFAULT) -> None:
    """Remove what a person wrote and was told, for good."""

    async def remove(store: Store) -> int:
        known = await _customer(store, customer)
        addresses = await store.read(lambda db: upkeep.addresses(db, known))
        await store.write(lambda db: upkeep.erase(db, known, micros(datetime.now(UTC))))
        for channel, address in addresses:
            await forget_files(channel, address)
        return known

    print(f"customer {_with_store(config, remove)} is erased")


async def _customer(store: Store, who: str) -> int:
    known: int | None = await store.read(lambda db: upkeep.customer_of(db, who))
    if known is None:
        raise FrontdeskError(f"no customer {who}; give a customer's number or channel:address")
    return known


def _with_store(config: ConfigFile, job: Callable[[Store], Coroutine[Any, Any, T]]) -> T:
    path = database_path(read(config).store.url)
    if path == MEMORY:
        raise FrontdeskError("the configuration keeps nothing on disk (store.url is memory)")

    async def work() -> T:
        store = await Store.open(path)
        try:
            return await job(store)
        finally:
            await store.close()

    return asyncio.run(work())
