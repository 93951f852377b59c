"""The whole of understanding for one message: intents, language, entities, products, tone, yes or no.

Robust against anything that can be typed or pasted: only the first 2,000 characters are looked at, a finder that fails is
left out and logged, nothing is ever raised. The work is pure computation of about half a millisecond, so it may run in the
event loop. Neighbours: every other module here; `bot/turn.py` calls `Engine.understand`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final, TypeVar

from intents.entities import find_entities
from intents.entities.contacts import HOME_REGION
from intents.entities.corrections import affirmed
from intents.entities.learned.joining import join
from intents.entities.products import CLEAR, MEANT, ProductIndex
from intents.entities.yes_no import yes_no
from intents.features import MAX_CHARACTERS
from intents.language import DEFAULT, detect
from intents.model import Model, Reading
from intents.negation import NOTHING, Denial, denial_in
from intents.tone import tone_of
from intents.understanding import LANGUAGES, Entity, IntentScore, Tone, Understanding, Wish
from intents.wishes import wishes_in

log: Final = logging.getLogger(__name__)
_MOST_PRODUCTS: Final = 10
NO_BOT: Final = 0.95  # how sure it is that who wants no bot wants a person
_NOTHING: Final = Reading((), False, 0.0)
T = TypeVar("T")


class Engine:
    """Holds a loaded model and, when the shop's catalogue is known, its product names. Safe to share between threads."""

    def __init__(
        self,
        model: Model,
        products: ProductIndex | None = None,
        *,
        region: str = HOME_REGION,
        currency: str = "EUR",
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        """`region`: whose phone numbers need no country code (ISO 3166); `currency`: of amounts that name none; `clock`: the moment
        in the shop's time zone, from which "tomorrow" is counted (default: in UTC)."""
        self._model = model
        self._clock = clock or _utc
        self._region, self._currency = region, currency
        self.products = products  # replaced as a whole when the catalogue changes

    def understand(self, text: str, *, prior: str | None = None, now: date | None = None) -> Understanding:
        """What a message means. `prior` is the conversation's language so far; `now` is today, or the moment, where the shop is
        (default: what the clock says).

        A text without letters, digits or signs has an empty ranking and is out of scope.
        """
        said = text[:MAX_CHARACTERS]
        reading = _NOTHING
        if said.strip():
            reading = _try("intents", lambda: self._model.read(said), _NOTHING)
        language, sure = _try(
            "language",
            lambda: detect(said, prior, self._model.languages(said) or None),
            (prior if prior in LANGUAGES and prior else DEFAULT, False),
        )
        denial = _try("denial", lambda: denial_in(said, language), NOTHING)
        whole = reading
        if denial.intents or denial.person:
            whole = _try("rest", lambda: self._without(reading, denial), reading)
        nothing: tuple[Entity, ...] = ()
        entities = _try(
            "entities",
            lambda: find_entities(said, now=now or self._clock(), language=language, region=self._region, currency=self._currency),
            nothing,
        )
        tagger = self._model.tagger
        if tagger is not None:
            entities = join(entities, _try("learned entities", lambda: tagger.find(said), nothing))
        products = _try("products", lambda: self._products(said), nothing)
        if products and (len(products) == 1 or products[0].score - products[1].score >= CLEAR / 100):
            entities = (*entities, products[0])
        return Understanding(
            text=text,
            language=language,
            language_sure=sure,
            ranking=whole.ranking,
            in_scope=whole.in_scope,
            entities=entities,
            tone=_try("tone", lambda: tone_of(said), Tone.CALM),
            yes_no=_try("yes_no", lambda: yes_no(said), None),
            products=products,
            wishes=() if whole is not reading else _try("wishes", lambda: self._wishes(said, language, reading, now), ()),
            denied=denial.intents,
        )

    def warm(self) -> None:
        """Loads what is otherwise loaded by the first message that needs it (about a second, 40 MB). For a thread."""
        far = date(2026, 1, 1)
        for text in ("+386 40 111 001", "a fortnight ago", "hm"):
            self.understand(text, now=far)

    def _wishes(self, said: str, language: str, reading: Reading, now: date | None) -> tuple[Wish, ...]:
        today = now or self._clock()

        def pieces(part: str) -> tuple[Entity, ...]:
            found = find_entities(part, now=today, language=language, region=self._region, currency=self._currency)
            return (*found, *self._products(part))

        return wishes_in(said, language, reading, self._model.read, pieces)

    def _without(self, reading: Reading, denial: Denial) -> Reading:
        """What is left when the denied is taken out: the rest of the message decides, or else what the whole sounds like."""
        if denial.person:
            others = (s for s in reading.ranking if s.name != "human")
            return replace(reading, ranking=(IntentScore("human", NO_BOT), *others), in_scope=True)
        rest = self._model.read(denial.rest) if denial.rest else reading
        left = tuple(s for s in rest.ranking if s.name not in denial.intents)
        total = sum(s.confidence for s in left) if denial.rest else 1.0
        return replace(rest, ranking=tuple(IntentScore(s.name, s.confidence / total) for s in left) if total else left)

    def _products(self, said: str) -> tuple[Entity, ...]:
        if self.products is None:
            return ()
        self.products.attend(self._model.talk)
        found = self.products.match(affirmed(said), _MOST_PRODUCTS)
        return tuple(Entity("sku", m.sku, m.start, m.end, m.score / 100) for m in found if m.score >= MEANT)


def _utc() -> datetime:
    return datetime.now(UTC)


def _try(what: str, work: Callable[[], T], otherwise: T) -> T:
    """A part that fails must not cost the customer the rest. The text itself is not logged: it may be private."""
    try:
        return work()
    except Exception:
        log.exception("understanding failed in %s", what)
        return otherwise
