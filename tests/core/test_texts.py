"""Wording: money, days and lists as people of each language write them; what is missing never reaches a customer."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.errors import FlowError
from bot.money import Money
from bot.texts import Texts, Voice
from intents.understanding import LANGUAGES
from tests.core.fakes import NOON, words

FTL = """
value = { $x }
attributed = Which?
    .yes = Yes
only =
    .yes = Yes
voice = { $named }/{ $name }/{ $tone }/{ $mood }/{ $shop }
pieces = { $count ->
    [one] { $count } kos
    [two] { $count } kosa
    [few] { $count } kosi
   *[other] { $count } kosov
  }
"""


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    for language in LANGUAGES:
        (tmp_path / f"{language}.ftl").write_text(FTL, "utf-8")
    return Texts(tmp_path)


def said(texts: Texts, value: Any, language: str = "en") -> str:
    """How a parameter is read, with the unbreakable blanks of the locales as plain ones."""
    voice = Voice(language, timezone="Europe/Ljubljana", now=NOON)
    return texts.text("value", voice, {"x": value}).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("language", "expected"), [("en", "€1,039.90"), ("ru", "1 039,90 €"), ("uk", "1 039,90 €"), ("sl", "1.039,90 €")])
def test_money(texts: Texts, language: str, expected: str) -> None:
    assert said(texts, Money(Decimal("1039.90"), "EUR"), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "Wednesday 25 November"), ("ru", "25 ноября (ср)"), ("uk", "25 листопада (ср)"), ("sl", "25. novembra (sre.)")],
)
def test_a_day_of_this_year(texts: Texts, language: str, expected: str) -> None:
    assert said(texts, date(2026, 11, 25), language) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_of_another_year_names_it(texts: Texts, language: str) -> None:
    assert "2027" in said(texts, date(2027, 1, 5), language)


@pytest.mark.parametrize(("language", "expected"), [("en", "a, b and c"), ("ru", "a, b и c"), ("uk", "a, b і c"), ("sl", "a, b in c")])
def test_a_list(texts: Texts, language: str, expected: str) -> None:
    assert said(texts, ("a", "b", "c"), language) == expected


def test_lists_of_one_and_of_nothing(texts: Texts) -> None:
    assert said(texts, ["a"]) == "a"
    assert said(texts, []) == ""


def test_a_list_of_money_is_written_like_money(texts: Texts) -> None:
    assert said(texts, [Money(Decimal(1), "EUR"), Money(Decimal(2), "EUR")]) == "€1.00 and €2.00"


def test_a_time_today_is_a_clock_time_in_the_shops_zone(texts: Texts) -> None:
    assert said(texts, datetime(2026, 11, 18, 15, 30, tzinfo=UTC)) == "16:30"
    assert said(texts, datetime(2026, 11, 19, 8, 0, tzinfo=UTC)) == "Thursday 19 November, 09:00"
    assert said(texts, datetime(2026, 11, 18, 23, 30, tzinfo=UTC)) == "Thursday 19 November, 00:30", "midnight is the shop's"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(True, "yes"), (False, "no"), (None, ""), (7, "7"), ("seven", "seven"), (timedelta(minutes=90), "90"), (timedelta(seconds=1), "1")],
)
def test_other_values(texts: Texts, value: Any, expected: str) -> None:
    assert said(texts, value) == expected


@pytest.mark.parametrize(("language", "expected"), [("en", "1,234.5"), ("ru", "1 234,5"), ("sl", "1.234,5")])
def test_numbers(texts: Texts, language: str, expected: str) -> None:
    assert said(texts, Decimal("1234.5"), language) == expected


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "1 kos"), (2, "2 kosa"), (3, "3 kosi"), (5, "5 kosov"), (101, "101 kos"), (102, "102 kosa")]
)
def test_slovenian_has_a_dual(texts: Texts, count: int, expected: str) -> None:
    assert texts.text("pieces", Voice("sl"), {"count": count}) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", ["{ $name }", "{{ 7*7 }}", "<b>x</b>", "'; DROP TABLE inbox; --", "\u202eabc", "\x00", "{", "[one] x"])
def test_what_a_customer_writes_is_never_read_as_wording(texts: Texts, value: str, language: str) -> None:
    assert said(texts, f"a{value}b", language) == f"a{value}b"


def test_every_text_knows_name_tone_mood_and_shop(texts: Texts) -> None:
    assert texts.text("voice", Voice("en", "formal", "angry", "Ana", "Shop")) == "yes/Ana/formal/angry/Shop"
    assert texts.text("voice", Voice("en")) == "no//friendly/calm/"


@pytest.mark.parametrize(
    ("key", "attribute", "match"),
    [("nowhere", None, "no text nowhere in en"), ("attributed", "no", r"no text attributed\.no in en"), ("only", None, "attributes only")],
)
def test_a_missing_text_is_our_error(texts: Texts, key: str, attribute: str | None, match: str) -> None:
    with pytest.raises(FlowError, match=match):
        texts.text(key, Voice("en"), {}, attribute)


def test_a_missing_parameter_is_our_error(texts: Texts) -> None:
    with pytest.raises(FlowError, match="text value in en"):
        texts.text("value", Voice("en"))


def test_a_language_without_the_text_is_our_error(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_text("hello = Hello\n", "utf-8")
    (tmp_path / "sl.ftl").write_text("bye = Adijo\n", "utf-8")
    with pytest.raises(FlowError, match="no text hello in sl"):
        Texts(tmp_path).text("hello", Voice("sl"))


def test_the_owners_own_wording_wins(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_text("hello = Hello\nbye = Bye\n", "utf-8")
    own = Texts(tmp_path, {"en": "hello = Howdy\n"})
    assert (own.text("hello", Voice("en")), own.text("bye", Voice("en"))) == ("Howdy", "Bye")


def test_whether_a_text_is_there(texts: Texts) -> None:
    assert texts.has("attributed")
    assert texts.has("attributed", "yes")
    assert not texts.has("attributed", "no")
    assert not texts.has("nowhere")


def test_the_tests_own_wording_is_there_in_every_language() -> None:
    for language in LANGUAGES:
        assert words().has("which", "kettle", language)
