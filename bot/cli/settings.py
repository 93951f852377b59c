"""What several commands need: the configuration's option and its reading."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.app import flow_names
from bot.config import Config, load

ConfigFile = Annotated[Path, typer.Option("--config", help="The shop's configuration.", show_default=True)]
DEFAULT = Path("config.yml")


def read(path: Path) -> Config:
    """Raises ConfigError with every fault."""
    return load(path, flows=flow_names())
