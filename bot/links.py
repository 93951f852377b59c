"""One-time codes: by one a customer goes on in another channel as the same person, or opens the order the shop gave it for.

Here are their letters, their times, and the values that go between flow, turn and store. What a code does when it comes back is
`redeem.py`'s, the rows are `store/links.py`'s. Nothing here reads or writes.

A code is ten signs of an alphabet in which no two look alike: 28 of them, so 48 bits. The store keeps its digest alone, so who reads the
store has no code; it is used once; and the gate lets nobody try more than five an hour.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, Protocol

ALPHABET: Final = "ACDEFGHJKMNPQRTUVWXY23456789"  # without B I L O S Z 0 1, which are misread
LETTERS: Final = 10
PREFIX: Final = "FD"
VALID: Final = {"join": timedelta(hours=1), "order": timedelta(days=30)}

CodeKind = Literal["join", "order"]

_LONGEST = 40  # characters of a message that may be a code
_BETWEEN = re.compile(r"[\s\-_‐-―]+")
_WHOLE = re.compile(rf"{PREFIX}([A-Z0-9]{{{LETTERS}}})")
# A Cyrillic keyboard has signs of the same shape, and those who copy by hand use them.
_SAME_SHAPE = str.maketrans("АСЕНКМРТУХ", "ACEHKMPTYX")


def draw() -> str:
    """Ten letters that nobody can foresee."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))


def shown(letters: str) -> str:
    """As people read and type it, `FD-XXXXX-XXXXX`; it may stand in an address as it is."""
    return f"{PREFIX}-{letters[: LETTERS // 2]}-{letters[LETTERS // 2 :]}"


def read_code(text: str) -> str | None:
    """The letters of a message that is a code and nothing else, in any case, with or without dashes and blanks; else None.

    It may still be no code of ours: that is for the store to say, and for the gate to count.
    """
    if len(text) > _LONGEST or text.lstrip()[:1] not in ("F", "f"):  # most messages, at no cost
        return None
    whole = _WHOLE.fullmatch(_BETWEEN.sub("", text).upper().translate(_SAME_SHAPE))
    return whole[1] if whole else None


def digest(letters: str) -> str:
    """What the store keeps of a code: SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(letters.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Door:
    """An address that opens a chat with us on a channel and brings a code along."""

    channel: str
    url: str


Doors = Callable[[str], tuple[Door, ...]]
"""A shown code -> the door of each messenger that is configured and knows its own address."""


def no_doors(code: str) -> tuple[Door, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Invitation:
    """A new code as the customer is told it: valid until then, and the doors of the other channels."""

    code: str
    until: datetime
    doors: tuple[Door, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A code that is good at this moment. `relation` says whose it is to the one who used it: made here ("own"), in another conversation
    of theirs ("joined"), or elsewhere (""). `channel`, `name` and `proofs` are of the conversation it was made in."""

    digest: str
    kind: CodeKind
    order: str = ""
    conversation: int = 0
    relation: Literal["own", "joined", ""] = ""
    channel: str = ""
    name: str | None = None
    proofs: tuple[str, ...] = ()


# --- what a turn does with codes; transaction 2 writes it --------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class NewCode:
    """A code to join by, made in this conversation. One made here before and not used is void."""

    digest: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Joined:
    """This conversation, with all that its customer has, becomes the customer's of the conversation the code was made in."""

    digest: str
    source: int


@dataclass(frozen=True, slots=True)
class Opened:
    """The code of an order was used here."""

    digest: str
    order: str


@dataclass(frozen=True, slots=True)
class Parted:
    """This conversation is a customer of its own again; whoever gained something from it loses that."""


LinkChange = NewCode | Joined | Opened | Parted


class Links(Protocol):
    """The codes of one conversation, as a turn sees them."""

    def draw(self) -> str:
        """The letters of a new code."""
        ...

    def doors(self, code: str) -> tuple[Door, ...]:
        """The ways into the other channels with a shown code."""
        ...

    async def find(self, letters: str) -> Found | None:
        """A good code; None alike for one that never was, that was used, and that is too old."""
        ...

    async def others(self) -> tuple[str, ...]:
        """The channels of the same customer's other conversations."""
        ...


class NoLinks:
    """A conversation that no other can join: where there is no store."""

    def draw(self) -> str:
        return draw()

    def doors(self, code: str) -> tuple[Door, ...]:
        return ()

    async def find(self, letters: str) -> Found | None:
        return None

    async def others(self) -> tuple[str, ...]:
        return ()


class ExampleLinks(NoLinks):
    """Always the same code and one door; the channels it is given. For walking the paths of flows: its codes open nothing."""

    def __init__(self, *others: str) -> None:
        self._others = others

    def draw(self) -> str:
        return ALPHABET[:LETTERS]

    def doors(self, code: str) -> tuple[Door, ...]:
        return (Door("telegram", f"https://chat.example/{code}"),)

    async def others(self) -> tuple[str, ...]:
        return self._others
