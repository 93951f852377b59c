"""A customer's words as an example anybody may read: personal data replaced by what reads naturally and is nobody's. Pure.

What is found, and how, is `freeze.py`'s (known to be personal, or of the form of it); here is what takes its place, in the language of
the words, so that the sentence stays an example of its kind: another order's number, an invented e-mail, a first name of the language.
Sums of money, dates and measures stay. What may have slipped through is told (`doubts`), for a person reads the examples before the bot
learns them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from typing import Final

from bot.desk.freeze import Known, Mask
from bot.desk.stand_ins import StandIns, kind_of, name_pattern
from intents.folding import fold_word

_NAMES: Final = {"en": "Anna", "ru": "Анна", "uk": "Олена", "sl": "Ana"}
_AGENTS: Final = {"en": "Emma", "ru": "Мария", "uk": "Марія", "sl": "Maja"}
_STREETS: Final = {"en": "12 Garden Street", "ru": "ул. Садовая, 12", "uk": "вул. Садова, 12", "sl": "Vrtna ulica 12"}
# The first from the block that the British regulator keeps for films; the others have digits nobody is given.
_PHONES: Final = {"en": "+44 20 7946 0958", "ru": "+7 900 000-00-00", "uk": "+380 50 000 00 00", "sl": "+386 40 000 000"}
_FIXED: Final = {
    "email": "name@example.com",
    "link": "https://example.com/page",
    "iban": "SI56 1910 0000 0123 438",
    "card": "4242 4242 4242 4242",
    "handle": "@name",
    "parcel": "HP100100001SI",
}
_INVENTED: Final = re.compile(
    "|".join(re.escape(each) for each in (*_FIXED.values(), *_PHONES.values(), *_STREETS.values(), *_NAMES.values(), *_AGENTS.values()))
)
GAP: Final = "…"
_LONGEST_NUMBER: Final = 8  # digits of an invented order number
_RUN: Final = re.compile(r"\d(?:[ .\-/]?\d){4,}")
_DATE: Final = r"\d{4}-\d\d-\d\d|\d{1,2}[./]\s?\d{1,2}[./]\s?20\d\d"
_MONEY: Final = r"\d{1,3}(?:[ .,]\d{3})(?:[.,]\d{1,2})?(?=\s?(?:€|\$|£|₴|₽|eur|грн|руб))"
_AMOUNT: Final = re.compile(f"{_DATE}|{_MONEY}")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SENTENCE_ENDS: Final = re.compile(r"(?:^|[.!?…:;\n\"«„“(])\W*$")


class NaturalStandIns(StandIns):
    """Of one language. `counts` says how many of each kind were replaced."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.counts: Counter[str] = Counter()

    def of(self, shape: str, raw: str) -> str:
        kind = kind_of(shape)
        self.counts[kind] += 1
        match kind:
            case "name":
                return _NAMES[self._language]
            case "agent":
                return _AGENTS[self._language]
            case "address":
                return _STREETS[self._language]
            case "phone":
                return _PHONES[self._language]
            case "order":
                return _number(sum(c.isdigit() for c in raw))
        return _FIXED[kind]


def _number(length: int) -> str:
    """Which digits they are says nothing to the classifier, how many they are does."""
    length = min(max(length, 1), _LONGEST_NUMBER)
    return "1002"[:length] if length <= 4 else f"1{'0' * (length - 2)}2"


class _Blank(StandIns):
    """Nothing in the place of everything."""

    def of(self, shape: str, raw: str) -> str:
        return GAP


class Blanking:
    """Words with a gap for what is personal: for many messages of many people, which are compared with each other and read by owners.

    What is known of each customer beside the name is not looked up; the forms of personal data are found all the same.
    """

    def __init__(self, agents: Sequence[str] = ()) -> None:
        self._mask = Mask(Known(agents=tuple(agents)), _Blank())

    def text(self, text: str, names: Iterable[str] = ()) -> str:
        text = self._mask.text(_printable(text))  # first, or a name would be cut out of an e-mail and leave the rest of it
        low = text.casefold()
        for name in names:
            if any(len(word) > 2 and word[:3].casefold() in low for word in name.split()):
                text = re.sub(name_pattern(name), GAP, text, flags=re.IGNORECASE)
        return text


def masked(text: str, known: Known, language: str) -> tuple[str, Counter[str]]:
    """The words on one line with stand-ins, and how many of each kind (name, email, order, ...) were replaced."""
    stand_ins = NaturalStandIns(language)
    # One letter or two would be found in every word; such a name is nobody's alone.
    names = tuple(name for name in known.names if len(name.strip()) > 2)
    return Mask(replace(known, names=names), stand_ins).text(_printable(text)), stand_ins.counts


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def doubts(text: str, ordinary: Set[str]) -> list[str]:
    """What in masked words may still be personal: capitalised words within a sentence that are not `ordinary` (folded words), and long
    rows of digits."""
    bare = _INVENTED.sub(" ", text)
    found = [run[0] for run in _RUN.finditer(_AMOUNT.sub(" ", bare)) if not re.fullmatch(r"10*2", run[0])]
    for word in _WORD.finditer(bare):
        begins = _SENTENCE_ENDS.search(bare[: word.start()]) and len(bare.split()) > 2
        if word[0][0].isupper() and not word[0].isupper() and not begins and fold_word(word[0].lower()) not in ordinary:
            found.append(word[0])
    return list(dict.fromkeys(found))
