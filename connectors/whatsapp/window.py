"""The customer-service window: whether the shop may write freely to a customer now.

A cache in memory over what the desk knows for good; it forgets the oldest when it is full. It also keeps the last message of each
customer, which "is typing" must name.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.connector import Desk
from connectors.whatsapp.limits import WINDOW, WINDOW_MARGIN

MOST = 10_000  # customers remembered, about 2 MB


@dataclass(frozen=True, slots=True)
class _Heard:
    at: datetime
    message_sid: str


class Windows:
    def __init__(self, desk: Desk, channel: str, now: Callable[[], datetime]) -> None:
        self._desk = desk
        self._channel = channel
        self._now = now
        self._heard: OrderedDict[str, _Heard] = OrderedDict()

    def heard(self, address: str, message_sid: str, at: datetime) -> None:
        self._heard[address] = _Heard(at, message_sid)
        self._heard.move_to_end(address)
        while len(self._heard) > MOST:
            self._heard.popitem(last=False)

    async def open(self, address: str) -> bool:
        """Whether a message sent now arrives inside the window."""
        since = self._now() - WINDOW + WINDOW_MARGIN
        known = self._heard.get(address)
        if known is not None and known.at > since:
            return True
        last = await self._desk.last_heard(self._channel, address)  # another process may have heard them, or we were restarted
        return last is not None and last > since

    def last_message(self, address: str) -> str | None:
        known = self._heard.get(address)
        return known.message_sid if known else None

    def forget(self, address: str) -> None:
        self._heard.pop(address, None)
