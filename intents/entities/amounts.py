"""Amounts of money: "39,90 €", "eur 50", "до 50 евро", "pod 100". Value: "39.90 EUR".

A limit without a currency ("under 50") counts in the shop's currency with a lower score. Neighbours: `found.py` has the
units that make a number something else.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from intents.entities.found import NOT_A_MEASURE, digits
from intents.understanding import Entity

_CURRENCIES: Final = {
    "EUR": r"€|eur(?:os?|ov|a|e|i|jev)?|evr(?:o|a|e|i|ov|ih)?|евро|евр|євро|jur[jč]k\w*",
    "USD": r"\$|usd|dollars?|bucks|доллар\w*|дол(?:ар\w*)?|dolar\w*",
    "GBP": r"£|gbp|pounds?|quid|фунт\w*|funt\w*",
    "UAH": r"₴|uah|грн|гривн\w*|гривен\w*|гривень|hrn|hrivn\w*",
    "RUB": r"₽|rub(?:les?)?|руб(?:л\w*)?|rubl\w*",
}
_ANY: Final = "|".join(f"(?P<{code}>{pattern})" for code, pattern in _CURRENCIES.items())
_NUMBER: Final = r"(?P<number>\d{1,3}(?:[ .'\u00a0]\d{3})+(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?)"
_AFTER: Final = re.compile(rf"(?<![\w.,]){_NUMBER}\s*(?:{_ANY})(?!\w)", re.IGNORECASE)
_BEFORE: Final = re.compile(rf"(?<!\w)(?:{_ANY})\s*{_NUMBER}(?!\w)", re.IGNORECASE)
_CENTS_INSIDE: Final = re.compile(r"(?<!\w)(\d{1,6})\s*(?:€|eur|евро|євро|evrov)\s*(\d{2})(?!\w)", re.IGNORECASE)
_LIMIT: Final = re.compile(
    r"\b(?:under|below|up to|less than|max(?:imum)?|around|about|approx\.?|cheaper than|over|more than|budget(?: of| is)?|"
    r"до|дешевле|дешевше|не больше|не більше|около|близько|примерно|приблизно|максимум|бюджет|от|від|понад|"
    r"do|pod|najve[čc]|maks\.?|okoli|okrog|pribli[žz]no|cca\.?|nad|cenej[šs]\w* od)\s+"
    rf"{_NUMBER}(?![\w-])(?![.,:/]\d)(?!\.\s*\w){NOT_A_MEASURE}",
    re.IGNORECASE,
)


def amounts(text: str, currency: str = "EUR") -> list[Entity]:
    """Money in order of place; `currency` is the shop's, for limits that name none."""
    found: list[Entity] = []
    for match in _CENTS_INSIDE.finditer(text):
        _add(found, Decimal(f"{digits(match[1])}.{digits(match[2])}"), "EUR", match.span(), 1.0)
    for pattern in (_AFTER, _BEFORE):
        for match in pattern.finditer(text):
            code = next(name for name in _CURRENCIES if match[name])
            _add(found, to_decimal(match["number"]), code, match.span(), 1.0)
    for match in _LIMIT.finditer(text):
        if len(digits(match["number"])) <= 3 or "," in match["number"]:  # four digits after "до" may be an order's
            _add(found, to_decimal(match["number"]), currency, match.span("number"), 0.7)
    return sorted(found, key=lambda entity: entity.start)


def _add(found: list[Entity], value: Decimal | None, currency: str, span: tuple[int, int], score: float) -> None:
    start, end = span
    if value is None or any(e.start < end and start < e.end for e in found):
        return
    found.append(Entity("amount", f"{value:.2f} {currency}", start, end, score))


def to_decimal(text: str) -> Decimal | None:
    """A number as people type it: "1.200,50", "1 200.5", "39,9". A lone mark before three digits parts thousands."""
    plain = re.sub(r"[ '\u00a0]", "", text)
    last = max(plain.rfind(","), plain.rfind("."))
    cents = plain[last + 1 :] if last >= 0 and len(plain) - last - 1 <= 2 else ""
    whole = plain[: len(plain) - len(cents)] if cents else plain
    try:
        return Decimal(f"{digits(whole) or '0'}.{digits(cents) or '0'}")
    except InvalidOperation:  # pragma: no cover - only digits reach this
        return None
