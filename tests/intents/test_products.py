"""Products named in four languages, with typos, alone or in a sentence."""

from __future__ import annotations

import pytest

from intents.entities.products import MEANT, ProductIndex


@pytest.mark.parametrize(
    "text", ["kettle", "ketle", "kettles", "чайнек", "чайник", "chainik", "kuhalnk", "kuhalnika", "2 kettles under 50"]
)
def test_a_word_for_several_products_finds_all_of_them_about_equally(products: ProductIndex, text: str) -> None:
    found = [(sku, score) for sku, score in products.find(text) if score >= MEANT]
    assert {sku for sku, _ in found} == {"KET-17", "KET-15"}
    assert abs(found[0][1] - found[1][1]) < 1


@pytest.mark.parametrize(
    ("text", "sku"),
    [
        ("aurora 1.7", "KET-17"),
        ("чайник 1,5", "KET-15"),
        ("drill 18v", "DRL-18"),
        ("18 v drill", "DRL-18"),
        ("дрель 12 в", "DRL-12"),
        ("палатку", "TNT-03"),
        ("šotora", "TNT-03"),
        ("sotor", "TNT-03"),
        ("naglavno svetilko", "HLP-01"),
        ("i want to return the polar headlmap from order 1002", "HLP-01"),
        ("ліхтар", "HLP-01"),
        ("ket-17", "KET-17"),
        ("KET17", "KET-17"),
    ],
)
def test_the_meant_product_leads_clearly(products: ProductIndex, text: str, sku: str) -> None:
    found = products.find(text)
    assert found[0][0] == sku
    assert found[0][1] >= MEANT
    assert len(found) == 1 or found[0][1] - found[1][1] >= 8


@pytest.mark.parametrize(
    "text",
    [
        "where is my order 1002",
        "hello",
        "I have been waiting for three weeks",
        "где мой заказ, уже третий день жду",
        "коли привезуть посилку",
        "kje je moj paket",
        "18",
        "",
        "!!!",
    ],
)
def test_a_text_without_a_product_finds_none(products: ProductIndex, text: str) -> None:
    assert all(score < MEANT for _, score in products.find(text))


def test_no_catalogue_finds_nothing() -> None:
    assert ProductIndex({}).find("kettle") == []
