"""The figures of a report."""

from __future__ import annotations

import pytest

from intents.evaluation import Judged, report


def judged(truth: str, said: str, *, in_scope: bool = True, language: str | None = None, confidence: float = 0.9) -> Judged:
    return Judged("text", truth, said, confidence, in_scope, language)


def test_accuracy_and_f1_leave_out_what_is_out_of_scope() -> None:
    figures = report(
        "test",
        [
            judged("a", "a", language="en"),
            judged("a", "b", language="sl"),
            judged("b", "b", language="sl"),
            judged("out_of_scope", "a"),
            judged("out_of_scope", "a", in_scope=False),
        ],
    )
    assert figures.accuracy == pytest.approx(2 / 3)
    assert figures.macro_f1 == pytest.approx(2 / 3)
    assert figures.by_language["en"] == (1, 1.0, 1.0)
    assert figures.out_of_scope_recall == 0.5
    assert figures.kept == 1.0
    assert figures.confusions == (("a", "b", 1),)
    assert "out of scope caught" in str(figures)


def test_a_report_of_nothing_is_zeros() -> None:
    figures = report("test", [])
    assert (figures.examples, figures.accuracy, figures.out_of_scope_recall) == (0, 0.0, None)
    assert str(figures)
