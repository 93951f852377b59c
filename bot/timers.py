"""Timers that have come due, as the turn sees them. Values only; each subject works out its own kinds.

A timer is an inbound row of its conversation when its time comes, under the same rules as a message. `bot/turn.py` looks up who works
it out by its kind: promises.py (promise), desk/clocks.py (clock, watch), and whatever the composition adds to `Turns.timers`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.scene import Scene


@dataclass(frozen=True, slots=True)
class Timer:
    """`data` is what it was set with; `row` is its inbox row. The conversation is the scene's."""

    kind: str
    data: dict[str, Any] = field(default_factory=dict)
    row: int = 0


Due = Callable[[Scene, Timer], Awaitable[str | None]]
"""Works out one timer in its turn: says, asks, begins flows by the scene. Returns the reason when nothing came of it, else None."""
