"""What the classifier sees of a text: five blocks of features, each feature a 64-bit key.

The recipe (measured against alternatives, see docs/understanding.md): words and word pairs in a row; character 1- to 4-grams
inside folded words; unordered pairs of folded five-letter prefixes, which stand in for "verb and object" in languages with free
word order; concepts of the lexicon, alone, in unordered pairs and in a row, which carry what one language learned to the
others; and the prefixes alone, so that a Slavic word weighs as one word in all its cases. The same code feeds training and
answering, so the two cannot drift apart.

Keys instead of strings keep the vocabulary as one sorted numpy array: 8 bytes an n-gram, nothing to build at load time. A
character n-gram packs its up to four UTF-16 units into the key; words are hashed (BLAKE2b); each block mixes in a constant
of its own. Two features share a key with a chance of about one in a billion for a vocabulary of 200,000.

No weights and no training here. Neighbours: `model.py` answers, `training.py` learns.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from intents.concepts import concept_of
from intents.folding import clean, fold_word

Keys = NDArray[np.uint64]
Floats = NDArray[np.float32]
Places = NDArray[np.intp]  # indexes, of words or features
Ids = NDArray[np.int32]

# Of words, folded characters, pairs, concepts, prefixes. By cross-validation on the project's examples, and of few examples, where
# parts of words must stand in for words never seen, on training parts of public sets. Characters as they were typed, beside the
# folded ones, doubled the cost and gained nothing.
WEIGHTS: Final[Floats] = np.array([1.0, 1.2, 0.7, 1.3, 1.0], dtype=np.float32)
WEIGHTS_OF_FEW: Final[Floats] = np.array([1.0, 2.2, 0.9, 1.3, 1.0], dtype=np.float32)
MAX_CHARACTERS: Final = 2000  # of a longer message only the beginning is looked at
PAIR_WORDS: Final = 25
PREFIX: Final = 5
LONGEST: Final = 4

_TOKEN: Final = re.compile(r"\w+(?:'\w+)*|[^\w\s]")
_DIGIT: Final = re.compile(r"\d")
_BLANK: Final = 32
_FIRST: Final = np.uint64(0x9E3779B97F4A7C15)  # odd multipliers keep (a, b) and (b, a) apart
_SECOND: Final = np.uint64(0xC2B2AE3D27D4EB4F)
_THIRD: Final = np.uint64(0x165667B19E3779F9)


# 1 + log(count); no n-gram stands more often in the characters that are looked at.
_SUBLINEAR: Final[Floats] = 1 + np.log(np.maximum(np.arange(MAX_CHARACTERS + 2), 1).astype(np.float32))


def tokens(text: str) -> list[str]:
    """Lower-case words and single punctuation marks. Every digit is "0": which order it is says nothing about the wish."""
    return _TOKEN.findall(_DIGIT.sub("0", clean(text[:MAX_CHARACTERS])))


@lru_cache(maxsize=8192)
def word_key(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "little")


STEPS: Final = (_FIRST, _SECOND, _THIRD)
# One constant a block, so that equal keys of different blocks are different features.
SALTS: Final = tuple(np.uint64(word_key(f"block {block}")) for block in range(len(WEIGHTS)))


def row_keys(single: Keys) -> Keys:
    """Of word keys in a row: one for every two neighbours."""
    return single[:-1] * _FIRST + single[1:] * _SECOND


def _words(words: list[str]) -> Keys:
    single = np.array([word_key(word) for word in words], dtype=np.uint64)
    return np.concatenate((single, row_keys(single)))


@dataclass(frozen=True, slots=True)
class Grams:
    """Character n-grams that lie inside one blank-padded word, each with the place of its word; `four` are the four-grams."""

    keys: Keys
    owners: Places
    four: Keys
    four_owners: Places


def grams_inside(word: str) -> tuple[list[int], list[int]]:
    """Those of one word, the four-grams apart; as `grams_of`, and for a few words quicker."""
    units = list(word.encode("ascii")) if word.isascii() else np.frombuffer(word.encode("utf-16-le", "replace"), dtype="<u2").tolist()
    padded = [_BLANK, *units, _BLANK]
    two = [unit | following << 16 for unit, following in pairwise(padded)]
    three = [two_units | following << 32 for two_units, following in zip(two, padded[2:], strict=False)]
    four = [three_units | following << 48 for three_units, following in zip(three, padded[3:], strict=False)]
    return units + two + three, four


def grams_of(words: list[str]) -> Grams:
    """All of a row of words; a gram's owner is an index into `words`."""
    encoded = [word.encode("utf-16-le", "replace") for word in words]
    units = np.frombuffer(b" \0" + b" \0".join(encoded) + b" \0", dtype="<u2").astype(np.uint64)
    # A blank belongs to the word after it.
    owner = np.repeat(np.arange(len(words)), [len(each) // 2 + 1 for each in encoded])
    blank = units == _BLANK
    letters = ~blank[: len(owner)]
    found, owners = [units[: len(owner)][letters]], [owner[letters]]
    packed = units
    inner = np.zeros(len(units), dtype=bool)  # whether the gram has a blank that is not its first or last unit
    for n in range(2, LONGEST + 1):
        if len(units) < n:
            break
        packed = packed[:-1] | (units[n - 1 :] << np.uint64(16 * (n - 1)))
        inner = inner[:-1] if n == 2 else inner[:-1] | blank[n - 2 : -1]
        whole = ~inner[: len(owner)]
        found.append(packed[: len(owner)][whole])
        owners.append(owner[: len(packed)][whole])
    long = len(found) == LONGEST
    four, four_owners = (found[-1], owners[-1]) if long else (np.empty(0, np.uint64), np.empty(0, np.intp))
    return Grams(np.concatenate(found), np.concatenate(owners), four, four_owners)


@lru_cache(maxsize=64)
def corners(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    first, second = np.triu_indices(count, 1)
    return first, second


def _pairs(folded: list[str]) -> Keys:
    stems = sorted({word[:PREFIX] for word in folded[:PAIR_WORDS] if word[0].isalnum()})
    return pair_keys(np.array([word_key(stem) for stem in stems], dtype=np.uint64))


def _prefixes(folded: list[str]) -> Keys:
    return np.array([word_key(word[:PREFIX]) for word in folded], dtype=np.uint64)


def _concepts(folded: list[str]) -> Keys:
    return concept_keys([concept for word in folded[: 2 * PAIR_WORDS] if (concept := concept_of(word))][:PAIR_WORDS])


def concept_keys(said: list[str]) -> Keys:
    """Of concepts as they were said: alone, in unordered pairs, and in a row with nothing but unknown words between them."""
    row = [word_key(concept) for concept in said]
    keys = np.array(row, dtype=np.uint64)
    single = np.array(sorted(set(row)), dtype=np.uint64)
    first, second = corners(len(single))
    following = keys[:-1] * _SECOND + keys[1:] * _THIRD
    return np.concatenate((single, single[first] * _FIRST + single[second] * _SECOND, following))


def pair_keys(stems: Keys) -> Keys:
    """Of stem keys in the stems' alphabetical order, each once: one key for every two."""
    first, second = corners(len(stems))
    return stems[first] * _FIRST + stems[second] * _SECOND


@dataclass(frozen=True, slots=True)
class Extracted:
    """Keys of all blocks with repetition, and what coverage is measured on (folded four-grams, folded words)."""

    keys: Keys
    sizes: tuple[int, ...]  # how many of the keys belong to each block, in order
    fourgrams: Keys
    words: Keys


def extract(text: str) -> Extracted:
    """All features of a text; empty for an empty text."""
    raw = tokens(text)
    folded = [word for word in map(fold_word, raw) if word]
    folded_grams = grams_of(folded)
    blocks = (_words(raw), folded_grams.keys, _pairs(folded), _concepts(folded), _prefixes(folded))
    words = np.array([word_key(word) for word in folded if word[0].isalpha()], dtype=np.uint64)
    keys = np.concatenate([block ^ salt for block, salt in zip(blocks, SALTS, strict=True)])
    return Extracted(keys, tuple(map(len, blocks)), folded_grams.four, words)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sorted keys with the id of each one's feature; by id: inverse document frequency, and the block it belongs to; `weights` of
    the blocks.

    Ids go from the most frequent feature to the rarest, so that the rows most messages need lie together in memory.
    """

    keys: Keys
    ids: Ids
    idf: Floats
    block: NDArray[np.uint8]
    weights: Floats

    def find(self, keys: Keys) -> tuple[Ids, NDArray[np.bool_]]:
        """Which of the keys are known, and the ids of those."""
        at = self.keys.searchsorted(keys)
        hit = self.keys.take(at, mode="clip") == keys
        return self.ids.take(at[hit]), hit

    def known(self, keys: Keys) -> Ids:
        """The ids of those that are known, in any order. In order of the keys the search jumps about in memory less."""
        return self.find(np.sort(keys))[0]

    def vector(self, extracted: Extracted) -> tuple[Ids, Floats]:
        """Ids and values of the features of a text, as `weigh`."""
        return self.weigh(self.find(extracted.keys)[0])

    def weigh(self, ids: Ids) -> tuple[Ids, Floats]:
        """Feature ids, each once, and their values: sublinear tf-idf, each block of its weight's length, the whole of unit
        length. `ids` come with repetition and in any order."""
        many = len(ids)
        if not many:
            return ids, np.empty(0, np.float32)
        ids = np.sort(ids)
        edge = np.empty(many + 1, dtype=bool)
        edge[0] = edge[many] = True
        np.not_equal(ids[1:], ids[:-1], out=edge[1:many])
        at = edge.nonzero()[0]
        ids = ids.take(at[:-1])
        value: Floats = _SUBLINEAR.take(at[1:] - at[:-1], mode="clip")
        value *= self.idf.take(ids)
        block = self.block.take(ids)
        lengths = np.sqrt(np.bincount(block, value * value, minlength=len(WEIGHTS)))
        shares: Floats = (self.weights / np.maximum(lengths, 1e-9)).astype(np.float32)
        value *= shares.take(block)
        value /= max(math.sqrt(value @ value), 1e-9)
        return ids, value


def seen_share(keys: Keys, known: Keys) -> float:
    """The share of `keys` (with repetition) that are in the sorted array `known`; 0 for none."""
    if not len(keys) or not len(known):
        return 0.0
    at = known.searchsorted(keys)
    at[at == len(known)] = 0
    return float(np.mean(known[at] == keys))
