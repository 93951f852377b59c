"""Passwords: the rules, the hashes, the one-time ones. Nothing of the store.

argon2id with 32 MiB and three passes in one lane: above what OWASP's cheat sheet on password storage asks for (19 MiB, two passes),
about 50 ms a hash, and small enough that two at once do not push the customers' side of the process aside. The library is loaded late.
"""

from __future__ import annotations

import asyncio
import secrets
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from bot.errors import FrontdeskError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 12  # letters; length helps more than any rule about signs (NIST SP 800-63B, 5.1.1)
LONGEST = 200
FEWEST_DIFFERENT = 5
AT_ONCE = 2
_LETTERS = "acdefghjkmnpqrtuvwxy34679"  # none that look alike
_GROUPS, _EACH = 4, 4  # 74 bits


class WeakPassword(FrontdeskError):
    """The password breaks a rule. `reason`: short, long, simple, email or old."""

    WORDS: ClassVar[dict[str, str]] = {
        "short": f"a password needs at least {SHORTEST} letters",
        "long": f"a password has at most {LONGEST} letters",
        "simple": f"a password needs at least {FEWEST_DIFFERENT} different letters",
        "email": "the e-mail is no password",
        "old": "the new password must differ from the old one",
    }

    def __init__(self, reason: str) -> None:
        super().__init__(self.WORDS[reason])
        self.reason = reason


def one_time() -> str:
    """A password to be read aloud and typed once: xk4m-tt9c-pw3a-hhre."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_EACH)) for _ in range(_GROUPS))


def check(password: str, email: str) -> None:
    """Raises WeakPassword. That it differs from the old one is `Passwords.fits`' to say."""
    if len(password) < SHORTEST:
        raise WeakPassword("short")
    if len(password) > LONGEST:
        raise WeakPassword("long")
    folded = password.casefold()
    if folded in (email.casefold(), email.casefold().partition("@")[0]):
        raise WeakPassword("email")
    if len(set(folded)) < FEWEST_DIFFERENT:
        raise WeakPassword("simple")


class Passwords:
    """Hashes and compares, in threads, two at once at most. The costs are for tests, which have no time to be slow."""

    def __init__(self, *, passes: int = 3, kibibytes: int = 32 * 1024) -> None:
        self._costs = passes, kibibytes
        self._turn = asyncio.Semaphore(AT_ONCE)

    async def hash(self, password: str) -> str:
        async with self._turn:
            return await asyncio.to_thread(self._hash, password)

    async def fits(self, stored: str | None, password: str) -> bool:
        """Whether the password is the one. It takes the same time when there is no stored one, and is then False."""
        async with self._turn:
            return await asyncio.to_thread(self._fits, stored, password)

    def is_old(self, stored: str) -> bool:
        """Whether the hash was made with other costs than today's."""
        return self._hasher.check_needs_rehash(stored)

    def _hash(self, password: str) -> str:
        return self._hasher.hash(_normal(password))

    def _fits(self, stored: str | None, password: str) -> bool:
        from argon2.exceptions import Argon2Error, InvalidHashError  # late: see above

        try:
            return self._hasher.verify(stored or self._nobodys, _normal(password[: 2 * LONGEST])) and stored is not None
        except (Argon2Error, InvalidHashError):
            return False

    @cached_property
    def _hasher(self) -> PasswordHasher:
        from argon2 import PasswordHasher  # late: see above

        passes, kibibytes = self._costs
        return PasswordHasher(time_cost=passes, memory_cost=kibibytes, parallelism=1)

    @cached_property
    def _nobodys(self) -> str:
        return self._hasher.hash(secrets.token_urlsafe(16))


def _normal(password: str) -> str:
    """One form for letters that keyboards write in two, as й."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "replace").decode()
