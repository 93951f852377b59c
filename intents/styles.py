"""How a message is typed, read off its text by rule: what the figures of understanding and the data card are divided by.

Every text has one main style, the first of `STYLES` that holds, so that shares add up; and any number of `FLAGS`. Typing mistakes are
no style: no rule finds them. Nothing here is used to understand a message. Neighbours: `cross_report.py`, `scripts/document.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from intents.folding import clean

KEYWORD_WORDS: Final = 3  # at most; a verb is not needed
SHORT_WORDS: Final = 7  # at most
LONG_WORDS: Final = 15  # at least
_SHOUTED_LETTERS: Final = 6  # fewer capitals may be an abbreviation, "VAT ID"
_SHOUTED_SHARE: Final = 0.7

_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_LATIN: Final = re.compile("[A-Za-z]")
_DIACRITICS: Final = re.compile("[čšžćđ]")
_EMOJI: Final = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]|[:;]-?[()DP]")
_END: Final = re.compile(r"(?<=[^\W\d_]{3})[.!?…]+\s+(?=[^\W\d_])|[!?…]+\s+|\n+")
_ABBREVIATED: Final = re.compile(r"\b(?:tel|npr|itd|oz|dr|mr|mrs|ul|тел|вул|наб|просп)\.\s", re.IGNORECASE)

# Beginnings of Slovenian words that are spelt with č, š or ž, here as they are typed without; none begins a word that is right so.
_BARE: Final = re.compile(
    r"\b(?:naroc|vracil|placil|placa|racun|kosaric|poslj|posiljk|posilja|zel(?:im|ela|el|ite)|hoce|prisl|zivjo|kaksn|kaksen|koncn|"
    r"drzav|moznost|bozic|racunaln|vprasa|sporoc|resitv|resit[ei]|zacet|znizan|caka|clovek|dolocen|prevec|poklic(?:i|em|ete|ite)\b|preklic(?:i|em|ete|ite)\b|skatl|slisa|"
    r"sluzb|stevilk|strosk|tezav|tocn|vcer|vecer|visin|zalost|zascit|rocn|oblacil|cevlj|obuce|(?:ze|ce|cez|vec|moc|nic|vasa|vase|vas[oi])\b)"
)
_POLITE: Final = {
    "en": r"\b(?:please|pls|plz|kindly|(?:could|would|can) you|thanks?|thank you|may i|excuse me|dear)\b",
    "ru": r"\b(?:пожалуйста|пжл?ст?а?|плиз|будьте добры|будьте любезны|подскажите|прошу|спасибо|благодар\w+)\b"
    r"|\b(?:не могли бы|можно ли|извините)\b"
    r"|\b(?:pozhaluista|pozhaluysta|pojaluista|spasibo|podskazhite)\b",
    "uk": r"\b(?:будь ласка|будьте ласкаві|будь-ласка|підкажіть|прошу|дякую|чи не могли б|чи можна|перепрошую|вибачте)\b"
    r"|\b(?:bud laska|budlaska|dyakuyu|diakuiu|pidkazhit)\b",
    "sl": r"\b(?:prosim|prosila?|hvala|lepo bi bilo|bi mi lahko|ali lahko|mi lahko|oprostite|najlepša|spoštovani)\b",
}
_FORMULAS: Final = {language: re.compile(pattern) for language, pattern in _POLITE.items()}
_ANY_FORMULA: Final = re.compile("|".join(_POLITE.values()))


def words_of(text: str) -> int:
    """How many words, numbers included."""
    return len(_WORD.findall(text))


def _sentences(text: str) -> int:
    """Parts of two words or more; a greeting of one word before the wish makes no second sentence."""
    return sum(words_of(part) > 1 for part in _END.split(_ABBREVIATED.sub(" ", text)))


def _in_latin(text: str, language: str | None) -> bool:
    return language in {"ru", "uk"} and bool(_LATIN.search(text)) and not _CYRILLIC.search(text)


def _bare(text: str, language: str | None) -> bool:
    low = clean(text)
    return language == "sl" and not _DIACRITICS.search(low) and bool(_BARE.search(low))


def _shouted(text: str, language: str | None) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return capitals >= _SHOUTED_LETTERS and capitals >= _SHOUTED_SHARE * len(letters)


def _polite(text: str, language: str | None) -> bool:
    return bool(_FORMULAS.get(language or "", _ANY_FORMULA).search(clean(text)))


Rule = Callable[[str, "str | None"], bool]

_RULES: Final[dict[str, Rule]] = {
    "in Latin letters": _in_latin,  # Russian and Ukrainian without a Cyrillic letter
    "no diacritics": _bare,  # Slovenian whose words want č, š or ž and have none
    "shouted": _shouted,
    "several sentences": lambda text, _: _sentences(text) > 1,
    "long": lambda text, _: words_of(text) >= LONG_WORDS,
    "keyword": lambda text, _: words_of(text) <= KEYWORD_WORDS,
    "question": lambda text, _: text.rstrip().endswith("?"),
    "short": lambda text, _: words_of(text) <= SHORT_WORDS,
    "middle": lambda _, __: True,
}
STYLES: Final = tuple(_RULES)
"""Main styles, in the order in which they are looked for."""

_MORE: Final[dict[str, Rule]] = {
    "with emoji": lambda text, _: bool(_EMOJI.search(text)),
    "polite": _polite,
    "with a number": lambda text, _: any(letter.isdigit() for letter in text),
}
FLAGS: Final = ("in Latin letters", "no diacritics", "shouted", "several sentences", "long", "keyword", "question", *_MORE)


def style_of(text: str, language: str | None = None) -> str:
    """The main style, one of `STYLES`. Without a language the rules that need one do not hold."""
    return next(name for name, holds in _RULES.items() if holds(text, language))


def flags_of(text: str, language: str | None = None) -> frozenset[str]:
    """All of `FLAGS` that hold."""
    return frozenset(name for name in FLAGS if (_MORE.get(name) or _RULES[name])(text, language))
