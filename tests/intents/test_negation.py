"""What a message says it does not want, and what is left of it."""

from __future__ import annotations

from datetime import date

import pytest

from intents.engine import Engine
from intents.names import INTENTS
from intents.negation import NAMED, RETURNS, denial_in
from intents.understanding import LANGUAGES
from tests.intents.labelled import labelled

TODAY = date(2026, 11, 21)
LEAST_PRECISION = 0.9
LEAST_RECALL = 0.85
LEAST_REST = 0.7  # what is left is read right: the classifier's share in it


@pytest.mark.parametrize("half", ["built", "held"])
def test_denials_are_found_and_complaints_are_none(engine: Engine, half: str) -> None:
    hits = said = needed = meant = rests = 0
    wrong = []
    for case in labelled("nlu_denials", half):
        found = denial_in(case.text, case.language)
        denies = bool(found.intents) or found.person
        if case.label == "none":
            said += denies
            wrong += [case.text] if denies else []
            continue
        denied, want = (part.strip() for part in case.label.split(">"))
        hit = found.person if denied == "human" else denied in found.intents
        needed, said, hits = needed + 1, said + denies, hits + hit
        wrong += [] if hit else [case.text]
        if hit and want not in ("-", "human"):
            rests += 1
            intent = engine.understand(case.text, prior=case.language, now=TODAY).intent
            meant += intent == want or {intent, want} <= set(RETURNS)
    assert hits >= LEAST_PRECISION * said, wrong
    assert hits >= LEAST_RECALL * needed, wrong
    assert meant >= LEAST_REST * rests


def test_every_language_has_forty_messages_half_of_which_deny_nothing() -> None:
    cases = [*labelled("nlu_denials", "built"), *labelled("nlu_denials", "held")]
    for language in LANGUAGES:
        mine = [c for c in cases if c.language == language]
        assert len(mine) >= 40
        assert 0.4 <= sum(c.label == "none" for c in mine) / len(mine) <= 0.6


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I don't want to return it, I want to exchange it", "en"),
        ("не возврат, а обмен", "ru"),
        ("не хочу повертати, хочу обміняти", "uk"),
        ("ne vračilo, menjavo bi", "sl"),
    ],
)
def test_the_rest_of_the_message_decides(engine: Engine, text: str, language: str) -> None:
    understood = engine.understand(text, prior=language, now=TODAY)
    assert set(understood.denied) == set(RETURNS)
    assert understood.intent == "exchange"
    assert not {s.name for s in understood.ranking} & set(RETURNS)
    assert understood.confidence <= 1


def test_what_is_left_after_a_bare_denial_names_nothing_denied(engine: Engine) -> None:
    understood = engine.understand("no, not a return", now=TODAY)
    assert understood.denied
    assert understood.intent not in RETURNS


@pytest.mark.parametrize("text", [
    "I don't want to talk to a bot", "не хочу разговаривать с ботом", "не хочу розмовляти з ботом", "nočem govoriti z botom",
])  # fmt: skip
def test_who_wants_no_bot_wants_a_person(engine: Engine, text: str) -> None:
    assert engine.understand(text, now=TODAY).intent == "human"


@pytest.mark.parametrize(
    "text", ["I did not get my order", "it doesn't work", "не получил заказ", "не працює", "ne dela", "no", "нет", "ne"]
)
def test_what_did_not_happen_denies_no_wish(engine: Engine, text: str) -> None:
    assert engine.understand(text, now=TODAY).denied == ()


def test_the_tables_name_intents_in_every_language() -> None:
    kinds = {language: set(NAMED[language]) for language in LANGUAGES}
    assert all(kinds[language] == kinds["en"] for language in LANGUAGES)
    assert {intent for group in kinds["en"] for intent in group} <= set(INTENTS)
