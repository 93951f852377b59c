"""Labelled messages of tests/nlu_wishes and tests/nlu_denials: read here, judged by the tests beside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Labelled:
    """`label` is what stands before the bar: see the head of the files."""

    language: str
    label: str
    text: str


def labelled(folder: str, half: str) -> list[Labelled]:
    """`half` is built (looked at while the rules were written) or held (not)."""
    found = []
    for path in sorted((ROOT / folder).glob("*.yml")):
        for line in yaml.safe_load(path.read_text("utf-8"))[half]:
            label, text = line.split("|", 1)
            found.append(Labelled(path.stem, label.strip(), text.strip()))
    return found
