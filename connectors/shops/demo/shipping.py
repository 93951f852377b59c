"""How the demo shop sends things: prices with tax, in working days, by country.

Neighbour: `shop.py` asks. The wording is the shop's own data, like product names.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from bot.money import Money
from bot.shop import ShippingOption
from connectors.shops.demo.catalogue import CURRENCY, said

HOME: Final = ("SI",)
# The other countries of the European Union, and Ukraine.
ABROAD: Final = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SK", "UA",
)  # fmt: skip
_FREE_FROM: Final = Money(Decimal("50.00"), CURRENCY)

_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "courier": {
        "en": "Courier to your door",
        "ru": "Курьером до двери",
        "uk": "Кур’єром до дверей",
        "sl": "Dostava na dom",
    },
    "locker": {
        "en": "Parcel locker",
        "ru": "В постамат",
        "uk": "У поштомат",
        "sl": "Paketnik",
    },
    "pickup": {
        "en": "Pick-up in our shop in Ljubljana",
        "ru": "Самовывоз из магазина в Любляне",
        "uk": "Самовивіз із магазину в Любляні",
        "sl": "Prevzem v trgovini v Ljubljani",
    },
    "abroad": {
        "en": "Courier to the EU and Ukraine",
        "ru": "Курьером в страны ЕС и Украину",
        "uk": "Кур’єром до країн ЄС та України",
        "sl": "Dostava v države EU in Ukrajino",
    },
}


def options(country: str | None, language: str) -> tuple[ShippingOption, ...]:
    """What can be chosen for a country (an ISO code, any case); everything when it is not known."""
    every = (
        _option("courier", "4.90", 2, 4, _FREE_FROM, HOME, language),
        _option("locker", "2.90", 2, 4, _FREE_FROM, HOME, language),
        _option("pickup", "0.00", 1, 2, None, HOME, language),
        _option("abroad", "9.90", 5, 8, None, ABROAD, language),
    )
    return every if country is None else tuple(o for o in every if country.strip().upper() in o.countries)


def _option(
    key: str, price: str, least: int, most: int, free_from: Money | None, countries: tuple[str, ...], language: str
) -> ShippingOption:
    name = said(_NAMES[key], language) or key
    return ShippingOption(key, name, Money(Decimal(price), CURRENCY), least, most, free_from, countries)
