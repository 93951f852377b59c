"""What words mean across the four languages: "refund", "возврат", "vračilo" share a concept.

A classifier of words alone must learn each language by itself; through concepts an example in one language teaches the
others, and all cases of a Slavic word are one. The lexicon is written by hand: stems in their usual spelling, folded at
import, so text typed in Latin letters is met too. A stem matches words that begin with it; one that ends in "." is a whole
word. The longest stem wins; a word that meets none may be one typing mistake away from one.

No intents here: concepts say nothing of what is wanted. Neighbours: `lexicon/` holds the tables, `features.py` makes
features of concepts.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from intents.folding import fold_word
from intents.lexicon.orders import ORDERS
from intents.lexicon.shop import SHOP
from intents.lexicon.talk import TALK

_SHORTEST: Final = 3  # letters of a stem
_LEAST_CUT: Final = 4
_LEAST_MISTYPED: Final = 5  # letters; a mistake in a shorter word makes another word
_INTACT: Final = 3  # letters that are looked up, because comparing with all stems of a first letter cost ten times as much


def _table() -> tuple[dict[str, str], dict[str, str]]:
    stems: dict[str, str] = {}
    whole: dict[str, str] = {}
    for lexicon in (ORDERS, SHOP, TALK):
        for concept, words in lexicon.items():
            for word in words.split():
                into = whole if word.endswith(".") else stems
                folded = fold_word(word.rstrip("."))
                into.setdefault(folded, concept)
                if into is stems and folded.endswith("i") and len(folded) > _LEAST_CUT:
                    stems.setdefault(folded[:-1], concept)  # "гаранти": the fold of "гарантия" has no i
    return stems, whole


_STEMS, _WHOLE = _table()
_LONG: Final = sorted((stem for stem in _STEMS if len(stem) >= _LEAST_MISTYPED), key=len, reverse=True)


def _near() -> dict[str, list[int]]:
    """Places in `_LONG` by three letters of the stem: its first three, and with a blank before them its first and the two after
    the third. One mistake cannot spoil both: it lies behind the third letter, or before the fourth."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, stem in enumerate(_LONG):
        found[stem[:_INTACT]].append(at)
        found[f" {stem[0]}{stem[_INTACT : _INTACT + 2]}"].append(at)
    return dict(found)


_NEAR: Final = _near()


@lru_cache(maxsize=8192)
def concept_of(folded: str) -> str | None:
    """The concept of a folded word, or None."""
    return (known_stem(folded) or (None, None))[1] or _mistyped(folded)


def known_stem(folded: str) -> tuple[str, str] | None:
    """The longest stem of the lexicon a word begins with (or the whole word), and its concept; no typing mistakes."""
    if whole := _WHOLE.get(folded):
        return folded, whole
    for end in range(len(folded), _SHORTEST - 1, -1):
        if found := _STEMS.get(folded[:end]):
            return folded[:end], found
    return None


def _mistyped(folded: str) -> str | None:
    """The concept of the longest stem one letter off: changed, missing, added, or two swapped. The first letter is right."""
    if len(folded) < _LEAST_MISTYPED:
        return None
    first, near = folded[0], _NEAR.get
    places = {
        *near(folded[:_INTACT], ()),
        *near(f" {first}{folded[3:5]}", ()),  # changed, or two swapped
        *near(f" {first}{folded[4:6]}", ()),  # added
        *near(f" {first}{folded[2:4]}", ()),  # missing
        *near(f" {first}{folded[2]}{folded[4:5]}", ()),  # the third and the fourth swapped
    }
    for at in sorted(places):
        stem = _LONG[at]
        for length in (len(stem) - 1, len(stem), len(stem) + 1):
            if length <= len(folded) and OSA.distance(folded[:length], stem, score_cutoff=1) <= 1:
                return _STEMS[stem]
    return None
