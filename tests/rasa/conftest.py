"""The real Rasa: installed by `scripts/rasa`, trained on a part of the examples, served on a free port. For `make test-rasa` alone."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from intents.model import EXAMPLES
from intents.understanding import LANGUAGES
from tests.chat import ROOT

TOKEN = "letters-and-1-digit"
INTENTS = ("order_status", "return_unsuitable", "delivery_cost", "human", "greeting", "thanks")
EXAMPLES_OF_EACH = 25  # in each language
TOWNS = ("Ljubljana", "Maribor", "Celje", "Kranj", "Koper", "Ptuj", "Piran", "Izola", "Bled", "Trzin")
"""Something to find that Frontdesk's own examples do not mark."""
EPOCHS = 12  # a few seconds each; enough to tell six intents apart
START_WITHIN = 600.0  # seconds; a busy machine is slow, not broken
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "2", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}


@dataclass
class Rasa:
    """A Rasa server that can be killed and started again at the same address."""

    program: Path
    model: Path
    port: int
    log: Path
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Returns when it has loaded its model and answered a message."""
        words = ["run", "--enable-api", "--model", str(self.model), "--interface", "127.0.0.1", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [self.program, *words, "--auth-token", TOKEN],
                cwd=self.model.parent.parent,
                env={**os.environ, **QUIET},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        until = time.monotonic() + START_WITHIN
        try:
            self._wait(until)
        except BaseException:
            self.kill()
            raise

    def _wait(self, until: float) -> None:
        while True:
            with suppress(urllib.error.URLError, ConnectionError):
                self.ask("/model/parse", {"text": "hello"})
                return
            assert self.process is not None
            assert self.process.poll() is None, f"Rasa ended by itself:\n{self.log.read_text('utf-8')[-3000:]}"
            assert time.monotonic() < until, f"Rasa does not start:\n{self.log.read_text('utf-8')[-3000:]}"
            time.sleep(0.5)

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        """The JSON it answers with; urllib's errors are its refusals."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}{path}?token={TOKEN}", data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)


@pytest.fixture(scope="session")
def environment() -> Path:
    """The folder of Rasa's environment. Where no Python for it is found, this fails with the script's own sentence."""
    done = subprocess.run([ROOT / "scripts" / "rasa", "install"], stdout=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0, "Rasa cannot be installed here; its own words are above"
    return Path(done.stdout.strip().splitlines()[-1])


@pytest.fixture(scope="session")
def model(environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small model of the shipped pipeline: some intents, some examples, few epochs."""
    folder = tmp_path_factory.mktemp("rasa")
    config = yaml.safe_load((ROOT / "intents" / "rasa" / "config.yml").read_text("utf-8"))
    for step in config["pipeline"]:
        if "epochs" in step:
            step["epochs"] = EPOCHS
    (folder / "config.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    for language in LANGUAGES:
        (folder / "data" / language).mkdir(parents=True)
        (folder / "data" / language / "nlu.yml").write_text(_part(language), "utf-8")
    words = ["train", "nlu", "--config", "config.yml", "--nlu", "data", "--out", "models", "--fixed-model-name", "small"]
    done = subprocess.run(
        [environment / "bin" / "rasa", *words], cwd=folder, env={**os.environ, **QUIET}, capture_output=True, text=True, check=False
    )
    trained = folder / "models" / "small.tar.gz"
    assert trained.exists(), done.stdout[-2000:] + done.stderr[-2000:]  # Rasa ends with 0 even when it has learned nothing
    return trained


def _part(language: str) -> str:
    """Some of a language's examples, as they stand in the files."""
    found: dict[str, list[str]] = {}
    for file in sorted((EXAMPLES / language).rglob("*.yml")):
        for item in yaml.safe_load(file.read_text("utf-8"))["nlu"]:
            if item.get("intent") in INTENTS:
                found.setdefault(item["intent"], []).extend(item["examples"].splitlines())
    lines = ['version: "3.1"', "nlu:"]
    for name, examples in found.items():
        lines += [f"  - intent: {name}", "    examples: |", *(f"      {example}" for example in examples[:EXAMPLES_OF_EACH])]
    if language == "en":
        lines += ["  - intent: delivery_cost", "    examples: |"]
        lines += [f"      - what does delivery to [{town}](city) cost" for town in TOWNS]
        lines += [f"      - how much is shipping to [{town}](city)" for town in TOWNS]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="session")
def server(environment: Path, model: Path) -> Iterator[Rasa]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Rasa(environment / "bin" / "rasa", model, port, model.with_name("server.log"))
    try:
        yield server
    finally:
        server.kill()


@pytest.fixture
def rasa(server: Rasa) -> Rasa:
    """A running server, whatever the test before did with it."""
    if server.process is None:
        server.start()
    return server
