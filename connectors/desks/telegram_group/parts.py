"""The small values that go to the group and come from it. No Telegram library, no I/O."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bold:
    """In UTF-16 units, as Telegram counts."""

    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Button:
    title: str
    data: str  # at most 64 bytes


@dataclass(frozen=True, slots=True)
class Upload:
    """`kind` is image, video, audio, voice or file."""

    kind: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file an agent sent, by Telegram's name for it. `size` in bytes, 0 when it is not told."""

    id: str
    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody wrote in the group, an album as one. `thread` None is the General topic; `user` 0 is one who hides behind the group.

    `first` is the number of the message, or of the album's first part; `edited` when the words of an earlier message were changed.
    """

    first: int
    messages: tuple[int, ...]
    thread: int | None
    user: int
    text: str
    files: tuple[SentFile, ...] = ()
    edited: int = 0  # when, in seconds since 1970
    other: bool = False  # something that cannot be passed on: a poll, a sticker, a place


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button under one of our messages."""

    query: str
    user: int
    data: str
    message: int
    thread: int | None
