"""The one abstract message that people read, whatever the channel.

Values only. What a platform makes of them (keyboards, lists, numbered text) belongs to its connector; what the words are
belongs to `flows/texts`. A connector may change the form of a message but loses neither a word nor an option.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Button:
    """An option. `payload` comes back when it is pressed (at most 64 bytes); `title` is what the customer may type instead.

    A `url` makes it a link that sends nothing back.
    """

    title: str
    payload: str
    description: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or file. `url` is absolute or a path below the site's root; `alt` is read aloud by screen readers."""

    kind: Literal["image", "file", "audio", "video"]
    url: str
    alt: str = ""
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A product or order at a glance; several of them are a carousel."""

    title: str
    subtitle: str = ""
    picture: Media | None = None
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    latitude: float
    longitude: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent in one go. `asks_contact` and `asks_file` tell the channel to offer its own way to give one.

    `language` is the one the text is in, for screen readers and spell checkers. `purpose` says what a message that the customer did not
    just ask for is about (`promise_late`, ...), and `to` how they are addressed: platforms that let a shop write first only in approved
    words choose those words by them.
    """

    text: str = ""
    buttons: tuple[Button, ...] = ()
    cards: tuple[Card, ...] = ()
    media: tuple[Media, ...] = ()
    location: Location | None = None
    asks_contact: bool = False
    asks_file: bool = False
    language: str = "en"
    purpose: str = ""
    to: str = ""

    @property
    def options(self) -> tuple[Button, ...]:
        """Every button of the message that answers something, cards included, in reading order."""
        return tuple(b for b in (*(b for c in self.cards for b in c.buttons), *self.buttons) if b.url is None)
