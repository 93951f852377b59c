"""The second step of entering: six digits that change every half minute (RFC 6238). Pure but for the randomness of a new key."""

from __future__ import annotations

import hmac
from datetime import datetime

PERIOD = 30  # seconds
DRIFT = 1  # periods a phone's clock may be off, either way
DIGITS = 6


def new_key() -> str:
    """160 bits in base 32, as authenticator apps take it."""
    import pyotp  # late: only who uses it pays

    return pyotp.random_base32()


def address(key: str, email: str, issuer: str) -> str:
    """The otpauth:// link an authenticator app opens."""
    import pyotp  # late: only who uses it pays

    return pyotp.TOTP(key).provisioning_uri(name=email, issuer_name=issuer)


def step_of(key: str, code: str, at: datetime) -> int | None:
    """The time step a code is of, None when it is of none near `at`. All near steps are compared, whichever fits."""
    import pyotp  # late: only who uses it pays

    typed = "".join(letter for letter in code if not letter.isspace()).encode("utf-8", "replace")
    here = int(at.timestamp()) // PERIOD
    right = [
        step for step in range(here - DRIFT, here + DRIFT + 1) if hmac.compare_digest(pyotp.TOTP(key).generate_otp(step).encode(), typed)
    ]
    return right[-1] if right else None
