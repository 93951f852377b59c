"""Words of a text with their places, and the features by which the tagger knows a word.

Pure functions. What a word gives depends on the word alone, so the tagger can remember it per word. Neighbours: `tagger.py` and
`training.py` must see the same, and both look here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from intents.folding import fold_word

_LETTER: Final = r"[\w\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"  # with combining marks
_UNSEEN: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
# An apostrophe is a part of a word between Cyrillic letters (м'яч) and parts words otherwise (Ana's).
_WORD: Final = re.compile(rf"{_LETTER}+(?:(?<=[а-яґєії])['’ʼ](?=[а-яґєії]){_LETTER}+)*|[^\w\s{_UNSEEN}]", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d")

OUTSIDE: Final = "\x02"  # the word before the first and after the last
REACH: Final = 2  # words to each side that are looked at


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut up: `said` as typed, `folded` in one spelling, word i standing at `starts[i]`:`ends[i]`."""

    said: tuple[str, ...]
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def cut(text: str) -> Words:
    """Every word and every sign by itself; blanks and invisible characters are nothing."""
    found = list(_WORD.finditer(text))
    said = tuple([match.group() for match in found])
    return Words(said, tuple([folded(word) for word in said]), tuple([m.start() for m in found]), tuple([m.end() for m in found]))


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Folded as everywhere; a word that folds to nothing stays as it is."""
    lower = unicodedata.normalize("NFKC", word).lower()
    return fold_word(lower) or lower


def shape(word: str) -> str:
    """ "Ljubljana" is "Xx", "KET17" is "Xd", "2026" is "dddd" (the number of digits tells a year from a size)."""
    if word.isdecimal():
        return "d" * min(len(word), 8)
    kinds = ["d" if c.isdecimal() else "X" if c.isupper() else "x" if c.isalpha() else c for c in unicodedata.normalize("NFC", word)]
    return "".join(kind for i, kind in enumerate(kinds) if not i or kind != kinds[i - 1])[:8]


def features(word: str, *, known: bool, veiled: bool = False) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What a word gives at its own place, to a word next to it, and to one two places away.

    `known`: training has seen the word itself often enough; otherwise what it looks like has to do. `veiled`: in training, hide
    even most of that, so that the words around must tell.
    """
    if word == OUTSIDE:
        return ("edge",), ("edge",), ("edge",)
    plain = folded(word)
    looks = shape(word)
    own = [f"h={looks}", f"n={min(len(plain), 7)}"]
    near = [f"h={looks}"]
    ending = [f"s{size}={plain[-size:]}" for size in (1, 2, 3, 4) if len(plain) > size]
    if veiled:
        return (*own, "new", *ending[:2]), (*near, "new"), ("new",)
    own += ending
    own += [f"p{size}={plain[:size]}" for size in (1, 2, 3, 4) if len(plain) > size]
    near += ending[2:3]
    if not known:
        return (*own, "new"), (*near, "new"), ("new",)
    lower = word.lower()
    own.append(f"f={plain}")
    if lower != plain:
        own.append(f"w={lower}")
    return tuple(own), (*near, f"f={plain}"), (f"f={plain}",)


def at_offset(offset: int, seen: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]) -> list[str]:
    """A word's features as they are called for another: -1 is for the word after it, which sees it one place before."""
    return [f"{offset}:{name}" for name in seen[abs(offset)]]


def around(folded_words: tuple[str, ...], at: int) -> tuple[str, str, str]:
    """Pairs of words: the two before, the two after, the one before with the one after."""
    before, before2 = _word(folded_words, at - 1), _word(folded_words, at - 2)
    after, after2 = _word(folded_words, at + 1), _word(folded_words, at + 2)
    return f"<{before2} {before}", f">{after} {after2}", f"={before} {after}"


def _word(words: tuple[str, ...], at: int) -> str:
    return words[at] if 0 <= at < len(words) else OUTSIDE
