"""How much of a bare web server's speed is left when every message is stored, understood, answered and stored again.

    python -m bench.turn [--seconds 5] [--clients 64]

Three endpoints of one server process, loaded one after the other by another process over loopback, several rounds in turn so that a
noisy machine disturbs all of them alike:

    echo    aiohttp reads the JSON and answers it
    accept  the update is durably stored (WAL, synchronous FULL, group commit), then acknowledged
    turn    ... then understood, decided, run through a flow, committed with its answer in the outbox, and delivered to a sink

Printed: requests a second, CPU of the server a request, and the ratio of each to echo. Absolute figures depend on the machine; the
ratios are what docs/performance.md speaks of.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.app import demo_shop, flow_names, load_engine, open_desk
from bot.config import load
from bot.connector import Delivery, Sent
from bot.dispatch import Dispatcher
from bot.update import Update, UpdateKind

ROUNDS = 3
TEXTS = ("how much is delivery", "where are you located", "сколько стоит доставка", "kakšne načine plačila imate", "як повернути товар")


class Sink:
    """A channel that takes everything at once."""

    name = "bench"
    resends = True
    receipts = False
    pace = None

    async def send(self, delivery: Delivery) -> Sent:
        return Sent()

    async def typing(self, address: str) -> None:
        return None

    async def forget(self, address: str) -> None:
        return None


async def serve(ready: Connection) -> None:
    """The server under test, until it is told to stop.

    Two cores, each on a database of its own: what was accepted and left lying must not be worked on while turns are measured.
    """
    config = load(Path("config.yml"), flows=flow_names(), environment={})
    engine = load_engine(demo_shop().names())
    with tempfile.TemporaryDirectory() as folder:
        async with (
            open_desk(config, database=f"{folder}/accept.db", shop=demo_shop(), engine=engine, patience=timedelta(0)) as only_stores,
            open_desk(config, database=f"{folder}/turn.db", shop=demo_shop(), engine=engine, patience=timedelta(0)) as answers,
        ):
            only_stores.reception.dispatcher = Dispatcher(_nothing, only_stores.now)
            answers.connectors["bench"] = Sink()

            def update(data: dict[str, str]) -> Update:
                return Update("bench", data["id"], data["sender"], UpdateKind.TEXT, datetime.now(UTC), data["text"])

            async def echo(request: web.Request) -> web.Response:
                return web.json_response(await request.json())

            async def accept(request: web.Request) -> web.Response:
                await only_stores.reception.accept([update(await request.json())])
                return web.json_response({})

            async def turn(request: web.Request) -> web.Response:
                one = update(await request.json())
                await answers.reception.accept([one])
                await answers.reception.settled("bench", one.address, timeout=30)
                return web.json_response({})

            async def cpu(_: web.Request) -> web.Response:
                return web.json_response({"seconds": time.process_time()})

            app = web.Application()
            app.add_routes([web.post("/echo", echo), web.post("/accept", accept), web.post("/turn", turn), web.get("/cpu", cpu)])
            runner = web.AppRunner(app, access_log=None)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
            ready.send(runner.addresses[0][1])
            await asyncio.to_thread(ready.recv)
            await runner.cleanup()


async def _nothing(conversation: int) -> datetime | None:
    return None


@dataclass(slots=True)
class Measured:
    """Of one endpoint in one round."""

    rate: float  # requests a second
    cpu: float  # microseconds of the server a request
    p50: float  # milliseconds
    p99: float


async def load_one(session: aiohttp.ClientSession, base: str, path: str, clients: int, seconds: float, tag: str) -> Measured:
    """Keep `clients` requests under way for so many seconds."""
    took: list[float] = []
    end = time.perf_counter() + seconds
    serial = 0

    async def client(number: int) -> None:
        nonlocal serial
        while time.perf_counter() < end:
            serial += 1
            # Every message is a customer's first: the dearest turn, with a new conversation and all its rows.
            body = {"id": f"{tag}-{serial}", "sender": f"{tag}-{serial}", "text": TEXTS[serial % len(TEXTS)]}
            began = time.perf_counter()
            async with session.post(f"{base}{path}", json=body) as answer:
                await answer.read()
                assert answer.status == 200, await answer.text()
            took.append(time.perf_counter() - began)

    before = await _cpu(session, base)
    began = time.perf_counter()
    await asyncio.gather(*(client(n) for n in range(clients)))
    span = time.perf_counter() - began
    used = await _cpu(session, base) - before
    took.sort()
    return Measured(len(took) / span, used / len(took) * 1e6, took[len(took) // 2] * 1e3, took[int(len(took) * 0.99)] * 1e3)


async def _cpu(session: aiohttp.ClientSession, base: str) -> float:
    async with session.get(f"{base}/cpu") as answer:
        return float((await answer.json())["seconds"])


async def measure(port: int, clients: int, seconds: float) -> dict[str, list[Measured]]:
    found: dict[str, list[Measured]] = {"echo": [], "accept": [], "turn": []}
    connector = aiohttp.TCPConnector(limit=clients)
    async with aiohttp.ClientSession(connector=connector) as session:
        for warm in found:
            await load_one(session, f"http://127.0.0.1:{port}", f"/{warm}", 4, 0.5, f"warm-{warm}")
        for number in range(ROUNDS):
            for name, rounds in found.items():
                rounds.append(await load_one(session, f"http://127.0.0.1:{port}", f"/{name}", clients, seconds, f"{name}{number}"))
    return found


def report(found: dict[str, list[Measured]]) -> str:
    echo = found["echo"]
    lines = [
        f"{'':8}{'req/s':>9}{'CPU us':>9}{'p50 ms':>9}{'p99 ms':>9}{'rate':>8}{'CPU':>8}   (ratios to echo; median of {ROUNDS} rounds)"
    ]
    for name, rounds in found.items():
        rate = statistics.median(m.rate for m in rounds)
        cpu = statistics.median(m.cpu for m in rounds)
        p50, p99 = statistics.median(m.p50 for m in rounds), statistics.median(m.p99 for m in rounds)
        by_rate = statistics.median(m.rate / e.rate for m, e in zip(rounds, echo, strict=True))
        by_cpu = statistics.median(e.cpu / m.cpu for m, e in zip(rounds, echo, strict=True))
        lines.append(f"{name:8}{rate:9.0f}{cpu:9.0f}{p50:9.1f}{p99:9.1f}{by_rate:8.2f}{by_cpu:8.2f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    here, there = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    server.start()
    try:
        port = here.recv()
        found = asyncio.run(measure(port, options.clients, options.seconds))
        here.send("stop")
        server.join(10)
    finally:
        server.kill()
    if options.json:
        print(
            json.dumps(
                {name: [m.__dict__ if hasattr(m, "__dict__") else [m.rate, m.cpu] for m in rounds] for name, rounds in found.items()}
            )
        )
    else:
        print(f"{os.cpu_count()} CPUs, {options.clients} clients, {options.seconds:g} s a round")
        print(report(found))


def _serve(ready: Connection) -> None:
    asyncio.run(serve(ready))


if __name__ == "__main__":
    main()
