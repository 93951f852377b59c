"""How good the understanding is: accuracy, macro F1, each language, confusions, what is caught out of scope.

Figures and their printable form; no training. Neighbours: `training.py` reports cross-validated figures through this,
`commands.py` those of a held-out file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from intents.names import OUT_OF_SCOPE

_MOST_CONFUSIONS: Final = 15


@dataclass(frozen=True, slots=True)
class Judged:
    """One example with what was answered. `language` is the example's own, `spoken` the one detected; either may be unknown."""

    text: str
    truth: str
    said: str  # the best intent, whether in scope or not
    confidence: float
    in_scope: bool
    language: str | None = None
    spoken: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Shares are 0 to 1. `accuracy` and `macro_f1` look at the best intent of messages that are a matter of the shop;
    `out_of_scope_recall` is None when the data has no such messages, `kept` is the share of the others left in scope."""

    title: str
    examples: int
    accuracy: float
    macro_f1: float
    by_language: dict[str, tuple[int, float, float]]  # examples, accuracy, macro F1
    out_of_scope_recall: float | None
    kept: float
    language_accuracy: float | None
    confusions: tuple[tuple[str, str, int], ...]  # truth, said, how often
    worst: tuple[tuple[str, float, int], ...]  # intent, F1, examples
    calibration: tuple[tuple[float, int, float], ...]  # lower edge of confidence, examples, accuracy
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [
            f"{self.title}: {self.examples} examples",
            f"  accuracy {self.accuracy:6.1%}   macro F1 {self.macro_f1:6.1%}",
        ]
        lines += [f"  {lang}: accuracy {a:6.1%}   macro F1 {f:6.1%}   ({n})" for lang, (n, a, f) in self.by_language.items()]
        if self.out_of_scope_recall is not None:
            lines.append(f"  out of scope caught {self.out_of_scope_recall:6.1%}, with {self.kept:.1%} of the others kept")
        if self.language_accuracy is not None:
            lines.append(f"  language of the message right {self.language_accuracy:6.1%}")
        lines += ["  confidence: examples, share right"]
        lines += [f"    from {edge:.1f}: {count:5d}  {right:6.1%}" for edge, count, right in self.calibration]
        lines += ["  most confused (meant, taken for, times)"]
        lines += [f"    {truth} -> {said}: {count}" for truth, said, count in self.confusions]
        lines += ["  weakest intents (F1, examples)"]
        lines += [f"    {name}: {score:.2f} ({count})" for name, score, count in self.worst]
        return "\n".join([*lines, *(f"  {note}" for note in self.notes)])


def report(title: str, judged: Sequence[Judged], notes: Sequence[str] = ()) -> Report:
    """Sums up. An empty sequence gives zeros."""
    inside = [each for each in judged if each.truth != OUT_OF_SCOPE]
    outside = [each for each in judged if each.truth == OUT_OF_SCOPE]
    languages = sorted({each.language for each in inside if each.language})
    parts = {lang: [each for each in inside if each.language == lang] for lang in languages}
    scores = f1_scores(inside)
    told = [each for each in judged if each.language and each.spoken]
    return Report(
        title=title,
        examples=len(judged),
        accuracy=accuracy(inside),
        macro_f1=_mean([score for score, _ in scores.values()]),
        by_language={lang: (len(part), accuracy(part), _mean([s for s, _ in f1_scores(part).values()])) for lang, part in parts.items()},
        out_of_scope_recall=_mean([not each.in_scope for each in outside]) if outside else None,
        kept=_mean([each.in_scope for each in inside]),
        language_accuracy=_mean([each.language == each.spoken for each in told]) if told else None,
        confusions=tuple(
            (truth, said, count)
            for (truth, said), count in Counter((e.truth, e.said) for e in inside if e.truth != e.said).most_common(_MOST_CONFUSIONS)
        ),
        worst=tuple(sorted(((name, *score) for name, score in scores.items()), key=lambda each: each[1])[:10]),
        calibration=tuple(_bins(inside)),
        notes=tuple(notes),
    )


def accuracy(judged: Sequence[Judged]) -> float:
    return _mean([each.truth == each.said for each in judged])


def f1_scores(judged: Sequence[Judged]) -> dict[str, tuple[float, int]]:
    """F1 and number of examples of each intent that occurs as a truth."""
    truths, answers = Counter(e.truth for e in judged), Counter(e.said for e in judged)
    right = Counter(e.truth for e in judged if e.truth == e.said)
    return {name: (2 * right[name] / (count + answers[name]), count) for name, count in truths.items()}


def _bins(judged: Sequence[Judged]) -> list[tuple[float, int, float]]:
    bins: dict[int, list[bool]] = {}
    for each in judged:
        bins.setdefault(min(int(each.confidence * 10), 9), []).append(each.truth == each.said)
    return [(index / 10, len(hits), _mean(hits)) for index, hits in sorted(bins.items())]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
