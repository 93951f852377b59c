"""Lessons as training data: Rasa NLU YAML 3.1, one file a language, to be read by a person before it is trained on.

A file that is there already is added to, so that what a person took out of it or changed in it stays so; the same words taught anew
move to their new intent. Neighbours: `masking.py` makes the words anybody's, `intents/rasa_format.py` reads these files.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.desk.freeze import Known
from bot.desk.masking import doubts, masked
from intents.language import detect
from intents.rasa_format import VERSION, read_file

FILE: Final = "lessons.yml"
_LONGEST: Final = 500  # characters; a longer message is a story, and no example of one wish
_HEAD: Final = (
    "# What agents said that customers' messages meant. Personal data were replaced; read every line before training on it:\n"
    "# a name nobody knows, or a matter only one customer can have, may still be told in plain words.\n"
)


@dataclass(frozen=True, slots=True)
class Taught:
    """A customer's words and what an agent said they meant. `language` is the conversation's; `known` what is personal in it."""

    text: str
    meant: str
    language: str
    known: Known


@dataclass(slots=True)
class Exported:
    """What became of lessons. `masked` counts what was replaced, by kind; `doubtful` are (file, line's words, what looks personal);
    `empty` had no words left (erased, or longer than an example may be)."""

    files: list[Path] = field(default_factory=list)
    examples: int = 0
    folded: int = 0
    empty: int = 0
    masked: Counter[str] = field(default_factory=Counter)
    doubtful: list[tuple[Path, str, list[str]]] = field(default_factory=list)


def export(lessons: Iterable[Taught], folder: Path, ordinary: Set[str], *, anew: bool = False) -> Exported:
    """Write `<folder>/<language>/lessons.yml`. `anew` forgets what the files hold; `ordinary` are folded words that name nobody.

    Raises OSError when the folder cannot be written, ValueError when a file there is no training data any more.
    """
    told, examples = Exported(), dict[str, dict[str, tuple[str, str]]]()
    for lesson in lessons:
        text = lesson.text.strip()
        if not text or len(text) > _LONGEST:
            told.empty += 1
            continue
        language, _ = detect(text, lesson.language)
        words, replaced = masked(text, lesson.known, language)
        words = _plain(words)
        if not _same(words):
            told.empty += 1
            continue
        told.masked += replaced
        here = examples.setdefault(language, {})
        told.folded += _same(words) in here
        here[_same(words)] = (words, lesson.meant)  # of two that say the same the later counts
    for language, fresh in sorted(examples.items()):
        file = folder / language / FILE
        before = {} if anew or not file.exists() else _read(file)
        write(file, {**before, **fresh}.values())
        told.files.append(file)
        told.examples += len(fresh)
        told.doubtful += [(file, words, found) for words, _ in fresh.values() if (found := doubts(words, ordinary))]
    return told


def _read(file: Path) -> dict[str, tuple[str, str]]:
    found = read_file(file)
    if found.errors:
        raise ValueError(str(found.errors[0]))
    return {_same(example.text): (example.text, example.intent) for example in found.examples}


def write(file: Path, examples: Iterable[tuple[str, str]]) -> None:
    """(words, intent) as Rasa NLU YAML; written beside the target and moved over it."""
    by_intent: Mapping[str, Sequence[str]] = _grouped(examples)
    lines = [_HEAD, f'version: "{VERSION}"\nnlu:\n']
    for intent in sorted(by_intent):
        lines.append(f"- intent: {intent}\n  examples: |\n")
        lines += [f"    - {words}\n" for words in by_intent[intent]]
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".tmp")
    beside.write_text("".join(lines), "utf-8")
    beside.replace(file)


def _grouped(examples: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for words, intent in examples:
        found.setdefault(intent, []).append(words)
    return found


def _plain(words: str) -> str:
    """Without what the format would read as marks: brackets annotate entities, a dash begins an example."""
    return words.translate(str.maketrans("[]{}", "()()")).lstrip("-# ").strip()


def _same(words: str) -> str:
    """Equal for words that differ in capitals and punctuation alone; "" when there is nothing but that."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())
