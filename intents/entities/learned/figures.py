"""How well entities are found: precision, recall and F1 of each kind on annotated examples.

Found is what has kind, place, role and group of the annotation; values are not compared, because synonyms change them on purpose.
Neighbours: `intents/commands.py` prints this for `frontdesk nlu test`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from intents.rasa_values import Example
from intents.understanding import Entity


@dataclass(frozen=True, slots=True)
class Score:
    """Counts: rightly found, found but not marked, marked but not found. Shares are 0 to 1."""

    kind: str
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0

    def __str__(self) -> str:
        return (
            f"{self.kind}: precision {self.precision:6.1%}   recall {self.recall:6.1%}   F1 {self.f1:6.1%}   ({self.right + self.missed})"
        )


@dataclass(frozen=True, slots=True)
class EntityReport:
    """`total` sums up `kinds`, which are in order of their names; empty when no example has an annotation."""

    kinds: tuple[Score, ...]

    @property
    def total(self) -> Score:
        return Score("entities", sum(s.right for s in self.kinds), sum(s.wrong for s in self.kinds), sum(s.missed for s in self.kinds))

    def __str__(self) -> str:
        return "\n".join([str(self.total), *(f"  {score}" for score in self.kinds)]) if self.kinds else ""


def entity_report(examples: Sequence[Example], find: Callable[[str], tuple[Entity, ...]]) -> EntityReport:
    """Kinds that are marked nowhere in `examples` are not judged: nobody said where they are."""
    marked = {mark.entity for example in examples for mark in example.annotations}
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for example in examples if marked else ():
        truth = {(m.entity, m.start, m.end, m.role, m.group) for m in example.annotations}
        found = {(e.kind, e.start, e.end, e.role, e.group) for e in find(example.text) if e.kind in marked}
        right.update(each[0] for each in truth & found)
        wrong.update(each[0] for each in found - truth)
        missed.update(each[0] for each in truth - found)
    return EntityReport(tuple(Score(kind, right[kind], wrong[kind], missed[kind]) for kind in sorted(marked)))
