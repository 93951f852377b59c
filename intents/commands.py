"""Train, serve and test as plain functions, for the command line in `bot/` to call. No argument parsing, no printing.

scikit-learn stays in the process that `train` starts; this module is light to import. Neighbours: `model.py`, `server.py`.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aiohttp import web

from intents.cross_report import CrossReport, run_apart, sum_up
from intents.engine import Engine
from intents.entities.learned.figures import entity_report
from intents.entities.products import ProductIndex
from intents.evaluation import Judged, Report, report
from intents.intent_map import apply_map, read_map
from intents.language import detect
from intents.model import EXAMPLES, Model, ModelError, ensure, fingerprint, train_apart
from intents.rasa_format import read_all
from intents.rasa_values import Examples, Fault
from intents.server import application

DEFAULT_CACHE: Final = Path(".cache")


@dataclass(frozen=True, slots=True)
class Trained:
    """Where the model lies, what the trainer said of it (empty when the cache already held it), and what of the data was read
    otherwise than it stands there, or passed over."""

    path: Path
    figures: str
    notices: tuple[Fault, ...] = ()

    def __str__(self) -> str:
        told = [f"notice: {notice}" for notice in self.notices]
        return "\n".join(filter(None, (*told, self.figures.rstrip(), f"model: {self.path}")))


def train(paths: Sequence[Path] = (EXAMPLES,), out: Path | None = None, cache: Path = DEFAULT_CACHE, names: Path | None = None) -> Trained:
    """Trains from Rasa NLU YAML. Without `out` the model goes to the cache, and an existing one is kept. `names` is a map of
    intents, see `intent_map.py`.

    Raises ModelError with the first fault of the examples or of the map. Takes up to a minute.
    """
    read = _read(paths, names)
    if out is None and names is None:
        return Trained(ensure(paths, cache), "", read.notices)
    out = out or cache / f"intents-{fingerprint([*paths, *([names] if names else [])])}.npz"
    return Trained(out, train_apart(paths, out, names), read.notices)


def _read(paths: Sequence[Path], names: Path | None) -> Examples:
    read = read_all(paths)
    if names:
        read = apply_map(read, read_map(names))
    if read.errors:
        more = f" (and {len(read.errors) - 1} more)" if len(read.errors) > 1 else ""
        raise ModelError(f"{read.errors[0]}{more}")
    return read


def test(model: Path, paths: Sequence[Path], names: Path | None = None) -> Report:  # noqa: PT028 - a command called test
    """What a model makes of examples it was not trained on; `str()` of the report is for people. `names` as for `train`. Where examples
    have entity annotations, its notes say how well those are found.

    Raises ModelError for a missing model or faulty examples.
    """
    read = _read(paths, names)
    if not read.examples:
        raise ModelError("no examples to test on")
    loaded = Model.load(model)
    judged: list[Judged] = []
    for example in read.examples:
        reading = loaded.read(example.text)
        spoken, _ = detect(example.text, None, loaded.languages(example.text) or None)
        best = reading.ranking[0]
        judged.append(Judged(example.text, example.intent, best.name, best.confidence, reading.in_scope, example.language, spoken))
    engine = Engine(loaded)
    found = entity_report(read.examples, lambda text: engine.understand(text).entities)
    return report("test", judged, str(found).splitlines())


def cross_validate(paths: Sequence[Path] = (EXAMPLES,), folds: int = 5, names: Path | None = None) -> CrossReport:
    """What models that never saw them make of the training examples, by language and style. Takes minutes; progress goes to stderr.

    Raises ModelError for faulty examples.
    """
    here = Path.cwd()  # mistakes are told with their places: short ones where possible
    paths = [path.relative_to(here) if path.is_relative_to(here) else path for path in paths]
    read = _read(paths, names)
    return sum_up(read.examples, run_apart(paths, folds, names), folds)


def below(figures: Report | CrossReport, floor: float) -> list[str]:
    """Languages whose macro F1 (0 to 1) is under the floor."""
    whole = figures.whole if isinstance(figures, CrossReport) else figures
    return [language for language, (_, _, macro_f1) in whole.by_language.items() if macro_f1 < floor]


def serve(
    model: Path, host: str = "127.0.0.1", port: int = 5005, products: ProductIndex | None = None, *, token: str | None = None
) -> None:
    """Answers POST /model/parse until interrupted, with a `token` only to who sends it. 5005 is Rasa's own default port."""
    engine = Engine(Model.load(model), products)
    gc.freeze()  # what is loaded now stays; the collector need not look through it again and again
    web.run_app(application(engine, model.name, token), host=host, port=port, print=None)
