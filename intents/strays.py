"""Examples that do not belong where they stand: in another language than their folder's, or with somebody's contacts in them.

By letters and small words alone, so that a whole set takes a second; a line is told only when nothing in it speaks for its own
language. Reads no file. Neighbours: `faults.py` reports what is found here, `language_words.py` has the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from intents.folding import clean
from intents.language_words import SMALL_WORDS, TYPED_IN_LATIN
from intents.rasa_values import Example, Fault

_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ADDRESS: Final = re.compile(r"\S+@\S+|https?://\S+|#\w+")
_LETTERS: Final = {"uk": re.compile("[іїєґ]"), "ru": re.compile("[ыэъ]"), "sl": re.compile("[čšž]")}
_ENOUGH: Final = 3  # small words of one other language, and none of its own, before a line is called a stranger
_SPEAKS_OF_LANGUAGES: Final = "change_language"  # "speak english please" belongs in every folder

_EMAIL: Final = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
# Names nobody can own, https://www.rfc-editor.org/rfc/rfc2606 and rfc6761.
_NOBODYS: Final = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$", re.IGNORECASE)
_CARD: Final = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")
_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b")


def out_of_place(example: Example) -> Iterator[Fault]:
    """A line in another language than its folder's. A script that cannot be right is a fault, everything else a notice."""
    wrong = foreign(example)
    if wrong:
        message, certain = wrong
        yield Fault(example.file, example.line, f'"{example.text}" {message}', notice=not certain)


def contacts(example: Example) -> Iterator[Fault]:
    """What may be a person's: a number that would pass a bank's check is a fault, an address at a domain that can be owned a notice."""
    for found in _CARD.finditer(example.text):
        if _passes_luhn(found[0]):
            yield Fault(example.file, example.line, f"{found[0]} is the number of a possible payment card")
    for found in _IBAN.finditer(example.text):
        if _passes_iban(found[0]):
            yield Fault(example.file, example.line, f"{found[0]} is the number of a possible bank account")
    for found in _EMAIL.finditer(example.text):
        if not _NOBODYS.search(found[1]):
            yield Fault(example.file, example.line, f"{found[0]} may be somebody's; use a domain such as example.com", notice=True)


def foreign(example: Example) -> tuple[str, bool] | None:
    """What speaks against the language of an example's folder, and whether that is certain; None for a line that is at home."""
    language = example.language
    if language is None or example.intent == _SPEAKS_OF_LANGUAGES:
        return None
    low = _ADDRESS.sub(" ", clean(example.text))
    letters = len(_LETTER.findall(low))
    cyrillic = len(_CYRILLIC.findall(low))
    if language in {"en", "sl"} and cyrillic * 2 > letters:
        return f"is in Cyrillic letters, among the examples in {language}", True
    if language in {"ru", "uk"} and cyrillic:
        other = "uk" if language == "ru" else "ru"
        if _LETTERS[other].search(low) and not _LETTERS[language].search(low) and _votes(low).get(other, 0) > _votes(low).get(language, 0):
            return f"is spelt as {other} is, among the examples in {language}", False
        return None
    votes = _votes(low)
    other = max(votes, key=lambda each: votes[each], default=language)
    if other != language and votes[other] >= _ENOUGH and not votes.get(language) and not (language == "sl" and _LETTERS["sl"].search(low)):
        return f"sounds like {other}, among the examples in {language}", False
    return None


def _votes(low: str) -> dict[str, int]:
    """How many words are small words of one language and of no other."""
    found: dict[str, int] = {}
    for word in _WORD.findall(low):
        spoken = {*SMALL_WORDS.get(word, ()), *TYPED_IN_LATIN.get(word, ())}
        if len(spoken) == 1:
            one = spoken.pop()
            found[one] = found.get(one, 0) + 1
    return found


def _passes_luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number) if digit.isdigit()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return len(set(digits)) > 1 and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _passes_iban(number: str) -> bool:
    """ISO 13616: the first four signs at the end, letters as 10 to 35, divided by 97 leave 1."""
    plain = number.replace(" ", "")
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1
