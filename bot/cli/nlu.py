"""`frontdesk nlu`: train, serve and test understanding."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.app import CACHE
from bot.errors import FrontdeskError
from intents import commands
from intents.model import EXAMPLES, ModelError, ensure

app = typer.Typer(help="Understanding: train, serve, test.", no_args_is_help=True)
ModelFile = Annotated[Path | None, typer.Option("--model", help="A trained model; default: the project's own.")]


@app.command()
def train(
    data: Annotated[list[Path] | None, typer.Option("--data", help="Rasa NLU YAML: a file or a folder; may be repeated.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where to write the model; default: the cache.")] = None,
) -> None:
    """Train from Rasa NLU YAML (version 3.1); default: the project's own examples."""
    try:
        print(commands.train(data or [EXAMPLES], out, CACHE))
    except ModelError as error:
        raise FrontdeskError(str(error)) from error


@app.command()
def serve(model: ModelFile = None, host: str = "127.0.0.1", port: int = 5005) -> None:
    """Serve POST /model/parse as Rasa's HTTP API does."""
    commands.serve(_model(model), host, port)


@app.command()
def test(
    data: Annotated[list[Path], typer.Option("--data", help="Examples to measure on, never trained on.")], model: ModelFile = None
) -> None:
    """Accuracy, macro F1, confusions and out-of-scope recall on held-out examples."""
    try:
        print(commands.test(_model(model), data))
    except ModelError as error:
        raise FrontdeskError(str(error)) from error


def _model(given: Path | None) -> Path:
    return given or ensure([EXAMPLES], CACHE)
