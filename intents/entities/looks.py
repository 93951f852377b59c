"""Colours and sizes: "dark blue", "тёмно-синюю", "temno moder"; "size M", "44-й размер", "velikost 42", "XL", "икс эль".

Values: an English colour name, with "dark" or "light" before it; "XS" to "5XL" (2XL is "XXL") or the number ("42.5"). A single letter is
a size beside the word "size" or as a capital by itself ("in M, please"). Measures ("1.7 l", "150 cm") are no sizes.
Neighbours: `thing_senses.py` has the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from intents.entities.reading import Reading
from intents.entities.spans import Span, best_spans
from intents.understanding import Entity

_COLOUR: Final = re.compile(r"(?P<shade>s-?)?(?P<colour>c)")
# "Black Friday", "orange juice", "olive oil", "white goods", "gold card": no colour of a thing in this shop's talk.
_NOT_AFTER: Final = re.compile(r"\W+(?:friday|пятниц\w*|п'ятниц\w*|petek|petka|juice|list|сок\w*|сік|card|карт\w+|дн[яієи]\w*)\b")
_LETTERS: Final = r"(?P<letters>(?:[2-6]\s?-?\s?xl|x{0,4}[xх]?[sl]|[sml]|x{1,4}[sl]|хл|ххл|м|л))"
_SIZE: Final = r"\b(?:sizes?|sz|размер\w{0,2}|розмір\w{0,2}|velikost\w{0,3}|razmer\w?|rozmir\w?)\b"
_LARGE: Final = {
    "small": "S", "medium": "M", "large": "L", "маленьк": "S", "средн": "M", "больш": "L", "середн": "M", "велик": "L", "srednj": "M",
    "majhn": "S",
}  # fmt: skip
_WORDED: Final = (
    r"(?P<worded>(?:extra[ -]?)?(?:small|medium|large)|маленьк\w+|средн\w+|больш(?:ой|ого|ая|ую)|середн\w+|велик\w+|srednj\w+|majhn\w+)"
)
_NUMBER: Final = r"(?P<number>\d{2,3}(?:[.,][05])?|\d(?:[.,]5)?|one size)"
_LINK: Final = r"(?:\s*(?:is|of|:|-|=|je|это|це|номер|number|no\.?|št\.?|eu|eur|uk|us|the|на|a)\b)*[\s:=-]*"
_NOT_MEASURE: Final = r"(?![\w-])(?![.,]\d)(?!\s*(?:cm|mm|m|kg|l|ml|см|мм|м|кг|л|мл|x|х|×|€|eur|%|inch|in|gb|w|v|pcs|шт|kos)\b)"
_AFTER_WORD: Final = re.compile(rf"{_SIZE}{_LINK}(?:{_LETTERS}|{_WORDED}|{_NUMBER}){_NOT_MEASURE}")
_BEFORE_WORD: Final = re.compile(
    rf"(?<![\w.,])(?:{_LETTERS}|{_WORDED}|{_NUMBER})(?:\s?-?(?:го|й|ий|ый|м|ому|го|th|st|rd|nd|\.))?[\s-]+{_SIZE}"
)
_SYSTEM: Final = re.compile(
    r"\b(?P<system>eu|uk|us|ua|evropsk\w+|рост|зріст|kids?|детск\w+|дитяч\w+|otrosk\w+)\s*(?P<number>\d{1,3}(?:[.,][05])?)" + _NOT_MEASURE
)
_LONE: Final = re.compile(r"(?<![\w.,-])(?P<letters>[2-6]\s?-?xl|x{1,4}[sl]|х{1,3}л|one size)(?![\w-])")
_CAPITAL: Final = re.compile(r"(?<![\w.,'’&/-])(?P<letters>[SMLМЛ])(?![\w'’&/-])(?!\.\w)")
_NEEDED: Final = frozenset("UV")
_ALSO_WORDS: Final = frozenset({"эль", "ель", "эс", "ем"})  # a fir tree, ale


def colours(reading: Reading) -> list[Entity]:
    """Colours in order of place."""
    return best_spans("colour", _colours(reading)) if "c" in reading.code else []


def _colours(reading: Reading) -> Iterator[Span]:
    items = reading.items
    for match in _COLOUR.finditer(reading.code):
        last = items[match.end() - 1]
        if _NOT_AFTER.match(reading.text, last.end):
            continue
        shade = str(items[match.start()].value) + " " if match["shade"] else ""
        name = str(last.value)
        value = name if shade.strip() and name.startswith(shade) else shade + name
        yield Span(value, items[match.start()].start, last.end, 0.9)


def sizes(reading: Reading) -> list[Entity]:
    """Sizes in order of place."""
    text = reading.text
    if not (reading.numbered or reading.has(_NEEDED) or _CAPITAL.search(reading.typed)):
        return []
    return best_spans("size", _sizes(reading, text))


def _sizes(reading: Reading, text: str) -> Iterator[Span]:
    if "U" in reading.code:
        for pattern in (_AFTER_WORD, _BEFORE_WORD):
            for match in pattern.finditer(text):
                group = next(name for name in ("letters", "worded", "number") if match[name])
                yield Span(_normal(match[group]), *match.span(group))
    if reading.numbered:
        for match in _SYSTEM.finditer(text):
            system = match["system"] if match["system"] in ("uk", "us") else ""
            number = _normal(match["number"])
            yield Span(f"{system.upper()} {number}".strip(), match.start() if system else match.start("number"), match.end("number"), 0.9)
    yield from _letters(reading)


def _letters(reading: Reading) -> Iterator[Span]:
    """Sizes that need no word beside them."""
    for match in _LONE.finditer(reading.text):
        yield Span(_normal(match["letters"]), *match.span("letters"), 0.9)
    for at, item in enumerate(reading.items):
        if reading.code[at] == "V" and (item.word not in _ALSO_WORDS or reading.code[max(0, at - 1)] == "U"):
            yield Span(str(item.value), item.start, item.end, 0.8)
        elif item.word in ("икс", "ікс") and reading.code[at + 1 : at + 2] == "V":
            yield Span(f"X{reading.items[at + 1].value}", item.start, reading.items[at + 1].end, 0.9)
    if reading.starts is None:  # capitals are looked for where they were typed
        for match in _CAPITAL.finditer(reading.typed):
            if _by_itself(reading.typed, match):
                yield Span(_normal(match["letters"].lower()), *match.span("letters"), 0.6)


def _by_itself(typed: str, match: re.Match[str]) -> bool:
    """The whole message, or the end of a clause after a word in small letters: "in M, please" but not "M. Novak" or "5 L"."""
    before, after = typed[: match.start()].rstrip(), typed[match.end() :]
    if not before:
        return not after.strip(" .!?")
    return (
        before[-1].islower()
        and not before[-1].isdigit()
        and re.match(r"\s*(?:[,;!?]|$|\.\s*$|\s(?:please|pls|in|and|or|или|и|або|ali)\b)", after) is not None
    )


def _normal(said: str) -> str:
    low = said.lower().replace("х", "x").replace("с", "s").replace("м", "m").replace("л", "l") if len(said) <= 4 else said.lower()
    if low[0].isdigit() and not low.endswith("l"):
        return low.replace(",", ".")
    worded = next((size for stem, size in _LARGE.items() if stem in low), None)
    if worded is not None:
        return f"X{worded}" if low.startswith("extra") else worded
    if low == "one size":
        return "one size"
    many = re.fullmatch(r"([2-6])\W*xl|(x+)([sl])", low)
    if many is None:
        return low.upper()
    count, letter = (int(many[1]), "L") if many[1] else (len(many[2]), many[3].upper())
    return f"{count}X{letter}" if count > 2 else "X" * count + letter
