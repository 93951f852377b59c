"""Naming products of a real catalogue, the demo shop's 42: found with typos, and not found in talk of other things."""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence

import pytest

from connectors.shops.demo.catalogue import read_catalogue
from intents.entities.product_words import ordinary_words
from intents.entities.products import CLEAR, MEANT, ProductIndex
from intents.model import EXAMPLES, Model
from intents.names import ABOUT_PRODUCTS
from intents.rasa_format import read_all

# Words for goods that the examples use; a text with one of them names a product, whatever its intent.
GOODS = re.compile(
    r"kettle|tent(?!h|a)|drill|headlamp|blender|coffee|stove|cable|bottle|batter|chain[iy]k|palat[ko]|drel|kofemash|kavovar|namet|"
    r"чайник|дрел|дриль|дрил|палат|намет|блендер|коф[еи]|кавов|кавом|кавав|батаре|фонар|ліхтар|кабел|радионян|"
    r"grelnik|kuhalnik|vrtalnik|[šs]otor|me[šs]alnik|kavn|svetilk|bateri|kabel|krem[oae]\b|aurore|sede[žz]",
    re.IGNORECASE,
)
NEIGHBOURS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
WORD = re.compile(r"[^\W\d_]{5,}")


@pytest.fixture(scope="module")
def names() -> Mapping[str, Sequence[str]]:
    return read_catalogue().names


@pytest.fixture(scope="module")
def demo(names: Mapping[str, Sequence[str]], model: Model) -> ProductIndex:
    index = ProductIndex(names)
    index.attend(model.talk)
    return index


def test_talk_of_other_things_names_no_product(demo: ProductIndex) -> None:
    examples = read_all([EXAMPLES]).examples
    texts = [e.text for e in examples if e.intent not in ABOUT_PRODUCTS | {"out_of_scope"} and not GOODS.search(e.text)]
    wrong = [text for text in texts if any(score >= MEANT for _, score in demo.find(text, 1))]
    assert len(texts) > 5_000
    assert len(wrong) / len(texts) < 0.015, wrong


def typos(word: str, rng: random.Random) -> Iterator[str]:
    """A letter lost, two swapped, a neighbour hit; one of each."""
    at = rng.randrange(len(word))
    yield word[:at] + word[at + 1 :]
    at = rng.randrange(len(word) - 1)
    yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    at = rng.randrange(len(word))
    row = next((row for row in NEIGHBOURS if word[at] in row), word[at])
    near = row.index(word[at])
    yield word[:at] + rng.choice(row[max(0, near - 1) : near] + row[near + 1 : near + 2] or word[at]) + word[at + 1 :]


def test_names_with_a_typing_mistake_are_found(demo: ProductIndex, names: Mapping[str, Sequence[str]]) -> None:
    rng = random.Random(20261121)
    missed, count = [], 0
    for sku, each in names.items():
        for name in each:
            low = name.lower()
            for word in WORD.findall(low):
                for typo in typos(word, rng):
                    text = low.replace(word, typo, 1)
                    count += 1
                    if not any(found == sku and score >= MEANT for found, score in demo.find(text, 10)):
                        missed.append(text)
    assert count > 2_000
    assert 1 - len(missed) / count >= 0.95, missed


@pytest.mark.parametrize(
    ("text", "skus"),
    [
        ("do you have a ketle", {"KET-08", "KET-15", "KET-17"}),
        ("how much is the kettle", {"KET-08", "KET-15", "KET-17"}),
        ("сколько стоит дрель", {"DRL-18", "DRL-20"}),
        ("kettle filter", {"FLT-17"}),
        ("filter for kettles", {"FLT-17"}),
        ("фильтр для чайника", {"FLT-17"}),
        ("filter za grelnik", {"FLT-17"}),
        ("зарядка для дрели", {"CHG-18", "PLG-65"}),
        ("a cable for the drill", {"CBL-C1", "CBL-C2"}),
        ("polar headlamp", {"HLP-01", "HLP-02"}),
        ("wooden block", {"BLK-50", "BLK-100"}),
        ("šotor za dve osebi", {"TNT-02", "TNT-03"}),
        ("hand cream", {"CRM-50", "CRM-75"}),
    ],
)
def test_what_is_meant_is_every_such_product_and_no_other(demo: ProductIndex, text: str, skus: set[str]) -> None:
    assert {sku for sku, score in demo.find(text, 10) if score >= MEANT} == skus


@pytest.mark.parametrize(
    "text",
    [
        "how long do refunds take?",
        "is it in stock",
        "I was charged twice, block my card",
        "what is your phone number",
        "I want to talk to a person",
        "когда придут мои деньги",
        "де ваш магазин",
        "dobro jutro, kje ste",
        "про це я не питав",
        "kako spremenim številko",
    ],
)
def test_ordinary_words_name_nothing(demo: ProductIndex, text: str) -> None:
    assert [(sku, score) for sku, score in demo.find(text) if score >= MEANT] == []


@pytest.mark.parametrize(
    ("text", "sku"),
    [
        ("polar headlamp pro", "HLP-02"),
        ("налобный фонарь polar pro", "HLP-02"),
        ("aurora kettle 1.7", "KET-17"),
        ("travel kettle", "KET-08"),
        ("bora 18v battery", "BAT-18"),
        ("шуруповерт 20", "DRL-20"),
        ("usb-c hub", "HUB-07"),
        ("cable 2 m", "CBL-C2"),
        ("палатка двухместная", "TNT-02"),
    ],
)
def test_the_more_complete_name_leads_clearly(demo: ProductIndex, text: str, sku: str) -> None:
    first, second, *_ = [*demo.find(text), ("", 0.0)]
    assert first[0] == sku
    assert first[1] - second[1] >= CLEAR


def test_of_two_equals_the_plain_name_is_not_the_lower(demo: ProductIndex) -> None:
    scores = dict(demo.find("polar headlamp"))
    assert scores["HLP-02"] <= scores["HLP-01"] < scores["HLP-02"] + CLEAR


def test_a_word_of_the_talk_is_one_that_other_wishes_share() -> None:
    said = [("my phone is broken", "return_defective"), ("kettle please", "place_order"), ("which kettle", "product_info")]
    said += [("your phone number", "shop_contact"), ("call my phone", "callback"), ("where is my kettle", "order_status")]
    talk = ordinary_words(said)
    assert "phone" in talk
    assert "kettle" not in talk
    assert ordinary_words([("your phone", "callback")] * 3) == frozenset()


def test_many_names_cost_little(names: Mapping[str, Sequence[str]], model: Model) -> None:
    rng = random.Random(3)
    base = [name for each in names.values() for name in each]
    made = {f"S-{n}": [f"{rng.choice(base)} {rng.choice('BGKMT')}{rng.choice('aeo')}{n % 89} {rng.randint(1, 400)}"] for n in range(5_000)}
    index = ProductIndex(made)
    index.attend(model.talk)
    for text in ("where is my order 1002", "do you have a ketle", "чайник на 1,7 литра есть?", "is the electric kettle in stock"):
        begun = time.process_time()
        found = index.match(text, 10)
        sys.stdout.write(f"{(time.process_time() - begun) * 1000:.2f} ms for {text!r} among 5,000 names\n")
        assert len(found) <= 10
