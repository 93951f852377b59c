"""The demo shop: data in `catalogue/` and `orders.json`, drawn pictures, and `DemoShop` that answers for it."""

from __future__ import annotations

from connectors.shops.demo.shop import DemoShop

__all__ = ["DemoShop"]
