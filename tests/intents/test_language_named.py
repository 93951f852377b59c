"""Asking for a language: each of the four in each of the four, in Latin letters, with typing mistakes; and what only sounds like it."""

from __future__ import annotations

import pytest

from intents.language_named import asked_language

ASKS = {
    "en": (
        "in english please", "let's speak English", "eng", "по-английски пожалуйста", "можно на английском?", "можна англійською",
        "англійською будь ласка", "lahko po angleško", "angleščina prosim", "v anglescini prosim",
        "do you speak english?", "inglish please",
        "po angliyski mozhno",
    ),
    "ru": (
        "po-russki pozhaluysta", "говорите по-русски?", "на русском", "na ruskom",
        "in russian please", "can we speak Russian",
        "російською будь ласка", "rusko prosim", "lahko po rusko", "ruščina prosim", "rus", "ru", "po russki mojno",
    ),
    "uk": (
        "можна українською", "ua", "ukr", "in ukrainian please", "можно на украинском?", "ukrajinsko prosim", "v ukrajinščini prosim",
        "ukrainskoyu bud laska", "розмовляйте українською", "po ukrainski",
    ),
    "sl": (
        "lahko po slovensko", "slovenščina prosim", "slo", "v slovenscini prosim", "in slovenian please", "slovene please",
        "по-словенски пожалуйста", "словенською будь ласка", "po slovenski mozhno", "govorite slovensko?",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in ASKS.items() for text in texts])
def test_a_language_that_is_asked_for_is_the_one_named(language: str, text: str) -> None:
    assert asked_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "I live in Slovenia", "do you ship to Ukraine", "доставка в Украину", "pošiljate v Slovenijo?", "my English book is missing",
        "russian or ukrainian", "manual in Russian is missing", "slo sem v trgovino", "a imate ruski čaj", "si", "ok", "", "1002",
    ],
)  # fmt: skip
def test_who_says_more_or_names_a_country_asks_for_no_language(text: str) -> None:
    assert asked_language(text) is None
