"""Pacing: how long a message must wait so that a platform's rate limits are kept. No sleeping here, only reckoning.

The generic cell rate algorithm (https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm), once for the whole account and once for each
address: one number a key, the time at which the next message would be exactly on schedule.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.connector import Pace

SWEEP_AT = 10_000  # addresses remembered before those that are long on schedule are forgotten
TWO_REFUSED = 5.0  # seconds: when two addresses are told to slow down within them, the whole account is meant


class Pacer:
    """`clock` gives seconds that only grow."""

    def __init__(self, pace: Pace, clock: Callable[[], float]) -> None:
        self._pace = pace
        self._clock = clock
        self._account = 0.0
        self._chats: dict[str, float] = {}
        self._refused: tuple[str, float] = ("", -TWO_REFUSED)

    def wait(self, address: str, patience: float) -> float:
        """Seconds until a message to an address may go. Its place is taken when that is at most `patience`; else ask again later."""
        now = self._clock()
        chat = max(self._chats.get(address, 0.0), now)
        account = max(self._account, now)
        per_chat, per_message = 1 / self._pace.chat_rate, 1 / self._pace.rate
        seconds = max(0.0, chat - now - (self._pace.chat_burst - 1) * per_chat, account - now - (self._pace.burst - 1) * per_message)
        if seconds <= patience:
            self._chats[address] = chat + per_chat
            self._account = account + per_message
            if len(self._chats) > SWEEP_AT:
                self._chats = {a: due for a, due in self._chats.items() if due > now}
        return seconds

    def refused(self, address: str, seconds: float) -> None:
        """The platform said "slow down" for so long: to this address, and to everybody when another one heard it a moment ago."""
        now = self._clock()
        self._chats[address] = max(self._chats.get(address, 0.0), now + seconds + (self._pace.chat_burst - 1) / self._pace.chat_rate)
        other, at = self._refused
        if other != address and now - at < TWO_REFUSED:
            self._account = max(self._account, now + seconds + (self._pace.burst - 1) / self._pace.rate)
        self._refused = (address, now)
