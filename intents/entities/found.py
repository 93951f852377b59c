"""What every finder in this package shares: the shape of its answer, and how numbers are written in four languages.

No finder lives here. Neighbours: `orders.py`, `contacts.py`, `dates.py`, `amounts.py`, `quantities.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from intents.understanding import Entity

# Number words that stand for an amount of things or days, all genders and cases one is likely to type.
NUMBERS: Final[Mapping[str, int]] = {
    word: number
    for number, words in {
        1: "one single один одна одно одну одного один одну ena en eno enega odin odna odnu",
        2: "two couple два две двух двое пару дві двох двоє dva dve dveh dvoje",
        3: "three три трех трёх трое троє трьох tri tree treh trije troje",
        4: "four четыре четырех четырёх чотири чотирьох štiri stiri štirje stirje štirih stirih",
        5: "five пять пяти п'ять пять пʼять п’ять pet petih",
        6: "six шесть шести шість шести šest sest šestih sestih",
        7: "seven семь семи сім семи sedem sedmih",
        8: "eight восемь восьми вісім восьми osem osmih",
        9: "nine девять девяти дев'ять дев’ять девʼять devet devetih",
        10: "ten десять десяти deset desetih",
    }.items()
    for word in words.split()
}

# What makes a number a measure and not a count, a price or an order number.
UNITS: Final = (
    r"(?:l|ml|cl|dl|v|w|kw|mah|ah|wh|hz|mm|cm|m|m2|km|kg|g|gr|mg|dag|inch|in|gb|tb|mb|lm|lumens?|watts?|volts?|"
    r"lit(?:er|re)s?|"
    r"%|percent|°c?|л|мл|в|вт|квт|мм|см|м|км|кг|г|гр|мг|ватт?|вольт|литр\w*|літр\w*|процент\w*|відсотк\w*|odstotk\w*|"
    r"litr\w*)"
)
PERIODS: Final = (
    r"(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|h|am|pm|o'clock|дн\w*|ден\w*|день|недел\w*|тиж\w*|"
    r"месяц\w*|мес|"
    r"місяц\w*|год\w*|лет|рок\w*|рік|час\w*|минут\w*|мин|хвилин\w*|хв|годин\w*|dni|dnev\w*|dan|dneva|teden\w*|tedn\w*|"
    r"mesec\w*|"
    r"let\w*|leti|ur\w*|uri|minut\w*)"
)
NOT_A_MEASURE: Final = rf"(?!\s*(?:{UNITS}|{PERIODS})\b)(?!\s*[%°])"


_DIGIT: Final = re.compile(r"\d")


def has_digits(text: str) -> bool:
    """Whether there is a digit of any script; most messages have none, and most finders need one."""
    return _DIGIT.search(text) is not None


def digits(text: str) -> str:
    """The digits of a text as 0 to 9, whatever script they were typed in."""
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdecimal())


def blanked(text: str, found: Iterable[Entity]) -> str:
    """The text with what was already found made blank, same length, so that offsets stay true."""
    for entity in found:
        text = text[: entity.start] + " " * (entity.end - entity.start) + text[entity.end :]
    return text


def word_set(listed: str) -> frozenset[str]:
    """The words of a table, written in one string because a list of 200 quoted words is hard to read."""
    return frozenset(listed.split())


def phrase_set(listed: str) -> frozenset[str]:
    """The phrases of a table, parted by "|"."""
    return frozenset(phrase.strip() for phrase in listed.split("|"))
