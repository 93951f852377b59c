"""Slots: how an answer is read, found in what was said before, and checked at every replay."""

from __future__ import annotations

import pytest

from bot.journal import Value
from bot.slots import SLOTS, Fit, Option, Reading, option_of
from tests.core.fakes import entity, heard

OPTIONS = (
    Option("KET-17", "Aurora kettle 1.7 l", ("teapot",)),
    Option("HLP-01", "Polar headlamp", intents=("product_price",)),
    Option("none", "None of these"),
)
YES_NO = (Option("yes", "Yes, that is right"), Option("no", "No, leave it"))


def read(slot: str, text: str, options: tuple[Option, ...] = (), **rest: object) -> Reading | None:
    return SLOTS[slot].read(heard(text, **rest), options)  # type: ignore[arg-type]  # a test's shorthand


@pytest.mark.parametrize(
    ("text", "value", "fit"),
    [
        ("1", "KET-17", Fit.SURE), ("#2", "HLP-01", Fit.SURE), ("3.", "none", Fit.SURE), ("(2)", "HLP-01", Fit.SURE),
        ("Polar headlamp", "HLP-01", Fit.SURE), ("POLAR HEADLAMP!", "HLP-01", Fit.SURE), ("polar hedlamp", "HLP-01", Fit.SURE),
        ("the headlamp please", "HLP-01", Fit.SURE), ("headlmap", "HLP-01", Fit.GOOD), ("teapot", "KET-17", Fit.SURE),
        ("полар хедламп", "HLP-01", Fit.SURE), ("none of these", "none", Fit.SURE),
    ],
)  # fmt: skip
def test_a_choice_is_read(text: str, value: str, fit: Fit) -> None:
    assert read("choice", text, OPTIONS) == Reading(value, fit)


@pytest.mark.parametrize("text", ["0", "4", "12", "bottle", "", "   ", "🙂", "something else entirely", "1 2"])
def test_a_choice_is_not_guessed(text: str) -> None:
    assert read("choice", text, OPTIONS) is None


def test_two_labels_as_near_as_each_other_are_not_guessed() -> None:
    kettles = (Option("KET-17", "Aurora kettle 1.7 l"), Option("KET-15", "Aurora kettle 1.5 l"))
    assert read("choice", "aurora kettle", kettles) is None
    assert read("choice", "aurora kettle 1.5 l", kettles) == Reading("KET-15", Fit.SURE)


def test_yes_and_no_are_read_in_any_words() -> None:
    assert read("choice", "sure thing", YES_NO, yes_no=True) == Reading("yes", Fit.SURE)
    assert read("choice", "rather not", YES_NO, yes_no=False) == Reading("no", Fit.SURE)
    assert read("choice", "rather not", OPTIONS, yes_no=False) is None


def test_an_intent_stands_for_an_option_unless_something_is_named() -> None:
    assert read("choice", "what does it cost", OPTIONS, intent="product_price") == Reading("HLP-01", Fit.GOOD)
    assert read("choice", "what does the tent cost", OPTIONS, intent="product_price", products=[entity("sku", "TNT-03")]) is None


@pytest.mark.parametrize(
    ("slot", "text", "kind", "value"),
    [
        ("order_number", "it is 1002", "order_number", "1002"),
        ("email", "ana@example.com", "email", "ana@example.com"),
        ("phone", "040 111 001", "phone", "+38640111001"),
        ("contact", "040 111 001", "phone", "+38640111001"),
        ("contact_or_number", "1002", "order_number", "1002"),
        ("budget", "up to 50 euros", "amount", "50.00 EUR"),
        ("product", "aurora kettle", "sku", "KET-17"),
    ],
)
def test_an_entity_of_the_right_kind_is_a_sure_answer_asked_or_said_before(slot: str, text: str, kind: str, value: str) -> None:
    found = entity(kind, value)
    assert read(slot, text, entities=[found], products=[found] if kind == "sku" else []) == Reading(value, Fit.SURE)
    assert SLOTS[slot].hint(text, (found,), ()) == value
    assert SLOTS[slot].check(value, ())


@pytest.mark.parametrize("slot", ["order_number", "email", "phone", "contact", "contact_or_number"])
def test_an_entity_of_another_kind_answers_nothing(slot: str) -> None:
    other = entity("date", "2026-11-18")
    assert read(slot, "yesterday", entities=[other]) is None
    assert SLOTS[slot].hint("yesterday", (other,), ()) is None


def test_an_email_comes_before_a_phone() -> None:
    both = (entity("phone", "+38640111001"), entity("email", "ana@example.com"))
    assert SLOTS["contact"].hint("", both, ()) == "ana@example.com"


@pytest.mark.parametrize(
    ("text", "value"),
    [("77 12", "7712"), ("№ 1001", "1001"), ("order 555", "555"), ("55", None), ("1", None), ("no idea", None), ("12345678901234", None)],
)
def test_any_number_is_an_order_number_where_one_was_asked(text: str, value: str | None) -> None:
    found = read("order_number", text)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(("text", "value"), [("50", "50 EUR"), ("49,90", "49.90 EUR"), ("about 100", "100 EUR"), ("not much", None)])
def test_a_bare_number_is_a_budget_where_one_was_asked(text: str, value: str | None) -> None:
    found = read("budget", text)
    assert (found.value if found else None) == value


def test_a_budget_can_be_chosen() -> None:
    assert read("budget", "none of these", OPTIONS) == Reading("none", Fit.SURE)


def test_free_text_fits_weakly_and_is_cut_at_two_thousand() -> None:
    assert read("text", " it leaks ") == Reading("it leaks", Fit.WEAK)
    assert read("text", "   ") is None
    long = read("text", "x" * 5000)
    assert long is not None
    assert len(str(long.value)) == 2000


def test_free_text_may_be_a_button() -> None:
    assert read("text", "none of these", OPTIONS) == Reading("none", Fit.SURE)
    assert read("text", "headlmap", OPTIONS) == Reading("HLP-01", Fit.GOOD)
    story = "the headlmap went out on a mountain"
    assert read("text", story, OPTIONS) == Reading(story, Fit.WEAK)


def test_photos_are_files_or_a_button_instead() -> None:
    skip = (Option("skip", "I have none"),)
    assert SLOTS["photos"].read(heard("look", files=("/a.png", "/b.png")), skip) == Reading(("/a.png", "/b.png"), Fit.SURE)
    assert SLOTS["photos"].read(heard("I have none"), skip) == Reading("skip", Fit.SURE)
    assert SLOTS["photos"].read(heard("hm"), skip) is None
    assert SLOTS["photos"].hint("", (), ("/a.png",)) == ("/a.png",)
    assert SLOTS["photos"].hint("", (), ()) is None


@pytest.mark.parametrize(("value", "holds"), [(("/a.png",), True), ((), False), ("skip", True), ("other", False), (None, False)])
def test_photos_are_checked_at_every_replay(value: Value, holds: bool) -> None:
    assert SLOTS["photos"].check(value, (Option("skip", "I have none"),)) is holds


def test_a_product_is_its_sku_only_when_the_catalogue_leaves_no_doubt() -> None:
    clear = (entity("sku", "KET-17", 0.95), entity("sku", "KET-15", 0.80))
    near = (entity("sku", "KET-17", 0.92), entity("sku", "KET-15", 0.90))
    assert SLOTS["product"].hint("aurora kettle 1.7", clear, ()) == "KET-17"
    assert SLOTS["product"].hint("aurora kettle", near, ()) == "aurora kettle"
    assert SLOTS["product"].hint("hello", (), ()) is None


@pytest.mark.parametrize(("value", "holds"), [("1001", True), ("", False), ("12a", False), ("1" * 13, False), (1001, False), (None, False)])
def test_an_order_number_is_checked_at_every_replay(value: Value, holds: bool) -> None:
    assert SLOTS["order_number"].check(value, ()) is holds


def test_a_choice_is_checked_against_todays_options() -> None:
    assert SLOTS["choice"].check("KET-17", OPTIONS)
    assert not SLOTS["choice"].check("TNT-03", OPTIONS)


def test_contacts_are_sensitive_and_the_rest_is_not() -> None:
    assert {name for name, slot in SLOTS.items() if slot.sensitive} == {"email", "phone", "contact", "contact_or_number"}


def test_every_slot_can_read_what_it_gives_as_an_example() -> None:
    for slot in SLOTS.values():
        for example in slot.examples:
            assert slot.check(example, ()), f"{slot.name}: {example}"


def test_the_option_of_a_pressed_button() -> None:
    assert option_of("HLP-01", OPTIONS) == OPTIONS[1]
    assert option_of("gone", OPTIONS) is None
