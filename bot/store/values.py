"""What goes in and out of the store. Values and their JSON; no SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from bot.conversation import State
from bot.links import LinkChange
from bot.message import Message
from bot.update import Update

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """A time as the store keeps it."""
    return (moment - _EPOCH) // _MICROSECOND


def moment(stored: int) -> datetime:
    return _EPOCH + timedelta(microseconds=stored)


encode = msgspec.json.Encoder().encode
decode_state = msgspec.json.Decoder(State).decode
decode_update = msgspec.json.Decoder(Update).decode
decode_message = msgspec.json.Decoder(Message).decode


def text_of(value: object) -> str:
    return encode(value).decode()


def without_halves(update: Update) -> Update:
    """With half letters (lone surrogates, a cut emoji) as "?": no database and no platform takes them."""

    def whole(value: Any) -> Any:
        if isinstance(value, str):
            return value.encode("utf-8", "replace").decode()
        if isinstance(value, dict):
            return {key: whole(inner) for key, inner in value.items()}
        return [whole(inner) for inner in value] if isinstance(value, list | tuple) else value

    return msgspec.convert(whole(msgspec.to_builtins(update)), Update)


@dataclass(frozen=True, slots=True)
class Row:
    """One waiting inbox row."""

    id: int
    update: Update
    received_at: datetime
    not_before: datetime


@dataclass(frozen=True, slots=True)
class Taken:
    """A conversation at the beginning of a turn: `version` is what the commit must still find."""

    id: int
    customer: int
    channel: str
    address: str
    version: int
    owner: str
    epoch: int
    state: State
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """How an update ended: answered, handed, ignored or dead, with the reason for the last two."""

    id: int
    state: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """`author` is bot, or notice: a notice is sent whoever has the baton."""

    message: Message
    trace: dict[str, Any]
    author: str = "bot"


@dataclass(frozen=True, slots=True)
class PromiseRow:
    key: str
    text: str
    owner: str
    due: datetime


@dataclass(frozen=True, slots=True)
class TimerRow:
    kind: str
    data: dict[str, Any]
    due: datetime


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case given to a person (`state` waiting) or settled by the bot (solved, closed).

    `due` is what the customer was promised, `first_due` what the house wants of itself. A higher `priority` is served first.
    `reopens`: the conversation's last case was closed by an agent and was not solved; it is that case again.
    """

    state: str
    intent: str
    reason: str | None
    summary: dict[str, Any]
    due: datetime | None = None
    first_due: datetime | None = None
    tone: str = "calm"
    priority: int = 0
    reopens: bool = False


Job = Callable[[sqlite3.Connection], object]
"""Something more that transaction 2 writes, by a function of bot/store. It may be run twice (bot/store/lane.py)."""


def voice(owner: str) -> str:
    """Who speaks when somebody has the baton: the bot also speaks while the queue has it."""
    return "bot" if owner == "queue" else owner


@dataclass(frozen=True, slots=True)
class TurnCommit:
    """All that a turn changes: transaction 2."""

    taken: Taken
    state: State
    at: datetime
    closed: tuple[Closed, ...]
    outgoing: tuple[Outgoing, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    timers: tuple[TimerRow, ...] = ()
    case: CaseRow | None = None
    customer_name: str | None = None
    owner: str | None = None
    erase: bool = False
    moved: tuple[str, ...] = field(default=())  # keys of promises that got a new time
    postponed: tuple[tuple[int, ...], datetime] | None = None  # rows that wait for another try
    links: tuple[LinkChange, ...] = ()
    also: tuple[Job, ...] = ()
