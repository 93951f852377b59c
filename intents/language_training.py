"""Learns the language model from the examples: every word's share in each language, spread over its character n-grams.

Runs in the training process alone (scipy). Beside the examples it reads names of countries, languages, currencies and days from Babel,
the everyday words of `language_everyday.py`, and those of foreign languages; Cyrillic words are learned a second time in the usual Latin
spellings, Slovenian ones without diacritics. Neighbours: `language_model.py` answers with what is learned here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Protocol

import numpy as np
from babel import Locale
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from intents.features import Keys
from intents.language_everyday import EVERYDAY
from intents.language_foreign import FOREIGN
from intents.language_model import CLASSES, OTHER, LanguageModel, keys_of, whole_key, words_of
from intents.language_words import SMALL_WORDS, TYPED_IN_LATIN
from intents.latin_typing import in_latin, without_marks
from intents.understanding import LANGUAGES

PENALTY: Final = 0.02  # of the squared weights
LEAST_WORDS: Final = 2  # n-grams of fewer distinct words are dropped
LEAST_TEXTS: Final = 2  # whole words of fewer texts are dropped
ROUNDS: Final = 4  # times every word is looked at
BATCH: Final = 1024  # words
RATE: Final = 1.0
SEED: Final = 20261122
LEAST_WEIGHT: Final = 0.1  # n-grams that say less are dropped
SMOOTHING: Final = 0.3  # texts that each word is thought to have in every language
MOST: Final = 50.0  # texts beyond which a word weighs no more
BY_RULE: Final = 0.25  # what a spelling made by rule weighs beside one that was seen
NAMED: Final = 0.5  # what a name from Babel weighs beside a word that was seen
LISTED: Final = 3.0  # what a word of a list weighs: as if it stood in so many texts
STRANGE: Final = 10.0  # the same for a foreign word; there are few of them
_LOCALES: Final = {
    **{language: (language,) for language in LANGUAGES},
    OTHER: ("de", "hr", "sr", "sr_Latn", "pl", "cs", "sk", "it", "bg", "mk", "fr", "es", "hu", "pt", "ro"),
}
_WORD: Final = re.compile(r"[^\W\d_]+")


class Labelled(Protocol):
    """An example: a text and the language it is in, None when that is not known."""

    @property
    def text(self) -> str: ...
    @property
    def language(self) -> str | None: ...


Counts = dict[str, dict[str, float]]  # word -> language -> texts


def train_language_model(examples: Iterable[Labelled]) -> LanguageModel:
    """A model of the four languages and all others. Deterministic; a few seconds for 24,000 examples."""
    counts = _counted(examples)
    words = sorted(counts)
    shares, weights = _targets(counts, words)
    keys, matrix = _matrix(words, [sum(counts[word].values()) for word in words])
    fitted, bias = _fit(matrix, shares, weights)
    return _packed(keys, fitted, bias)


def _counted(examples: Iterable[Labelled]) -> Counts:
    counts: Counts = defaultdict(lambda: defaultdict(float))
    for example in examples:
        if example.language in LANGUAGES and example.language is not None:
            for word in set(words_of(example.text)):
                counts[word][example.language] += 1
    for language, word in _listed():
        counts[word][language] += STRANGE if language == OTHER else LISTED
    for word, languages in [(word, dict(found)) for word, found in counts.items()]:
        for language, texts in languages.items():
            for spelling in _spellings(word, language):
                counts[spelling][language] += BY_RULE * min(texts, MOST)
    for language, word in _named():
        counts[word][language] += NAMED
    return counts


def _spellings(word: str, language: str) -> Iterator[str]:
    """Other ways of typing a word."""
    if language in ("ru", "uk") and not word.isascii():
        yield from in_latin(word, language)
        if language == "ru" and "ё" in word:
            yield word.replace("ё", "е")
        if language == "uk" and "'" in word:
            yield word.replace("'", "")
    elif not word.isascii():
        bare = without_marks(word)
        if bare != word:
            yield bare


def _listed() -> Iterator[tuple[str, str]]:
    for table in (SMALL_WORDS, TYPED_IN_LATIN):
        for word, languages in table.items():
            for language in languages:
                yield language, word
    for language, words in EVERYDAY.items():
        for word in words_of_list(words):
            yield language, word
    for words in FOREIGN.values():
        for word in words_of_list(words):
            yield OTHER, word


def words_of_list(words: str) -> list[str]:
    return [word for part in words.split() for word in words_of(part)]


def _named() -> Iterator[tuple[str, str]]:
    """Names of countries, languages, currencies, days and months; those of several languages show nothing and cancel out."""
    for language, codes in _LOCALES.items():
        found: set[str] = set()
        for code in codes:
            locale = Locale.parse(code)
            tables: Sequence[Mapping[str, str]] = (locale.territories, locale.languages, locale.currencies)
            texts = [text for table in tables for text in table.values()]
            texts += [text for kind in (locale.days, locale.months) for width in kind["format"].values() for text in width.values()]
            found.update(word for text in texts for word in _WORD.findall(text.lower()) if len(word) > 2)
        for word in sorted(found):
            yield language, word


def _targets(counts: Counts, words: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The share of each class in each word, were every language as much spoken as the next, and how much the word weighs."""
    seen = np.array([[counts[word].get(name, 0.0) for name in CLASSES] for word in words])
    totals = seen.sum(axis=0)
    even = seen * (totals[:-1].mean() / np.maximum(totals, 1.0))
    even[:, -1] = seen[:, -1]  # lists of words have no frequencies
    shares = even + SMOOTHING / len(CLASSES)
    shares /= shares.sum(axis=1, keepdims=True)
    return shares.astype(np.float32), np.sqrt(np.minimum(seen.sum(axis=1), MOST)).astype(np.float32)


def _matrix(words: Sequence[str], texts: Sequence[float]) -> tuple[Keys, csr_matrix]:
    """The keys of the n-grams that are kept, sorted, and a row of their values for each word."""
    hashes, rows = keys_of(list(words))
    sizes = np.bincount(rows, minlength=len(words))
    keys, at, often = np.unique(hashes, return_inverse=True, return_counts=True)
    known = np.array([whole_key(word) for word, count in zip(words, texts, strict=True) if count >= LEAST_TEXTS], dtype=np.uint64)
    kept = (often >= LEAST_WORDS) | np.isin(keys, known)
    column = np.cumsum(kept) - 1
    inside = kept[at]
    values = (sizes.astype(np.float32) ** -0.5)[rows]
    matrix = csr_matrix((values[inside], (rows[inside], column[at[inside]])), shape=(len(words), int(kept.sum())))
    return keys[kept], matrix


def _fit(matrix: csr_matrix, shares: NDArray[np.float32], weights: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Softmax regression on shares; each weight has a rate of its own (AdaGrad), so four looks are enough."""
    table = np.zeros((matrix.shape[1], shares.shape[1]), dtype=np.float32)
    bias = np.zeros(shares.shape[1], dtype=np.float32)
    steepness = np.full_like(table, 1e-3)
    random = np.random.default_rng(SEED)
    for _ in range(ROUNDS):
        order = random.permutation(matrix.shape[0])
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            part = matrix[rows]
            logits = part @ table + bias
            logits = np.exp(logits - logits.max(axis=1, keepdims=True))
            wrong = (logits / logits.sum(axis=1, keepdims=True) - shares[rows]) * weights[rows, None]
            touched = np.unique(part.indices)
            slope = (part.T @ wrong)[touched] + PENALTY * table[touched]
            steepness[touched] += slope * slope
            table[touched] -= RATE * slope / np.sqrt(steepness[touched])
            bias -= 0.01 * wrong.mean(axis=0)
    return table, bias


def _packed(keys: Keys, table: NDArray[np.float32], bias: NDArray[np.float32]) -> LanguageModel:
    table = table - table.mean(axis=1, keepdims=True)
    telling = np.abs(table).max(axis=1) > LEAST_WEIGHT
    return LanguageModel(keys[telling], table[telling].astype(np.float16), bias)
