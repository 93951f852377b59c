"""The shop's own facts and policies as flows see them. Values only; `bot/config.py` reads them from config.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.money import Money

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Hours:
    """When people are there: spans of local time a weekday (0 is Monday), none on holidays."""

    timezone: str
    spans: Mapping[int, tuple[tuple[time, time], ...]]
    holidays: frozenset[date] = frozenset()

    def after(self, moment: datetime, working: timedelta) -> datetime:
        """The moment when `working` time of open hours has passed, in UTC. With no hours at all, plain time passes."""
        if not any(self.spans.values()):
            return moment + working
        zone = ZoneInfo(self.timezone)
        first, left = moment.astimezone(zone).date(), working
        for days in range(366):
            day = first + timedelta(days=days)
            if day in self.holidays:
                continue
            for start, end in self.spans.get(day.weekday(), ()):
                # In UTC, because the difference of two local times is wrong by an hour on the nights the clocks change.
                opens, closes = (datetime.combine(day, at, zone).astimezone(UTC) for at in (start, end))
                begin = max(opens, moment.astimezone(UTC))
                if begin >= closes:
                    continue
                if closes - begin >= left:
                    return begin + left
                left -= closes - begin
        return moment + working

    def open_at(self, moment: datetime) -> bool:
        here = moment.astimezone(ZoneInfo(self.timezone))
        if here.date() in self.holidays:
            return False
        return any(start <= here.time() < end for start, end in self.spans.get(here.weekday(), ()))


@dataclass(frozen=True, slots=True)
class House:
    """`information` is topic -> language -> text; `compensation` the coupon for a justified complaint, at most one a
    customer in `compensation_days`. `reply_within` is working time until a person answers, as customers are told; `first_reply_within` is
    what agents are held to, and an agent silent for `silent_within` loses the conversation. Damage above `damage_limit` is looked
    at by a person. `rating`: customers are asked how they were helped, and get `rating_coupon` for their answer, if there is one."""

    name: str
    site: str
    email: str
    phone: str
    address: str
    currency: str
    country: str
    hours: Hours
    tone: str = "friendly"
    return_days: int = 30
    refund_days: int = 5  # working days from the arrival of the goods to the money
    lookup_within: timedelta = timedelta(hours=4)  # working time in which the carrier has been asked
    reply_within: timedelta = timedelta(minutes=30)
    first_reply_within: timedelta = timedelta(minutes=5)
    silent_within: timedelta = timedelta(minutes=15)
    compensation: Money | None = None
    compensation_days: int = 90
    damage_limit: Money | None = None
    rating: bool = True
    rating_coupon: Money | None = None
    information: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
