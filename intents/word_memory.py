"""What a model knows of single words, remembered: the features inside them and how much of them was ever seen.

Most features of a message lie inside its words, and most messages are made of the same few thousand words; so for those only
what lies between words is looked up anew. The answers are those of `features.extract` to the last bit but one of rounding.

Holds folded words of messages in memory, up to a bound, and never a message. Neighbours: `features.py`, `model.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

import numpy as np

from intents.concepts import concept_of
from intents.features import (
    PAIR_WORDS,
    PREFIX,
    SALTS,
    Floats,
    Ids,
    Keys,
    Vocabulary,
    concept_keys,
    grams_of,
    pair_keys,
    row_keys,
    tokens,
    word_key,
)
from intents.folding import fold_word

REMEMBERED: Final = 8192  # words; about 0.6 KB each
_LONGEST: Final = 40  # characters; longer ones are no words anybody says twice


@dataclass(frozen=True, slots=True)
class Known:
    """One word: ids of the known features inside it, the keys that join it to others, and its part of coverage."""

    ids: Ids
    key: int
    stem: str  # empty for what is no word
    concept: str | None
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
        between, _ = self._vocabulary.find(self._between(every, folded))
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

    def _between(self, row: list[Known], folded: list[Known]) -> Keys:
        """Keys of the features that lie between words."""
        stems = sorted({each.stem for each in folded[:PAIR_WORDS] if each.stem})
        concepts = [each.concept for each in folded[: 2 * PAIR_WORDS] if each.concept][:PAIR_WORDS]
        single = np.array([each.key for each in row] + [word_key(stem) for stem in stems], dtype=np.uint64)
        rows = row_keys(single[: len(row)]) ^ SALTS[0]
        pairs = pair_keys(single[len(row) :]) ^ SALTS[2]
        return np.concatenate((rows, pairs, concept_keys(concepts) ^ SALTS[3]) if concepts else (rows, pairs))

    def _look(self, words: list[str]) -> list[Known]:
        """All of several words at once, because numpy's cost is in the calls."""
        folded = [fold_word(word) for word in words]
        kept = [place for place, fold in enumerate(folded) if fold]
        places = np.array(kept, dtype=np.intp)
        single = np.array([word_key(word) for word in words], dtype=np.uint64)
        keys, owners = [single ^ SALTS[0]], [np.arange(len(words))]
        count = np.zeros(len(words), np.intp)
        seen = np.zeros(len(words), np.intp)
        if kept:
            inner = grams_of([folded[place] for place in kept])
            prefixes = np.array([word_key(folded[place][:PREFIX]) for place in kept], dtype=np.uint64)
            keys += [inner.keys ^ SALTS[1], prefixes ^ SALTS[4]]
            owners += [places[inner.owners], places]
            four = places[inner.four_owners]
            count = np.bincount(four, minlength=len(words))
            seen = np.bincount(four[_among(inner.four, self._fourgrams)], minlength=len(words))
        found, hit = self._vocabulary.find(np.concatenate(keys))
        owner = np.concatenate(owners)[hit]
        found = found[np.argsort(owner, kind="stable")]
        ends = np.bincount(owner, minlength=len(words)).cumsum().tolist()
        return [
            Known(
                ids=found[ends[place - 1] if place else 0 : ends[place]].copy(),
                key=int(single[place]),
                stem=fold[:PREFIX] if fold and fold[0].isalnum() else "",
                concept=concept_of(fold) if fold else None,
                folds=bool(fold),
                grams=int(count[place]),
                grams_seen=int(seen[place]),
                seen=telling[0],
                unseen=telling[1],
            )
            for place, fold in enumerate(folded)
            for telling in (self._telling(fold),)
        ]

    def _telling(self, folded: str) -> tuple[float, float]:
        if not folded or not folded[0].isalpha():
            return 0.0, 0.0
        key = np.uint64(word_key(folded))
        at = int(self._words.searchsorted(key))
        if at < len(self._words) and self._words[at] == key:
            return float(self._words_idf[at]), 0.0
        return 0.0, self._unseen_idf


def _among(keys: Keys, known: Keys) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    at = known.searchsorted(keys)
    at[at == len(known)] = 0
    return known[at] == keys if len(known) else np.zeros(len(keys), dtype=bool)


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
