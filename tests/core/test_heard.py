"""Button payloads: made and read in one place, short enough for the narrowest platform."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.heard import PAYLOAD_BYTES, Press, answer_payload, control_payload, go_payload, read_payload, same_option
from bot.journal import digest
from intents.names import INTENTS
from tests.core.fakes import entity, heard

RUN = "7fffffff.12"  # the longest a run's name gets in years of messages
TOKEN = digest("ask:which#0", "basis")


@pytest.mark.parametrize(
    "value", ["KET-17", "yes", "a:b:c", "", "чайник «Аврора» на полтора литра, синий и с крышкой", "ж" * 500, "🙂" * 40]
)
def test_an_answer_comes_back_as_the_option_it_was(value: str) -> None:
    payload = answer_payload(RUN, TOKEN, value)
    press = read_payload(payload)
    assert len(payload.encode()) <= PAYLOAD_BYTES
    assert press is not None
    assert (press.run, press.question, press.control) == (RUN, TOKEN, False)
    assert same_option(press.value, value)


@given(st.text(max_size=200))
def test_every_value_fits_and_is_known_again(value: str) -> None:
    payload = answer_payload(RUN, TOKEN, value)
    press = read_payload(payload)
    assert len(payload.encode()) <= PAYLOAD_BYTES
    assert press is not None
    assert same_option(press.value, value)


def test_two_long_values_are_told_apart() -> None:
    one, other = "ж" * 60 + "1", "ж" * 60 + "2"
    press = read_payload(answer_payload(RUN, TOKEN, one))
    assert press is not None
    assert same_option(press.value, one)
    assert not same_option(press.value, other)


@pytest.mark.parametrize("intent", list(INTENTS))
def test_every_wish_fits_into_a_button(intent: str) -> None:
    assert len(go_payload(intent).encode()) <= PAYLOAD_BYTES
    assert read_payload(go_payload(intent)) == Press(intent)


def test_a_control_comes_back_as_one() -> None:
    assert read_payload(control_payload("back")) == Press("back", control=True)


@pytest.mark.parametrize(
    "payload", ["", "q", "q:", "q:r1:t1", "go:human", "x:r1:t1:yes", "/start abc", "{}", "ж" * 100, "q:go", "q:go:a:b:c"]
)
def test_what_is_not_ours_is_nobodys_answer(payload: str) -> None:
    press = read_payload(payload)
    assert press is None or (press.run, press.question) == ("go", "a")


@given(st.text(max_size=100))
def test_no_payload_is_too_strange_to_read(payload: str) -> None:
    read_payload(payload)


def test_each_product_that_may_be_meant_is_an_entity() -> None:
    said = heard(
        "a kettle, 1001",
        entities=[entity("sku", "KET-17"), entity("order_number", "1001")],
        products=[entity("sku", "KET-17"), entity("sku", "KET-15")],
    )
    assert [e.value for e in said.entities] == ["1001", "KET-17", "KET-15"]
