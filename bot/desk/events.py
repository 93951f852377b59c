"""What changed, told to every open desk at once. In memory, within the one process; no I/O.

What is told here is a hint to look again: the truth is in the store, and whoever tells has stored it before. So nothing is lost when a
listener is slow: what it missed is replaced by one `Changed(0, "reload")`, and it reads everything anew.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from bot.desk.values import Changed

WAITING = 256  # changes a listener may lag behind; 500 busy conversations change about ten times a second
RELOAD = Changed(0, "reload")


class Events:
    """Belongs to one event loop, from which alone it is called.."""

    def __init__(self, waiting: int = WAITING) -> None:
        self._most = waiting
        self._listeners: set[_Listener] = set()

    @property
    def heard(self) -> bool:
        """Whether anybody listens: what is dear to find out for `tell` need not be found out when not."""
        return bool(self._listeners)

    def tell(self, changed: Changed) -> None:
        """To everybody who listens. Never waits and never raises."""
        for listener in self._listeners:
            listener.put(changed)

    def listen(self) -> AbstractContextManager[asyncio.Queue[Changed]]:
        """Changes from now on, until the context is left."""
        return self._listen()

    @contextmanager
    def _listen(self) -> Iterator[asyncio.Queue[Changed]]:
        listener = _Listener(self._most)
        self._listeners.add(listener)
        try:
            yield listener.queue
        finally:
            self._listeners.discard(listener)


class _Listener:
    """One open desk's queue. While a "reload" lies unread in it nothing is added: reading everything anew shows that too."""

    __slots__ = ("_behind", "queue")

    def __init__(self, most: int) -> None:
        self.queue: asyncio.Queue[Changed] = asyncio.Queue(most)
        self._behind = False

    def put(self, changed: Changed) -> None:
        if self._behind:
            if not self.queue.empty():
                return
            self._behind = False
        if not self.queue.full():
            self.queue.put_nowait(changed)
            return
        while not self.queue.empty():
            self.queue.get_nowait()
        self.queue.put_nowait(RELOAD)
        self._behind = True
