"""Amounts of money: "39,90 €", "eur 50", "1 299 грн", "пятьдесят евро", "20 bucks", "до 50". Value: "39.90 EUR".

A limit without a currency ("under 50") counts in the shop's currency with a lower score. Neighbours: `found.py` has the
units that make a number something else, `thing_senses.py` the names of currencies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Final

from intents.entities.found import NOT_A_MEASURE, digits
from intents.entities.reading import Reading, read
from intents.entities.spans import Span, best_spans
from intents.entities.thing_senses import CURRENCIES
from intents.understanding import Entity

_CODES: Final = {word: code for code, words in CURRENCIES.items() for word in words.split()}
_ANY: Final = "(?P<code>" + "|".join(sorted(map(re.escape, _CODES), key=len, reverse=True)) + ")"
_NUMBER: Final = r"(?P<number>\d{1,3}(?:[ .,']\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,7}(?:[.,]\d{1,2})?)"
_AFTER: Final = re.compile(
    rf"(?<![\w.,#№])(?:(?P<least>\d{{1,6}})\s?-\s?)?{_NUMBER}(?:[.,]-+)?\s*(?:(?P<thousands>k|к|тыс|тис|тыщ|tis|tisoc)\.?\s*)?{_ANY}(?!\w)"
)
_BEFORE: Final = re.compile(rf"(?<!\w){_ANY}\s*{_NUMBER}(?!\w)(?![.,]\d)")
_CENTS_INSIDE: Final = re.compile(
    r"(?<!\w)(\d{1,6})\s*(?P<code>€|eur|евро|євро|evrov)\s*(?:in\s+|и\s+|і\s+)?(\d{2})(?!\w)(?:\s*(?:centov|cents?|центов|центів))?"
)
_IN_WORDS: Final = re.compile(r"[nD]C")
_GLUED_ROUBLES: Final = re.compile(r"(?<![\w.,])(\d{2,6})р(?!\w)")  # apart, "р." is a Ukrainian year
_ONE_AND_A_HALF: Final = ("полтор", "півтор")
_AND_A_HALF: Final = re.compile(r"\s+(?:in pol|с половиной|з половиною|and a half)\b")
_LIMIT: Final = re.compile(
    r"\b(?:under|below|up to|less than|max(?:imum)?|around|about|approx\.?|cheaper than|over|more than|budget(?: of| is)?|"
    r"до|дешевле|дешевше|не больше|не більше|около|близько|примерно|приблизно|максимум|бюджет|от|від|понад|"
    r"do|pod|najvec|maks\.?|okoli|okrog|priblizno|cca\.?|nad|cenej\w* od)\s+"
    rf"{_NUMBER}(?![\w-])(?![.,:/]\d)(?!\.\s*\w){NOT_A_MEASURE}"
)


def amounts(text: str, currency: str = "EUR") -> list[Entity]:
    """Money in order of place; `currency` is the shop's, for limits that name none."""
    reading = read(text)
    named = priced(reading)
    found = [*named, *limits(reading.without(named), currency)]
    return [reading.place(entity) for entity in sorted(found, key=lambda entity: entity.start)]


def priced(reading: Reading) -> list[Entity]:
    """Numbers with their currency, in digits or words."""
    if not reading.numbered and "C" not in reading.code:
        return []
    return best_spans("amount", _priced(reading))


def _priced(reading: Reading) -> Iterator[Span]:
    if reading.numbered:
        for match in _CENTS_INSIDE.finditer(reading.text):
            yield Span(_value(Decimal(f"{match[1]}.{match[3]}"), match["code"]), *match.span())
        for pattern in (_AFTER, _BEFORE):
            for match in pattern.finditer(reading.text):
                value = to_decimal(match["number"])
                if value is None:
                    continue
                start = match.start()
                if pattern is _AFTER and match["least"]:
                    yield Span(_value(Decimal(match["least"]), match["code"]), start, match.end("least"))
                    start = match.start("number")
                thousands = 1000 if pattern is _AFTER and match["thousands"] else 1
                yield Span(_value(value * thousands, match["code"]), start, match.end())
        for match in _GLUED_ROUBLES.finditer(reading.text):
            yield Span(f"{match[1]}.00 RUB", *match.span(), 0.8)
    for match in _IN_WORDS.finditer(reading.code):
        number, name = reading.items[match.start()], reading.items[match.end() - 1]
        before = reading.items[match.start() - 1] if match.start() else None
        count, start, end = int(number.value), number.start, name.end
        if before is not None and count == 1000 and before.word.startswith(_ONE_AND_A_HALF):
            count, start = 1500, before.start
        half = _AND_A_HALF.match(reading.text, end)
        yield Span(f"{count}.{'50' if half else '00'} {name.value}", start, half.end() if half else end, 0.9)


def limits(reading: Reading, currency: str) -> list[Entity]:
    """Numbers that a word makes a limit ("under 50"), in the shop's currency."""
    if not reading.numbered:
        return []
    found = (
        Span(f"{value:.2f} {currency}", *match.span("number"), 0.7)
        for match in _LIMIT.finditer(reading.text)
        if len(digits(match["number"])) <= 3 or "," in match["number"]  # four digits after "до" may be an order's
        if (value := to_decimal(match["number"])) is not None
    )
    return best_spans("amount", found)


def _value(value: Decimal, word: str) -> str:
    return f"{value:.2f} {_CODES[word]}"


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
