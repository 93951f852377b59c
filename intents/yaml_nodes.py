"""YAML read as nodes and not as values, because nodes know their lines and a fault without its line is of little use.

Only what the readers of this package share. Neighbours: `rasa_format.py`, `intent_map.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from intents.rasa_values import Fault

try:  # the C loader is about eight times faster; a PyYAML built without libyaml lacks it
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


def compose(file: Path) -> yaml.Node | Fault | None:
    """The root of a file, None when it is empty, or the fault that keeps it from being read."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return Fault(file, 1, f"cannot be read: {error}")
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        return Fault(file, mark.line + 1 if mark else 1, f"no valid YAML: {reason}")
    return root


def line_of(node: yaml.Node) -> int:
    """From 1."""
    return int(node.start_mark.line) + 1


def pairs(node: yaml.Node, what: str, fault: Callable[[int, str], None]) -> Iterator[tuple[str, int, yaml.Node]]:
    """Key, its line and the value's node. No mapping, or a key that stands twice, is told to `fault`."""
    if not isinstance(node, yaml.MappingNode):
        fault(line_of(node), f"{what} must be `key: value`")
        return
    seen: set[str] = set()
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        if name in seen:
            fault(line_of(key), f"`{name}` stands here twice")
        seen.add(name)
        yield name, line_of(key), value
