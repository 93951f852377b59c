"""How a text is typed, by rule."""

from __future__ import annotations

import pytest

from intents.styles import FLAGS, STYLES, flags_of, style_of


@pytest.mark.parametrize(
    ("text", "language", "style"),
    [
        ("order status", "en", "keyword"),
        ("статус?", "ru", "keyword"),
        ("where is my order", "en", "short"),
        ("where is my order 1002?", "en", "question"),
        ("i would like to know when the blue tent comes", "en", "middle"),
        ("gde moi zakaz", "ru", "in Latin letters"),
        ("koly pryide posylka?", "uk", "in Latin letters"),
        ("gde moi zakaz", "en", "keyword"),
        ("kje je moje narocilo", "sl", "no diacritics"),
        ("kje je moje naročilo", "sl", "short"),
        ("kje je paket", "sl", "keyword"),
        ("WHERE IS MY ORDER", "en", "shouted"),
        ("VAT ID", "en", "keyword"),
        ("I ordered a tent. It never came.", "en", "several sentences"),
        ("Hello! where is my order", "en", "short"),
        ("naročilo št. 1002 še ni prišlo", "sl", "short"),
        ("my wife and I bought a kettle from you last week and now it does not boil any more", "en", "long"),
        ("", "en", "keyword"),
    ],
)
def test_a_text_has_one_main_style(text: str, language: str, style: str) -> None:
    assert style_of(text, language) == style
    assert style in STYLES


def test_a_text_may_have_several_flags() -> None:
    assert flags_of("WHERE IS ORDER 1002 PLEASE 😡", "en") == {"shouted", "with emoji", "polite", "with a number"}
    assert flags_of("Подскажите, где заказ?", "ru") == {"question", "polite", "keyword"}
    assert flags_of("nic", None) == {"keyword"}


@pytest.mark.parametrize(
    ("text", "language"),
    [("could you help", "en"), ("будьте добры, чек", "ru"), ("будь ласка, рахунок", "uk"), ("račun prosim", "sl"), ("spasibo", "ru")],
)
def test_every_language_has_its_formulas_of_politeness(text: str, language: str) -> None:
    assert "polite" in flags_of(text, language)


def test_flags_are_styles_or_add_to_them() -> None:
    assert len(set(FLAGS)) == len(FLAGS)
    assert set(FLAGS) - set(STYLES) == {"with emoji", "polite", "with a number"}
