"""One phone in its several forms, and never another person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phones import e164, language_of, same_phone, variants

PAIRS = [
    ("+5511987654321", "+551187654321"),  # São Paulo, with the ninth digit and without
    ("+5531996883193", "+553196883193"),
    ("+5215512345678", "+525512345678"),
    ("+5491123456789", "+541123456789"),
    ("+5493514567890", "+543514567890"),  # Córdoba: an area code of three digits
    ("+5492966456789", "+542966456789"),  # Río Gallegos: of four
]
ALONE = [
    "+551133334444",  # a landline of São Paulo
    "+5511933334444",  # a mobile whose eight digits would be that landline
    "+551178654321",  # trunk radio
    "+5511978654321",  # and a mobile that is another's
    "+5501987654321",  # no such area
    "+55119876543210",
    "+5211512345678",  # eleven digits that begin with no area
    "+52551234567",
    "+541115234567",  # "11 15 ..." cut short
    "+5491115234567",
    "+5411152345678",
    "+54111523456789",  # 15 as it is dialled at home
    "+54911152345678",
    "+543511523456",
    "+38640111001",
    "+447700900123",
    "+12025550123",
    "",
    "+",
    "5511987654321",
    "whatsapp:+5511987654321",
    "+55 11 98765-4321",
    "+5511987654321\n",
    "+55119876543²1",
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_both_forms_are_one_phone(one: str, other: str) -> None:
    assert variants(one) == (one, other)
    assert variants(other) == (other, one)
    assert same_phone(one, other)
    assert same_phone(other, one)


@pytest.mark.parametrize("number", ALONE)
def test_these_have_no_other_form(number: str) -> None:
    assert variants(number) == (number,)


@pytest.mark.parametrize(
    ("shown", "known"),
    [
        ("+54111523456789", "+5491123456789"),
        ("+54111523456789", "+541123456789"),
        ("+541115234567", "+5491115234567"),
        ("+541152345678", "+5491123456789"),
        ("+551133334444", "+5511933334444"),
        ("+551178654321", "+5511978654321"),
        ("+525512345678", "+5255123456789"),
        ("+38640111001", "+38640111002"),
        ("", ""),
        ("+38640111001", ""),
    ],
)
def test_what_another_person_may_own_is_another_phone(shown: str, known: str) -> None:
    assert not same_phone(shown, known)
    assert not same_phone(known, shown)


@given(st.from_regex(r"\+(55|52|521|54|549|386|1)[0-9]{8,11}", fullmatch=True))
def test_the_forms_of_a_number_are_the_same_whichever_is_asked_for(number: str) -> None:
    """So "the same phone" says the same in both directions, and no number falls together with a third."""
    forms = set(variants(number))
    assert len(forms) <= 2
    assert all(set(variants(form)) == forms for form in forms)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("38640111001", "+38640111001"),
        ("+386 40 111 001", "+38640111001"),
        ("whatsapp:+38640111001", "+38640111001"),
        ("", ""),
        ("ana", ""),
        ("040111001", ""),
        ("1" * 16, ""),
        ("٣٨٦٤٠", ""),
    ],
)
def test_a_messengers_number_becomes_e164(text: str, expected: str) -> None:
    assert e164(text) == expected


@pytest.mark.parametrize(
    ("number", "language"), [("+38640111001", "sl"), ("+380501112233", "uk"), ("+79161112233", "ru"), ("+447700900123", None), ("", None)]
)
def test_a_number_hints_at_a_language(number: str, language: str | None) -> None:
    assert language_of(number) == language
