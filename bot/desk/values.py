"""What desks and the people's side of the core give each other. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.errors import Unchanged
from bot.message import Message
from bot.shop import Order
from bot.update import Attachment


class Role(StrEnum):
    """Each may do what those before it may, and more: a lead sees everybody's cases and may take them, an owner manages the agents."""

    AGENT = "agent"
    LEAD = "lead"
    OWNER = "owner"


class Status(StrEnum):
    AVAILABLE = "available"
    BUSY = "busy"  # keeps their cases, gets no new ones
    AWAY = "away"  # their cases' customers are told; follow-ups go to the queue


@dataclass(frozen=True, slots=True)
class Settings:
    """An agent's own. `languages` and `topics` empty: all. `most` cases at once. `language` of the desk; `keys`: shortcuts on.

    `telegram` is the number of their account in the staff group, "" for none.
    """

    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    most: int = 5
    language: str = "en"
    keys: bool = True
    telegram: str = ""


@dataclass(frozen=True, slots=True)
class Agent:
    id: int
    name: str
    email: str
    role: Role = Role.AGENT
    status: Status = Status.AWAY
    settings: Settings = field(default_factory=Settings)
    must_change: bool = False
    totp: bool = False
    disabled: bool = False


class CaseState(StrEnum):
    WAITING = "waiting"  # in the queue
    AGENT = "agent"
    SNOOZED = "snoozed"
    SOLVED = "solved"  # the customer said so
    CLOSED = "closed"  # an agent said so, and the customer nothing


LIVE = (CaseState.WAITING, CaseState.AGENT, CaseState.SNOOZED)


class NotYours(Unchanged):
    """Somebody else has the conversation. `owner` is bot, queue or agent:<id>; `name` is theirs when it is an agent."""

    def __init__(self, owner: str, name: str = "") -> None:
        super().__init__(f"the conversation is {name or owner}'s")
        self.owner = owner
        self.name = name


class NotAllowed(Exception):
    """The agent's role does not reach so far."""


class NothingThere(Exception):
    """No such conversation, case, message or agent."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that open desks want to know at once.

    `what`: message, status, owner, case, escalated (leads should know), note, typing, draft, looking, agent, promise, lesson; or reload,
    when too much was missed.
    `conversation` 0: of none alone.
    """

    conversation: int
    what: str
    id: int = 0
    agent: int = 0
    at: datetime | None = None


# --- what desks show (bot/desk/view.py) --------------------------------------------------------------------------------------
class Tab(StrEnum):
    MINE = "mine"
    UNASSIGNED = "unassigned"
    ALL = "all"  # every live case
    BOT = "bot"  # what the bot has by itself: no live case; the newest first


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines each tab has, without the snoozed ones. `late`: unassigned or one's own, and the first reply is overdue."""

    mine: int = 0
    unassigned: int = 0
    all: int = 0
    late: int = 0
    snoozed: int = 0  # one's own


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty: any. `tone` is an intents.understanding.Tone; `topic` an intent; `state` a CaseState."""

    channel: str = ""
    language: str = ""
    tone: str = ""
    topic: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the list. `case` is 0 and `state` "bot" when the bot has the conversation and no case is live.

    `by` is who said `words` last: customer, bot or agent ("" when nothing was said). `unread` counts what the customer has said since a
    person last answered. `agent` is who has it now (0: nobody).
    """

    conversation: int
    case: int
    state: str
    name: str
    channel: str
    language: str
    tone: str
    topic: str
    words: str
    by: str
    at: datetime
    waiting_since: datetime | None = None
    first_due_at: datetime | None = None
    agent: int = 0
    agent_name: str = ""
    unread: int = 0
    priority: int = 0
    snoozed_until: datetime | None = None
    escalated: bool = False
    reopened: int = 0
    files: bool = False  # the last words came with a file


@dataclass(frozen=True, slots=True)
class Page:
    """`next` is what to pass as `before` for the page after this one; "" when this is the last."""

    lines: tuple[CaseLine, ...]
    next: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What an agent said that a customer's message meant. `right`: it is what the bot had understood."""

    meant: str
    agent: int
    agent_name: str
    at: datetime
    right: bool = False


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """One line of a conversation. `kind` is customer, bot, agent, note or move.

    `id` is the inbox, outbox or note row's, which come from one sequence; a move's is its audit row's, so `kind` and `id` together are
    unique. `state` of what was sent: queued, sending, sent, delivered, read, failed, unknown or held; `code` and `reason` say why.
    `edited`: the customer changed it afterwards, `first` is what it was. `why`: View.why has an answer. `action` is a move's: take_over,
    assign, to_queue, give_back, resolve, snooze, ... with `detail`, what else is known of it. `intent` is what the bot saw in a customer's
    words ("" when that is not known), with its `score`; `lesson` what an agent said of them.
    """

    id: int
    kind: str
    at: datetime
    author: str = ""
    agent: int = 0
    message: Message = field(default_factory=Message)
    attachments: tuple[Attachment, ...] = ()
    state: str = ""
    code: str = ""
    reason: str = ""
    edited: bool = False
    first: str = ""
    pressed: bool = False  # a button's title, not typed
    why: bool = False
    action: str = ""
    detail: str = ""
    intent: str = ""
    score: float | None = None
    lesson: Lesson | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """Oldest first. `before` is what to pass for the page of older lines; 0 when there are none."""

    lines: tuple[ThreadLine, ...]
    before: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A channel the customer can be met on. `conversation` is 0 when they never wrote there."""

    channel: str
    address: str
    conversation: int
    since: datetime


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """`owner` is agent (whoever has the case), agent:<id> or bot; `state` open, kept, moved or void."""

    id: int
    conversation: int
    text: str
    owner: str
    owner_name: str
    due: datetime
    state: str
    made: datetime


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """A case as it is or was. `summary` is what the handover said (bot/handoff.py)."""

    id: int
    conversation: int
    channel: str
    state: str
    topic: str
    reason: str
    opened: datetime
    closed: datetime | None
    agent: int
    agent_name: str
    reopened: int
    rating: int | None
    comment: str
    summary: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoteLine:
    id: int
    conversation: int
    agent: int
    author: str
    text: str
    at: datetime


class OrdersState(StrEnum):
    SHOWN = "shown"
    UNPROVEN = "unproven"  # the customer has proven nothing, so nothing is opened to anybody
    DOWN = "down"  # the shop does not answer


@dataclass(frozen=True, slots=True)
class Context:
    """What stands beside a conversation. `owner` is the baton: bot, queue or agent:<id>. `closed`: why nothing can be sent there, or "".

    `case` is the live one, `earlier` those before it on all channels of this customer, the newest first; promises are the open ones.
    """

    conversation: int
    customer: int
    name: str
    language: str
    channel: str
    address: str
    owner: str
    owner_name: str
    tone: str
    since: datetime
    closed: str
    stopped: bool  # wants no notices
    places: tuple[Place, ...]
    case: CaseRecord | None
    earlier: tuple[CaseRecord, ...]
    promises: tuple[PromiseLine, ...]
    notes: tuple[NoteLine, ...]
    orders: tuple[Order, ...] = ()
    orders_state: OrdersState = OrdersState.UNPROVEN
    window: datetime | None = None  # WhatsApp: until when words of one's own may be sent; past: closed
    proven: tuple[str, ...] = ()  # how: verified (by the messenger), email, phone, code
