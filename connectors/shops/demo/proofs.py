"""Whether what a customer shows proves that an order is theirs.

E-mails are compared casefolded, phones as E.164 (`bot.phones` knows which of them are one phone), both in constant time,
and the caller compares with `STRANGER` when there is no such order, so that neither the answer nor its time tells whether
an order number exists. Counting wrong tries is the gate's work (bot/), not the shop's.
"""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Iterator
from typing import Final

from bot.phones import e164, same_phone
from bot.shop import Proof
from connectors.shops.demo.records import CustomerRecord

_LONGEST: Final = 254  # characters of an e-mail address (RFC 5321); nothing longer is looked at

# Compared with when an order does not exist. The phone is a valid one of no customer; no e-mail is equal to "".
STRANGER: Final = CustomerRecord(name="", email="", phone="+38640000000", country="SI", language="en", address="")


def proves(proof: Proof, customer: CustomerRecord) -> bool:
    """True when any part of the proof is this customer's."""
    fits = False
    if proof.email:
        fits |= _same(_email(proof.email), _email(customer.email)) and bool(customer.email)
    if proof.phone:
        for phone in _phones(proof.phone, customer):
            fits |= same_phone(phone, customer.phone)
    if proof.verified_phone:
        fits |= same_phone(e164(proof.verified_phone), customer.phone)
    return fits and customer is not STRANGER


def opens(proof: Proof, number: str) -> bool:
    """True when the core itself vouches for this one order."""
    return bool(proof.order) and _same(proof.order or "", number)


def _same(shown: str, known: str) -> bool:
    return hmac.compare_digest(shown.encode(), known.encode())


def _email(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:_LONGEST]).strip().casefold()


def _phones(text: str, customer: CustomerRecord) -> Iterator[str]:
    """What was typed, as E.164, read in the order's country and in the country of the phone on the order."""
    # Loaded late: its tables cost 36 ms and most conversations prove with an e-mail or a verified phone.
    import phonenumbers

    home = phonenumbers.region_code_for_country_code(phonenumbers.parse(customer.phone, None).country_code or 0)
    for region in dict.fromkeys((customer.country, home)):
        try:
            number = phonenumbers.parse(text[:_LONGEST], region)
        except phonenumbers.NumberParseException:
            continue
        yield phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
