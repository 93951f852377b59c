"""What a message looks like on WhatsApp: examples, and the law that nothing is lost and nothing is too long."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.layout import utf16
from bot.message import Button, Card, Location, Media, Message
from connectors.whatsapp import limits
from connectors.whatsapp.content import shape_name, shape_samples, shape_types, shape_variables
from connectors.whatsapp.labels import labels
from connectors.whatsapp.media import Places
from connectors.whatsapp.render import Menu, Part, Picture, Pin, Row, Text, render
from tests.connectors.whatsapp.conftest import PUBLIC, local_file
from tests.standins import twilio_rules as rules

PLACES = Places(local_file, PUBLIC)
KETTLE = Media("image", "/shop/pictures/KET-17-1.png", "A kettle")


def parts(message: Message, places: Places = PLACES) -> tuple[Part, ...]:
    return render(message, places.place)


def buttons(count: int, title: str = "Option") -> tuple[Button, ...]:
    return tuple(Button(f"{title} {n}", f"q:r:1:{n}") for n in range(1, count + 1))


def test_words_are_one_message() -> None:
    assert parts(Message("Hello")) == (Text("Hello"),)


def test_up_to_three_short_options_are_buttons() -> None:
    (menu,) = parts(Message("Is that right?", (Button("Yes", "q:1"), Button("No", "q:2"))))
    assert menu == Menu("Is that right?", (Row("Yes", "q:1"), Row("No", "q:2")), "", "Is that right?\n1. Yes\n2. No")


def test_four_options_are_a_list() -> None:
    (menu,) = parts(Message("Which one?", buttons(4), language="sl"))
    assert isinstance(menu, Menu)
    assert menu.button == "Pokaži možnosti"
    assert [row.title for row in menu.rows] == ["Option 1", "Option 2", "Option 3", "Option 4"]


def test_a_long_title_stands_in_full_in_the_description() -> None:
    (menu,) = parts(Message("Which one?", (Button("Electric kettle, 1.7 litres", "q:1", "in stock"), Button("Mug", "q:2"))))
    assert isinstance(menu, Menu)
    assert menu.rows == (
        Row("Electric kettle, 1.7…", "q:1", "Electric kettle, 1.7 litres: in stock"),
        Row("Mug", "q:2"),
    )
    assert menu.button


def test_what_fits_no_row_stands_above_with_its_number() -> None:
    long = "word " * 40
    (menu,) = parts(Message("Which one?", (Button("Mug", "q:1"), Button(long, "q:2"))))
    assert isinstance(menu, Menu)
    assert f"2. {long.strip()}" in menu.body


def test_more_than_ten_options_are_several_lists_and_more_than_thirty_are_lines() -> None:
    lists = parts(Message("Which one?", buttons(21)))
    assert [len(m.rows) for m in lists if isinstance(m, Menu)] == [7, 7, 7]
    assert [m.body for m in lists if isinstance(m, Menu)] == ["Which one?", "More options (2 of 3):", "More options (3 of 3):"]
    assert isinstance(lists[2], Menu)
    assert "\n15. Option 15" in lists[2].plain
    (lines,) = parts(Message("Which one?", buttons(31)))
    assert isinstance(lines, Text)
    assert lines.body.endswith("31. Option 31")


def test_options_go_with_the_end_of_a_long_text() -> None:
    said = parts(Message("Sentence. " * 300, buttons(2)))
    assert [type(p) for p in said] == [Text] * (len(said) - 1) + [Menu]


def test_a_long_question_over_a_full_list_is_one_message_also_as_plain_text() -> None:
    full = tuple(Button(f"{n} {'title ' * 3}", f"q:{n}", "description " * 5) for n in range(10, 20))
    *before, menu = parts(Message("A long question. " * 60, full))
    assert isinstance(menu, Menu)
    assert utf16(menu.plain) <= limits.TEXT
    assert "".join((*(_words(p) for p in before), menu.body)).count("question") == 60


def test_options_that_cannot_be_tapped_are_lines() -> None:
    for payload in ("", "{{1}}", "x" * 201, "a\nb"):
        (text,) = parts(Message("Which?", (Button("A", payload),)))
        assert text == Text("Which?\n\n1. A")
    (text,) = parts(Message("Which?", (Button("A", "q:1"), Button("B", "q:1"))))
    assert isinstance(text, Text)


def test_braces_of_a_template_are_never_put_into_a_variable() -> None:
    said = parts(Message("Use {{code}} now", (Button("Yes", "q:1"),)))
    assert said[0] == Text("Use {{code}} now")
    assert isinstance(said[1], Menu)
    assert said[1].body == "Please choose:"


def test_a_single_picture_carries_the_text() -> None:
    url = f"{PUBLIC}/shop/pictures/KET-17-1.png"
    assert parts(Message("Here it is", media=(KETTLE,))) == (Picture(url, "Here it is\nA kettle"),)
    assert parts(Message("Here is A kettle", media=(KETTLE,))) == (Picture(url, "Here is A kettle"),)


def test_the_question_stands_with_its_options_below_the_picture() -> None:
    said = parts(Message("This one?", (Button("Yes", "q:1"),), media=(KETTLE,)))
    assert isinstance(said[0], Picture)
    assert isinstance(said[1], Menu)
    assert said[1].body == "This one?"


def test_cards_are_pictures_with_captions_and_their_options_say_whose_they_are() -> None:
    def card(name: str) -> Card:
        return Card(name, "EUR 39", KETTLE, (Button("Buy", f"q:{name}"), Button("See", "", url=f"https://shop.example/{name}")))

    said = parts(Message("Two kettles:", cards=(card("Red"), card("Blue"))))
    assert [type(p) for p in said] == [Text, Picture, Picture, Menu]
    assert isinstance(said[1], Picture)
    assert said[1].body == "Red\nEUR 39\nSee: https://shop.example/Red"
    menu = said[3]
    assert isinstance(menu, Menu)
    assert [(r.title, r.description) for r in menu.rows] == [("1. Buy", "Red"), ("2. Buy", "Blue")]


def test_what_whatsapp_does_not_take_is_words_and_a_link() -> None:
    webp = Media("image", "https://shop.example/a.webp", "A mug")
    assert parts(Message(media=(webp,))) == (Text("A mug\nhttps://shop.example/a.webp"),)
    assert parts(Message(media=(Media("image", "/shop/pictures/none.png", "A mug"),))) == (Text("A mug"),)
    assert parts(Message("x", media=(KETTLE,)), Places(local_file, None)) == (Text("x\nA kettle"),)
    assert parts(Message(media=(Media("file", "nowhere"),), language="ru")) == (Text("Файл"),)


def test_a_picture_of_ours_that_is_too_large_is_a_link(tmp_path: Path) -> None:
    large = tmp_path / "large.png"
    large.write_bytes(b"x" * (limits.IMAGE_BYTES + 1))
    said = parts(Message(media=(Media("image", "/large.png", "Large"),)), Places(lambda _: large, PUBLIC))
    assert said == (Text(f"Large\n{PUBLIC}/large.png"),)


def test_documents_and_recordings_have_their_words_before_them() -> None:
    said = parts(Message(media=(Media("file", "https://shop.example/bill.pdf", "Your bill", "bill.pdf"),)))
    assert said == (Text("Your bill\nbill.pdf"), Picture("https://shop.example/bill.pdf"))


def test_a_place_is_a_pin() -> None:
    (pin,) = parts(Message(location=Location(46.05, 14.5, "Our shop")))
    assert pin == Pin("Our shop", "geo:46.050000,14.500000|Our shop")
    assert parts(Message("x", location=Location(float("nan"), 1, "Shop"))) == (Text("x\n\nShop"),)


def test_nothing_is_no_message() -> None:
    assert parts(Message()) == ()


@pytest.mark.parametrize("language", ["en", "ru", "uk", "sl"])
def test_the_connectors_own_words_fit(language: str) -> None:
    words = labels(language)
    assert utf16(words.open_list) <= limits.LIST_BUTTON
    assert words.more.format(n=2, count=3)
    assert language == "en" or words != labels("en")


# --- the law -----------------------------------------------------------------------------------------------------------------
texts = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["", "  ", "😀" * 30, "Да", "{{1}}", "a\nb", "x" * 500, "слово " * 80, "1. Yes", "word " * 4000, "\ud800"]),
)
payloads = st.one_of(st.integers(0, 400).map(lambda n: f"q:r:1:{n}"), st.text(max_size=64))
options = st.builds(Button, title=texts, payload=payloads, description=st.none() | texts, url=st.none() | st.just("https://a.example/b"))
medias = st.builds(
    Media,
    kind=st.sampled_from(["image", "file", "audio", "video"]),
    url=st.sampled_from(
        ["/shop/pictures/KET-17-1.png", "https://a.example/b.pdf", "https://a.example/b.mp4", "x", "/no.png", "http://[", "//a/b.png"]
    ),
    alt=texts,
    name=st.none() | texts,
)
cards = st.builds(Card, title=texts, subtitle=texts, picture=st.none() | medias, buttons=st.lists(options, max_size=4).map(tuple))
places = st.builds(Location, latitude=st.floats(), longitude=st.floats(), label=texts)
numbered_options = st.integers(0, 300).map(buttons)
messages = st.builds(
    Message,
    text=texts,
    buttons=numbered_options | st.lists(options, max_size=40).map(tuple),
    cards=st.lists(cards, max_size=12).map(tuple),
    media=st.lists(medias, max_size=12).map(tuple),
    location=st.none() | places,
    language=st.sampled_from(["en", "ru", "uk", "sl", "de"]),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(messages)
def test_every_output_keeps_the_limits_and_every_option_can_be_reached(message: Message) -> None:
    said = parts(message)
    taps: dict[str, Row] = {}
    lines: set[int] = set()
    for part in said:
        _keeps_the_limits(part)
        if isinstance(part, Menu):
            taps |= {row.payload: row for row in part.rows}
        if isinstance(part, Text):
            lines |= {int(n) for n in re.findall(r"^(\d+)\.", part.body, re.MULTILINE)}
    for place, option in enumerate(message.options, 1):
        assert option.payload in taps or place in lines
    assert said == parts(message), "a second try must go on where the first stopped"
    if message.text.strip() and message.text != "\ud800":
        assert said


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(messages)
def test_no_word_is_lost(message: Message) -> None:
    shown = "".join(_words(part) for part in parts(message))
    shown = "".join(shown.split())
    titles = (*(b.title for b in message.buttons), *(b.title for c in message.cards for b in c.buttons))
    for text in (message.text, *titles, *(c.title for c in message.cards), *(c.subtitle for c in message.cards)):
        for word in text.encode(errors="replace").decode().replace("\0", "").split():
            assert word[:15] in shown


def _words(part: Part) -> str:
    if isinstance(part, Menu):
        return part.body + "".join(f" {row.title} {row.description}" for row in part.rows)
    return part.body


def _keeps_the_limits(part: Part) -> None:
    match part:
        case Text(body):
            assert 1 <= utf16(body.strip()) <= limits.TEXT
        case Picture(url, body):
            assert utf16(body) <= limits.CAPTION
            assert url.startswith("https://")
        case Pin(body, action):
            assert body.strip()
            assert rules.GEO.fullmatch(action)
        case Menu():
            assert 1 <= utf16(part.plain) <= limits.TEXT
            content = {"friendly_name": shape_name(part), "language": "en", "types": shape_types(part), "variables": shape_samples(part)}
            rules.check_content(content)
            variables = rules.read_variables(json.dumps(shape_variables(part)))
            ((kind, of),) = rules.fill(shape_types(part), variables).items()
            rules.check_filled(kind, of, approved=False, variables=variables)
            rows = of.get("actions", of.get("items"))
            assert [row["id"] for row in rows] == [row.payload for row in part.rows]
