"""What Rasa's training data says, as values: examples with their annotations, synonyms, lookups, regexes, and faults.

Values only. Neighbours: `rasa_format.py` makes them from files, `rasa_marks.py` from one line, `training.py`, `faults.py` and
`entities/learned/` read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Annotation:
    """An entity as the author marked it; offsets are in the text without the marks, end exclusive.

    `role` tells two of a kind apart ("from", "to"), `group` says which belong together ("1", "2"); "" when there is none.
    """

    entity: str
    value: str
    start: int
    end: int
    role: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """`language` comes from the path (`sl/orders.yml`, `sl.yml`) or the project's config.yml; None when neither names one.

    `full_intent` is the name as it stands in the file when `intent` is another: `faq/hours` of a retrieval intent, or a name
    that was mapped.
    """

    text: str
    intent: str
    language: str | None
    file: Path
    line: int
    annotations: tuple[Annotation, ...] = ()
    full_intent: str = ""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Every one of `variants` as a whole value, in whatever case, means `value`."""

    value: str
    variants: tuple[str, ...]
    file: Path
    line: int


@dataclass(frozen=True, slots=True)
class Lookup:
    """Known values of the entity `name`; may be several words each."""

    name: str
    values: tuple[str, ...]
    file: Path
    line: int


@dataclass(frozen=True, slots=True)
class Regex:
    """Patterns in Python's syntax, each known to compile; `name` is an entity's or only the feature's own."""

    name: str
    patterns: tuple[str, ...]
    file: Path
    line: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a line (from 1). A `notice` is worth a word but does not fail a check."""

    file: Path
    line: int
    message: str
    notice: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Examples:
    """What was read, in the order it stands, and every fault met on the way."""

    examples: tuple[Example, ...]
    faults: tuple[Fault, ...]
    synonyms: tuple[Synonym, ...] = ()
    lookups: tuple[Lookup, ...] = ()
    regexes: tuple[Regex, ...] = ()

    @property
    def errors(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if not fault.notice)

    @property
    def notices(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if fault.notice)
