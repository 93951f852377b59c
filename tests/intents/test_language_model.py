"""The language model, trained on the examples as they are and asked about the half of tests/language that nobody looked at.

The floors lie some points below the figures in docs/understanding.md; `python -m bench.language` prints them.
"""

from __future__ import annotations

import numpy as np
import pytest

from bench.language import figures
from intents.language import detect
from intents.language_model import CLASSES, OTHER, REMEMBERED, LanguageModel, words_of
from intents.language_training import train_language_model
from intents.model import EXAMPLES
from intents.rasa_format import read_all
from tests.halves import BUILT, HELD

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def spoken() -> LanguageModel:
    return train_language_model(read_all((EXAMPLES,)).examples)


@pytest.mark.parametrize("half", [BUILT, HELD])
def test_the_language_of_messages_is_told_as_well_as_the_page_says(spoken: LanguageModel, half: int) -> None:
    shares = {group: right / asked for group, (right, asked) in figures(spoken, half).items()}
    assert shares["short"] >= 0.96
    assert min(shares[f"short {language}"] for language in ("en", "ru", "uk", "sl")) >= 0.93
    assert shares["long"] >= 0.99
    assert shares["sure"] >= 0.985
    assert shares["mixed"] >= 0.9
    assert shares["foreign"] >= 0.8
    assert shares["shared"] >= 0.8


def test_a_stored_model_is_small_and_says_the_same(spoken: LanguageModel) -> None:
    arrays = spoken.to_arrays()
    assert sum(array.nbytes for array in arrays.values()) < 1_500_000
    again = LanguageModel.from_arrays(arrays)
    assert again.languages("kje je moj paket") == spoken.languages("kje je moj paket")
    assert np.array_equal(again.keys, spoken.keys)


def test_what_is_no_language_model_is_refused() -> None:
    with pytest.raises(KeyError):
        LanguageModel.from_arrays({})


def test_a_message_without_words_has_no_say(spoken: LanguageModel) -> None:
    assert spoken.languages("1002 👍 ana@example.com KET-17") == {}


def test_no_more_words_are_remembered_than_allowed(spoken: LanguageModel) -> None:
    for number in range(REMEMBERED + 10):
        spoken.languages("w" + str(number).translate(str.maketrans("0123456789", "abcdefghij")))
    assert len(spoken._known) <= REMEMBERED


def test_latin_letters_inside_a_cyrillic_word_are_taken_for_cyrillic_ones() -> None:
    assert words_of("дiм") == ["дім"]


@pytest.mark.parametrize(("text", "language"), [("gde moi zakaz", "ru"), ("de moye zamovlennya", "uk"), ("kje je moje narocilo", "sl")])
def test_other_spellings_are_known(spoken: LanguageModel, text: str, language: str) -> None:
    assert detect(text, None, spoken.languages(text)) == (language, True)


@pytest.mark.parametrize("text", ["Ich möchte den Wasserkocher zurückgeben", "gdzie jest moja paczka", "kde je můj balík"])
def test_a_language_that_is_not_spoken_here_changes_nothing(spoken: LanguageModel, text: str) -> None:
    scores = spoken.languages(text)
    assert max(CLASSES, key=scores.__getitem__) == OTHER
    assert detect(text, "uk", scores) == ("uk", False)


def test_a_message_of_two_languages_is_left_to_the_conversation(spoken: LanguageModel) -> None:
    text = "kje je moj order number"
    assert detect(text, "sl", spoken.languages(text)) == ("sl", False)
    assert detect(text, "en", spoken.languages(text)) == ("en", False)
