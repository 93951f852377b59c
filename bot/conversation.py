"""Where a conversation stands between two turns: the stack of runs, the open question, and what is remembered. Pure values.

This is what transaction 2 stores as one JSON column. It is read by `bot/decide.py`, edited by `bot/turn.py`; the journal inside each
frame belongs to `bot/runner.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.journal import Journal, digest
from bot.slots import Option
from intents.understanding import Entity, Tone

STACK_DEPTH = 3  # a digression in a digression in a matter; deeper, nobody remembers where they came from


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """The question the run waits for. `kind` is ask, confirm or change (which answer of the summary to take back)."""

    key: str
    basis: str
    text: str
    slot: str
    kind: str = "ask"
    options: tuple[Option, ...] = ()
    closing: bool = False
    free: bool = False
    misses: int = 0

    @property
    def token(self) -> str:
        """Names the question and what it depended on; part of each of its buttons."""
        return digest(self.key, self.basis)


@dataclass(frozen=True, slots=True)
class Frame:
    """One run of a flow. `said` and `hints` are the message it began with; `run` is unique and the same after a crash."""

    run: str
    flow: str
    intent: str
    said: str = ""
    hints: tuple[Entity, ...] = ()
    files: tuple[str, ...] = ()
    journal: Journal = field(default_factory=Journal)
    open: OpenQuestion | None = None
    apart: bool = False  # it began with an object of its own: the order talked about before is not its order


@dataclass(frozen=True, slots=True)
class Pending:
    """A wish that was said beside another one and waits for its turn. `run` is the run it will be, the same after a crash.

    It begins when no more than `depth` runs are open: what was open below the wish it was said with. `apart`: it speaks of an object of
    its own, so the order talked about meanwhile is not taken for its order. `about` are the customer's words for that object, where the
    message wishes the same of several.
    """

    run: str
    intent: str
    said: str
    hints: tuple[Entity, ...] = ()
    files: tuple[str, ...] = ()
    depth: int = 0
    apart: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What is remembered of a conversation. `past` names the runs that ended lately, newest last, with their flow.

    `clarify` holds the intents of an open "did you mean A or B?". `unclear` counts messages in a row that were not understood. `gained`
    is what came from other conversations by joining: (that conversation, a proof or `name:...`); parting takes it back. `pending` are
    wishes that wait, in their order (bot/wishes.py).
    """

    stack: tuple[Frame, ...] = ()
    language: str = "en"
    language_pinned: bool = False
    name: str | None = None
    focus: dict[str, str] = field(default_factory=dict)
    proofs: tuple[str, ...] = ()
    tone: Tone = Tone.CALM
    calm_turns: int = 0
    warned: bool = False
    stopped: bool = False
    unclear: int = 0
    clarify: tuple[str, ...] = ()
    past: tuple[tuple[str, str], ...] = ()
    case_due: datetime | None = None  # a person of the shop has been asked, and answers by then
    noted_at: datetime | None = None  # when the customer was last told that their words went to the open case
    attempts: int = 0  # how often the present turn has failed
    angry_turns: int = 0  # angry messages since it was last calm
    agreed: str = ""  # what an agent agreed with the customer before giving the conversation back
    gained: tuple[tuple[int, str], ...] = ()
    pending: tuple[Pending, ...] = ()

    @property
    def frame(self) -> Frame | None:
        return self.stack[-1] if self.stack else None

    def with_frame(self, frame: Frame) -> State:
        return replace(self, stack=(*self.stack[:-1], frame))

    def pushed(self, frame: Frame) -> State:
        """With a digression on top. Past the depth, the oldest digression gives way, never the matter at the bottom."""
        stack = self.stack
        if len(stack) >= STACK_DEPTH:
            stack = (stack[0], *stack[2:])
        return replace(self, stack=(*stack, frame))

    def gaining(self, source: int, proofs: tuple[str, ...], name: str | None) -> State:
        """Joined to a conversation: with its proofs, and its name where none is known here."""
        new = tuple(p for p in proofs if p not in self.proofs)
        named = (f"name:{name}",) if name and self.name is None else ()
        gained = (*self.gained, *((source, what) for what in (*new, *named)))
        return replace(self, proofs=(*self.proofs, *new), name=self.name or name, gained=gained)

    def without_gained(self, source: int | None = None, only: frozenset[str] | None = None) -> State:
        """Parted: without what was gained, from one conversation where it is named, and of that only what is named."""

        def goes(pair: tuple[int, str]) -> bool:
            return source is None or (pair[0] == source and (only is None or pair[1] in only))

        lost = {what for where, what in self.gained if goes((where, what))}
        kept = tuple(pair for pair in self.gained if not goes(pair))
        name = None if f"name:{self.name}" in lost else self.name
        return replace(self, proofs=tuple(p for p in self.proofs if p not in lost), name=name, gained=kept)

    def popped(self) -> State:
        gone = self.stack[-1]
        return replace(self, stack=self.stack[:-1], past=(*self.past, (gone.run, gone.flow))[-8:])
