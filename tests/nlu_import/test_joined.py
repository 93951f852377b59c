"""What a shop taught beside what Frontdesk finds by itself."""

from __future__ import annotations

from intents.entities.learned.joining import join
from intents.understanding import Entity

ORDER = Entity("order_number", "1002", 6, 10)


def test_a_learned_kind_of_an_own_name_stands_for_the_own_one() -> None:
    longer = Entity("order_number", "SO-1002", 3, 10, 0.8)
    assert join((ORDER,), (longer,)) == (longer,)


def test_an_own_entity_elsewhere_stays_beside_a_learned_one_of_its_name() -> None:
    other = Entity("order_number", "A7", 20, 22, 0.8)
    assert join((ORDER,), (other,)) == (ORDER, other)


def test_two_names_for_one_place_both_stay_the_own_one_first() -> None:
    guests = Entity("guests", "1002", 6, 10, 0.8)
    assert join((ORDER,), (guests,)) == (ORDER, guests)


def test_an_unsure_learned_entity_gives_way_to_an_own_one_in_its_place() -> None:
    assert join((ORDER,), (Entity("guests", "1002", 6, 10, 0.4),)) == (ORDER,)
    assert join((), (Entity("guests", "1002", 6, 10, 0.4),)) != ()


def test_an_own_entity_inside_a_longer_sure_learned_one_is_a_part_of_it() -> None:
    card = Entity("card", "LB-1002", 3, 10, 0.9)
    assert join((ORDER,), (card,)) == (card,)
    unsure = Entity("card", "LB-1002", 3, 10, 0.6)
    assert join((ORDER,), (unsure,)) == (unsure, ORDER)
