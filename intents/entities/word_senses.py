"""What a word is to the finders: a number, a weekday, a word for "after", a colour, with its value. One look-up a word.

Letters of senses (a `Reading.code` is made of them; punctuation stands for itself, "_" is any other word):

    n number word   a "a", one   o ordinal   r ordinal of an hour or day only   x ordinal ending ("-го")   D dozen, couple
    W weekday   w weekday that may be another word   M month   R day from today   k weekend   E end
    J day   K week   l month   Y year   H hours   T minutes   h "o'clock"
    i in   I through (through a week: a week from now)   Z за, za   g ago   p pred   N next   L last   S this   j of   9 the
    A after   b before, until   f from   t to   B between   v at, on   q about   & and   u past   e without
    m am, pm   P part of the day   F half   G "half of the sixth" in one word   Q quarter   y good (in greetings)
    C currency   c colour   s shade   U size   V letters of a size   X times   z pieces   O order
    1 clock "17:00"   2 dotted "17.30"   d digits

Order of search: the word as typed without diacritics; Cyrillic typed in Latin letters; a slip of the finger in a long word of the
calendar or a colour. Answers are remembered. Neighbours: `calendar_senses.py`, `number_senses.py`, `thing_senses.py` hold the words,
`reading.py` asks.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from intents.entities.calendar_senses import CALENDAR
from intents.entities.found import word_set
from intents.entities.number_senses import NUMBERS_SAID
from intents.entities.thing_senses import THINGS
from intents.folding import fold_word

Sense = tuple[str, int | str]

_LETTERS: Final = {**dict.fromkeys("čćç", "c"), "š": "s", "ś": "s", "ž": "z", "ź": "z", "ż": "z", "đ": "d", "ё": "е", "ґ": "г"}
_SIGNS: Final = {**dict.fromkeys("’ʼ`´‘′", "'"), **dict.fromkeys("‐‑‒–—―−﹣", "-"), "⁄": "/", "∶": ":"}
_BLANKS: Final = dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")
_DIGITS: Final = {
    chr(zero + digit): str(digit)
    for zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6)
    for digit in range(10)
}
_WIDE: Final = {chr(code + 0xFEE0): chr(code).lower() for code in range(0x21, 0x7F)}
# One character for one, so that offsets stay true; for lower-case text.
PLAIN: Final = str.maketrans({**_LETTERS, **_SIGNS, **_BLANKS, **_DIGITS, **_WIDE})

_SHORTEST_LATINISED: Final = 4
_SHORTEST_SLIPPED: Final = 6
_SLIPPING: Final = frozenset("WMRc")  # whose words are told from others even with a slip
# Words of one language that are a slip, or the Latin spelling, of a word above in another.
_OTHERS: Final = word_set(
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays понедельникам вторникам четвергам пятницам субботам воскресеньям "
    "понедельники понеділкам вівторкам четвергам суботам неділям ponedeljke sobotah nedeljah завтрак завтрака завтраку завтраком железна "
    "zelezna zelezni zelezno zelezen strange follow mellow красками краской черника белье белья белка верный server silvery "
    "winter browse browser greedy purples orangery pinkish mesta mesto parka mini seriya prada pravda porada vtorichno серия серії серию "
    "серед середовище средство средства середина друзі вторичный"
)


def _tables() -> dict[str, Sense]:
    senses: dict[str, Sense] = {}
    for table in (CALENDAR, NUMBERS_SAID, THINGS):
        for sense, words in table:
            for word in words:
                senses.setdefault(word.translate(PLAIN), sense)
    return senses


def _cyrillic(word: str) -> bool:
    return "\u0400" <= word[0] <= "\u052f"


_SENSES: Final = _tables()


@lru_cache(maxsize=1)
def _latinised() -> dict[str, Sense]:
    """Cyrillic words as they are folded; made when the first unknown Latin word is met."""
    return {fold_word(word): sense for word, sense in reversed(_SENSES.items()) if _cyrillic(word)}


@lru_cache(maxsize=1)
def _shortened() -> dict[str, list[str]]:
    """Long words with one letter gone lead to the words one slip away."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, (kind, _) in _SENSES.items():
        if kind in _SLIPPING and len(word) >= _SHORTEST_SLIPPED - 1:
            for less in {word, *_shorter(word)}:
                found[less].append(word)
    return dict(found)


def _shorter(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(1, len(word))}  # the first letter is seldom mistyped


@lru_cache(maxsize=16_384)
def sense_of(word: str) -> Sense | None:
    """The sense of a word of `Reading.text`; None for any other word."""
    known = _SENSES.get(word)
    if known is not None or word in _OTHERS or len(word) < _SHORTEST_LATINISED:
        return known
    if word.isascii():
        folded = fold_word(word)
        latinised = _latinised().get(folded) if len(folded) >= _SHORTEST_LATINISED - 1 else None
        if latinised is not None:
            return latinised
    if _SHORTEST_SLIPPED <= len(word) <= 20 and word.isalpha():
        near = _shortened()
        for less in (word, *_shorter(word)):
            for other in near.get(less, ()):
                if other[0] == word[0] and len(other) + len(word) >= 2 * _SHORTEST_SLIPPED - 1 and OSA.distance(word, other) <= 1:
                    return _SENSES[other]
    return None
