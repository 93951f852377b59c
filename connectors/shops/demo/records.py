"""The shapes of the demo shop's files: catalogue/<category>.json and orders.json.

Decoded and checked by msgspec; a wrong type or an unknown field is an error that names its place. No behaviour lives
here. Texts are maps of language to wording; English is always there, others may be missing (the shop then shows
English). Dates are strings as `calendar.py` reads them. Neighbours: `catalogue.py`, `orders.py`, `changes.py`.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from bot.shop import FulfilmentState, OrderState, ParcelState, PaymentState, ReturnState


class UseRecord(Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    name: dict[str, str]


class SpecificationRecord(Struct, frozen=True, forbid_unknown_fields=True):
    """`value` and `unit` are one string when they are the same in every language."""

    name: dict[str, str]
    value: str | dict[str, str]
    unit: str | dict[str, str] | None = None


class ReviewRecord(Struct, frozen=True, forbid_unknown_fields=True):
    rating: int
    author: str
    language: str
    days_ago: int
    text: str


class ProductRecord(Struct, frozen=True, forbid_unknown_fields=True):
    """`colour` and `shape` are for the drawn pictures; products of one shape are of one kind, which search uses too."""

    sku: str
    name: dict[str, str]
    aliases: dict[str, tuple[str, ...]]
    summary: dict[str, str]
    price: Decimal
    was: Decimal | None
    vat: Decimal
    stock: int
    restock_in_days: int | None
    discontinued: bool
    successor: str | None
    weight_kg: Decimal | None
    specs: tuple[SpecificationRecord, ...]
    instructions: dict[str, tuple[str, ...]]
    safety: dict[str, tuple[str, ...]]
    warranty_months: int | None
    warranty_note: dict[str, str]
    uses: tuple[str, ...]
    colour: str
    shape: str
    variants: tuple[str, ...]
    fits: tuple[str, ...]
    does_not_fit: tuple[str, ...]
    reviews: tuple[ReviewRecord, ...]


class CategoryRecord(Struct, frozen=True, forbid_unknown_fields=True):
    category: str
    name: dict[str, str]
    uses: tuple[UseRecord, ...]
    products: tuple[ProductRecord, ...]


class CarrierRecord(Struct, frozen=True, forbid_unknown_fields=True):
    """`url` has one place for the parcel's number: "https://.../{number}"."""

    name: str
    url: str


class CustomerRecord(Struct, frozen=True, forbid_unknown_fields=True):
    """`country` is an ISO code: where the address is, and how a phone without a prefix is read. `guest`: no account."""

    name: str
    email: str
    phone: str
    country: str
    language: str
    address: str
    guest: bool = False


class ItemRecord(Struct, frozen=True, forbid_unknown_fields=True):
    sku: str
    quantity: int
    price: Decimal


class EventRecord(Struct, frozen=True, forbid_unknown_fields=True):
    """`what` is a key of the order book's `events`, `place` one of its `places`."""

    at: str
    what: str
    place: str | None = None


class ParcelRecord(Struct, frozen=True, forbid_unknown_fields=True):
    carrier: str
    state: ParcelState
    skus: tuple[str, ...]
    number: str | None = None
    shipped: str | None = None
    promised: str | None = None
    eta: str | None = None
    delivered: str | None = None
    pickup_place: str | None = None
    pickup_until: str | None = None
    events: tuple[EventRecord, ...] = ()


class ReturnRecord(Struct, frozen=True, forbid_unknown_fields=True):
    number: str
    sku: str
    quantity: int
    state: ReturnState
    reason: str
    requested: str
    label: bool = False
    refund: Decimal | None = None
    refunded_on: str | None = None
    refund_due: str | None = None
    declined_because: dict[str, str] | None = None


class OrderRecord(Struct, frozen=True, forbid_unknown_fields=True):
    """`refund_on` is the day on which what was paid for a cancelled order is back; until then it shows as paid."""

    number: str
    customer: str
    placed: str
    state: OrderState
    payment: PaymentState
    fulfilment: FulfilmentState
    items: tuple[ItemRecord, ...]
    method: str
    shipping: Decimal = Decimal("0.00")
    discount: Decimal = Decimal("0.00")
    coupon: str | None = None
    paid: Decimal = Decimal("0.00")
    refunded: Decimal = Decimal("0.00")
    refund_on: str | None = None
    currency: str = "EUR"
    payment_problem: str | None = None
    payable: bool = False
    promised: str | None = None
    address: str | None = None  # where it differs from the customer's
    parcels: tuple[ParcelRecord, ...] = ()
    returns: tuple[ReturnRecord, ...] = ()

    @property
    def goods(self) -> Decimal:
        return sum((item.price * item.quantity for item in self.items), Decimal("0.00"))

    @property
    def total(self) -> Decimal:
        return self.goods + self.shipping - self.discount


class OrderBook(Struct, frozen=True, forbid_unknown_fields=True):
    methods: dict[str, dict[str, str]]
    carriers: dict[str, CarrierRecord]
    events: dict[str, dict[str, str]]
    places: dict[str, dict[str, str]]
    customers: dict[str, CustomerRecord]
    orders: tuple[OrderRecord, ...]
