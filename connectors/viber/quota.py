"""How many messages went to each customer since they last wrote. In memory: after a restart Viber's own answer 12 is the limit."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.connector import SendHeld
from connectors.viber import limits


class Unanswered:
    """`limit` messages within `seconds` to somebody who does not answer. Nothing is kept of a customer for longer than that."""

    def __init__(self, now: Callable[[], datetime], *, limit: int = limits.UNANSWERED, seconds: float = limits.UNANSWERED_SECONDS) -> None:
        self._now = now
        self._limit = limit
        self._window = timedelta(seconds=seconds)
        self._sent: dict[str, deque[datetime]] = {}  # by address, the one sent to last at the end

    def room(self, address: str, parts: int) -> None:
        """Raises SendHeld when so many more would be over the limit. One message larger than the limit goes when nothing was sent yet."""
        self._forget_old()
        old = self._now() - self._window
        sent = sum(at > old for at in self._sent.get(address, ()))
        if sent and sent + parts > self._limit:
            raise SendHeld(
                "unanswered_limit",
                f"{sent} messages went to this customer within the hour and none came back; Viber takes {self._limit}. "
                "This one goes when they write.",
            )

    def sent(self, address: str) -> None:
        times = self._sent.pop(address, None) or deque(maxlen=self._limit)
        times.append(self._now())
        self._sent[address] = times

    def heard(self, address: str) -> None:
        """The customer wrote, or is to be forgotten."""
        self._sent.pop(address, None)

    def _forget_old(self) -> None:
        while self._sent:
            address, times = next(iter(self._sent.items()))
            if times[-1] > self._now() - self._window:
                break
            del self._sent[address]
