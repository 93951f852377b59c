"""What is made of a Rasa server's answer: complete, with gaps, or nonsense."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intents.rasa.answers import MalformedAnswerError, read_answer
from intents.understanding import Entity, IntentScore

TEXT = "where is my order in Ljubljana"
BEST = {"name": "order_status", "confidence": 0.9}


def entity(**changes: Any) -> dict[str, Any]:
    return {
        "entity": "city",
        "start": 21,
        "end": 30,
        "value": "ljubljana",
        "confidence_entity": 0.8,
        "extractor": "DIETClassifier",
    } | changes


def test_a_complete_answer_keeps_ranking_and_entities() -> None:
    answer = read_answer(
        {
            "text": TEXT,
            "intent": BEST,
            "intent_ranking": [BEST, {"name": "delivery_late", "confidence": 0.1}],
            "entities": [entity(role="from", group="1", processors=["EntitySynonymMapper"])],
            "text_tokens": [[0, 5]],
        },
        TEXT,
    )
    assert answer.ranking == (IntentScore("order_status", 0.9), IntentScore("delivery_late", 0.1))
    assert answer.entities == (Entity("city", "ljubljana", 21, 30, 0.8, "DIETClassifier", "from", "1"),)


@pytest.mark.parametrize("rest", [{}, {"intent_ranking": []}, {"intent_ranking": None, "entities": None}])
def test_without_a_ranking_the_intent_is_the_ranking(rest: dict[str, Any]) -> None:
    assert read_answer({"intent": BEST, **rest}, TEXT).ranking == (IntentScore("order_status", 0.9),)


def test_the_intent_comes_first_and_the_others_by_their_share() -> None:
    """FallbackClassifier puts its own intent before surer ones."""
    body = {
        "intent": {"name": "nlu_fallback", "confidence": 0.3},
        "intent_ranking": [
            {"name": "help", "confidence": 0.2},
            {"name": "greeting", "confidence": 0.7},
            {"name": "nlu_fallback", "confidence": 0.3},
        ],
    }
    assert [one.name for one in read_answer(body, TEXT).ranking] == ["nlu_fallback", "greeting", "help"]


def test_a_retrieval_intent_counts_as_its_first_part() -> None:
    assert read_answer({"intent": {"name": "help/hours", "confidence": 1.0}}, TEXT).ranking == (IntentScore("help", 1.0),)


@pytest.mark.parametrize("intent", [{"name": None, "confidence": 0.0}, {"name": "", "confidence": 0.0}, {}])
def test_no_intent_is_an_empty_ranking(intent: dict[str, Any]) -> None:
    assert read_answer({"intent": intent, "entities": []}, TEXT).ranking == ()


@pytest.mark.parametrize("confidence", [1.0000001, 1])
def test_a_share_a_hair_above_one_is_one(confidence: float) -> None:
    """Sums of 32-bit numbers."""
    assert read_answer({"intent": {"name": "help", "confidence": confidence}}, TEXT).ranking[0].confidence == 1.0


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "order_status",
        {},
        {"intent": None},
        {"intent": "order_status"},
        {"intent": {"name": 5, "confidence": 0.5}},
        {"intent": {"name": "help"}},
        {"intent": {"name": "help", "confidence": "0.5"}},
        {"intent": {"name": "help", "confidence": True}},
        {"intent": {"name": "help", "confidence": 42}},
        {"intent": {"name": "help", "confidence": -1}},
        {"intent": {"name": "help", "confidence": float("nan")}},
        {"intent": BEST, "intent_ranking": {}},
        {"intent": BEST, "intent_ranking": ["help"]},
        {"intent": BEST, "entities": {}},
        {"intent": BEST, "entities": ["city"]},
    ],
)
def test_nonsense_is_refused(body: object) -> None:
    with pytest.raises(MalformedAnswerError):
        read_answer(body, TEXT)


@pytest.mark.parametrize(
    "changes", [{"start": None}, {"end": 999}, {"start": 30, "end": 30}, {"start": -1}, {"start": True}, {"entity": ""}, {"entity": None}]
)
def test_an_entity_that_lies_nowhere_in_the_text_is_left_out(changes: dict[str, Any]) -> None:
    assert read_answer({"intent": BEST, "entities": [entity(**changes), entity()]}, TEXT).entities[0].value == "ljubljana"


@pytest.mark.parametrize(("value", "expected"), [(5, "5"), ({"from": 1}, "Ljubljana"), (None, "Ljubljana"), ("", "Ljubljana")])
def test_a_value_that_is_no_text_is_made_one(value: object, expected: str) -> None:
    """Duckling's values are numbers and mappings."""
    assert read_answer({"intent": BEST, "entities": [entity(value=value)]}, TEXT).entities[0].value == expected


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["intent", "intent_ranking", "entities", "name", "confidence", "start", "end", "value", "entity"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(values)
def test_any_json_is_an_answer_or_refused(body: object) -> None:
    try:
        answer = read_answer(body, TEXT)
    except MalformedAnswerError:
        return
    assert all(0 <= one.confidence <= 1 for one in answer.ranking)
    assert all(0 <= one.start < one.end <= len(TEXT) for one in answer.entities)
