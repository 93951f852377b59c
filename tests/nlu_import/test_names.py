"""The map of an imported bot's intents to ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from intents.intent_map import apply_map, read_map
from intents.rasa_values import Examples

from .conftest import NAMES


def test_names_are_mapped_full_names_first_and_ignored_ones_are_left_out(library: Examples) -> None:
    mapped = apply_map(library, read_map(NAMES))
    assert {example.intent for example in mapped.examples} == {
        "product_availability",
        "place_order",
        "shop_hours",
        "faq",
        "extend_loan",
        "move_book",
    }
    assert {example.full_intent for example in mapped.examples if example.intent == "shop_hours"} == {"faq/hours"}
    assert len(library.examples) - len(mapped.examples) == 20
    assert not mapped.errors


def test_what_is_not_mapped_keeps_its_name_with_a_notice(library: Examples) -> None:
    told = [notice.message for notice in apply_map(library, read_map(NAMES)).notices]
    assert "intent `move_book` is not mapped and keeps its name" in told


def test_a_name_that_no_example_has_gets_a_notice_with_its_line(library: Examples, tmp_path: Path) -> None:
    file = tmp_path / "map.yml"
    file.write_text("chitchat: greeting\nchit_chat: greeting\n")
    told = [str(notice) for notice in apply_map(library, read_map(file)).notices]
    assert f"{file}:2: no example has the intent `chit_chat`" in told


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "the file is empty"),
        ("a: order_status\nb: order_statsu\n", 2, "unknown intent `order_statsu`"),
        ("a:\n", 1, "must be followed by one name"),
        ("a: [order_status]\n", 1, "must be followed by one name"),
        ("a: order_status\na: invoice\n", 2, "stands here twice"),
        ("- a\n", 1, "must be `key: value`"),
        ("a: b: c\n", 1, "no valid YAML"),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    file = tmp_path / "map.yml"
    file.write_text(text)
    faults = read_map(file).faults
    assert any(fault.line == line and words in fault.message for fault in faults), list(map(str, faults))


def test_a_map_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert "cannot be read" in read_map(tmp_path / "none.yml").faults[0].message
