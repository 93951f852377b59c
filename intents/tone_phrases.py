"""Finds the phrases of `tone_words.py` in a message, whatever disguise a rude word wears. Knows no tone.

Most words begin no phrase; which ones a word begins is looked up once and remembered, so a message costs a look-up per word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from intents.latin_typing import without_marks

_TOKEN: Final = re.compile(r"[^\W\d_](?:[\w*@$#'-]*[\w*])?|\d[\w*@$#]*[^\W\d_][\w*]*|[.,;:!?]+")
END: Final = "$"  # the token after the last
_HIDDEN: Final = re.compile(r"[*@$#]")
_HIDDEN_RUN: Final = re.compile(r"[*@$#]+")
# What stands behind the asterisks of a word, likeliest first.
_LATIN_FILLINGS: Final = ("u", "i", "uck", "uc", "hi", "hit", "e", "unt", "itch", "it", "ick", "izd", "ur", *"aoycfknbdjlmprstvz")
_CYRILLIC_FILLINGS: Final = (
    *("у", "л", "я", "уй", "ля", "лят", "ляд", "изд", "ук", "ят", "яд", "еб", "ер"),
    *"аоеиіїєюыэбвгджзйкмнпрстфхцчшщ",
)
_LATIN_DIGITS: Final = str.maketrans({"1": "i", "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"})
_CYRILLIC_DIGITS: Final = str.maketrans({"3": "е", "0": "о", "4": "ч", "1": "и", "@": "а", "6": "б"})
_STRETCHED: Final = re.compile(r"(\w)\1{2,}")
_ASCII_LETTERS: Final = re.compile("[a-z]")
_LONGEST: Final = 200  # tokens


class Found(NamedTuple):
    """A phrase of a kind at the tokens from `start` on; `end` is exclusive. A tuple, because many are made."""

    kind: str
    start: int
    end: int


Phrase = tuple[str, tuple[tuple[str, ...], ...]]  # its kind, and the alternatives of each word


class Phrasebook:
    """All phrases of all kinds. `disguised` are kinds whose words are also sought behind asterisks and digits."""

    def __init__(self, kinds: Mapping[str, str], disguised: frozenset[str]) -> None:
        self._exact: dict[str, list[Phrase]] = {}
        self._begun: dict[str, list[Phrase]] = {}  # by the first three letters of a beginning
        self._disguised = disguised
        for kind, table in kinds.items():
            for phrase in filter(None, (part.strip() for part in table.split(","))):
                words = tuple(tuple(plain(a) for a in word.split("/") if a) for word in phrase.split())
                for first in words[0]:
                    if first.endswith("*"):
                        self._begun.setdefault(first[:2], []).append((kind, ((first,), *words[1:])))
                    else:
                        self._exact.setdefault(first, []).append((kind, ((first,), *words[1:])))
        self.starting = lru_cache(maxsize=4096)(self._starting)
        self.unmasked = lru_cache(maxsize=512)(self._unmasked)

    def find(self, tokens: list[str]) -> list[Found]:
        """Every phrase that stands in the tokens, the longest of a kind at each place."""
        found: list[Found] = []
        for at, token in enumerate(tokens):
            for kind, words in self.starting(token):
                end = at + 1 if len(words) == 1 else _end_of(words, tokens, at)
                if end:
                    found.append(Found(kind, at, end))
        return found

    def tokens(self, low: str) -> list[str]:
        """Words and punctuation of a lower-case text, as phrases are written; disguises taken off."""
        found = [self.unmasked(token) if _is_masked(token) else plain(token) for token in _TOKEN.findall(low)[:_LONGEST]]
        return [*found, END]

    def _starting(self, token: str) -> tuple[Phrase, ...]:
        begun = (phrase for phrase in self._begun.get(token[:2], ()) if token.startswith(phrase[1][0][0][:-1]))
        return (*self._exact.get(token, ()), *begun)

    def _unmasked(self, token: str) -> str:
        latin = _ASCII_LETTERS.search(token) is not None
        undone = plain(token.translate(_LATIN_DIGITS if latin else _CYRILLIC_DIGITS))
        if self._rude(undone):
            return undone
        if _HIDDEN.search(token):
            for letters in _LATIN_FILLINGS if latin else _CYRILLIC_FILLINGS:
                filled = plain(_HIDDEN_RUN.sub(letters, token))
                if self._rude(filled):
                    return filled
        return plain(token)

    def _rude(self, word: str) -> bool:
        return any(kind in self._disguised for kind, _ in self.starting(word))


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """As phrases are written: no marks, no apostrophes in Latin words, no letters drawn out."""
    word = without_marks(word).replace("ё", "е").replace("'", "")
    return _STRETCHED.sub(r"\1", word) if len(word) > 3 else word


def _is_masked(token: str) -> bool:
    return not token.isalpha() and len(token) > 2 and (_HIDDEN.search(token) is not None or any(map(str.isdigit, token)))


def _end_of(words: tuple[tuple[str, ...], ...], tokens: list[str], at: int) -> int:
    """Where a phrase that begins at `at` ends, 0 when it does not stand there."""
    at += 1
    for place, word in enumerate(words[1:], 1):
        if word == ("_",):
            if at < len(tokens) and not _fits(words[place + 1], tokens[at]):
                at += 1
            continue
        if at >= len(tokens) or not _fits(word, tokens[at]):
            return 0
        at += 1
    return at


def _fits(word: tuple[str, ...], token: str) -> bool:
    return any(token.startswith(a[:-1]) if a.endswith("*") else token == a for a in word)
