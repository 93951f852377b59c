"""Lines in another language than their folder's, and with somebody's contacts."""

from __future__ import annotations

from pathlib import Path

import pytest

from intents.rasa_values import Example, Fault
from intents.strays import contacts, out_of_place


def told(text: str, language: str, intent: str = "order_status") -> list[Fault]:
    example = Example(text, intent, language, Path("all.yml"), 7)
    return [*out_of_place(example), *contacts(example)]


@pytest.mark.parametrize(("text", "language"), [("где мой заказ", "en"), ("де моє замовлення", "sl")])
def test_cyrillic_in_a_latin_folder_is_a_fault(text: str, language: str) -> None:
    (fault,) = told(text, language)
    assert not fault.notice
    assert str(fault).startswith("all.yml:7: ")
    assert "Cyrillic" in str(fault)


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        ("what is the weather today", "uk", "en"),
        ("what can you do", "sl", "en"),
        ("kje je moje naročilo", "en", "sl"),
        ("мені потрібно моє замовлення", "ru", "uk"),
        ("пожалуйста, где мои деньги, я ещё вчера был", "uk", "ru"),
    ],
)
def test_a_line_without_a_word_of_its_own_language_is_a_notice(text: str, language: str, other: str) -> None:
    (notice,) = told(text, language)
    assert notice.notice
    assert f" {other}" in notice.message


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("gde moi zakaz", "ru"),
        ("koly pryide posylka", "uk"),
        ("kje je paket", "sl"),
        ("where is my order", "en"),
        ("iphone case black", "ru"),
        ("order 1002", "sl"),
        ("пишу на i.ivanova@example.com", "ru"),
    ],
)
def test_what_customers_do_type_is_at_home(text: str, language: str) -> None:
    assert told(text, language) == []


def test_any_folder_may_ask_for_another_language() -> None:
    assert told("do you speak english please", "ru", "change_language") == []
    assert told("по-русски пожалуйста", "en", "change_language") == []


def test_an_address_anybody_may_own_is_a_notice() -> None:
    assert [fault.notice for fault in told("my mail is petra@gmail.com", "en")] == [True]
    assert told("my mail is ana@example.com or ana@pine.example", "en") == []


@pytest.mark.parametrize("text", ["4539 1488 0343 6467", "pay from SI56 2633 0001 2039 086"])
def test_a_number_a_bank_would_take_is_a_fault(text: str) -> None:
    assert [fault.notice for fault in told(text, "en")] == [False]


@pytest.mark.parametrize("text", ["4539 1488 0343 6468", "order 0000000000000", "invoice for SI12345678", "call +386 40 111 222"])
def test_other_long_numbers_are_not(text: str) -> None:
    assert told(text, "en") == []
