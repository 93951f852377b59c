"""The demo shop's orders as customers see them: orders.json, with dates made real and words in the asked language.

Nothing is decided here (`changes.py` does) and nobody is let in (`proofs.py` does). Neighbours: `records.py`,
`calendar.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec

from bot.money import Money
from bot.shop import FulfilmentState, Item, Order, OrderState, Parcel, ParcelEvent, ParcelState, PaymentState, ReturnCase
from connectors.shops.demo.calendar import Calendar
from connectors.shops.demo.catalogue import said
from connectors.shops.demo.records import CustomerRecord, OrderBook, OrderRecord, ParcelRecord, ReturnRecord

FILE: Final = Path(__file__).parent / "orders.json"
RETURN_WINDOW: Final = timedelta(days=30)  # from the day the last parcel was delivered


@lru_cache(maxsize=1)
def read_orders() -> OrderBook:
    """Read and check the file: a few ms of CPU, so callers on the event loop do it in a thread."""
    return msgspec.json.decode(FILE.read_bytes(), type=OrderBook)


def open_to_change(record: OrderRecord) -> bool:
    """Nothing has left the shop yet: address and items may change, and the order may be cancelled."""
    untouched = record.fulfilment in (FulfilmentState.WAITING, FulfilmentState.PACKING)
    return untouched and record.state is not OrderState.CANCELLED


def return_until(record: OrderRecord, calendar: Calendar) -> date | None:
    """The last day of the return window; None until something is delivered."""
    days = [calendar.day(p.delivered) for p in record.parcels if p.delivered and p.state is ParcelState.DELIVERED]
    return max(days) + RETURN_WINDOW if days else None


@dataclass(frozen=True, slots=True)
class OrderView:
    """Turns records into orders. `product_name` is (SKU, language) -> name, `site` has payment and label pages."""

    book: OrderBook
    calendar: Calendar
    product_name: Callable[[str, str], str]
    site: str

    def customer(self, record: OrderRecord) -> CustomerRecord:
        return self.book.customers[record.customer]

    def placed(self, record: OrderRecord) -> datetime:
        return self.calendar.moment(record.placed)

    def order(self, record: OrderRecord, language: str, as_of: datetime) -> Order:
        customer = self.customer(record)
        payment, refunded = self._refund(record, as_of)
        changeable = open_to_change(record)
        return Order(
            number=record.number,
            placed=self.placed(record),
            name=customer.name,
            email=customer.email,
            phone=customer.phone,
            language=customer.language,
            address=record.address or customer.address,
            state=record.state,
            payment=payment,
            fulfilment=record.fulfilment,
            items=tuple(Item(i.sku, self.product_name(i.sku, language), i.quantity, Money(i.price, record.currency)) for i in record.items),
            shipping=Money(record.shipping, record.currency),
            discount=Money(record.discount, record.currency),
            total=Money(record.total, record.currency),
            paid=Money(record.paid, record.currency),
            refunded=Money(refunded, record.currency),
            payment_method=said(self.book.methods[record.method], language) or record.method,
            payment_problem=record.payment_problem,
            payment_url=f"{self.site}/pay/{record.number}" if record.payable else None,
            promised=self.calendar.day_or_none(record.promised),
            parcels=tuple(self._parcel(p, language) for p in record.parcels),
            returns=tuple(self._return(r, record.currency, language) for r in record.returns),
            return_until=return_until(record, self.calendar),
            changeable=changeable,
            cancellable=changeable,
            as_of=as_of,
            coupon=record.coupon,
        )

    def _refund(self, record: OrderRecord, as_of: datetime) -> tuple[PaymentState, Decimal]:
        """What was paid for an order cancelled here comes back some days later, as the clock goes on."""
        if record.refund_on is not None and as_of.astimezone(self.calendar.zone).date() >= self.calendar.day(record.refund_on):
            return PaymentState.REFUNDED, record.paid
        return record.payment, record.refunded

    def _parcel(self, record: ParcelRecord, language: str) -> Parcel:
        carrier = self.book.carriers[record.carrier]
        events = tuple(
            ParcelEvent(
                self.calendar.moment(e.at),
                self._place(e.place, language),
                said(self.book.events[e.what], language) or e.what,
            )
            for e in record.events
        )
        return Parcel(
            carrier=carrier.name,
            number=record.number,
            url=carrier.url.format(number=record.number) if record.number else None,
            state=record.state,
            skus=record.skus,
            shipped=self.calendar.day_or_none(record.shipped),
            promised=self.calendar.day_or_none(record.promised),
            eta=self.calendar.day_or_none(record.eta),
            delivered=self.calendar.day_or_none(record.delivered),
            last_seen=max((e.at for e in events), default=None),
            pickup_place=self._place(record.pickup_place, language),
            pickup_until=self.calendar.day_or_none(record.pickup_until),
            events=events,
        )

    def _place(self, key: str | None, language: str) -> str | None:
        return None if key is None else said(self.book.places[key], language)

    def _return(self, record: ReturnRecord, currency: str, language: str) -> ReturnCase:
        return ReturnCase(
            number=record.number,
            sku=record.sku,
            quantity=record.quantity,
            state=record.state,
            reason=record.reason,
            requested=self.calendar.day(record.requested),
            label_url=label_url(self.site, record.number) if record.label else None,
            refund=None if record.refund is None else Money(record.refund, currency),
            refunded_on=self.calendar.day_or_none(record.refunded_on),
            refund_due=self.calendar.day_or_none(record.refund_due),
            declined_because=None if record.declined_because is None else said(record.declined_because, language),
        )


def label_url(site: str, number: str) -> str:
    """Where a return's address label can be printed."""
    return f"{site}/returns/{number}/label.pdf"
