"""Which of the four languages a message is in, and whether the message by itself shows it.

Three witnesses, cheapest first: telltale letters (і ї є ґ; ы э ъ ё; č š ž) and frequent small words; the classifier's own
language columns, which know the shop's talk and Cyrillic typed in Latin letters; and lingua in low-accuracy mode, limited to
the four, for words the training data never had. The conversation's language (`prior`) decides what they leave open.

Only the language of the reply depends on this; the intents are one model for all. Neighbours: `language_words.py`.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from intents.folding import clean
from intents.language_words import SMALL_WORDS, TYPED_IN_LATIN
from intents.understanding import LANGUAGES

DEFAULT: Final = "en"
_LETTERS: Final[dict[str, str]] = {
    **dict.fromkeys("іїєґ", "uk"),
    **dict.fromkeys("ыэъё", "ru"),
    **dict.fromkeys("čšž", "sl"),
}
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]+")
_LATIN: Final = re.compile("[a-zčšžćđ]+")
_NO_WORDS_IN: Final = re.compile(r"\S+@\S+|https?://\S+|#\w+")
_MARGIN: Final = 0.9  # lead of the best language's summed evidence that makes a message sure
_PRIOR: Final = 0.7  # what the conversation's language weighs in the sum
_MOST_WORDS: Final = 60


def detect(text: str, prior: str | None = None, evidence: Mapping[str, float] | None = None) -> tuple[str, bool]:
    """The language, and whether it is sure.

    `evidence` are the classifier's decisions per language, when at hand. A message without words keeps the prior (or
    English), unsure.
    """
    known = prior if prior in LANGUAGES else None
    low = _NO_WORDS_IN.sub(" ", clean(text))
    words = _WORD.findall(low)[:_MOST_WORDS]
    if not words:
        return known or DEFAULT, False
    scores = dict.fromkeys(LANGUAGES, 0.0)
    for letter in () if low.isascii() else _LETTERS.keys() & set(low):
        scores[_LETTERS[letter]] += 1.5
    for word in words:
        for language in SMALL_WORDS.get(word, ()):
            scores[language] += 0.8 / len(SMALL_WORDS[word])
        for language in TYPED_IN_LATIN.get(word, ()):
            scores[language] += 1.0 / len(TYPED_IN_LATIN[word])
    in_cyrillic = not low.isascii() and sum(map(len, _CYRILLIC.findall(low))) > sum(map(len, _LATIN.findall(low)))
    if in_cyrillic:
        scores["en"] -= 3
        scores["sl"] -= 3
    for language, decision in (evidence or {}).items():
        if language in scores:
            scores[language] += 1.2 * max(-1.5, min(1.5, decision))
    best, second = sorted(scores.values(), reverse=True)[:2]
    if best - second < _MARGIN and (evidence is None or best < 0):
        for language, share in _lingua(low, in_cyrillic).items():
            scores[language] += share
        best, second = sorted(scores.values(), reverse=True)[:2]
    sure = best - second >= _MARGIN
    if not sure and known:
        scores[known] += _PRIOR
    return max(LANGUAGES, key=scores.__getitem__), sure


def _lingua(low: str, cyrillic: bool) -> dict[str, float]:
    """lingua's shares; Latin text is only ever English or Slovenian to it."""
    allowed = {"ru", "uk"} if cyrillic else {"en", "sl"}
    values = _detector().compute_language_confidence_values(low)
    shares = {value.language.iso_code_639_1.name.lower(): float(value.value) for value in values}
    return {language: share for language, share in shares.items() if language in allowed}


@cache
def _detector() -> Any:
    """Built with the first message nothing else settles: 27 MB."""
    lingua = importlib.import_module("lingua")
    chosen = [getattr(lingua.Language, name) for name in ("ENGLISH", "RUSSIAN", "UKRAINIAN", "SLOVENE")]
    return lingua.LanguageDetectorBuilder.from_languages(*chosen).with_low_accuracy_mode().build()
