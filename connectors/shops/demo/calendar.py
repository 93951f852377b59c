"""Dates of the demo shop, written relative to "now" so that its orders never grow stale.

The data says "-3d" (a day), "-1d 18:40" (a time on a day), "-2h" (an hour-precise moment) or an ISO date or time, which
is what writes leave behind. Everything is counted from an anchor taken once, so that "3 days ago" moves on with the
clock. Neighbours: `orders.py` and `catalogue.py` read their dates through this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

_RELATIVE: Final = re.compile(r"([+-]?\d{1,5})d(?: (\d\d):(\d\d))?")
_HOURS: Final = re.compile(r"([+-]?\d{1,4})h")
_NOON: Final = time(12, 0)  # of a day without a time


@dataclass(frozen=True, slots=True)
class Calendar:
    """`anchor` is the aware moment that "0d" and "0h" mean; days are those of the shop's `zone`."""

    anchor: datetime
    zone: tzinfo

    @property
    def today(self) -> date:
        return self.anchor.astimezone(self.zone).date()

    def day(self, text: str) -> date:
        """The day meant by "-3d", "-2h" or an ISO date. Raises ValueError for anything else."""
        if found := _RELATIVE.fullmatch(text):
            return self.today + timedelta(days=int(found[1]))
        if _HOURS.fullmatch(text):
            return self.moment(text).date()
        return date.fromisoformat(text[:10])

    def moment(self, text: str) -> datetime:
        """The aware moment meant by "-1d 18:40", "-2h" or an ISO date and time, in the shop's zone."""
        if found := _HOURS.fullmatch(text):
            return (self.anchor.astimezone(UTC) + timedelta(hours=int(found[1]))).astimezone(self.zone)
        if found := _RELATIVE.fullmatch(text):
            clock = time(int(found[2]), int(found[3])) if found[2] else _NOON
            return datetime.combine(self.day(text), clock, self.zone)
        moment = datetime.fromisoformat(text)
        return moment.astimezone(self.zone) if moment.tzinfo else moment.replace(tzinfo=self.zone)

    def day_or_none(self, text: str | None) -> date | None:
        return None if text is None else self.day(text)
