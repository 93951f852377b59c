"""What the bot saw in a customer's message, read off the traces of its answers. Pure.

Each trace names the updates it was made of (`of`, see `bot/scene.py`); one that does not is of what came since the message before it.
Neighbours: `why.py` explains a trace in words, `lessons.py` lets agents say better.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from intents.model import GUESS
from intents.names import OUT_OF_SCOPE

_NO_READING = frozenset({"", "agent", "timer", "retry", "trouble", "code"})  # decisions that were not made by reading words
_WISHES = frozenset({"begin", "clarify", "several"})
_LOST = frozenset({"unclear", "miss"})


@dataclass(frozen=True, slots=True)
class Understood:
    """`intent` is what the words looked like by themselves; `decision` what was made of them (bot/decisions.py)."""

    intent: str
    score: float
    decision: str

    @property
    def lost(self) -> bool:
        """Whether the bot did not understand: it said so, or took for a wish what it could at best guess."""
        return self.decision in _LOST or (self.decision in _WISHES and (self.intent == OUT_OF_SCOPE or self.score < GUESS))


def understood(came: Iterable[int], went: Iterable[tuple[int, str, str]]) -> dict[int, Understood]:
    """By customer's message. `came` are ids of a conversation's updates; `went` (id, author, trace) of what was said in it."""
    ids = sorted(came)
    wanted, waiting, found = set(ids), list(ids), dict[int, Understood]()
    for row, author, trace in sorted(went):
        before = [each for each in waiting if each < row]
        waiting = waiting[len(before) :]
        if author.startswith("agent:") or not (read := reading(trace)):
            continue
        of, seen = read
        for each in before if of is None else of:
            if each in wanted:
                found.setdefault(each, seen)
    return found


def reading(trace: str) -> tuple[Sequence[int] | None, Understood] | None:
    """(the updates, what was seen in them); None where no words were read. The updates are None when the trace does not name them."""
    try:
        told: dict[str, Any] = json.loads(trace)
    except ValueError:  # a trace that cannot be read tells nothing
        return None
    decision, intent = str(told.get("decision", "")), told.get("heard_as") or told.get("intent")
    if decision in _NO_READING or not intent:
        return None
    in_scope = told.get("in_scope", decision != "unclear")
    of = told.get("of")
    seen = Understood(str(intent) if in_scope else OUT_OF_SCOPE, float(told.get("score") or 0.0), decision)
    return (of if isinstance(of, list) else None), seen
