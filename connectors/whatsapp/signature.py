"""Whether a request comes from Twilio. The signature covers the exact public address and every field, and is checked before any is used.

https://www.twilio.com/docs/usage/webhooks/webhooks-security. Nothing of X-Forwarded-* is believed: the public address is configured.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

Fields = Sequence[tuple[str, str]]


class Signatures:
    """Checks for one account. `signing_key` is the secret of a shared key, for accounts that sign with one."""

    def __init__(self, *, auth_token: str, signing_key: str | None, public_url: str | None) -> None:
        self._auth_token = auth_token
        self._signing_key = signing_key
        self._public_url = (public_url or "").rstrip("/")

    def good(self, path: str, fields: Fields, signature: str, settings: str) -> bool:
        """`path` with its query as it stood on the request line, `settings` the header that names the algorithm, empty when absent.

        False for everything when no public address is configured.
        """
        url = self.url(path)
        if url is None or not signature or not path.isascii():
            return False
        good = False
        for address in _spellings(url):
            expected = self._sign(address, fields, settings)
            # Every spelling is tried, so that the time says nothing.
            good |= expected is not None and hmac.compare_digest(expected.encode(), signature.encode(errors="replace"))
        return good

    def sign(self, path: str, fields: Fields) -> str:
        """What Twilio would put into X-Twilio-Signature; for the check of our own handler."""
        return self._sign(self.url(path) or "", fields, "") or ""

    def url(self, path: str) -> str | None:
        """The public address of a path; None when it cannot be known."""
        return self._public_url + path if self._public_url and path.startswith("/") else None

    def _sign(self, url: str, fields: Fields, settings: str) -> str | None:
        # Late: loaded with the rest of the library when the channel starts; 50 ms that no command without WhatsApp should pay.
        from twilio.request_validator import HMAC_SHA1, HMAC_SHA256, RequestValidator, get_signature_algorithm

        algorithm = get_signature_algorithm(settings).upper()
        secret = {HMAC_SHA1: self._auth_token, HMAC_SHA256: self._signing_key}.get(algorithm)
        if not secret:
            return None
        return str(RequestValidator(secret).compute_signature(url, _Repeated(fields), algorithm))


class _Repeated(dict[str, list[str]]):
    """Fields with all their values, as the library reads forms in which a name may come twice."""

    def __init__(self, fields: Fields) -> None:
        super().__init__()
        for name, value in fields:
            self.setdefault(name, []).append(value)

    def getall(self, name: str) -> list[str]:
        return self[name]


def _spellings(url: str) -> list[str]:
    """With and without the port, because Twilio's own servers are not of one mind."""
    parts: Any = urlsplit(url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return [parts._replace(netloc=str(host)).geturl(), parts._replace(netloc=f"{host}:{port}").geturl()]
