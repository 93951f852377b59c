"""No intent is sure: whether the best one is good enough, whether to ask "A or B?", or to say that nothing was understood. Pure.

Theory. Confidence is calibrated, so shares of the best intents can be compared and added. Measured in cross-validation, on the 1,721
of 22,350 messages of the shop whose best intent lies between GUESS and SURE, by what share of the first the second has (of those that
lead to another flow; right means the right flow):

    below 0.1   the first is right for 95 %, the second for 2 %
    0.1 to 0.3  the first for 83 %, the second for 10 %
    from 0.3    the first for 58 %, the second for 33 %

So from NEAR on both are asked for, and the right one is on a button for 91 %; below, a second button would mostly be noise.
Neighbour: `decide.py`, which calls `weigh` when nothing is open and nothing is sure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from intents.model import GUESS, SURE
from intents.understanding import IntentScore, Understanding

NEAR: Final = 0.3  # of the best share; see above

# Nobody is asked whether they meant "yes": words to the conversation, and what is said in passing.
NEVER_ASKED: Final = frozenset(
    {
        "greeting", "thanks", "goodbye", "praise", "are_you_a_bot", "affirm", "deny", "help", "back", "cancel", "repeat", "stop",
        "change_language", "abuse", "out_of_scope",
    }
)  # fmt: skip
# Answered though it is not sure, where it leads by itself: nothing is begun and nothing is lost by it.
HARMLESS: Final = frozenset({"greeting", "thanks", "goodbye", "praise", "are_you_a_bot", "help"})
# Which of these is meant is told apart by the flow they share, so their shares count together: for 88 of the 89 messages which only
# become sure by that, it is the right flow (cross-validated).
NUANCES: Final = (
    frozenset({"order_status", "delivery_late"}),
    frozenset({"return_defective", "return_unsuitable"}),
    frozenset({"product_info", "product_availability", "product_price"}),
    frozenset({"checkout_problem", "account_problem"}),
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """`begins`: the intent to act on, "" for none. `asked`: what to ask about, one intent or two, best first."""

    begins: str = ""
    asked: tuple[str, ...] = ()


def weigh(understood: Understanding, flow_of: Mapping[str, str]) -> Weighed:
    """What to make of a ranking in which no intent by itself is sure."""
    ranking = understood.ranking
    if not understood.in_scope or not ranking:
        return Weighed()
    servable = [s for s in ranking if s.name in flow_of and s.name not in NEVER_ASKED]
    best = servable[0] if servable else None
    if best is None or best.confidence < GUESS:
        first = ranking[0]
        return Weighed(first.name) if first.name in HARMLESS & flow_of.keys() and first.confidence >= GUESS else Weighed()
    if best is ranking[0] and sum(s.confidence for s in servable if _same(s, best, flow_of)) >= SURE:
        return Weighed(best.name)
    second = next((s for s in servable[1:] if not _same(s, best, flow_of)), None)
    near = second is not None and second.confidence >= NEAR * best.confidence
    return Weighed(asked=(best.name, second.name) if near and second is not None else (best.name,))


def _same(one: IntentScore, other: IntentScore, flow_of: Mapping[str, str]) -> bool:
    """Whether both lead to the same: one flow, which tells them apart by itself."""
    if one.name == other.name:
        return True
    return flow_of[one.name] == flow_of[other.name] and any(one.name in nuance and other.name in nuance for nuance in NUANCES)
