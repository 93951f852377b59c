"""One phone under the several forms it travels in: Brazil's ninth digit, Mexico's old 1, Argentina's mobile 9.

Three countries changed how their mobile numbers are written, and messengers still vouch for the form an account was opened with,
while a shop's orders have the other. Here is the rule by which both are one phone; every shop connector compares with
`same_phone`. What is typed freely is read with phonenumbers first (connectors/shops/demo/proofs.py); nothing here guesses a country.

A rule is here only where nobody else can own the other form. So Brazilian landlines have none, nor have eight digits that begin with 7
(trunk radio lives on there beside nine digits that begin with 97), and an Argentinian 15, which is dialled at home only, is never taken
for a part of a number.
"""

from __future__ import annotations

import hmac
import re
from typing import Final

LONGEST: Final = 15  # digits of a number in E.164

_DIRECTORY = "[1-9][1-9]"  # Brazilian area codes have no 0
# Area code and subscriber make ten digits; a subscriber's number begins with 2 to 9, which also keeps "11 15..." out. No area code
# of four digits begins with one of three.
_THREE = "22[013]|23[067]|249|26[01346]|280|29[14789]|336|34[12358]|35[138]|36[24]|37[069]|38[013578]"
_ARGENTINIAN = f"(?:11[2-9][0-9]{{7}}|(?:{_THREE})[2-9][0-9]{{6}}|(?!{_THREE})[23][0-9]{{3}}[2-9][0-9]{{5}})"
_FORMS: Final = tuple(
    (re.compile(pattern), prefix)
    for pattern, prefix in (
        (rf"\+55({_DIRECTORY})9([689][0-9]{{7}})", r"+55\1\2"),
        (rf"\+55({_DIRECTORY})([689][0-9]{{7}})", r"+55\g<1>9\2"),
        (r"\+521([2-9][0-9]{9})", r"+52\1"),
        (r"\+52([2-9][0-9]{9})", r"+521\1"),
        (rf"\+549({_ARGENTINIAN})", r"+54\1"),
        (rf"\+54({_ARGENTINIAN})", r"+549\1"),
    )
)


def e164(text: str) -> str:
    """What a messenger calls a number ("38640111001", "whatsapp:+38640111001") in E.164; "" when it is none."""
    digits = "".join(c for c in text[:80] if c.isascii() and c.isdigit())
    return f"+{digits}" if digits and len(digits) <= LONGEST and not digits.startswith("0") else ""


def variants(e164: str) -> tuple[str, ...]:
    """The number itself, then the other form of it where its country has one. What is no E.164 comes back alone."""
    others = (form.sub(other, e164) for form, other in _FORMS if form.fullmatch(e164))
    return (e164, *others)


def same_phone(shown: str, known: str) -> bool:
    """Whether two numbers in E.164 are one phone. Takes the same time whether they are or not; an empty one is nobody's."""
    fits = False
    for form in variants(shown):
        fits |= hmac.compare_digest(form.encode(), known.encode())
    return fits and bool(known)


_LANGUAGES = (("+386", "sl"), ("+380", "uk"), ("+7", "ru"), ("+375", "ru"))


def language_of(e164: str) -> str | None:
    """The language most likely read where a number is from, of those the bot speaks; a first guess until the customer has written."""
    return next((language for beginning, language in _LANGUAGES if e164.startswith(beginning)), None)
