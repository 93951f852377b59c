"""What writes do to the demo shop: `decide` says what a command would result in, `apply` makes it so.

The two are apart because between them the result is put on disk (`journal.py`), and because after a restart only
`apply` runs: yesterday's answers stand, whatever today's rules and dates would say. Both are synchronous and touch
nothing but memory.

Every reason a command can be refused for is in `REASONS`; flows have a text for each.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from msgspec.structs import replace

from bot.money import Money
from bot.shop import Done, FulfilmentState, Incident, OrderState, ParcelState, PaymentState, ReturnState, ShopRefused, StockState
from connectors.shops.demo import commands
from connectors.shops.demo.calendar import Calendar
from connectors.shops.demo.catalogue import CURRENCY, Catalogue
from connectors.shops.demo.commands import Command, Line
from connectors.shops.demo.orders import label_url, open_to_change, return_until
from connectors.shops.demo.records import ItemRecord, OrderRecord, ReturnRecord

SEND_BACK: Final = timedelta(days=14)  # a return is to be sent within this time
REFUND: Final = timedelta(days=3)  # a cancelled order's money is back after this
COUPON_EVERY: Final = timedelta(days=90)  # one coupon a customer
COUPON_VALID: Final = timedelta(days=60)
COUPON_MOST: Final = Decimal("20.00")
_ALPHABET: Final = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # nothing that is misread aloud
_FIRST: Final = 3001  # references made here start above those of orders.json

REASONS: Final = frozenset(
    {
        "already_cancelled", "already_returned", "already_shipped", "bad_address", "bad_email", "bad_quantity", "empty",
        "limit", "not_delivered", "out_of_stock", "too_many", "too_much", "unknown_item", "unknown_order",
        "unknown_product", "window_over", "wrong_currency",
    }
)  # fmt: skip


@dataclass(slots=True)
class Changes:
    """Orders as they are now and what else writes left behind. `site` is where labels are."""

    catalogue: Catalogue
    calendar: Calendar
    site: str
    orders: dict[str, OrderRecord]
    taken: Counter[str] = field(default_factory=Counter)  # pieces an exchange reserved, by SKU
    coupons: dict[str, date] = field(default_factory=dict)  # when each customer got one last
    incidents: list[Incident] = field(default_factory=list)
    taken_down: list[commands.TakeOrder] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)  # by order
    newsletter: dict[str, bool] = field(default_factory=dict)
    given: Counter[str] = field(default_factory=Counter)  # references of each letter so far

    # --- what would it result in? -------------------------------------------------------------------------------------
    def decide(self, command: Command, key: str, today: date) -> Done | ShopRefused:
        match command:
            case commands.CreateReturn():
                return self._return(command, today)
            case commands.CreateExchange():
                return self._exchange(command, today)
            case commands.CancelOrder():
                return self._cancel(command, today)
            case commands.ChangeAddress():
                return self._address(command)
            case commands.CreateCoupon():
                return self._coupon(command, key, today)
            case commands.ReportIncident():
                return Done(self._reference("I"))
            case commands.TakeOrder():
                return self._take(command)
            case commands.AddNote(order=order):
                return Done(self._reference("N")) if order in self.orders else ShopRefused("unknown_order")
            case commands.Newsletter(email=email):
                # A yes whether or not the address was on the list: who reads our news is nobody else's business.
                return Done(self._reference("L")) if "@" in email.strip("@ ") else ShopRefused("bad_email")

    def _return(self, command: commands.CreateReturn, today: date) -> Done | ShopRefused:
        found = self._returnable(command.order, command.sku, command.quantity, today)
        if isinstance(found, ShopRefused):
            return found
        order, item = found
        reference = self._reference("R")
        share = item.price * command.quantity
        # A coupon lowered every piece alike; shipping is not paid back with a part.
        share -= order.discount * share / order.goods
        refund = Money(share.quantize(Decimal("0.01"), ROUND_HALF_UP), order.currency)
        return Done(reference, label_url(self.site, reference), refund, today + SEND_BACK)

    def _exchange(self, command: commands.CreateExchange, today: date) -> Done | ShopRefused:
        """`money` is what the customer pays (or, below zero, gets back) for a dearer or cheaper product."""
        found = self._returnable(command.order, command.sku, 1, today)
        if isinstance(found, ShopRefused):
            return found
        order, item = found
        refused = self._sells(command.new_sku, 1)
        if refused is not None:
            return refused
        if order.currency != CURRENCY:
            return ShopRefused("wrong_currency", CURRENCY)  # no rate is known that would hold
        reference = self._reference("X")
        difference = self.catalogue.records[command.new_sku].price - item.price
        money = Money(difference, order.currency) if difference else None
        return Done(reference, label_url(self.site, reference), money, today + SEND_BACK)

    def _returnable(self, number: str, sku: str, quantity: int, today: date) -> tuple[OrderRecord, ItemRecord] | ShopRefused:
        order = self.orders.get(number)
        if order is None:
            return ShopRefused("unknown_order")
        item = next((i for i in order.items if i.sku == sku), None)
        if item is None:
            return ShopRefused("unknown_item")
        if quantity < 1:
            return ShopRefused("bad_quantity")
        if not any(sku in p.skus and p.state is ParcelState.DELIVERED for p in order.parcels):
            return ShopRefused("not_delivered")
        left = item.quantity - sum(r.quantity for r in order.returns if r.sku == sku and r.state is not ReturnState.DECLINED)
        if left <= 0:
            return ShopRefused("already_returned")
        until = return_until(order, self.calendar)
        if until is not None and today > until:
            return ShopRefused("window_over", until.isoformat())
        return ShopRefused("too_many", str(left)) if quantity > left else (order, item)

    def _cancel(self, command: commands.CancelOrder, today: date) -> Done | ShopRefused:
        """`money` is what comes back and `until` the day by which; both None when nothing had been taken."""
        order = self._changeable(command.order)
        if isinstance(order, ShopRefused):
            return order
        if not order.paid:
            return Done(self._reference("C"))
        return Done(self._reference("C"), None, Money(order.paid, order.currency), today + REFUND)

    def _address(self, command: commands.ChangeAddress) -> Done | ShopRefused:
        order = self._changeable(command.order)
        if isinstance(order, ShopRefused):
            return order
        return Done(self._reference("A")) if command.address.strip() else ShopRefused("bad_address")

    def _changeable(self, number: str) -> OrderRecord | ShopRefused:
        order = self.orders.get(number)
        if order is None:
            return ShopRefused("unknown_order")
        if order.state is OrderState.CANCELLED:
            return ShopRefused("already_cancelled")
        return order if open_to_change(order) else ShopRefused("already_shipped")

    def _coupon(self, command: commands.CreateCoupon, key: str, today: date) -> Done | ShopRefused:
        """`reference` is the code; it follows from customer and key, so that a transcript can be repeated."""
        if command.value.currency != CURRENCY:
            return ShopRefused("wrong_currency", CURRENCY)
        if not Decimal(0) < command.value.amount <= COUPON_MOST:
            return ShopRefused("too_much", str(COUPON_MOST))
        last = self.coupons.get(_person(command.customer))
        if last is not None and today < last + COUPON_EVERY:
            return ShopRefused("limit", (last + COUPON_EVERY).isoformat())
        digest = hashlib.sha256(f"{_person(command.customer)}/{key}".encode()).digest()
        code = "PINE-" + "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[:8])
        return Done(code, None, command.value, today + COUPON_VALID)

    def _take(self, command: commands.TakeOrder) -> Done | ShopRefused:
        """`money` is the goods' total, without shipping. Nothing is reserved."""
        if not command.items or not command.contact.strip():
            return ShopRefused("empty")
        for sku, quantity in command.items:
            refused = self._sells(sku, quantity)
            if refused is not None:
                return refused
        total = sum((self.catalogue.records[sku].price * quantity for sku, quantity in command.items), Decimal("0.00"))
        return Done(self._reference("D"), None, Money(total, CURRENCY))

    def _sells(self, sku: str, quantity: int) -> ShopRefused | None:
        """Why so many cannot be sold now; the detail is the SKU, for "too_many" how many are left."""
        if sku not in self.catalogue.records:
            return ShopRefused("unknown_product", sku)
        if quantity < 1:
            return ShopRefused("bad_quantity")
        stock = self.catalogue.stock(sku, self.taken[sku], self.calendar, self.calendar.anchor)
        if stock.state in (StockState.OUT, StockState.DISCONTINUED):
            return ShopRefused("out_of_stock", sku)
        return ShopRefused("too_many", str(stock.quantity)) if quantity > (stock.quantity or 0) else None

    def _reference(self, letter: str) -> str:
        return f"{letter}-{_FIRST + self.given[letter]}"

    # --- make it so ---------------------------------------------------------------------------------------------------
    def apply(self, line: Line) -> None:
        """Do what was decided. Orders that are no more are passed over: an old journal must not stop the shop."""
        done, command = line.done, line.command
        if done is None:
            return
        letter, _, number = done.reference.partition("-")
        if number.isdigit():  # never give a number again, even if the data in between went away
            self.given[letter] = max(self.given[letter] + 1, int(number) - _FIRST + 1)
        day = line.at.astimezone(self.calendar.zone).date()
        order = self.orders.get(getattr(command, "order", ""))
        match command:
            case commands.CreateReturn(sku=sku, quantity=quantity, reason=reason) if order is not None:
                refund = None if done.money is None else done.money.amount
                self._add_return(order, ReturnRecord(done.reference, sku, quantity, _APPROVED, reason, day.isoformat(), True, refund))
            case commands.CreateExchange(sku=sku, new_sku=new_sku) if order is not None:
                self._add_return(order, ReturnRecord(done.reference, sku, 1, _APPROVED, "exchange", day.isoformat(), True))
                self.taken[new_sku] += 1
            case commands.CancelOrder() if order is not None:
                self.orders[order.number] = _cancelled(order, done.until)
            case commands.ChangeAddress(address=address) if order is not None:
                self.orders[order.number] = replace(order, address=address.strip())
            case commands.CreateCoupon(customer=customer):
                self.coupons[_person(customer)] = day
            case commands.ReportIncident(incident=incident):
                self.incidents.append(incident)
            case commands.TakeOrder():
                self.taken_down.append(command)
            case commands.AddNote(text=text) if order is not None:
                self.notes.setdefault(order.number, []).append(text)
            case commands.Newsletter(email=email, subscribe=subscribe):
                self.newsletter[email.strip().casefold()] = subscribe

    def _add_return(self, order: OrderRecord, case: ReturnRecord) -> None:
        self.orders[order.number] = replace(order, returns=(*order.returns, case), state=OrderState.OPEN)


_APPROVED: Final = ReturnState.APPROVED  # a label is given at once; the shop looks at the goods when they are back


def _cancelled(order: OrderRecord, refund_on: date | None) -> OrderRecord:
    return replace(
        order,
        state=OrderState.CANCELLED,
        fulfilment=FulfilmentState.NONE,
        # Money that was taken shows as paid until it is back; a hold, a failed try or cash to come is simply dropped.
        payment=order.payment if order.paid else PaymentState.UNPAID,
        refund_on=None if refund_on is None else refund_on.isoformat(),
        payable=False,
        payment_problem=None,
        promised=None,
        parcels=(),
    )


def _person(customer: str) -> str:
    return " ".join(customer.casefold().split())
