"""Messages as Viber's requests: examples that can be read, and laws for any message at all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.message import Button, Card, Location, Media, Message
from connectors.viber.board import encoded
from connectors.viber.hosting import Hosted, Hosting
from connectors.viber.labels import LABELS
from connectors.viber.render import render
from connectors.viber.welcome import welcome
from tests.standins.viber_rules import Json, phone_fault, server_fault

FILES = {
    "/a.png": Hosted("https://shop.example/a.png", "a.png", 900),
    "/huge.png": Hosted("https://shop.example/huge.png", "huge.png", 2_000_000),
    "/guide.pdf": Hosted("https://shop.example/guide.pdf", "guide.pdf", 5_000),
    "/film.mp4": Hosted("https://shop.example/film.mp4", "film.mp4", 5_000),
    "https://cdn.example/b.jpg": Hosted("https://cdn.example/b.jpg", "b.jpg"),
}
PICTURE = Media("image", "/a.png", alt="a kettle")


def parts(message: Message) -> list[Json]:
    made = render(message, FILES.get)
    for part in made:
        valid(part)
    return made


def valid(part: Json) -> None:
    """Viber's server and the app take it, in the largest envelope there is."""
    envelope = {"receiver": "x" * 255, "sender": {"name": "S" * 28, "avatar": "https://shop.example/" + "a" * 1000}}
    whole = envelope | part
    assert server_fault(whole, encoded(whole)) is None
    assert phone_fault(whole) is None


def taps(part: Json) -> list[tuple[str, str]]:
    return [(b["Text"], b["ActionBody"]) for b in part.get("keyboard", {}).get("Buttons", ())]


def test_a_text_is_a_text() -> None:
    assert parts(Message("Hello")) == [{"type": "text", "text": "Hello"}]


def test_short_options_stand_two_in_a_row_and_leave_no_trace_in_the_chat() -> None:
    (part,) = parts(Message("Which?", buttons=(Button("Red", "q:1:r"), Button("Green", "q:1:g"), Button("Blue", "q:1:b"))))
    assert part["text"] == "Which?"
    assert [(b["Text"], b["ActionBody"], b["Columns"], b["Silent"]) for b in part["keyboard"]["Buttons"]] == [
        ("Red", "q:1:r", 3, True),
        ("Green", "q:1:g", 3, True),
        ("Blue", "q:1:b", 6, True),
    ]
    assert part["min_api_version"] == 6


def test_longer_options_take_a_row_each() -> None:
    (part,) = parts(Message("Which?", buttons=(Button("Yes", "q:1:y"), Button("No, something else please", "q:1:n"))))
    assert [b["Columns"] for b in part["keyboard"]["Buttons"]] == [6, 6]


def test_a_title_too_long_for_a_button_is_written_out_with_its_number() -> None:
    long = "The large steel kettle with a whistle, a thermometer and a wooden handle"
    (part,) = parts(Message("Which?", buttons=(Button(long, "q:1:k"), Button("Mug", "q:1:m", description="0.3 l"))))
    assert part["text"] == f"Which?\n\n1. {long}\n2. Mug (0.3 l)"
    assert taps(part) == [("1. The large steel kettle with a…", "q:1:k"), ("2. Mug", "q:1:m")]


def test_many_options_are_all_numbered_and_the_first_can_be_tapped() -> None:
    (part,) = parts(Message("Which?", buttons=tuple(Button(f"Size {n}", f"q:1:{n}") for n in range(1, 41))))
    assert part["text"].startswith("Which?\n\n1. Size 1\n2. Size 2\n")
    assert part["text"].endswith("\n40. Size 40")
    assert len(taps(part)) == 24


def test_titles_alike_are_told_apart_by_their_number() -> None:
    (part,) = parts(Message("Which?", buttons=(Button("Mug", "q:1:a"), Button("Mug", "q:1:b"))))
    assert taps(part) == [("1. Mug", "q:1:a"), ("2. Mug", "q:1:b")]


def test_a_title_is_never_taken_for_html() -> None:
    (part,) = parts(Message("Which?", buttons=(Button("a <b> c", "q:1:a"),)))
    assert taps(part) == [("1. a ‹b› c", "q:1:a")]
    assert "1. a <b> c" in part["text"]


def test_links_are_buttons_that_open_them() -> None:
    (part,) = parts(Message("See:", buttons=(Button("Our shop", "", url="https://shop.example/"), Button("Back", "q:do:back"))))
    assert [(b["ActionType"], b["Text"], b["ActionBody"]) for b in part["keyboard"]["Buttons"]] == [
        ("reply", "Back", "q:do:back"),
        ("open-url", "Our shop", "https://shop.example/"),
    ]


def test_a_link_that_no_button_takes_is_text() -> None:
    (part,) = parts(Message("Call us:", buttons=(Button("Telephone", "", url="tel:+38640123456"),)))
    assert part == {"type": "text", "text": "Call us:\n\nTelephone: tel:+38640123456"}


@pytest.mark.parametrize("language", sorted(LABELS))
def test_asking_for_a_phone_offers_the_button_that_shares_it(language: str) -> None:
    (part,) = parts(Message(asks_contact=True, language=language, buttons=(Button("Back", "q:do:back"),)))
    share = part["keyboard"]["Buttons"][-1]
    assert (share["ActionType"], share["Text"], share["ActionBody"]) == ("share-phone", LABELS[language]["share_phone"], share["Text"])
    assert len(share["Text"]) <= 40
    assert part["text"] == LABELS[language]["choose"]
    assert parts(Message(asks_contact=True, language=language))[0]["text"] == LABELS[language]["give_phone"]


def test_pictures_have_their_words_as_captions_and_the_keyboard_comes_last() -> None:
    made = parts(Message("Look:", media=(PICTURE, Media("image", "https://cdn.example/b.jpg")), buttons=(Button("Nice", "q:1:n"),)))
    assert [(p["type"], p["text"]) for p in made] == [("text", "Look:"), ("picture", "a kettle"), ("picture", "")]
    assert [bool(taps(p)) for p in made] == [False, False, True]


def test_a_picture_viber_does_not_show_is_a_link_and_one_it_cannot_load_its_words() -> None:
    (part,) = parts(Message("Look:", media=(Media("image", "/huge.png", alt="a photo"), Media("image", "/none.png", alt="a mug"))))
    assert part["text"] == "Look:\n\na photo: https://shop.example/huge.png\n\na mug"


def test_a_file_comes_with_its_size_and_a_film_as_a_link() -> None:
    made = parts(Message(media=(Media("file", "/guide.pdf", alt="The guide"), Media("video", "/film.mp4", alt="The film"))))
    assert made == [
        {"type": "text", "text": "The guide"},
        {"type": "file", "media": "https://shop.example/guide.pdf", "size": 5000, "file_name": "guide.pdf"},
        {"type": "text", "text": "The film: https://shop.example/film.mp4"},
    ]


def test_a_place_is_a_place() -> None:
    made = parts(Message("We are here:", location=Location(46.05, 14.5, "Slovenska 1")))
    assert made == [
        {"type": "text", "text": "We are here:\n\nSlovenska 1"},
        {"type": "location", "location": {"lat": 46.05, "lon": 14.5}},
    ]


def card(name: str, *titles: str, subtitle: str = "in stock") -> Card:
    return Card(name, subtitle, PICTURE, tuple(Button(title, f"q:1:{name}:{title}") for title in titles))


def test_cards_are_a_carousel_with_words_for_apps_that_show_none() -> None:
    made = parts(Message("Look:", cards=(card("Kettle", "Buy", "More"), card("Mug", "Buy")), buttons=(Button("Other", "q:1:o"),)))
    words, carousel = made
    assert words == {"type": "text", "text": "Look:"}
    assert carousel["alt_text"] == "Kettle\nin stock\n1. Buy\n2. More\n\nMug\nin stock\n3. Buy"
    assert carousel["min_api_version"] == 7
    assert [b["ActionBody"] for b in carousel["rich_media"]["Buttons"] if b["ActionType"] == "reply"] == [
        "q:1:Kettle:Buy",
        "q:1:Kettle:More",
        "q:1:Mug:Buy",
    ]
    assert [b["Rows"] for b in carousel["rich_media"]["Buttons"]] == [3, 2, 1, 1, 3, 3, 1]
    assert taps(carousel) == [("Other", "q:1:o")]


def test_many_cards_are_several_carousels_as_even_as_can_be() -> None:
    made = parts(Message("Look:", cards=tuple(card(f"Kettle {n}", "Buy") for n in range(7))))
    assert [p["type"] for p in made] == ["text", "rich_media", "rich_media"]
    assert "7. Buy" in made[2]["alt_text"]
    assert [sum("Image" in b for b in p["rich_media"]["Buttons"]) for p in made[1:]] == [3, 4]


def test_a_number_after_a_carousel_is_the_options_place_in_the_message() -> None:
    buttons = (Button("Mug", "q:1:x"), Button("Mug", "q:1:y"))
    made = parts(Message("Look:", cards=(card("Kettle", "Buy"), card("Pan", "Buy")), buttons=buttons))
    assert taps(made[-1]) == [("3. Mug", "q:1:x"), ("4. Mug", "q:1:y")]
    assert made[-1]["text"] == "3. Mug\n4. Mug"


def test_a_card_with_too_many_words_is_a_picture_and_its_buttons_say_whose_they_are() -> None:
    made = parts(Message("Look:", cards=(card("Kettle", "Buy", subtitle="w " * 60), card("Mug", "Buy"))))
    assert [p["type"] for p in made] == ["text", "picture", "picture"]
    assert taps(made[-1]) == [("Buy: Kettle", "q:1:Kettle:Buy"), ("Buy: Mug", "q:1:Mug:Buy")]


def test_a_message_that_says_nothing_is_no_message() -> None:
    assert parts(Message()) == []
    assert parts(Message("  \n ")) == []


def test_a_long_text_is_cut_between_lines_and_the_keyboard_stays_with_its_end() -> None:
    made = parts(Message("\n".join(f"line {n}" for n in range(3000)), buttons=(Button("Go on", "q:1:g"),)))
    assert all(p["text"].startswith("line ") for p in made)
    assert [bool(taps(p)) for p in made] == [False] * (len(made) - 1) + [True]


def test_every_language_has_every_label() -> None:
    assert {language: sorted(words) for language, words in LABELS.items()} == dict.fromkeys(("en", "ru", "uk", "sl"), sorted(LABELS["en"]))


def test_files_of_ours_have_a_public_address_or_none(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"12345")
    own = {"/p/a.png": file, "/p/gone.png": tmp_path / "gone.png"}
    hosting = Hosting(own.get, "https://shop.example/")
    assert hosting("/p/a.png") == Hosted("https://shop.example/p/a.png", "a.png", 5)
    assert hosting("/p/gone.png") is None
    assert hosting("/p/unknown.png") is None
    assert Hosting(own.get, None)("/p/a.png") is None
    assert hosting("https://cdn.example/x%20y.jpg?w=1") == Hosted("https://cdn.example/x%20y.jpg?w=1", "x y.jpg")
    assert [hosting(url) for url in ("ftp://a/b.png", "javascript:1", "https://[", "https://a/" + "b" * 2000)] == [None] * 4


# --- any message -------------------------------------------------------------------------------------------------------------
LETTERS = st.sampled_from(["a", "é", "ж", "ї", "č", "漢", "👩‍👩‍👧", "🫖", " ", "\n", "<", ">", '"', "\\", "&", "\x01", "1", ".", "*"])
SHORT = st.lists(LETTERS, max_size=30).map("".join)
LONG = st.builds(lambda piece, times: piece * times, SHORT, st.integers(0, 500))
TITLES = SHORT | st.builds(lambda piece, times: (piece * times)[:500], SHORT, st.integers(1, 50))
PAYLOADS = st.builds(lambda text: "q:" + text.encode()[:62].decode(errors="ignore"), st.text(max_size=62))
URLS = st.none() | st.none() | st.sampled_from(["https://shop.example/", "tel:+1", "https://shop.example/" + "x" * 600])
BUTTONS = st.builds(Button, TITLES, PAYLOADS, st.none() | SHORT, URLS)
KINDS = st.sampled_from(["image", "file", "audio", "video"])
MEDIA: st.SearchStrategy[Media] = st.builds(Media, KINDS, st.sampled_from([*FILES, "/none.png"]), TITLES, st.none() | SHORT)
CARDS = st.builds(Card, TITLES, TITLES, st.none() | MEDIA, st.lists(BUTTONS, max_size=3).map(tuple))
NEAT = st.builds(
    card, st.sampled_from(["Kettle", "Mug", "Чайник"]), st.sampled_from(["Buy", "Купити"]), subtitle=st.sampled_from(["", "1.7 l"])
)
PLACES = st.none() | st.builds(Location, st.floats(-90, 90), st.floats(-180, 180), SHORT)
MANY = st.builds(lambda some, times: (some * times)[:300], st.lists(BUTTONS, max_size=8), st.integers(1, 40))
MESSAGES = st.builds(
    Message,
    text=SHORT | LONG.map(lambda text: text[:20_000]),
    buttons=MANY.map(tuple),
    cards=(st.lists(CARDS, max_size=4) | st.lists(NEAT, max_size=9)).map(tuple),
    media=st.lists(MEDIA, max_size=3).map(tuple),
    location=PLACES,
    asks_contact=st.booleans(),
    language=st.sampled_from(["en", "ru", "uk", "sl"]),
)


def reachable(message: Message, made: list[Json]) -> None:
    """Every option is a tap that sends its payload, or a line that begins with its number."""
    sent = {body for part in made for _, body in taps(part)}
    sent |= {b["ActionBody"] for part in made for b in part.get("rich_media", {}).get("Buttons", ())}
    numbers = {int(n) for part in made for n in re.findall(r"^(\d{1,3})\.(?=\s|$)", part.get("text", ""), re.MULTILINE)}
    for number, option in enumerate(message.options, 1):
        assert option.payload in sent or number in numbers, f"option {number} cannot be reached"


def words(text: str) -> str:
    """Without white space, which cuts may take, and as buttons write it."""
    return "".join(text.split()).replace("<", "‹").replace(">", "›")


def said(made: list[Json]) -> str:
    texts: list[Any] = []
    for part in made:
        texts += [part.get("text", ""), part.get("file_name", "")]
        texts += [re.sub(r"</?b>|<br>", "", b.get("Text", "")) for b in part.get("rich_media", {}).get("Buttons", ())]
        texts += [title for title, _ in taps(part)]
    return words("".join(texts))


def whole(message: Message, made: list[Json]) -> None:
    """Every word is somewhere."""
    found = said(made)
    spoken = [message.text, *(b.title for b in message.buttons), *(m.alt for m in message.media)]
    spoken += [text for c in message.cards for text in (c.title, c.subtitle, *(b.title for b in c.buttons))]
    spoken += [b.description or "" for b in message.options]
    missing = [text for text in spoken if words(text) not in found]
    assert missing == []


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(MESSAGES)
def test_no_word_and_no_option_of_any_message_is_lost_and_every_part_is_within_the_limits(message: Message) -> None:
    made = parts(message)
    reachable(message, made)
    whole(message, made)
    assert all("keyboard" not in part for part in made[:-1])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(MESSAGES, max_size=3))
def test_a_welcome_has_everything_or_is_none(messages: list[Message]) -> None:
    part = welcome(messages, FILES.get)
    if part is None:
        return
    valid(part)
    for message in messages:
        reachable(message, [part])
        whole(message, [part])
