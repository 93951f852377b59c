"""The `intents:` section of config.yml: who understands what customers write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from bot.config_channels import Strict
from intents.rasa.engine import FLOOR
from intents.rasa_format import files_below


def server(text: str | None) -> str | None:
    """The address of a server of yours, http or https. Without a slash at the end."""
    if text is None:
        return None
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError("must be an address like http://127.0.0.1:5005, without a token in it")
    return text.rstrip("/")


class IntentsConfig(Strict):
    """The embedded engine, or Rasa's server with the embedded engine behind it."""

    engine: Literal["embedded", "rasa"] = "embedded"
    rasa_url: Annotated[str | None, AfterValidator(server)] = None
    rasa_token: str | None = None
    rasa_timeout: float = Field(default=1.0, gt=0, le=10)
    rasa_floor: float = Field(default=FLOOR, ge=0, le=1)
    examples: list[Path] = Field(default_factory=list)


def intents_faults(intents: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What types cannot see, each with the path below `intents`."""
    if isinstance(intents, dict) and intents.get("engine") == "rasa" and not intents.get("rasa_url"):
        yield ("engine",), "intents.engine is rasa, but no server is named; set RASA_URL, as http://127.0.0.1:5005"
    examples = intents.get("examples") if isinstance(intents, dict) else None
    for place, path in enumerate(examples if isinstance(examples, list) else ()):
        if isinstance(path, str) and not files_below(Path(path)):
            yield ("examples", place), f"intents.examples: no training data in {path}; `frontdesk nlu lessons` writes some"
