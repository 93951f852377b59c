"""How well entities are found on messages that were not learned from, and how that is counted."""

from __future__ import annotations

from pathlib import Path

from intents.entities.learned.figures import Score, entity_report
from intents.entities.learned.training import hold_out
from intents.rasa_values import Annotation, Example, Examples
from intents.understanding import Entity


def test_right_wrong_and_missed_are_counted_for_kinds_that_are_marked() -> None:
    def example(text: str, *marks: Annotation) -> Example:
        return Example(text, "a", None, Path("x.yml"), 1, marks)

    found = {
        "one two": (Entity("x", "one", 0, 3), Entity("other", "two", 4, 7)),
        "three": (Entity("x", "three", 0, 4),),
    }
    report = entity_report(
        [example("one two", Annotation("x", "one", 0, 3), Annotation("y", "two", 4, 7, "to")), example("three")],
        lambda text: found[text],
    )
    assert report.kinds == (Score("x", 1, 1, 0), Score("y", 0, 0, 1))
    assert (report.total.precision, report.total.recall, report.total.f1) == (0.5, 0.5, 0.5)
    assert str(report).splitlines()[0] == "entities: precision  50.0%   recall  50.0%   F1  50.0%   (2)"


def test_examples_without_annotations_have_no_figures() -> None:
    assert str(entity_report([Example("hello", "a", None, Path("x.yml"), 1)], lambda _: ())) == ""


def test_of_a_library_bot_most_entities_of_messages_never_seen_are_found(library: Examples) -> None:
    """The border is well below what was measured (docs/import-rasa.md), to leave room for another machine's rounding."""
    assert hold_out(library).total.f1 > 0.75
