"""The trained language model: each word has its own say in which of the four languages it belongs to, or to none of them.

Character 1- to 4-grams with the word's borders and the whole word, in the spelling that was typed (keys as in `features.py`), summed to
log-odds of five classes: the four languages and `OTHER`. A message is the sum of its words, so a word is weighed once and remembered.
Learns nothing: `language_training.py` does; `language.py` decides what follows from the sums.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from intents.features import Floats, Keys, Places, grams_of, word_key
from intents.folding import clean
from intents.understanding import LANGUAGES

OTHER: Final = "other"  # a language that is not spoken here
CLASSES: Final = (*LANGUAGES, OTHER)
_WHOLE: Final = np.uint64(0x9E6C63D0876A3F6B)  # keeps a whole word apart from its n-grams
LONGEST_WORD: Final = 24  # characters; what is longer is judged by its beginning
MOST_WORDS: Final = 60
REMEMBERED: Final = 8192  # words; about 2 MB
DOUBT: Final = 0.02  # share of a word's weight that is spread evenly: no single word decides a message
CLEAR: Final = 2.0  # lead of a language from which a word is clearly its own
MIXED: Final = 0.25  # share of the clear words from which a second language counts
CLOSE: Final = 0.5  # how near it then comes
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NO_WORDS: Final = re.compile(r"[^\s@]{1,64}+@[^\s@]{1,255}|https?://\S+|www\.\S+|#\w+|(?<![\w-])(?=[\w-]*\d)[\w-]+")
_FOUR_AS_CH: Final = re.compile(r"(?<=[a-z])4(?=[a-z])|\b4(?=[a-z])")  # "4to", "po4emu"
_HAS_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_AS_CYRILLIC: Final = str.maketrans("iïaeopcyx", "іїаеорсух")  # Latin letters that stand in for Cyrillic ones


def words_of(text: str) -> list[str]:
    """The words that can show a language, lower case: no addresses, numbers or codes."""
    low = clean(text)
    if "4" in low:
        low = _FOUR_AS_CH.sub("ch", low)
    return [_one_script(word) for word in _WORD.findall(_NO_WORDS.sub(" ", low))[:MOST_WORDS]]


def keys_of(words: list[str]) -> tuple[Keys, Places]:
    """Character n-grams of words with their borders, and the whole words; beside each the place of its word."""
    short = [word[:LONGEST_WORD] for word in words]
    grams = grams_of(short)
    whole = np.array([word_key(word) for word in short], dtype=np.uint64)
    return np.concatenate((grams.keys, whole ^ _WHOLE)), np.concatenate((grams.owners, np.arange(len(words))))


def whole_key(word: str) -> int:
    """The key of a word as a whole."""
    return word_key(word[:LONGEST_WORD]) ^ int(_WHOLE)


def _one_script(word: str) -> str:
    return word.translate(_AS_CYRILLIC) if not word.isascii() and _HAS_CYRILLIC.search(word) else word


@dataclass(slots=True)
class LanguageModel:
    """`keys` are sorted hashes of n-grams; `weights` has a row of log-odds for each key and a column for each of CLASSES."""

    keys: Keys
    weights: NDArray[np.float16]
    bias: Floats
    _known: dict[str, tuple[float, ...]] = field(default_factory=dict, repr=False, compare=False)

    def languages(self, text: str) -> dict[str, float]:
        """Log-odds of each of CLASSES, summed over the words; empty for a text without words.

        Of a mixed message every language that has a fair share of words clearly its own comes close behind the best: which of
        them it is answered in is for the conversation to say.
        """
        words = words_of(text)
        if not words:
            return {}
        known = self._known
        missing = list({word for word in words if word not in known})
        fresh = self._weighed(missing) if missing else {}
        each = [fresh.get(word) or known[word] for word in words]
        if len(known) + len(fresh) > REMEMBERED:
            known.clear()  # cheaper than order; what is often said is back at once
        known.update(fresh)
        sums = [sum(column) for column in zip(*each, strict=True)]
        if len(words) > 1:
            owned = [0] * len(CLASSES)
            for values in each:
                first, second = sorted(values)[:-3:-1]
                if first - second >= CLEAR:
                    owned[values.index(first)] += 1
            best, least = max(sums), MIXED * sum(owned)
            sums = [max(value, best - CLOSE) if own and own >= least else value for value, own in zip(sums, owned, strict=True)]
        return dict(zip(CLASSES, sums, strict=True))

    def word(self, word: str) -> tuple[float, ...]:
        """Log-odds of each of CLASSES for one lower-case word; their mean is nought."""
        return self._known.get(word) or self._weighed([word])[word]

    def _weighed(self, words: list[str]) -> dict[str, tuple[float, ...]]:
        """All of several words at once, because numpy's cost is in the calls."""
        asked, owners = keys_of(words)
        many = np.bincount(owners, minlength=len(words)).astype(np.float32)
        at = np.searchsorted(self.keys, asked)
        at[at == len(self.keys)] = 0
        hit = self.keys[at] == asked
        weights, owners = self.weights[at[hit]], owners[hit]
        sums = np.stack([np.bincount(owners, weights[:, column], len(words)) for column in range(len(CLASSES))], axis=1)
        values = log_odds((sums / np.sqrt(many)[:, None] + self.bias).astype(np.float32))
        return {word: tuple(row) for word, row in zip(words, values.tolist(), strict=True)}

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """What `from_arrays` takes, ready for `numpy.savez`."""
        return {
            "language_keys": self.keys,
            "language_weights": self.weights,
            "language_bias": self.bias,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> LanguageModel:
        """Raises KeyError when the arrays hold no language model."""
        return cls(
            keys=arrays["language_keys"].astype(np.uint64, copy=False),
            weights=arrays["language_weights"].astype(np.float16, copy=False),
            bias=arrays["language_bias"].astype(np.float32, copy=False),
        )


def log_odds(logits: Floats) -> Floats:
    """Centred logarithms of the shares of each row, with DOUBT spread over all."""
    shares = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares = (1 - DOUBT) * shares / shares.sum(axis=-1, keepdims=True) + DOUBT / logits.shape[-1]
    logs: Floats = np.log(shares).astype(np.float32)
    logs -= logs.mean(axis=-1, keepdims=True)
    return logs
