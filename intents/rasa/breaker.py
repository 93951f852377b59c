"""When to ask a server that fails, and when to leave it alone.

    closed     every request is made; `limit` failures in a row open it
    open       none is made, until `pause` seconds have gone by
    half-open  one request is made as a probe: it closes the breaker, or opens it for another pause

Pure: the clock is given. A request that began before the state changed says nothing about the new state and is not counted.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum
from typing import Final

LIMIT: Final = 3  # failures in a row
PAUSE: Final = 10.0  # seconds; a probe costs one customer at most the time limit


class State(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"  # the pause is over; the next request is the probe, or it is on its way


class Breaker:
    """One server's. Not for several threads."""

    def __init__(self, *, limit: int = LIMIT, pause: float = PAUSE, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit, self._pause, self._clock = limit, pause, clock
        self._failures = 0
        self._opened_at: float | None = None
        self._probing = False
        self._era = 0  # grows with every change of state

    @property
    def state(self) -> State:
        if self._opened_at is None:
            return State.CLOSED
        return State.HALF_OPEN if self._probing or self._clock() - self._opened_at >= self._pause else State.OPEN

    def begin(self) -> int | None:
        """A ticket to hand back with `worked`, `failed` or `gave_up`; None when no request may be made now."""
        if self._opened_at is None:
            return self._era
        if self._probing or self.state is State.OPEN:
            return None
        self._probing = True
        return self._era

    def worked(self, ticket: int) -> bool:
        """The request was answered. True when that closed the breaker."""
        if ticket != self._era:
            return False
        self._failures = 0
        closes = self._opened_at is not None
        if closes:
            self._opened_at, self._probing = None, False
            self._era += 1
        return closes

    def failed(self, ticket: int) -> bool:
        """The request failed. True when that opened the breaker; a failed probe only keeps it open."""
        if ticket != self._era:
            return False
        self._failures += 1
        opens = self._opened_at is None and self._failures >= self._limit
        if opens or self._opened_at is not None:
            self._opened_at, self._probing = self._clock(), False
            self._era += 1
        return opens

    def gave_up(self, ticket: int) -> None:
        """The request was broken off by our own side: another one may be the probe."""
        if ticket == self._era:
            self._probing = False
