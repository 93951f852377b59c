"""How the demo shop sends things, and how its pages and pictures are addressed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.money import Money
from connectors.shops.demo import DemoShop
from tests.shops.contract import LANGUAGES, Clock


@pytest.fixture
def shop() -> DemoShop:
    return DemoShop(now=Clock())


async def test_standard_shipping_costs_4_90_takes_2_to_4_days_and_is_free_from_50(shop: DemoShop) -> None:
    courier = (await shop.shipping(country="SI", language="en"))[0]
    assert (courier.price, courier.min_days, courier.max_days) == (Money(Decimal("4.90"), "EUR"), 2, 4)
    assert courier.free_from == Money(Decimal("50.00"), "EUR")


@pytest.mark.parametrize(
    ("country", "keys"),
    [
        ("SI", ["courier", "locker", "pickup"]),
        ("si", ["courier", "locker", "pickup"]),
        ("UA", ["abroad"]),
        ("AT", ["abroad"]),
        ("US", []),
        (None, ["courier", "locker", "pickup", "abroad"]),
    ],
)
async def test_what_can_be_chosen_depends_on_the_country(shop: DemoShop, country: str | None, keys: list[str]) -> None:
    assert [option.key for option in await shop.shipping(country=country, language="sl")] == keys


async def test_shipping_is_named_in_every_language(shop: DemoShop) -> None:
    names = [[option.name for option in await shop.shipping(language=language)] for language in LANGUAGES]
    assert all(len(set(column)) == len(LANGUAGES) for column in zip(*names, strict=True))


async def test_pictures_lie_below_the_given_address() -> None:
    shop = DemoShop(now=Clock(), pictures_url="https://cdn.example/p/")
    product = await shop.product("ket-17", language="uk")
    assert product is not None
    assert [picture.url for picture in product.pictures] == [
        "https://cdn.example/p/KET-17-1.png",
        "https://cdn.example/p/KET-17-2.png",
    ]
    assert product.pictures[0].alt == "Чайник Aurora 1,7 л"


async def test_a_price_says_that_tax_is_in_it_and_what_it_was(shop: DemoShop) -> None:
    product = await shop.product("KET-17", language="en")
    assert product is not None
    assert (product.price.includes_tax, product.price.tax_rate) == (True, Decimal(22))
    assert product.price.was == Money(Decimal("49.90"), "EUR")
    assert product.rating == Decimal("4.0")
    assert product.review_count == 4
