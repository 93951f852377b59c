"""`DemoShop`: the shop "Pine & Kettle" behind the `Shop` protocol, whole and in memory.

Here calls meet data: what is read comes from `catalogue.py`, `search.py`, `orders.py`; what is written goes through
`changes.py` (decide, then apply) with `journal.py` in between. Files are read in a thread at first use, so that a start
waits for nothing. Dates move on with the clock from the moment the shop was made (`calendar.py`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from bot.money import Money
from bot.shop import (
    Done,
    Incident,
    Order,
    Product,
    ProductCard,
    Proof,
    Review,
    ShippingOption,
    ShopRefused,
    ShopUnavailable,
    Stock,
    StockState,
    Unsupported,
)
from connectors.shops.demo import commands, shipping
from connectors.shops.demo.calendar import Calendar
from connectors.shops.demo.catalogue import CURRENCY, Catalogue, read_catalogue, said
from connectors.shops.demo.changes import Changes
from connectors.shops.demo.commands import Command, Line, told
from connectors.shops.demo.journal import Journal
from connectors.shops.demo.orders import OrderView, read_orders
from connectors.shops.demo.proofs import STRANGER, opens, proves
from connectors.shops.demo.search import Search, read_search

Fault = Literal["down", "slow", "lost"]


@dataclass(frozen=True, slots=True)
class _Loaded:
    catalogue: Catalogue
    search: Search
    view: OrderView
    changes: Changes
    results: dict[str, Done | ShopRefused]  # by idempotency key


class DemoShop:
    """A shop with 42 products and 32 orders.

    `now` gives an aware time. `pictures_url` is where the web server serves the drawn pictures, `site` the shop's own
    pages (payment, labels). With a `journal` file writes survive a restart. `zone` names the days.

    For tests: `fault` "down" raises ShopUnavailable, "slow" answers after `slow_seconds`, "lost" does a write and loses
    the answer (ShopUnavailable); `writes` has every write that took effect, as words, those of the journal first.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        pictures_url: str = "/shop/pictures",
        site: str = "https://pineandkettle.example",
        journal: Path | None = None,
        zone: str = "Europe/Ljubljana",
        slow_seconds: float = 3.0,
    ) -> None:
        self._now = now
        self._pictures_url = pictures_url.rstrip("/")
        self._site = site.rstrip("/")
        self._journal = None if journal is None else Journal(journal)
        self._calendar = Calendar(now(), ZoneInfo(zone))
        self._loaded: _Loaded | None = None
        self._loading = asyncio.Lock()
        self._writing = asyncio.Lock()
        self.slow_seconds = slow_seconds
        self.fault: Fault | None = None
        self.writes: list[tuple[str, ...]] = []

    # --- goods --------------------------------------------------------------------------------------------------------
    def names(self) -> Mapping[str, Sequence[str]]:
        """All names and aliases of each SKU in all languages, for an index. Reads files at first use (about 10 ms)."""
        return read_catalogue().names

    async def search(self, query: str, *, language: str, limit: int = 10) -> tuple[ProductCard, ...]:
        shop = await self._reach()
        found = shop.search.find(query)[: max(limit, 0)]
        return tuple(shop.catalogue.card(sku, language, self._pictures_url, score) for sku, score in found)

    async def browse(
        self, *, language: str, category: str | None = None, use: str | None = None, budget: Money | None = None
    ) -> tuple[ProductCard, ...]:
        """Raises Unsupported for a budget in another currency than the shop's: no rate is known that would hold."""
        shop = await self._reach()
        if budget is not None and budget.currency != CURRENCY:
            raise Unsupported(f"a budget in {budget.currency}")
        found = [
            record
            for sku, record in shop.catalogue.records.items()
            if (category is None or shop.catalogue.category_of[sku] == category)
            and (use is None or use in record.uses)
            and (budget is None or record.price <= budget.amount)
            and self._stock(shop, sku).state in (StockState.IN_STOCK, StockState.LOW)
        ]
        found.sort(key=lambda record: record.price)
        return tuple(shop.catalogue.card(record.sku, language, self._pictures_url) for record in found)

    async def categories(self, *, language: str) -> tuple[tuple[str, str], ...]:
        shop = await self._reach()
        return tuple((c.category, said(c.name, language) or c.category) for c in shop.catalogue.categories)

    async def uses(self, category: str, *, language: str) -> tuple[tuple[str, str], ...]:
        shop = await self._reach()
        found = shop.catalogue.category(category)
        return () if found is None else tuple((use.key, said(use.name, language) or use.key) for use in found.uses)

    async def product(self, sku: str, *, language: str) -> Product | None:
        shop = await self._reach()
        sku = sku.strip().upper()
        if sku not in shop.catalogue.records:
            return None
        # Built anew each time: 50 us, and its age is right.
        return shop.catalogue.product(sku, language, self._pictures_url, self._now())

    async def reviews(self, sku: str, *, limit: int = 20) -> tuple[Review, ...]:
        """Newest first."""
        shop = await self._reach()
        return shop.catalogue.reviews(sku.strip().upper(), self._calendar)[: max(limit, 0)]

    async def stock(self, skus: Sequence[str]) -> tuple[Stock, ...]:
        """One for each SKU asked for that the shop has, in that order."""
        shop = await self._reach()
        known = [sku.strip().upper() for sku in skus]
        return tuple(self._stock(shop, sku) for sku in known if sku in shop.catalogue.records)

    async def shipping(self, *, country: str | None = None, language: str) -> tuple[ShippingOption, ...]:
        await self._reach()
        return shipping.options(country, language)

    # --- orders -------------------------------------------------------------------------------------------------------
    async def order(self, number: str, proof: Proof, *, language: str) -> Order | None:
        shop = await self._reach()
        record = shop.changes.orders.get(number.strip().lstrip("#№").strip())
        proven = proves(proof, STRANGER if record is None else shop.view.customer(record))
        proven |= opens(proof, "" if record is None else record.number)
        return shop.view.order(record, language, self._now()) if proven and record is not None else None

    async def orders_of(self, proof: Proof, *, language: str, limit: int = 5) -> tuple[Order, ...]:
        shop = await self._reach()
        theirs = {key for key, customer in shop.view.book.customers.items() if proves(proof, customer)}
        newest = sorted(
            (record for record in shop.changes.orders.values() if record.customer in theirs or opens(proof, record.number)),
            key=shop.view.placed,
            reverse=True,
        )
        return tuple(shop.view.order(record, language, self._now()) for record in newest[: max(limit, 0)])

    # --- writes -------------------------------------------------------------------------------------------------------
    async def create_return(
        self, order: str, sku: str, quantity: int, reason: str, note: str, pictures: tuple[str, ...], *, key: str
    ) -> Done | ShopRefused:
        """`url` is the label, `money` what will be paid back, `until` the last day to send it."""
        return await self._write(commands.CreateReturn(order, sku, quantity, reason, note, tuple(pictures)), key)

    async def create_exchange(self, order: str, sku: str, new_sku: str, note: str, *, key: str) -> Done | ShopRefused:
        """One piece. `money` is what a dearer product costs more (below zero: what comes back), None when nothing."""
        return await self._write(commands.CreateExchange(order, sku, new_sku, note), key)

    async def cancel_order(self, order: str, reason: str, *, key: str) -> Done | ShopRefused:
        """`money` is what comes back and `until` the day by which; both None when nothing had been taken."""
        return await self._write(commands.CancelOrder(order, reason), key)

    async def change_address(self, order: str, address: str, *, key: str) -> Done | ShopRefused:
        return await self._write(commands.ChangeAddress(order, address), key)

    async def create_coupon(self, customer: str, value: Money, *, key: str) -> Done | ShopRefused:
        """`reference` is the code, `until` its last day. One a customer in 90 days, else refused with "limit"."""
        return await self._write(commands.CreateCoupon(customer, value), key)

    async def report_incident(self, incident: Incident, *, key: str) -> Done | ShopRefused:
        return await self._write(commands.ReportIncident(incident), key)

    async def take_order(self, items: tuple[tuple[str, int], ...], contact: str, note: str, *, key: str) -> Done | ShopRefused:
        """`money` is the goods' total without shipping."""
        return await self._write(commands.TakeOrder(tuple((sku, quantity) for sku, quantity in items), contact, note), key)

    async def add_note(self, order: str, text: str, *, key: str) -> Done | ShopRefused:
        return await self._write(commands.AddNote(order, text), key)

    async def newsletter(self, email: str, subscribe: bool, *, key: str) -> Done | ShopRefused:
        return await self._write(commands.Newsletter(email, subscribe), key)

    async def done(self, key: str) -> Done | ShopRefused | None:
        return (await self._reach()).results.get(key)

    async def changes(self) -> Changes:
        """What writes have left behind (notes, incidents, orders taken down), for the desk and for tests."""
        return (await self._reach()).changes

    # --- inside -------------------------------------------------------------------------------------------------------
    def _stock(self, shop: _Loaded, sku: str) -> Stock:
        return shop.catalogue.stock(sku, shop.changes.taken[sku], self._calendar, self._now())

    async def _reach(self) -> _Loaded:
        if self.fault == "down":
            raise ShopUnavailable("the demo shop is switched off")
        if self.fault == "slow":
            await asyncio.sleep(self.slow_seconds)
        if self._loaded is None:
            async with self._loading:
                if self._loaded is None:
                    self._loaded = await asyncio.to_thread(self._load)
        return self._loaded

    def _load(self) -> _Loaded:
        catalogue, book = read_catalogue(), read_orders()
        view = OrderView(book, self._calendar, catalogue.name, self._site)
        changes = Changes(catalogue, self._calendar, self._site, {record.number: record for record in book.orders})
        loaded = _Loaded(catalogue, read_search(), view, changes, {})
        self._remember(loaded, () if self._journal is None else self._journal.read())
        return loaded

    def _remember(self, shop: _Loaded, lines: Iterable[Line]) -> None:
        for line in lines:
            shop.changes.apply(line)
            shop.results[line.key] = line.result
            if line.done is not None:
                self.writes.append(told(line.command))

    async def _write(self, command: Command, key: str) -> Done | ShopRefused:
        shop = await self._reach()
        # A caller that gives up must not leave a line on disk that memory knows nothing of: the write goes on.
        result = await asyncio.shield(self._settle(shop, command, key))
        if self.fault == "lost":
            raise ShopUnavailable("the demo shop did it, and its answer was lost")
        return result

    async def _settle(self, shop: _Loaded, command: Command, key: str) -> Done | ShopRefused:
        async with self._writing:
            earlier = shop.results.get(key)
            if earlier is not None:
                return earlier
            at = self._now()
            result = shop.changes.decide(command, key, at.astimezone(self._calendar.zone).date())
            line = Line(
                key,
                at,
                command,
                result if isinstance(result, Done) else None,
                result if isinstance(result, ShopRefused) else None,
            )
            if self._journal is not None:
                try:
                    await asyncio.to_thread(self._journal.append, line)
                except OSError as error:
                    raise ShopUnavailable(f"the demo shop cannot keep its journal: {error}") from error
            self._remember(shop, (line,))
            return result
