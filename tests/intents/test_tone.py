"""Tone in four languages. A swear word about a parcel is anger; an insult at a person is abuse."""

from __future__ import annotations

import pytest

from intents.tone import tone_of

TABLE = {
    "calm": [
        "where is my order 1002", "где мой заказ?", "де моє замовлення", "kje je moj paket", "OK", "KET-17", "hello!", "",
        "can I return a kettle", "I am not in a hurry :)", "PDF please", "ні, дякую",
    ],
    "upset": [
        "I'm still waiting for my order", "I am very disappointed", "до сих пор нет посылки", "я очень расстроена", "досі не приїхало",
        "я засмучена", "še vedno ni paketa", "razočaran sem", "no answer yet :(", "sem zaskrbljena",
    ],
    "angry": [
        "where's my damn parcel", "WHERE IS MY ORDER ALREADY", "this is unacceptable", "still nothing!!!", "где моя чертова посылка",
        "СКОЛЬКО МОЖНО ЖДАТЬ", "это безобразие", "де моя клята посилка", "скільки можна чекати", "kje je moj prekleti paket",
        "to je sramota", "what the fuck is this", "я в суд подам, верните деньги",
    ],
    "abusive": [
        "you are an idiot", "fuck you", "stupid bot", "ты дебил", "пошел на хуй", "вы идиоты", "ти ідіот", "пішов на хуй", "ти дебіл",
        "idiot", "ti si kreten", "odjebi", "vi ste bedaki", "shut up you moron",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("tone", "text"), [(tone, text) for tone, texts in TABLE.items() for text in texts])
def test_tone(tone: str, text: str) -> None:
    assert tone_of(text) == tone
