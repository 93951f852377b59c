"""A customer's phone, whatever the messenger: what the story suite needs of every platform's stand-in.

A phone acts through the platform (its stand-in calls our webhook or answers our polling, signed as the platform signs) and shows what
arrived, as the customer would see it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Tap:
    """Something that can be tapped: its words as shown, what is shown below them, and what the platform sends back when it is."""

    title: str
    data: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message as it stands on the screen. `text` holds every word of it that is not on a button, captions and cards included."""

    text: str
    taps: tuple[Tap, ...] = ()
    pictures: int = 0


class Phone(Protocol):
    """One customer of one platform. Everything sent is acknowledged by the server under test when a method returns."""

    channel: str
    address: str

    async def opens(self) -> None:
        """Find the shop and open the chat, as a new customer does."""
        ...

    async def says(self, text: str) -> None: ...

    async def taps(self, tap: Tap) -> None: ...

    async def shows(self, caption: str = "") -> None:
        """Send a photo."""
        ...

    def bubbles(self) -> list[Bubble]:
        """Everything received so far, oldest first. A message edited in place counts as it stands now."""
        ...
