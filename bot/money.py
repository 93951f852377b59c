"""Amounts and prices. Never a float, never without a currency, and a price says whether tax is in it. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency. `amount` is in major units (39.90), never a float."""

    amount: Decimal
    currency: str

    def times(self, quantity: int) -> Money:
        return Money(self.amount * quantity, self.currency)

    def plus(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return Money(self.amount + other.amount, self.currency)


@dataclass(frozen=True, slots=True)
class Price:
    """What a customer pays for one piece.

    `includes_tax` and `tax_rate` (22 means 22 %) are None when the shop does not say. `was` is the price before
    a reduction.
    """

    value: Money
    includes_tax: bool | None = None
    tax_rate: Decimal | None = None
    was: Money | None = None
