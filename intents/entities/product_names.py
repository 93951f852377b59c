"""What a product's names make of each of their words: the goods themselves, a trait, a brand, a purpose. Pure; built once.

"Aurora kettle 1.7 l", "Filter for Aurora kettles": the goods are the last word before a joining word, a comma, a brand or a
number, in all four languages (adjectives stand before). A word that is a name by itself is the surest. What stands after the
joining word ("kettles") says nothing of what the product is. A brand is a Latin word in a Cyrillic name, or a capital inside one.

Neighbours: `products.py` scores with this, `spelling.py` compares words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from intents.entities.product_words import JOINING, LITTLE
from intents.entities.spelling import WORD, plain
from intents.folding import fold_word

# How much of a product one word names when it is all that was said.
ALONE: Final = 1.0  # a name by itself: "kettle"
HEAD: Final = 0.95  # "child SEAT"
FIRST: Final = 0.7  # of a product that is nowhere called by one word: "GRELNIK vode"
BRAND: Final = 0.8
TRAIT: Final = 0.5  # "CHILD seat"
PURPOSE: Final = 0.3  # "filter for KETTLES"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text or name. `typed` is plain lower case, `word` folded; a number is its digits in both."""

    typed: str
    word: str
    start: int
    end: int

    @property
    def number(self) -> bool:
        return self.word[0].isdigit()

    @property
    def cyrillic(self) -> bool:
        return "\u0400" <= self.typed[0] <= "\u052f"


def tokens(text: str, most: int | None = None) -> list[Token]:
    """Words and numbers in order; "1,7" is "1.7", "18v" is two."""
    found: list[Token] = []
    for match in WORD.finditer(text):
        raw = match[0].lower().replace("’", "'")
        if raw[0].isdigit():
            number = raw.replace(",", ".")
            found.append(Token(number, number, match.start(), match.end()))
        elif word := fold_word(raw):
            found.append(Token(plain(raw), word, match.start(), match.end()))
        if most and len(found) >= most:
            break
    return found


@dataclass(frozen=True, slots=True)
class Name:
    """Folded words. `needed` are those that say what it is; `words` are all, with numbers, brand and purpose."""

    needed: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Goods:
    """`strength` of each word as above; `brands` apart, because a brand names only where nothing better does."""

    names: tuple[Name, ...]
    strength: Mapping[str, float]
    brands: frozenset[str]


def brands_of(names: Mapping[str, Sequence[Token]]) -> frozenset[str]:
    """Folded words that are brands anywhere in a catalogue of names with their tokens: words of a model ("Pro") and
    standards ("USB") are such, too."""
    found: set[str] = set()
    for name, every in names.items():
        parts = [token for token in every if not token.number and token.typed not in LITTLE]
        mixed = any(part.cyrillic for part in parts)
        lower = any(name[part.start].islower() for part in parts[1:])
        for at, part in enumerate(parts):
            latin_in_cyrillic = mixed and not part.cyrillic
            if latin_in_cyrillic or (at and lower and name[part.start].isupper()):
                found.add(part.word)
    return frozenset(found)


def goods_of(names: Mapping[str, Sequence[Token]], brands: frozenset[str]) -> Goods:
    """What all names of one product, with their tokens, say together."""
    read = [parts for name, every in names.items() if (parts := _parted(name, every, brands))]
    alone = {head[0].cyrillic for head, _, _ in read if len(head) == 1}
    strength: dict[str, float] = {}
    kept: list[Name] = []
    own_brands: set[str] = set()

    def give(token: Token, much: float) -> None:
        strength[token.word] = max(strength.get(token.word, 0.0), much)

    for head, brand, rest in read:
        own_brands.update(token.word for token in brand)
        for token in (*brand, *rest):
            give(token, PURPOSE)
        for token in head:
            give(token, TRAIT)
        if head:
            if head[0].cyrillic not in alone:
                give(head[0], FIRST)
            give(head[-1], ALONE if len(head) == 1 and not rest else HEAD)
        every = frozenset(token.word for token in (*head, *brand, *rest))
        needed = frozenset(token.word for token in head) or every
        kept.append(Name(needed, every))
        if len(every) == 1:  # called by its brand or number alone
            strength.update(dict.fromkeys(every, ALONE))
    return Goods(tuple(dict.fromkeys(kept)), strength, frozenset(own_brands))


def _parted(name: str, every: Sequence[Token], brands: frozenset[str]) -> tuple[list[Token], list[Token], list[Token]] | None:
    """What it is, its brand and numbers, and the rest after a joining word or a comma; None for a name without words."""
    head: list[Token] = []
    brand: list[Token] = []
    rest: list[Token] = []
    joined, before = False, 0
    for token in every:
        joined = joined or bool((head or brand) and (token.typed in JOINING or "," in name[before : token.start]))
        before = token.end
        if token.typed in LITTLE and not token.number:
            continue
        if token.number or token.word in brands:
            brand.append(token)
        else:
            (rest if joined else head).append(token)
    return (head, brand, rest) if head or brand or rest else None
