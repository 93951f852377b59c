"""`frontdesk nlu`: train, serve and test understanding."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.late import late
from bot.errors import FrontdeskError
from intents import commands
from intents.commands import DEFAULT_CACHE
from intents.model import EXAMPLES, ModelError, ensure

app = typer.Typer(
    help="Understanding: train, serve, test, learn from the desk.",
    cls=late({"lessons": "bot.cli.learning:lessons", "suggest": "bot.cli.learning:suggest"}),
    no_args_is_help=True,
)
Names = Annotated[Path | None, typer.Option("--map", help="YAML of their_intent: our_intent, for an imported bot.")]
ModelFile = Annotated[Path | None, typer.Option("--model", help="A trained model; default: the project's own.")]


@app.command()
def train(
    data: Annotated[list[Path] | None, typer.Option("--data", help="Rasa NLU YAML: a file or a folder; may be repeated.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where to write the model; default: the cache.")] = None,
    names: Names = None,
) -> None:
    """Train from Rasa NLU YAML (version 3.1), also of a whole Rasa project; default: the project's own examples."""
    try:
        print(commands.train(data or [EXAMPLES], out, DEFAULT_CACHE, names))
    except ModelError as error:
        raise FrontdeskError(str(error)) from error


@app.command()
def serve(
    model: ModelFile = None,
    host: str = "127.0.0.1",
    port: int = 5005,
    auth_token: Annotated[str | None, typer.Option(envvar="RASA_TOKEN", help="Answer only requests with ?token= and this.")] = None,
) -> None:
    """Serve POST /model/parse as Rasa's HTTP API does."""
    try:
        commands.serve(_model(model), host, port, token=auth_token)
    except ModelError as error:
        raise FrontdeskError(str(error)) from error


@app.command()
def test(
    data: Annotated[list[Path] | None, typer.Option("--data", help="Examples to measure on, never trained on.")] = None,
    model: ModelFile = None,
    names: Names = None,
    examples: Annotated[list[Path] | None, typer.Option("--train", help="Examples to cross-validate; default: the project's own.")] = None,
    folds: Annotated[int, typer.Option(min=2, help="How many parts the examples are divided into.")] = 5,
    floor: Annotated[float | None, typer.Option(min=0, max=1, help="Exit code 1 when a language's macro F1 is under this.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """How good understanding is: cross-validated on the training examples, or with --data on others."""
    if data and examples:
        raise typer.BadParameter("either --data, to measure on, or --train, to cross-validate")
    try:
        figures = commands.test(_model(model), data, names) if data else commands.cross_validate(examples or [EXAMPLES], folds, names)
    except ModelError as error:
        raise FrontdeskError(str(error)) from error
    print(json.dumps(asdict(figures), default=str, ensure_ascii=False) if as_json else figures)
    under = [] if floor is None else commands.below(figures, floor)
    if under:
        print(f"macro F1 is under {floor:.0%} in {', '.join(under)}", file=sys.stderr)
        raise typer.Exit(1)


def _model(given: Path | None) -> Path:
    return given or ensure([EXAMPLES], DEFAULT_CACHE)
