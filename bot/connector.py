"""What the core asks of a messenger's connector, and what a connector may ask of the core.

Two small protocols and their values. The core never imports a connector; `bot/app.py` brings them together.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from bot.message import Message
from bot.update import Attachment, Update

if TYPE_CHECKING:
    from aiohttp import web


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message on its way out. `id` is the outbox row's and stays the same over retries.

    A message may take several of the platform's: `parts` of them are sent already, and the next try goes on from there.
    `held_before` counts older messages to this address that are held (`SendHeld`). `author` is bot, notice or agent:<id>, and `epoch` the
    one in which it was decided: a message of somebody who no longer has the baton is not sent (bot/desk/baton.py).
    """

    id: int
    channel: str
    address: str
    message: Message
    parts: int = 0
    held_before: int = 0
    conversation: int = 0
    epoch: int = 0
    author: str = "bot"


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform took it. `platform_ids` are its names for the messages it became, in their order, those of earlier tries left out."""

    platform_ids: tuple[str, ...] = ()


class SendLater(Exception):
    """Try again after `seconds` (a rate limit, a passing fault); the part being sent was not delivered.

    `platform_ids` are those of parts sent in this try before it; they are not sent again. `code` is the platform's, for the statistics;
    "unreachable" when nobody was there at all, "rate" when we are too fast.
    """

    def __init__(self, seconds: float, reason: str, *, code: str = "", platform_ids: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.seconds = seconds
        self.code = code
        self.platform_ids = platform_ids


class SendHeld(Exception):
    """The platform's rules forbid it until the customer writes (a closed WhatsApp window, a Viber customer not subscribed).

    Kept with its reason, and sent when they write; never sent to fail.
    """

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class SendRefused(Exception):
    """Will never work (blocked, gone, outside the rules). `closes_channel` when nothing more may be sent to this address."""

    def __init__(self, code: str, reason: str, *, closes_channel: bool = False) -> None:
        super().__init__(reason)
        self.code = code
        self.closes_channel = closes_channel


class SendUnknown(Exception):
    """It timed out: the part being sent may or may not have arrived. Never sent again blindly.

    `platform_ids` are those of parts sent in this try before it.
    """

    def __init__(self, reason: str, *, platform_ids: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.platform_ids = platform_ids


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a platform takes messages: `rate` a second for the whole account, `chat_rate` a second to one address.

    Each after a burst of so many messages at once.
    """

    rate: float
    burst: int
    chat_rate: float
    chat_burst: int


class Connector(Protocol):
    """A messenger. `name` is the channel's name in the store and in config.yml.

    `resends`: sending a message twice under one id does no harm there, so what a crash interrupted is sent again.
    `receipts`: the platform reports what became of its messages (`Desk.report`), so their ids are kept. `pace` None: as fast as can be.
    """

    name: str
    resends: bool
    receipts: bool

    @property
    def pace(self) -> Pace | None: ...

    async def send(self, delivery: Delivery) -> Sent:
        """Deliver, or raise SendLater, SendRefused or SendUnknown."""
        ...

    async def typing(self, address: str) -> None:
        """Show the customer that an answer is being written, where the platform can. Best effort: never raises."""
        ...

    async def forget(self, address: str) -> None:
        """Remove what the connector itself keeps of a person, as their files: they want to be erased."""
        ...


class Messenger(Connector, Protocol):
    """A connector to a platform on the internet. `fault` says what is wrong with the channel now and what to do, None when nothing is."""

    fault: str | None

    def routes(self) -> list[web.RouteDef]:
        """The webhooks it listens on."""
        ...

    async def start(self) -> None:
        """Called when the port is open and the desk works: load what is heavy, register the webhook, begin to poll.

        Returns when that is done; a platform that does not answer is tried again, by a task of the connector's own. Never raises: what
        is wrong goes into `fault` and the log.
        """
        ...

    async def alive(self) -> bool:
        """Whether the platform answers at all: its cheapest question, about our account, after which `link` knows it.

        Asked after sends that got no answer; may raise instead of False.
        """
        ...

    async def close(self) -> None:
        """Stop polling and let go of connections."""
        ...

    def fetch(self, source: str) -> AsyncIterator[bytes]:
        """The bytes of a customer's file by `Attachment.source`. Raises SendLater (try again) or SendRefused (it is gone)."""
        ...

    def link(self, code: str) -> str | None:
        """An address that opens a chat with us and brings the code along; None while it is not known (no account has answered yet)."""
        ...

    async def check(self) -> Sequence[Finding]:
        """Ask the platform whether account, credentials and webhook are right, and try a signature on our own check."""
        ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at by `frontdesk check --live`: what, whether it is right, and what was found or what to do."""

    what: str
    right: bool
    detail: str


ReceiptState = Literal["sent", "delivered", "read", "failed", "held"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a platform says became of a message: by our `delivery` and `part` where it returns them to us, else by its `platform_id`.

    Receipts come late, twice and out of order; the desk only moves forward. `code` and `reason` say why it failed or is held.
    """

    channel: str
    state: ReceiptState
    platform_id: str
    delivery: int | None = None
    part: int = 0
    code: str = ""
    reason: str = ""
    closes_channel: bool = False


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

    async def history(self, channel: str, address: str, *, limit: int = 200, openings: bool = False) -> tuple[Line, ...]:
        """The conversation so far, oldest first. `openings`: with a line without words where the customer opened the chat."""
        ...

    async def settled(self, channel: str, address: str, *, timeout: float) -> bool:
        """Wait until everything that came from an address is answered and sent; False when the time (seconds) is over."""
        ...

    async def writes(self, channel: str, address: str) -> None:
        """The customer is typing, where the platform tells; open desks show it. Nothing is stored."""
        ...

    async def report(self, receipts: Sequence[Receipt]) -> None:
        """What became of messages, durably. Unknown ones are passed over."""
        ...

    async def last_heard(self, channel: str, address: str) -> datetime | None:
        """When the customer last wrote; None when never."""
        ...


class Busy(Exception):
    """More than the core takes from one sender at once; the connector answers "slow down" (429). `retry_after` in seconds."""

    def __init__(self, retry_after: float) -> None:
        super().__init__("too many messages from one sender")
        self.retry_after = retry_after
