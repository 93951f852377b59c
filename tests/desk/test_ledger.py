"""Every promise ends kept or apologised for with a new time, exactly once, whoever made it and whatever is restarted when."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.connector import Delivery
from bot.desk.ledger import Ledger, apology_at
from bot.desk.replies import Empty, Replies
from bot.desk.values import Agent, NotAllowed, NothingThere, NotYours
from bot.quiet import look_at, quiet_until
from bot.store.store import MEMORY, Store
from bot.store.values import TurnCommit
from tests.chat import NOON, Chat, Clock, Mailbox, opened
from tests.desk.office import Listener, ask, give, hire, later, talking

HOUR = timedelta(hours=1)
ZONE = "Europe/Ljubljana"


@dataclass(slots=True)
class Office:
    chat: Chat
    clock: Clock
    post: Mailbox
    ledger: Ledger
    events: Listener
    maja: Agent
    conversation: int

    @property
    def store(self) -> Store:
        return self.chat.desk.store

    async def states(self) -> list[str]:
        return [row[0] for row in await ask(self.store, "SELECT state FROM promises ORDER BY id")]

    def apologies(self) -> list[str]:
        return [d.message.text for d in once(self.post.sent) if "we promised you an answer" in d.message.text]


def once(sent: list[Delivery]) -> list[Delivery]:
    """What the customer sees: a message that came twice under one id is one bubble."""
    return list({d.id: d for d in sent}.values())


@asynccontextmanager
async def office(
    clock: Clock | None = None, database: str = MEMORY, post: Mailbox | None = None, maja: Agent | None = None
) -> AsyncIterator[Office]:
    clock, post = clock or Clock(), post or Mailbox()
    async with opened(clock, post, database) as desk:
        chat = Chat(desk, post, clock, name="Ana")
        events = Listener()
        known = await desk.store.conversation("test", chat.address)
        conversation = known if known is not None else await talking(chat)
        if maja is None:
            maja = await hire(desk.store)
            await give(desk.store, conversation, f"agent:{maja.id}")
        replies = Replies(desk.store, desk.reception.outbox, clock, events)
        ledger = Ledger(desk.store, desk.reception.outbox, clock, events, desk.stage.texts, desk.stage.house, replies)
        desk.reception._turns.timers.update(ledger.timers())
        desk.reception._turns.events = events
        chat.seen = len(post.sent)
        yield Office(chat, clock, post, ledger, events, maja, conversation)


async def test_the_owner_is_warned_and_then_the_customer_hears_before_it_is_missed() -> None:
    async with office() as o:
        made = await o.ledger.promise(o.conversation, o.maja, "I will find out by 13:00", NOON + HOUR)
        assert await later(o.chat, timedelta(minutes=53)) == []
        assert o.events.whats() == ["promise"]
        assert await later(o.chat, timedelta(minutes=1)) == []
        assert (o.events.told[-1].what, o.events.told[-1].id, o.events.told[-1].agent) == ("promise", made, o.maja.id)
        [sorry] = await later(o.chat, timedelta(minutes=5))
        assert "13:00" in sorry
        assert await o.states() == ["moved", "open"]
        [owed] = await o.ledger.open(agent=o.maja.id)
        assert (owed.text, owed.owner, owed.moves) == ("I will find out by 13:00", f"agent:{o.maja.id}", 1)
        assert await later(o.chat, timedelta(minutes=10)) == []


async def test_a_promise_that_is_kept_ends_once_and_quietly() -> None:
    async with office() as o:
        made = await o.ledger.promise(o.conversation, o.maja, "I will find out", NOON + HOUR)
        assert await asyncio.gather(*(o.ledger.keep(made, o.maja) for _ in range(3))) == [True, False, False]
        assert await later(o.chat, timedelta(hours=2)) == []
        assert await o.states() == ["kept"]
        assert await o.ledger.open() == []


async def test_kept_while_the_apology_is_being_worked_out_there_is_none() -> None:
    async with office() as o:
        made = await o.ledger.promise(o.conversation, o.maja, "I will find out", NOON + HOUR)
        commit = o.store.commit

        async def kept_just_before(turn: TurnCommit) -> tuple[Delivery, ...]:
            if turn.moved:
                await o.ledger.keep(made, o.maja)
            return await commit(turn)

        o.store.commit = kept_just_before  # type: ignore[method-assign]
        assert await later(o.chat, timedelta(minutes=59)) == []
        assert await o.states() == ["kept"]


async def test_one_click_too_many_is_one_promise() -> None:
    async with office() as o:
        ids = [await o.ledger.promise(o.conversation, o.maja, "I will call", NOON + HOUR, client_id="c") for _ in range(2)]
        assert ids[0] == ids[1]
        assert await o.states() == ["open"]


async def test_a_promise_told_reaches_the_customer_with_its_time() -> None:
    async with office() as o:
        for _ in range(2):
            await o.ledger.promise(o.conversation, o.maja, "I will ask the carrier.", NOON + HOUR, client_id="c", tell=True)
        [said] = [m.text for m in o.chat.listens()]
        assert "I will ask the carrier." in said
        assert "13:00" in said


async def test_only_who_has_the_conversation_tells_a_promise() -> None:
    async with office() as o:
        boris = await hire(o.store, "Boris")
        with pytest.raises(NotYours):
            await o.ledger.promise(o.conversation, boris, "I will call", NOON + HOUR, tell=True)
        assert await o.states() == []


async def test_nothing_is_promised_for_the_past_or_without_words() -> None:
    async with office() as o:
        with pytest.raises(NotAllowed):
            await o.ledger.promise(o.conversation, o.maja, "I will call", NOON)
        with pytest.raises(Empty):
            await o.ledger.promise(o.conversation, o.maja, "  ", NOON + HOUR)
        with pytest.raises(NothingThere):
            await o.ledger.keep(99_999, o.maja)


async def test_a_new_time_comes_with_one_apology() -> None:
    async with office() as o:
        made = await o.ledger.promise(o.conversation, o.maja, "I will call", NOON + HOUR)
        moved = await o.ledger.move(made, o.maja, NOON + 3 * HOUR)
        [sorry] = await later(o.chat, timedelta(0))
        assert "13:00" in sorry
        assert "15:00" in sorry
        with pytest.raises(NotAllowed):
            await o.ledger.move(made, o.maja, NOON + 4 * HOUR)
        assert await later(o.chat, 2 * HOUR) == []
        await o.ledger.keep(moved, o.maja)
        assert await later(o.chat, 2 * HOUR) == []
        assert await o.states() == ["moved", "kept"]


async def test_moved_at_night_the_apology_waits_for_the_morning() -> None:
    clock = Clock(datetime(2026, 11, 18, 21, 0, tzinfo=UTC))  # 22:00 in Ljubljana
    async with office(clock) as o:
        made = await o.ledger.promise(o.conversation, o.maja, "I will call", clock.now + 11 * HOUR)
        await o.ledger.move(made, o.maja, clock.now + 20 * HOUR)
        assert await later(o.chat, timedelta(minutes=5)) == []
        clock.now = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)
        [sorry] = await later(o.chat, timedelta(0))
        assert "we promised you an answer" in sorry


async def test_whoever_wants_no_notices_gets_no_apology() -> None:
    async with office() as o:
        await o.chat.says("STOP")
        made = await o.ledger.promise(o.conversation, o.maja, "I will call", NOON + HOUR)
        await o.ledger.move(made, o.maja, NOON + 2 * HOUR)
        assert await later(o.chat, timedelta(minutes=119)) == []
        assert await o.states() == ["moved", "open"]


async def test_a_call_back_stands_in_the_ledger_with_its_phone_and_time() -> None:
    async with office() as o:
        await give(o.store, o.conversation, "bot")
        await o.chat.says("please call me back tomorrow morning on +386 40 111 222")
        for _ in range(6):
            if not o.chat.titles:
                break
            title = next(
                t for t in ("Tomorrow morning", "Something else", "An order", "Yes, that is right", *o.chat.titles) if t in o.chat.titles
            )
            await o.chat.clicks(title)
            if await o.states():
                break
        owed = await o.ledger.open(conversation=o.conversation)
        assert any(line.phone == "+38640111222" for line in owed), [line.text for line in owed]


async def test_everybodys_promises_are_seen_by_whoever_asks_for_all() -> None:
    async with office() as o:
        boris = await hire(o.store, "Boris")
        await o.ledger.promise(o.conversation, o.maja, "I will call", NOON + 2 * HOUR)
        await o.ledger.promise(o.conversation, boris, "I will write", NOON + HOUR)
        assert [line.name for line in await o.ledger.open()] == ["Boris", "Maja"]
        assert [line.name for line in await o.ledger.open(agent=boris.id)] == ["Boris"]
        o.clock.advance(90 * timedelta(minutes=1))
        assert [line.late for line in await o.ledger.open()] == [True, False]


@given(st.integers(1, 200 * 60), st.integers(0, 7 * 24 * 60))
def test_the_customer_hears_before_the_time_and_never_at_night(minutes: int, start: int) -> None:
    now = NOON + timedelta(minutes=start)
    due = now + timedelta(minutes=minutes)
    warning = look_at(due, now, ZONE)
    apology = apology_at(due, warning, ZONE)
    assert now <= warning <= apology < due
    if quiet_until(now, ZONE) is None:
        assert quiet_until(apology, ZONE) is None


# --- killed and started again ------------------------------------------------------------------------------------------------
class Dying:
    """After so many writes of the store all further ones are lost, as if the process had been killed."""

    def __init__(self, store: Store, allowed: int) -> None:
        self._left, self._write, self._store = allowed, store.write, store
        store.write = self  # type: ignore[method-assign]

    async def __call__(self, job: object) -> object:
        if self._left <= 0:
            raise ConnectionError("killed")
        self._left -= 1
        return await self._write(job)  # type: ignore[arg-type]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from(("wait", "keep", "move")), st.integers(1, 40)), min_size=2, max_size=6))
def test_a_promise_ends_once_whenever_the_process_dies(lives: list[tuple[int, str, int]]) -> None:
    asyncio.run(_lives(lives))


async def _lives(lives: list[tuple[int, str, int]]) -> None:
    """In each life something is done and time passes, until the store dies; at last a quiet life ends it."""
    clock, post = Clock(), Mailbox()
    with TemporaryDirectory() as folder:
        database = str(Path(folder) / "desk.db")
        async with office(clock, database, post) as o:
            maja = o.maja
            await o.ledger.promise(o.conversation, maja, "I will find out", NOON + HOUR)
        for allowed, deed, minutes in lives:
            async with office(clock, database, post, maja) as o:
                Dying(o.store, allowed)
                try:
                    await _does(o, deed)
                    await later(o.chat, timedelta(minutes=minutes))
                except ConnectionError:
                    clock.advance(timedelta(minutes=minutes))
        async with office(clock, database, post, maja) as o:
            await later(o.chat, timedelta(0))
            await later(o.chat, timedelta(seconds=2))
            rows = await ask(o.store, "SELECT key, state, due_at FROM promises WHERE key LIKE 'agent/%' ORDER BY id")
            _ended_once([(str(key), str(state)) for key, state, _ in rows], o)
            queued = await ask(o.store, "SELECT body FROM outbox WHERE state NOT IN ('sent', 'void')")
            assert not [json.loads(body)["text"] for (body,) in queued]


async def _does(o: Office, deed: str) -> None:
    for owed in await o.ledger.open(agent=o.maja.id):
        if deed == "keep":
            await o.ledger.keep(owed.id, o.maja)
        elif deed == "move":
            await o.ledger.move(owed.id, o.maja, o.clock() + HOUR)


def _ended_once(rows: list[tuple[str, str]], o: Office) -> None:
    """A chain of new times: all but the last moved, each with exactly one apology; the last kept, or open with time left."""
    assert len({key for key, _ in rows}) == len(rows)
    *earlier, (_, last) = rows
    assert all(state == "moved" for _, state in earlier), rows
    assert last in ("kept", "open"), rows
    assert len(o.apologies()) == len(earlier), (rows, o.apologies())
