"""What desks and the people's side of the core give each other. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


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
    """An agent's own. `languages` and `topics` empty: all. `most` cases at once. `language` of the desk; `keys`: shortcuts on."""

    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    most: int = 5
    language: str = "en"
    keys: bool = True


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


class NotYours(Exception):
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
    """Something that open desks want to know at once. `what`: message, status, owner, case, note, typing, draft, looking, agent, promise."""

    conversation: int
    what: str
    id: int = 0
    agent: int = 0
    at: datetime | None = None
