"""How much of a bare web server's speed is left when every message is stored, understood, answered and stored again.

    python -m bench.turn [--seconds 5] [--clients 64] [--platform telegram]

Endpoints of one server process (`server.py`), loaded one after the other by another process over loopback, several rounds in turn so that
a noisy machine disturbs all of them alike:

    echo        aiohttp reads the JSON and answers it
    accept      the update is durably stored (WAL, synchronous FULL, group commit), then acknowledged
    turn        ... then understood, decided, run through a flow, committed with its answers in the outbox, and delivered to a sink
    send        ... and sent over HTTP by the platform's real connector, to a stand-in in a third process (`standin.py`)

Of `turn` and `send` there are two lines. The first is of new customers: every message is somebody's first, the dearest kind, with a
conversation and all its rows to be made. The second, "talking", is of customers who go on: the same senders again and again, a few
usual questions in their own language.

Printed: requests a second, CPU of the server a request, messages sent in answer, and the ratio of each line to echo. Absolute figures
depend on the machine; the ratios are what docs/performance.md speaks of.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import count
from typing import NamedTuple

import aiohttp

from bench.server import run
from bench.standin import standin

ROUNDS = 3
FIRST = ("how much is delivery", "where are you located", "сколько стоит доставка", "kakšne načine plačila imate", "як повернути товар")
TALK = (
    ("how much is delivery", "where are you located", "how can I pay", "how do I return something"),
    ("сколько стоит доставка", "где вы находитесь", "как можно оплатить", "как вернуть товар"),
    ("скільки коштує доставка", "де ви знаходитесь", "як можна оплатити", "як повернути товар"),
    ("koliko stane dostava", "kje se nahajate", "kakšne načine plačila imate", "kako vrnem izdelek"),
)
"""What those who talk say, language by language."""
PLATFORMS = ("telegram", "whatsapp", "viber")
MOST_CLIENTS = 10_000  # a block of sender numbers for those who talk


class Line(NamedTuple):
    """One thing that is measured. `talking`: the same customers again and again."""

    name: str
    path: str
    talking: bool = False


LINES = (
    Line("echo", "/echo"),
    Line("accept", "/accept"),
    Line("turn", "/turn"),
    Line("turn, talking", "/turn", talking=True),
    Line("send", "/send"),
    Line("send, talking", "/send", talking=True),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one line in one round."""

    rate: float  # requests a second
    cpu: float  # microseconds of the server a request
    p50: float  # milliseconds
    p99: float
    answers: float  # messages that were sent for one request


@dataclass(frozen=True, slots=True)
class Spent:
    """What the server has used and sent so far."""

    seconds: float
    sent: int


class Load:
    """The other side: `clients` requests under way all the time."""

    def __init__(self, session: aiohttp.ClientSession, base: str, clients: int) -> None:
        self._session = session
        self._base = base
        self._clients = clients
        self._serial = count(MOST_CLIENTS)  # over all rounds, so that nobody is new twice

    async def measure(self, line: Line, seconds: float, clients: int | None = None) -> Measured:
        took: list[float] = []
        end = time.perf_counter() + seconds

        async def client(number: int) -> None:
            saying = self._talking(number) if line.talking else self._first()
            while time.perf_counter() < end:
                sender, text = next(saying)
                body = {"id": f"m{next(self._serial)}", "sender": sender, "text": text}
                began = time.perf_counter()
                async with self._session.post(f"{self._base}{line.path}", json=body) as answer:
                    await answer.read()
                    assert answer.status == 200, await answer.text()
                took.append(time.perf_counter() - began)

        before = await self._spent()
        began = time.perf_counter()
        await asyncio.gather(*(client(n) for n in range(clients or self._clients)))
        span = time.perf_counter() - began
        after = await self._spent()
        took.sort()
        return Measured(
            len(took) / span,
            (after.seconds - before.seconds) / len(took) * 1e6,
            took[len(took) // 2] * 1e3,
            took[int(len(took) * 0.99)] * 1e3,
            (after.sent - before.sent) / len(took),
        )

    def _first(self) -> Iterator[tuple[str, str]]:
        while True:
            serial = next(self._serial)
            yield str(serial), FIRST[serial % len(FIRST)]

    def _talking(self, number: int) -> Iterator[tuple[str, str]]:
        said = TALK[number % len(TALK)]
        for turn in count(number // len(TALK)):
            yield str(number), said[turn % len(said)]

    async def _spent(self) -> Spent:
        async with self._session.get(f"{self._base}/spent") as answer:
            assert answer.status == 200, await answer.text()
            return Spent(**await answer.json())


async def measure(port: int, clients: int, seconds: float, only: Callable[[Line], bool] = lambda _: True) -> dict[str, list[Measured]]:
    """Several rounds of every line, after a short warming up."""
    lines = [line for line in LINES if only(line)]
    found: dict[str, list[Measured]] = {line.name: [] for line in lines}
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=clients)) as session:
        load = Load(session, f"http://127.0.0.1:{port}", clients)
        for line in lines:
            # Those who talk are known by then: with all of them, for their first message is another line's.
            await load.measure(line, 0.5, clients if line.talking else 4)
        for _ in range(ROUNDS):
            for line in lines:
                found[line.name].append(await load.measure(line, seconds))
    return found


def report(found: dict[str, list[Measured]]) -> str:
    echo = found["echo"]
    head = f"{'':14}{'req/s':>8}{'CPU us':>9}{'answers':>9}{'p50 ms':>9}{'p99 ms':>9}{'rate':>8}{'CPU':>8}"
    lines = [f"{head}   (ratios to echo; median of {ROUNDS} rounds)"]
    for name, rounds in found.items():
        rate, cpu, p50, p99, answers = (
            statistics.median(getattr(m, field) for m in rounds) for field in ("rate", "cpu", "p50", "p99", "answers")
        )
        by_rate = statistics.median(m.rate / e.rate for m, e in zip(rounds, echo, strict=True))
        by_cpu = statistics.median(e.cpu / m.cpu for m, e in zip(rounds, echo, strict=True))
        lines.append(f"{name:14}{rate:8.0f}{cpu:9.0f}{answers:9.1f}{p50:9.1f}{p99:9.1f}{by_rate:8.2f}{by_cpu:8.2f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0, help="of one line in one round")
    parser.add_argument("--clients", type=int, default=64, help="requests under way at once")
    parser.add_argument("--platform", choices=PLATFORMS, default="telegram", help="whose connector sends")
    parser.add_argument("--only", nargs="+", choices=[line.path[1:] for line in LINES], help="these, and echo")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    wanted = {"echo", *(options.only or (line.path[1:] for line in LINES))}
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    with standin() as address:
        server = spawn.Process(target=run, args=(there, options.platform, address), daemon=True)
        server.start()
        try:
            found = asyncio.run(measure(here.recv(), options.clients, options.seconds, lambda line: line.path[1:] in wanted))
            here.send("stop")
            server.join(10)
        finally:
            server.kill()
    if options.json:
        print(json.dumps({name: [asdict(m) for m in rounds] for name, rounds in found.items()}))
        return
    print(f"{os.cpu_count()} CPUs, {options.clients} clients, {options.seconds:g} s a line and round, {options.platform}")
    print(report(found))


if __name__ == "__main__":
    main()
