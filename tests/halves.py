"""Lists of messages of which one half was looked at while something was built and the other was not.

A list is a block of lines; the first, third, ... line is of the half `BUILT`, the others are `HELD`. Read by the tests of language and of
tone and by `python -m bench.language` and `bench.tone`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).parent
LANGUAGES: Final = ("en", "ru", "uk", "sl")
BUILT, HELD = 0, 1


@dataclass(frozen=True, slots=True)
class Line:
    """One message; `group` is the list it stands in ("short/words", "angry"), `half` is BUILT or HELD."""

    language: str
    group: str
    half: int
    text: str


def tone_lines() -> Iterator[Line]:
    """Messages of tests/tone; the group is the tone."""
    for language in LANGUAGES:
        for tone, block in _read(ROOT / "tone" / f"{language}.yml").items():
            yield from _lines(language, tone, block)


def language_lines() -> Iterator[Line]:
    """Messages of tests/language in one language each; the group is "short/..." (at most five words) or "long/..."."""
    for language in LANGUAGES:
        for size, groups in _read(ROOT / "language" / f"{language}.yml").items():
            for group, block in groups.items():
                yield from _lines(language, f"{size}/{group}", block)


def other_lines() -> Iterator[tuple[Line, tuple[str, ...]]]:
    """Mixed, foreign and shared messages, each with the languages of the conversation by which it is judged."""
    for group, block in _read(ROOT / "language" / "others.yml").items():
        for line in _lines("", group, block):
            priors, _, text = line.text.partition(" | ")
            yield Line(line.language, group, line.half, text), LANGUAGES if priors == "-" else tuple(priors.split())


def _lines(language: str, group: str, block: str) -> Iterator[Line]:
    for at, text in enumerate(block.splitlines()):
        yield Line(language, group, at % 2, text)


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found
