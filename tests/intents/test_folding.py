"""Folding: one spelling for two scripts, with and without diacritics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.folding import clean, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("где мой заказ", "gde moi zakaz"),
        ("где мой заказ", "GDE MOJ ZAKAZ"),
        ("посылка", "posylka"),
        ("хочу вернуть", "xo4u vernut'"),
        ("что", "4to"),
        ("щётка", "shchetka"),
        ("чайник", "chaynik"),
        ("моя", "moja"),
        ("моя", "moya"),
        ("цена", "tsena"),
        ("naročilo", "narocilo"),
        ("pošiljka", "posiljka"),
        ("п'ятниця", "п’ятниця"),
        ("kettle", "ketle"),
    ],
)
def test_two_spellings_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_stay_different() -> None:
    assert len({fold(word) for word in ("заказ", "возврат", "оплата", "naročilo", "vračilo", "order", "return")}) == 7


def test_order_numbers_are_not_folded() -> None:
    assert fold("1002 11") == "1002 11"


def test_marks_of_direction_and_nul_are_dropped() -> None:
    assert clean("\u200fwhere\x00 \u202ais\n it\ufeff") == "where is it"


@given(st.text())
def test_folding_never_raises_and_leaves_no_upper_case_or_cyrillic(text: str) -> None:
    folded = fold(text)
    assert not any("а" <= c <= "я" for c in folded)
    assert folded == " ".join(folded.split())
