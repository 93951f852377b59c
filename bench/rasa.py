"""What Rasa costs and how well it understands, beside the embedded engine: training, model, start, memory, answers.

    python -m bench.rasa [--model FILE] [--clients 8] [--messages 400] [--json]

Without `--model` the shipped pipeline is trained on all of intents/examples first, which takes the longest by far; the figures are its CPU
seconds, wall time and memory. Then the model is served on a free port. The messages are the held-out ones of tests/nlu, in an order drawn
once; none of them was learned. Right means: the intent named in the file is the first one, whatever its share.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import resource
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from pathlib import Path

from bot.app import load_engine
from intents.model import EXAMPLES
from intents.rasa.client import RasaClient, RasaTrouble
from intents.rasa_format import read_all

ROOT = Path(__file__).parent.parent
HELD_OUT = ROOT / "tests" / "nlu"
CONFIG = ROOT / "intents" / "rasa" / "config.yml"
START_WITHIN = 600.0  # seconds
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "2", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}


@dataclass
class Figures:
    """Seconds, MB, milliseconds, shares; None what was not measured."""

    examples: int | None = None  # that it was trained on
    training_wall: float | None = None
    training_cpu: float | None = None
    training_rss: float | None = None
    model_mb: float = 0.0
    start: float = 0.0
    rss: float = 0.0
    p50: float = 0.0
    p99: float = 0.0
    rate: float = 0.0
    right: float = 0.0
    embedded_p50: float = 0.0
    embedded_p99: float = 0.0
    embedded_right: float = 0.0


def environment() -> Path:
    done = subprocess.run([ROOT / "scripts" / "rasa", "install"], stdout=subprocess.PIPE, text=True, check=True)
    return Path(done.stdout.strip().splitlines()[-1])


def train(program: Path, folder: Path, figures: Figures) -> Path:
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    words = ["train", "nlu", "--config", str(CONFIG), "--nlu", str(EXAMPLES), "--out", str(folder), "--fixed-model-name", "measured"]
    subprocess.run([program, *words], cwd=folder, env={**os.environ, **QUIET}, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    figures.training_wall = time.monotonic() - began
    figures.training_cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    figures.training_rss = after.ru_maxrss / 1024
    return folder / "measured.tar.gz"


async def serve(program: Path, model: Path, folder: Path, figures: Figures, texts: Sequence[tuple[str, str]], clients: int) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["run", "--enable-api", "--model", str(model), "--interface", "127.0.0.1", "--port", str(port)]
    client, began = RasaClient(f"http://127.0.0.1:{port}", timeout=60), time.monotonic()
    with (folder / "server.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(program, *words, cwd=folder, env={**os.environ, **QUIET}, stdout=log, stderr=log)
    try:
        while True:
            try:
                await client.parse("hello")
                break
            except RasaTrouble:
                if process.returncode is not None or time.monotonic() - began > START_WITHIN:
                    raise
                await asyncio.sleep(0.25)
        figures.start = time.monotonic() - began
        await ask(client, figures, texts, clients)
        figures.rss = resident(process.pid)
    finally:
        process.kill()
        await process.wait()
        await client.close()


async def ask(client: RasaClient, figures: Figures, texts: Sequence[tuple[str, str]], clients: int) -> None:
    took, right = list[float](), 0
    for text, intent in texts:
        began = time.perf_counter()
        answer = await client.parse(text)
        took.append(time.perf_counter() - began)
        right += bool(answer.ranking) and answer.ranking[0].name == intent
    figures.p50, figures.p99, figures.right = *_percentiles(took), right / len(texts)
    rest = iter([text for text, _ in texts])
    began = time.perf_counter()

    async def customer() -> None:
        for text in rest:
            await client.parse(text)

    await asyncio.gather(*(customer() for _ in range(clients)))
    figures.rate = len(texts) / (time.perf_counter() - began)


def embedded(figures: Figures, texts: Sequence[tuple[str, str]]) -> None:
    engine = load_engine()
    engine.warm()
    took, right = list[float](), 0
    for text, intent in texts:
        began = time.perf_counter()
        understood = engine.understand(text)
        took.append(time.perf_counter() - began)
        right += bool(understood.ranking) and understood.ranking[0].name == intent
    figures.embedded_p50, figures.embedded_p99, figures.embedded_right = *_percentiles(took), right / len(texts)


def _percentiles(took: Sequence[float]) -> tuple[float, float]:
    """Median and 99th, in milliseconds."""
    return statistics.median(took) * 1e3, statistics.quantiles(took, n=100)[98] * 1e3


def resident(pid: int) -> float:
    """MB of memory of a process."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description="Rasa beside the embedded engine.")
    parser.add_argument("--model", type=Path, help="a trained model; default: train one")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--messages", type=int, default=400)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    program = environment() / "bin" / "rasa"
    held_out = [(one.text, one.intent) for one in read_all([HELD_OUT]).examples]
    random.Random(7).shuffle(held_out)
    texts = list(islice(cycle(held_out), given.messages))
    figures = Figures()
    with tempfile.TemporaryDirectory(prefix="rasa-") as name:
        folder = Path(name)
        model = given.model.resolve() if given.model else train(program, folder, figures)
        figures.examples = None if given.model else len(read_all([EXAMPLES]).examples)
        figures.model_mb = model.stat().st_size / 1e6
        asyncio.run(serve(program, model, folder, figures, texts, given.clients))
    embedded(figures, texts)
    if given.json:
        print(json.dumps(asdict(figures)))
        return
    print(f"{len(texts)} held-out messages, {given.clients} clients, load {os.getloadavg()[0]:.1f}")
    for key, value in asdict(figures).items():
        print(f"  {key:<16}{'-' if value is None else format(value, '.2f')}")


if __name__ == "__main__":
    main()
