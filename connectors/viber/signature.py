"""Viber's proof that a call comes from Viber: an HMAC-SHA256 of the raw body with the bot's token, in hex."""

from __future__ import annotations

import hashlib
import hmac

HEADER = "X-Viber-Content-Signature"


def sign(token: str, body: bytes) -> str:
    return hmac.new(token.encode(), body, hashlib.sha256).hexdigest()


def signed(token: str, body: bytes, signature: str | None) -> bool:
    """Whether the signature is right, in constant time."""
    given = (signature or "").encode("utf-8", "surrogateescape")
    return hmac.compare_digest(sign(token, body).encode(), given)
