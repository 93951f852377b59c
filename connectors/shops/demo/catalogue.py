"""The demo shop's goods: read once from catalogue/*.json, shown in any of the four languages.

What sells (stock taken by exchanges) is not here: `changes.py` knows it. Neighbours: `search.py` finds, `records.py`
has the files' shapes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from bot.money import Money, Price
from bot.shop import Picture, Product, ProductCard, Review, Specification, Stock, StockState
from connectors.shops.demo.calendar import Calendar
from connectors.shops.demo.records import CategoryRecord, ProductRecord, SpecificationRecord

FOLDER: Final = Path(__file__).parent / "catalogue"
CURRENCY: Final = "EUR"
FALLBACK: Final = "en"  # the language every text has
LOW: Final = 3  # pieces left at which a customer should know
PICTURES: Final = 2  # drawn per product
# The order in which a shop window would show them; unknown files come after.
_ORDER: Final = ("kitchen", "tools", "outdoor", "kids", "care", "parts")

T = TypeVar("T")


def said(text: Mapping[str, T], language: str) -> T | None:
    """The wording in this language, else in English, else None."""
    found = text.get(language)
    return text.get(FALLBACK) if found is None else found


class Catalogue:
    """All categories and products, as the files have them."""

    def __init__(self, categories: Sequence[CategoryRecord]) -> None:
        self.categories = tuple(categories)
        self.records: Mapping[str, ProductRecord] = {p.sku: p for c in categories for p in c.products}
        self.category_of: Mapping[str, str] = {p.sku: c.category for c in categories for p in c.products}
        self.names: Mapping[str, list[str]] = {sku: _names(record) for sku, record in self.records.items()}

    def category(self, key: str) -> CategoryRecord | None:
        return next((c for c in self.categories if c.category == key), None)

    def name(self, sku: str, language: str) -> str:
        """The product's name; the SKU itself when the catalogue no longer has it (old orders)."""
        record = self.records.get(sku)
        return sku if record is None else said(record.name, language) or sku

    def price(self, sku: str) -> Price:
        record = self.records[sku]
        was = None if record.was is None else Money(record.was, CURRENCY)
        return Price(Money(record.price, CURRENCY), includes_tax=True, tax_rate=record.vat, was=was)

    def card(self, sku: str, language: str, pictures_url: str, score: float = 0.0) -> ProductCard:
        record = self.records[sku]
        pictures = self.pictures(sku, language, pictures_url)
        summary = said(record.summary, language) or ""
        return ProductCard(sku, self.name(sku, language), summary, self.price(sku), pictures[0], self.category_of[sku], score)

    def pictures(self, sku: str, language: str, pictures_url: str) -> tuple[Picture, ...]:
        name = self.name(sku, language)
        return tuple(Picture(f"{pictures_url}/{sku}-{number}.png", name) for number in range(1, PICTURES + 1))

    def product(self, sku: str, language: str, pictures_url: str, as_of: datetime) -> Product:
        record = self.records[sku]
        ratings = [review.rating for review in record.reviews]
        return Product(
            sku=sku,
            name=self.name(sku, language),
            summary=said(record.summary, language) or "",
            category=self.category_of[sku],
            price=self.price(sku),
            pictures=self.pictures(sku, language, pictures_url),
            specifications=tuple(_specification(s, language) for s in record.specs),
            instructions=said(record.instructions, language) or (),
            safety=said(record.safety, language) or (),
            warranty_months=record.warranty_months,
            warranty_note=said(record.warranty_note, language),
            rating=_mean(ratings),
            review_count=len(ratings),
            uses=record.uses,
            variants=record.variants,
            fits=record.fits,
            does_not_fit=record.does_not_fit,
            successor=record.successor,
            as_of=as_of,
        )

    def reviews(self, sku: str, calendar: Calendar) -> tuple[Review, ...]:
        """Newest first."""
        record = self.records.get(sku)
        if record is None:
            return ()
        newest = sorted(record.reviews, key=lambda r: r.days_ago)
        return tuple(Review(r.rating, r.author, r.text, r.language, calendar.today - timedelta(days=r.days_ago)) for r in newest)

    def stock(self, sku: str, taken: int, calendar: Calendar, as_of: datetime) -> Stock:
        """`taken` pieces are reserved by exchanges. A restock day that has passed is not known any more."""
        record = self.records[sku]
        left = max(record.stock - taken, 0)
        restock = None
        if record.discontinued:
            state = StockState.DISCONTINUED
        elif left == 0:
            state = StockState.OUT
            if record.restock_in_days is not None:
                day = calendar.today + timedelta(days=record.restock_in_days)
                restock = day if day >= as_of.astimezone(calendar.zone).date() else None
        else:
            state = StockState.LOW if left <= LOW else StockState.IN_STOCK
        return Stock(sku, state, left, restock, as_of)


@lru_cache(maxsize=1)
def read_catalogue() -> Catalogue:
    """Read, check and index the files: about 10 ms of CPU, so callers on the event loop do it in a thread."""
    decoder = msgspec.json.Decoder(CategoryRecord)
    found = [decoder.decode(path.read_bytes()) for path in sorted(FOLDER.glob("*.json"))]
    found.sort(key=lambda c: _ORDER.index(c.category) if c.category in _ORDER else len(_ORDER))
    return Catalogue(found)


def _names(record: ProductRecord) -> list[str]:
    """Names first, then aliases, each once, in every language."""
    every = [*record.name.values(), *(alias for aliases in record.aliases.values() for alias in aliases)]
    return list(dict.fromkeys(every))


def _specification(record: SpecificationRecord, language: str) -> Specification:
    value = record.value if isinstance(record.value, str) else said(record.value, language) or ""
    unit = said(record.unit, language) if isinstance(record.unit, dict) else record.unit
    return Specification(said(record.name, language) or "", value, unit)


def _mean(ratings: Sequence[int]) -> Decimal | None:
    if not ratings:
        return None
    return (Decimal(sum(ratings)) / len(ratings)).quantize(Decimal("0.1"), ROUND_HALF_UP)
