"""Slots: how an answer is read out of what the customer says, checked, and asked for.

A slot is stateless; the same instance serves every conversation. `read` weighs what was just heard and says how well it fits;
`hint` finds the answer in something said before the question was put; `check` holds at every replay, so that an
answer given to yesterday's rules is asked again when today's refuse it. No wording lives here: a slot's question is a text key.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from rapidfuzz import fuzz

from bot.heard import Heard, same_option
from bot.journal import Value
from intents.folding import fold
from intents.understanding import Entity


class Fit(IntEnum):
    """How sure it is that something answers the open question."""

    WEAK = 1  # it could be meant so: free text
    GOOD = 2  # a near-label, an intent that stands for an option
    SURE = 3  # a tap, a number, a label, an entity of the right kind


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer. `also` are other words for it, or how they begin ("no …"); `intents` are wishes that mean it."""

    value: str
    title: str
    also: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    value: Value
    fit: Fit


class Slot(Protocol):
    """A typed answer. `examples` are answers the path walker tries; `sensitive` ones are dropped when the run ends."""

    name: str
    sensitive: bool
    examples: tuple[str, ...]

    def read(self, heard: Heard, options: Sequence[Option]) -> Reading | None: ...

    def hint(self, text: str, entities: Sequence[Entity], files: Sequence[str]) -> Value: ...

    def check(self, value: Value, options: Sequence[Option]) -> bool: ...


_LABEL = 84  # of 100: fuzz.ratio at which a typed word is the label with a typo ("headlmap"); below, "kettle" meets "bottle"


_COURTESY = frozenset(fold(w) for w in ("please", "thanks", "пожалуйста", "ласка", "прошу", "prosim"))


def _bare(text: str) -> str:
    """Folded, each word without the punctuation around it: "The lamp!!" is "the lamp"."""
    folded = fold(text)
    return " ".join(filter(None, (word.strip(".,!?;:…\"'«»()") for word in folded.split()))) or folded


class Choice:
    """One of the options shown: by tap, number, ordinal, label, near-label, synonym, or an intent that stands for it."""

    name = "choice"
    sensitive = False
    examples: tuple[str, ...] = ()

    def read(self, heard: Heard, options: Sequence[Option]) -> Reading | None:
        if heard.press is not None:
            return None  # a press says itself which question it answers; decide has compared them
        typed = _bare(heard.text)
        if not typed:
            return None
        exact = next((o for o in options if typed in (_bare(o.title), *map(_bare, o.also))), None)
        exact = exact or _by_number(heard, options) or _by_beginning(typed, options)  # "nekaj drugega" is a label before it is "the second"
        if exact is not None:
            return Reading(exact.value, Fit.SURE)
        labelled = _by_label(typed, options)
        if labelled is not None:
            return labelled
        named = [e.value for e in heard.entities if e.kind in ("sku", "order_number")]
        for option in options:
            if option.value in named:
                return Reading(option.value, Fit.SURE)
        values = {o.value for o in options}
        if heard.understanding.yes_no is not None and {"yes", "no"} & values:
            said = "yes" if heard.understanding.yes_no else "no"
            if said in values:
                return Reading(said, Fit.SURE)
        if heard.understanding.in_scope and not named:
            for option in options:
                if heard.understanding.intent in option.intents:
                    return Reading(option.value, Fit.GOOD)
        return None

    def hint(self, text: str, entities: Sequence[Entity], files: Sequence[str]) -> Value:
        return None

    def check(self, value: Value, options: Sequence[Option]) -> bool:
        return any(o.value == value for o in options)


def _by_beginning(typed: str, options: Sequence[Option]) -> Option | None:
    """Other words that end in "…" are the beginning of an answer: "no …" is meant by "no, it still leaks"."""
    begins = ((o, _bare(words)) for o in options for words in o.also if words.endswith("…"))
    return next((o for o, beginning in begins if typed.startswith(f"{beginning} ")), None)


def _by_number(heard: Heard, options: Sequence[Option]) -> Option | None:
    """ "2", "2.", "#2", "the second one": counted as the buttons are."""
    bare = re.fullmatch(r"\W*(\d{1,2})\W*", heard.text)
    position = int(bare.group(1)) if bare else None
    if position is None and len(heard.text.split()) <= 4:
        ordinal = next((e for e in heard.entities if e.kind == "ordinal"), None)
        position = int(ordinal.value) if ordinal else None
    if position == -1:
        return options[-1] if options else None
    if position is None or not 1 <= position <= len(options):
        return None
    return options[position - 1]


def _by_label(typed: str, options: Sequence[Option]) -> Reading | None:
    best: tuple[float, Option] | None = None
    second = 0.0
    for option in options:
        score = max((_likeness(typed, _bare(label)) for label in (option.title, *option.also)), default=0.0)
        if best is None or score > best[0]:
            second = best[0] if best else 0.0
            best = (score, option)
        else:
            second = max(second, score)
    if best is None or best[0] < _LABEL or best[0] - second < 5:  # two labels as near as each other: ask, do not guess
        return None
    return Reading(best[1].value, Fit.SURE if best[0] >= 92 else Fit.GOOD)


def _likeness(typed: str, label: str) -> float:
    if not label:
        return 0.0
    whole = fuzz.ratio(typed, label)
    words = typed.split()
    if len(words) > 6:
        return whole
    # "the kettle please" names "Aurora kettle 1.7 l": every longer word of the label's is not needed, the typed ones are.
    known = [max((fuzz.ratio(w, part) for part in label.split()), default=0.0) for w in words if len(w) > 3 and w not in _COURTESY]
    covered = sum(known) / len(known) if known else 0.0
    contained = 93.0 if len(label) > 3 and f" {label} " in f" {typed} " else 0.0
    # One word of several is sure when it is spelt right; with a typo ("headlmap" for "Polar headlamp") it is a near label.
    part = 94.0 if covered == 100 else min(covered, 91.0)
    return max(whole, contained, part)


class OrderNumber:
    """The number of an order, digits only."""

    name = "order_number"
    sensitive = False
    examples: tuple[str, ...] = ("1001",)

    def read(self, heard: Heard, options: Sequence[Option]) -> Reading | None:
        chosen = Choice().read(heard, options) if options else None
        if chosen is not None:
            return chosen
        entity = heard.understanding.entity("order_number")
        if entity is not None:
            return Reading(entity.value, Fit.SURE)
        bare = re.fullmatch(r"\D{0,12}(\d[\d ]{2,9})\D{0,3}", heard.text)  # at this question any number is meant as the order's
        return Reading(bare.group(1).replace(" ", ""), Fit.SURE) if bare else None

    def hint(self, text: str, entities: Sequence[Entity], files: Sequence[str]) -> Value:
        return next((e.value for e in entities if e.kind == "order_number"), None)

    def check(self, value: Value, options: Sequence[Option]) -> bool:
        return isinstance(value, str) and value.isdigit() and 2 <= len(value) <= 12


class _EntitySlot:
    """An answer that is an entity of one of the given kinds, first kind first."""

    kinds: tuple[str, ...] = ()

    def read(self, heard: Heard, options: Sequence[Option]) -> Reading | None:
        value = self.hint(heard.text, heard.entities, heard.files)
        if value is not None:
            return Reading(value, Fit.SURE)
        return Choice().read(heard, options) if options else None

    def hint(self, text: str, entities: Sequence[Entity], files: Sequence[str]) -> Value:
        return next((e.value for kind in self.kinds for e in entities if e.kind == kind), None)

    def check(self, value: Value, options: Sequence[Option]) -> bool:
        return isinstance(value, str) and bool(value)


class Email(_EntitySlot):
    name = "email"
    sensitive = True
    examples: tuple[str, ...] = ("ana.novak@example.com",)
    kinds = ("email",)


class Phone(_EntitySlot):
    name = "phone"
    sensitive = True
    examples: tuple[str, ...] = ("+38640111001",)
    kinds = ("phone",)


class Contact(_EntitySlot):
    """An e-mail or a phone: the second half of a proof."""

    name = "contact"
    sensitive = True
    examples: tuple[str, ...] = ("ana.novak@example.com", "nobody@example.com")
    kinds = ("email", "phone")


class ContactOrNumber(_EntitySlot):
    """After a proof that did not fit: another e-mail or phone, or another order number."""

    name = "contact_or_number"
    sensitive = True
    examples: tuple[str, ...] = ("ana.novak@example.com",)
    kinds = ("email", "phone", "order_number")

    def hint(self, text: str, entities: Sequence[Entity], files: Sequence[str]) -> Value:
        return None if len(text) > 400 else super().hint(text, entities, files)


class Budget(_EntitySlot):
    """The most the customer wants to spend, as "50.00 EUR"."""

    name = "budget"
    sensitive = False
    examples: tuple[str, ...] = ("100 EUR",)
    kinds = ("amount",)

    def read(self, heard: Heard, options: Sequence[Option]) -> Reading | None:
        chosen = Choice().read(heard, options) if not re.search(r"\d", heard.text) else None
        if chosen is not None:
            return chosen
        bare = re.search(r"(\d{1,6})([.,]\d{1,2})?", heard.text)
        found = super().read(heard, options)
        if found is None and bare is not None:  # a bare number here is an amount of the shop's currency
            return Reading(f"{bare.group(1)}{(bare.group(2) or '').replace(',', '.')} EUR", Fit.SURE)
        return found


class FreeText:
    """Whatever the customer writes. It fits everything, but weakly, so that a clear wish still gets through."""

    name = "text"
    sensitive = False
    examples: tuple[str, ...] = ("It happened yesterday evening.",)

    def read(self, heard: Heard, options: Sequence[Option]) -> Reading | None:
        chosen = Choice().read(heard, options) if options else None
        if chosen is not None and (chosen.fit is Fit.SURE or len(heard.text.split()) <= 3):
            return chosen
        text = heard.text.strip()[:2000]
        return Reading(text, Fit.WEAK) if text else None

    def hint(self, text: str, entities: Sequence[Entity], files: Sequence[str]) -> Value:
        return None

    def check(self, value: Value, options: Sequence[Option]) -> bool:
        return isinstance(value, str) and bool(value)


class Photos:
    """Pictures of the customer, or one of the options instead ("I have none")."""

    name = "photos"
    sensitive = False
    examples: tuple[str, ...] = ()

    def read(self, heard: Heard, options: Sequence[Option]) -> Reading | None:
        return Reading(heard.files, Fit.SURE) if heard.files else Choice().read(heard, options)

    def hint(self, text: str, entities: Sequence[Entity], files: Sequence[str]) -> Value:
        return tuple(files) or None

    def check(self, value: Value, options: Sequence[Option]) -> bool:
        return (isinstance(value, tuple) and bool(value)) or Choice().check(value, options)


class ProductName:
    """A product the customer names: its SKU when the catalogue leaves no doubt, else their words for the search."""

    name = "product"
    sensitive = False
    examples: tuple[str, ...] = ("KET-17",)
    clear = 8.0  # points of 100 by which the first must lead; near-duplicate names ("1.7 l", "1.5 l") lie closer

    def read(self, heard: Heard, options: Sequence[Option]) -> Reading | None:
        chosen = Choice().read(heard, options) if options else None
        if chosen is not None:
            return chosen
        named = self.hint(heard.text, heard.entities, heard.files)
        if named is not None:
            return Reading(named, Fit.SURE)
        text = heard.text.strip()[:120]
        if not text:
            return None
        return Reading(text, Fit.GOOD if heard.understanding.products else Fit.WEAK)

    def hint(self, text: str, entities: Sequence[Entity], files: Sequence[str]) -> Value:
        found = sorted((e for e in entities if e.kind == "sku"), key=lambda e: -e.score)
        if not found:
            return None
        if len(found) == 1 or (found[0].score - found[1].score) * 100 >= self.clear:
            return found[0].value
        return text.strip()[:120] or None

    def check(self, value: Value, options: Sequence[Option]) -> bool:
        return isinstance(value, str) and bool(value)


CHOICE = Choice()
SLOTS: dict[str, Slot] = {
    slot.name: slot
    for slot in (CHOICE, OrderNumber(), Email(), Phone(), Contact(), ContactOrNumber(), Budget(), FreeText(), Photos(), ProductName())
}
"""Every slot by its name. Written out by hand: a new slot is a new line here."""


def option_of(pressed: str, options: Sequence[Option]) -> Option | None:
    """The option whose button carried this value."""
    return next((o for o in options if same_option(pressed, o.value)), None)
