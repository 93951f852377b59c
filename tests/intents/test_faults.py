"""What `frontdesk check` says of training examples."""

from __future__ import annotations

from pathlib import Path

from intents.faults import check_examples
from intents.model import EXAMPLES
from intents.names import INTENTS, SMALL_TALK


def write(root: Path, intents: dict[str, list[str]], language: str = "en") -> None:
    folder = root / language
    folder.mkdir(exist_ok=True)
    lines = ['version: "3.1"', "nlu:"]
    for intent, examples in intents.items():
        lines += [f"  - intent: {intent}", "    examples: |", *(f"      - {example}" for example in examples)]
    (folder / "all.yml").write_text("\n".join(lines), encoding="utf-8")


def whole() -> dict[str, list[str]]:
    return {intent: [f"{intent} {n}" for n in range(15 if intent in SMALL_TALK else 40)] for intent in INTENTS}


def test_a_whole_set_has_no_faults(tmp_path: Path) -> None:
    write(tmp_path, whole())
    assert check_examples(tmp_path, ["en"]) == []


def test_unknown_missing_few_and_doubled_are_faults_with_lines(tmp_path: Path) -> None:
    intents = whole()
    intents["order_statsu"] = ["where"]
    intents["refund_status"] = intents["refund_status"][:5]
    intents["praise"][0] = "Complaint  3"
    del intents["human"]
    write(tmp_path, intents)
    messages = [str(fault) for fault in check_examples(tmp_path, ["en"])]
    assert len(messages) == 4
    assert any("unknown intent `order_statsu`" in message for message in messages)
    assert any("`refund_status` has 5 examples in en; 40 are needed" in message for message in messages)
    assert any("`human` has no examples in en" in message for message in messages)
    assert any("stands under `complaint` too" in message for message in messages)


def test_a_language_without_examples_is_a_fault(tmp_path: Path) -> None:
    write(tmp_path, whole())
    assert any("in sl" in str(fault) for fault in check_examples(tmp_path, ["en", "sl"]))


def test_the_projects_own_examples_have_no_faults() -> None:
    assert [str(fault) for fault in check_examples(EXAMPLES)] == []


def test_small_talk_is_part_of_the_intents() -> None:
    assert set(INTENTS) >= SMALL_TALK
    assert len(INTENTS) == 54
