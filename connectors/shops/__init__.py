"""Shop systems: one folder or file for each, all behind `bot.shop.Shop`.

`SHOPS` is written out by hand, so that a reader sees all of them at once. A factory takes what its
shop needs by keyword.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bot.shop import Shop
from connectors.shops.demo.shop import DemoShop

SHOPS: Final[Mapping[str, Callable[..., Shop]]] = {
    "demo": DemoShop,
}
