"""The demo shop's data: complete, true to what the outside relies on, and without loose ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import pytest

from bot.shop import FulfilmentState, OrderState, ParcelState, PaymentState, ReturnState, StockState
from connectors.shops.demo import DemoShop
from connectors.shops.demo.catalogue import read_catalogue
from connectors.shops.demo.orders import read_orders
from connectors.shops.demo.records import ProductRecord
from tests.shops.contract import LANGUAGES, Clock

SKUS = [
    "KET-17", "KET-15", "KET-08", "BLN-60", "COF-02", "AIR-55", "TOA-02", "FLT-17",
    "DRL-18", "DRL-20", "SND-24", "SAW-65", "BAT-18", "BAT-20", "CHG-18",
    "HLP-01", "HLP-02", "TNT-03", "TNT-02", "STV-01", "BAG-45", "MAT-01", "BTL-07",
    "CAR-09", "BLK-50", "BLK-100", "MON-01", "CHR-03", "PUZ-24",
    "CRM-50", "CRM-75", "SOP-03", "SHM-25", "BRS-01", "BRH-04",
    "CBL-C1", "CBL-C2", "PLG-65", "BAA-08", "BUL-09", "HUB-04", "HUB-07",
]  # fmt: skip

# Texts that are missing in one language on purpose; the shop shows the English ones.
GAPS = {
    ("FLT-17", "instructions", "ru"),
    ("SAW-65", "safety", "uk"),
    ("STV-01", "instructions", "sl"),
    ("MON-01", "instructions", "uk"),
    ("SOP-03", "safety", "sl"),
    ("HUB-07", "instructions", "ru"),
}


@pytest.fixture
def shop() -> DemoShop:
    return DemoShop(now=Clock())


def _texts(record: ProductRecord) -> Iterator[tuple[str, Mapping[str, object]]]:
    yield "name", record.name
    yield "aliases", record.aliases
    yield "summary", record.summary
    yield "instructions", record.instructions
    yield "safety", record.safety
    yield "warranty_note", record.warranty_note
    for number, spec in enumerate(record.specs):
        yield f"specs[{number}].name", spec.name
        if not isinstance(spec.value, str):
            yield f"specs[{number}].value", spec.value
        if spec.unit is not None and not isinstance(spec.unit, str):
            yield f"specs[{number}].unit", spec.unit


def test_all_products_are_there() -> None:
    assert sorted(read_catalogue().records) == sorted(SKUS)


@pytest.mark.parametrize(
    ("sku", "price", "stock", "restock_in_days"),
    [
        ("KET-17", "39.90", 24, None),
        ("KET-15", "34.90", 0, 14),
        ("DRL-18", "129.00", 7, None),
        ("HLP-01", "24.50", 2, None),
        ("TNT-03", "219.00", 5, None),
    ],
)
def test_the_promised_products_have_their_price_and_stock(sku: str, price: str, stock: int, restock_in_days: int | None) -> None:
    record = read_catalogue().records[sku]
    assert (record.price, record.stock, record.restock_in_days) == (Decimal(price), stock, restock_in_days)


def test_every_text_is_in_four_languages_but_for_the_gaps_left_on_purpose() -> None:
    missing = {
        (sku, name, language)
        for sku, record in read_catalogue().records.items()
        for name, text in _texts(record)
        for language in LANGUAGES
        if not text.get(language)
    }
    assert missing == GAPS


async def test_a_gap_is_filled_with_english(shop: DemoShop) -> None:
    for sku, part, language in GAPS:
        there, english = await shop.product(sku, language=language), await shop.product(sku, language="en")
        assert there is not None
        assert english is not None
        assert getattr(there, part) == getattr(english, part) != ()
        assert there.name != english.name


def test_products_refer_to_products_that_exist_and_say_so_both_ways() -> None:
    records = read_catalogue().records
    for sku, record in records.items():
        for other in (
            *record.variants,
            *record.fits,
            *record.does_not_fit,
            *([record.successor] if record.successor else []),
        ):
            assert other in records, f"{sku} refers to {other}"
            assert other != sku
        assert not set(record.fits) & set(record.does_not_fit)
        for other in record.variants:
            assert sku in records[other].variants, f"{other} does not know its variant {sku}"
        for other in record.fits:
            assert sku not in records[other].does_not_fit, f"{sku} fits {other}, which denies it"


def test_every_use_of_a_product_is_one_of_its_category_and_every_use_has_a_product() -> None:
    for category in read_catalogue().categories:
        keys = {use.key for use in category.uses}
        assert 3 <= len(keys) <= 5
        assert {use for product in category.products for use in product.uses} == keys
        assert all(len(name) <= 20 for use in category.uses for name in use.name.values())


def test_every_product_has_a_full_data_sheet_and_reviews_that_disagree() -> None:
    for sku, record in read_catalogue().records.items():
        assert 8 <= len(record.specs) <= 15, sku
        assert 3 <= len(record.reviews) <= 6, sku
        ratings = [review.rating for review in record.reviews]
        assert min(ratings) < max(ratings), sku
        assert all(1 <= rating <= 5 for rating in ratings), sku
        assert {review.language for review in record.reviews} <= set(LANGUAGES), sku
        assert record.was is None or record.was > record.price, sku


async def test_stock_is_met_in_every_state(shop: DemoShop) -> None:
    stocks = await shop.stock(SKUS)
    assert {stock.state for stock in stocks} == set(StockState)
    assert {stock.restock is None for stock in stocks if stock.state is StockState.OUT} == {True, False}


# --- orders -----------------------------------------------------------------------------------------------------------
def test_the_orders_are_numbered_1001_to_1032() -> None:
    assert [order.number for order in read_orders().orders] == [str(number) for number in range(1001, 1033)]


def test_every_state_a_shop_knows_is_met() -> None:
    orders = read_orders().orders
    parcels = [parcel for order in orders for parcel in order.parcels]
    assert {order.state for order in orders} == set(OrderState)
    assert {order.payment for order in orders} == set(PaymentState) - {PaymentState.UNKNOWN}  # this shop always knows
    assert {order.fulfilment for order in orders} == set(FulfilmentState)
    assert {parcel.state for parcel in parcels} == set(ParcelState)
    assert {case.state for order in orders for case in order.returns} == set(ReturnState)
    assert {order.currency for order in orders} == {"EUR", "UAH"}
    assert any(order.coupon for order in orders)
    assert any(read_orders().customers[order.customer].guest for order in orders)


def test_customers_speak_all_four_languages_and_two_share_a_phone() -> None:
    customers = read_orders().customers.values()
    assert {customer.language for customer in customers} == set(LANGUAGES)
    assert len(customers) >= 8
    assert len({customer.phone for customer in customers}) == len(customers) - 1
    assert len({customer.email for customer in customers}) == len(customers)


def test_orders_refer_to_what_exists() -> None:
    book, products = read_orders(), read_catalogue().records
    for order in book.orders:
        items = {item.sku for item in order.items}
        assert order.customer in book.customers
        assert order.method in book.methods
        assert items <= set(products)
        for parcel in order.parcels:
            assert parcel.carrier in book.carriers
            assert set(parcel.skus) <= items
            assert {event.what for event in parcel.events} <= set(book.events)
            assert {event.place for event in parcel.events if event.place} <= set(book.places)
        assert {case.sku for case in order.returns} <= items
    numbers = [case.number for order in book.orders for case in order.returns]
    assert len(numbers) == len(set(numbers))
    assert all(set(text) == set(LANGUAGES) for text in (*book.methods.values(), *book.events.values(), *book.places.values()))
    assert all("{number}" in carrier.url and ".example/" in carrier.url for carrier in book.carriers.values())


def test_what_was_paid_agrees_with_the_state_of_payment() -> None:
    for order in read_orders().orders:
        match order.payment:
            case PaymentState.PAID:
                assert (order.paid, order.refunded) == (order.total, Decimal(0)), order.number
            case PaymentState.REFUNDED:
                assert order.paid == order.refunded == order.total, order.number
            case PaymentState.PARTLY_REFUNDED:
                assert order.paid == order.total > order.refunded > 0, order.number
            case _:
                assert (order.paid, order.refunded) == (Decimal(0), Decimal(0)), order.number


def test_standard_shipping_at_home_costs_4_90_and_nothing_from_50_euros() -> None:
    book = read_orders()
    for order in book.orders:
        if book.customers[order.customer].country != "SI" or any(p.carrier in ("paketko", "shop") for p in order.parcels):
            continue
        assert order.shipping == (Decimal("4.90") if order.goods < 50 else 0), order.number
