"""Order numbers: "№1002", "#SO-1002", "order no. 1002", "заказ 1 002", "naročilo št. 10-02", "one zero zero two", or 4 to 6 digits alone.

A number beside a currency, a unit, a period or inside a date, phone or postal address is none, nor is that of a model, a house or a
code. Values are digits only: letters before them ("WC-20318") are the shop system's mark and are left out.
Neighbours: `__init__.py` takes away what other finders know better before bare numbers are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from intents.entities.found import digits
from intents.entities.reading import Reading
from intents.entities.spans import NOTHING_MEASURED, Span, best_spans
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
_END: Final = rf"(?![\d\w-])(?![.,:/]\d){_CURRENCY}{NOTHING_MEASURED}"

_MARK: Final = r"(?:[a-z]{1,5}[-_/]?(?=\d))?"
_ENDING: Final = r"(?:-?(?:го|ого|й|ый|ий|му|ому|м|ga|ega|im)(?!\w))?"
_GROUPS: Final = r"\d{1,3}(?:[ -]\d{1,3}){1,3}|\d(?:[ -]\d){2,7}"
_SIGNED: Final = re.compile(rf"(?<![\w&])[#№]\s*{_MARK}(\d{{2,10}}){_ENDING}{_END}")
_NUMBERED: Final = re.compile(rf"\b(?:no|nr|num|number|номер|st|stevilka|stevilko|nomer)\b\s*[.:#№]*\s*{_MARK}(\d{{3,10}}){_ENDING}{_END}")
_NAMED: Final = re.compile(rf"\b{_ORDER}\b(?:[\s:#№.,\-(]*\b{_NUMBER}\b){{0,3}}[\s:#№.\-(]*{_MARK}(\d{{3,10}}){_ENDING}{_END}")
_SPLIT: Final = re.compile(rf"(?:\b{_ORDER}\b(?:[\s:#№.\-(]*\b{_NUMBER}\b){{0,3}}|[#№]|\b(?:no|nr|номер|st)\b)[\s:#№.]*({_GROUPS}){_END}")
_MARKED: Final = re.compile(rf"(?<![\w-])(?:so|wc|wo|ord|order|nar|zak)[-_]?(\d{{3,10}}){_END}")
_WHOLE: Final = re.compile(rf"\W*({_GROUPS})\W*")
_BARE: Final = re.compile(rf"(?<![\w+#№])(?<!\d[.,:/-])(?<![€$£])(\d{{4,6}}){_ENDING}{_END}")
_SPELLED: Final = re.compile(r"[nd](?:-?[nd]){1,7}")
_FEWEST_SPELLED: Final = 4  # words; fewer only where the message speaks of an order

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
# What other things have numbers: "model 5500", "house number 1002", "code 1234", "ul. Šubičeva 1002".
_OTHER_BEFORE: Final = re.compile(
    r"\b(?:models?|sizes?|размер\w*|розмір\w*|velikost\w*|pin|codes?|coupon|voucher|promo|room|flat|apartment|apt|house|card|version|password|passcode|sku|art(?:icle|ikel)?|"
    r"модел\w*|код\w*|промокод\w*|купон\w*|кварт\w+|кв|дом|дома|буд|будинок|карт\w+|верси\w+|парол\w*|артикул\w*|"
    r"ул|улица|вул|вулиц\w|просп\w*|model\w?|kod[aeoi]?|kupon\w?|sob[aei]|his\w{1,4}|kartic\w|gesl\w|artikel|ul|ulica|cesta|street)"
    r"(?:\W+(?:is|no|number|nr|номер|stevilka|st|\w+[aeoiаяеи]))?\W*$"
)


_POSTAL_WORD: Final = re.compile(r"(?:zip|postcode|postal code|индекс|індекс|postna|zip code)\W*$")


def with_sign(reading: Reading) -> list[Entity]:
    """Numbers that a word or sign names as an order's, in digits or digit by digit in words."""
    return best_spans("order_number", _with_sign(reading))


def _with_sign(reading: Reading) -> Iterator[Span]:
    text = reading.text
    for pattern, score in ((_SIGNED, 1.0), (_NAMED, 1.0), (_NUMBERED, 0.95), (_SPLIT, 0.9), (_MARKED, 0.9)) if reading.numbered else ():
        for match in pattern.finditer(text):
            value = digits(match[1])
            if pattern is _SPLIT and not 4 <= len(value) <= 8:
                continue
            if pattern is _NUMBERED and _OTHER_BEFORE.search(text, max(0, match.start() - 30), match.start()):
                continue
            yield Span(value, match.start(1), match.end(1), score)
    if reading.numbered and (whole := _WHOLE.fullmatch(text)) and 4 <= len(digits(whole[1])) <= 6:
        yield Span(digits(whole[1]), *whole.span(1), 0.8)
    if "n" in reading.code:
        for match in _SPELLED.finditer(reading.code):
            said = [item for item in reading.items[match.start() : match.end()] if item.kind in "nd"]
            value = "".join(str(item.value) for item in said)
            near = "O" in reading.code[max(0, match.start() - 5) : match.start()]
            if 4 <= len(value) <= 8 and (len(said) >= _FEWEST_SPELLED or near) and "n" in match[0]:
                yield Span(value, said[0].start, said[-1].end, 0.9)
        for at, item in enumerate(reading.items):
            if reading.code[at] == "n" and int(item.value) >= 1000 and "O" in reading.code[max(0, at - 4) : at]:
                yield Span(str(item.value), item.start, item.end, 0.8)


def bare(reading: Reading) -> list[Entity]:
    """Four to six digits that stand alone. Years and postal codes are left out; a number like a year scores low."""
    found: list[Entity] = []
    text = reading.text
    for match in _BARE.finditer(text):
        before, after = text[: match.start()][-60:], text[match.end() :]
        value = digits(match[1])
        year = _YEAR.fullmatch(value) is not None
        if year and (_YEAR_BEFORE.search(before) or _YEAR_AFTER.match(after)):
            continue
        as_typed = reading.typed[match.end() :] if reading.starts is None else after
        if len(value) in (4, 5) and (_POSTAL_BEFORE.search(before) and _TOWN_AFTER.match(as_typed)):
            continue
        if _POSTAL_WORD.search(before) or _OTHER_BEFORE.search(before):
            continue
        alone = text.strip() == match[0]
        found.append(Entity("order_number", value, match.start(1), match.end(1), 0.9 if alone else 0.5 if year else 0.8))
    return found
