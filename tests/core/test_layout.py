"""Cutting, numbering and paging lose nothing, whatever the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.layout import Measure, card_text, links, numbered, pages, shorten, split_text, titles, utf8, utf16, worded
from bot.message import Button, Card, Location, Media, Message

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300)
MEASURES = st.sampled_from([len, utf16, utf8])
OPTIONS = st.lists(st.text(min_size=1, max_size=60).map(lambda t: Button(t, "q:x")), max_size=40)


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(TEXTS, st.integers(8, 80), MEASURES)
def test_pieces_fit_and_together_are_the_text(text: str, limit: int, measure: Measure) -> None:
    pieces = split_text(text, limit, measure)
    assert all(piece and measure(piece) <= limit for piece in pieces)
    assert bare("".join(pieces)) == bare(text)


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("One sentence. Another one.", 20, ["One sentence.", "Another one."]),
        ("First paragraph. Still it.\n\nSecond paragraph.", 40, ["First paragraph. Still it.", "Second paragraph."]),
        ("Ена, два; три чотири", 12, ["Ена, два;", "три чотири"]),
        ("no_seam_anywhere", 6, ["no_sea", "m_anyw", "here"]),
        ("", 10, []),
        ("  \n ", 10, []),
    ],
)
def test_a_text_is_cut_where_a_person_would(text: str, limit: int, pieces: list[str]) -> None:
    assert split_text(text, limit) == pieces


def test_an_emoji_is_two_units_for_telegram_and_four_bytes() -> None:
    assert (utf16("a😀"), utf8("a😀"), utf8("ж")) == (3, 5, 2)
    assert split_text("😀😀😀", 4, utf16) == ["😀😀", "😀"]


@given(TEXTS, st.integers(4, 40), MEASURES)
def test_a_shortened_text_fits_and_says_that_it_is(text: str, limit: int, measure: Measure) -> None:
    short = shorten(text, limit, measure)
    assert measure(short) <= limit
    assert short == " ".join(text.split()) or short.endswith("…")


@given(OPTIONS, st.integers(8, 40), MEASURES)
def test_titles_fit_and_no_two_are_alike(options: list[Button], limit: int, measure: Measure) -> None:
    found = titles(options, limit, measure)
    assert all(title and measure(title) <= limit for title in found)
    assert len(set(found)) == len(options)


@given(OPTIONS, st.integers(1, 12))
def test_pages_are_even_and_hold_every_option_in_its_order(options: list[Button], size: int) -> None:
    found = list(pages(options, size))
    assert [b for page in found for b in page] == options
    assert all(0 < len(page) <= size for page in found)
    assert not found or max(map(len, found)) - min(map(len, found)) <= 1


def test_options_as_lines_are_numbered_by_their_place() -> None:
    options = (Button("Kettle", "q:1", "39.90 EUR"), Button("Drill", "q:2"))
    assert numbered(options, first=4) == "4. Kettle (39.90 EUR)\n5. Drill"


def test_everything_of_a_message_can_be_said() -> None:
    message = Message(
        "Here you are.",
        buttons=(Button("Pay", "q:1", url="https://shop.example/pay"), Button("Yes", "q:2")),
        cards=(Card("Kettle", "39.90 EUR", buttons=(Button("Choose", "q:3"),)),),
        media=(Media("image", "/a.png", alt="A kettle from the left"),),
        location=Location(46.05, 14.5, "The shop"),
    )
    assert worded(message).splitlines() == [
        "Here you are.",
        "Kettle",
        "39.90 EUR",
        "A kettle from the left",
        "The shop",
        "https://www.openstreetmap.org/?mlat=46.05&mlon=14.5",
        "Pay: https://shop.example/pay",
    ]
    assert links(message.buttons) == "Pay: https://shop.example/pay"
    assert card_text(Card("Only a title")) == "Only a title"
