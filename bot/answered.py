"""How an answer is written into a run's journal, and what a flow is given to know when it is played again. Pure."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot import decide as d
from bot.conversation import Frame, OpenQuestion, State
from bot.heard import Heard
from bot.journal import Entry, Journal, Kind, Source
from bot.slots import SLOTS
from bot.stage import Stage
from bot.talk import Known


def without_menu(journal: Journal) -> Journal:
    """Without the summary's open "change what?": something else was said instead."""
    return Journal(tuple(e for e in journal if not e.key.startswith("change:")))


def answered(frame: Frame, question: OpenQuestion, answer: d.Answer) -> Journal:
    """The journal with the answer written into it."""
    journal, value = frame.journal, answer.value
    if question.kind == "confirm":
        if value == "yes":
            return journal.put(Entry(question.key, Kind.CONFIRM, True, question.basis, Source.CUSTOMER))
        return journal.put(Entry(f"change:{question.key}", Kind.SAY, "pending"))
    if question.kind == "change":
        return journal.drop(question.key).reopen(str(value))
    pairs = tuple((o.value, o.title) for o in question.options)
    slot = SLOTS[question.slot]
    return journal.put(Entry(question.key, Kind.ASK, value, question.basis, Source.CUSTOMER, slot.name, slot.sensitive, pairs))


def chosen(heard: Heard, top: Frame, intent: str) -> bool:
    """Whether a wish is the answer to the top frame's "did you mean A or B?", pressed or in words ("the first", "return")."""
    if top.flow not in ("clarify", "late") or top.open is None:
        return False
    if heard.press is not None:
        return True
    reading = SLOTS[top.open.slot].read(heard, top.open.options)
    return reading is not None and reading.value == f"go:{intent}"


def known(state: State, frame: Frame, stage: Stage, now: datetime, others: Callable[[], Awaitable[tuple[str, ...]]]) -> Known:
    """What the flow of a frame may know without asking."""
    focus = {kind: value for kind, value in state.focus.items() if not (frame.apart and kind == "order")}
    at = next((i for i, f in enumerate(state.stack) if f.run == frame.run), 0)
    return Known(
        name=state.name,
        language=state.language,
        tone=state.tone,
        now=now,
        timezone=stage.house.hours.timezone,
        focus=focus,
        proofs=state.proofs,
        said=frame.said,
        intent=frame.intent,
        hints=frame.hints,
        nested=len(state.stack) > 1,
        house=stage.house,
        files=frame.files,
        others=others,
        more=any(p.depth >= at for p in state.pending[:1]),
    )
