"""Entities: the pieces of a text that have a meaning of their own. `find_entities` runs all finders in order of trust.

One file per kind. What one finder took is blank for the next, so "+386 40 111 001" is never an order number. Only values
leave this package; the clock and the home region are parameters. docs/understanding.md lists kinds, values and rules.
"""

from __future__ import annotations

from datetime import date, datetime

from intents.entities import amounts, contacts, dates, looks, orders, quantities, times
from intents.entities.corrections import without_denied
from intents.entities.reading import Reading, read
from intents.understanding import Entity


def find_entities(
    text: str, *, now: date, language: str = "en", region: str = contacts.HOME_REGION, currency: str = "EUR", reading: Reading | None = None
) -> tuple[Entity, ...]:
    """All entities but products, in order of place, never overlapping. `now` is today, or the moment, where the shop is; `reading` is
    the text's, when there is one already. What the message itself takes back ("not 1001, 1002") is left out."""
    today = now.date() if isinstance(now, datetime) else now
    whole = reading or read(text)
    found: list[Entity] = []
    rest = whole
    rest = _take(found, rest, contacts.emails(whole.text))
    if whole.numbered:
        rest = _take(found, rest, contacts.phones(rest.text, region))
    rest = _take(found, rest, amounts.priced(rest))
    rest = _take(found, rest, orders.with_sign(rest))
    days = dates.days(rest, today)
    if not days:
        days = [e for e in dates.parsed_elsewhere(rest, today, language) if e.end <= len(rest.text)]
    rest = _take(found, rest, days)
    rest = _take(found, rest, times.times(rest, dated=bool(days)))
    if whole.numbered:
        rest = _take(found, rest, amounts.limits(rest, currency))
    rest = _take(found, rest, looks.sizes(rest))
    rest = _take(found, rest, looks.colours(rest))
    if whole.numbered:
        rest = _take(found, rest, orders.bare(rest))
    rest = _take(found, rest, quantities.ordinals(rest))
    _take(found, rest, quantities.counts(rest))
    found.sort(key=lambda entity: entity.start)
    return tuple(whole.place(entity) for entity in without_denied(whole, found))


def _take(found: list[Entity], rest: Reading, new: list[Entity]) -> Reading:
    if not new:
        return rest
    found += new
    return rest.without(new)
