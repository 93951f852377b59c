"""What a person is given when the bot hands over: everything they need, so that the customer repeats no word. Pure.

The queue and the agents' desk will stand on this; until then the summary waits with its case in the store.
"""

from __future__ import annotations

from typing import Any

from bot.conversation import Frame, State
from bot.journal import Kind
from bot.world import Played


def summary(state: State, frames: tuple[Frame, ...], played: Played) -> dict[str, Any]:
    """Who it is, how they speak and feel, what they wanted (oldest matter first), what they answered, showed and were told.

    Sensitive answers (proofs) are left out.
    """
    answers = {e.key: e.value for f in (*frames[:-1], played.frame) for e in f.journal if e.kind is Kind.ASK and not e.sensitive}
    return {
        "name": state.name,
        "language": state.language,
        "tone": state.tone,
        "matters": [{"flow": f.flow, "intent": f.intent, "said": f.said} for f in frames],
        "answers": answers,
        "focus": state.focus,
        "files": [file for f in frames for file in f.files],
        "facts": {k: str(v) for k, v in played.handed.params.items()} if played.handed else {},
    }
