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
# With a plus sign it is meant as a phone number, even if no plan knows it (a typing mistake, a number for examples).
_INTERNATIONAL: Final = re.compile(r"\+\d[\d ()./-]{6,20}\d")


def emails(text: str) -> list[Entity]:
    """Addresses as typed; whether they exist is for others to find out."""
    if "@" not in text:
        return []
    return [Entity("email", match[0].lower().strip(".'-"), match.start(), match.end()) for match in _EMAIL.finditer(text)]


def phones(text: str, region: str = HOME_REGION) -> list[Entity]:
    """Numbers that exist in the home region's plan, in international form, or else in a neighbour's plan."""
    if len(_DIGITS.findall(text)) < _SHORTEST_PHONE:
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
