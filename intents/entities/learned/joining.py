"""What a shop taught beside what Frontdesk finds by itself, in one sequence. Neighbour: `intents/engine.py` calls this."""

from __future__ import annotations

from typing import Final

from intents.entities.learned.tagger import SURE
from intents.understanding import Entity

SWALLOWS: Final = 0.8  # how sure a learned entity must be for an own one inside it to be only a part of it


def join(own: tuple[Entity, ...], learned: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Both, in order of place.

    A learned kind with the name of an own one (`order_number`) knows better: its span and value stand for those it overlaps. An own
    one inside a longer learned one is a part of it: in `[LB-20417](card)` is no order 20417. Otherwise both stay, the own one first:
    a bot that calls "4" `guests` gets that, and flows here get their quantity. A learned one that is less than SURE gives way.
    """
    kept = [one for one in own if not any(_knows_better(other, one) for other in learned)]
    added = [one for one in learned if one.score >= SURE or not any(_overlap(one, other) for other in kept)]
    return tuple(sorted((*kept, *added), key=lambda entity: entity.start))


def _knows_better(learned: Entity, own: Entity) -> bool:
    if not _overlap(learned, own):
        return False
    longer = learned.end - learned.start > own.end - own.start
    inside = learned.start <= own.start and own.end <= learned.end
    return learned.kind == own.kind or (longer and inside and learned.score >= SWALLOWS)


def _overlap(one: Entity, other: Entity) -> bool:
    return one.start < other.end and other.start < one.end
