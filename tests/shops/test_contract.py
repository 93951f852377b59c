"""The contract of `contract.py`, run for each shop system."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.money import Money
from bot.shop import Shop
from connectors.shops import SHOPS
from tests.shops.contract import Clock, Known, ShopContract

DEMO = Known(
    sku="KET-17",
    phrase="Aurora kettle 1.7",
    budget=Money(Decimal("50.00"), "EUR"),
    delivered="1001",
    item="KET-17",
    email="ana.novak@example.com",
    phone="+38640111001",
    typed_phone="040 111 001",
    number_of_orders=3,
    packing="1003",
    packing_email="oleksandr@example.com",
    shipped="1002",
)


class TestDemoShop(ShopContract):
    @pytest.fixture
    def known(self) -> Known:
        return DEMO

    @pytest.fixture
    def shop(self) -> Shop:
        return SHOPS["demo"](now=Clock())


def test_every_shop_of_the_registry_is_under_the_contract() -> None:
    assert set(SHOPS) == {"demo"}
