"""The manners of the house, checked on every path of every flow. A path that breaks one fails the build.

1. Who is known by name is addressed by it.
2. Where something went wrong, the apology comes first.
3. Nothing is promoted before the matter is solved, and never to an angry customer.
4. Where there is a choice, several options are offered.
5. A sentence that promises something is in the promise ledger.
6. "Did that solve it?" is asked.
7. The end thanks.

The rules look at what the customer reads, not only at what the flow calls it: an apology has to sound like one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.flow import Flow

if TYPE_CHECKING:  # paths.py uses this module; only the type is needed back
    from bot.paths import Path, Step

_SORRY = re.compile(r"\b(sorry|apolog|my apologies|regret)", re.IGNORECASE)
_PROMISE = re.compile(
    r"\b(I'll|I will|we'll|we will|colleague will|somebody will|someone will|"
    r"will get back|will call you|will write to you|will let you know)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\bthank", re.IGNORECASE)
_SPOKEN = ("say", "sorry", "promote", "promise", "handover", "ask", "confirm")
_MAY_PROMISE = ("promise", "handover")
SMALL_TALK = (
    "greeting",
    "thanks",
    "goodbye",
    "help",
    "human",
    "are_you_a_bot",
    "out_of_scope",
    "change_language",
    "erase_data",
    "link",
    "unlink",
    "clarify",
    "late",
    "unclear",
    "praise",
)
"""Flows that settle nothing: there is nothing to ask "did that solve it?" about."""
NAME = "Ana"


def offences_of(path: Path, flow: Flow) -> list[str]:
    """The rules a path breaks, in words."""
    spoken = [s for s in path.steps if s.kind in _SPOKEN]
    found = []
    if path.named and spoken and len(spoken) > 1 and not _addressed(path) and flow.name not in SMALL_TALK:
        found.append("1 the customer is known by name and never addressed by it")
    if flow.trouble and spoken and not _SORRY.search(spoken[0].text):
        found.append(f"2 something went wrong, but the first words are no apology: {spoken[0].key}")
    found += [
        f"2 {s.key} is said as an apology and does not sound like one" for s in spoken if s.kind == "sorry" and not _SORRY.search(s.text)
    ]
    late = _late_apology(spoken)
    if late is not None:
        found.append(f"2 the apology {late.key} comes after the bad news")
    found += [f"4 {s.key} offers a choice of one" for s in spoken if s.options is not None and s.options < 2]
    solved_at = next((i for i, s in enumerate(path.steps) if s.key == "solved-thanks"), len(path.steps))
    found += [f"3 {s.key} promotes before the matter is solved" for s in path.steps[:solved_at] if s.kind == "promote"]
    found += [f"3 {s.key} promotes to an angry customer" for s in path.steps[solved_at:] if s.kind == "promote" and path.angry]
    found += _promises(spoken)
    if path.ended == "ended" and flow.name not in SMALL_TALK:
        if not any(s.key in ("solved", "closing-solved") for s in path.steps):
            found.append('6 ends without asking "did that solve it?"')
        elif not _THANKS.search(spoken[-1].text):
            found.append(f"7 the last words do not thank: {spoken[-1].key}")
    return found


def _addressed(path: Path) -> bool:
    """By first name, whoever the walk's orders belong to."""
    names = (NAME, "Oleksandr", "Maria", "John")
    return any(name in s.text for s in path.steps for name in names)


def _late_apology(spoken: list[Step]) -> Step | None:
    """A sorry that follows a statement within one breath: between two questions the apology comes first."""
    breath: list[Step] = []
    for step in spoken:
        if step.kind == "sorry" and any(s.kind == "say" for s in breath):
            return step
        breath = [] if step.kind in ("ask", "confirm") else [*breath, step]
    return None


def _promises(spoken: list[Step]) -> list[str]:
    found = []
    for step in spoken:
        match = _PROMISE.search(step.text)
        if match and step.kind not in _MAY_PROMISE:
            found.append(f'5 {step.key} says "{match[0]}" without a line in the promise ledger')
    return found
