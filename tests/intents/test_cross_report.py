"""Cross-validated figures: what is summed up, what the process says, what the command does with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.nlu import app
from intents import commands
from intents.cross_report import MOST_MISTAKES, score_of, sum_up
from intents.evaluation import Judged
from intents.model import ModelError
from intents.names import OUT_OF_SCOPE
from intents.rasa_values import Example

FORMS = ("{verb} {thing}", "please {verb} {thing}", "can you {verb} {thing}", "i want to {verb} {thing}", "{verb} {thing} for me")
WISHES = {"order_status": "track", "refund_status": "refund"}
THINGS = ("my tent", "a lamp", "that kettle", "his drill", "the boots", "their bottle")


def example(text: str, intent: str, language: str | None = "en", line: int = 1) -> Example:
    return Example(text, intent, language, Path(f"{language}/all.yml"), line)


def crossed(*judged: tuple[str, float, bool]) -> dict[str, object]:
    return {"judged": list(judged), "calibration": "Calibration()", "seconds": 1.0, "near": 0, "groups": 0, "parted": 0}


ROWS = (
    example("where is my order", "order_status", line=4),
    example("track", "order_status", line=5),
    example("money back", "refund_status", line=9),
    example("gde moi zakaz", "order_status", "ru", 4),
    example("what is love", OUT_OF_SCOPE, line=12),
    example("sing", OUT_OF_SCOPE, line=13),
)
SAID = (
    ("order_status", 0.9, True),
    ("refund_status", 0.95, True),
    ("refund_status", 0.8, True),
    ("order_status", 0.7, False),
    ("help", 0.97, True),
    (OUT_OF_SCOPE, 0.9, False),
)


def test_figures_are_told_by_language_style_and_both() -> None:
    figures = sum_up(ROWS, crossed(*SAID), 4)
    assert list(figures.by_language) == ["en", "ru"]
    assert figures.by_language["en"].accuracy == pytest.approx(2 / 3)
    assert figures.by_language["en"].caught == 0.5
    assert figures.by_language["ru"].kept == 0
    assert figures.by_style["in Latin letters"].examples == 1
    assert figures.cells["en"]["keyword"].accuracy == 0.5
    assert "in Latin letters" not in figures.cells["en"]
    assert figures.by_flag["keyword"].examples == 5
    assert figures.whole.confusions == (("order_status", "refund_status", 1),)


def test_the_surest_mistakes_come_first_with_their_place() -> None:
    figures = sum_up(ROWS, crossed(*SAID), 4)
    assert [(each.place, each.said) for each in figures.mistakes] == [("en/all.yml:12", "help"), ("en/all.yml:5", "refund_status")]
    assert "en/all.yml:5: track\n      order_status -> refund_status 0.950" in str(figures)


def test_one_pair_of_intents_does_not_fill_the_list_of_mistakes() -> None:
    rows = [example(f"word {'x' * n}", "a", line=n + 1) for n in range(MOST_MISTAKES)]
    figures = sum_up(rows, crossed(*[("b", 0.9, True)] * len(rows)), 4)
    assert len(figures.mistakes) == 3


def test_examples_that_changed_meanwhile_are_not_summed_up() -> None:
    with pytest.raises(ModelError, match="changed"):
        sum_up(ROWS, crossed(*SAID[:-1]), 4)


def test_a_part_without_the_shops_matters_has_zeros() -> None:
    score = score_of([Judged("x", OUT_OF_SCOPE, OUT_OF_SCOPE, 0.9, False)])
    assert (score.accuracy, score.macro_f1, score.kept, score.caught) == (0, 0, 0, 1)


def test_notices_of_the_examples_are_told() -> None:
    rows = (*ROWS[:2], example("hello, track please", "refund_status", line=8), example("Track!", "order_status", line=30))
    figures = sum_up(rows, crossed(*SAID[:4]), 4)
    assert any("en/all.yml:30" in str(notice) for notice in figures.notices)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two intents in two languages, easily told apart."""
    root = tmp_path_factory.mktemp("examples")
    for language in ("en", "sl"):
        lines = ['version: "3.1"', "nlu:"]
        for intent, verb in WISHES.items():
            lines += [f"  - intent: {intent}", "    examples: |"]
            lines += [f"      - {form.format(verb=verb, thing=thing)}" for form in FORMS for thing in THINGS]
        (root / language).mkdir()
        (root / language / "all.yml").write_text("\n".join(lines), "utf-8")
    return root


@pytest.mark.timeout(600)
def test_every_example_is_judged_by_a_model_that_never_saw_it(folder: Path) -> None:
    figures = commands.cross_validate([folder], 3)
    assert figures.whole.examples == 2 * len(WISHES) * len(FORMS) * len(THINGS)
    assert figures.by_language["sl"].macro_f1 > 0.9
    assert figures.groups > 0
    assert figures.parted == 0
    assert commands.below(figures, 0.9) == []
    assert commands.below(figures, 1.01) == ["en", "sl"]


@pytest.mark.timeout(600)
def test_the_command_prints_json_and_fails_under_the_floor(folder: Path) -> None:
    done = CliRunner().invoke(app, ["test", "--train", str(folder), "--folds", "2", "--json", "--floor", "0.5"])
    assert done.exit_code == 0, done.output
    figures = json.loads(done.stdout)
    assert figures["folds"] == 2
    assert set(figures["by_language"]) == {"en", "sl"}
    (folder / "en" / "wrong.yml").write_text(
        'version: "3.1"\nnlu:\n  - intent: praise\n    examples: |\n      - track my tent now\n      - refund a lamp now\n', "utf-8"
    )
    assert CliRunner().invoke(app, ["test", "--train", str(folder), "--folds", "2", "--floor", "1"]).exit_code == 1


def test_faulty_examples_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no training data"):
        commands.cross_validate([tmp_path])


def test_data_to_measure_on_and_examples_to_divide_exclude_each_other(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["test", "--train", str(tmp_path), "--data", str(tmp_path)]).exit_code == 2
