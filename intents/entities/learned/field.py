"""How the tagger's weights are learned: a conditional random field over B, I, L, U, O whose sequences must be allowed.

The log-likelihood of the true labels of whole messages is maximised (L-BFGS) with an L2 penalty. Kinds share strength: the weight of
"begin of city, role to" is a sum of parts for "any entity", "any begin", "city", "city, role to" and its own, each penalised alike, so
that ten examples of a kind also profit from all other kinds. With S the labels' common parts (`S = A A'`), the penalty of the sums W
is that of V where W = V S^½; V is what is learned. Runs in the training process only (scipy). Neighbour: `training.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from intents.entities.learned.tagger import Floats, Kind

Doubles = NDArray[np.float64]

PENALTY: Final = 0.2  # of the squared weights; from 0.1 to 1 the F1 of a small bot differs by less than two points
STEPS: Final = 60
_CHUNK: Final = 256  # messages of similar length that are computed at once
_NEVER: Final = -1e4


@dataclass(frozen=True, slots=True)
class Messages:
    """All words of all messages, one below the other: message i has rows `starts[i]`:`starts[i + 1]` of `rows` and `labels`."""

    rows: csr_matrix  # words x features
    labels: NDArray[np.int64]
    starts: NDArray[np.int64]
    weights: Doubles  # how much each message counts


def shared(kinds: Sequence[Kind]) -> Doubles:
    """Labels x labels: how many parts two labels have in common (O has none)."""
    parts: list[set[str]] = [set()]
    for kind in kinds:
        entity = f"entity {kind.entity}"
        parts += [{"any", f"any {place}", entity, f"{entity} {place}", f"{kind}", f"{kind} {place}"} for place in "BILU"]
    return np.array([[float(len(a & b)) for b in parts] for a in parts])


def root_of(matrix: Doubles) -> Doubles:
    """The symmetric square root of a positive semidefinite matrix."""
    values, vectors = np.linalg.eigh(matrix)
    root: Doubles = (vectors * np.sqrt(np.clip(values, 0.0, None))) @ vectors.T
    return root


def learn(messages: Messages, kinds: Sequence[Kind], *, penalty: float = PENALTY, steps: int = STEPS) -> Floats:
    """Weights, features x labels."""
    common = shared(kinds)
    common[0, 0] = 1.0
    root = root_of(common).astype(np.float32)
    rows = messages.rows.astype(np.float32)
    back = rows.T.tocsr()
    shape = (rows.shape[1], len(common))
    chunks = _chunks(messages)

    def cost(flat: Doubles) -> tuple[float, Doubles]:
        inner = flat.reshape(shape).astype(np.float32)
        scores = rows @ (inner @ root)
        loss, pull = 0.0, np.zeros_like(scores)
        for chunk in chunks:
            loss += _likelihood(scores, messages, chunk, pull)
        gradient = (back @ pull) @ root + penalty * inner
        return loss + 0.5 * penalty * float((inner.astype(np.float64) ** 2).sum()), gradient.astype(np.float64).ravel()

    start = np.zeros(shape[0] * shape[1])
    found = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 5})
    weights: Floats = found.x.reshape(shape).astype(np.float32) @ root
    return weights


def _chunks(messages: Messages) -> list[NDArray[np.int64]]:
    """Messages grouped by length."""
    order = np.argsort(np.diff(messages.starts), kind="stable")
    return [order[i : i + _CHUNK] for i in range(0, len(order), _CHUNK)]


def _likelihood(scores: Floats, messages: Messages, chunk: NDArray[np.int64], pull: Floats) -> float:
    """The negative log-likelihood of some messages; what their scores should change by is written to `pull`."""
    lengths = messages.starts[chunk + 1] - messages.starts[chunk]
    longest = int(lengths.max())
    at = messages.starts[chunk][:, None] + np.arange(longest)[None, :]
    real = np.arange(longest)[None, :] < lengths[:, None]
    at = np.where(real, at, 0)
    padded = scores[at].astype(np.float64)  # messages x words x labels
    padded[~real] = _NEVER
    padded[~real, 0] = 0.0  # beyond the end only O, which costs nothing
    total, shares = _marginals(padded)
    truth = messages.labels[at]
    said = np.take_along_axis(padded, truth[:, :, None], axis=2)[:, :, 0]
    weights = messages.weights[chunk]
    loss = float((weights * (total - np.where(real, said, 0.0).sum(axis=1))).sum())
    change = shares
    np.put_along_axis(change, truth[:, :, None], np.take_along_axis(change, truth[:, :, None], axis=2) - 1.0, axis=2)
    change *= weights[:, None, None]
    pull[at[real]] = change[real]
    return loss


def _marginals(padded: Doubles) -> tuple[Doubles, Doubles]:
    """Log of the sum over all allowed sequences of each message, and each label's share in it at each word."""
    count, length, labels = padded.shape
    outside = padded[:, :, 0]
    begin, middle, last, only = (padded[:, :, place::4] for place in (1, 2, 3, 4))
    kinds = (labels - 1) // 4
    free = np.zeros((length + 1, count))
    inside = np.full((length + 1, count, kinds), _NEVER)
    for t in range(length):
        ways = np.concatenate((outside[:, t, None], only[:, t]), axis=1) + free[t][:, None]
        free[t + 1] = _sum(np.concatenate((ways, inside[t] + last[:, t]), axis=1))
        inside[t + 1] = np.logaddexp(free[t][:, None] + begin[:, t], inside[t] + middle[:, t])
    after = np.zeros((length + 1, count))
    within = np.full((length + 1, count, kinds), _NEVER)
    for t in range(length - 1, -1, -1):
        ways = np.concatenate((outside[:, t, None], only[:, t]), axis=1) + after[t + 1][:, None]
        after[t] = _sum(np.concatenate((ways, begin[:, t] + within[t + 1]), axis=1))
        within[t] = np.logaddexp(middle[:, t] + within[t + 1], last[:, t] + after[t + 1][:, None])
    total = free[length]
    shares = np.empty_like(padded)
    f, a = free[:-1].T[:, :, None], after[1:].T[:, :, None]
    i, w = inside[:-1].transpose(1, 0, 2), within[1:].transpose(1, 0, 2)
    shares[:, :, :1] = f + outside[:, :, None] + a
    shares[:, :, 1::4] = f + begin + w
    shares[:, :, 2::4] = i + middle + w
    shares[:, :, 3::4] = i + last + a
    shares[:, :, 4::4] = f + only + a
    return total, np.exp(np.minimum(shares - total[:, None, None], 0.0))


def _sum(ways: Doubles) -> Doubles:
    top = ways.max(axis=1)
    summed: Doubles = top + np.log(np.exp(ways - top[:, None]).sum(axis=1))
    return summed
