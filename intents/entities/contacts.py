"""E-mail addresses and phone numbers. Values: lower-case e-mail; E.164 ("+38640111001").

phonenumbers (Google's tables, 0.1 to 0.2 ms a text) is imported with the first text that has enough digits for a phone.
"""

from __future__ import annotations

import re
from typing import Final

from intents.entities.found import blanked, digits
from intents.understanding import Entity

HOME_REGION: Final = "SI"
# Where customers write from: numbers typed without a country code are tried against these after the home region.
_NEIGHBOURS: Final = ("UA", "RU", "GB")

_EMAIL: Final = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_DIGITS: Final = re.compile(r"\d")
_SHORTEST_PHONE: Final = 8
_PHONE_LIKE: Final = re.compile(r"\d(?:[^\w\n]{0,3}\d){7}")  # so many digits with nothing but marks between them
# With a plus sign it is meant as a phone number, even if no plan knows it (a typing mistake, a number for examples).
_INTERNATIONAL: Final = re.compile(r"\+\d[\d ()./-]{6,20}\d")


# How people write an address where they fear spam, or dictate it: "ana (at) example dot com", "ana собака mail точка ru".
_SPOKEN_EMAIL: Final = re.compile(
    r"(?<![\w@])([\w.+-]{2,40})\s*(?:\(at\)|\[at\]|\s(?:at|собака|собачка|afna|et)\s)\s*"
    r"([\w-]{2,40}(?:\s*(?:\.|\(dot\)|\[dot\]|\s(?:dot|точка|крапка|pika)\s)\s*[\w-]{2,20}){1,3})(?!\w)",
    re.IGNORECASE,
)
_DOT: Final = re.compile(r"\s*(?:\(dot\)|\[dot\]|\b(?:dot|точка|крапка|pika)\b|\.)\s*", re.IGNORECASE)
_SPACED_EMAIL: Final = re.compile(r"([\w.+-]{1,64})\s?@\s?([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_AT_WORDS: Final = re.compile(r"[(\[]at[)\]]|\b(?:собака|собачка|afna)\b|\bat\b.{2,40}\bdot\b", re.IGNORECASE)


def emails(text: str) -> list[Entity]:
    """Addresses as typed or dictated; whether they exist is for others to find out."""
    found: list[Entity] = []
    if "@" in text or "＠" in text:
        text = text.replace("＠", "@")
        found = [_email(match[0], match.start(), match.end()) for match in _EMAIL.finditer(text)]
        for match in _SPACED_EMAIL.finditer(blanked(text, found)):
            found.append(_email(f"{match[1]}@{match[2]}", match.start(), match.end()))
    elif _AT_WORDS.search(text):
        for match in _SPOKEN_EMAIL.finditer(text):
            found.append(_email(f"{match[1]}@{_DOT.sub('.', match[2])}", match.start(), match.end(), 0.8))
    return found


def _email(address: str, start: int, end: int, score: float = 1.0) -> Entity:
    bare = address.lstrip(".'-")
    begin = start + len(address) - len(bare)
    kept = bare.rstrip(".'-_")
    return Entity("email", kept.lower(), begin, max(end - (len(bare) - len(kept)), begin + 1), score)


def phones(text: str, region: str = HOME_REGION) -> list[Entity]:
    """Numbers that exist in the home region's plan, in international form, or else in a neighbour's plan."""
    if not _PHONE_LIKE.search(text):
        return []
    import phonenumbers  # late: its tables cost 20 MB and most messages hold no phone number

    found: list[Entity] = []
    for index, each in enumerate((region, *(other for other in _NEIGHBOURS if other != region))):
        for match in phonenumbers.PhoneNumberMatcher(text, each):
            if index and sum(c.isdecimal() for c in match.raw_string) < _SHORTEST_PHONE + 2:
                continue
            if not any(e.start < match.end and match.start < e.end for e in found):
                value = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
                found.append(Entity("phone", value, match.start, match.end, 0.8 if index else 1.0))
        if found and len(_DIGITS.findall(blanked(text, found))) < _SHORTEST_PHONE:
            return found
    for typed in _INTERNATIONAL.finditer(blanked(text, found)):
        value = digits(typed[0])
        if _SHORTEST_PHONE <= len(value) <= 15:
            found.append(Entity("phone", f"+{value}", typed.start(), typed.end(), 0.6))
    return found
