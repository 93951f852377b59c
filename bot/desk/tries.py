"""How often somebody may try before they must wait. In memory, of a bounded size; no I/O.

Failures are counted, in a window that slides. A try counts from its beginning and is taken back when it was right, so that a hundred tries
at once are not a hundred free ones. What is counted is lost at a restart, which nobody outside can bring about.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.errors import FrontdeskError

MOST_KEYS = 10_000  # some 3 MB when full; the key that was silent longest goes first


class TooManyTries(FrontdeskError):
    """Wait `retry_after` seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"too many tries; the next one is possible in {retry_after} seconds")
        self.retry_after = retry_after


class Tries:
    """At most `most` failures of one key within `window`."""

    def __init__(self, most: int, window: timedelta, now: Callable[[], datetime], *, keys: int = MOST_KEYS) -> None:
        self._most = most
        self._window = window
        self._now = now
        self._keys = keys
        self._counted: dict[str, deque[datetime]] = {}  # in the order of their last try

    def begin(self, key: str) -> None:
        """Count a try. Raises TooManyTries, counting nothing."""
        at = self._now()
        before = self._counted.pop(key, deque[datetime]())
        while before and before[0] <= at - self._window:
            before.popleft()
        self._counted[key] = before
        if len(before) >= self._most:
            raise TooManyTries(math.ceil((before[0] + self._window - at).total_seconds()))
        before.append(at)
        while len(self._counted) > self._keys:
            self._counted.pop(next(iter(self._counted)))

    def take_back(self, key: str) -> None:
        """The last try was no failure."""
        before = self._counted.get(key)
        if before:
            before.pop()

    def forget(self, key: str) -> None:
        self._counted.pop(key, None)

    def __len__(self) -> int:
        return len(self._counted)
