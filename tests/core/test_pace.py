"""Pacing: bursts, the steady rate, and what a refusal teaches."""

from __future__ import annotations

from bot.connector import Pace
from bot.pace import SWEEP_AT, Pacer

TELEGRAM = Pace(rate=30, burst=30, chat_rate=1, chat_burst=3)


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_goes_at_once_and_then_one_a_second() -> None:
    seconds = Seconds()
    pacer = Pacer(TELEGRAM, seconds)
    assert [round(pacer.wait("ana", 10), 3) for _ in range(5)] == [0, 0, 0, 1, 2]
    seconds.now += 2
    assert round(pacer.wait("ana", 10), 3) == 1


def test_after_a_pause_the_burst_is_there_again() -> None:
    seconds = Seconds()
    pacer = Pacer(TELEGRAM, seconds)
    for _ in range(3):
        pacer.wait("ana", 10)
    seconds.now += 60
    assert [pacer.wait("ana", 10) for _ in range(3)] == [0, 0, 0]


def test_the_account_has_a_rate_over_all_addresses() -> None:
    pacer = Pacer(TELEGRAM, Seconds())
    waits = [pacer.wait(str(n), 10) for n in range(60)]
    assert waits[:30] == [0] * 30
    assert abs(waits[-1] - 1.0) < 1e-6


def test_a_place_beyond_ones_patience_is_not_taken() -> None:
    pacer = Pacer(TELEGRAM, Seconds())
    for _ in range(3):
        pacer.wait("ana", 0.5)
    assert [round(pacer.wait("ana", 0.5), 3) for _ in range(3)] == [1, 1, 1], "asking again and again does not push it further away"


def test_who_is_told_to_slow_down_waits_and_the_others_do_not() -> None:
    seconds = Seconds()
    pacer = Pacer(TELEGRAM, seconds)
    pacer.refused("ana", 7)
    assert round(pacer.wait("ana", 0), 3) == 7
    assert pacer.wait("bob", 0) == 0


def test_two_refused_within_a_moment_mean_everybody() -> None:
    seconds = Seconds()
    pacer = Pacer(TELEGRAM, seconds)
    pacer.refused("ana", 7)
    seconds.now += 1
    pacer.refused("bob", 7)
    assert round(pacer.wait("eve", 0), 3) == 7


def test_addresses_long_on_schedule_are_forgotten() -> None:
    seconds = Seconds()
    pacer = Pacer(Pace(rate=1e6, burst=10**6, chat_rate=1, chat_burst=1), seconds)
    for n in range(SWEEP_AT):
        pacer.wait(str(n), 10)
    seconds.now += 5
    pacer.wait("one more", 10)
    assert len(pacer._chats) == 1
