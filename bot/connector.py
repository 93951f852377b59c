"""What the core asks of a messenger's connector, and what a connector may ask of the core.

Two small protocols and their values. The core never imports a connector; `bot/app.py` brings them together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.message import Message
from bot.update import Attachment, Update


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message on its way out. `id` is the outbox row's and stays the same over retries."""

    id: int
    channel: str
    address: str
    message: Message


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform took it. `platform_id` is its name for the message, where it gives one."""

    platform_id: str | None = None


class SendLater(Exception):
    """Try again after `seconds` (a rate limit, a passing fault); nothing was delivered."""

    def __init__(self, seconds: float, reason: str) -> None:
        super().__init__(reason)
        self.seconds = seconds


class SendRefused(Exception):
    """Will never work (blocked, gone, outside the rules). `closes_channel` when nothing more may be sent to this address."""

    def __init__(self, code: str, reason: str, *, closes_channel: bool = False) -> None:
        super().__init__(reason)
        self.code = code
        self.closes_channel = closes_channel


class SendUnknown(Exception):
    """It timed out: the message may or may not have arrived. Never sent again blindly."""


class Connector(Protocol):
    """A messenger. `name` is the channel's name in the store and in config.yml.

    `resends`: sending a message twice under one id does no harm there, so what a crash interrupted is sent again.
    """

    name: str
    resends: bool

    async def send(self, delivery: Delivery) -> Sent:
        """Deliver, or raise SendLater, SendRefused or SendUnknown."""
        ...

    async def typing(self, address: str) -> None:
        """Show the customer that an answer is being written, where the platform can. Best effort: never raises."""
        ...

    async def forget(self, address: str) -> None:
        """Remove what the connector itself keeps of a person, as their files: they want to be erased."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a conversation's history. `direction` is "in" or "out"; `attachments` are the customer's files.

    `id` grows with time within a conversation; for "out" it is the `Delivery.id` the message was sent with. `client_id` is the
    `platform_id` of a customer's own message.
    """

    id: int
    direction: str
    at: datetime
    message: Message
    attachments: tuple[Attachment, ...] = ()
    client_id: str | None = None


class Desk(Protocol):
    """What connectors may ask of the core."""

    async def accept(self, updates: Sequence[Update]) -> int:
        """Store updates durably and have them worked on. Returns how many were new. Raises `Busy` when a sender floods."""
        ...

    async def history(self, channel: str, address: str, *, limit: int = 200) -> tuple[Line, ...]:
        """The conversation so far, oldest first."""
        ...

    async def settled(self, channel: str, address: str, *, timeout: float) -> bool:
        """Wait until everything that came from an address is answered and sent; False when the time (seconds) is over."""
        ...


class Busy(Exception):
    """More than the core takes from one sender at once; the connector answers "slow down" (429). `retry_after` in seconds."""

    def __init__(self, retry_after: float) -> None:
        super().__init__("too many messages from one sender")
        self.retry_after = retry_after
