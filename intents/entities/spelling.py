"""How near a typed word is to the words of a catalogue: the same, a form of it, or a slip of the finger. Nothing of products.

A slip is looked for within one script, on the letters as typed, because folding doubles some ("ж" is "zh"). Deleting one
letter of either word leads to all words one slip away (the neighbourhood SymSpell uses), so thousands of words cost little.
Neighbours: `product_words.py` has the endings of forms, `products.py` asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from intents.entities.found import word_set

WORD: Final = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")

SAME: Final = 1.0
FOLDED: Final = 0.97  # the same in another script or transliteration
FORM: Final = 0.95
SLIP: Final = 0.9
TWO_SLIPS: Final = 0.82
_LEAST_SLIPPED: Final = 5  # letters of a catalogue word that may be mistyped; another short word is too near
_LEAST_TWICE: Final = 8
_LEAST_STEM: Final = 4
_PREFIX: Final = 3

# Endings of nouns and adjectives in the four languages, folded: two words with one beginning and such ends are one word.
ENDINGS: Final = word_set(
    "a e i o u s es om em am im oi ei ou eu ov ev ah eh ih ami emi imi oma ema ama ega emu ima ogo omu ego iv "
    "ok ek ak ka ki ku ke ko koi kou kam kah kami ec ca cu ce ci"
) | {""}
_VOWELS: Final = frozenset("aeiou")


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """A lower-case word as one types it without care: no diacritics, "е" for "ё", no apostrophe."""
    if word.isascii():
        return word.replace("'", "")
    word = word.replace("ё", "е").replace("’", "").replace("'", "")
    if any("\u0400" <= c <= "\u052f" for c in word):
        return word  # "й" and "ї" are letters of their own
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _script(word: str) -> bool:
    """True for Cyrillic."""
    return "\u0400" <= word[0] <= "\u052f"


class Spellings:
    """The words of a catalogue: each as typed (`plain`) with its folded form, which stands for it in answers."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        self._folded: dict[str, str] = dict(words)
        self._scripts: dict[str, set[bool]] = defaultdict(set)
        for typed, folded in self._folded.items():
            self._scripts[folded].add(_script(typed))
        self._stems: dict[str, list[str]] = defaultdict(list)
        for folded in sorted(self._scripts):
            if len(folded) >= _LEAST_STEM - 1:
                self._stems[folded[:_PREFIX]].append(folded)
        self._deleted: dict[str, list[str]] = defaultdict(list)
        self._long: dict[str, list[str]] = defaultdict(list)
        for word in self._folded:
            if len(word) >= _LEAST_SLIPPED and not word[0].isdigit():
                for less in {word, *_shorter(word)}:
                    self._deleted[less].append(word)
            if len(word) >= _LEAST_TWICE:
                self._long[word[0]].append(word)

    def same(self, typed: str, folded: str) -> dict[str, float]:
        """The very word, in its script; else forms of it, which are less."""
        if typed in self._folded or (len(typed) >= _LEAST_SLIPPED and folded in self._scripts and _script(typed) in self._scripts[folded]):
            return {self._folded.get(typed, folded): SAME}
        return self._forms(typed, folded)

    def near(self, typed: str, folded: str) -> dict[str, float]:
        """All words it may stand for, folded, with their likeness. A word that is known is no slip of another."""
        found = {self._folded[typed]: SAME} if typed in self._folded else {}
        if not found and folded in self._scripts:
            found = {folded: FOLDED}
        slipped = {} if found else self._slipped(typed)
        return slipped | self._forms(typed, folded) | found

    def _forms(self, typed: str, folded: str) -> dict[str, float]:
        least = _LEAST_STEM - (len(typed) == _LEAST_STEM)  # "saga" is "sago", "sorry" is no "sora"
        return {other: FORM for other in self._stems.get(folded[:_PREFIX], ()) if other != folded and _one_stem(folded, other, least)}

    def _slipped(self, typed: str) -> dict[str, float]:
        found: dict[str, float] = {}
        if len(typed) < _LEAST_SLIPPED - 1:
            return found
        for less in (typed, *_shorter(typed)):
            for word in self._deleted.get(less, ()):
                if _may_slip(typed, word) and OSA.distance(typed, word, score_cutoff=1) <= 1:
                    found[self._folded[word]] = SLIP
        if not found and len(typed) >= _LEAST_TWICE:
            for word, _, _ in process.extract(typed, self._long.get(typed[0], ()), scorer=OSA.distance, score_cutoff=2, limit=5):
                found[self._folded[word]] = TWO_SLIPS
        return found


def _may_slip(typed: str, word: str) -> bool:
    """Whether short words may be the same: four letters for one of five only with the first and a letter lost; of two with
    five the first letters agree or are swapped ("table" is no cable)."""
    if len(typed) < _LEAST_SLIPPED:
        return typed[0] == word[0] and len(word) == _LEAST_SLIPPED
    return len(typed) + len(word) > 2 * _LEAST_SLIPPED or typed[0] == word[0] or typed[:2] == word[1::-1]


def _shorter(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def _one_stem(one: str, other: str, least: int) -> bool:
    """Forms of one word: one beginning of at least so many letters, and ends that nouns and adjectives take."""
    shorter = min(len(one), len(other))
    same = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    if same < _LEAST_STEM:
        return same >= least and one[same:] in _VOWELS and other[same:] in _VOWELS
    # "batareika" and "batareek" part one letter after the stem they share.
    return any(one[cut:] in ENDINGS and other[cut:] in ENDINGS for cut in (same, same - 1) if cut >= _LEAST_STEM)
