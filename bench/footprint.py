"""What it costs to be there: time until `frontdesk run` is ready, and its memory at rest, beside a bare aiohttp server.

    python -m bench.footprint [--rounds 3] [--rest 5] [--json]

Each round starts three processes, one after the other, on free ports: a bare aiohttp server that only answers /readyz, Frontdesk with
an empty working directory (first start: the database is made, the model is cached already), and Frontdesk again in the same
directory (second start). Wall time is from the start of the process to the first 200 of /readyz; CPU is what the process
had used by then and is the steadier figure on a busy machine. Memory is read from /proc after `--rest` seconds without a request:
VmRSS, and PSS, which counts shared pages by share. Training the model is not measured: it happens once, on another day.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from intents.model import EXAMPLES, ensure

ROOT = Path(__file__).parent.parent
READY_WITHIN = 120.0  # seconds; a busy machine is slow, not broken
LOOK_EVERY = 0.005  # seconds between two looks at /readyz: the resolution of the figures
TICK = os.sysconf("SC_CLK_TCK")
BARE = """
import asyncio, sys
from aiohttp import web

async def readyz(_):
    return web.json_response({"status": "ready"})

async def main():
    app = web.Application()
    app.add_routes([web.get("/readyz", readyz)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(sys.argv[1])).start()
    await asyncio.Event().wait()

asyncio.run(main())
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One start. Times in seconds, memory in MB of 1,000,000 bytes."""

    ready: float
    cpu: float
    rss: float
    pss: float


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def cpu_of(pid: int) -> float:
    """Seconds of CPU, user and system; fields 14 and 15 of /proc/PID/stat, see proc(5)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def memory_of(pid: int, file: str, name: str) -> float:
    found = re.search(rf"^{name}:\s+(\d+) kB", Path(f"/proc/{pid}/{file}").read_text(), re.MULTILINE)
    return int(found[1]) * 1024 / 1e6 if found else float("nan")


def start(command: Sequence[str], port: int, folder: Path, rest: float) -> Measured:
    """Start a server, wait until it is ready, let it rest, look at it, and stop it as an operator would."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for name in ("DATABASE_URL", "HOST", "PORT", "PUBLIC_URL"):
        environment.pop(name, None)
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    try:
        while not is_ready(port):
            if process.poll() is not None or time.perf_counter() - began > READY_WITHIN:
                raise SystemExit(f"{' '.join(command[:4])} did not become ready")
            time.sleep(LOOK_EVERY)
        ready, cpu = time.perf_counter() - began, cpu_of(process.pid)
        time.sleep(rest)
        return Measured(ready, cpu, memory_of(process.pid, "status", "VmRSS"), memory_of(process.pid, "smaps_rollup", "Pss"))
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()


def measure(rounds: int, rest: float) -> dict[str, list[Measured]]:
    cache = ensure([EXAMPLES], ROOT / ".cache").parent.resolve()
    found: dict[str, list[Measured]] = {"bare aiohttp": [], "first start": [], "second start": []}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / ".cache").symlink_to(cache)
            port = free_port()
            found["bare aiohttp"].append(start([sys.executable, "-c", BARE, str(port)], port, folder, rest))
            for which in ("first start", "second start"):
                port = free_port()
                run = [sys.executable, "-m", "bot", "run", "--config", str(ROOT / "config.yml"), "--host", "127.0.0.1", "--port", str(port)]
                found[which].append(start(run, port, folder, rest))
    return found


def report(found: dict[str, list[Measured]]) -> str:
    bare = found["bare aiohttp"]
    head = f"{'':14}{'ready s':>9}{'CPU s':>8}{'RSS MB':>9}{'PSS MB':>9}{'ready':>9}{'CPU':>8}{'RSS':>8}{'PSS':>8}"
    lines = [f"{head}   (ratios to bare aiohttp; medians of {len(bare)})"]
    for name, rounds in found.items():
        own = [statistics.median(getattr(m, field) for m in rounds) for field in ("ready", "cpu", "rss", "pss")]
        ratios = [
            statistics.median(getattr(m, field) / max(getattr(b, field), 1e-9) for m, b in zip(rounds, bare, strict=True))
            for field in ("ready", "cpu", "rss", "pss")
        ]
        figures = f"{own[0]:9.2f}{own[1]:8.2f}{own[2]:9.1f}{own[3]:9.1f}"
        lines.append(f"{name:14}{figures}{ratios[0]:9.1f}{ratios[1]:8.1f}{ratios[2]:8.1f}{ratios[3]:8.1f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rest", type=float, default=5.0, help="seconds of quiet before memory is read")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = measure(asked.rounds, asked.rest)
    if asked.json:
        print(json.dumps({name: [asdict(m) for m in rounds] for name, rounds in found.items()}))
        return
    print(f"{os.cpu_count()} CPUs, Python {sys.version.split()[0]}, load {os.getloadavg()[0]:.1f}")
    print(report(found))


if __name__ == "__main__":
    main()
