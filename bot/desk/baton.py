"""The baton moved by agents: taking over, assigning, giving back to the queue or to the bot.

Each move is one transaction: owner, epoch, version, case and a line of the audit log. From the call until it is stored nothing is sent in
that conversation (`Store.begin_move`), so no message of the bot leaves after an agent has it; what the bot had still to send is void.
Moves within a turn (a handover, a silent agent) are the turn's: scene.py, desk/clocks.py. The SQL is in store/baton.py.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.connector import Delivery
from bot.conversation import State
from bot.desk.events import Events
from bot.desk.values import Agent, CaseState, Changed, NotAllowed, NotYours, Role
from bot.handoff import taken_over
from bot.house import House
from bot.message import Message
from bot.outbox import Outbox
from bot.store import baton as rows
from bot.store import upkeep
from bot.store.baton import Case, Head
from bot.store.store import Store
from bot.store.values import micros, text_of
from bot.texts import Texts, Voice

LEADS = (Role.LEAD, Role.OWNER)


@dataclass(frozen=True, slots=True)
class _Moved:
    """What came of a move: the new epoch, the case, whose status it changed, and what is to be sent."""

    epoch: int
    case: Case | None = None
    arrived: bool = False
    delivery: Delivery | None = None


class Baton:
    """Who has which conversation. `outbox` sends the one line that goes with giving back; everything else of a move is silent."""

    def __init__(self, store: Store, outbox: Outbox, now: Callable[[], datetime], events: Events, house: House, texts: Texts) -> None:
        self._store = store
        self._outbox = outbox
        self._now = now
        self._events = events
        self._house = house
        self._texts = texts
        self._moving: set[asyncio.Future[_Moved]] = set()

    async def owner(self, conversation: int) -> str:
        """bot, queue or agent:<id>. Raises NothingThere."""
        head: Head = await self._store.read(lambda db: rows.head(db, conversation))
        return head.owner

    async def take_over(self, conversation: int, agent: Agent, *, force: bool = False) -> Case:
        """The conversation becomes the agent's, out of the bot's hands or the queue's; `force` also takes it from a colleague.

        Of two at once, one gets it. Returns the live case, made when there was none. Raises NotYours with the colleague's name,
        NotAllowed when `force` is not the agent's to use, NothingThere.
        """
        if force and agent.role not in LEADS:
            raise NotAllowed

        def job(db: sqlite3.Connection, at: int) -> _Moved:
            seen = rows.head(db, conversation)
            mine = f"agent:{agent.id}"
            if seen.owner == mine:
                return _Moved(seen.epoch, self._held(db, seen, agent.id, at))
            if rows.agent_of(seen.owner) and not force:
                raise NotYours(seen.owner, rows.name_of(db, rows.agent_of(seen.owner)))
            epoch = rows.move(db, seen, mine, at, mine, "take_over")
            return _Moved(epoch, self._held(db, seen, agent.id, at), rows.here(db, agent.id))

        case = (await self._move(conversation, job, agent.id)).case
        assert case is not None  # `_held` gives one
        return case

    async def assign(self, conversation: int, to: Agent, by: Agent) -> Case:
        """Give it to a colleague: one's own, or one of the bot's or the queue's; a lead also somebody else's. `to` may be away or full.

        Raises NotYours, NotAllowed when `to` may not enter any more, NothingThere.
        """
        if to.disabled:
            raise NotAllowed

        def job(db: sqlite3.Connection, at: int) -> _Moved:
            seen = rows.head(db, conversation)
            _may_give(db, seen, by)
            epoch = seen.epoch
            if seen.owner != f"agent:{to.id}":
                epoch = rows.move(db, seen, f"agent:{to.id}", at, f"agent:{by.id}", "assign")
            return _Moved(epoch, self._held(db, seen, to.id, at))

        case = (await self._move(conversation, job, to.id)).case
        assert case is not None  # as above
        return case

    async def to_queue(self, conversation: int, by: Agent, reason: str) -> None:
        """Somebody else shall have it: the customer waits for a person, and the clock of the first reply begins anew.

        Of a conversation that is in the queue already nothing changes. Raises NotYours, NothingThere.
        """
        hours = self._house.hours

        def job(db: sqlite3.Connection, at: int) -> _Moved:
            seen = rows.head(db, conversation)
            _may_give(db, seen, by)
            if seen.owner == "queue":
                return _Moved(seen.epoch, rows.live_case(db, conversation))
            if rows.live_case(db, conversation) is None:
                self._open(db, seen, 0, at)
            now = self._now()
            within = self._house.first_reply_within
            rows.to_queue(db, conversation, at, micros(hours.after(now, within)), reason=reason, urgent=0)
            for step, share in (("warning", 0.6), ("due", 1.0)):
                due = micros(hours.after(now, within * share))
                rows.set_timer(db, conversation, self._store.new_id(), "clock", {"since": at, "step": step}, due)
            epoch = rows.move(db, seen, "queue", at, f"agent:{by.id}", "to_queue")
            return _Moved(epoch, rows.live_case(db, conversation))

        await self._move(conversation, job, 0)

    async def give_back(self, conversation: int, agent: Agent, agreed: str = "") -> None:
        """The bot has it again, and the customer hears so, with what was agreed. The case is closed; its agent stays known for a
        customer who comes back. Raises NotYours, NothingThere."""
        agreed = agreed.strip()

        def job(db: sqlite3.Connection, at: int) -> _Moved:
            seen = rows.head(db, conversation)
            if seen.owner == "bot":
                return _Moved(seen.epoch)
            _may_give(db, seen, agent)
            case = rows.live_case(db, conversation)
            if case is not None:
                rows.close_case(db, case, at, agreed)
            rows.settle_answers(db, conversation, "kept", at)
            state = replace(seen.state, case_due=None, noted_at=None, agreed=agreed, angry_turns=0, unclear=0)
            epoch = rows.move(db, seen, "bot", at, f"agent:{agent.id}", "give_back", state)
            message = self._back(state, agent.name, agreed)
            trace = {"decision": "baton", "flow": "engine", "step": "agent-back", "kind": "say"}
            row = self._store.new_id()
            channel, address, _ = upkeep.enqueue(db, self._store.sql, row, conversation, text_of(message), text_of(trace), at, "bot")
            return _Moved(epoch, None, False, Delivery(row, channel, address, message, conversation=conversation, epoch=epoch))

        moved = await self._move(conversation, job, 0)
        if moved.delivery is not None:
            self._events.tell(Changed(conversation, "message", moved.delivery.id, at=self._now()))
            await self._outbox.deliver([moved.delivery])

    # --- one move -------------------------------------------------------------------------------------------------------
    async def _move(self, conversation: int, job: Callable[[sqlite3.Connection, int], _Moved], agent: int) -> _Moved:
        """To its end, even when who asked for it has gone: a move that is stored and not known at the gate would let the bot speak."""
        await self._store.begin_move(conversation)
        work = asyncio.ensure_future(self._moved(conversation, job, agent))
        self._moving.add(work)
        work.add_done_callback(self._ended)
        return await asyncio.shield(work)

    def _ended(self, work: asyncio.Future[_Moved]) -> None:
        self._moving.discard(work)
        if not work.cancelled():
            work.exception()  # a refusal that nobody waits for any more is no fault

    async def _moved(self, conversation: int, job: Callable[[sqlite3.Connection, int], _Moved], agent: int) -> _Moved:
        """Store a move while nothing is sent in its conversation, then open the gate for the new epoch."""
        now = self._now()
        try:
            moved: _Moved = await self._store.write(lambda db: job(db, micros(now)))
            self._store.epoch_is(conversation, moved.epoch)
        finally:
            self._store.end_move(conversation)
        self._events.tell(Changed(conversation, "owner", moved.case.id if moved.case else 0, agent, now))
        if moved.arrived:
            self._events.tell(Changed(0, "agent", agent=agent, at=now))
        return moved

    def _held(self, db: sqlite3.Connection, seen: Head, agent: int, at: int) -> Case:
        """The live case in the hands of an agent, watched when the customer waits for an answer."""
        case = rows.live_case(db, seen.id)
        if case is None:
            self._open(db, seen, agent, at)
        else:
            rows.take_case(db, case.id, agent)
            if case.waiting_since is not None and (case.agent != agent or case.state is CaseState.WAITING):
                due = micros(self._house.hours.after(self._now(), self._house.silent_within))
                rows.watch(db, seen.id, self._store.new_id(), case.waiting_since, agent, due)
        held = rows.live_case(db, seen.id)
        assert held is not None  # it was made or taken just now
        return held

    def _open(self, db: sqlite3.Connection, seen: Head, agent: int, at: int) -> None:
        known: dict[str, Any] = taken_over(seen.state)
        intent = seen.state.frame.intent if seen.state.frame else ""
        rows.open_case(db, seen.id, self._store.new_id(), at, agent=agent, intent=intent, tone=seen.state.tone.value, summary=known)

    def _back(self, state: State, agent: str, agreed: str) -> Message:
        house = self._house
        voice = Voice(state.language, house.tone, "calm", state.name, house.name, house.hours.timezone, self._now())
        if agreed:
            words = self._texts.text("agent-back-agreed", voice, {"agent": agent, "agreed": agreed})
        else:
            words = self._texts.text("agent-back", voice, {"agent": agent})
        return Message(words, language=state.language)


def _may_give(db: sqlite3.Connection, seen: Head, by: Agent) -> None:
    """What nobody has, anybody may give; a colleague's only a lead. Raises NotYours."""
    if rows.agent_of(seen.owner) not in (0, by.id) and by.role not in LEADS:
        raise NotYours(seen.owner, rows.name_of(db, rows.agent_of(seen.owner)))
