"""The model: a round trip through its file, what its figures promise, and that answering needs no scikit-learn."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from intents.commands import test as measure
from intents.commands import train
from intents.features import extract
from intents.model import GUESS, SURE, Model, ModelError, ensure, fingerprint
from intents.names import INTENTS, OUT_OF_SCOPE
from intents.understanding import LANGUAGES

from .conftest import ROOT

HELD_OUT = ROOT / "tests" / "nlu"
SMALL = """\
version: "3.1"
nlu:
  - intent: greeting
    examples: |
      - hello
      - hi there
      - good morning
      - hey
      - good day to you
  - intent: order_status
    examples: |
      - where is my order
      - where is my parcel
      - track my parcel
      - status of my order
      - has my order been sent
"""


def test_labels_are_the_intents_and_languages_the_four(model: Model) -> None:
    assert set(model.labels) == set(INTENTS)
    assert set(model.languages("where is my order")) > set(LANGUAGES)


def test_saving_and_loading_changes_no_answer(model: Model, tmp_path: Path) -> None:
    model.save(tmp_path / "model.npz")
    again = Model.load(tmp_path / "model.npz")
    for text in ("where is my order", "хочу вернуть чайник", "", "👍", "kje je moj paket"):
        assert again.read(text) == model.read(text)
    assert [file.name for file in tmp_path.iterdir()] == ["model.npz"]


def test_confidence_is_a_share_and_the_ranking_is_sorted(model: Model) -> None:
    ranking, _ = model.rank("where is my order")
    scores = [each.confidence for each in ranking]
    assert scores == sorted(scores, reverse=True)
    assert 0 <= sum(scores) <= 1.0001
    assert ranking[0].name == "order_status"


def test_confidence_means_probability_on_messages_never_seen(model_path: Path) -> None:
    report = measure(model_path, [HELD_OUT])
    total = sum(count for _, count, _ in report.calibration)
    gap = sum(abs(edge + 0.05 - right) * count for edge, count, right in report.calibration) / total
    assert gap < 0.1


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_of_four_messages_never_seen_are_understood(model_path: Path, language: str) -> None:
    report = measure(model_path, [HELD_OUT / f"{language}.yml"])
    assert report.accuracy >= 0.72, str(report)
    assert report.kept >= 0.88, str(report)


def test_a_message_without_letters_has_a_ranking_and_raises_nothing(model: Model) -> None:
    for text in ("", " ", "???", "1002", "\x00"):
        assert len(model.read(text).ranking) > 0


def test_the_thresholds_are_in_order() -> None:
    assert 0 < GUESS < SURE < 1


def test_a_file_that_is_no_model_says_so(tmp_path: Path) -> None:
    (tmp_path / "model.npz").write_bytes(b"PK nothing")
    for name in ("model.npz", "missing.npz"):
        with pytest.raises(ModelError, match="frontdesk nlu train"):
            Model.load(tmp_path / name)


def test_features_are_the_same_in_any_process(model: Model) -> None:
    script = "from intents.features import extract; print(extract('где мой заказ 1002').keys.sum())"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) == int(np.sum(extract("где мой заказ 1002").keys))


def test_understanding_imports_no_scikit_learn_and_nothing_heavy() -> None:
    script = (
        "import sys, intents.engine, intents.commands;"
        "print([m for m in ('sklearn', 'scipy', 'dateparser', 'lingua', 'phonenumbers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_training_on_other_data_makes_a_model_of_its_intents(tmp_path: Path) -> None:
    data = tmp_path / "nlu.yml"
    data.write_text(SMALL, encoding="utf-8")
    trained = train([data], tmp_path / "out.npz")
    assert "cross-validated" in str(trained)
    model = Model.load(trained.path)
    assert model.labels == ("greeting", "order_status")
    assert model.rank("where is the parcel")[0][0].name == "order_status"


def test_a_model_is_trained_once_and_again_when_the_examples_change(tmp_path: Path) -> None:
    data = tmp_path / "nlu.yml"
    data.write_text(SMALL, encoding="utf-8")
    first = ensure([data], tmp_path / "cache")
    written = first.stat().st_mtime_ns
    assert ensure([data], tmp_path / "cache").stat().st_mtime_ns == written
    data.write_text(SMALL + "      - any news of my order\n", encoding="utf-8")
    assert f"intents-{fingerprint([data])}.npz" != first.name


def test_faulty_examples_are_named_before_training(tmp_path: Path) -> None:
    data = tmp_path / "nlu.yml"
    data.write_text('version: "3.1"\nnlu:\n  - intent: a\n', encoding="utf-8")
    with pytest.raises(ModelError, match=r"nlu\.yml:3"):
        train([data], tmp_path / "out.npz")


def test_intents_of_one_or_two_examples_are_trained_or_refused_in_words(tmp_path: Path) -> None:
    data = tmp_path / "nlu.yml"
    text = (
        'version: "3.1"\nnlu:\n  - intent: a\n    examples: |\n      - hello\n      - hi\n  - intent: b\n    examples: |\n      - parcel\n'
    )
    data.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="two intents with two examples each"):
        train([data], tmp_path / "out.npz")
    data.write_text(text + "      - order\n", encoding="utf-8")
    assert Model.load(train([data], tmp_path / "out.npz").path).rank("parcel")[0][0].name == "b"


def test_one_intent_alone_cannot_be_trained(tmp_path: Path) -> None:
    data = tmp_path / "nlu.yml"
    data.write_text(SMALL.split("  - intent: order_status", maxsplit=1)[0], encoding="utf-8")
    with pytest.raises(ModelError, match="at least two intents"):
        train([data], tmp_path / "out.npz")


def test_out_of_scope_is_never_in_scope(model: Model) -> None:
    ranking, in_scope = model.rank("what is the capital of Mongolia")
    assert not in_scope or ranking[0].name != OUT_OF_SCOPE
