"""The outbox: in order, once, and every ending visible."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.connector import Busy, Delivery, SendLater, SendRefused, SendUnknown
from bot.message import Message
from bot.outbox import Outbox
from bot.reception import FLOOD
from bot.store import upkeep
from bot.store.store import MEMORY, Store
from bot.update import Update, UpdateKind
from tests.core.fakes import NOON, Clock, FakeChannel, FakeShop, open_reception


class Post:
    """One conversation, one channel, an outbox between them."""

    def __init__(self, store: Store, channel: FakeChannel, clock: Clock, conversation: int) -> None:
        self.store, self.channel, self.clock, self.conversation = store, channel, clock, conversation
        self.outbox = Outbox(store, {channel.name: channel}, clock)

    async def writes(self, *texts: str, deliver: bool = True) -> tuple[Delivery, ...]:
        """What a turn does: store, then deliver."""
        made = [await self.store.enqueue(self.conversation, Message(text), {}, self.clock()) for text in texts]
        if deliver:
            await self.outbox.deliver(tuple(made))
        return tuple(made)

    async def states(self) -> list[tuple[str, str | None, int]]:
        rows: list[tuple[str, str | None, int]] = await self.store.read(
            lambda db: db.execute("SELECT state, reason, attempts FROM outbox ORDER BY id").fetchall()
        )
        return rows


@asynccontextmanager
async def post(*, resends: bool = True, database: str = MEMORY) -> AsyncIterator[Post]:
    store, clock, channel = await Store.open(database), Clock(), FakeChannel(resends=resends)
    try:
        [(conversation, _)] = await store.accept([Update("test", "1", "ana", UpdateKind.TEXT, NOON, "hello")], NOON)
        yield Post(store, channel, clock, conversation)
    finally:
        await store.close()


async def test_messages_leave_in_order_and_are_sent() -> None:
    async with post() as ana:
        await ana.writes("a", "b", "c")
        assert ana.channel.said == ["a", "b", "c"]
        assert await ana.states() == [("sent", None, 1)] * 3


async def test_a_message_that_must_wait_holds_back_those_behind_it() -> None:
    async with post() as ana:
        ana.channel.plan = [None, SendLater(5, "slow down")]
        await ana.writes("a", "b", "c")
        assert ana.channel.said == ["a"]
        assert [state for state, _, _ in await ana.states()] == ["sent", "queued", "queued"]
        ana.clock.advance(seconds=4)
        await ana.outbox.send_queued()
        assert ana.channel.said == ["a"], "not before its time"
        ana.clock.advance(seconds=1)
        await ana.outbox.send_queued()
        assert ana.channel.said == ["a", "b", "c"]


async def test_the_order_is_kept_when_it_must_wait_again() -> None:
    async with post() as ana:
        ana.channel.plan = [SendLater(1, "slow"), SendLater(60, "slow"), None]
        await ana.writes("a", "b")
        ana.clock.advance(seconds=2)
        await ana.outbox.send_queued()
        assert ana.channel.said == []
        ana.clock.advance(seconds=5)
        await ana.outbox.send_queued()
        assert ana.channel.said == [], "b does not overtake a"
        ana.clock.advance(seconds=60)
        await ana.outbox.send_queued()
        assert ana.channel.said == ["a", "b"]


async def test_later_turns_go_behind_what_waits() -> None:
    async with post() as ana:
        ana.channel.plan = [SendLater(5, "slow down")]
        await ana.writes("a")
        await ana.writes("b")
        ana.clock.advance(seconds=1)
        await ana.outbox.send_queued()
        assert ana.channel.said == []
        ana.clock.advance(seconds=5)
        await ana.outbox.send_queued()
        assert ana.channel.said == ["a", "b"]
        await ana.writes("c")
        assert ana.channel.said == ["a", "b", "c"], "and when the queue is empty, at once again"


async def test_another_conversation_is_not_held_up() -> None:
    async with post() as ana:
        ana.channel.plan = [SendLater(5, "slow down")]
        await ana.writes("a")
        [(other, _)] = await ana.store.accept([Update("test", "2", "bob", UpdateKind.TEXT, NOON, "hello")], NOON)
        delivery = await ana.store.enqueue(other, Message("to bob"), {}, NOON)
        await ana.outbox.deliver((delivery,))
        assert ana.channel.said == ["to bob"]


async def test_waiting_grows_with_each_try() -> None:
    async with post() as ana:
        ana.channel.plan = [SendLater(0, "not now")] * 4
        await ana.writes("a")
        waited = []
        for _ in range(3):
            [(due,)] = await ana.store.read(lambda db: db.execute("SELECT due_at FROM outbox").fetchall())
            seconds = due / 1_000_000 - ana.clock.now.timestamp()
            waited.append(seconds)
            ana.clock.advance(seconds=seconds)
            await ana.outbox.send_queued()
        assert waited == [1, 2, 4]


async def test_after_a_day_it_is_a_dead_letter_and_the_next_one_goes() -> None:
    async with post() as ana:
        ana.channel.plan = [SendLater(0, "not now")] * 30
        await ana.writes("a")
        for _ in range(23):
            ana.clock.advance(hours=1)
            await ana.outbox.send_queued()
        assert [state for state, _, _ in await ana.states()] == ["queued"], "an hour or a night of silence loses nothing"
        await ana.writes("b")
        ana.clock.advance(hours=2)
        await ana.outbox.send_queued()
        [first, _] = await ana.states()
        assert first[:2] == ("failed", "given_up: given up after a day: not now")
        ana.channel.plan = []
        ana.clock.advance(minutes=2)
        await ana.outbox.send_queued()
        assert ana.channel.said == ["b"]


async def test_a_refused_message_is_failed_with_the_platforms_reason_and_the_next_one_goes() -> None:
    async with post() as ana:
        ana.channel.plan = [SendRefused("403", "blocked by the user")]
        await ana.writes("a", "b")
        assert await ana.states() == [("failed", "403: blocked by the user", 1), ("sent", None, 1)]


@pytest.mark.parametrize("wrong", [SendUnknown("timed out"), OSError("reset"), ValueError("ours")])
async def test_a_message_of_unknown_fate_is_never_sent_again(wrong: Exception) -> None:
    async with post() as ana:
        ana.channel.plan = [wrong]
        await ana.writes("a")
        for _ in range(3):
            ana.clock.advance(hours=1)
            await ana.outbox.send_queued()
        assert len(ana.channel.tries) == 1
        assert (await ana.states())[0][0] == "unknown"


async def test_a_platform_that_never_answers_makes_it_unknown() -> None:
    class Silent(FakeChannel):
        async def send(self, delivery: Delivery) -> Any:
            await asyncio.sleep(60)

    async with post() as ana:
        ana.outbox = Outbox(ana.store, {"test": Silent()}, ana.clock, timeout=0.01)
        await ana.writes("a")
        assert await ana.states() == [("unknown", "timeout: no answer in time", 1)]


async def test_a_channel_that_is_not_configured_fails_visibly() -> None:
    async with post() as ana:
        ana.outbox = Outbox(ana.store, {}, ana.clock)
        await ana.writes("a")
        assert await ana.states() == [("failed", "no_channel: no channel test is configured", 1)]
        assert ana.outbox.counts == {("test", "failed", "no_channel"): 1}


# --- restarts -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("resends", "expected"), [(True, ["a", "b"]), (False, ["b"])])
async def test_after_a_crash_while_sending(resends: bool, expected: list[str], tmp_path: Path) -> None:
    """A channel where twice does no harm gets it again; on any other it is unknown and waits for a person."""
    database = str(tmp_path / "crash.db")
    async with post(resends=resends, database=database) as ana:
        await ana.writes("a", deliver=False)  # stored as sending; the process ends here
        await ana.store.mark((await ana.writes("b", deliver=False))[0].id, "queued", due=NOON, attempts=0)
    channel = FakeChannel(resends=resends)
    async with open_reception(channel, database=database) as (reception, store):
        await reception.sweep()
        assert [text for text in channel.said if text in ("a", "b")] == expected
        rows = await store.read(lambda db: db.execute("SELECT state, reason FROM outbox ORDER BY id").fetchall())
        assert rows[0] == (("sent", None) if resends else ("unknown", "its sending was interrupted"))


async def test_after_a_restart_new_messages_still_go_behind_what_waits(tmp_path: Path) -> None:
    database = str(tmp_path / "restart.db")
    async with post(database=database) as ana:
        ana.channel.plan = [SendLater(60, "slow")]
        await ana.writes("a")
    channel, clock = FakeChannel(), Clock()
    async with open_reception(channel, database=database, clock=clock) as (reception, store):
        row = await store.conversation("test", "ana")
        assert row is not None
        await reception.notify(row, Message("b"), {})
        await reception.sweep()
        assert "b" not in channel.said
        clock.advance(seconds=61)
        await reception.sweep()
        assert [text for text in channel.said if text in ("a", "b")] == ["a", "b"]


# --- the reception around it -------------------------------------------------------------------------------------------------
def says(text: str, n: int, address: str = "ana") -> Update:
    return Update("test", f"{address}:{n}", address, UpdateKind.TEXT, NOON, text)


async def test_what_is_accepted_is_answered_and_delivered() -> None:
    channel = FakeChannel()
    async with open_reception(channel) as (reception, _):
        assert await reception.accept([says("return", 1)]) == 1
        assert await reception.settled("test", "ana", timeout=5)
        assert channel.said == ["Which item?"]
        assert await reception.accept([says("return", 1)]) == 0, "the same update again"
        assert await reception.settled("test", "ana", timeout=5)
        assert channel.said == ["Which item?"]


async def test_what_was_accepted_before_a_restart_is_answered_after_it(tmp_path: Path) -> None:
    database = str(tmp_path / "restart.db")
    store = await Store.open(database)
    await store.accept([says("return", 1)], NOON)
    await store.close()
    channel = FakeChannel()
    async with open_reception(channel, database=database) as (reception, _):
        assert await reception.settled("test", "ana", timeout=5)
        assert channel.said == ["Which item?"]


async def test_the_sweep_finds_what_no_signal_told_of() -> None:
    channel, clock = FakeChannel(), Clock()
    async with open_reception(channel, clock=clock) as (reception, store):
        await store.accept([says("return", 1)], clock())
        await reception.sweep()
        assert channel.said == [], "it may still be on its way"
        clock.advance(seconds=4)
        await reception.sweep()
        assert await reception.settled("test", "ana", timeout=5)
        assert channel.said == ["Which item?"]


async def test_a_thousand_messages_at_once_from_one_sender_are_refused_in_part() -> None:
    channel = FakeChannel()
    async with open_reception(channel) as (reception, store):
        answers = await asyncio.gather(*(reception.accept([says(f"purple {n}", n)]) for n in range(1000)), return_exceptions=True)
        refused = [a for a in answers if isinstance(a, Busy)]
        assert len([a for a in answers if a == 1]) + len(refused) == 1000
        assert 1000 - len(refused) <= 2 * FLOOD
        assert all(busy.retry_after > 0 for busy in refused)
        assert await reception.accept([says("return", 1, "bob")]) == 1
        assert await reception.settled("test", "bob", timeout=10)
        assert [d.message.text for d in channel.sent if d.address == "bob"] == ["Which item?"]
        assert await reception.settled("test", "ana", timeout=10)
        stored = await store.read(lambda db: db.execute("SELECT count(*) FROM inbox WHERE platform_id LIKE 'ana:%'").fetchone())
        assert stored == (1000 - len(refused),), "what was acknowledged is stored, what was refused is not"
        assert await reception.accept([says("return", 2000)]) == 1, "and afterwards they are heard again"


async def test_history_is_what_was_said_oldest_first() -> None:
    channel = FakeChannel()
    async with open_reception(channel) as (reception, _):
        await reception.accept([Update("test", "0", "ana", UpdateKind.START, NOON), says("return", 1)])
        await reception.settled("test", "ana", timeout=5)
        lines = await reception.history("test", "ana")
        assert [(line.direction, line.message.text) for line in lines] == [("in", "return"), ("out", "Hello."), ("out", "Which item?")]
        assert lines[0].client_id == "ana:1"
        assert await reception.history("test", "nobody") == ()


async def test_a_slow_turn_shows_typing() -> None:
    channel = FakeChannel()
    async with open_reception(channel) as (reception, store):
        original = store.take

        async def slowly(conversation: int) -> Any:
            await asyncio.sleep(0.3)
            return await original(conversation)

        store.take = slowly  # type: ignore[method-assign]  # a slow disk
        await reception.accept([says("return", 1)])
        await reception.settled("test", "ana", timeout=5)
        assert channel.typed == ["ana"]


async def test_a_turn_another_worker_overtook_is_taken_again() -> None:
    channel = FakeChannel()
    async with open_reception(channel) as (reception, store):
        original = store.take
        seen: list[Any] = []

        async def overtaken(conversation: int) -> Any:
            taken = await original(conversation)
            if not seen:
                seen.append(taken)
                await store.write(lambda db: db.execute("UPDATE conversations SET version = version + 1"))
            return taken

        store.take = overtaken  # type: ignore[method-assign]  # another worker is faster once
        await reception.accept([says("return", 1)])
        assert await reception.settled("test", "ana", timeout=5)
        assert channel.said == ["Which item?"]


async def test_waiting_for_an_answer_has_an_end() -> None:
    channel, shop = FakeChannel(), FakeShop()
    async with open_reception(channel, shop=shop) as (reception, _):
        assert await reception.settled("test", "nobody", timeout=1), "nothing came from there, so nothing is owed"
        await reception.accept([says("where is it", 1)])
        await reception.settled("test", "ana", timeout=5)
        shop.down = True
        await reception.accept([says("1001", 2)])
        assert not await reception.settled("test", "ana", timeout=0.3), "it waits for the shop"


async def test_counts_of_the_outbox_are_by_state() -> None:
    async with post() as ana:
        ana.channel.plan = [None, SendRefused("1", "no")]
        await ana.writes("a", "b")
        assert await ana.store.read(upkeep.outbox_counts) == {"sent": 1, "failed": 1}
