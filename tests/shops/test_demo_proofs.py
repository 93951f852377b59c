"""A phone proves an order in whichever form it is shown, and never somebody else's."""

from __future__ import annotations

import pytest

from bot.shop import Proof
from connectors.shops.demo.proofs import STRANGER, opens, proves
from connectors.shops.demo.records import CustomerRecord


def customer(phone: str, country: str) -> CustomerRecord:
    return CustomerRecord(name="A B", email="a@example.com", phone=phone, country=country, language="en", address="")


BRAZIL, OLD_BRAZIL = customer("+5511987654321", "BR"), customer("+551187654321", "BR")
MEXICO = customer("+525512345678", "MX")
ARGENTINA, MOBILE_ARGENTINA = customer("+541123456789", "AR"), customer("+5491123456789", "AR")


@pytest.mark.parametrize(
    ("shown", "whose"),
    [
        ("551187654321", BRAZIL),
        ("+5511987654321", OLD_BRAZIL),
        ("whatsapp:+5215512345678", MEXICO),
        ("5491123456789", ARGENTINA),
        ("+541123456789", MOBILE_ARGENTINA),
    ],
)
def test_a_verified_phone_is_known_in_its_other_form(shown: str, whose: CustomerRecord) -> None:
    assert proves(Proof(verified_phone=shown), whose)


@pytest.mark.parametrize(
    ("typed", "whose"),
    [
        ("(11) 8765-4321", BRAZIL),
        ("(11) 98765-4321", OLD_BRAZIL),
        ("+52 1 55 1234 5678", MEXICO),
        ("55 1234 5678", MEXICO),
        ("011 15 2345-6789", ARGENTINA),
        ("11 15 2345-6789", MOBILE_ARGENTINA),
        ("+54 11 2345-6789", MOBILE_ARGENTINA),
        ("+54 9 11 2345 6789", ARGENTINA),
    ],
)
def test_a_typed_phone_is_known_in_its_other_form(typed: str, whose: CustomerRecord) -> None:
    assert proves(Proof(phone=typed), whose)


@pytest.mark.parametrize(
    ("shown", "whose"),
    [
        ("+551133334444", customer("+5511933334444", "BR")),
        ("+5411152345678", ARGENTINA),
        ("+54111523456780", ARGENTINA),
        ("+541115234567", customer("+5491115234567", "AR")),
        ("+5215512345679", MEXICO),
        ("5512345678", MEXICO),
        ("", BRAZIL),
    ],
)
def test_another_persons_number_proves_nothing(shown: str, whose: CustomerRecord) -> None:
    assert not proves(Proof(verified_phone=shown), whose)


@pytest.mark.parametrize("typed", ["+54 11 15 2345-678", "011 15 2345-678", "11 15 23456789 0", "+55 11 3333-4444"])
def test_a_number_typed_short_or_long_proves_nothing(typed: str) -> None:
    assert not any(proves(Proof(phone=typed), whose) for whose in (BRAZIL, OLD_BRAZIL, MEXICO, ARGENTINA, MOBILE_ARGENTINA))


def test_nobody_is_the_stranger() -> None:
    assert not proves(Proof(verified_phone=STRANGER.phone, phone=STRANGER.phone), STRANGER)


def test_a_proof_of_one_order_is_of_that_number_letter_for_letter() -> None:
    assert opens(Proof(order="1002"), "1002")
    for number in ("", "100", "10020", " 1002"):
        assert not opens(Proof(order="1002"), number)
        assert not opens(Proof(order=number), "1002")
    assert not opens(Proof(order=""), "")
    assert not opens(Proof(), "")
