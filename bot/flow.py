"""What the registry says of a flow. Values only; `flows/__init__.py` lists them, `bot/app.py` hands them to the engine."""

from __future__ import annotations

from dataclasses import dataclass

from bot.talk import Flow as Function


@dataclass(frozen=True, slots=True)
class Flow:
    """A contact reason. `trouble`: something went wrong for the customer, so every path begins with an apology."""

    name: str
    run: Function
    intents: tuple[str, ...]
    summary: str
    trouble: bool = False
