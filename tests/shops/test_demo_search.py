"""Finding products by what customers type, in four languages, with slips and in whole sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.money import Money
from bot.shop import Unsupported
from connectors.shops.demo import DemoShop
from connectors.shops.demo.catalogue import read_catalogue
from connectors.shops.demo.search import NEAR, Search
from tests.shops.contract import LANGUAGES, Clock

KETTLES = {"KET-17", "KET-15", "KET-08"}
SEARCH = Search(read_catalogue())


def found(query: str) -> dict[str, float]:
    return dict(SEARCH.find(query))


@pytest.mark.parametrize("word", ["kettle", "kettles", "ketle", "чайник", "чайники", "chainik", "kuhalnik", "grelnik vode"])
def test_a_generic_word_finds_all_of_its_kind_with_nearly_one_score(word: str) -> None:
    scores = found(word)
    assert set(scores) == KETTLES
    assert max(scores.values()) - min(scores.values()) < 3


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Aurora kettle 1.7", "KET-17"),
        ("aurora 1,5 kettle", "KET-15"),
        ("чайник на 1,5 литра", "KET-15"),
        ("чайник аврора 1.7", "KET-17"),
        ("grelnik 0,8", "KET-08"),
        ("do you have the aurora ketle 1.7 in stock?", "KET-17"),
        ("travel kettle", "KET-08"),
        ("дорожній чайник", "KET-08"),
        ("drill 18v", "DRL-18"),
        ("18 V drill", "DRL-18"),
        ("дрель 20 В", "DRL-20"),
        ("vrtalnik 20v", "DRL-20"),
        ("polar headlamp", "HLP-01"),
        ("polar headlamp pro", "HLP-02"),
        ("headlmap pro", "HLP-02"),
        ("tent for three", "TNT-03"),
        ("палатка на троих", "TNT-03"),
        ("намет на двох", "TNT-02"),
        ("šotor za dva", "TNT-02"),
        ("filter for my kettle", "FLT-17"),
        ("фильтр для чайника", "FLT-17"),
        ("baterija za vrtalnik 18", "BAT-18"),
        ("usb hub", "HUB-04"),
        ("usb-c hub", "HUB-07"),
        ("usb c cable 2m", "CBL-C2"),
        ("unscented hand cream", "CRM-75"),
        ("100 кубиков", "BLK-100"),
        ("palatka", "TNT-03"),
        ("кавоварку", "COF-02"),
        ("naglavno svetilko", "HLP-01"),
        ("шампунем", "SHM-25"),
        ("nahrbtnik", "BAG-45"),
        ("автокрісло", "CAR-09"),
    ],
)
def test_what_is_meant_comes_first(query: str, first: str) -> None:
    assert next(iter(found(query))) == first


@pytest.mark.parametrize(
    ("query", "near", "far"),
    [
        ("kettle 1.7", "KET-17", "KET-15"),
        ("drill 20 V", "DRL-20", "DRL-18"),
        ("50 blocks", "BLK-50", "BLK-100"),
        ("tent for 2", "TNT-02", "TNT-03"),
    ],
)
def test_a_model_number_parts_near_duplicates_clearly(query: str, near: str, far: str) -> None:
    scores = found(query)
    assert scores[near] - scores.get(far, 0) > 20


def test_a_number_no_product_of_the_kind_has_parts_nothing() -> None:
    assert set(found("2 kettles please")) == KETTLES
    assert set(found("kettle under 60")) == KETTLES


@pytest.mark.parametrize("text", ["KET-17", "ket17", "ket 17", "Is KET-17 still available?", "что насчёт ket-17?", "kettle KET-17"])
def test_a_sku_settles_it(text: str) -> None:
    assert found(text) == {"KET-17": 100.0}


def test_a_brand_alone_finds_all_of_it() -> None:
    assert set(found("Lipa")) == {"CRM-50", "CRM-75", "SOP-03"}


@pytest.mark.parametrize(
    "text",
    [
        "where is my order 1002",
        "I sent it back yesterday",
        "hello",
        "I want my money back",
        "when is your store open",
        "I was charged twice",
        "когда привезут мой заказ",
        "доброе утро",
        "пришлите ссылку на оплату",
        "коли відкрито магазин",
        "dobro jutro",
        "kje je moje naročilo",
        "",
        "1002",
        "🙂",
    ],
)
def test_nothing_is_found_where_no_product_is_named(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize("sku", sorted(read_catalogue().records))
def test_every_product_is_found_first_by_its_full_name_in_every_language(sku: str) -> None:
    for language, name in read_catalogue().records[sku].name.items():
        assert next(iter(found(name))) == sku, (language, name, found(name))


def test_every_alias_finds_its_product() -> None:
    missed = [(sku, alias) for sku, names in read_catalogue().names.items() for alias in names if sku not in found(alias)]
    assert missed == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_scores_between_near_and_100(text: str) -> None:
    assert all(NEAR <= score <= 100 for score in found(text).values())


async def test_cards_are_in_the_asked_language_whatever_was_typed() -> None:
    shop = DemoShop(now=Clock())
    names = {language: (await shop.search("kettle 1.7", language=language))[0].name for language in LANGUAGES}
    assert names == {
        "en": "Aurora kettle 1.7 l",
        "ru": "Чайник Aurora 1,7 л",
        "uk": "Чайник Aurora 1,7 л",
        "sl": "Grelnik vode Aurora 1,7 l",
    }


async def test_the_names_for_an_index_are_those_of_all_languages() -> None:
    names = DemoShop(now=Clock()).names()
    assert {"Aurora kettle 1.7 l", "чайника", "електрочайник", "kuhalnik"} <= set(names["KET-17"])
    assert len(names) == 42


async def test_a_budget_in_another_currency_is_not_guessed_at() -> None:
    with pytest.raises(Unsupported):
        await DemoShop(now=Clock()).browse(language="uk", budget=Money(Decimal("1000"), "UAH"))
