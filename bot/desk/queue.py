"""Whose case is next: by language, topic and room, the agent the customer knows first, then the urgent, then the longest waiting.

`fits` and `plan` are pure. With `desk.assign: automatic` the cases that wait are given out as soon as somebody is available; else agents
take them with `next_for`. The clocks that run on waiting cases are clocks.py's, the moves baton.py's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

import structlog

from bot.config_desk import DeskConfig
from bot.desk.baton import Baton
from bot.desk.values import Agent, NotAllowed, NothingThere, NotYours, Settings, Status
from bot.store import baton as rows
from bot.store.baton import Waiting
from bot.store.store import Store

log = structlog.get_logger(__name__)


class Roster(Protocol):
    """Who works here (bot/desk/agents.py)."""

    async def list(self) -> Sequence[Agent]: ...


def room(agent: Agent, most_cases: int) -> int:
    """How many cases an agent has at once: the shop's number, unless theirs is another than everybody begins with."""
    return most_cases if agent.settings.most == Settings().most else agent.settings.most


def fits(agent: Agent, case: Waiting) -> bool:
    """Whether the agent speaks the customer's language and knows the topic. A case without a topic is everybody's."""
    settings = agent.settings
    speaks = not settings.languages or case.language in settings.languages
    knows = not settings.topics or not case.topic or case.topic in settings.topics
    return speaks and (knows or case.last == agent.id)


def next_of(agent: Agent, waiting: Sequence[Waiting], taken: frozenset[int] = frozenset()) -> int | None:
    """The conversation an agent should take now. `taken` are colleagues with room: what is rather theirs comes last."""
    mine = [case for case in waiting if fits(agent, case)]
    own = [case for case in mine if case.last == agent.id]
    free = [case for case in mine if case.last not in taken]
    best = own or free or mine
    return best[0].conversation if best else None


def plan(waiting: Sequence[Waiting], agents: Sequence[Agent], loads: Mapping[int, int], most_cases: int) -> list[tuple[int, int]]:
    """(conversation, agent) for as many waiting cases as there is room for. `waiting` is in the order of urgency."""
    left = {a.id: room(a, most_cases) - loads.get(a.id, 0) for a in agents if a.status is Status.AVAILABLE and not a.disabled}
    known = {a.id: a for a in agents}
    given = []
    for case in waiting:
        able = [a for a, free in left.items() if free > 0 and fits(known[a], case)]
        if not able:
            continue
        agent = case.last if case.last in able else max(able, key=lambda a: (left[a], -a))
        left[agent] -= 1
        given.append((case.conversation, agent))
    return given


class Queue:
    """Cases that wait for somebody."""

    def __init__(self, store: Store, now: Callable[[], datetime], agents: Roster, baton: Baton, config: DeskConfig) -> None:
        self._store = store
        self._now = now
        self._agents = agents
        self._baton = baton
        self._config = config

    async def next_for(self, agent: Agent) -> int | None:
        """The conversation this agent should take now; None when nothing is for them, or they have as many as they may."""
        waiting, loads = await self._look()
        if not waiting or loads.get(agent.id, 0) >= room(agent, self._config.most_cases):
            return None
        colleagues = [a for a in await self._agents.list() if a.id != agent.id and a.status is Status.AVAILABLE and not a.disabled]
        able = frozenset(a.id for a in colleagues if loads.get(a.id, 0) < room(a, self._config.most_cases))
        return next_of(agent, waiting, able)

    async def route(self) -> list[tuple[int, int]]:
        """Give waiting cases to available agents, where the configuration says so. Returns (conversation, agent) for each given."""
        if self._config.assign != "automatic":
            return []
        waiting, loads = await self._look()
        if not waiting:
            return []
        agents = list(await self._agents.list())
        known = {a.id: a for a in agents}
        given = []
        for conversation, agent in plan(waiting, agents, loads, self._config.most_cases):
            try:
                if await self._baton.owner(conversation) == "queue":
                    await self._baton.assign(conversation, known[agent], known[agent])
                    given.append((conversation, agent))
            except (NotYours, NotAllowed, NothingThere) as gone:  # somebody was quicker, by hand
                log.info("case not given", conversation=conversation, reason=str(gone))
        return given

    async def look(self) -> None:
        """For the sweep."""
        await self.route()

    async def _look(self) -> tuple[list[Waiting], dict[int, int]]:
        since = self._now() - rows.STICKY
        found: tuple[list[Waiting], dict[int, int]] = await self._store.read(lambda db: (rows.waiting(db, since), rows.loads(db)))
        return found
