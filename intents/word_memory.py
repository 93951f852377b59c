"""What a model knows of single words, remembered: the features inside them and how much of them was ever seen.

Most features of a message lie inside its words, and most messages are made of the same few thousand words; so for those only
what lies between words is looked up anew. The answers are those of `features.extract` to the last bit but one of rounding.

A message costs tens of numpy calls of a microsecond each, whatever its length, so the keys are made ready as plain integers, and
all that can be asked at once is asked in one call.

Holds folded words of messages in memory, up to a bound, and never a message. Neighbours: `features.py`, `model.py`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from intents.concepts import concept_of
from intents.features import (
    PAIR_WORDS,
    PREFIX,
    SALTS,
    STEPS,
    Floats,
    Ids,
    Keys,
    Places,
    Vocabulary,
    corners,
    grams_inside,
    tokens,
    word_key,
)
from intents.folding import fold_word

REMEMBERED: Final = 8192  # words; about 0.6 KB each
_LONGEST: Final = 40  # characters; longer ones are no words anybody says twice
_FACTORS: Final[Keys] = np.array([0, 1, *STEPS], dtype=np.uint64)
_NO, _ONCE, _FIRST, _SECOND, _THIRD = range(len(_FACTORS))
_WIDTH: Final = len(_FACTORS)
_ROW, _INSIDE, _PAIR, _CONCEPT, _PREFIX = SALTS
_OF_WORD, _OF_GRAM, _OF_PREFIX = int(_ROW), int(_INSIDE), int(_PREFIX)


class Known(NamedTuple):
    """One word: ids of the known features inside it, the keys that join it to others, and its part of coverage."""

    ids: Ids
    key: int
    stem: str  # empty for what is no word
    stem_key: int
    concept: int  # its key; 0 for none
    folds: bool  # whether anything is left of it when folded
    grams: int
    grams_seen: int
    seen: float  # how telling the word is, if it was ever seen
    unseen: float  # the same, if it never was


class WordMemory:
    """For one vocabulary and what coverage knows. Safe to share between threads: at worst a word is looked up twice."""

    def __init__(self, vocabulary: Vocabulary, fourgrams: Keys, words: Keys, words_idf: Floats, unseen_idf: float) -> None:
        self._vocabulary = vocabulary
        self._fourgrams = fourgrams
        self._words = words
        self._words_idf = words_idf
        self._unseen_idf = unseen_idf
        self._known: dict[str, Known] = {}

    def read(self, text: str) -> tuple[Ids, Floats, float]:
        """Feature ids with their values as of `Vocabulary.vector`, and the text's coverage, 0 to 1."""
        raw = tokens(text)
        if not raw:
            return np.empty(0, np.int32), np.empty(0, np.float32), 0.0
        row = [self._known.get(word) for word in raw]
        if None in row:
            row = self._looked_up(raw)
        every = cast("list[Known]", row)
        folded = [each for each in every if each.folds]
        between = self._vocabulary.known(_between(every, folded))
        ids, values = self._vocabulary.weigh(np.concatenate([*[each.ids for each in every], between]))
        return ids, values, _coverage(folded)

    def _looked_up(self, raw: list[str]) -> list[Known | None]:
        known = self._known
        missing = list({word for word in raw if word not in known})
        if len(known) + len(missing) > REMEMBERED:
            known.clear()
            missing = list(set(raw))
        fresh = dict(zip(missing, self._look(missing), strict=True))
        known.update((word, each) for word, each in fresh.items() if len(word) <= _LONGEST)
        return [fresh.get(word) or known[word] for word in raw]

    def _look(self, words: list[str]) -> list[Known]:
        """All of several words at once."""
        keys: list[int] = []
        four: list[int] = []
        keys_upto, four_upto = [0], [0]
        folded = [fold_word(word) for word in words]
        for word, fold in zip(words, folded, strict=True):
            keys.append(word_key(word) ^ _OF_WORD)
            if fold:
                short, long = grams_inside(fold)
                keys += [gram ^ _OF_GRAM for gram in short]
                keys += [gram ^ _OF_GRAM for gram in long]
                keys.append(word_key(fold[:PREFIX]) ^ _OF_PREFIX)
                four += long
            keys_upto.append(len(keys))
            four_upto.append(len(four))
        found, hit = self._vocabulary.find(np.array(keys, dtype=np.uint64))
        known_four = _among(np.array(four, dtype=np.uint64), self._fourgrams)
        ids = pairwise(_hits_upto(hit, keys_upto))
        seen = pairwise(_hits_upto(known_four, four_upto))
        telling = self._telling(folded)
        return [
            Known(
                ids=found[first:last].copy(),
                key=word_key(word),
                stem=stem,
                stem_key=word_key(stem) if stem else 0,
                concept=word_key(concept) if fold and (concept := concept_of(fold)) else 0,
                folds=bool(fold),
                grams=grams_upto - grams_from,
                grams_seen=seen_upto - seen_from,
                seen=told if told > 0 else 0.0,
                unseen=-told if told < 0 else 0.0,
            )
            for word, fold, told, (first, last), (grams_from, grams_upto), (seen_from, seen_upto) in zip(
                words, folded, telling, ids, pairwise(four_upto), seen, strict=True
            )
            for stem in (fold[:PREFIX] if fold and fold[0].isalnum() else "",)
        ]

    def _telling(self, folded: list[str]) -> list[float]:
        """How telling each word is; below zero if it never was seen, 0 for what is no word."""
        letters = [bool(fold) and fold[0].isalpha() for fold in folded]
        keys = np.array([word_key(fold) if is_word else 0 for fold, is_word in zip(folded, letters, strict=True)], dtype=np.uint64)
        at = self._words.searchsorted(keys)
        hits = (self._words.take(at, mode="clip") == keys).tolist() if len(self._words) else [False] * len(keys)
        idf = self._words_idf.take(at, mode="clip").tolist() if len(self._words) else hits
        return [(much if hit else -self._unseen_idf) if is_word else 0.0 for is_word, hit, much in zip(letters, hits, idf, strict=True)]


def _between(row: list[Known], folded: list[Known]) -> Keys:
    """Keys of the features that lie between words: those of `features.extract`, sums of products of the words' own keys."""
    stems = {each.stem: each.stem_key for each in folded[:PAIR_WORDS] if each.stem}
    said = [each.concept for each in folded[: 2 * PAIR_WORDS] if each.concept][:PAIR_WORDS]
    single = sorted(set(said))
    keys = [*[stems[stem] for stem in sorted(stems)], *single, *said]
    many = len(keys)
    products = np.multiply.outer(np.array([*keys, *[each.key for each in row]], dtype=np.uint64), _FACTORS)
    rows = products[many:-1, _FIRST] + products[many + 1 :, _SECOND]
    rows ^= _ROW
    if not many:
        return rows
    left, right, salts = _sums(len(stems), len(single), len(said))
    flat = products.ravel()
    sums = flat.take(left)
    sums += flat.take(right)
    sums ^= salts
    return np.concatenate((rows, sums))


@lru_cache(maxsize=256)
def _sums(stems: int, single: int, said: int) -> tuple[Places, Places, Keys]:
    """Which products are added for the pairs of so many stems, then for the concepts alone, in pairs and in a row; with the salts.

    At most 20 KB each; most are a tenth of that.
    """
    first, second = corners(stems)
    one, other = corners(single)
    alone = np.arange(stems, stems + single)
    row = np.arange(stems + single, stems + single + said)
    left = (first * _WIDTH + _FIRST, alone * _WIDTH + _ONCE, (one + stems) * _WIDTH + _FIRST, row[:-1] * _WIDTH + _SECOND)
    right = (second * _WIDTH + _SECOND, alone * 0 + _NO, (other + stems) * _WIDTH + _SECOND, row[1:] * _WIDTH + _THIRD)
    salts = np.repeat(np.array((_PAIR, _CONCEPT), dtype=np.uint64), (len(first), len(alone) + len(one) + max(said - 1, 0)))
    return np.concatenate(left), np.concatenate(right), salts


def _hits_upto(hit: NDArray[np.bool_], places: list[int]) -> list[int]:
    """How many hits come before each of the places."""
    sums = [0, *np.cumsum(hit).tolist()]
    return [sums[place] for place in places]


def _among(keys: Keys, known: Keys) -> NDArray[np.bool_]:
    return known.take(known.searchsorted(keys), mode="clip") == keys if len(known) else np.zeros(len(keys), dtype=bool)


def _coverage(folded: list[Known]) -> float:
    """See `Coverage.of`."""
    grams = grams_seen = 0
    seen = unseen = 0.0
    for each in folded:
        grams += each.grams
        grams_seen += each.grams_seen
        seen += each.seen
        unseen += each.unseen
    share = grams_seen / grams if grams else 0.0
    if not seen + unseen:
        return share
    words = seen / (seen + unseen)
    return (share + words) / 2 if grams else words
