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

    `kind` is one of order_number, email, phone, date, time, amount, quantity, ordinal, colour, size, sku, or a kind that a shop's
    own training data names. `value` is its normal form: digits of an order number, lower-case e-mail, E.164, ISO date, ISO time
    or interval ("17:00", from "17:00/", until "/18:00", "17:00/18:00"), "12.50 EUR", "2", "1" for the first and "-1" for the
    last, an English colour name, "XL" or "42", a SKU. `start` and `end` are offsets in the text, end exclusive. A sku stands here
    only when one product is clearly meant. `extractor`, `role` and `group` are as in Rasa's training data.
    """

    kind: str
    value: str
    start: int
    end: int
    score: float = 1.0
    extractor: str = "Frontdesk"
    role: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """One of several things a message asks for: `start` and `end` are its part of the text, end exclusive."""

    intent: str
    confidence: float
    start: int
    end: int
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Understanding:
    """`ranking` is best first and never empty for a text; `in_scope` is False when no intent fits well enough.

    `language` is one of LANGUAGES, `language_sure` says whether the message by itself shows it. `yes_no` is True, False or None.
    `products` are all products the text may mean, best first, as kind sku ("kettle" means every kettle).
    `wishes` are in the order they were said, and empty unless the message asks for two things or more. `denied` are intents the
    message says it does not mean ("no, not a return").
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
    wishes: tuple[Wish, ...] = ()
    denied: tuple[str, ...] = ()

    @property
    def intent(self) -> str:
        return self.ranking[0].name if self.ranking and self.in_scope else "out_of_scope"

    @property
    def confidence(self) -> float:
        return self.ranking[0].confidence if self.ranking else 0.0

    def entity(self, kind: str) -> Entity | None:
        """The first entity of a kind, or None."""
        return next((e for e in self.entities if e.kind == kind), None)
