"""A shop's own examples beside the project's: named in the configuration, checked, trained together."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks import check_own_examples
from bot.config import Config, load
from bot.errors import ConfigError
from intents.model import Model, ensure
from tests.chat import ROOT

OWN = 'version: "3.1"\nnlu:\n- intent: {}\n  examples: |\n    - do you wrap gifts\n    - gift wrapping please\n'
OTHERS = 'version: "3.1"\nnlu:\n- intent: order_status\n  examples: |\n    - where is my order\n    - track my parcel\n'


def own(folder: Path, intent: str = "product_info") -> Path:
    (folder / "en").mkdir(parents=True)
    (folder / "en" / "lessons.yml").write_text(OWN.format(intent), "utf-8")
    return folder


def configured(folder: Path, *examples: Path) -> Config:
    file = folder / "config.yml"
    lines = "".join(f"    - {path}\n" for path in examples)
    plain = (ROOT / "config.yml").read_text("utf-8")
    file.write_text(f"{plain}\nintents:\n  examples:\n{lines}", "utf-8")
    return load(file, flows=frozenset(), environment={})


def test_folders_of_examples_are_named_in_the_configuration(tmp_path: Path) -> None:
    mine = own(tmp_path / "mine")
    assert configured(tmp_path, mine).intents.examples == [mine]


def test_a_folder_without_examples_is_a_fault_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        configured(tmp_path, own(tmp_path / "mine"), tmp_path / "nowhere")
    [fault] = refused.value.faults
    last = len((tmp_path / "config.yml").read_text("utf-8").splitlines())
    assert (fault.line, "no training data in" in fault.message) == (last, True)


def test_an_intent_nobody_answers_is_a_fault_of_the_examples(tmp_path: Path) -> None:
    assert check_own_examples([own(tmp_path / "good")]) == []
    [fault] = check_own_examples([own(tmp_path / "bad", "gift_wrapping")])
    assert "unknown intent gift_wrapping" in fault.message


def test_several_folders_are_trained_together(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "en.yml").write_text(OTHERS, "utf-8")
    both = [tmp_path / "base", own(tmp_path / "mine")]
    model = Model.load(ensure(both, tmp_path / "cache"))
    assert set(model.labels) == {"order_status", "product_info"}
