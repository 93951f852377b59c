"""Train, serve and test as plain functions, for the command line in `bot/` to call. No argument parsing, no printing.

scikit-learn stays in the process that `train` starts; this module is light to import. Neighbours: `model.py`, `server.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aiohttp import web

from intents.engine import Engine
from intents.entities.products import ProductIndex
from intents.evaluation import Judged, Report, report
from intents.language import detect
from intents.model import EXAMPLES, Model, ModelError, ensure, train_apart
from intents.rasa_format import read_all
from intents.server import application

DEFAULT_CACHE: Final = Path(".cache")


@dataclass(frozen=True, slots=True)
class Trained:
    """Where the model lies and what the trainer said of it (empty when the cache already held it)."""

    path: Path
    figures: str

    def __str__(self) -> str:
        return "\n".join(filter(None, (self.figures.rstrip(), f"model: {self.path}")))


def train(paths: Sequence[Path] = (EXAMPLES,), out: Path | None = None, cache: Path = DEFAULT_CACHE) -> Trained:
    """Trains from Rasa NLU YAML. Without `out` the model goes to the cache, and an existing one is kept.

    Raises ModelError with the first fault of the examples. Takes up to a minute.
    """
    read = read_all(paths)
    if read.errors:
        more = f" (and {len(read.errors) - 1} more)" if len(read.errors) > 1 else ""
        raise ModelError(f"{read.errors[0]}{more}")
    if out is None:
        return Trained(ensure(paths, cache), "")
    return Trained(out, train_apart(paths, out))


def test(model: Path, paths: Sequence[Path]) -> Report:
    """What a model makes of examples it was not trained on; `str()` of the report is for people.

    Raises ModelError for a missing model or faulty examples.
    """
    read = read_all(paths)
    if read.errors or not read.examples:
        raise ModelError(str(read.errors[0]) if read.errors else "no examples to test on")
    loaded = Model.load(model)
    judged: list[Judged] = []
    for example in read.examples:
        reading = loaded.read(example.text)
        spoken, _ = detect(example.text, None, reading.languages or None)
        best = reading.ranking[0]
        judged.append(Judged(example.text, example.intent, best.name, best.confidence, reading.in_scope, example.language, spoken))
    return report("test", judged)


def serve(model: Path, host: str = "127.0.0.1", port: int = 5005, products: ProductIndex | None = None) -> None:
    """Answers POST /model/parse until interrupted. 5005 is Rasa's own default port."""
    engine = Engine(Model.load(model), products)
    web.run_app(application(engine, model.name), host=host, port=port, print=None)
