"""Entities: the pieces of a text that have a meaning of their own. `find_entities` runs all finders in order of trust.

One file per kind. What one finder took is blank for the next, so "+386 40 111 001" is never an order number. Only values
leave this package; the clock and the home region are parameters.
"""

from __future__ import annotations

from datetime import date

from intents.entities import amounts, contacts, dates, orders, quantities
from intents.entities.found import blanked, has_digits
from intents.understanding import Entity


def find_entities(
    text: str, *, now: date, language: str = "en", region: str = contacts.HOME_REGION, currency: str = "EUR"
) -> tuple[Entity, ...]:
    """All entities but products, in order of place, never overlapping."""
    numbered = has_digits(text)
    found: list[Entity] = contacts.emails(text)
    rest = blanked(text, found)
    if numbered:
        for finder in (orders.with_sign, lambda t: contacts.phones(t, region), lambda t: amounts.amounts(t, currency)):
            new = finder(rest)
            found += new
            rest = blanked(rest, new)
    days = dates.dates(rest, now) or dates.parsed_elsewhere(rest, now, language)
    found += days
    rest = blanked(rest, days)
    if numbered:
        new = orders.bare(rest)
        found += new
        rest = blanked(rest, new)
    if numbered or quantities.has_number_words(rest):
        which = quantities.ordinals(rest)
        found += which
        found += quantities.quantities(blanked(rest, which))
    return tuple(sorted(found, key=lambda entity: entity.start))
