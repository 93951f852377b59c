"""The quiet hours: at night nobody is written to who did not just ask. By the shop's clock. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

QUIET_FROM, QUIET_TO = time(21), time(8)
LEAD = timedelta(minutes=15)  # the most by which a promise is looked at before it is due


def quiet_until(now: datetime, timezone: str) -> datetime | None:
    """The end of the quiet hours in UTC when it is night at the shop, else None."""
    here = now.astimezone(ZoneInfo(timezone))
    if QUIET_TO <= here.time() < QUIET_FROM:
        return None
    day = here.date() + timedelta(days=1) if here.time() >= QUIET_FROM else here.date()
    return datetime.combine(day, QUIET_TO, ZoneInfo(timezone)).astimezone(UTC)


def look_at(due: datetime, now: datetime, timezone: str) -> datetime:
    """When a promise is looked at: a tenth of its time, at most a quarter of an hour, before it is due.

    When that is in the night it is the evening before, so that an apology still comes before the promise is missed.
    """
    look = due - min((due - now) / 10, LEAD)
    ends = quiet_until(look, timezone)
    if ends is None:
        return look
    here = ends.astimezone(ZoneInfo(timezone))
    evening = datetime.combine(here.date() - timedelta(days=1), QUIET_FROM, ZoneInfo(timezone)).astimezone(UTC) - LEAD
    return max(evening, now) if quiet_until(now, timezone) is None else look
