"""Rasa's intents and entities joined with everything else that is understood here; without Rasa, all of it is understood here.

Of a Rasa server come the ranking of intents and the entities only it knows. Language, tone, yes or no, products, several wishes, and the
entities whose values flows rely on are always the embedded engine's (a millisecond or two a message). Whatever goes wrong with the server,
`understand` answers within the client's time limit and never raises because of it. Neighbours: `breaker.py`, `client.py`,
`bot/turn.py` awaits `understand`, `bot/web.py` shows `fault` and `counts`.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import replace
from typing import Final, Protocol

from intents.features import MAX_CHARACTERS
from intents.names import INTENTS, OUT_OF_SCOPE
from intents.rasa.answers import NLU_FALLBACK, Answer
from intents.rasa.breaker import Breaker, State
from intents.rasa.client import RasaClient, RasaTrouble
from intents.understanding import Entity, IntentScore, Understanding

log: Final = logging.getLogger(__name__)

# As low as the dialogue's own GUESS. Trained on four fifths of the examples and asked about the fifth (1,779), the shipped pipeline keeps
# 91 % of the shop's messages at 0.25 and 64 % at 0.5, and catches 47 and 86 % of the strangers. In between the dialogue asks, which is
# better than to send a third of the shop's customers away.
FLOOR: Final = 0.25
OURS: Final = frozenset(
    {"order_number", "email", "phone", "date", "time", "amount", "quantity", "ordinal", "colour", "size", "sku"}
)  # kinds whose value has a form that flows rely on (`Entity`); Rasa tells the bare words


class Embedded(Protocol):
    """An engine that answers at once: `intents.engine.Engine`."""

    def understand(self, text: str, *, prior: str | None = None) -> Understanding: ...


class RasaEngine:
    """Asks Rasa, and answers by itself when Rasa does not. Close it at the end.

    `counts` is how often what came of a message: answered, unknown_intent, resting (not asked: the breaker is open), or one of
    `client.Outcome`.
    """

    def __init__(self, embedded: Embedded, client: RasaClient, *, floor: float = FLOOR, breaker: Breaker | None = None) -> None:
        """`floor`: a message whose best intent has a smaller share is out of scope."""
        self._embedded = embedded
        self._client = client
        self._floor = floor
        self._breaker = breaker or Breaker()
        self._trouble = ""
        self.counts: Counter[str] = Counter()

    @property
    def fault(self) -> str | None:
        """What is wrong with Rasa while it is not asked; None while it is."""
        if self._breaker.state is State.CLOSED:
            return None
        return f"Rasa: {self._trouble}; the embedded engine understands in its place"

    async def understand(self, text: str, *, prior: str | None = None) -> Understanding:
        """What a message means; `prior` is the conversation's language so far."""
        ours = self._embedded.understand(text, prior=prior)
        said = text[:MAX_CHARACTERS]
        # To Rasa, "/cancel_order" is not said but the intent itself, sure as can be: nothing that a customer may decide by a sign.
        if said.lstrip().startswith("/") or _only_facts(said, ours.entities):
            return ours
        answer = await self._asked(said)
        return ours if answer is None else self._joined(ours, answer)

    async def close(self) -> None:
        await self._client.close()

    async def _asked(self, said: str) -> Answer | None:
        ticket = self._breaker.begin()
        if ticket is None:
            self.counts["resting"] += 1
            return None
        try:
            answer = await self._client.parse(said)
        except RasaTrouble as trouble:
            self.counts[trouble.outcome] += 1
            self._trouble = str(trouble)
            if self._breaker.failed(ticket):
                log.warning("Rasa is left alone for a while, the embedded engine understands in its place: %s", trouble)
            return None
        except BaseException:
            self._breaker.gave_up(ticket)  # the turn was broken off
            raise
        if self._breaker.worked(ticket):
            log.warning("Rasa answers again")
        return answer

    def _joined(self, ours: Understanding, answer: Answer) -> Understanding:
        best = answer.ranking[0] if answer.ranking else None
        known = tuple(one for one in answer.ranking if one.name in INTENTS)
        if best is None or (best.name not in INTENTS and best.name != NLU_FALLBACK):
            # It was trained on other intents than ours: nothing here would know what to do.
            self.counts["unknown_intent"] += 1
            return replace(ours, entities=_together(ours.entities, answer.entities))
        self.counts["answered"] += 1
        return replace(
            ours,
            ranking=known or (IntentScore(OUT_OF_SCOPE, best.confidence),),
            in_scope=best.name not in (NLU_FALLBACK, OUT_OF_SCOPE) and best.confidence >= self._floor,
            entities=_together(ours.entities, answer.entities),
        )


def _only_facts(said: str, entities: tuple[Entity, ...]) -> bool:
    """Whether there is nothing in a text but an e-mail, a number, a day: the answer to a question. A classifier has to take it for some
    intent and is often sure of it: Rasa took an address for the wish to talk to a person."""
    left = list(said)
    for one in entities:
        if one.kind in OURS - {"sku"}:
            left[one.start : one.end] = " " * (one.end - one.start)
    return not any(letter.isalnum() for letter in left)


def _together(ours: tuple[Entity, ...], theirs: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Ours first, then what only Rasa found: kinds of its own, each at its place once."""
    there = {(one.kind, one.start, one.end) for one in ours}
    return (*ours, *(one for one in theirs if one.kind not in OURS and (one.kind, one.start, one.end) not in there))
