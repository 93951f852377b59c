"""Who works when: one turn at a time per conversation, many side by side, nothing forgotten."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime, timedelta

from bot.connector import Delivery, Sent
from bot.dispatch import SIDE_BY_SIDE, Dispatcher
from bot.message import Message
from bot.reception import Reception
from bot.store import upkeep
from bot.store.store import MEMORY, Store
from bot.store.values import micros
from bot.turn import Turns
from bot.update import Update, UpdateKind
from tests.core.fakes import NOON, Clock, FakeChannel, FakeEngine, FakeShop, stage


class Work:
    """Turns that take as long as the test wants; remembers how many ran at once."""

    def __init__(self) -> None:
        self.gates: dict[int, asyncio.Event] = {}
        self.done: list[int] = []
        self.running: Counter[int] = Counter()
        self.most_of_one = 0
        self.most = 0
        self.fails: set[int] = set()
        self.later: dict[int, datetime] = {}

    async def __call__(self, conversation: int) -> datetime | None:
        self.running[conversation] += 1
        self.most_of_one = max(self.most_of_one, self.running[conversation])
        self.most = max(self.most, self.running.total())
        try:
            gate = self.gates.get(conversation)
            if gate is not None:
                await gate.wait()
            else:
                await asyncio.sleep(0)
            if conversation in self.fails:
                self.fails.discard(conversation)
                raise ValueError("provoked")
        finally:
            self.running[conversation] -= 1
        self.done.append(conversation)
        return self.later.pop(conversation, None)


async def test_one_turn_at_a_time_per_conversation() -> None:
    work = Work()
    dispatcher = Dispatcher(work, Clock())
    for _ in range(20):
        dispatcher.signal(1)
        await asyncio.sleep(0)
    await dispatcher.idle(1)
    assert work.most_of_one == 1


async def test_conversations_run_side_by_side() -> None:
    work = Work()
    dispatcher = Dispatcher(work, Clock())
    work.gates[1] = asyncio.Event()
    dispatcher.signal(1)
    dispatcher.signal(2)
    await asyncio.wait_for(dispatcher.idle(2), 5)
    assert work.done == [2], "a slow conversation does not hold up another"
    work.gates[1].set()
    await asyncio.wait_for(dispatcher.idle(1), 5)
    assert work.done == [2, 1]


class SlowTurns(Turns):
    """Every turn takes a moment and says one thing."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, FakeEngine(), stage(FakeShop()), Clock())
        self.now_at_it = self.most = self.done = 0

    async def take(self, conversation: int) -> tuple[tuple[Delivery, ...], datetime | None]:
        self.now_at_it += 1
        self.most = max(self.most, self.now_at_it)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        self.now_at_it -= 1
        self.done += 1
        return (await self._store.enqueue(conversation, Message("yes"), {}, NOON),), None


async def test_no_more_than_so_many_turns_at_once_and_a_platform_that_hangs_takes_no_place() -> None:
    class Hanging(FakeChannel):
        async def send(self, delivery: Delivery) -> Sent:
            await asyncio.sleep(3600)
            return Sent()

    store = await Store.open(MEMORY)
    turns = SlowTurns(store)
    reception = Reception(store, turns, {"test": Hanging()}, Clock())
    many = 3 * SIDE_BY_SIDE
    for n in range(many):
        await store.accept([Update("test", str(n), str(n), UpdateKind.TEXT, NOON, "hello")], NOON)
    for conversation in await store.read(lambda db: upkeep.unfinished(db, micros(NOON))):
        reception.dispatcher.signal(conversation)
    while turns.done < many:
        await asyncio.sleep(0.01)
    assert turns.most == SIDE_BY_SIDE
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()
    await reception.dispatcher.close()
    await store.close()


async def test_a_signal_during_a_turn_makes_one_more_turn() -> None:
    work = Work()
    dispatcher = Dispatcher(work, Clock())
    gate = work.gates[1] = asyncio.Event()
    dispatcher.signal(1)
    await asyncio.sleep(0)
    for _ in range(5):
        dispatcher.signal(1)
    gate.set()
    await dispatcher.idle(1)
    assert work.done == [1, 1], "one more for all of them"


async def test_a_turn_that_raises_is_not_the_end_of_the_conversation() -> None:
    work = Work()
    dispatcher = Dispatcher(work, Clock())
    work.fails = {1}
    dispatcher.signal(1)
    await asyncio.wait_for(dispatcher.idle(1), 5)
    assert work.done == []
    dispatcher.signal(1)
    await asyncio.wait_for(dispatcher.idle(1), 5)
    assert work.done == [1]
    assert dispatcher.busy == 0


async def test_a_turn_says_when_to_come_back() -> None:
    work, clock = Work(), Clock()
    dispatcher = Dispatcher(work, clock)
    work.later[1] = clock() + timedelta(seconds=0.05)
    dispatcher.signal(1)
    await asyncio.wait_for(dispatcher.idle(1), 5)
    assert work.done == [1, 1]


async def test_a_signal_does_not_wait_for_the_time_to_come_back() -> None:
    work, clock = Work(), Clock()
    dispatcher = Dispatcher(work, clock)
    work.later[1] = clock() + timedelta(hours=1)
    dispatcher.signal(1)
    while not work.done:
        await asyncio.sleep(0)
    dispatcher.signal(1)
    while len(work.done) < 2:
        await asyncio.sleep(0)
    await dispatcher.close()


async def test_idle_at_once_when_nothing_runs() -> None:
    await asyncio.wait_for(Dispatcher(Work(), Clock()).idle(7), 1)


async def test_closing_lets_running_turns_finish_and_takes_no_more() -> None:
    work = Work()
    dispatcher = Dispatcher(work, Clock())
    gate = work.gates[1] = asyncio.Event()
    dispatcher.signal(1)
    await asyncio.sleep(0)
    closing = asyncio.create_task(dispatcher.close())
    await asyncio.sleep(0)
    dispatcher.signal(2)
    gate.set()
    await closing
    assert work.done == [1]
