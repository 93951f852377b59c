"""What Telegram sends, as updates: recorded payloads, and what the specification allows."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.update import Attachment, Update, UpdateKind
from connectors.telegram.parse import IGNORED, USED, parse
from tests.connectors.telegram.shop import NOW
from tests.standins.telegram_rules import spec

RECORDED = [json.loads(line) for line in (Path(__file__).parents[2] / "payloads" / "telegram.jsonl").read_text("utf-8").splitlines()]
WHO = {"id": 9, "is_bot": False, "first_name": "Ana", "last_name": "Novak", "language_code": "sl"}
CHAT = {"id": 9, "type": "private", "first_name": "Ana"}


def parsed(raw: dict[str, Any]) -> Update:
    return parse(raw, raw["update_id"], NOW)


def message(kind: str = "message", **body: Any) -> Update:
    base = {"message_id": 3, "date": 1_700_000_000, "from": WHO, "chat": CHAT}
    return parsed({"update_id": 77, kind: base | body})


EXPECTED: dict[str, tuple[UpdateKind, str]] = {
    "tg-003": (UpdateKind.MEDIA, ""),
    "tg-004": (UpdateKind.MEDIA, ""),
    "tg-006": (UpdateKind.TEXT, "😡"),
    "tg-007": (UpdateKind.MEDIA, ""),
    "tg-009": (UpdateKind.OTHER, "not a private chat: group"),
    "tg-010": (UpdateKind.OTHER, "not a private chat: supergroup"),
    "tg-012": (UpdateKind.OTHER, "not a private chat: supergroup"),
    "tg-013": (UpdateKind.OTHER, "not a private chat: supergroup"),
    "tg-015": (UpdateKind.OTHER, "not a private chat: supergroup"),
    "tg-016": (UpdateKind.TEXT, "El Psy Kongroo"),
    "tg-018": (UpdateKind.OTHER, "a reaction"),
    "tg-019": (UpdateKind.TEXT, "hello there"),
    "tg-021": (UpdateKind.OTHER, "not a private chat: supergroup"),
    "tg-022": (UpdateKind.OTHER, "not a private chat: supergroup"),
    "tg-024": (UpdateKind.LEFT, ""),
    "tg-025": (UpdateKind.TEXT, "test"),
    "tg-027": (UpdateKind.MEDIA, ""),
    "tg-028": (UpdateKind.MEDIA, ""),
    "tg-030": (UpdateKind.MEDIA, ""),
    "tg-031": (UpdateKind.MEDIA, ""),
    "tg-033": (UpdateKind.BUTTON, "Data from button callback"),
    "tg-034": (UpdateKind.OTHER, "an inline query"),
    "tg-036": (UpdateKind.TEXT, "+38640555001"),
    "tg-037": (UpdateKind.OTHER, "not a private chat: supergroup"),
    "tg-039": (UpdateKind.EDIT, "order 1002 not 1001"),
    "tg-040": (UpdateKind.BUTTON, "ord:1002:status"),
    "tg-042": (UpdateKind.LEFT, ""),
    "tg-043": (UpdateKind.TEXT, "📍 51.5, -0.2"),
}


@pytest.mark.parametrize("recorded", [r for r in RECORDED if "update_id" in r["payload"]], ids=lambda r: r["id"])
def test_every_recorded_payload_becomes_what_it_is(recorded: dict[str, Any]) -> None:
    update = parsed(recorded["payload"])
    kind, words = EXPECTED[recorded["id"]]
    assert update.kind is kind
    assert (update.payload if kind in (UpdateKind.OTHER, UpdateKind.BUTTON) else update.text) == words
    assert update.channel == "telegram"


def test_a_recorded_message_that_is_too_old_to_be_shown_still_says_whose_button_was_pressed() -> None:
    (old,) = [r["payload"] for r in RECORDED if r["kind"] == "message_inaccessible_body"]
    update = parsed({"update_id": 1, "callback_query": {"id": "1", "from": WHO, "data": "q:do:back", "message": old}})
    assert (update.kind, update.address, update.payload, update.text) == (UpdateKind.BUTTON, "42", "q:do:back", "")


# --- who, where, when --------------------------------------------------------------------------------------------------------
def test_a_message_says_who_wrote_what_when() -> None:
    update = message(text="Kje je naročilo 1002?")
    assert update == Update(
        channel="telegram",
        platform_id="m9:3",
        address="9",
        kind=UpdateKind.TEXT,
        sent_at=datetime.fromtimestamp(1_700_000_000, UTC),
        text="Kje je naročilo 1002?",
        name="Ana Novak",
        locale="sl",
    )


def test_an_edit_names_the_message_it_changes_and_is_an_update_of_its_own() -> None:
    update = message("edited_message", text="1002", edit_date=1_700_000_060)
    assert (update.kind, update.edits, update.platform_id) == (UpdateKind.EDIT, "m9:3", "u77")
    assert update.sent_at == datetime.fromtimestamp(1_700_000_060, UTC)
    assert message("edited_message", caption="the left one", photo=[{"file_id": "f"}]).text == "the left one"


def test_a_live_location_that_moves_is_no_edit() -> None:
    assert message("edited_message", location={"latitude": 1, "longitude": 2}).kind is UpdateKind.OTHER


def test_ids_of_fifty_two_bits_are_kept_exactly() -> None:
    update = parsed({"update_id": 2**60 + 1, "message": {"message_id": 1, "chat": CHAT | {"id": 2**52 - 1}, "text": "x"}})
    assert update.address == "4503599627370495"


def test_a_person_without_a_name_or_language_has_none() -> None:
    update = parsed({"update_id": 1, "message": {"message_id": 1, "chat": CHAT, "text": "x"}})
    assert (update.name, update.locale, update.sent_at) == (None, None, NOW)


def test_what_another_bot_writes_is_ignored() -> None:
    update = parsed({"update_id": 1, "message": {"message_id": 1, "chat": CHAT, "from": WHO | {"is_bot": True}, "text": "x"}})
    assert (update.kind, update.payload) == (UpdateKind.OTHER, "written by a bot")


# --- words -------------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("said", "kind", "text", "payload"),
    [
        ("/start", UpdateKind.TEXT, "/start", ""),
        ("/start@LipaShopBot", UpdateKind.TEXT, "/start", ""),
        ("/start Ab_-9", UpdateKind.START, "", "Ab_-9"),
        ("/start@LipaShopBot Ab9", UpdateKind.START, "", "Ab9"),
        ("/start two words", UpdateKind.TEXT, "/start two words", ""),
        ("/start " + "a" * 65, UpdateKind.TEXT, "/start " + "a" * 65, ""),
        ("/help@LipaShopBot", UpdateKind.TEXT, "/help", ""),
        ("write to ana@example.com", UpdateKind.TEXT, "write to ana@example.com", ""),
        ("half \ud83d of a sign\0", UpdateKind.TEXT, "half ? of a sign", ""),
    ],
)
def test_commands_and_words(said: str, kind: UpdateKind, text: str, payload: str) -> None:
    update = message(text=said)
    assert (update.kind, update.text, update.payload) == (kind, text, payload)


def test_a_contact_is_a_proof_only_when_it_is_the_senders_own() -> None:
    own = message(contact={"phone_number": "386 40 123 456", "first_name": "Ana", "user_id": 9})
    assert (own.kind, own.text, own.phone) == (UpdateKind.TEXT, "+38640123456", "+38640123456")
    for stranger in ({"user_id": 10}, {}, {"user_id": "9"}):
        others = message(contact={"phone_number": "+38640123456", "first_name": "Eva", **stranger})
        assert (others.kind, others.text, others.phone) == (UpdateKind.TEXT, "+38640123456", None)
    national = message(contact={"phone_number": "040123456", "first_name": "Ana", "user_id": 9})
    assert (national.text, national.phone) == ("040123456", None)
    assert message(contact={}).kind is UpdateKind.OTHER


def test_a_place_is_said_in_words() -> None:
    spot = {"latitude": 46.05, "longitude": 14.5}
    assert message(location=spot).text == "📍 46.05, 14.5"
    venue = {"location": spot, "title": "BTC City", "address": "Šmartinska 152"}
    assert message(venue=venue, location=spot).text == "📍 BTC City, Šmartinska 152 (46.05, 14.5)"


def test_a_sticker_is_its_emoji_and_no_file() -> None:
    update = message(sticker={"file_id": "s", "emoji": "👍"})
    assert (update.kind, update.text, update.attachments) == (UpdateKind.TEXT, "👍", ())


def test_what_has_neither_words_nor_files_says_what_it_was() -> None:
    assert message(dice={"value": 3}).payload == "a message without words or files: dice"
    assert message(pinned_message={}).payload == "a message without words or files: pinned_message"
    assert message().payload == "a message without words or files: nothing"


# --- files -------------------------------------------------------------------------------------------------------------------
def test_of_a_photo_the_largest_size_is_taken_wherever_it_stands() -> None:
    sizes = [{"file_id": "large", "width": 800, "height": 600, "file_size": 5}, {"file_id": "small", "width": 90, "height": 60}]
    update = message(photo=sizes, caption="broken", media_group_id="g1")
    assert (update.kind, update.text, update.album) == (UpdateKind.MEDIA, "broken", "g1")
    assert update.attachments == (Attachment("image", content_type="image/jpeg", size=5, source="large"),)


@pytest.mark.parametrize(
    ("field", "given", "expected"),
    [
        ("document", {"file_name": "a.pdf", "mime_type": "application/pdf"}, Attachment("file", "", "a.pdf", "application/pdf", 0, "f")),
        ("document", {"file_name": "a.png", "mime_type": "image/png"}, Attachment("image", "", "a.png", "image/png", 0, "f")),
        ("voice", {"file_size": 7}, Attachment("audio", "", "", "audio/ogg", 7, "f")),
        ("audio", {"mime_type": "audio/mpeg"}, Attachment("audio", "", "", "audio/mpeg", 0, "f")),
        ("video", {"mime_type": "video/mp4"}, Attachment("video", "", "", "video/mp4", 0, "f")),
        ("video_note", {}, Attachment("video", "", "", "video/mp4", 0, "f")),
        ("animation", {"mime_type": "video/mp4"}, Attachment("video", "", "", "video/mp4", 0, "f")),
    ],
)
def test_every_kind_of_file_is_an_attachment_by_its_id(field: str, given: dict[str, Any], expected: Attachment) -> None:
    body: dict[str, Any] = {field: {"file_id": "f", **given}}
    assert message("message", **body).attachments == (expected,)


def test_an_animation_is_taken_once_though_telegram_sends_it_as_a_document_too() -> None:
    update = message(animation={"file_id": "a"}, document={"file_id": "a"})
    assert [a.kind for a in update.attachments] == ["video"]


# --- buttons and membership --------------------------------------------------------------------------------------------------
def pressed(**query: Any) -> Update:
    return parsed({"update_id": 5, "callback_query": {"id": "1", "from": WHO, "data": "q:do:back", **query}})


def test_a_pressed_button_brings_its_payload_and_title_without_our_mark() -> None:
    rows = [[{"text": "Other", "callback_data": "q:do:x"}], [{"text": "✓ Back", "callback_data": "q:do:back"}]]
    update = pressed(message={"message_id": 4, "date": 5, "chat": CHAT, "reply_markup": {"inline_keyboard": rows}})
    assert (update.kind, update.payload, update.text, update.address, update.platform_id) == (
        UpdateKind.BUTTON,
        "q:do:back",
        "Back",
        "9",
        "u5",
    )


def test_a_button_without_its_message_is_whose_finger_it_was() -> None:
    update = pressed(inline_message_id="x")
    assert (update.kind, update.address, update.text) == (UpdateKind.BUTTON, "9", "")


def test_a_button_without_data_or_outside_a_private_chat_is_ignored() -> None:
    assert pressed(data=None).kind is UpdateKind.OTHER
    assert pressed(message={"message_id": 1, "date": 1, "chat": {"id": -5, "type": "group"}}).kind is UpdateKind.OTHER


@pytest.mark.parametrize(("status", "kind"), [("kicked", UpdateKind.LEFT), ("left", UpdateKind.LEFT), ("member", UpdateKind.START)])
def test_blocking_and_coming_back(status: str, kind: UpdateKind) -> None:
    assert message("my_chat_member", new_chat_member={"status": status}).kind is kind


# --- everything else ---------------------------------------------------------------------------------------------------------
def test_every_kind_of_the_specification_is_known() -> None:
    kinds = {field[0] for field in spec()["types"]["Update"]["fields"]} - {"update_id"}
    assert len(kinds) == 25
    assert kinds == {*USED, *IGNORED}


@pytest.mark.parametrize("kind", sorted(IGNORED))
def test_every_other_kind_is_kept_with_its_reason(kind: str) -> None:
    update = parsed({"update_id": 1, kind: {"chat": {"id": -7, "type": "group"}, "text": "x"}})
    assert (update.kind, update.payload, update.address) == (UpdateKind.OTHER, IGNORED[kind], "-7")


def test_a_kind_of_tomorrow_is_kept_too() -> None:
    assert parsed({"update_id": 1, "hologram": {}}).payload == "an unknown kind of update: hologram"
    assert parsed({"update_id": 1}).payload == "an unknown kind of update: nothing"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_FIELDS = ("message_id", "date", "edit_date", "from", "chat", "text", "caption", "photo", "document", "contact", "location", "venue")
_SHAPES = st.fixed_dictionaries({"chat": _JSON | st.just(CHAT)}, optional={f: _JSON for f in (*_FIELDS, "sticker") if f != "chat"})
_QUERIES = st.fixed_dictionaries({}, optional={"from": _JSON | st.just(WHO), "data": _JSON, "message": _SHAPES})


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from([*USED, "channel_post", "poll"]), body=_SHAPES | _QUERIES | _JSON)
def test_nothing_that_comes_breaks_the_parser(kind: str, body: Any) -> None:
    update = parsed({"update_id": 1, kind: body})
    update.text.encode()
    assert update.kind is not UpdateKind.OTHER or update.payload
    assert update.kind is UpdateKind.OTHER or update.address
