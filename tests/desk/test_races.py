"""Whoever is quicker: bot and agents never speak over each other, thousands of races over.

A race is one conversation in which things happen at once: the customer writes and a turn runs, agents take over, give back and reply, what
is queued is sent. Each begins after a number of steps of the event loop drawn from a seed, on a real store. The channel notes who
speaks while a conversation is surely an agent's.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bot.connector import Delivery, SendLater, Sent
from bot.desk.baton import Baton
from bot.desk.events import Events
from bot.desk.replies import Replies
from bot.desk.values import Agent, Changed, NotYours, Role
from bot.errors import StaleTurn
from bot.outbox import Outbox
from bot.store.store import Store
from bot.turn import Turns
from bot.update import Update, UpdateKind
from tests.core.fakes import Clock, FakeChannel, FakeEngine, FakeShop, stage
from tests.desk.office import ask, hire

SIDE_BY_SIDE = 20  # races of one step
STEPS, EXAMPLES = 25, 8  # about 2,500 together; `python -m tests.desk.test_races 45` plays fourteen thousand
LONGEST = 12  # steps of the loop before something begins
ODDS = (("customer", 4), ("take", 4), ("force", 1), ("back", 2), ("queue", 1), ("reply", 3), ("send", 1))


class Watched(FakeChannel):
    """Notes what is sent; sometimes slow, sometimes "later"."""

    def __init__(self, odds: random.Random) -> None:
        super().__init__()
        self.odds = odds
        self.surely: dict[int, tuple[str, int]] = {}
        """What an agent has in any order of things, with name and epoch: since a move to them returned, until somebody tries the next."""
        self.epochs: dict[int, int] = {}
        """The epoch of the last move that has returned: nothing older may be said by the bot."""
        self.wrong: list[str] = []
        self.by: Counter[str] = Counter()

    async def send(self, delivery: Delivery) -> Sent:
        where = delivery.conversation
        kind = delivery.author.split(":")[0]
        self.by[kind] += 1
        if kind == "bot" and where in self.surely:
            self.wrong.append(f"the bot speaks while {self.surely[where][0]} has {where}: {delivery.message.text!r}")
        if kind == "bot" and delivery.epoch < self.epochs.get(where, 0):
            self.wrong.append(f"said after a move that it was decided before: {delivery.message.text!r}")
        if self.odds.random() < 0.2:
            raise SendLater(1.0, "slow down")
        for _ in range(self.odds.randrange(3)):
            await asyncio.sleep(0)
        self.sent.append(delivery)
        return Sent((f"p{len(self.sent)}",))


class Owners(Events):
    """Who has each conversation, as it is told the moment a move is stored. 0: no agent."""

    def __init__(self) -> None:
        super().__init__()
        self.owners: dict[int, int] = {}

    def tell(self, changed: Changed) -> None:
        if changed.what == "owner":
            self.owners[changed.conversation] = changed.agent


class Races(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.odds = random.Random(0)
        self.clock = Clock()
        self.count = 0
        self.agents: list[Agent] = []
        self.outcomes: Counter[str] = Counter()
        self.trying: Counter[int] = Counter()
        self.others: list[tuple[str, str]] = []

    @initialize(seed=st.integers(0, 2**32))
    def opens(self, seed: int) -> None:
        self.odds.seed(seed)
        self.loop.run_until_complete(self._open())

    async def _open(self) -> None:
        self.store = await Store.open()
        self.channel = Watched(self.odds)
        self.events = Owners()
        self.outbox = Outbox(self.store, {"test": self.channel}, self.clock, events=self.events)
        scenery = stage(FakeShop())
        self.turns = Turns(self.store, FakeEngine(), scenery, self.clock)
        self.baton = Baton(self.store, self.outbox, self.clock, self.events, scenery.house, scenery.texts)
        self.replies = Replies(self.store, self.outbox, self.clock, self.events)
        staff = (("Maja", Role.AGENT), ("Igor", Role.AGENT), ("Lea", Role.LEAD))
        self.agents = [await hire(self.store, name, role) for name, role in staff]
        for number in range(SIDE_BY_SIDE):
            await self._write(number)
        self.where = [await self._conversation(n) for n in range(SIDE_BY_SIDE)]

    # --- what happens ---------------------------------------------------------------------------------------------------
    @rule(seed=st.integers(0, 2**32))
    def race(self, seed: int) -> None:
        self.odds.seed(seed)
        self.loop.run_until_complete(self._race())

    @rule()
    def time_passes(self) -> None:
        self.clock.advance(seconds=2)
        self.loop.run_until_complete(self.outbox.send_queued())

    @invariant()
    def nobody_spoke_out_of_turn(self) -> None:
        if self.agents:
            assert self.channel.wrong == []
            assert [pair for pair in self.others if pair[0] == pair[1] or not pair[1]] == [], "who was refused is told who has it"

    @invariant()
    def epochs_at_the_gate_are_those_of_the_store(self) -> None:
        if self.agents:
            rows = self.loop.run_until_complete(ask(self.store, "SELECT id, epoch FROM conversations"))
            stored = {row[0]: row[1] for row in rows}
            assert {c: e for c, e in self.store.epochs.items() if stored[c] != e} == {}
            assert self.store.moving == {}

    def teardown(self) -> None:
        if self.agents:
            TOTAL.update(self.outcomes)
            TOTAL.update({f"said by {who}": count for who, count in self.channel.by.items()})
            self.loop.run_until_complete(self.store.close())
        self.loop.close()

    async def _race(self) -> None:
        begun: list[Awaitable[None]] = []
        names, weights = zip(*ODDS, strict=True)
        for number in range(SIDE_BY_SIDE):
            self.outcomes["races"] += 1
            drawn = self.odds.choices(names, weights, k=self.odds.choice((2, 3, 3, 4)))
            begun += [self._after(self.odds.randrange(LONGEST), self._deed(what, number)) for what in drawn]
        await asyncio.gather(*begun)
        while self.store.moving:  # of those whose callers went away
            await asyncio.sleep(0.001)

    async def _after(self, steps: int, deed: Callable[[], Awaitable[None]]) -> None:
        for _ in range(steps):
            await asyncio.sleep(0)
        if self.odds.random() < 0.05:  # who asked for it goes away in the middle
            task = asyncio.ensure_future(deed())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            return
        await deed()

    def _deed(self, what: str, number: int) -> Callable[[], Awaitable[None]]:
        agent = self.odds.choice(self.agents)
        deeds: dict[str, Callable[[], Awaitable[None]]] = {
            "customer": lambda: self._turn(number),
            "take": lambda: self._take(number, agent),
            "force": lambda: self._take(number, self.agents[-1], force=True),
            "back": lambda: self._give(number, agent, back=True),
            "queue": lambda: self._give(number, agent, back=False),
            "reply": lambda: self._reply(number, agent),
            "send": self.outbox.send_queued,
        }
        return deeds[what]

    async def _write(self, number: int) -> None:
        self.count += 1
        text = self.odds.choice(("hello", "return", "human please", "lamp"))
        await self.store.accept([Update("test", f"u{self.count}", f"c{number}", UpdateKind.TEXT, self.clock(), text)], self.clock())

    async def _conversation(self, number: int) -> int:
        found = await self.store.conversation("test", f"c{number}")
        assert found is not None
        return found

    async def _turn(self, number: int) -> None:
        """As the reception does: again when it was overtaken."""
        await self._write(number)
        for _ in range(20):
            try:
                deliveries, _ = await self.turns.take(self.where[number])
            except StaleTurn:
                self.outcomes["turns overtaken"] += 1
                continue
            for _ in range(self.odds.randrange(20)):  # sending comes late
                await asyncio.sleep(0)
            if self.odds.random() < 0.3:
                await asyncio.sleep(0.005)
            await self.outbox.deliver(deliveries)
            return
        raise AssertionError("a turn never got through")

    async def _take(self, number: int, agent: Agent, *, force: bool = False) -> None:
        where = self.where[number]
        had = self.channel.surely.get(where)
        with self._unsure(where) if force else contextlib.nullcontext():
            try:
                await self.baton.take_over(where, agent, force=force)
            except NotYours as theirs:
                self.others.append((agent.name, theirs.name))
                self.outcomes["taken by another"] += 1
                return
        if not force and had is not None and had[0] != agent.name and self.channel.surely.get(where) == had:
            self.channel.wrong.append(f"{agent.name} took what {had[0]} had all the time")
        self._settle(where)
        self.outcomes["taken over"] += 1

    async def _give(self, number: int, agent: Agent, *, back: bool) -> None:
        where = self.where[number]
        with self._unsure(where):
            try:
                await (self.baton.give_back(where, agent) if back else self.baton.to_queue(where, agent, "a race"))
                self.outcomes["given back" if back else "queued"] += 1
            except NotYours:
                self.outcomes["not theirs to give"] += 1
        self._settle(where)

    @contextlib.contextmanager
    def _unsure(self, where: int) -> Iterator[None]:
        """While somebody tries to take it away from an agent, nobody knows who has it."""
        self.channel.surely.pop(where, None)
        self.trying[where] += 1
        try:
            yield
        finally:
            self.trying[where] -= 1

    def _settle(self, where: int) -> None:
        """A move has returned. When an agent has it now and nobody tries to take it away, it stays so until somebody does."""
        if self.trying[where] or where in self.store.moving:
            return
        epoch = self.store.epochs.get(where, 0)
        self.channel.epochs[where] = max(epoch, self.channel.epochs.get(where, 0))
        owner = self.events.owners.get(where, 0)
        if owner:
            self.channel.surely[where] = (next(a.name for a in self.agents if a.id == owner), epoch)

    async def _reply(self, number: int, agent: Agent) -> None:
        where = self.where[number]
        self.count += 1
        had = self.channel.surely.get(where)
        try:
            await self.replies.say(where, agent, "a word of a person", client_id=f"r{self.count}")
        except NotYours:
            self.outcomes["not theirs to answer"] += 1
            if had is not None and had[0] == agent.name and self.channel.surely.get(where) == had:
                self.channel.wrong.append(f"{agent.name} was refused in what was theirs all the time")
            return
        self.outcomes["replied"] += 1
        if had is not None and had[0] != agent.name and self.channel.surely.get(where) == had:
            self.channel.wrong.append(f"{agent.name} answered in what {had[0]} had all the time")


TOTAL: Counter[str] = Counter()


def play(examples: int) -> None:
    TOTAL.clear()
    unhurried = settings(
        max_examples=examples,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Races, settings=unhurried)


def test_bot_and_agents_never_speak_over_each_other() -> None:
    play(EXAMPLES)
    for happened in ("taken over", "taken by another", "turns overtaken", "given back", "replied", "not theirs to answer", "said by bot"):
        assert TOTAL[happened] > 20, f"the races prove nothing: {TOTAL}"


if __name__ == "__main__":
    play(int(sys.argv[1]))
    sys.stdout.write(f"{dict(TOTAL)}\n")
