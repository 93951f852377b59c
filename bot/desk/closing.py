"""Ending a case well: the customer is asked whether it is solved, and a case put aside wakes in time.

An agent's "resolve" closes the case and gives the baton back to the bot, which asks in the customer's language (flows/closing.py). A yes
makes the case solved, and may bring a rating; a no makes it live again, with the same agent when they are there. Without an answer it stays
closed. Everything that waits is a timer row, so a restart forgets nothing. The SQL is `bot/store/closing.py`'s.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.desk.events import Events
from bot.desk.values import Agent, CaseState, Changed, NothingThere, NotYours, Role
from bot.desk.when import until
from bot.heard import Heard
from bot.house import House
from bot.quiet import quiet_until
from bot.scene import Scene
from bot.store import baton, incoming
from bot.store import closing as rows
from bot.store.store import Store
from bot.store.values import TimerRow, micros, moment
from bot.timers import Due, Timer
from intents.understanding import Tone, Understanding

FLOW = "closing"
UNRATED = "closing_unrated"
"""The wish of a run that asks for no rating."""
RATE_EVERY = timedelta(days=30)  # a customer is asked for a rating at most so often
STILL_THERE = timedelta(minutes=30)  # who wrote so lately is asked at once, even at night
BUSY = timedelta(minutes=10)  # the customer is in the middle of something with the bot: asked later
TOO_LATE = timedelta(hours=24)  # after that nobody remembers what "that" was


class NoSuchTime(ValueError):
    """The words name no time ahead."""


class Closing:
    def __init__(self, store: Store, now: Callable[[], datetime], events: Events, house: House) -> None:
        self._store = store
        self._now = now
        self._events = events
        self._house = house
        self._moving: set[asyncio.Future[None]] = set()

    def timers(self) -> dict[str, Due]:
        """The kinds of timers worked out here, for `Turns.timers`."""
        return {rows.RESOLVED: self._ask, rows.REOPENED: self._return, rows.WAKE: self._wake}

    async def resolve(self, conversation: int, agent: Agent) -> None:
        """Close the case; the customer is asked within a second whether it is solved. A lead may close a colleague's.

        Raises NotYours, NothingThere.
        """
        # To its end, even when who asked has gone: a move that is stored and not known at the gate would stop the bot's question.
        await self._store.begin_move(conversation)
        work = asyncio.ensure_future(self._resolve(conversation, agent))
        self._moving.add(work)
        work.add_done_callback(self._moving.discard)
        await asyncio.shield(work)

    async def _resolve(self, conversation: int, agent: Agent) -> None:
        now = self._now()
        at, timer = micros(now), self._store.new_id()

        def job(db: sqlite3.Connection) -> tuple[int, int]:
            seen = _owned(db, conversation, agent)
            case = baton.live_case(db, conversation)
            if case is not None:
                baton.close_case(db, case, at, "")
            baton.settle_answers(db, conversation, "kept", at)
            # What was open with the bot before the agent came is settled with the rest; asking it again would be deaf.
            ended = tuple((f.run, f.flow) for f in seen.state.stack)
            state = replace(
                seen.state,
                stack=(),
                pending=(),
                past=(*seen.state.past, *ended)[-8:],
                case_due=None,
                noted_at=None,
                angry_turns=0,
                unclear=0,
            )
            baton.set_timer(db, conversation, timer, rows.RESOLVED, {"since": at}, at)
            return baton.move(db, seen, "bot", at, f"agent:{agent.id}", "resolve", state), case.id if case else 0

        try:
            epoch, case = await self._store.write(job)
            self._store.epoch_is(conversation, epoch)
        finally:
            self._store.end_move(conversation)
        self._events.tell(Changed(conversation, "owner", case, 0, now))

    async def snooze(self, conversation: int, agent: Agent, words: str) -> datetime:
        """Put the case aside until a time in words ("tomorrow 10", "2 hours", "next Monday"). Returns it, in UTC.

        It wakes then, or when the customer writes. Raises NoSuchTime, NotYours, NothingThere.
        """
        now = self._now()
        wakes = until(words, now, self._house.hours)
        if wakes is None:
            raise NoSuchTime(words)
        timer = self._store.new_id()

        def job(db: sqlite3.Connection) -> int:
            _owned(db, conversation, agent)
            case = baton.live_case(db, conversation)
            if case is None:
                raise NothingThere
            rows.sleep(db, case.id, micros(wakes))
            baton.set_timer(db, conversation, timer, rows.WAKE, {"case": case.id, "until": micros(wakes)}, micros(wakes))
            return case.id

        case = await self._store.write(job)
        self._events.tell(Changed(conversation, "case", case, agent.id, now))
        return wakes

    # --- timers -------------------------------------------------------------------------------------------------------------
    async def _ask(self, scene: Scene, timer: Timer) -> str | None:
        """Ask whether it is solved: not who has a person again, wants no notices, sleeps, or is in the middle of something."""
        conversation, since = int(scene.conversation), moment(timer.data["since"])
        if scene.owner != "bot":
            return "a person has it again"
        if scene.state.stopped:
            return "the customer wants no notices (STOP)"
        if scene.now - since > TOO_LATE:
            return "too late to ask"

        def look(db: sqlite3.Connection) -> tuple[int | None, bool]:
            return incoming.last_heard(db, conversation), rows.may_rate(db, conversation, micros(scene.now - RATE_EVERY))

        heard, may_rate = await self._store.read(look)
        there = heard is not None and scene.now - moment(heard) < STILL_THERE
        wakes = quiet_until(scene.now, self._house.hours.timezone)
        if wakes is not None and not there:
            scene.timers.append(TimerRow(rows.RESOLVED, timer.data, wakes))
            return "quiet hours: later"
        if scene.state.frame is not None:
            scene.timers.append(TimerRow(rows.RESOLVED, timer.data, scene.now + BUSY))
            return "the customer is busy with something else: later"
        silent = Understanding("", scene.state.language, False, (), False, (), Tone.CALM, None)
        scene.trace = {"decision": "timer"}
        wish = FLOW if may_rate and self._house.rating else UNRATED
        await scene.begin(FLOW, wish, Heard("", silent, opened=True, ids=(timer.row,)), replace_top=False)
        return None

    async def _return(self, scene: Scene, timer: Timer) -> str | None:
        """A case that was not solved goes back to whoever had it, if they are there; else it waits in the queue like any other."""
        conversation = int(scene.conversation)
        beginning = datetime.fromtimestamp(0, UTC)
        case, last = await self._store.read(lambda db: (baton.live_case(db, conversation), baton.last_person(db, conversation, beginning)))
        if scene.owner != "queue" or case is None or case.state is not CaseState.WAITING:
            return "somebody has it already"
        if last is None or not last.there:
            return "its agent is not there"
        scene.moves_to = f"agent:{last.id}"
        scene.also.append(lambda db: baton.take_case(db, case.id, last.id))
        watched = {"since": case.waiting_since, "agent": last.id}
        scene.timers.append(TimerRow("watch", watched, self._house.hours.after(scene.now, self._house.silent_within)))
        scene.changed.append(Changed(conversation, "case", case.id, last.id, scene.now))
        return "back with the same agent"

    async def _wake(self, scene: Scene, timer: Timer) -> str | None:
        conversation = int(scene.conversation)
        case, person = await self._store.read(lambda db: (baton.live_case(db, conversation), baton.person(db, conversation)))
        if case is None or case.id != timer.data["case"] or case.state is not CaseState.SNOOZED:
            return "it was woken before"
        if not await self._store.read(lambda db: rows.sleeps_until(db, case.id, timer.data["until"])):
            return "it sleeps until another time"
        if person.there:
            scene.also.append(lambda db: baton.take_case(db, case.id, person.id))
            scene.changed.append(Changed(conversation, "case", case.id, person.id, scene.now))
            return "awake, with its agent"
        at, first = micros(scene.now), micros(scene.first_due())
        scene.also.append(lambda db: baton.to_queue(db, conversation, at, first, reason="awake, its agent is away", urgent=0))
        scene.moves_to = "queue"
        scene.start_clock()
        return "awake, in the queue: its agent is away"


def _owned(db: sqlite3.Connection, conversation: int, agent: Agent) -> baton.Head:
    seen = baton.head(db, conversation)
    has = baton.agent_of(seen.owner)
    if has != agent.id and not (has and agent.role in (Role.LEAD, Role.OWNER)):
        raise NotYours(seen.owner, baton.name_of(db, has) if has else "")
    return seen
