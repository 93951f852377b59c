"""Messages as customers type them, with everything that must be found in them and nothing else: tests/intents/messages/.

Then what holds for any text at all: no finder raises, every span is inside the text, no value is empty, nothing overlaps.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.entities import catalogue
from intents.engine import Engine
from intents.entities import find_entities
from intents.entities.corrections import affirmed
from intents.entities.found import word_set
from intents.entities.products import ProductIndex
from intents.entities.reading import plain_text
from intents.model import Model

MESSAGES = Path(__file__).parent / "messages"
TODAY = date(2026, 11, 21)
PIECES = sorted(
    word_set(
        "1002 #SO-1002 № ２２０１ 12.11. 12/11 31.2. 99:99 17:00 5pm 24/7 полшестого пів на шосту četrt half past to five после шести in "
        "999 999999999999 weeks ago pred tednoma через end of month next friday twenty five hundred thousand one zero € $5 39,90 x2 2x "
        "тёмно - синий temno moder size M 44-й размер XL икс эль not no, не 1001 а ne ampak instead sorry drugi last 2nd ² ½ ٣ İ ß "
        "e\u0301 \u200b \ufe0f \u20e3 (at) dot com a@b.si +386 40 111 001 '' ’ p.m. _ 1_0"
    )
)


def rows(language: str) -> list[tuple[str, str]]:
    lines = (MESSAGES / f"{language}.txt").read_text("utf-8").splitlines()
    return [(text, wanted.strip()) for line in lines if not line.startswith("#") for text, _, wanted in [line.partition(" =>")]]


@pytest.mark.parametrize("language", ["en", "ru", "uk", "sl"])
def test_each_message_holds_what_is_written_beside_it(language: str) -> None:
    misread = [
        (text, wanted, got)
        for text, wanted in rows(language)
        if (got := ", ".join(f"{e.kind}={e.value}" for e in find_entities(text, now=TODAY, language=language))) != wanted
    ]
    assert misread == []


def check(text: str) -> None:
    entities = find_entities(text, now=TODAY)
    assert all(0 <= e.start < e.end <= len(text) and e.value for e in entities)
    assert all(one.end <= two.start for one, two in pairwise(entities))
    plain, starts, ends = plain_text(text)
    assert (len(plain) == len(text)) if starts is None or ends is None else (len(plain) == len(starts) == len(ends))
    assert len(affirmed(text)) == len(text)


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_has_entities_inside_it(text: str) -> None:
    check(text)


@settings(max_examples=500, deadline=None)
@given(text=st.lists(st.sampled_from(PIECES), max_size=12).flatmap(lambda said: st.sampled_from([" ".join(said), "".join(said)])))
def test_any_mix_of_pieces_has_entities_inside_it(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("call me after ｆｉｖｅ on １２．１１．", ["after ｆｉｖｅ", "１２．１１．"]),
        ("nare\u0301d narocˇilo 1002", ["1002"]),
        ("1\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e32\ufe0f\u20e3!", ["1\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e32"]),
        ("\u202a+386 40 111 001\u202c", ["+386 40 111 001"]),
        ("1\u00a0299\u202fгрн", ["1\u00a0299\u202fгрн"]),
        ("c\u030crno", ["c\u030crno"]),
    ],
)
def test_offsets_are_of_what_was_typed(text: str, words: list[str]) -> None:
    assert [text[e.start : e.end] for e in find_entities(text, now=TODAY)] == words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("not the kettle, the drill", "drill"),
        ("не чайник, а дрель", "дрель"),
        ("не чайник а дриль", "дриль"),
        ("ne kuhalnik, ampak vrtalnik", "vrtalnik"),
        ("I want the drill, not a refund", "drill"),
    ],
)
def test_a_denied_thing_is_no_product(text: str, left: str) -> None:
    kept = affirmed(text)
    assert left in kept
    assert all(word not in kept for word in ("kettle", "чайник", "kuhalnik"))


def test_tomorrow_is_counted_where_the_shop_is(model: Model) -> None:
    def late() -> datetime:  # already Sunday in Ljubljana
        return datetime(2026, 11, 21, 23, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Ljubljana"))

    found = Engine(model, clock=late).understand("tomorrow").entity("date")
    assert found is not None
    assert found.value == "2026-11-23"


def test_of_five_thousand_near_names_the_one_that_was_said_leads() -> None:
    names = catalogue(5000)
    index = ProductIndex(names)
    for sku in list(names)[::100]:
        said = names[sku][0]
        brand, trait, kind, number, _ = said.lower().split()
        for text in (said, f"do you have the {trait} {kind} {brand} {number}", f"{kind} {number} {brand}"):
            first = names[index.find(text, 1)[0][0]][0].lower()
            assert {brand, kind, number} <= set(first.split()), (text, first)
        assert index.find(f"I want {sku.lower()}", 1)[0] == (sku, 100.0)
        assert index.find(sku.replace("-", " "), 1)[0][0] == sku
