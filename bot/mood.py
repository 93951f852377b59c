"""How a customer sounds over a conversation: their language, their anger, and when it is too much. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot import decide as d
from bot.conversation import State
from bot.heard import CYRILLIC, Heard, speaks
from intents.understanding import Tone

CALM_TURNS = 2  # calm messages after which anger is over
ANGRY_TURNS = 3  # angry messages without calm in between: a person takes over, unasked


def listened(state: State, heard: Heard) -> State:
    """With language and tone as far as this message shows them. What was pressed shows nothing."""
    understood = heard.understanding
    if heard.press is not None or heard.opened:
        return state
    foreign = CYRILLIC.search(heard.text) is not None and state.language in ("en", "sl")  # whatever it is, it is not that
    if (
        ((understood.language_sure and speaks(heard, first=not state.stack and not state.past)) or foreign)
        and not state.language_pinned
        and understood.language != state.language
    ):
        state = replace(state, language=understood.language)
    if understood.tone is Tone.CALM and state.tone is not Tone.CALM:
        calm = state.calm_turns + 1
        over = calm >= CALM_TURNS
        state = replace(state, calm_turns=calm, tone=Tone.CALM if over else state.tone, angry_turns=0 if over else state.angry_turns)
    elif understood.tone is not Tone.CALM:
        angry = state.angry_turns + (understood.tone is Tone.ANGRY)
        state = replace(state, tone=understood.tone, calm_turns=0, angry_turns=angry)
    return state


def boils_over(decision: d.Decision, heard: Heard, state: State, now: datetime) -> bool:
    """Angry again and again, and this brings the matter no further: a person, unasked. Who asks for one gets one anyway."""
    waits = state.case_due is not None and state.case_due > now
    if heard.understanding.tone is not Tone.ANGRY or state.angry_turns < ANGRY_TURNS or waits:
        return False
    if isinstance(decision, d.Begin):
        return decision.intent not in d.ALWAYS
    return isinstance(decision, d.Several | d.Leave | d.Miss | d.Unclear | d.Clarify)
