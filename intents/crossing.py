"""What a model would say of each training example had it never seen it: cross-validation in a process of its own.

`python -m intents.crossing [--folds 5] [--map FILE] PATH...` reads examples, prints progress on stderr and one JSON object on stdout;
`cross_report.py` starts it and sums up, so that scikit-learn stays in here. Calibration is fitted on the same scores that are then told:
with three or four numbers for tens of thousands of examples that flatters by nothing one would see. Neighbours: `training.py`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final, ParamSpec, TypedDict, TypeVar

from intents.features import extract
from intents.intent_map import apply_map, read_map
from intents.near import groups_of
from intents.rasa_format import read_all
from intents.training import THREADS, calibrate, cross_validate, folds_of, judge

FOLDS: Final = 5
P = ParamSpec("P")
T = TypeVar("T")


class Crossed(TypedDict):
    """The JSON on stdout."""

    judged: list[tuple[str, float, bool]]  # for each example, in the order of the files: best intent, confidence, in scope
    calibration: str
    seconds: float
    near: int  # examples that say what another one says, but for case, punctuation, numbers, script and diacritics
    groups: int
    parted: int  # groups that lie in more than one fold: their figures flatter


def cross(paths: Sequence[Path], folds: int = FOLDS, names: Path | None = None) -> Crossed:
    """Raises ValueError with the first fault of the examples, or when there are fewer of them than folds."""
    begun = time.perf_counter()
    read = read_all(paths)
    if names:
        read = apply_map(read, read_map(names))
    if read.errors:
        raise ValueError(str(read.errors[0]))
    examples = read.examples
    if len({example.intent for example in examples}) < 2 or len(examples) < folds:
        raise ValueError(f"cross-validation needs two intents and at least {folds} examples")
    _say(f"{len(examples)} examples, {folds} folds")
    assigned = folds_of(examples, folds)
    groups = groups_of(examples)
    texts = [extract(example.text) for example in examples]
    _say(f"features are made ({time.perf_counter() - begun:.0f} s); {folds} models are trained")
    with _Telling(THREADS) as pool:
        crossed = cross_validate(examples, texts, folds, pool=pool)
    _say(f"all are judged ({time.perf_counter() - begun:.0f} s)")
    calibration = calibrate(examples, crossed)
    return {
        "judged": [(each.said, each.confidence, each.in_scope) for each in judge(examples, crossed, calibration)],
        "calibration": str(calibration),
        "seconds": time.perf_counter() - begun,
        "near": sum(map(len, groups)),
        "groups": len(groups),
        "parted": sum(len({int(assigned[index]) for index in group}) > 1 for group in groups),
    }


class _Telling(ThreadPoolExecutor):
    """Says when each piece of work is done: a fold takes up to a minute."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(lambda _: _say("a model is trained"))
        return future


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 1 and one line on stderr when the examples are faulty."""
    parser = argparse.ArgumentParser(prog="intents.crossing")
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--map", type=Path, dest="names")
    parser.add_argument("paths", type=Path, nargs="+")
    options = parser.parse_args(arguments)
    try:
        crossed = cross(options.paths, options.folds, options.names)
    except ValueError as error:
        _say(str(error))
        return 1
    json.dump(crossed, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
