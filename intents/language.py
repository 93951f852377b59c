"""Which of the four languages a message is in, and whether the message by itself shows it.

The trained `language_model.py` weighs the words; its sums come in as `evidence`. Without a model telltale letters (і ї є ґ; ы э ъ ё;
č š ž) and small words have to do. The conversation's language (`prior`) decides what is left open: what several languages share, a
message of two languages, a language not spoken here.

Only the language of the reply depends on this; the intents are one model for all. Neighbours: `language_words.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from intents.language_model import OTHER, words_of
from intents.language_words import SMALL_WORDS, TYPED_IN_LATIN
from intents.understanding import LANGUAGES

DEFAULT: Final = "en"
_LETTERS: Final[dict[str, str]] = {
    **dict.fromkeys("іїєґ", "uk"),
    **dict.fromkeys("ыэъё", "ru"),
    **dict.fromkeys("čšž", "sl"),
}
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_MARGIN: Final = 1.5  # lead of the best log-odds that makes a message sure: of the sure ones 99 % are right
_BEHIND: Final = 2.5  # how far behind the conversation's language may be and still win over one that is not sure
_TABLES_MARGIN: Final = 0.9  # the same lead where letters and small words decide
_TABLES_PRIOR: Final = 0.7


def detect(text: str, prior: str | None = None, evidence: Mapping[str, float] | None = None) -> tuple[str, bool]:
    """The language, and whether it is sure.

    `evidence` is what `LanguageModel.languages` made of the same text. A message without words keeps the prior (or English), unsure;
    so does one in a language that is none of the four.
    """
    known = prior if prior in LANGUAGES else None
    words = words_of(text)
    if not words:
        return known or DEFAULT, False
    if not evidence:
        return _by_tables(words, known)
    best = max(LANGUAGES, key=evidence.__getitem__)
    lead = evidence[best] - max(value for name, value in evidence.items() if name != best)
    if lead >= _MARGIN:
        return best, True
    strange = evidence[best] - evidence[OTHER] < _MARGIN
    if known and (strange or evidence[best] - evidence[known] <= _BEHIND):
        return known, False
    return best, False


def _by_tables(words: list[str], known: str | None) -> tuple[str, bool]:
    scores = dict.fromkeys(LANGUAGES, 0.0)
    letters = set().union(*words)
    for letter in _LETTERS.keys() & letters:
        scores[_LETTERS[letter]] += 1.5
    for word in words:
        for language in SMALL_WORDS.get(word, ()):
            scores[language] += 0.8 / len(SMALL_WORDS[word])
        for language in TYPED_IN_LATIN.get(word, ()):
            scores[language] += 1.0 / len(TYPED_IN_LATIN[word])
    if sum(_CYRILLIC.match(word) is not None for word in words) * 2 > len(words):
        scores["en"] -= 3
        scores["sl"] -= 3
    best, second = sorted(scores.values(), reverse=True)[:2]
    sure = best - second >= _TABLES_MARGIN
    if not sure and known:
        scores[known] += _TABLES_PRIOR
    return max(LANGUAGES, key=scores.__getitem__), sure
