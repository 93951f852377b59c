"""From scores to the best allowed sequence of labels: B I* L, U or O, any run after any other.

Because any run may follow any other, one number a place is all that is kept of the past, and one for each kind inside a run.
Most words are surely outside, so only the stretches between them are looked at, and there only the kinds that are possible at all.
Neighbour: `tagger.py`; the same sums over whole messages, for learning, are in `field.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

MARGIN: Final = 7.0  # a label that is e^7 (a thousand) times less likely than O at its word is not considered
NEAR: Final = 2
_NEVER: Final = -1e9
_MOST: Final = 100.0  # e^100 squared is still a number


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (included) are one entity of the kind with this number. `score` is its posterior, 0 to 1."""

    kind: int
    first: int
    last: int
    score: float


def best_runs(scores: NDArray[np.float32]) -> list[Run]:
    """The most likely sequence of words x (1 + 4 kinds) scores, columns O, then B, I, L, U of each kind."""
    over = scores[:, 1:] - scores[:, :1]  # O is 0 from here on
    top = over.max(axis=1)
    if top.max() <= 0.0:
        return []  # O is best everywhere, so nothing can beat all of them
    possible = (top > -MARGIN).tolist()
    found: list[Run] = []
    for first, end in _stretches(possible):
        part = over[first:end]
        if part.max() <= 0.0:
            continue
        part = part.reshape(end - first, -1, 4)
        kinds = np.flatnonzero(part.max(axis=(0, 2)) > 0.0)  # a run of labels that are all worse than O is worse than no run
        part = part.take(kinds, axis=1).clip(-_MOST, _MOST)
        found += [Run(int(kinds[run.kind]), first + run.first, first + run.last, run.score) for run in _decoded(part)]
    return found


def _stretches(possible: list[bool]) -> Iterator[tuple[int, int]]:
    """Begin and end (exclusive) of every unbroken run of True."""
    first = -1
    for at, yes in enumerate([*possible, False]):
        if yes and first < 0:
            first = at
        elif not yes and first >= 0:
            yield first, at
            first = -1


def _decoded(part: NDArray[np.float32]) -> list[Run]:
    """Viterbi over words x kinds x (B, I, L, U)."""
    rows: list[list[list[float]]] = part.tolist()
    count, kinds = len(rows), range(len(rows[0]))
    best = [0.0] * (count + 1)
    back: list[tuple[int, int]] = [(0, -1)] * (count + 1)  # where the last run begins, and its kind; -1 is O
    inside, begun = [_NEVER] * len(kinds), [0] * len(kinds)
    for at, row in enumerate(rows):
        free = best[at]
        top, came = free, (at, -1)
        for kind in kinds:
            begin, middle, last, only = row[kind]
            if free + only > top:
                top, came = free + only, (at, kind)
            if inside[kind] + last > top:
                top, came = inside[kind] + last, (begun[kind], kind)
            if inside[kind] + middle > free + begin:
                inside[kind] += middle
            else:
                inside[kind], begun[kind] = free + begin, at
        best[at + 1], back[at + 1] = top, came
    runs: list[tuple[int, int, int]] = []
    at = count
    while at:
        first, kind = back[at]
        if kind >= 0:
            runs.append((first, at, kind))
        at = first
    if not runs:
        return []
    return [Run(kind, first, end - 1, _posterior(part, kind, first, end)) for first, end, kind in reversed(runs)]


def _posterior(part: NDArray[np.float32], kind: int, first: int, end: int) -> float:
    """Of one run, among all allowed sequences of the words in it and NEAR to each side; what is farther off hardly matters."""
    low = max(0, first - NEAR)
    odds = np.exp(part[low : end + NEAR].astype(np.float64))
    before = _sums(odds.tolist())
    after = _sums(odds[::-1, :, [2, 1, 0, 3]].tolist())[::-1]  # read backwards, begin and last change places
    said = part[first:end, kind].tolist()
    own = said[0][3] if len(said) == 1 else said[0][0] + sum(row[1] for row in said[1:-1]) + said[-1][2]
    return math.exp(min(0.0, own + before[first - low] + after[end - low] - before[-1]))


def _sums(odds: list[list[list[float]]]) -> list[float]:
    """At each place (one more than words) the log of the sum over all allowed sequences that end just before it. `odds` are against
    O; the sum is made 1 at each place, so nothing overflows."""
    total = [0.0]
    inside = [0.0] * len(odds[0])
    for row in odds:
        free = 1.0
        for kind, (begin, middle, last, only) in enumerate(row):
            free += only + inside[kind] * last
            inside[kind] = begin + inside[kind] * middle
        inside = [each / free for each in inside]
        total.append(total[-1] + math.log(free))
    return total
