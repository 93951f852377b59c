"""The outbox against platforms' rules: parts, holds, receipts, closed addresses, a platform that does not answer."""

from __future__ import annotations

import asyncio

import pytest

from bot.connector import Delivery, Pace, Receipt, SendHeld, SendLater, SendRefused, SendUnknown, Sent
from bot.outbox import Outbox
from bot.store import outgoing
from bot.update import Update, UpdateKind
from tests.core.fakes import NOON, FakeChannel, open_reception
from tests.core.test_outbox import Post, post


class Platform(FakeChannel):
    """Reports receipts, and can be asked whether it lives."""

    def __init__(self) -> None:
        super().__init__("test", resends=False, receipts=True)
        self.living = True
        self.asked = 0

    async def alive(self) -> bool:
        self.asked += 1
        return self.living


def on(ana: Post) -> Platform:
    platform = Platform()
    ana.channel = platform
    ana.outbox = Outbox(ana.store, {"test": platform}, ana.clock)
    return platform


def receipt(state: str, delivery: int | None = None, **more: object) -> Receipt:
    return Receipt("test", state, str(more.pop("platform_id", "p1")), delivery, **more)  # type: ignore[arg-type]  # a test's short hand


# --- parts --------------------------------------------------------------------------------------------------------------
async def test_the_next_try_goes_on_after_the_parts_that_were_sent() -> None:
    async with post() as ana:
        on(ana).plan = [SendLater(1, "slow", platform_ids=("a", "b")), None]
        await ana.writes("x")
        ana.clock.advance(seconds=2)
        await ana.outbox.send_queued()
        assert [d.parts for d in ana.channel.tries] == [0, 2]
        rows = await ana.store.read(lambda db: db.execute("SELECT part, platform_id FROM parts ORDER BY part").fetchall())
        assert rows == [(0, "a"), (1, "b"), (2, "p1")]


# --- holds --------------------------------------------------------------------------------------------------------------
async def test_a_held_message_waits_for_the_customer_and_goes_before_what_is_new() -> None:
    platform = Platform()
    async with open_reception(platform) as (reception, store):
        platform.plan = [SendHeld("window", "the window is closed")] * 2
        await reception.accept([Update("test", "1", "ana", UpdateKind.TEXT, NOON, "hello")])
        await reception.settled("test", "ana", timeout=5)
        held = await store.read(lambda db: db.execute("SELECT state, reason FROM outbox").fetchall())
        assert set(held) == {("held", "window: the window is closed")}
        platform.plan = []
        first = platform.tries[0].message.text
        await reception.accept([Update("test", "2", "ana", UpdateKind.TEXT, NOON, "and now?")])
        await reception.settled("test", "ana", timeout=5)
        await reception.outbox.send_queued()
        assert platform.said[0] == first
        assert len(platform.said) > len(held)


async def test_the_platform_is_told_how_many_are_held_already() -> None:
    async with post() as ana:
        on(ana).plan = [SendHeld("window", "closed")] * 3
        await ana.writes("a", "b", "c")
        assert [d.held_before for d in ana.channel.tries] == [0, 1, 2]


async def test_what_is_held_is_remembered_over_a_restart() -> None:
    async with post() as ana:
        on(ana).plan = [SendHeld("window", "closed")]
        await ana.writes("a")
        platform = on(ana)  # another outbox on the same store
        await ana.outbox.resume()
        await ana.outbox.release("test", "ana")
        await ana.outbox.send_queued()
        assert platform.said == ["a"]


# --- receipts -----------------------------------------------------------------------------------------------------------
async def test_receipts_only_move_forward() -> None:
    async with post() as ana:
        on(ana)
        [sent] = await ana.writes("a")
        seen = []
        for state in ("read", "delivered", "sent", "read", "failed"):
            await ana.outbox.report([receipt(state)])
            seen.append((await ana.states())[0][0])
        assert seen == ["read"] * 5
        assert sent.id == (await ana.store.read(lambda db: db.execute("SELECT outbox_id FROM parts").fetchone()))[0]


async def test_a_message_is_as_far_as_its_last_part() -> None:
    async with post() as ana:
        platform = on(ana)

        async def three(delivery: Delivery) -> Sent:
            return Sent(("x", "y", "z"))

        platform.send = three  # type: ignore[method-assign]  # a message that becomes three
        await ana.writes("a")
        for platform_id, state, whole in (
            ("x", "read", "sent"),
            ("y", "delivered", "sent"),
            ("z", "delivered", "delivered"),
            ("y", "read", "delivered"),
        ):
            await ana.outbox.report([receipt(state, platform_id=platform_id)])
            assert (await ana.states())[0][0] == whole


async def test_a_failure_is_written_down_with_its_code() -> None:
    async with post() as ana:
        on(ana)
        await ana.writes("a")
        await ana.outbox.report([receipt("failed", code="63024", reason="no such recipient", closes_channel=True)])
        assert (await ana.states())[0][:2] == ("failed", "63024: no such recipient")
        await ana.writes("b")
        assert (await ana.states())[1][0] == "failed", "and the address is closed"
        assert ana.channel.said == ["a"]


async def test_a_receipt_that_outruns_the_platforms_own_answer_counts() -> None:
    async with post() as ana:
        platform = on(ana)

        async def quick(delivery: Delivery) -> Sent:
            await ana.outbox.report([receipt("delivered", delivery.id, platform_id="SM1")])
            return Sent(("SM1",))

        platform.send = quick  # type: ignore[method-assign]  # its callback comes first
        await ana.writes("a")
        assert (await ana.states())[0][0] == "delivered"


async def test_a_receipt_settles_an_unknown_send_and_what_came_after_it_goes_on() -> None:
    async with post() as ana:
        platform = on(ana)
        platform.plan = [SendUnknown("timed out")]
        [sent] = await ana.writes("a")
        assert (await ana.states())[0][0] == "unknown"
        await ana.outbox.report([receipt("sent", sent.id, platform_id="SM1")])
        await ana.outbox.send_queued()
        assert (await ana.states())[0][0] == "sent"
        assert [d.parts for d in platform.tries] == [0, 1], "only what comes after the part that arrived"


async def test_a_message_the_platform_holds_back_after_taking_it_waits_for_the_customer() -> None:
    async with post() as ana:
        platform = on(ana)
        await ana.writes("a")
        await ana.outbox.report([receipt("held", code="63016", reason="the window is closed")])
        assert (await ana.states())[0][:2] == ("held", "63016: the window is closed")
        await ana.outbox.release("test", "ana")
        await ana.outbox.send_queued()
        assert platform.said == ["a", "a"]
        assert (await ana.states())[0][0] == "sent"


@pytest.mark.parametrize("stranger", [receipt("read", 424242), receipt("read", platform_id="nobody's")])
async def test_a_receipt_of_no_message_of_ours_changes_nothing(stranger: Receipt) -> None:
    async with post() as ana:
        on(ana)
        await ana.writes("a")
        before = await ana.states()
        await ana.outbox.report([stranger])
        assert await ana.states() == before


# --- closed addresses ----------------------------------------------------------------------------------------------------
async def test_who_blocked_us_gets_nothing_more_until_they_write() -> None:
    async with post() as ana:
        ana.channel.plan = [SendRefused("403", "blocked", closes_channel=True)]
        await ana.writes("a", "b")
        assert [s for s, _, _ in await ana.states()] == ["failed", "failed"]
        assert len(ana.channel.tries) == 1
        await ana.store.accept([Update("test", "2", "ana", UpdateKind.TEXT, NOON, "I am back")], NOON)
        await ana.writes("c")
        assert ana.channel.said == ["c"]


async def test_a_customer_who_leaves_closes_the_address_and_a_restart_remembers_it() -> None:
    async with post() as ana:
        await ana.store.accept([Update("test", "2", "ana", UpdateKind.LEFT, NOON)], NOON)
        ana.store.closed = await ana.store.read(outgoing.closed)
        await ana.writes("a")
        assert ana.channel.tries == []


# --- a platform that does not answer -------------------------------------------------------------------------------------
async def test_after_one_silence_nothing_more_is_risked_until_the_platform_lives() -> None:
    async with post() as ana:
        platform = on(ana)
        platform.living = False
        platform.plan = [SendUnknown("no answer")]
        await ana.writes("a", "b", "c")
        assert [s for s, _, _ in await ana.states()] == ["unknown", "queued", "queued"]
        ana.clock.advance(seconds=5)
        await ana.outbox.send_queued()
        assert len(platform.tries) == 1
        platform.living = True
        await ana.outbox.send_queued()
        assert platform.said == ["b", "c"]
        assert ana.outbox.doubted == ()


async def test_a_dead_platform_is_asked_less_and_less_often() -> None:
    async with post() as ana:
        platform = on(ana)
        platform.living = False
        platform.plan = [SendLater(0, "refused", code="unreachable")]
        await ana.writes("a")
        for _ in range(3600):
            ana.clock.advance(seconds=1)
            await ana.outbox.send_queued()
        assert 200 < platform.asked < 300
        platform.living = True
        for _ in range(15):
            ana.clock.advance(seconds=1)
            await ana.outbox.send_queued()
        assert platform.said == ["a"]


async def test_a_hanging_channel_holds_up_no_other() -> None:
    async with post() as ana:
        slow, quick = FakeChannel("slow"), FakeChannel("quick")
        release = asyncio.Event()

        async def hang(delivery: Delivery) -> Sent:
            await release.wait()
            return Sent()

        slow.send = hang  # type: ignore[method-assign]  # it never answers while the test lasts
        ana.outbox = Outbox(ana.store, {"slow": slow, "quick": quick}, ana.clock)
        for n, channel in enumerate(("slow", "quick")):
            await ana.store.accept([Update(channel, str(n), "bob", UpdateKind.TEXT, NOON, "hello")], NOON)
            conversation = await ana.store.conversation(channel, "bob")
            assert conversation is not None
            ana.conversation = conversation
            [made] = await ana.writes(channel, deliver=False)
            await ana.store.mark(made.id, "queued", due=NOON)
        await ana.outbox.resume()
        under_way = asyncio.create_task(ana.outbox.send_queued("slow"))
        await asyncio.sleep(0)
        await ana.outbox.send_queued("quick")
        assert quick.said == ["quick"]
        release.set()
        await under_way


async def test_a_long_wait_for_the_pace_is_spent_in_the_queue() -> None:
    async with post() as ana:
        channel = FakeChannel(pace=Pace(rate=1000, burst=1000, chat_rate=0.1, chat_burst=2))
        ana.channel, ana.outbox = channel, Outbox(ana.store, {"test": channel}, ana.clock)
        await ana.writes("a", "b", "c", "d")
        assert channel.said == ["a", "b"]
        assert await ana.states() == [
            ("sent", None, 1),
            ("sent", None, 1),
            ("queued", "waits for its turn by the platform's pace", 0),
            ("queued", None, 0),
        ]
