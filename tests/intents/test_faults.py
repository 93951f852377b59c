"""What `frontdesk check` says of training examples."""

from __future__ import annotations

from pathlib import Path

from intents.faults import check_examples, look_through
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


def test_a_line_of_two_intents_is_a_fault_even_with_another_number(tmp_path: Path) -> None:
    intents = whole()
    intents["praise"][0] = "COMPLAINT no. 17!"
    intents["complaint"][0] = "complaint no 3"
    write(tmp_path, intents)
    assert any("stands under `complaint`" in str(fault) for fault in check_examples(tmp_path, ["en"]))


def test_lines_nearly_alike_are_notices_and_fail_nothing(tmp_path: Path) -> None:
    intents = whole()
    intents["order_status"][:2] = ["tell me where the blue tent is", "Tell me where the blue tent is!"]
    intents["delivery_late"][0] = "please tell me where my blue tent is"
    write(tmp_path, intents)
    assert check_examples(tmp_path, ["en"]) == []
    messages = [str(fault) for fault in look_through(tmp_path, ["en"]) if "blue tent" in fault.message]
    assert len(messages) == 2
    assert any("in case, punctuation or numbers alone" in message for message in messages)
    assert any("is nearly" in message and "(all.yml:" in message for message in messages)


def test_a_language_with_less_than_half_of_the_others_is_left_behind(tmp_path: Path) -> None:
    for language in ("en", "ru", "uk", "sl"):
        (tmp_path / language).mkdir()
    for language, times in (("en", 3), ("ru", 3), ("uk", 3), ("sl", 1)):
        intents = whole()
        intents["invoice"] = [f"{word} {language} {'x' * n}" for word in ("invoice", "bill", "receipt")[:times] for n in range(1, 41)]
        intents["warranty"] = intents["warranty"] + [f"{language} wx{'y' * n}" for n in range(20 if language != "sl" else 0)]
        write(tmp_path, intents, language)
    faults = [fault for fault in look_through(tmp_path) if "left behind" in fault.message]
    assert {fault.file.parent.name for fault in faults} == {"sl"}
    (behind,) = [fault.message for fault in faults if not fault.notice]
    (notice,) = [fault.message for fault in faults if fault.notice]
    assert "`invoice` has 40 examples in sl, and 120 in the other languages" in behind
    assert "`warranty`" in notice


def test_the_projects_own_examples_have_no_faults() -> None:
    assert [str(fault) for fault in check_examples(EXAMPLES)] == []


def test_small_talk_is_part_of_the_intents() -> None:
    assert set(INTENTS) >= SMALL_TALK
    assert len(INTENTS) == 54
