"""What a replay is given and what it gives back. Values and two small protocols; the playing itself is `runner.py`'s."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

import msgspec

from bot.conversation import Frame
from bot.links import LinkChange, Links, NoLinks
from bot.message import Message
from bot.shop import Done, Proof, ShopRefused
from bot.talk import HandOver
from bot.texts import Texts, Voice


class Deeds(Protocol):
    """The durable memory of deeds, outside the journal because it is written in the middle of a turn."""

    async def state(self, key: str) -> str | None:
        """None when never started, "" when started, else the encoded result."""
        ...

    async def started(self, key: str) -> None: ...

    async def finished(self, key: str, result: str) -> None: ...


class Gate(Protocol):
    """Counts wrong proofs. A wrong code is of no order: its number is ""."""

    async def closed_until(self, number: str) -> datetime | None: ...

    async def miss(self, number: str, key: str) -> None:
        """Count a wrong proof; the same key is counted once."""
        ...


@dataclass(frozen=True, slots=True)
class Output:
    """Something to send, and why: `step` is its key, `rests_on` the readings behind it with their age."""

    message: Message
    step: str
    kind: str  # say, sorry, promote, promise, handover, ask, confirm
    text: str = ""
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Promised:
    """A line for the ledger. `text` is what the customer was told, in their language."""

    key: str
    text: str
    due: datetime
    owner: str


@dataclass(slots=True)
class Played:
    """What a replay came to. `status` is waiting (an open question), ended or handed_over."""

    frame: Frame
    status: str = "ended"
    outputs: list[Output] = field(default_factory=list)
    promises: list[Promised] = field(default_factory=list)
    focus: dict[str, str] = field(default_factory=dict)
    proofs: list[str] = field(default_factory=list)
    changes: list[tuple[str, str]] = field(default_factory=list)
    handed: HandOver | None = None
    handover_due: datetime | None = None
    links: list[LinkChange] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class World:
    """All that a replay may touch. `conversation` is part of every deed's key. `reply_by` says when a person will answer."""

    texts: Texts
    voice: Voice
    shop: Any
    deeds: Deeds
    gate: Gate
    conversation: str
    reply_by: Callable[[], datetime]
    offer_person: bool = False  # an angry customer: every question offers a human
    links: Links = field(default_factory=NoLinks)


VERIFIED, ORDER = "verified:", "order:"
"""How proofs begin that no customer typed: a phone the messenger vouches for, an order the shop gave a code for."""


def proof_of(kept: str) -> Proof:
    """How a proof that is kept with the conversation is shown to the shop."""
    if kept.startswith(VERIFIED):
        return Proof(verified_phone=kept.removeprefix(VERIFIED))
    if kept.startswith(ORDER):
        return Proof(order=kept.removeprefix(ORDER))
    return typed_proof(kept)


def typed_proof(contact: str) -> Proof:
    """How something a customer typed is shown to the shop: as an e-mail or a phone and never as more, whatever it looks like."""
    return Proof(email=contact) if "@" in contact else Proof(phone=contact)


def is_typed(contact: str) -> bool:
    """Whether it may be kept as a proof of the customer's own: nothing typed may begin like a proof of ours."""
    return not contact.startswith((VERIFIED, ORDER))


def encode_result(result: Done | ShopRefused) -> str:
    tag = "done" if isinstance(result, Done) else "refused"
    return f"{tag} {msgspec.json.encode(result).decode()}"


def decode_result(text: str) -> Done | ShopRefused:
    tag, data = text.split(" ", 1)
    return msgspec.json.decode(data, type=Done) if tag == "done" else msgspec.json.decode(data, type=ShopRefused)
