"""How people type Russian and Ukrainian in Latin letters, and Slovenian without its marks. Spellings only.

There is no one standard; each table is a habit: the passport's, the schoolbook's (with j), the quick one. Neighbours:
`language_training.py` learns words in these spellings too; `folding.py` goes the other way and makes all of them one.
"""

from __future__ import annotations

from typing import Final

_SHARED: Final = {
    "а": "a", "б": "b", "в": "v", "д": "d", "е": "e", "ж": "zh", "з": "z", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "",
    "ю": "yu", "я": "ya",
}  # fmt: skip
_RUSSIAN: Final = {**_SHARED, "г": "g", "и": "i", "й": "y", "ё": "yo", "ъ": "", "ы": "y", "э": "e"}
_UKRAINIAN: Final = {**_SHARED, "г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "yi", "й": "i", "є": "ye", "'": ""}
_HABITS: Final = {
    "ru": (
        _RUSSIAN,
        {**_RUSSIAN, "й": "j", "х": "h", "ж": "j", "ц": "c", "щ": "sch", "ю": "ju", "я": "ja", "ь": "'"},
        {**_RUSSIAN, "й": "i", "х": "h", "ц": "c", "щ": "sh", "ы": "i", "ё": "e", "ю": "u", "я": "ia"},
        {**_RUSSIAN, "х": "x", "щ": "sch", "я": "ya", "ё": "e"},
    ),
    "uk": (
        _UKRAINIAN,
        {**_UKRAINIAN, "й": "j", "х": "h", "ж": "zh", "ц": "c", "щ": "sch", "ю": "ju", "я": "ja", "є": "je", "ї": "ji"},
        {**_UKRAINIAN, "й": "y", "х": "h", "щ": "sch", "и": "u", "ю": "iu", "я": "ia", "є": "ie", "ї": "i"},
        {**_UKRAINIAN, "г": "g", "й": "i", "х": "h", "и": "i", "щ": "sh", "є": "e", "ї": "i"},
    ),
}  # fmt: skip
_BARE: Final = str.maketrans("čšžćđ", "cszcd")


def in_latin(word: str, language: str) -> set[str]:
    """The usual Latin spellings of a lower-case Russian ("ru") or Ukrainian ("uk") word."""
    return {"".join(habit.get(letter, letter) for letter in word) for habit in _HABITS[language]}


def without_marks(word: str) -> str:
    """A Slovenian word as it is typed where the keyboard has no č, š, ž."""
    return word.translate(_BARE)
