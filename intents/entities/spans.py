"""Candidates of one kind, and which of them stay: earlier rules beat later ones where they overlap. Neighbours: every finder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from intents.entities.found import NOT_A_MEASURE
from intents.understanding import Entity

# As `NOT_A_MEASURE`, but "in" is the Slovenian "and" here, and "5 times" counts no things.
NOTHING_MEASURED: Final = NOT_A_MEASURE.replace("|inch|in|", "|inch|").replace("(?:days?|", "(?:раз\\w*|times|krat|days?|")


class Span(NamedTuple):
    """A candidate; offsets as in `Reading.text`."""

    value: str
    start: int
    end: int
    score: float = 1.0
    role: str = ""


def best_spans(kind: str, candidates: Iterable[Span]) -> list[Entity]:
    """Those that overlap none that came before them, in order of place."""
    found: list[Entity] = []
    for span in candidates:
        if not any(e.start < span.end and span.start < e.end for e in found):
            found.append(Entity(kind, span.value, span.start, span.end, span.score, role=span.role))
    return sorted(found, key=lambda entity: entity.start)
