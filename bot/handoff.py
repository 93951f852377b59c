"""What a person is given when the bot hands over: everything they need, so that the customer repeats no word. Pure.

The summary lies with its case in the store; desks show it. `agreed` is what an earlier agent agreed before giving the conversation back.
"""

from __future__ import annotations

from typing import Any

from bot.conversation import Frame, State
from bot.journal import Kind
from bot.world import Played


def summary(state: State, frames: tuple[Frame, ...], played: Played) -> dict[str, Any]:
    """Who it is, how they speak and feel, what they wanted (oldest matter first, wishes that still waited last), what they answered,
    showed and were told.

    Sensitive answers (proofs) are left out.
    """
    facts = {k: str(v) for k, v in played.handed.params.items()} if played.handed else {}
    return _known(state, (*frames[:-1], played.frame), frames, facts)


def taken_over(state: State) -> dict[str, Any]:
    """The same for a conversation that an agent takes before the bot hands it over."""
    return _known(state, state.stack, state.stack, {})


def _known(state: State, answered: tuple[Frame, ...], frames: tuple[Frame, ...], facts: dict[str, str]) -> dict[str, Any]:
    answers = {e.key: e.value for f in answered for e in f.journal if e.kind is Kind.ASK and not e.sensitive}
    known = {
        "name": state.name,
        "language": state.language,
        "tone": state.tone,
        "matters": [
            *({"flow": f.flow, "intent": f.intent, "said": f.said} for f in frames),
            *({"flow": "", "intent": p.intent, "said": p.said, "waiting": True} for p in state.pending),
        ],
        "answers": answers,
        "focus": state.focus,
        "files": list(dict.fromkeys([*(file for f in frames for file in f.files), *(file for p in state.pending for file in p.files)])),
        "facts": facts,
    }
    return {**known, "agreed": state.agreed} if state.agreed else known
