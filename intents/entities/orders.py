"""Order numbers: "№1002", "#1002", "order no. 1002", "заказ 1002", "naročilo št. 1002", or four to six digits alone.

A number beside a currency, a unit, a period or inside a date, phone or postal address is none. Values are digits only.
Neighbours: `__init__.py` takes away what other finders know better before bare numbers are looked for.
"""

from __future__ import annotations

import re
from typing import Final

from intents.entities.found import NOT_A_MEASURE, digits
from intents.understanding import Entity

_ORDER: Final = (
    r"(?:orders?|ord\.?|order\s*id|purchase|parcel|package|tracking|shipment|invoice|"
    r"заказ\w*|закас\w*|посылк\w*|накладн\w*|замовлен\w*|замовлян\w*|посилк\w*|"
    r"naro[čc]i?l\w*|nar\.|paket\w*|po[šs]iljk\w*|zakaz\w*|posylk\w*|posilk\w*|zamovlen\w*)"
)
_NUMBER: Final = (
    r"(?:numbers?|num|no|nr|nmbr|номер\w*|ном|нoмер|[šs]tevilk\w*|[šs]t|nomer\w*|id|is|was|е|це|je|это|під|под|з|с|ref(?:erence)?)"
)
_CURRENCY: Final = r"(?!\s*(?:€|\$|£|eur|евро|євро|evr|грн|руб|uah|rub|usd|dolar|дол))"
_END: Final = rf"(?![\d\w-])(?![.,:/]\d){_CURRENCY}{NOT_A_MEASURE}"

_SIGNED: Final = re.compile(rf"(?<![\w&])[#№]\s*(\d{{2,10}}){_END}", re.IGNORECASE)
_NUMBERED: Final = re.compile(rf"\b(?:no|nr|num|number|номер|[šs]t|[šs]tevilka|nomer)\b\s*[.:#№]*\s*(\d{{3,10}}){_END}", re.IGNORECASE)
_NAMED: Final = re.compile(rf"\b{_ORDER}\b(?:[\s:#№.,\-(]*\b{_NUMBER}\b){{0,3}}[\s:#№.\-(]*(\d{{3,10}}){_END}", re.IGNORECASE)
_SPLIT: Final = re.compile(
    rf"\b{_ORDER}\b(?:[\s:#№.\-(]*\b{_NUMBER}\b){{0,3}}[\s:#№.]*(\d{{1,3}}(?:[ -]\d{{1,3}}){{1,2}}){_END}",
    re.IGNORECASE,
)
_BARE: Final = re.compile(rf"(?<![\w+#№])(?<!\d[.,:/-])(?<![€$£])(\d{{4,6}}){_END}", re.IGNORECASE)

# A four-digit number that reads as a year, or as the postal code before a town.
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE: Final = re.compile(
    r"(?:\b(?:in|since|of|year|from|в|во|с|у|з|від|от|за|leta|let[ou]|od|iz)|\d\.|\d/|"
    r"\b(?:jan|feb|mar|apr|ma[yj]|jun|jul|aug|avg|sep|o[ck]t|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|"
    r"січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру)\w*\.?)\s*$",
    re.IGNORECASE,
)
_YEAR_AFTER: Final = re.compile(r"\s*(?:г\.|год|рок|р\.|leta|year)", re.IGNORECASE)
_POSTAL_BEFORE: Final = re.compile(
    r"(?:\b(?:zip|post\w*|индекс\w*|індекс\w*|po[šs]t\w*)(?:\s+code)?\s*:?|\bSI-|\d\w?\s*,)\s*$", re.IGNORECASE
)
_TOWN_AFTER: Final = re.compile(r"\s+[A-ZČŠŽА-ЯІЇЄ][\wčšž]{2,}")


def with_sign(text: str) -> list[Entity]:
    """Numbers that a word or sign names as an order's."""
    found: dict[int, Entity] = {}
    for pattern, score in ((_SIGNED, 1.0), (_NAMED, 1.0), (_NUMBERED, 0.95), (_SPLIT, 0.9)):
        for match in pattern.finditer(text):
            value = digits(match[1])
            if pattern is _SPLIT and not 4 <= len(value) <= 6:
                continue
            if not any(e.start < match.end(1) and match.start(1) < e.end for e in found.values()):
                found[match.start(1)] = Entity("order_number", value, match.start(1), match.end(1), score)
    return [found[start] for start in sorted(found)]


def bare(text: str) -> list[Entity]:
    """Four to six digits that stand alone. Years and postal codes are left out; a number like a year scores low."""
    found: list[Entity] = []
    for match in _BARE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        value = digits(match[1])
        year = _YEAR.fullmatch(value) is not None
        if year and (_YEAR_BEFORE.search(before) or _YEAR_AFTER.match(after)):
            continue
        if len(value) in (4, 5) and (_POSTAL_BEFORE.search(before) and _TOWN_AFTER.match(after)):
            continue
        if re.search(r"(?:zip|postcode|postal code|индекс|індекс|poštna|postna)\W*$", before, re.IGNORECASE):
            continue
        alone = text.strip() == match[0]
        found.append(Entity("order_number", value, match.start(1), match.end(1), 0.9 if alone else 0.5 if year else 0.8))
    return found
