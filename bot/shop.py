"""What a shop system must be able to tell and do, in one vocabulary for all of them.

Here live the values (orders, products, money) and the `Shop` protocol that connectors fill. No flow
logic, no wording and no network code belongs here. Neighbours: `connectors/shops/*` implement it,
`flows/*` use it through `talk.look` and `talk.do`.

Three habits hold everywhere:

* unknown is `None`, and a flow says "not known"; nothing is computed to fill a gap;
* money is `Decimal` with its currency, and a price says whether tax is in it;
* an answer carries `as_of`, so that the trace of a message can name the age of what it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from bot.money import Money, Price


class StockState(StrEnum):
    IN_STOCK = "in_stock"
    LOW = "low"  # so few left that the customer should know
    OUT = "out"  # none now; `restock` says when again, None when not known
    DISCONTINUED = "discontinued"  # never again; the product may name a successor


@dataclass(frozen=True, slots=True)
class Stock:
    """`quantity` is None when the shop does not count; `restock` is the day it is back, None when not known."""

    sku: str
    state: StockState
    quantity: int | None
    restock: date | None
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Picture:
    """`url` is absolute, or a path below the site's root that the web server serves. `alt` is in the asked language."""

    url: str
    alt: str


@dataclass(frozen=True, slots=True)
class Specification:
    """One line of a data sheet in the asked language: name "Capacity", value "1.7", unit "l" (or None)."""

    name: str
    value: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    rating: int  # 1 to 5 stars
    author: str
    text: str
    language: str  # the one it is written in; reviews are not translated
    written: date


@dataclass(frozen=True, slots=True)
class ProductCard:
    """Enough to show a product in a list. `score` is 0 to 100: how well the name met the search."""

    sku: str
    name: str
    summary: str
    price: Price
    picture: Picture | None
    category: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Product:
    """Everything the shop knows of a product, in one language.

    `uses` are keys such as "camping" or "family" by which advice matches a wish. `variants` are SKUs of the same product in
    another colour or size. Texts are empty tuples when the shop has none.
    """

    sku: str
    name: str
    summary: str
    category: str
    price: Price
    pictures: tuple[Picture, ...]
    specifications: tuple[Specification, ...]
    instructions: tuple[str, ...]  # steps, in order
    safety: tuple[str, ...]
    warranty_months: int | None
    warranty_note: str | None  # what it covers and what not, in the asked language
    rating: Decimal | None  # mean of the reviews, 1 to 5
    review_count: int
    uses: tuple[str, ...]
    variants: tuple[str, ...]
    fits: tuple[str, ...]  # SKUs this one works with (battery and drill)
    successor: str | None
    as_of: datetime
    does_not_fit: tuple[str, ...] = ()  # SKUs a customer might try it with in vain: a sure no, where silence means not known


class OrderState(StrEnum):
    OPEN = "open"
    CANCELLED = "cancelled"
    CLOSED = "closed"  # nothing is outstanding any more


class PaymentState(StrEnum):
    UNPAID = "unpaid"
    ON_DELIVERY = "on_delivery"  # cash to the courier
    AUTHORISED = "authorised"  # the bank holds the money, the shop has not taken it
    PAID = "paid"
    FAILED = "failed"
    PARTLY_REFUNDED = "partly_refunded"
    REFUNDED = "refunded"
    UNKNOWN = "unknown"


class FulfilmentState(StrEnum):
    WAITING = "waiting"  # accepted, nobody has touched it yet
    PACKING = "packing"
    PARTLY_SHIPPED = "partly_shipped"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    RETURNED = "returned"
    NONE = "none"  # cancelled before anything was sent


class ParcelState(StrEnum):
    LABELLED = "labelled"
    ON_THE_WAY = "on_the_way"
    OUT_FOR_DELIVERY = "out_for_delivery"
    AT_PICKUP = "at_pickup"  # waits in a locker or at a branch
    ATTEMPTED = "attempted"  # the courier came, nobody was there
    DELIVERED = "delivered"
    LOST = "lost"
    RETURNED = "returned"  # went back to the shop


class ReturnState(StrEnum):
    REQUESTED = "requested"
    APPROVED = "approved"
    DECLINED = "declined"
    RECEIVED = "received"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an order. `name` is in the asked language."""

    sku: str
    name: str
    quantity: int
    price: Money  # of one piece, as paid


@dataclass(frozen=True, slots=True)
class ParcelEvent:
    at: datetime
    place: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Parcel:
    """`promised` is the day the customer was told first; `eta` the carrier's present word, None when it is silent.

    `last_seen` is the carrier's last scan.
    """

    carrier: str
    number: str | None
    url: str | None
    state: ParcelState
    skus: tuple[str, ...]
    shipped: date | None
    promised: date | None
    eta: date | None
    delivered: date | None
    last_seen: datetime | None
    pickup_place: str | None = None
    pickup_until: date | None = None
    events: tuple[ParcelEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnCase:
    number: str
    sku: str
    quantity: int
    state: ReturnState
    reason: str
    requested: date
    label_url: str | None = None
    refund: Money | None = None  # what will be or was paid back
    refunded_on: date | None = None
    refund_due: date | None = None  # None when not known
    declined_because: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """An order seen by a customer who has proved that it is theirs.

    Four axes that move on their own: `state`, `payment`, `fulfilment`, `returns`. What was paid comes from
    payments, never from totals.
    """

    number: str
    placed: datetime
    name: str  # the customer's full name on the order
    email: str
    phone: str  # E.164
    language: str
    address: str
    state: OrderState
    payment: PaymentState
    fulfilment: FulfilmentState
    items: tuple[Item, ...]
    shipping: Money
    discount: Money
    total: Money
    paid: Money
    refunded: Money
    payment_method: str  # as a customer reads it, in the asked language
    payment_problem: str | None  # the bank's reason as a key: "declined", "expired_card", "insufficient_funds", "timeout"
    payment_url: str | None  # where it can be paid now
    promised: date | None  # the delivery day told at the order
    parcels: tuple[Parcel, ...]
    returns: tuple[ReturnCase, ...]
    return_until: date | None  # last day of the return window; None until something is delivered
    changeable: bool  # address and items may still be changed
    cancellable: bool
    as_of: datetime
    coupon: str | None = None  # the code that made the discount

    @property
    def due(self) -> Money:
        if self.state is OrderState.CANCELLED:
            return Money(Decimal(0), self.total.currency)
        return Money(max(self.total.amount - self.paid.amount, Decimal(0)), self.total.currency)


@dataclass(frozen=True, slots=True)
class Proof:
    """What a customer shows to see an order: one of e-mail and phone as typed, or a phone the channel has verified.

    Phones are compared with `bot.phones.same_phone`. `order` is no word of the customer's: the shop itself has given them a code for that
    one order, and the core vouches for it (`bot.world.proof_of`). It opens that order and shows no other one.
    """

    email: str | None = None
    phone: str | None = None
    verified_phone: str | None = None
    order: str | None = None


@dataclass(frozen=True, slots=True)
class ShippingOption:
    key: str
    name: str
    price: Money
    min_days: int  # working days
    max_days: int
    free_from: Money | None
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coupon:
    code: str
    value: Money | None
    percent: int | None
    valid_until: date


@dataclass(frozen=True, slots=True)
class Done:
    """What a write resulted in. `reference` is the shop's own number for it; repeated calls with one key give the same."""

    reference: str
    url: str | None = None
    money: Money | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ShopRefused:
    """An expected no of the shop, as a value: `reason` is a key the flow has a text for ("already_shipped")."""

    reason: str
    detail: str | None = None


class ShopUnavailable(Exception):
    """The shop system does not answer; try again later."""


class Unsupported(Exception):
    """This shop system has no such function; a colleague does it by hand."""


@dataclass(frozen=True, slots=True)
class Incident:
    """A fault of the site as a customer met it, for the shop's staff."""

    kind: str  # "payment", "checkout", "login", "register", "password", "other"
    what: str
    contact: str | None = None
    items: tuple[str, ...] = field(default=())


class Shop(Protocol):
    """A shop system. Reads may raise `ShopUnavailable`; writes take an idempotency `key` and give `Done` or `ShopRefused`.

    A second write with the same key does nothing again and answers what the first answered.
    """

    async def search(self, query: str, *, language: str, limit: int = 10) -> tuple[ProductCard, ...]:
        """Products by name, best first, typos allowed; an empty tuple when nothing is near."""
        ...

    async def browse(
        self, *, language: str, category: str | None = None, use: str | None = None, budget: Money | None = None
    ) -> tuple[ProductCard, ...]:
        """Products that can be bought now and suit a wish, cheapest first. `budget` is the most the customer would pay."""
        ...

    async def categories(self, *, language: str) -> tuple[tuple[str, str], ...]:
        """(key, name) of each category."""
        ...

    async def uses(self, category: str, *, language: str) -> tuple[tuple[str, str], ...]:
        """(key, name) of what products of a category are for; these are the answers to "what do you need it for?"."""
        ...

    async def product(self, sku: str, *, language: str) -> Product | None: ...

    async def reviews(self, sku: str, *, limit: int = 20) -> tuple[Review, ...]: ...

    async def stock(self, skus: Sequence[str]) -> tuple[Stock, ...]: ...

    async def shipping(self, *, country: str | None = None, language: str) -> tuple[ShippingOption, ...]: ...

    async def order(self, number: str, proof: Proof, *, language: str) -> Order | None:
        """The order, if the proof fits it. None both for a wrong proof and for a number that does not exist."""
        ...

    async def orders_of(self, proof: Proof, *, language: str, limit: int = 5) -> tuple[Order, ...]:
        """Newest orders of a proven customer, or the one order of a proof for that alone; an unproven one gets an empty tuple."""
        ...

    async def create_return(
        self, order: str, sku: str, quantity: int, reason: str, note: str, pictures: tuple[str, ...], *, key: str
    ) -> Done | ShopRefused: ...

    async def create_exchange(self, order: str, sku: str, new_sku: str, note: str, *, key: str) -> Done | ShopRefused: ...

    async def cancel_order(self, order: str, reason: str, *, key: str) -> Done | ShopRefused: ...

    async def change_address(self, order: str, address: str, *, key: str) -> Done | ShopRefused: ...

    async def create_coupon(self, customer: str, value: Money, *, key: str) -> Done | ShopRefused: ...

    async def report_incident(self, incident: Incident, *, key: str) -> Done | ShopRefused: ...

    async def take_order(self, items: tuple[tuple[str, int], ...], contact: str, note: str, *, key: str) -> Done | ShopRefused:
        """An order taken down in the chat for an agent to place. Nothing is charged."""
        ...

    async def add_note(self, order: str, text: str, *, key: str) -> Done | ShopRefused: ...

    async def newsletter(self, email: str, subscribe: bool, *, key: str) -> Done | ShopRefused: ...

    async def done(self, key: str) -> Done | ShopRefused | None:
        """What an earlier write with this key resulted in; None when the shop never saw it."""
        ...
