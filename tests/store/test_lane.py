"""A lane: what waits shares one transaction; the fault of one is never the loss of another."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from bot.store.lane import Lane, LaneClosed


@pytest.fixture
async def lane(tmp_path: Path) -> AsyncIterator[Lane]:
    opened = Lane(lambda: sqlite3.connect(tmp_path / "lane.db", isolation_level=None, check_same_thread=False), name="lane", writes=True)
    await opened.run(lambda db: db.execute("CREATE TABLE t (x INTEGER PRIMARY KEY)"))
    yield opened
    await opened.close()


def put(x: int) -> Callable[[sqlite3.Connection], int]:
    def job(db: sqlite3.Connection) -> int:
        db.execute("INSERT INTO t VALUES (?)", (x,))
        return x

    return job


def rows(db: sqlite3.Connection) -> list[int]:
    return [x for (x,) in db.execute("SELECT x FROM t ORDER BY x")]


async def test_a_job_answers_with_its_result(lane: Lane) -> None:
    assert await lane.run(put(1)) == 1
    assert await lane.run(rows) == [1]


async def test_what_waits_shares_one_transaction_in_order(lane: Lane) -> None:
    busy = Event()
    order: list[int] = []
    transactions: list[str] = []

    def first(db: sqlite3.Connection) -> None:
        db.set_trace_callback(transactions.append)
        busy.wait(5)

    def noted(x: int) -> Callable[[sqlite3.Connection], None]:
        def job(db: sqlite3.Connection) -> None:
            put(x)(db)
            order.append(x)

        return job

    slow = asyncio.create_task(lane.run(first))
    await asyncio.sleep(0.05)
    waiting = [asyncio.create_task(lane.run(noted(x))) for x in range(20)]
    await asyncio.sleep(0.05)
    busy.set()
    await asyncio.gather(slow, *waiting)
    assert order == list(range(20))
    assert [t for t in transactions if t.startswith(("BEGIN", "COMMIT"))].count("BEGIN IMMEDIATE") == 1, "one flush for twenty"


async def test_one_that_raises_costs_the_others_nothing(lane: Lane) -> None:
    results = await asyncio.gather(lane.run(put(1)), lane.run(put(2)), lane.run(put(1)), lane.run(put(3)), return_exceptions=True)
    assert [r for r in results if isinstance(r, int)] == [1, 2, 3]
    assert isinstance(results[2], sqlite3.IntegrityError)
    assert await lane.run(rows) == [1, 2, 3]


async def test_a_job_that_raises_half_way_leaves_nothing(lane: Lane) -> None:
    def half(db: sqlite3.Connection) -> None:
        put(1)(db)
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        await lane.run(half)
    assert await lane.run(rows) == []


async def test_a_caller_that_stopped_waiting_harms_nobody(lane: Lane) -> None:
    busy = Event()
    slow = asyncio.create_task(lane.run(lambda _: busy.wait(5)))
    await asyncio.sleep(0.02)
    given_up = asyncio.create_task(lane.run(put(1)))
    patient = asyncio.create_task(lane.run(put(2)))
    await asyncio.sleep(0.02)
    given_up.cancel()
    busy.set()
    await slow
    assert await patient == 2
    assert await lane.run(rows) == [1, 2], "what was asked for is done all the same"


async def test_closing_finishes_what_waits_and_takes_no_more(tmp_path: Path) -> None:
    lane = Lane(lambda: sqlite3.connect(tmp_path / "c.db", isolation_level=None, check_same_thread=False), name="lane", writes=True)
    waiting = asyncio.create_task(lane.run(lambda db: db.execute("CREATE TABLE t (x INTEGER)").fetchall()))
    await asyncio.sleep(0)
    await lane.close()
    await waiting
    with pytest.raises(LaneClosed):
        await lane.run(lambda _: None)


async def test_a_database_that_cannot_be_opened_is_an_error_and_not_a_wait(tmp_path: Path) -> None:
    def connect() -> Any:
        raise sqlite3.OperationalError("unable to open database file")

    lane = Lane(connect, name="lane", writes=True)
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        await asyncio.wait_for(lane.run(lambda _: None), 5)
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        await asyncio.wait_for(lane.run(lambda _: None), 5)
    await lane.close()
