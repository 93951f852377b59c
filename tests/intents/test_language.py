"""The language of a message, also typed in Latin letters; what no message can show is left to the conversation."""

from __future__ import annotations

import pytest

from intents.language import detect
from intents.model import Model


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("where is my order", "en"),
        ("wheres my parcel??", "en"),
        ("где мой заказ", "ru"),
        ("gde moi zakaz", "ru"),
        ("kogda pridet posylka", "ru"),
        ("де моє замовлення", "uk"),
        ("коли прийде посилка", "uk"),
        ("de moye zamovlennya", "uk"),
        ("kje je moj paket", "sl"),
        ("kje je moje narocilo", "sl"),
        ("rad bi vrnil kuhalnik", "sl"),
        ("kolk stane dostava", "sl"),
    ],
)
def test_a_sentence_shows_its_language(model: Model, text: str, language: str) -> None:
    assert detect(text, None, model.languages(text)) == (language, True)


@pytest.mark.parametrize("text", ["1002", "👍", "", "???", "ana@example.com", "+386 40 111 001"])
def test_a_message_without_words_keeps_the_prior(text: str) -> None:
    assert detect(text, "uk") == ("uk", False)
    assert detect(text, None) == ("en", False)


def test_without_a_model_letters_and_small_words_decide() -> None:
    assert detect("ыыы эээ")[0] == "ru"
    assert detect("щось їжак")[0] == "uk"
    assert detect("The handle came off yesterday evening")[0] == "en"


def test_the_prior_decides_what_two_languages_share() -> None:
    assert detect("доставка", "uk")[0] == "uk"
    assert detect("доставка", "ru")[0] == "ru"


def test_an_unknown_prior_counts_as_none() -> None:
    assert detect("1002", "xx") == ("en", False)
