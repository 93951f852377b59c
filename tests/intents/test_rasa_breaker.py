"""The breaker: when a server is asked, when it is left alone, and what a probe decides."""

from __future__ import annotations

import pytest

from intents.rasa.breaker import Breaker, State


class Seconds:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def breaker(clock: Seconds) -> Breaker:
    return Breaker(limit=3, pause=10, clock=clock)


def ticket(breaker: Breaker) -> int:
    given = breaker.begin()
    assert given is not None
    return given


def fails(breaker: Breaker, times: int = 1) -> list[bool]:
    return [breaker.failed(ticket(breaker)) for _ in range(times)]


def test_it_opens_with_the_third_failure_in_a_row(breaker: Breaker) -> None:
    assert fails(breaker, 3) == [False, False, True]
    assert breaker.state is State.OPEN
    assert breaker.begin() is None


def test_an_answer_between_failures_starts_the_count_anew(breaker: Breaker) -> None:
    fails(breaker, 2)
    assert breaker.worked(ticket(breaker)) is False
    assert fails(breaker, 2) == [False, False]
    assert breaker.state is State.CLOSED


def test_after_the_pause_one_request_is_the_probe(breaker: Breaker, clock: Seconds) -> None:
    fails(breaker, 3)
    clock.now += 9.9
    assert breaker.begin() is None
    clock.now += 0.1
    assert breaker.state is State.HALF_OPEN
    assert breaker.begin() is not None
    assert breaker.begin() is None, "the probe is on its way"


def test_a_probe_that_is_answered_closes_it(breaker: Breaker, clock: Seconds) -> None:
    fails(breaker, 3)
    clock.now += 10
    assert breaker.worked(ticket(breaker)) is True
    assert breaker.state is State.CLOSED
    assert fails(breaker, 2) == [False, False], "and failures are counted from nothing"


def test_a_probe_that_fails_starts_another_pause(breaker: Breaker, clock: Seconds) -> None:
    fails(breaker, 3)
    clock.now += 10
    assert fails(breaker) == [False], "it was open before: no change to tell of"
    assert breaker.begin() is None
    clock.now += 10
    assert breaker.begin() is not None


def test_a_probe_that_is_broken_off_leaves_the_next_one_the_chance(breaker: Breaker, clock: Seconds) -> None:
    fails(breaker, 3)
    clock.now += 10
    breaker.gave_up(ticket(breaker))
    assert breaker.begin() is not None


def test_a_late_failure_from_before_the_opening_does_not_lengthen_the_pause(breaker: Breaker, clock: Seconds) -> None:
    late = ticket(breaker)
    fails(breaker, 3)
    clock.now += 10
    assert breaker.failed(late) is False
    assert breaker.begin() is not None


def test_a_late_answer_from_before_the_opening_does_not_close_it(breaker: Breaker) -> None:
    late = ticket(breaker)
    fails(breaker, 3)
    assert breaker.worked(late) is False
    assert breaker.state is State.OPEN
