"""Messages as calls: examples, and the property that nothing is lost and nothing is too large, whatever the message."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.layout import utf16
from bot.message import Button, Card, Location, Media, Message
from connectors.telegram import limits
from connectors.telegram.labels import COMMANDS, LABELS
from connectors.telegram.media import Site
from connectors.telegram.render import FIELDS, Call, render
from tests.standins.telegram_rules import check_markup, read_fields, shown

SITE = Site(lambda path: Path("/nowhere") / path[1:] if path.startswith("/shop/") else None, None, "Lipa")


def calls(message: Message, site: Site = SITE) -> tuple[Call, ...]:
    return render(message, site)


def taps(call: Call) -> list[dict[str, str]]:
    markup = call.fields.get("reply_markup") or {}
    return [button for row in markup.get("inline_keyboard", []) for button in row]


def said(call: Call) -> str:
    return str(call.fields.get("text") or call.fields.get("caption") or "")


def options(count: int, title: str = "Option number {}") -> tuple[Button, ...]:
    return tuple(Button(title.format(n), f"q:r:k:{n}") for n in range(1, count + 1))


# --- words and buttons -------------------------------------------------------------------------------------------------------
def test_a_text_is_one_call_without_markup_or_preview() -> None:
    assert calls(Message("5 < 6 & *so* <b>on</b>")) == (
        Call("sendMessage", {"text": "5 < 6 & *so* <b>on</b>", "link_preview_options": {"is_disabled": True}}),
    )


def test_nothing_to_say_is_no_call() -> None:
    assert calls(Message()) == ()
    assert calls(Message(" \n\u200b\u2800")) == ()


def test_long_options_have_a_row_each_and_short_ones_share_it() -> None:
    (long,) = calls(Message("Which?", buttons=options(3)))
    assert [len(row) for row in long.fields["reply_markup"]["inline_keyboard"]] == [1, 1, 1]
    (short,) = calls(Message("Which?", buttons=options(3, "N {}")))
    assert [len(row) for row in short.fields["reply_markup"]["inline_keyboard"]] == [2, 1]


def test_more_than_a_hundred_options_are_even_pages() -> None:
    pages = calls(Message("Which?", buttons=options(250)))
    assert [len(taps(page)) for page in pages] == [83, 83, 84]
    assert [said(page) for page in pages] == ["Which?", "More options:", "More options:"]


def test_a_keyboard_too_heavy_for_telegram_is_parted_though_its_buttons_are_few() -> None:
    heavy = tuple(Button(f"{n} " + "ж" * 60, f"q:{n}:" + "x" * 55) for n in range(90))
    pages = calls(Message("Which?", buttons=heavy))
    assert len(pages) > 1
    assert sum(len(taps(page)) for page in pages) == 90


def test_a_title_too_long_for_a_button_stands_in_full_in_the_text_with_its_number() -> None:
    title = "A very long name " * 8
    (call,) = calls(Message("Which?", buttons=(Button("Mug", "q:a"), Button(title, "q:b", "blue"))))
    assert said(call) == f"Which?\n\n2. {title.strip()} (blue)"
    assert taps(call)[1]["callback_data"] == "q:b"
    assert taps(call)[1]["text"].endswith("…")


def test_options_alike_get_their_numbers() -> None:
    (call,) = calls(Message("Which?", buttons=(Button("Mug", "q:a"), Button("Mug", "q:b"))))
    assert [tap["text"] for tap in taps(call)] == ["1. Mug", "2. Mug"]


def test_what_telegram_would_not_take_as_data_is_a_numbered_line() -> None:
    (call,) = calls(Message("Which?", buttons=(Button("Mug", "q:" + "ж" * 32), Button("Lamp", "q:b"), Button("Pot", ""))))
    assert said(call) == "Which?\n\n1. Mug\n3. Pot"
    assert [tap["callback_data"] for tap in taps(call)] == ["q:b"]


def test_buttons_without_words_get_a_sentence_in_the_language_of_the_message() -> None:
    (call,) = calls(Message(buttons=options(2), language="sl"))
    assert said(call) == "Prosimo, izberite:"


def test_links_are_buttons_where_telegram_takes_them_and_words_where_not() -> None:
    buttons = (
        Button("Track", "", url="https://post.example/x?y=1"),
        Button("Here", "", url="http://localhost:8080/a"),
        Button("There", "", "soon", url="/orders"),
    )
    (call,) = calls(Message("Your parcel", buttons=buttons))
    assert taps(call) == [{"text": "Track", "url": "https://post.example/x?y=1"}]
    assert said(call) == "Your parcel\n\nHere: http://localhost:8080/a\nThere (soon): /orders"


# --- pictures, cards, places -------------------------------------------------------------------------------------------------
MUG = Media("image", "/shop/mug.png", alt="A blue mug")


def test_one_picture_carries_the_words_and_buttons() -> None:
    (call,) = calls(Message("Is it this one?", options(2), media=(MUG,)))
    assert (call.method, said(call), call.media, len(taps(call))) == ("sendPhoto", "Is it this one?", (MUG,), 2)
    assert call.instead is not None
    assert (call.instead.method, said(call.instead), taps(call.instead)) == ("sendMessage", "Is it this one?", taps(call))


def test_words_too_long_for_a_caption_follow_the_picture() -> None:
    first, second = calls(Message("word " * 300, options(2), media=(MUG,)))
    assert (first.method, said(first), taps(first)) == ("sendPhoto", "A blue mug", [])
    assert (second.method, len(taps(second))) == ("sendMessage", 2)


@pytest.mark.parametrize(("count", "groups"), [(2, [2]), (10, [10]), (11, [5, 6]), (21, [7, 7, 7])])
def test_several_pictures_are_even_albums(count: int, groups: list[int]) -> None:
    found = calls(Message("Our mugs", media=(MUG,) * count))
    assert [len(call.media) for call in found[:-1]] == groups
    assert {call.method for call in found[:-1]} == {"sendMediaGroup"}
    assert said(found[-1]) == "Our mugs"


def test_a_picture_that_cannot_be_sent_is_said() -> None:
    (call,) = calls(Message("Look", media=(Media("image", "/elsewhere/mug.png", alt="A blue mug"),)))
    assert (call.method, said(call)) == ("sendMessage", "Look\nA blue mug")
    (call,) = calls(Message("Look", media=(Media("image", "/elsewhere/mug.png"),)), Site(lambda _: None, "https://shop.example"))
    assert call.method == "sendPhoto"


def test_files_go_by_their_kind() -> None:
    media = tuple(Media(kind, "/shop/x", alt="Label", name="x.pdf") for kind in ("file", "audio", "video"))
    assert [call.method for call in calls(Message(media=media))] == ["sendDocument", "sendAudio", "sendVideo"]


def test_each_card_is_a_message_with_its_own_buttons_and_a_bold_title() -> None:
    cards = (Card("Mug", "12 €", MUG, options(1)), Card("Lamp 💡", "40 €", buttons=(Button("Take it", "q:x"),)))
    intro, mug, lamp, rest = calls(Message("Choose", (Button("None", "q:n"),), cards))
    assert (said(intro), said(mug), said(lamp), said(rest)) == ("Choose", "Mug\n12 €", "Lamp 💡\n40 €", "Please choose:")
    assert mug.fields["caption_entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    assert lamp.fields["entities"] == [{"type": "bold", "offset": 0, "length": 7}]  # UTF-16: the lamp is two
    assert mug.instead is not None
    assert mug.instead.fields["entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    assert [len(taps(call)) for call in (intro, mug, lamp, rest)] == [0, 1, 1, 1]


def test_a_place_with_a_name_is_a_venue_and_one_without_a_pin() -> None:
    (venue,) = calls(Message(location=Location(46.05, 14.5, "BTC City, Šmartinska 152")))
    assert venue == Call("sendVenue", {"latitude": 46.05, "longitude": 14.5, "title": "BTC City", "address": "Šmartinska 152"})
    (pin,) = calls(Message(location=Location(46.05, 14.5)))
    assert pin.method == "sendLocation"
    (nowhere,) = calls(Message(location=Location(float("nan"), 400, "Atlantis")))
    assert (nowhere.method, said(nowhere)) == ("sendMessage", "Atlantis\nnan, 400")


# --- the phone number --------------------------------------------------------------------------------------------------------
def test_asking_for_a_number_puts_the_button_under_the_words_or_in_a_message_of_its_own() -> None:
    (alone,) = calls(Message("Your number, please", asks_contact=True, language="uk"))
    key = alone.fields["reply_markup"]["keyboard"][0][0]
    assert key == {"text": "📱 Надіслати мій номер", "request_contact": True}
    first, second = calls(Message("Your number, please", options(1), asks_contact=True))
    assert taps(first)
    assert second.fields["reply_markup"]["one_time_keyboard"] is True
    assert said(second) == "Tap the button below to share your phone number with Lipa, or type it."


def test_every_label_is_there_in_every_language() -> None:
    assert {*LABELS} == {"en", "ru", "uk", "sl"}
    assert len({frozenset(labels) for labels in LABELS.values()}) == 1
    assert all(1 <= len(labels[command]) <= 256 for labels in LABELS.values() for command in COMMANDS)


# --- whatever the message ----------------------------------------------------------------------------------------------------
_LETTERS = st.text(st.characters(codec="utf-16"), max_size=40) | st.sampled_from(["", " ", "\u200b", "👩‍👩‍👧 ok", "Ж" * 500, "naročilo"])
_TITLES = _LETTERS | st.sampled_from(["A title of many words " * 25, "x" * 500])
_TEXTS = _LETTERS | st.sampled_from(["A sentence of words. " * 952, "слово " * 3333, "🙂" * 10_000, "x" * 20_000])
_URLS = st.none() | st.sampled_from(["https://shop.example/a", "/orders/1", "javascript:x", "https://[", "http://localhost/"])
_BUTTONS = st.builds(
    Button, _TITLES, st.integers(0, 999).map("q:r:k:{}".format) | st.sampled_from(["", "q:" + "ж" * 40]), st.none() | _LETTERS, _URLS
)
_MANY = st.lists(_BUTTONS, max_size=6) | st.integers(7, 300).flatmap(
    lambda n: _TITLES.map(lambda t: [Button(f"{i} {t}", f"q:{i}") for i in range(n)])
)
_MEDIA = st.builds(
    Media,
    st.sampled_from(["image", "file", "audio", "video"]),
    st.sampled_from(["/shop/a.png", "/gone.png", "https://cdn.example/a.png", "ftp://x", ""]),
    _TITLES,
    st.none() | _LETTERS,
)
_CARDS = st.builds(
    Card, _TITLES, _TITLES, st.none() | _MEDIA.map(lambda m: Media("image", m.url, m.alt)), st.lists(_BUTTONS, max_size=4).map(tuple)
)
_PLACES = st.none() | st.builds(Location, st.floats(), st.floats(-180, 180), _TITLES)
MESSAGES = st.builds(
    Message,
    _TEXTS,
    _MANY.map(tuple),
    st.lists(_CARDS, max_size=3).map(tuple),
    st.lists(_MEDIA, max_size=12).map(tuple),
    _PLACES,
    st.booleans(),
    language=st.sampled_from(["en", "ru", "uk", "sl"]),
)


@settings(max_examples=120, deadline=None)
@given(MESSAGES)
def test_whatever_the_message_every_call_is_within_the_rules_and_nothing_is_lost(message: Message) -> None:
    found = calls(message)
    for call in (*found, *(call.instead for call in found if call.instead)):
        _within_the_rules(call)
    everything = _letters("".join(said(call) + "".join(str(call.fields.get(f, "")) for f in ("title", "address")) for call in found))
    buttons = everything + "".join(_letters(tap["text"]) for call in found for tap in taps(call))
    reachable = {tap.get("callback_data") for call in found for tap in taps(call)}
    lines = {line for call in found for line in said(call).splitlines()}
    for place, option in enumerate(message.options, 1):
        assert option.payload in reachable or any(line.startswith(f"{place}.") for line in lines)
    assert {data for data in reachable if data is not None} <= {option.payload for option in message.options}
    place_name = message.location.label if message.location else ""
    for text in (message.text, place_name, *(card.title for card in message.cards), *(card.subtitle for card in message.cards)):
        assert _letters(text) in everything
    for button in (*message.buttons, *(button for card in message.cards for button in card.buttons)):
        assert _letters(button.title) in buttons


def _within_the_rules(call: Call) -> None:
    uploads = {"sendMediaGroup": "media"}.get(call.method) or (FIELDS[call.media[0].kind] if call.media else None)
    raw = {"chat_id": "5", **{k: v if isinstance(v, str) else json.dumps(v) for k, v in call.fields.items()}}
    if uploads:
        raw[uploads] = "[]" if uploads == "media" else "id"
    fields: dict[str, Any] = read_fields(call.method, raw, {})
    check_markup(fields.get("reply_markup"))
    if call.method == "sendMessage":
        shown(fields["text"], fields, limits.TEXT)
    elif "caption" in fields:
        shown(fields["caption"], fields, limits.CAPTION)
    if call.method == "sendMediaGroup":
        assert 2 <= len(call.media) <= 10
    assert utf16(str(fields.get("text", ""))) <= limits.TEXT


def _letters(text: str) -> str:
    """What must not get lost: a text may be cut and numbered, but its letters stay, in their order."""
    return "".join(filter(str.isalnum, text))
