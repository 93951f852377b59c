"""Cross-validated figures of training examples, by language and style, with the mistakes to begin with; for people and as JSON.

Sums up what `crossing.py` says; no training here, so this is light to import. A style's macro F1 is over the intents that occur in it and
looks only at its own examples. Neighbours: `evaluation.py` (figures of any judged messages), `styles.py`, `commands.py`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from intents.evaluation import Judged, Report, accuracy, f1_scores, report
from intents.faults import look_at
from intents.model import ModelError
from intents.names import OUT_OF_SCOPE
from intents.rasa_values import Example, Fault
from intents.styles import FLAGS, STYLES, flags_of, style_of
from intents.understanding import LANGUAGES

MOST_MISTAKES: Final = 25
MOST_NOTICES: Final = 20
WEAKEST: Final = 8  # intents of each language


@dataclass(frozen=True, slots=True)
class Score:
    """Of some of the examples; shares from 0 to 1. `caught`: of what is out of scope, None without any; `kept`: of the rest."""

    examples: int
    accuracy: float
    macro_f1: float
    kept: float
    caught: float | None


@dataclass(frozen=True, slots=True)
class Mistake:
    text: str
    meant: str
    said: str
    confidence: float
    place: str  # file:line


@dataclass(frozen=True, slots=True)
class CrossReport:
    """`whole` has confusions and calibration; `cells` are macro F1 and accuracy by (language, style). `near` examples say what
    another does, in `groups`; of these `parted` lie in several folds and flatter the figures."""

    whole: Report
    folds: int
    by_language: dict[str, Score]
    by_style: dict[str, Score]
    by_flag: dict[str, Score]
    cells: dict[str, dict[str, Score]]  # language, style
    weakest: dict[str, tuple[tuple[str, float, int], ...]]  # by language: intent, F1, examples
    mistakes: tuple[Mistake, ...]  # out of the shop's matters, the surest first
    near: int
    groups: int
    parted: int
    notices: tuple[Fault, ...]

    def __str__(self) -> str:
        lines = [str(self.whole), "", f"  {'by language':<20}{_HEAD}", *_lines(self.by_language)]
        lines += ["", f"  {'by style':<20}{_HEAD}", *_lines(self.by_style)]
        lines += ["", f"  {'of those that are':<20}{_HEAD}", *_lines(self.by_flag)]
        lines += ["", "  macro F1 by style and language (examples)", f"  {'':<20}" + "".join(f"{name:>15}" for name in self.cells)]
        for style in self.by_style:
            row = (cells.get(style) for cells in self.cells.values())
            lines.append(f"  {style:<20}" + "".join(f"{score.macro_f1:8.1%} ({score.examples:4d})" if score else " " * 15 for score in row))
        lines += ["", "  weakest intents of each language (F1, examples)"]
        for language, weak in self.weakest.items():
            lines.append(f"    {language}: " + ", ".join(f"{name} {score:.2f} ({count})" for name, score, count in weak))
        lines += ["", "  surest mistakes (meant, taken for, confidence)"]
        lines += [f"    {each.place}: {each.text}\n      {each.meant} -> {each.said} {each.confidence:.3f}" for each in self.mistakes]
        lines += [
            "",
            f"  {self.near} examples say what another one does, in {self.groups} groups; {self.parted} groups lie in several folds",
        ]
        lines += [f"  notices of the examples: {len(self.notices)}", *(f"    {notice}" for notice in self.notices[:MOST_NOTICES])]
        return "\n".join(lines)


_HEAD: Final = f"{'macro F1':>9}{'accuracy':>10}{'kept':>8}{'caught':>8}{'examples':>10}"


def _lines(scores: dict[str, Score]) -> list[str]:
    return [
        f"  {name:<20}{each.macro_f1:9.1%}{each.accuracy:10.1%}{each.kept:8.1%}"
        + (f"{each.caught:8.1%}" if each.caught is not None else f"{'-':>8}")
        + f"{each.examples:10d}"
        for name, each in scores.items()
    ]


def run_apart(paths: Sequence[Path], folds: int, names: Path | None) -> dict[str, Any]:
    """`crossing.py` in another process; its progress goes to this one's stderr. Raises ModelError."""
    root = str(Path(__file__).resolve().parent.parent)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))}
    command = [sys.executable, "-m", "intents.crossing", "--folds", str(folds), *(["--map", str(names)] if names else [])]
    done = subprocess.run([*command, *map(str, paths)], env=environment, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603 - our own interpreter and module
    if done.returncode:
        raise ModelError("cross-validation failed; the reason stands above")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def sum_up(examples: Sequence[Example], crossed: dict[str, Any], folds: int) -> CrossReport:
    """`crossed` is what `crossing.py` said of these very examples. Raises ModelError when they were changed meanwhile."""
    if len(examples) != len(crossed["judged"]):
        raise ModelError("the examples were changed while they were measured; try again")
    judged = [
        Judged(example.text, example.intent, said, confidence, in_scope, example.language)
        for example, (said, confidence, in_scope) in zip(examples, crossed["judged"], strict=True)
    ]
    styles = [style_of(example.text, example.language) for example in examples]
    flags = [flags_of(example.text, example.language) for example in examples]
    rows = list(zip(judged, styles, flags, strict=True))

    def scored(holds: Callable[[Judged, str, frozenset[str]], bool]) -> Score | None:
        chosen = [each for each, style, flagged in rows if holds(each, style, flagged)]
        return score_of(chosen) if any(each.truth != OUT_OF_SCOPE for each in chosen) else None

    spoken = {each.language for each in judged if each.language}
    languages = [name for name in (*LANGUAGES, *sorted(spoken - set(LANGUAGES))) if name in spoken]
    parts = {name: [each for each in judged if each.language == name] for name in languages}
    notes = [crossed["calibration"], f"{crossed['seconds']:.0f} s"]
    return CrossReport(
        whole=report(f"cross-validated in {folds} folds", judged, notes),
        folds=folds,
        by_language={name: score_of(part) for name, part in parts.items()},
        by_style=_there({name: scored(lambda _, style, __, name=name: style == name) for name in STYLES}),  # type: ignore[misc]
        by_flag=_there({name: scored(lambda _, __, flagged, name=name: name in flagged) for name in FLAGS}),  # type: ignore[misc]
        cells={
            language: _there({name: scored(lambda e, s, _, at=(language, name): (e.language, s) == at) for name in STYLES})  # type: ignore[misc]
            for language in languages
        },
        weakest={name: _weakest(part) for name, part in parts.items()},
        mistakes=_surest(examples, judged),
        near=crossed["near"],
        groups=crossed["groups"],
        parted=crossed["parted"],
        notices=tuple(fault for fault in look_at(examples) if fault.notice),
    )


def score_of(judged: Sequence[Judged]) -> Score:
    inside = [each for each in judged if each.truth != OUT_OF_SCOPE]
    outside = [each for each in judged if each.truth == OUT_OF_SCOPE]
    scores = [score for score, _ in f1_scores(inside).values()]
    return Score(
        len(judged),
        accuracy(inside),
        sum(scores) / max(1, len(scores)),
        sum(each.in_scope for each in inside) / max(1, len(inside)),
        sum(not each.in_scope for each in outside) / len(outside) if outside else None,
    )


def _there(scores: dict[str, Score | None]) -> dict[str, Score]:
    return {name: score for name, score in scores.items() if score is not None}


def _weakest(judged: Sequence[Judged]) -> tuple[tuple[str, float, int], ...]:
    scores = f1_scores([each for each in judged if each.truth != OUT_OF_SCOPE])
    return tuple(sorted(((name, *score) for name, score in scores.items()), key=lambda each: each[1])[:WEAKEST])


def _surest(examples: Sequence[Example], judged: Sequence[Judged]) -> tuple[Mistake, ...]:
    """Mistakes that would be acted on, at most three for a pair of intents, so that one quarrel does not fill the list."""
    wrong = [pair for pair in zip(examples, judged, strict=True) if pair[1].truth != pair[1].said and pair[1].in_scope]
    shown: Counter[tuple[str, str]] = Counter()
    found: list[Mistake] = []
    for example, each in sorted(wrong, key=lambda pair: -pair[1].confidence):
        shown[each.truth, each.said] += 1
        if shown[each.truth, each.said] <= 3 and len(found) < MOST_MISTAKES:
            found.append(Mistake(example.text, each.truth, each.said, each.confidence, f"{example.file}:{example.line}"))
    return tuple(found)
