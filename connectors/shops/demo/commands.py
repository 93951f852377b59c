"""What can be asked of the demo shop that changes something, as values, and the journal line that remembers it.

Values and no behaviour. Neighbours: `changes.py` decides and does them, `journal.py` keeps them.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from msgspec import Struct, structs

from bot.money import Money
from bot.shop import Done, Incident, ShopRefused


class CreateReturn(Struct, frozen=True, tag="create_return"):
    order: str
    sku: str
    quantity: int
    reason: str
    note: str
    pictures: tuple[str, ...]


class CreateExchange(Struct, frozen=True, tag="create_exchange"):
    order: str
    sku: str
    new_sku: str
    note: str


class CancelOrder(Struct, frozen=True, tag="cancel_order"):
    order: str
    reason: str


class ChangeAddress(Struct, frozen=True, tag="change_address"):
    order: str
    address: str


class CreateCoupon(Struct, frozen=True, tag="create_coupon"):
    customer: str
    value: Money


class ReportIncident(Struct, frozen=True, tag="report_incident"):
    incident: Incident


class TakeOrder(Struct, frozen=True, tag="take_order"):
    items: tuple[tuple[str, int], ...]
    contact: str
    note: str


class AddNote(Struct, frozen=True, tag="add_note"):
    order: str
    text: str


class Newsletter(Struct, frozen=True, tag="newsletter"):
    email: str
    subscribe: bool


Command = CreateReturn | CreateExchange | CancelOrder | ChangeAddress | CreateCoupon | ReportIncident | TakeOrder | AddNote | Newsletter


class Line(Struct, frozen=True):
    """One write that was answered: exactly one of `done` and `refused` is set."""

    key: str
    at: datetime
    command: Command
    done: Done | None = None
    refused: ShopRefused | None = None

    @property
    def result(self) -> Done | ShopRefused:
        result = self.done if self.done is not None else self.refused
        if result is None:
            raise ValueError(f"the write {self.key} has no result")
        return result


def told(command: Command) -> tuple[str, ...]:
    """The write as words: the protocol's name for it, then each argument."""
    return (str(command.__struct_config__.tag), *(_word(value) for value in structs.astuple(command)))


def _word(value: object) -> str:
    match value:
        case Money(amount=Decimal() as amount, currency=currency):
            return f"{amount} {currency}"
        case Incident(kind=kind, what=what):
            return f"{kind}: {what}"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return " ".join(_word(part) for part in value)
    return str(value)
