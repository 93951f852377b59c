"""A customer asks for a language in the middle of a talk, and is answered in it from then on."""

from __future__ import annotations

import pytest

from tests.chat import chatting


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("po-russki pozhaluysta", "ru"),
        ("na ruskom", "ru"),
        ("ua", "uk"),
        ("можна українською", "uk"),
        ("slovenščina prosim", "sl"),
        ("lahko po slovensko", "sl"),
    ],
)
async def test_who_asks_for_a_language_gets_it_and_keeps_it(asked: str, language: str) -> None:
    async with chatting() as chat:
        await chat.says("where is my order?")
        await chat.says(asked)
        assert {message.language for message in chat.heard} == {language}
        await chat.says("1002")
        assert {message.language for message in chat.heard} == {language}


@pytest.mark.parametrize("asked", ["eng", "let's speak English", "in english please", "по-английски пожалуйста"])
async def test_english_is_asked_for_as_well(asked: str) -> None:
    async with chatting(language="sl") as chat:
        await chat.says("Kje je moj paket?")
        await chat.says(asked)
        assert {message.language for message in chat.heard} == {"en"}


async def test_a_word_of_another_language_switches_nothing() -> None:
    async with chatting() as chat:
        await chat.says("where is my order?")
        for word in ("hvala", "merci", "ок", "1002"):
            await chat.says(word)
            assert {message.language for message in chat.heard} <= {"en"}
