"""Who is looking at which conversation, and who is writing. In memory: it is only good for the next minute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.desk.values import Agent

LOOKING = timedelta(seconds=60)  # the page says every 25 seconds that it is still looked at
WRITING = timedelta(seconds=6)  # and every 4 that somebody writes
MOST = 20  # agents remembered for one conversation


@dataclass(slots=True)
class _Looker:
    name: str
    looked: datetime
    wrote: datetime | None = None


class Presence:
    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._of: defaultdict[int, dict[int, _Looker]] = defaultdict(dict)

    def looks(self, agent: Agent, conversation: int, *, writes: bool = False) -> bool:
        """One word of a page. True when that is news for others. Whoever looks here looks nowhere else."""
        now, news = self._now(), writes
        for other, lookers in tuple(self._of.items()):
            if other != conversation and agent.id in lookers:
                del lookers[agent.id]
            if not lookers:
                del self._of[other]
        lookers = self._of[conversation]
        looker = lookers.get(agent.id)
        if looker is None or now - looker.looked > LOOKING:
            news = True
            looker = lookers[agent.id] = _Looker(agent.name, now)
            while len(lookers) > MOST:
                del lookers[next(iter(lookers))]
        looker.looked = now
        if writes:
            looker.wrote = now
        return news

    def leaves(self, agent: Agent) -> tuple[int, ...]:
        """The last page of an agent was closed. Returns the conversations they looked at."""
        return tuple(conversation for conversation, lookers in self._of.items() if lookers.pop(agent.id, None) is not None)

    def at(self, conversation: int) -> list[dict[str, Any]]:
        """Everybody who looks now, as the page reads it."""
        now = self._now()
        known = self._of.get(conversation, {})
        return [
            {"id": number, "name": looker.name, "typing": looker.wrote is not None and now - looker.wrote <= WRITING}
            for number, looker in known.items()
            if now - looker.looked <= LOOKING
        ]
