"""Working time: when a person answers, over lunch, weekends, holidays and the nights when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.house import Hours
from tests.core.fakes import WORKDAY, house

ZONE = ZoneInfo("Europe/Ljubljana")
HOURS = house().hours


def local(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment of 2026 by the shop's clock; the 18th of November is a Wednesday."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("asked", "minutes", "answered"),
    [
        (local(18, 9), 30, local(18, 9, 30)),
        (local(18, 11, 45), 30, local(18, 13, 15)),  # over lunch
        (local(18, 12, 30), 30, local(18, 13, 30)),  # asked at lunch
        (local(18, 16, 45), 30, local(19, 9, 15)),  # over night
        (local(18, 20), 30, local(19, 9, 30)),  # asked at night
        (local(18, 6), 30, local(18, 9, 30)),  # asked before opening
        (local(20, 16, 45), 30, local(23, 9, 15)),  # over the weekend
        (local(21, 10), 30, local(23, 9, 30)),  # asked on Saturday
        (local(24, 16, 45, month=12), 30, local(28, 9, 15, month=12)),  # over Christmas Day, a Friday, and the weekend
        (local(18, 9), 60 * 7, local(18, 17)),  # to the last minute of the day
        (local(18, 9), 60 * 7 + 1, local(19, 9, 1)),
        (local(18, 9), 60 * 35, local(24, 17)),  # a working week
    ],
)
def test_after(asked: datetime, minutes: int, answered: datetime) -> None:
    assert HOURS.after(asked, timedelta(minutes=minutes)) == answered


def test_the_answer_is_in_utc() -> None:
    assert HOURS.after(local(18, 9), timedelta(minutes=30)).tzinfo is UTC


def test_a_week_across_the_change_of_the_clocks_keeps_the_shops_hours() -> None:
    friday = datetime(2026, 10, 23, 16, 45, tzinfo=ZONE)  # clocks go back on Sunday the 25th
    assert HOURS.after(friday, timedelta(minutes=30)) == datetime(2026, 10, 26, 9, 15, tzinfo=ZONE)
    spring = datetime(2026, 3, 27, 16, 45, tzinfo=ZONE)
    assert HOURS.after(spring, timedelta(minutes=30)) == datetime(2026, 3, 30, 9, 15, tzinfo=ZONE)


@pytest.mark.parametrize(("night", "answered"), [(date(2026, 10, 25), 3), (date(2026, 3, 29), 5)])
def test_a_shop_open_at_night_counts_real_hours_when_the_clocks_change(night: date, answered: int) -> None:
    """Four hours after midnight are three by the clock when an hour comes twice, and five when one is left out."""
    always = Hours("Europe/Ljubljana", {day: ((time(0), time(23, 59)),) for day in range(7)})
    midnight = datetime.combine(night, time(0), ZONE)
    assert always.after(midnight, timedelta(hours=4)) == datetime.combine(night, time(answered), ZONE)


def test_without_any_hours_plain_time_passes() -> None:
    assert Hours("UTC", {}).after(local(18, 9), timedelta(hours=5)) == local(18, 14)
    assert Hours("UTC", {0: ()}).after(local(18, 9), timedelta(hours=5)) == local(18, 14)


def test_more_than_a_year_of_work_is_not_an_endless_search() -> None:
    assert HOURS.after(local(18, 9), timedelta(days=4000)) == local(18, 9) + timedelta(days=4000)


def days(last: int) -> st.SearchStrategy[datetime]:
    """Any moment from the beginning of 2026 to December of a year."""
    return st.integers(0, (last - 2025) * 335 * 24 * 60).map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


@given(days(2027), st.integers(1, 3000))
def test_it_is_always_later_and_in_open_hours(moment: datetime, minutes: int) -> None:
    answered = HOURS.after(moment, timedelta(minutes=minutes))
    assert answered >= moment + timedelta(minutes=minutes)
    here = answered.astimezone(ZONE)
    assert any(start < here.time() <= end for start, end in WORKDAY)
    assert here.weekday() < 5
    assert here.date() not in HOURS.holidays


@given(days(2026), st.integers(1, 600), st.integers(1, 600))
def test_two_spans_one_after_the_other_are_one(moment: datetime, first: int, second: int) -> None:
    stepwise = HOURS.after(HOURS.after(moment, timedelta(minutes=first)), timedelta(minutes=second))
    assert stepwise == HOURS.after(moment, timedelta(minutes=first + second))


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (local(18, 9), True),
        (local(18, 8, 59), False),
        (local(18, 12), False),
        (local(18, 13), True),
        (local(18, 17), False),
        (local(21, 10), False),
        (local(25, 10, month=12), False),
    ],
)
def test_open_at(moment: datetime, is_open: bool) -> None:
    assert HOURS.open_at(moment) is is_open
    assert HOURS.open_at(moment.astimezone(UTC)) is is_open
