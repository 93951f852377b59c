"""Entities in four languages, as customers type them. Today is Saturday, 21 November 2026."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from intents.entities import find_entities

TODAY = date(2026, 11, 21)


def found(text: str, kind: str, language: str = "en") -> list[str]:
    return [e.value for e in find_entities(text, now=TODAY, language=language) if e.kind == kind]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("where is order #1002", ["1002"]),
        ("order no. 1002 pls", ["1002"]),
        ("my order number is 1002", ["1002"]),
        ("orders 1002 and 1003", ["1002", "1003"]),
        ("заказ №1002 где", ["1002"]),
        ("заказ под номером 10 02", ["1002"]),
        ("замовлення 1003", ["1003"]),
        ("naročilo št. 1002 z dne 12. novembra", ["1002"]),
        ("moje narocilo 1002", ["1002"]),
        ("posylka 10022 gde", ["10022"]),
        ("1002", ["1002"]),
        ("1002?", ["1002"]),
        ("order 12345678", ["12345678"]),
        ("２２０１ order", ["2201"]),
        ("+386 40 111 001", []),
        ("call 040 111 001", []),
        ("it costs 1.200,50 €", []),
        ("1200 eur", []),
        ("1200 W drill", []),
        ("kettle 1.7 l", []),
        ("my order from 2024", []),
        ("kupil sem ga leta 2023", []),
        ("в 2025 году", []),
        ("12.11.2025", []),
        ("Slovenska 5, 1000 Ljubljana", []),
        ("ana1002@example.com", []),
        ("500 days", []),
    ],
)
def test_order_numbers_are_told_from_other_numbers(text: str, values: list[str]) -> None:
    assert found(text, "order_number") == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ana.Novak@Example.com", "ana.novak@example.com"),
        ("write to ana.novak@example.com.", "ana.novak@example.com"),
        ("moj mail je janez+shop@posta.si, hvala", "janez+shop@posta.si"),
    ],
)
def test_emails_are_lower_case(text: str, value: str) -> None:
    assert found(text, "email") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("call 040 111 001", "+38640111001"),
        ("+386 40 111 001", "+38640111001"),
        ("мой номер +7 916 111-22-33", "+79161112233"),
        ("тел. 050 111 22 33", "+380501112233"),
        ("+380 50 111 22 33", "+380501112233"),
        ("+44 7700 900123", "+447700900123"),
    ],
)
def test_phones_are_e164(text: str, value: str) -> None:
    assert found(text, "phone") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tomorrow", "2026-11-22"),
        ("the day after tomorrow", "2026-11-23"),
        ("next friday", "2026-11-27"),
        ("last friday", "2026-11-20"),
        ("3 days ago", "2026-11-18"),
        ("in two weeks", "2026-12-05"),
        ("November 12th", "2026-11-12"),
        ("12th of november 2025", "2025-11-12"),
        ("2026-12-24", "2026-12-24"),
        ("завтра", "2026-11-22"),
        ("послезавтра", "2026-11-23"),
        ("в прошлую пятницу", "2026-11-20"),
        ("через 3 дня", "2026-11-24"),
        ("через неделю", "2026-11-28"),
        ("две недели назад", "2026-11-07"),
        ("12 ноября", "2026-11-12"),
        ("до 5-го декабря", "2026-12-05"),
        ("у п'ятницю", "2026-11-27"),
        ("у понеділок", "2026-11-23"),
        ("минулої п’ятниці", "2026-11-20"),
        ("3 дні тому", "2026-11-18"),
        ("5 листопада", "2026-11-05"),
        ("позавчора", "2026-11-19"),
        ("jutri", "2026-11-22"),
        ("v ponedeljek", "2026-11-23"),
        ("prejšnji petek", "2026-11-20"),
        ("12. novembra", "2026-11-12"),
        ("3. 12.", "2026-12-03"),
        ("čez dva tedna", "2026-12-05"),
        ("cez 3 dni", "2026-11-24"),
        ("pred tremi dnevi", "2026-11-18"),
        ("pred 3 dnevi", "2026-11-18"),
        ("12.11.2026", "2026-11-12"),
        ("31.2.2026", None),
        ("my kettle may leak", None),
        ("do 5. ure", None),
    ],
)
def test_dates_in_four_languages(text: str, value: str | None) -> None:
    assert found(text, "date") == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("39,90 €", "39.90 EUR"),
        ("€50", "50.00 EUR"),
        ("eur 50", "50.00 EUR"),
        ("1.200,50 eur", "1200.50 EUR"),
        ("1 200 evrov", "1200.00 EUR"),
        ("до 50 евро", "50.00 EUR"),
        ("500 грн", "500.00 UAH"),
        ("2000 рублей", "2000.00 RUB"),
        ("50 євро", "50.00 EUR"),
        ("under 50", "50.00 EUR"),
        ("do 50", "50.00 EUR"),
        ("до 50", "50.00 EUR"),
        ("around 100", "100.00 EUR"),
        ("kolko stane, 20 evrov?", "20.00 EUR"),
        ("до 5 дней", None),
        ("do 1,5 l", None),
        ("1002", None),
    ],
)
def test_amounts_have_a_currency(text: str, value: str | None) -> None:
    assert found(text, "amount") == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 kettles", "2"),
        ("kettle x3", "3"),
        ("2 шт", "2"),
        ("три чайника", "3"),
        ("дві лампи", "2"),
        ("dve svetilki", "2"),
        ("dva kuhalnika", "2"),
        ("I want one kettle", "1"),
        ("5", "5"),
        ("this one", None),
        ("18 V", None),
        ("at 5", None),
    ],
)
def test_quantities(text: str, value: str | None) -> None:
    assert found(text, "quantity") == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the second one", "2"),
        ("первый", "1"),
        ("третю", "3"),
        ("drugi", "2"),
        ("zadnji", "-1"),
        ("the last one", "-1"),
        ("last week", None),
        ("первый раз", None),
    ],
)
def test_ordinals_choose_and_do_not_tell_the_time(text: str, value: str | None) -> None:
    assert found(text, "ordinal") == ([value] if value else [])


def test_offsets_point_at_the_words_and_never_overlap() -> None:
    text = "Заказ №1002, ana@example.com, +386 40 111 001, 12. novembra, 39,90 €, 2 шт"
    entities = find_entities(text, now=TODAY)
    assert [text[e.start : e.end] for e in entities] == [
        "1002", "ana@example.com", "+386 40 111 001", "12. novembra", "39,90 €", "2 шт",
    ]  # fmt: skip
    assert all(a.end <= b.start for a, b in pairwise(entities))
