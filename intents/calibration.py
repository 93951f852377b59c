"""What raw scores mean: the temperature that makes confidence a probability, and the border of scope.

Works on cross-validated scores, so nothing is judged on what it was trained on. numpy alone. Neighbours: `training.py`
calls this, `model.py` applies the result.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from intents.features import Floats

KEPT: Final = 0.95  # of messages that are a matter of the shop, this share must stay in scope
_TEMPERATURES: Final = np.geomspace(0.03, 1.0, 60)
_COVERAGE_WEIGHTS: Final = (0.0, 0.5, 1.0, 1.5, 2.0)
_OUTSIDE_WEIGHTS: Final = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5)


def fit_temperature(decisions: Floats, truth: NDArray[np.int64]) -> float:
    """The temperature of least negative log-likelihood."""
    best = min(_TEMPERATURES, key=lambda t: _loss(decisions, truth, float(t)))
    return float(best)


def _loss(decisions: Floats, truth: NDArray[np.int64], temperature: float) -> float:
    raised = decisions / temperature
    raised = raised - raised.max(axis=1, keepdims=True)
    logs = raised - np.log(np.exp(raised).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(truth)), truth].mean())


def fit_scope(best: Floats, outside: Floats, coverage: Floats, inside: NDArray[np.bool_]) -> tuple[float, float, float]:
    """Weight of coverage, weight of the out-of-scope decision, and the floor of scope.

    `best` is the best decision for an intent of the shop, `outside` that for out of scope, `inside` which texts are the
    shop's. The floor keeps `KEPT` of the insiders; of all weights those win that then leave the most outsiders out, the
    smallest of equals. Without outsiders to learn from the weights are 1 and 0.
    """
    if inside.all() or not inside.any():
        score = best + coverage
        return 1.0, 0.0, float(np.quantile(score, 1 - KEPT)) if len(score) else 0.0
    found: list[tuple[float, float, float, float]] = []
    for weight in _COVERAGE_WEIGHTS:
        for against in _OUTSIDE_WEIGHTS:
            score = best + weight * coverage - against * outside
            floor = float(np.quantile(score[inside], 1 - KEPT))
            found.append((float(np.mean(score[~inside] < floor)), weight, against, floor))
    _, weight, against, floor = max(found, key=lambda each: (round(each[0], 2), -each[1] - each[2]))
    return weight, against, floor
