"""Examples that anybody may read: what is personal is replaced, the sentence stays one of its kind."""

from __future__ import annotations

import pytest

from bot.desk.freeze import Known
from bot.desk.masking import Blanking, doubts, masked

KNOWN = Known(("Petra Kovač", "Ольга Петрова"), ("Maja Kos",), ("SO-1002",), ("Slovenska cesta 9, 1000 Ljubljana",), ("38640111222",))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "My name is John Smith, where is order WC-20318?", "My name is Anna, where is order 10002?"),
        ("en", "mail me at john.smith@gmail.com or +386 40 123 456", "mail me at name@example.com or +44 20 7946 0958"),
        ("ru", "Ольге Петровой не пришёл заказ 20318", "Анна не пришёл заказ 10002"),
        ("uk", "Мене звати Іван Франко, ТТН 20450123456789", "Мене звати Олена, ТТН HP100100001SI"),
        ("sl", "IBAN SI56 0110 0600 0000 123, kartica 4111 1111 1111 1111", "IBAN SI56 1910 0000 0123 438, kartica 4242 4242 4242 4242"),
        ("sl", "pošljite na Slovenska cesta 9, 1000 Ljubljana", "pošljite na Vrtna ulica 12"),
        ("en", "Maja Kos promised a refund of 49,90 € on 12.11.2026", "Emma promised a refund of 49,90 € on 12.11.2026"),
        ("en", "see https://shop.example/p/12?me=1", "see https://example.com/page"),
        ("en", "do you wrap gifts?", "do you wrap gifts?"),
    ],
)
def test_what_is_personal_is_replaced_by_what_is_nobodys(language: str, text: str, expected: str) -> None:
    assert masked(text, KNOWN, language)[0] == expected


def test_what_was_replaced_is_counted_by_kind() -> None:
    _, counts = masked("I am Petra Kovač, petra@kovac.si, order 1002 and order 1003", KNOWN, "en")
    assert counts == {"name": 1, "email": 1, "order": 2}


def test_what_may_still_name_somebody_is_told() -> None:
    ordinary = {"order", "can", "hi"}
    assert doubts("can Gregory pick up my order", ordinary) == ["Gregory"]
    assert doubts("Can I pick up my order? It costs 1 000 €", ordinary) == []
    assert doubts("the code is 12 345 678", ordinary) == ["12 345 678"]
    words, _ = masked("My name is Petra Kovač, order 20318, +386 40 123 456, petra@kovac.si", KNOWN, "en")
    assert doubts(words, ordinary) == [], "the stand-ins are nobody"


def test_for_owners_there_is_a_gap_where_something_personal_stood() -> None:
    blanking = Blanking(["Maja Kos"])
    assert blanking.text("Ana here, Maja said order 1002 comes to ana@example.com", ["Ana Novak"]) == "… here, … said order … comes to …"
    assert blanking.text("do you wrap gifts?", ["Jo Li"]) == "do you wrap gifts?"
