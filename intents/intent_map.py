"""An imported bot's names of intents, and what they are called here: a small YAML file of `their_name: our_name`.

    ask_where_parcel: order_status
    faq/opening_times: shop_hours     # one part of a retrieval intent
    chitchat: ignore                  # leave its examples out

What is not named keeps its name. Neighbours: `commands.py` and `training.py` apply this to what `rasa_format.py` has read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import yaml

from intents.names import INTENTS
from intents.rasa_values import Example, Examples, Fault
from intents.yaml_nodes import compose, line_of, pairs

IGNORE: Final = "ignore"


@dataclass(frozen=True, slots=True)
class IntentMap:
    """`names` maps theirs to ours or to IGNORE; `lines` says where in `file` each stands."""

    file: Path
    names: Mapping[str, str]
    lines: Mapping[str, int]
    faults: tuple[Fault, ...] = ()


def read_map(file: Path) -> IntentMap:
    """Never raises; what is wrong is in `faults`. A name that is none of `intents/names.py` is a fault: no flow would answer it."""
    names: dict[str, str] = {}
    lines: dict[str, int] = {}
    faults: list[Fault] = []

    def fault(line: int, message: str) -> None:
        faults.append(Fault(file, line, message))

    root = compose(file)
    if isinstance(root, Fault):
        return IntentMap(file, names, lines, (root,))
    if root is None:
        return IntentMap(file, names, lines, (Fault(file, 1, "the file is empty"),))
    for theirs, line, value in pairs(root, "the map of intents", fault):
        ours = value.value.strip() if isinstance(value, yaml.ScalarNode) else ""
        if not ours:
            fault(line_of(value), f"`{theirs}` must be followed by one name of an intent, or by `{IGNORE}`")
        elif ours not in INTENTS and ours != IGNORE:
            fault(line_of(value), f"unknown intent `{ours}`; docs/intents.md lists all, and `{IGNORE}` leaves examples out")
        else:
            names[theirs], lines[theirs] = ours, line
    return IntentMap(file, names, lines, tuple(faults))


def apply_map(read: Examples, given: IntentMap) -> Examples:
    """The same examples under our names. A name of the map that no example has gets a notice, as has an intent left without a flow."""
    kept: list[Example] = []
    used: set[str] = set()
    alone: dict[str, Example] = {}
    for example in read.examples:
        theirs = next((name for name in (example.full_intent, example.intent) if name in given.names), None)
        if theirs is None:
            if example.intent not in INTENTS:
                alone.setdefault(example.intent, example)
            kept.append(example)
            continue
        used.add(theirs)
        if given.names[theirs] != IGNORE:
            kept.append(replace(example, intent=given.names[theirs], full_intent=example.full_intent or example.intent))
    notices = [
        Fault(given.file, given.lines[name], f"no example has the intent `{name}`", True) for name in given.names if name not in used
    ]
    notices += [Fault(e.file, e.line, f"intent `{name}` is not mapped and keeps its name", True) for name, e in alone.items()]
    return replace(read, examples=tuple(kept), faults=(*read.faults, *given.faults, *notices))
