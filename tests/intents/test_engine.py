"""The engine: one message in, everything understood of it out, and nothing that breaks it."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intents.engine import Engine
from intents.entities.found import word_set
from intents.entities.products import ProductIndex
from intents.model import Model
from intents.understanding import LANGUAGES, Tone, Understanding

TODAY = date(2026, 11, 21)
ENTITY_WORDS = word_set(
    "1002 #1002 заказ naročilo order № 12.11. 12 ноября v petek next friday 3 dni назад € eur до 50 +386 40 111 001 "
    "a@b.si x2 dve second kettle 1.7 31.2. 99 ago last not ne 👍 ?! (("
)


def test_all_of_one_message(engine: Engine) -> None:
    understood = engine.understand("Where is my order 1002? It should have come yesterday", now=TODAY)
    assert understood.intent in {"order_status", "delivery_late"}
    assert understood.language == "en"
    assert understood.language_sure
    assert understood.tone is Tone.CALM
    assert understood.yes_no is None
    order, day = understood.entity("order_number"), understood.entity("date")
    assert order is not None
    assert order.value == "1002"
    assert day is not None
    assert day.value == "2026-11-20"


def test_one_product_is_an_entity_several_are_only_candidates(engine: Engine) -> None:
    one = engine.understand("do you have the aurora kettle 1.7 in stock", now=TODAY)
    assert [e.value for e in one.entities if e.kind == "sku"] == ["KET-17"]
    several = engine.understand("do you have kettles in stock", now=TODAY)
    assert several.entity("sku") is None
    assert {e.value for e in several.products} == {"KET-17", "KET-15"}


def test_a_short_answer_keeps_the_language_of_the_conversation(engine: Engine) -> None:
    understood = engine.understand("1002", prior="sl", now=TODAY)
    assert (understood.language, understood.language_sure) == ("sl", False)


def test_nothing_is_understood_of_nothing(engine: Engine) -> None:
    for text in ("", "   ", "\n"):
        understood = engine.understand(text)
        assert understood.ranking == ()
        assert understood.intent == "out_of_scope"
        assert understood.entities == ()


def test_the_catalogue_can_come_later(model: Model) -> None:
    engine = Engine(model)
    assert engine.understand("kettle").products == ()
    engine.products = ProductIndex({"K": ["kettle"]})
    assert engine.understand("kettle").products[0].value == "K"


def check(understood: Understanding, text: str) -> None:
    assert understood.text == text
    assert understood.language in LANGUAGES
    assert 0 <= understood.confidence <= 1
    for entity in (*understood.entities, *understood.products):
        assert 0 <= entity.start < entity.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 65_536,
        "1" * 65_536,
        "где мой заказ " * 5_000,
        "+386 " * 10_000,
        "( " * 30_000,
        "1.2.3." * 5_000,
        "a@" * 20_000,
        "order " * 10_000,
        "\x00\x00",
        "🤷‍♀️🏳️‍🌈👨‍👩‍👧‍👦",
        "\u202e\u200fabc\u202c",
        "\ud800",
        "مرحبا أين طلبي",
        "我的订单在哪里",
        "İıſß",
        "99.99.9999 0.0.0 32.13.",
        "in 999 months, 999 weeks ago, pred 999 mesecev",
    ],
)
def test_hard_texts_are_understood_without_an_error_and_soon(engine: Engine, text: str, caplog: pytest.LogCaptureFixture) -> None:
    engine.warm()
    begun = time.thread_time()
    check(engine.understand(text, now=TODAY), text)
    assert time.thread_time() - begun < 1
    assert not caplog.records


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300), prior=st.sampled_from([None, *LANGUAGES, "xx"]))
def test_any_text_is_understood(engine: Engine, text: str, prior: str | None, caplog: pytest.LogCaptureFixture) -> None:
    check(engine.understand(text, prior=prior, now=TODAY), text)
    assert not caplog.records


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(sorted(ENTITY_WORDS)), max_size=14).map(" ".join))
def test_any_mix_of_entity_words_is_understood(engine: Engine, text: str, caplog: pytest.LogCaptureFixture) -> None:
    check(engine.understand(text, now=TODAY), text)
    assert not caplog.records


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(piece=st.text(alphabet="a1 .,@+-'#№яč(!?%€/:x", min_size=1, max_size=5), end=st.text(alphabet="a1@.€!", max_size=2))
def test_no_repetition_is_slow(engine: Engine, piece: str, end: str) -> None:
    text = (piece * 2000)[:1998] + end
    begun = time.thread_time()
    check(engine.understand(text, now=TODAY), text)
    assert time.thread_time() - begun < 1
