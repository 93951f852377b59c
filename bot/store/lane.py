"""A lane: one thread with one database connection that works off whatever waits, in one transaction.

Theory. A durable commit costs a disk flush (about 1 ms), a statement costs microseconds. So the lane never lingers for a fuller
batch and never commits for one job alone when more wait: it takes all that are there, runs them between one BEGIN and one COMMIT,
and answers their callers together. Measured against a commit per message this is 4 to 37 times as many messages a second
(docs/performance.md).

A job is a plain function of the connection that returns its result. When one raises, the whole batch is rolled back and each job is run
again in a transaction of its own, so that the fault of one is never the loss of another: jobs must not act outside the
connection. Who raises `Unchanged` has written nothing, and spares the others that.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from bot.errors import FrontdeskError, Unchanged

T = TypeVar("T")
Job = Callable[[sqlite3.Connection], Any]
_Waiting = tuple[Job, "asyncio.Future[Any]"]


class LaneClosed(FrontdeskError):
    """The store is closed; nothing more is taken."""


class Lane:
    """Start it inside the event loop that will await its jobs."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], *, name: str, writes: bool) -> None:
        self._connect = connect
        self._begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
        self._waiting: deque[_Waiting] = deque()
        self._wake = threading.Condition()
        self._closing = False
        self._broken: Exception | None = None  # why there is no connection
        self._loop = asyncio.get_running_loop()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    async def run(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """The job's result, after its transaction is committed. Raises what the job raised."""
        return await self.submit(job)

    def submit(self, job: Callable[[sqlite3.Connection], T]) -> asyncio.Future[T]:
        """As `run`, for a caller that has something else to do before it waits; jobs are done in the order they are submitted."""
        future: asyncio.Future[T] = self._loop.create_future()
        with self._wake:
            if self._broken is not None:
                raise self._broken
            if self._closing:
                raise LaneClosed
            self._waiting.append((job, future))
            self._wake.notify()
        return future

    async def close(self) -> None:
        """Finish what waits, then end the thread and its connection."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        await asyncio.to_thread(self._thread.join)

    def _work(self) -> None:
        try:
            connection = self._connect()
        except Exception as error:  # nobody may wait for a database that cannot be opened
            with self._wake:
                self._broken = error
                waiting: list[_Answer] = [(future, None, error) for _, future in self._waiting]
                self._waiting.clear()
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(_deliver, waiting)
            return
        while True:
            with self._wake:
                while not self._waiting and not self._closing:
                    self._wake.wait()
                batch = list(self._waiting)
                self._waiting.clear()
            if not batch:
                break
            answers = self._together(connection, batch)
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                self._loop.call_soon_threadsafe(_deliver, answers)
        connection.close()

    def _together(self, connection: sqlite3.Connection, batch: list[_Waiting]) -> list[_Answer]:
        try:
            connection.execute(self._begin)
            answers = [_answer(connection, job, future) for job, future in batch]
            connection.execute("COMMIT")
        except Exception as error:
            _roll_back(connection)
            if len(batch) == 1:
                return [(batch[0][1], None, error)]
            return [answer for one in batch for answer in self._together(connection, [one])]
        return answers


_Answer = tuple["asyncio.Future[Any]", Any, Exception | None]


def _answer(connection: sqlite3.Connection, job: Job, future: asyncio.Future[Any]) -> _Answer:
    try:
        return future, job(connection), None
    except Unchanged as refused:
        return future, None, refused


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _deliver(answers: list[_Answer]) -> None:
    for future, result, error in answers:
        if future.cancelled():
            continue
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)
