"""Lines that say nearly the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from intents.near import ALIKE, NearPair, grouping, groups_of, near_pairs, wording
from intents.rasa_values import Example


def examples(*rows: tuple[str, str], language: str | None = "en") -> list[Example]:
    return [Example(text, intent, language, Path("all.yml"), line) for line, (text, intent) in enumerate(rows, 1)]


def lines(pairs: list[NearPair]) -> list[tuple[int, int, bool]]:
    return [(pair.example.line, pair.other.line, pair.same) for pair in pairs]


def test_numbers_case_and_punctuation_make_no_other_wording() -> None:
    assert wording("Where is #1002?") == wording("where is 7") == "where is 0"
    assert wording("???") == "???"


def test_script_and_diacritics_make_no_other_group() -> None:
    assert grouping("где мой заказ 1002") == grouping("gde moi zakaz, 7?")
    rows = examples(("naročilo 5", "a"), ("other", "a"), ("Narocilo 6!", "a"))
    assert groups_of(rows) == [[0, 2]]


def test_the_same_under_two_intents_is_told_of_the_later_line() -> None:
    assert lines(near_pairs(examples(("track 1002", "a"), ("Track 7!", "b")))) == [(2, 1, True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("where is the order", "hello, where is my order please"),
        ("is the parcel already on its way to Graz", "is the parcel already on its way to graz now"),
        ("order status", "status order"),
    ],
)
def test_courtesies_order_and_one_word_of_seven_make_no_difference(first: str, second: str) -> None:
    assert lines(near_pairs(examples((first, "a"), (second, "b")))) == [(2, 1, False)]


@pytest.mark.parametrize(
    ("first", "second", "intents"),
    [
        ("i want to cancel it", "i do not want to cancel it", ("a", "b")),
        ("order status", "order status", ("a", "a")),
        ("ok", "ok thanks", ("affirm", "thanks")),
        ("hi bot", "good bot", ("greeting", "praise")),
        ("phone?", "phone me please", ("shop_contact", "callback")),
    ],
)
def test_a_denial_one_intent_and_short_courtesies_are_left_alone(first: str, second: str, intents: tuple[str, str]) -> None:
    assert near_pairs(examples((first, intents[0]), (second, intents[1]))) == []


def test_languages_are_not_compared_with_each_other() -> None:
    assert near_pairs([*examples(("ne", "deny")), *examples(("ne", "other"), language="sl")]) == []


def test_the_filter_finds_what_comparing_all_pairs_finds() -> None:
    chance = random.Random(3)
    words = [f"w{chr(97 + n)}x" for n in range(14)]
    rows = examples(*((" ".join(chance.sample(words, chance.randint(5, 11))), f"i{n % 3}") for n in range(250)))
    sets = [frozenset(grouping(row.text).split()) for row in rows]

    def alike(one: int, two: int) -> bool:
        shared = len(sets[one] & sets[two])
        return rows[one].intent != rows[two].intent and shared >= ALIKE * len(sets[one] | sets[two])

    expected = {n for n in range(250) if any(alike(n, m) for m in range(250) if m != n)}
    found = near_pairs(rows)
    assert {pair.example.line - 1 for pair in found} <= expected
    involved = {line - 1 for pair in found for line in (pair.example.line, pair.other.line)}
    assert expected
    for n in expected:  # each near line stands in a pair, or all those near it do
        assert n in involved or all(m in involved for m in range(250) if m != n and alike(n, m))
