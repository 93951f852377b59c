"""What was understood of one message. Values only; the neighbours in this package make them, `bot/decide.py` reads them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LANGUAGES = ("en", "ru", "uk", "sl")


class Tone(StrEnum):
    CALM = "calm"
    UPSET = "upset"  # disappointed, worried, impatient
    ANGRY = "angry"  # shouting, accusing
    ABUSIVE = "abusive"  # insults a person


@dataclass(frozen=True, slots=True)
class IntentScore:
    """`confidence` is a calibrated share between 0 and 1: of messages scored 0.8, about four in five are that intent."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Entity:
    """A piece of the text with a meaning.

    `kind` is one of order_number, email, phone, date, amount, quantity, ordinal, sku. `value` is its normal form: digits of an
    order number, lower-case e-mail, E.164, ISO date, "12.50 EUR", "2", "1" for the first and "-1" for the last, a SKU. `start`
    and `end` are offsets in the text, end exclusive. A sku stands here only when one product is clearly meant.
    """

    kind: str
    value: str
    start: int
    end: int
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Understanding:
    """`ranking` is best first and never empty for a text; `in_scope` is False when no intent fits well enough.

    `language` is one of LANGUAGES, `language_sure` says whether the message by itself shows it. `yes_no` is True, False or None.
    `products` are all products the text may mean, best first, as kind sku ("kettle" means every kettle).
    """

    text: str
    language: str
    language_sure: bool
    ranking: tuple[IntentScore, ...]
    in_scope: bool
    entities: tuple[Entity, ...]
    tone: Tone
    yes_no: bool | None
    products: tuple[Entity, ...] = ()

    @property
    def intent(self) -> str:
        return self.ranking[0].name if self.ranking and self.in_scope else "out_of_scope"

    @property
    def confidence(self) -> float:
        return self.ranking[0].confidence if self.ranking else 0.0

    def entity(self, kind: str) -> Entity | None:
        """The first entity of a kind, or None."""
        return next((e for e in self.entities if e.kind == kind), None)
