"""Rasa NLU YAML: what is read, and every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from intents.rasa_format import language_of, read_all, read_file, strip_annotations

GOOD = """\
version: "3.1"
nlu:
  - intent: order_status
    examples: |
      - where is my order
      - order [1002](order_number) ??

      # a comment
      - track [hundred]{"entity": "amount", "value": "100"} please
  - lookup: cities
    examples: |
      - Ljubljana
"""


def write(folder: Path, text: str, name: str = "en.yml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_examples_have_their_line_language_and_annotations(tmp_path: Path) -> None:
    read = read_file(write(tmp_path, GOOD))
    assert [(e.text, e.line, e.language) for e in read.examples] == [
        ("where is my order", 5, "en"),
        ("order 1002 ??", 6, "en"),
        ("track hundred please", 9, "en"),
    ]
    marked = read.examples[1].annotations[0]
    assert (marked.entity, marked.value, marked.start, marked.end) == ("order_number", "1002", 6, 10)
    assert read.examples[2].annotations[0].value == "100"


def test_lists_of_values_are_read_beside_the_intents(tmp_path: Path) -> None:
    read = read_file(write(tmp_path, GOOD))
    assert [(lookup.name, lookup.values, lookup.line) for lookup in read.lookups] == [("cities", ("Ljubljana",), 10)]
    assert not read.faults


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "empty"),
        ('version: "3.1"\nnlu:\n  - intent: a\n    examples: |\n      - x\n     - y: [\n', 6, "no valid YAML"),
        ('version: "3.1"\nnlu:\n  - intent: a\n    examples: |\n      x\n      - y\n', 5, 'must begin with "- "'),
        ('version: "3.1"\nnlu:\n  - intent: a\n    examples: |\n      - y\n      -\n', 6, "an empty example"),
        ('version: "3.1"\nnlu:\n  - intent: a\n    examples: |\n', 3, "has no examples"),
        ('version: "3.1"\nnlu:\n  - intent: a\n', 3, "has no `examples: |`"),
        ('version: "3.1"\nnlu:\n  - intent:\n    examples: |\n      - y\n', 3, "`intent:` has no name"),
        ('version: "3.1"\nnlu:\n  - intent: a\n    exampels: |\n      - y\n', 4, "unknown key `exampels`"),
        ('version: "3.1"\nnlo: []\nnlu:\n  - intent: a\n    examples: |\n      - y\n', 2, "unknown key `nlo`"),
        ('version: "1.0"\nnlu:\n  - intent: a\n    examples: |\n      - y\n', 1, "`version` must be"),
        ('version: "3.1"\n', 1, "`nlu:` is missing"),
        ('version: "3.1"\nnlu: words\n', 2, "must be a list"),
        ('version: "3.1"\nnlu:\n  - words\n', 3, "must be `key: value`"),
        ('version: "3.1"\nnlu:\n  - intent: a\n    examples: [x]\n', 4, "an example must be"),
        ('version: "3.1"\nnlu:\n  - intent: a\n    examples: x\n', 4, "literal block"),
        ('version: "3.1"\nnlu:\n  - intent: a\n    examples: |\n      - [x]{"entity": }\n', 5, "broken JSON"),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    faults = read_file(write(tmp_path, text)).errors
    assert any(fault.line == line and words in fault.message for fault in faults), list(map(str, faults))


def test_one_fault_does_not_hide_the_rest(tmp_path: Path) -> None:
    text = 'version: "3.1"\nnlu:\n  - intent: a\n    examples: |\n      x\n      - y\n'
    text += "  - intnt: b\n  - intent: c\n    examples: |\n      - z\n"
    read = read_file(write(tmp_path, text))
    assert [e.text for e in read.examples] == ["y", "z"]
    assert len(read.errors) >= 2


def test_the_longer_form_with_text_keys_is_read(tmp_path: Path) -> None:
    text = 'version: "3.1"\nnlu:\n- intent: a\n  examples:\n  - text: |\n      - hello\n    metadata: {}\n'
    assert [e.text for e in read_file(write(tmp_path, text)).examples] == ["hello"]


def test_a_missing_file_is_a_fault_and_no_exception(tmp_path: Path) -> None:
    assert read_all([tmp_path / "none.yml"]).errors
    assert read_all([tmp_path]).errors
    assert read_file(tmp_path / "none.yml").errors


def test_a_file_in_another_encoding_is_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "ru.yml"
    file.write_bytes("где".encode("cp1251"))
    assert "cannot be read" in read_file(file).errors[0].message


def test_the_language_comes_from_the_path() -> None:
    assert language_of(Path("intents/examples/sl/orders.yml")) == "sl"
    assert language_of(Path("tests/nlu/uk.yml")) == "uk"
    assert language_of(Path("data/nlu.yml")) is None


def test_brackets_that_are_no_annotation_stay() -> None:
    assert strip_annotations("size [M] (blue)") == ("size [M] (blue)", ())
