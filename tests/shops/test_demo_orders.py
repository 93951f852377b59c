"""Orders of the demo shop as a customer sees them: the promised facts, dates that move with the clock, and proof."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.money import Money
from bot.shop import FulfilmentState, Order, OrderState, ParcelState, PaymentState, Proof
from connectors.shops.demo import DemoShop
from connectors.shops.demo.orders import read_orders
from tests.shops.contract import LANGUAGES, Clock

TODAY = date(2026, 11, 18)


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shop(clock: Clock) -> DemoShop:
    return DemoShop(now=clock)


async def shown(shop: DemoShop, number: str, language: str = "en") -> Order:
    """The order, with its own e-mail as proof."""
    book = read_orders()
    customer = next(order.customer for order in book.orders if order.number == number)
    order = await shop.order(number, Proof(email=book.customers[customer].email), language=language)
    assert order is not None
    return order


@pytest.mark.parametrize(
    ("number", "name", "email", "phone", "items"),
    [
        ("1001", "Ana Novak", "ana.novak@example.com", "+38640111001", [("KET-17", 1), ("HLP-01", 2)]),
        ("1002", "Ana Novak", "ana.novak@example.com", "+38640111001", [("TNT-03", 1)]),
        ("1003", "Oleksandr Shevchenko", "oleksandr@example.com", "+380501112233", [("DRL-18", 1)]),
        ("1004", "Maria Ivanova", "maria@example.com", "+79161112233", [("KET-17", 1)]),
        ("1005", "John Smith", "john@example.com", "+447700900123", [("HLP-01", 1)]),
    ],
)
async def test_the_promised_orders_belong_to_whom_they_should(
    shop: DemoShop, number: str, name: str, email: str, phone: str, items: list[tuple[str, int]]
) -> None:
    order = await shop.order(number, Proof(phone=phone), language="en")
    assert order is not None
    assert (order.name, order.email, order.phone) == (name, email, phone)
    assert [(item.sku, item.quantity) for item in order.items] == items


async def test_1001_was_delivered_three_days_ago_and_can_be_returned_for_30_days(shop: DemoShop) -> None:
    order = await shown(shop, "1001")
    assert (order.payment, order.fulfilment) == (PaymentState.PAID, FulfilmentState.DELIVERED)
    assert order.parcels[0].delivered == days(-3)
    assert order.return_until == days(27)
    assert order.total == Money(Decimal("88.90"), "EUR")
    assert (order.changeable, order.cancellable) == (False, False)


async def test_1002_is_late_and_the_carrier_says_tomorrow(shop: DemoShop) -> None:
    order = await shown(shop, "1002")
    (parcel,) = order.parcels
    assert (order.fulfilment, parcel.state) == (FulfilmentState.SHIPPED, ParcelState.ON_THE_WAY)
    assert (order.promised, parcel.promised, parcel.eta) == (days(-2), days(-2), days(1))
    assert parcel.last_seen is not None
    assert parcel.last_seen.date() == days(-1)
    assert order.return_until is None


async def test_1009_is_late_and_the_carrier_is_silent(shop: DemoShop) -> None:
    (parcel,) = (await shown(shop, "1009")).parcels
    assert (parcel.state, parcel.promised, parcel.eta) == (ParcelState.ON_THE_WAY, days(-2), None)
    assert parcel.last_seen is not None
    assert parcel.last_seen.date() == days(-5)


async def test_1003_is_being_packed_and_may_still_be_changed_or_cancelled(shop: DemoShop) -> None:
    order = await shown(shop, "1003")
    assert (order.payment, order.fulfilment, order.promised) == (PaymentState.PAID, FulfilmentState.PACKING, days(3))
    assert (order.changeable, order.cancellable, order.parcels) == (True, True, ())


async def test_1004_was_declined_an_hour_ago_and_can_be_paid(shop: DemoShop, clock: Clock) -> None:
    order = await shown(shop, "1004")
    assert order.payment is PaymentState.FAILED
    assert order.payment_problem == "declined"
    assert order.payment_url == "https://pineandkettle.example/pay/1004"
    assert order.placed == clock.at - timedelta(hours=1)
    assert order.due == order.total == Money(Decimal("44.80"), "EUR")


async def test_1005_is_past_its_return_window(shop: DemoShop) -> None:
    order = await shown(shop, "1005")
    assert order.parcels[0].delivered == days(-40)
    assert order.return_until == days(-10)


async def test_1006_has_one_parcel_delivered_and_one_on_the_way(shop: DemoShop) -> None:
    order = await shown(shop, "1006")
    assert [parcel.state for parcel in order.parcels] == [ParcelState.DELIVERED, ParcelState.ON_THE_WAY]
    assert order.fulfilment is FulfilmentState.PARTLY_SHIPPED
    assert sorted(sku for parcel in order.parcels for sku in parcel.skus) == sorted(item.sku for item in order.items)


async def test_1007_is_cancelled_and_refunded(shop: DemoShop) -> None:
    order = await shown(shop, "1007")
    assert (order.state, order.payment, order.fulfilment) == (
        OrderState.CANCELLED,
        PaymentState.REFUNDED,
        FulfilmentState.NONE,
    )
    assert order.refunded == order.paid == order.total
    assert order.due.amount == 0


async def test_every_order_is_consistent_in_time_and_in_every_language(shop: DemoShop, clock: Clock) -> None:
    for record in read_orders().orders:
        for language in LANGUAGES:
            order = await shown(shop, record.number, language)
            assert order.as_of == clock.at
            assert order.placed <= clock.at
            for parcel in order.parcels:
                times = [event.at for event in parcel.events]
                assert times == sorted(times), order.number
                assert all(order.placed <= at <= clock.at for at in times), order.number
                assert (parcel.delivered is not None) == (parcel.state is ParcelState.DELIVERED), order.number
                assert (parcel.pickup_place is not None) == (parcel.state is ParcelState.AT_PICKUP), order.number
                assert parcel.url is None or (parcel.number or "") in parcel.url
            assert order.changeable == (order.fulfilment in (FulfilmentState.WAITING, FulfilmentState.PACKING))


@pytest.mark.parametrize("hour", range(24))
async def test_nothing_has_happened_in_the_future_at_any_hour_of_the_day(hour: int) -> None:
    clock = Clock(datetime(2026, 11, 18, hour, 5, tzinfo=UTC))
    shop = DemoShop(now=clock)
    for record in read_orders().orders:
        order = await shown(shop, record.number)
        assert order.placed <= clock.at, order.number
        for parcel in order.parcels:
            assert all(order.placed <= event.at <= clock.at for event in parcel.events), order.number


async def test_days_move_on_with_the_clock(shop: DemoShop, clock: Clock) -> None:
    before = await shown(shop, "1001")
    clock.moves(days=2)
    after = await shown(shop, "1001")
    assert after.parcels[0].delivered == before.parcels[0].delivered == days(-3)
    assert after.as_of - before.as_of == timedelta(days=2)
    review_dates = [review.written for review in await shop.reviews("KET-17")]
    assert max(review_dates) == days(-12)


async def test_a_shop_made_later_starts_from_its_own_day(clock: Clock) -> None:
    clock.moves(days=100)
    assert (await shown(DemoShop(now=clock), "1001")).parcels[0].delivered == days(97)


async def test_a_late_evening_counts_as_the_shops_day() -> None:
    shop = DemoShop(now=Clock(datetime(2026, 11, 17, 23, 30, tzinfo=UTC)))  # half past midnight in Ljubljana
    assert (await shown(shop, "1001")).parcels[0].delivered == days(-3)


async def test_a_restock_day_that_has_passed_is_not_known_any_more(shop: DemoShop, clock: Clock) -> None:
    (before,) = await shop.stock(["KET-15"])
    assert before.restock == days(14)
    clock.moves(days=15)
    (after,) = await shop.stock(["KET-15"])
    assert after.restock is None


# --- proof ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("number", "typed"),
    [
        ("1001", "040 111 001"),
        ("1001", "00386 40 111 001"),
        ("1001", "38640111001"),
        ("1001", "+386 (40) 111-001"),
        ("1003", "050 111 22 33"),
        ("1003", "+380501112233"),
        ("1004", "8 (916) 111-22-33"),
        ("1004", "79161112233"),
        ("1005", "07700 900123"),
        ("1011", "067 222 33 44"),
    ],
)
async def test_a_phone_may_be_typed_as_people_do_at_home(shop: DemoShop, number: str, typed: str) -> None:
    assert await shop.order(number, Proof(phone=typed), language="en") is not None


async def test_no_order_opens_to_another_customers_proof(shop: DemoShop) -> None:
    book = read_orders()
    for record in book.orders:
        own = book.customers[record.customer]
        for other in book.customers.values():
            assert await shop.order(record.number, Proof(), language="en") is None
            opens = await shop.order(record.number, Proof(email=other.email), language="en") is not None
            assert opens == (other.email == own.email)
            opens = await shop.order(record.number, Proof(verified_phone=other.phone), language="en") is not None
            assert opens == (other.phone == own.phone)


async def test_a_shared_phone_opens_the_orders_of_both(shop: DemoShop) -> None:
    orders = await shop.orders_of(Proof(verified_phone="+38651555005"), language="sl", limit=10)
    assert {order.name for order in orders} == {"Luka Zupan", "Nina Zupan"}
    assert {o.name for o in await shop.orders_of(Proof(email="nina.zupan@example.com"), language="sl")} == {"Nina Zupan"}


async def test_an_order_number_may_wear_its_sign(shop: DemoShop) -> None:
    for number in ("#1001", "№1001", " № 1001 "):
        assert await shop.order(number, Proof(email="ana.novak@example.com"), language="en") is not None
