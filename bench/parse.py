"""How fast a message is understood: training, in process, and over HTTP as Rasa is asked, beside what is usual.

Part of `bench/nlu.py`. Training: wall time and CPU of `frontdesk nlu train` from nothing. In process: `Engine.understand` for every
held-out message once, the four languages in turn, beside scikit-learn's own pipeline (trained on every fourth example, and for the intent
alone) asked one text at a time. Over HTTP: cold start and memory of `frontdesk nlu serve`, then `/model/parse` under 8 clients that keep
their connections, in rounds with a bare aiohttp server that reads the JSON and sends it back, and with a Rasa server when its address is
given. The load comes from this process, over plain sockets, so that what is measured is the server. Over several seconds the messages
repeat. Neighbours: `footprint.py` has the readings of /proc.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, count, zip_longest
from pathlib import Path
from urllib.parse import urlsplit

from bench.classic import classic
from bench.footprint import OWNERS, READY_WITHIN, cpu_of, free_port, memory_of
from intents.engine import Engine
from intents.model import EXAMPLES, Model, ensure, train_apart
from intents.rasa_format import read_all

ROOT = Path(__file__).parent.parent
CLIENTS = 8
ROUNDS = 3
MEGABYTES = 80.0
MEDIAN_MS, P99_MS = 0.5, 1.5
FASTER = 20.0  # than Rasa
TRAINED_WITHIN = 60.0  # seconds
ECHO = """
import sys
from aiohttp import web

async def echo(request):
    return web.json_response(await request.json())

async def version(_):
    return web.json_response({})

app = web.Application()
app.add_routes([web.post("/model/parse", echo), web.get("/version", version)])
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One server in one round."""

    rate: float  # requests a second
    cpu: float  # milliseconds of the server a request; NaN when its process is not known
    p50: float  # milliseconds
    p99: float


@dataclass(frozen=True, slots=True)
class Server:
    address: str
    pid: int | None


def messages(folder: Path) -> list[str]:
    """All of the folder, the languages in turn, each text once."""
    by_language: dict[str | None, list[str]] = {}
    for example in read_all([folder]).examples:
        by_language.setdefault(example.language, []).append(example.text)
    mixed = chain.from_iterable(zip_longest(*by_language.values()))
    return list(dict.fromkeys(text for text in mixed if text))


def run(folder: Path, seconds: float, rasa: str | None, rasa_pid: int | None) -> None:
    """Prints all of it. Figures of a machine that has other work are worth little: the load is printed with them."""
    texts = messages(folder)
    print(f"\nspeed ({len(texts)} held-out messages, load {os.getloadavg()[0]:.1f})", flush=True)
    model = ensure([EXAMPLES], ROOT / ".cache").resolve()
    _in_process(model, texts)
    _over_http(model, texts, seconds, Server(rasa, rasa_pid) if rasa else None)


def training() -> None:
    """From nothing, in a process of its own as at the first start; then once more, when the cache has it."""
    with tempfile.TemporaryDirectory() as name:
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        train_apart([EXAMPLES], Path(name) / "model.npz")
        took, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    ensure([EXAMPLES], ROOT / ".cache")
    begun = time.perf_counter()
    ensure([EXAMPLES], ROOT / ".cache")
    again = time.perf_counter() - begun
    print(f"\ntraining, load {os.getloadavg()[0]:.1f}")
    print(f"  {took:.1f} s, {cpu:.1f} s of CPU; the same examples again {again * 1e3:.0f} ms, from the cache")
    _aim("seconds of training", took, TRAINED_WITHIN)


def _in_process(model: Path, texts: Sequence[str]) -> None:
    engine = Engine(Model.load(model))
    engine.warm()
    usual = classic([(example.text, example.intent) for example in read_all([EXAMPLES]).examples[::4]])  # more would make it slower still
    usual.predict(["warm"])
    print(f"  {'in process, once each':<24}{'median ms':>10}{'p99 ms':>9}{'CPU median':>12}{'CPU p99':>9}")
    found: dict[str, tuple[float, float]] = {}
    for name, work in (("Engine.understand", engine.understand), ("tf-idf svm, intent only", lambda text: usual.predict([text]))):
        wall: list[float] = []
        cpu: list[float] = []
        for text in texts:
            began, used = time.perf_counter(), time.thread_time()
            work(text)
            cpu.append((time.thread_time() - used) * 1e3)
            wall.append((time.perf_counter() - began) * 1e3)
        p50, p99, c50, c99 = (value for each in (wall, cpu) for value in (statistics.median(each), statistics.quantiles(each, n=100)[98]))
        found[name] = (c50, c99)
        print(f"  {name:<24}{p50:10.2f}{p99:9.2f}{c50:12.2f}{c99:9.2f}")
    mine, theirs = found.values()
    print(f"  ratio by CPU: median {mine[0] / theirs[0]:.2f}, p99 {mine[1] / theirs[1]:.2f}")
    _aim("median, ms of CPU", mine[0], MEDIAN_MS)
    _aim("p99, ms of CPU", mine[1], P99_MS)


def _over_http(model: Path, texts: Sequence[str], seconds: float, rasa: Server | None) -> None:
    bodies = [json.dumps({"text": text}, ensure_ascii=False).encode() for text in texts]
    serve = [sys.executable, "-m", "bot", "nlu", "serve", "--model", str(model), "--port"]
    with _started([sys.executable, "-c", ECHO]) as (echo, bare), _started(serve) as (mine, cold):
        assert echo.pid
        assert mine.pid
        print(f"  cold start {cold:.2f} s ({cold / bare:.1f} of a bare aiohttp server), memory at rest {_rss(mine.pid):.1f} MB", end="")
        print(f" ({_rss(mine.pid) / _rss(echo.pid):.1f} of it)")
        servers = {"bare echo": echo, "frontdesk": mine, **({"rasa": rasa} if rasa else {})}
        rounds: dict[str, list[Loaded]] = {name: [] for name in servers}
        for server in servers.values():
            asyncio.run(load(server, bodies, 0.5))
        for _ in range(ROUNDS):
            for name, server in servers.items():
                rounds[name].append(asyncio.run(load(server, bodies, seconds)))
        print(
            f"  {'/model/parse':<14}{'req/s':>8}{'CPU ms':>8}{'p50 ms':>8}{'p99 ms':>8}   ({CLIENTS} clients, medians of {ROUNDS} rounds)"
        )
        middle = {name: _median(each) for name, each in rounds.items()}
        for name, each in middle.items():
            print(f"  {name:<14}{each.rate:8.0f}{each.cpu:8.2f}{each.p50:8.1f}{each.p99:8.1f}")
        ours = middle["frontdesk"]
        for name, each in middle.items():
            if name != "frontdesk":
                print(f"  ratio to {name}: rate {ours.rate / each.rate:.2f}, CPU {ours.cpu / each.cpu:.3f}")
        print(f"  memory after the load {_rss(mine.pid):.1f} MB")
        _aim("MB of the server at rest and after", _rss(mine.pid), MEGABYTES)
        if rasa:
            _aim("Rasa's rate of Frontdesk's, times", middle["rasa"].rate / ours.rate, 1 / FASTER)
            _aim("CPU of Frontdesk of Rasa's, times", ours.cpu / middle["rasa"].cpu, 1 / FASTER)


def _median(rounds: Sequence[Loaded]) -> Loaded:
    return Loaded(*(statistics.median(getattr(each, name) for each in rounds) for name in Loaded.__slots__))


def _rss(pid: int) -> float:
    return memory_of(pid, "status", "VmRSS")


def _aim(what: str, reached: float, most: float) -> None:
    print(f"  {'reached' if reached <= most else 'MISSED '}  {what}: {reached:.2f}, at most {most:g}", flush=True)


@contextmanager
def _started(command: Sequence[str]) -> Iterator[tuple[Server, float]]:
    """A server of our own on a free port, and the seconds until it answered."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(OWNERS)} | {"PYTHONPATH": str(ROOT)}
    begun = time.monotonic()
    process = subprocess.Popen([*command, str(port)], env=environment, stdout=subprocess.DEVNULL)
    try:
        while not _answers(f"http://127.0.0.1:{port}/version"):
            if process.poll() is not None or time.monotonic() - begun > READY_WITHIN:
                raise SystemExit(f"{' '.join(command[:4])} did not become ready")
            time.sleep(0.005)
        yield Server(f"http://127.0.0.1:{port}", process.pid), time.monotonic() - begun
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


async def load(server: Server, bodies: Sequence[bytes], seconds: float, clients: int = CLIENTS) -> Loaded:
    """`clients` connections, each with one request under way all the time."""
    where = urlsplit(server.address)
    host, port = where.hostname or "127.0.0.1", where.port or 80
    head = f"POST {where.path.rstrip('/')}/model/parse HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: "
    requests = [f"{head}{len(body)}\r\n\r\n".encode() + body for body in bodies]
    serial, took = count(), list[float]()
    used, begun = _cpu(server.pid), time.perf_counter()

    async def client() -> None:
        reader, writer = await asyncio.open_connection(host, port)
        try:
            while time.perf_counter() < begun + seconds:
                sent = time.perf_counter()
                writer.write(requests[next(serial) % len(requests)])
                await _answer(reader)
                took.append((time.perf_counter() - sent) * 1e3)
        finally:
            writer.close()
            await writer.wait_closed()

    await asyncio.gather(*(client() for _ in range(clients)))
    span = time.perf_counter() - begun
    took.sort()
    return Loaded(len(took) / span, (_cpu(server.pid) - used) / len(took) * 1e3, took[len(took) // 2], took[int(len(took) * 0.99)])


async def _answer(reader: asyncio.StreamReader) -> bytes:
    """One answer's body, of the length its head says."""
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    if b" 200 " not in lines[0] + b" ":
        raise SystemExit(f"the server answered {lines[0].decode()}")
    length = next(int(line.partition(b":")[2]) for line in lines if line.startswith(b"content-length:"))
    return await reader.readexactly(length)


def _cpu(pid: int | None) -> float:
    """Seconds of a process and of its children's, when it is known."""
    if pid is None:
        return float("nan")
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return cpu_of(pid) + sum(_cpu(int(child)) for child in children)
