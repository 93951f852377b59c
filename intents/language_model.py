"""The trained language model: each word has its own say in which of the four languages it belongs to, or to none of them.

Character 1- to 4-grams with the word's borders and the whole word, in the spelling that was typed, summed to log-odds of five classes:
the four languages and `OTHER`. A message is the sum of its words, so a word is weighed once and remembered. Learns nothing:
`language_training.py` does; `language.py` decides what follows from the sums.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from intents.folding import clean
from intents.understanding import LANGUAGES

OTHER: Final = "other"  # a language that is not spoken here
CLASSES: Final = (*LANGUAGES, OTHER)
LONGEST_GRAM: Final = 4
LONGEST_WORD: Final = 24  # characters; what is longer is judged by its beginning
MOST_WORDS: Final = 60
REMEMBERED: Final = 8192  # words; about 2 MB
DOUBT: Final = 0.02  # share of a word's weight that is spread evenly: no single word decides a message
CLEAR: Final = 2.0  # lead of a language from which a word is clearly its own
MIXED: Final = 0.25  # share of the clear words from which a second language counts
CLOSE: Final = 0.5  # how near it then comes
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NO_WORDS: Final = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|#\w+|[\w-]*\d[\w-]*")
_FOUR_AS_CH: Final = re.compile(r"(?<=[a-z])4(?=[a-z])|\b4(?=[a-z])")  # "4to", "po4emu"
_HAS_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_AS_CYRILLIC: Final = str.maketrans("iïaeopcyx", "іїаеорсух")  # Latin letters that stand in for Cyrillic ones

Floats = NDArray[np.float32]


def words_of(text: str) -> list[str]:
    """The words that can show a language, lower case: no addresses, numbers or codes."""
    low = clean(text)
    if "4" in low:
        low = _FOUR_AS_CH.sub("ch", low)
    return [_one_script(word) for word in _WORD.findall(_NO_WORDS.sub(" ", low))[:MOST_WORDS]]


def grams_of(word: str) -> set[str]:
    """Character n-grams of a word with its borders; the whole word stands among them as `=word`."""
    word = word[:LONGEST_WORD]
    edged = f"^{word}$"
    found = {edged[at : at + size] for size in range(1, LONGEST_GRAM + 1) for at in range(len(edged) - size + 1)}
    found -= {"^", "$"}
    found.add("=" + word)
    return found


def key_of(gram: str) -> int:
    return crc32(gram.encode())


def _one_script(word: str) -> str:
    return word.translate(_AS_CYRILLIC) if not word.isascii() and _HAS_CYRILLIC.search(word) else word


@dataclass(slots=True)
class LanguageModel:
    """`keys` are sorted hashes of n-grams; `weights` has a row of log-odds for each key and a column for each of CLASSES."""

    keys: NDArray[np.uint32]
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
        each = [self.word(word) for word in words]
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
        known = self._known.get(word)
        if known is not None:
            return known
        grams = grams_of(word)
        asked = np.fromiter(map(key_of, grams), np.uint32, len(grams))
        at = np.searchsorted(self.keys, asked)
        at[at == len(self.keys)] = 0
        rows = at[self.keys[at] == asked]
        values = log_odds(self.weights[rows].sum(axis=0, dtype=np.float32) / len(grams) ** 0.5 + self.bias)
        found = tuple(map(float, values))
        if len(self._known) >= REMEMBERED:
            self._known.clear()  # cheaper than order; what is often said is back at once
        self._known[word] = found
        return found

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
            keys=arrays["language_keys"].astype(np.uint32, copy=False),
            weights=arrays["language_weights"].astype(np.float16, copy=False),
            bias=arrays["language_bias"].astype(np.float32, copy=False),
        )


def log_odds(logits: Floats) -> Floats:
    """Centred logarithms of the shares, with DOUBT spread over all."""
    shares = np.exp(logits - logits.max())
    shares = (1 - DOUBT) * shares / shares.sum() + DOUBT / len(shares)
    logs: Floats = np.log(shares).astype(np.float32)
    logs -= logs.mean()
    return logs
