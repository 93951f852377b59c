"""Promises that come due: apologised for before they are missed, once, with a new time, at a decent hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.promises import MOVES
from bot.quiet import quiet_until
from bot.reception import _timer_body
from bot.store import upkeep
from bot.store.values import micros
from tests.core.fakes import NOON, Booth, Clock, booth


async def promised(ana: Booth) -> None:
    """A promise for an hour from now, looked at six minutes before."""
    ana.engine.teach("call me", "callback")
    await ana.says("call me")


async def fire(ana: Booth) -> list[str]:
    """What the sweep does with due timers, and the turn after it."""
    now = micros(ana.clock.now)
    await ana.store.write(lambda db: upkeep.fire_timers(db, now, ana.store.new_id, _timer_body))
    return await ana.turn()


async def ledger(ana: Booth) -> list[tuple[str, datetime]]:
    rows = await ana.rows("SELECT state, due_at FROM promises ORDER BY id")
    return [(state, datetime.fromtimestamp(due / 1_000_000, UTC)) for state, due in rows]


async def test_nothing_is_said_while_there_is_time() -> None:
    async with booth() as ana:
        await promised(ana)
        ana.clock.advance(minutes=50)
        assert await fire(ana) == []


async def test_the_apology_comes_before_the_time_with_a_new_one_and_once() -> None:
    async with booth() as ana:
        await promised(ana)
        ana.clock.advance(minutes=55)
        # Due 14:00 in Ljubljana; four working hours later it is past closing at 17, so ten on the next morning.
        assert await fire(ana) == ["Sorry: promised by 14:00, now by Thursday 19 November, 10:00."]
        assert await ledger(ana) == [("moved", NOON + timedelta(hours=1)), ("open", datetime(2026, 11, 19, 9, 0, tzinfo=UTC))]
        for _ in range(3):
            assert await fire(ana) == []
        ana.clock.advance(hours=2)
        assert await fire(ana) == []


async def test_a_promise_that_was_kept_is_not_apologised_for() -> None:
    async with booth() as ana:
        await promised(ana)
        await ana.store.write(lambda db: db.execute("UPDATE promises SET state = 'kept'"))
        ana.clock.advance(minutes=55)
        assert await fire(ana) == []
        assert (await ana.endings())[-1] == ("ignored", "the promise is settled")


async def test_whoever_said_stop_hears_nothing() -> None:
    async with booth() as ana:
        await promised(ana)
        await ana.says("STOP")
        ana.clock.advance(minutes=55)
        assert await fire(ana) == []
        assert (await ana.endings())[-1] == ("ignored", "the customer wants no notices (STOP)")


async def test_at_night_it_waits_for_the_morning() -> None:
    clock = Clock(datetime(2026, 11, 18, 20, 30, tzinfo=UTC))  # 21:30 in Ljubljana
    async with booth(clock=clock) as ana:
        await promised(ana)
        clock.advance(minutes=55)
        assert await fire(ana) == []
        assert (await ana.endings())[-1] == ("ignored", "quiet hours: later")
        clock.now = datetime(2026, 11, 19, 6, 59, tzinfo=UTC)
        assert await fire(ana) == []
        clock.now = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)  # 8:00
        [said] = await fire(ana)
        assert said.startswith("Sorry: promised by")


async def test_after_three_new_times_it_is_left_to_people() -> None:
    async with booth() as ana:
        await promised(ana)
        said = 0
        for _ in range(40):
            ana.clock.advance(hours=3)
            said += len(await fire(ana))
        assert said == MOVES
        assert (await ana.endings())[-1] == ("ignored", "apologised for often enough; left to the shop's people")
        assert [state for state, _ in await ledger(ana)] == ["moved"] * MOVES + ["open"]


async def test_the_new_time_is_in_working_hours_and_later_than_now() -> None:
    async with booth() as ana:
        await promised(ana)
        ana.clock.now = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)  # Friday 16:30: everything slept until now
        await fire(ana)
        # Half an hour of Friday, three hours of Monday morning, half an hour after lunch: Monday 13:30.
        assert (await ledger(ana))[-1][1] == datetime(2026, 11, 23, 12, 30, tzinfo=UTC)


async def test_a_handover_is_a_promise_too() -> None:
    async with booth() as ana:
        await ana.says("human please")
        assert await ledger(ana) == [("open", NOON + timedelta(minutes=30))]
        ana.clock.advance(minutes=28)
        [said] = await fire(ana)
        assert said.startswith("Sorry: promised by 13:30")


@pytest.mark.parametrize(
    ("hour", "until"),
    [(7, 8), (8, None), (12, None), (20, None), (21, 32), (23, 32), (0, 8), (3, 8)],
)
def test_quiet_hours(hour: int, until: int | None) -> None:
    """By the shop's clock; the zone's offset is one hour in November."""
    midnight = datetime(2026, 11, 17, 23, 0, tzinfo=UTC)
    wakes = quiet_until(midnight + timedelta(hours=hour), "Europe/Ljubljana")
    assert wakes == (None if until is None else midnight + timedelta(hours=until))
