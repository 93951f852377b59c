"""What it costs to be there: time until `frontdesk run` is ready, and its memory at rest, beside a bare aiohttp server.

    python -m bench.footprint [--rounds 3] [--rest 5] [--json]

Each round starts four processes, one after the other, on free ports: a bare aiohttp server that only answers /readyz, Frontdesk with
an empty working directory (first start: the database is made, the model is cached already), Frontdesk again in the same directory
(second start), and once more with Telegram, WhatsApp and Viber configured, whose servers are a stand-in. Their libraries are to be loaded
only after the port is bound: below the table stands when each of the three happened.

Wall time is from the start of the process to the first 200 of /readyz; CPU is what the process had used by then and is the steadier
figure on a busy machine. Memory is read from /proc after `--rest` seconds without a request: VmRSS, and PSS, which counts shared pages by
share. Training the model is not measured: it happens once, on another day.
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
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.server import accounts
from bench.standin import standin
from intents.model import EXAMPLES, ensure

ROOT = Path(__file__).parent.parent
READY_WITHIN = 120.0  # seconds; a busy machine is slow, not broken
LOOK_EVERY = 0.005  # seconds between two looks at /readyz: the resolution of the figures
OWNERS = ("DATABASE_URL", "HOST", "PORT", "PUBLIC_URL", "TELEGRAM_", "TWILIO_", "VIBER_")  # variables that would change what is measured
NOTES = "notes"
CONNECTED = "three messengers"
LINES = ("bare aiohttp", "first start", "second start", CONNECTED)
LARGEST = {"ready": 5.0, "rss": 250.0}  # seconds and MB: what Frontdesk promises, with everything configured
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
# `frontdesk` with a note of when the port was bound and when each heavy library began to be loaded.
NOTED = """
import runpy, sys, time

heavy, noted = {"telegram", "twilio"}, open(sys.argv.pop(1), "w", buffering=1)

def note(event, about):
    what = "port" if event == "socket.bind" and about[1][1:2] == (int(sys.argv[-1]),) else about[0] if event == "import" else ""
    if what == "port" or what in heavy:
        heavy.discard(what)
        print(what, time.monotonic(), file=noted)

sys.addaudithook(note)
runpy.run_module("bot", run_name="__main__", alter_sys=True)
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One start. Times in seconds, memory in MB of 1,000,000 bytes."""

    ready: float
    cpu: float
    rss: float
    pss: float
    noted: dict[str, float]
    """What `NOTED` saw -> seconds from the start."""


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


def start(command: Sequence[str], port: int, folder: Path, rest: float, owners: Mapping[str, str]) -> Measured:
    """Start a server, wait until it is ready, let it rest, look at it, and stop it as an operator would. `owners` is its environment."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(OWNERS)}
    environment |= {"PYTHONPATH": str(ROOT), **owners}
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    try:
        while not is_ready(port):
            if process.poll() is not None or time.monotonic() - began > READY_WITHIN:
                raise SystemExit(f"{' '.join(command[:4])} did not become ready")
            time.sleep(LOOK_EVERY)
        ready, cpu = time.monotonic() - began, cpu_of(process.pid)
        time.sleep(rest)
        seen = (folder / NOTES).read_text().split() if (folder / NOTES).exists() else []
        noted = {what: float(at) - began for what, at in zip(seen[::2], seen[1::2], strict=True)}
        return Measured(ready, cpu, memory_of(process.pid, "status", "VmRSS"), memory_of(process.pid, "smaps_rollup", "Pss"), noted)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()


def measure(rounds: int, rest: float) -> dict[str, list[Measured]]:
    cache = ensure([EXAMPLES], ROOT / ".cache").parent.resolve()
    found: dict[str, list[Measured]] = {name: [] for name in LINES}
    with standin() as address:
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                (folder / ".cache").symlink_to(cache)
                for which, one in found.items():
                    port = free_port()
                    one.append(start(_command(which, port), port, folder, rest, accounts(address) if which == CONNECTED else {}))
    return found


def _command(which: str, port: int) -> list[str]:
    if which == LINES[0]:
        return [sys.executable, "-c", BARE, str(port)]
    begin = ["-c", NOTED, NOTES] if which == CONNECTED else ["-m", "bot"]
    return [sys.executable, *begin, "run", "--config", str(ROOT / "config.yml"), "--host", "127.0.0.1", "--port", str(port)]


def report(found: dict[str, list[Measured]]) -> str:
    bare = found["bare aiohttp"]
    head = f"{'':16}{'ready s':>9}{'CPU s':>8}{'RSS MB':>9}{'PSS MB':>9}{'ready':>9}{'CPU':>8}{'RSS':>8}{'PSS':>8}"
    lines = [f"{head}   (ratios to bare aiohttp; medians of {len(bare)})"]
    for name, rounds in found.items():
        own = [statistics.median(getattr(m, field) for m in rounds) for field in ("ready", "cpu", "rss", "pss")]
        ratios = [
            statistics.median(getattr(m, field) / max(getattr(b, field), 1e-9) for m, b in zip(rounds, bare, strict=True))
            for field in ("ready", "cpu", "rss", "pss")
        ]
        figures = f"{own[0]:9.2f}{own[1]:8.2f}{own[2]:9.1f}{own[3]:9.1f}"
        lines.append(f"{name:16}{figures}{ratios[0]:9.1f}{ratios[1]:8.1f}{ratios[2]:8.1f}{ratios[3]:8.1f}")
    for what in ("port", "telegram", "twilio"):
        at = statistics.median(m.noted[what] for m in found[CONNECTED])
        lines.append(f"  {CONNECTED}: {what + (' bound' if what == 'port' else ' loaded from'):<22}{at:5.2f} s")
    late = all(m.noted["port"] == min(m.noted.values()) for m in found[CONNECTED])
    kept = all(m.ready < LARGEST["ready"] and m.rss < LARGEST["rss"] for m in found[CONNECTED])
    limits = f"below {LARGEST['ready']:g} s and {LARGEST['rss']:g} MB"
    lines.append(f"  libraries after the port: {'yes' if late else 'NO'}; {limits}: {'yes' if kept else 'NO'}")
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
