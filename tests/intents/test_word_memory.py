"""Remembered words give what looking at the whole text gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intents.features import extract
from intents.model import EXAMPLES, Model
from intents.rasa_format import read_all
from intents.word_memory import REMEMBERED, WordMemory


def memory_of(model: Model) -> WordMemory:
    known = model.coverage
    return WordMemory(model.vocabulary, known.fourgrams, known.words, known.idf, known.unseen_idf)


def check(model: Model, memory: WordMemory, text: str) -> None:
    extracted = extract(text)
    ids, values, coverage = memory.read(text)
    whole_ids, whole_values = model.vocabulary.vector(extracted)
    assert np.array_equal(ids, whole_ids)
    assert np.allclose(values, whole_values)
    assert coverage == pytest.approx(model.coverage.of(extracted), abs=1e-6)


def test_examples_have_the_same_features_new_and_remembered(model: Model) -> None:
    memory = memory_of(model)
    for example in read_all([EXAMPLES]).examples[::40]:
        check(model, memory, example.text)
        check(model, memory, example.text)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=80))
def test_any_text_has_the_same_features(model: Model, text: str) -> None:
    check(model, memory_of(model), text)


def test_what_is_remembered_is_bounded(model: Model) -> None:
    memory = memory_of(model)
    for start in range(0, REMEMBERED + 600, 300):
        memory.read(" ".join(f"w{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(start, start + 300)))
    assert len(memory._known) <= REMEMBERED
    check(model, memory, "where is my order waa")
