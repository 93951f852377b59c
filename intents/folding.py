"""One spelling for what people type in two scripts, with and without diacritics.

`fold` maps Cyrillic and Latin text to plain lower-case Latin letters so that "где мой заказ", "gde moi zakaz" and "gde moj
zakaz" meet, as do "naročilo" and "narocilo". It is lossy on purpose and never shown to anyone. Neighbours: `features.py`
and `entities/products.py` compare folded texts; `language.py` must not (folding hides the language).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Invisible characters that carry no meaning in a message: controls, zero-width and direction marks, variation selectors.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ud800-\udfff]"
)
_APOSTROPHES: Final = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'"})

_CYRILLIC: Final = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z",
        "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i",
        "ь": "", "э": "e", "ю": "u", "я": "a", "đ": "d", "ł": "l", "ß": "ss", "ø": "o", "æ": "e",
    }
)  # fmt: skip

# Spellings of one sound in Latin letters, longest first; applied to Latin and to transliterated Cyrillic alike.
_VARIANTS: Final = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("w", "v"), ("x", "h"), ("q", "k"),
    ("j", "i"), ("y", "i"), ("ia", "a"), ("iu", "u"), ("ie", "e"), ("io", "o"), ("ii", "i"),
)  # fmt: skip
_FOUR_AS_CH: Final = re.compile(r"4(?=[a-z])|(?<=[a-z])4(?=[a-z])")  # "4to", "po4emu"
_DOUBLED: Final = re.compile(r"([a-z])\1+")


@lru_cache(maxsize=8)  # one message is cleaned by everybody who looks at it
def clean(text: str) -> str:
    """Lower case, composed, without invisible characters, one kind of apostrophe and single blanks."""
    text = _INVISIBLE.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    return " ".join(text.lower().split())


@lru_cache(maxsize=8192)
def fold_word(word: str) -> str:
    """The folded form of one lower-case word; may be empty (a lone soft sign)."""
    if not word.isascii():
        word = word.translate(_CYRILLIC)
        if not word.isascii():
            word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.replace("'", "")
    if word.isdigit():
        return word
    if "4" in word:
        word = _FOUR_AS_CH.sub("ch", word)
    for variant, one in _VARIANTS:
        if variant in word:
            word = word.replace(variant, one)
    return _DOUBLED.sub(r"\1", word)


def fold(text: str) -> str:
    """A whole text folded word by word, words parted by one blank, punctuation kept where it stood."""
    return " ".join(filter(None, (fold_word(word) for word in clean(text).split())))
