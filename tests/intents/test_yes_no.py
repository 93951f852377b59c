"""Yes and no in four languages; anything more than an answer is neither."""

from __future__ import annotations

import pytest

from intents.entities.yes_no import yes_no

YES = (
    "yes|yep|Yeah!|ok|okay thanks|sure|of course|да|ага|Да, всё верно|конечно|так|Так, все правильно|звісно|добре|ja|seveda|"
    "ja, prosim|v redu|da|👍|👍🏽|✅|+"
)
NO = (
    "no|nope|No, thanks|not yet|нет|неа|не надо|да нет|нет, спасибо|не, не надо|ні|ні, дякую|не треба|ne|ne hvala|ni treba|nočem|👎|❌|"
    "no no no"
)
NEITHER = (
    "yes?|no, I meant 1002|yes and no|maybe|1002|where is my order|да нет наверное|ja ne vem|так а де замовлення||🙂|"
    "no idea where my parcel is"
)


@pytest.mark.parametrize("text", YES.split("|"))
def test_a_yes(text: str) -> None:
    assert yes_no(text) is True


@pytest.mark.parametrize("text", NO.split("|"))
def test_a_no(text: str) -> None:
    assert yes_no(text) is False


@pytest.mark.parametrize("text", NEITHER.split("|"))
def test_neither(text: str) -> None:
    assert yes_no(text) is None
