"""Viber's calls, recorded and made up, as updates and receipts."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.connector import Receipt
from bot.update import Update, UpdateKind
from connectors.viber.parse import BadBody, Parsed, parse

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SENT = datetime(2016, 3, 12, 6, 29, 57, 627000, tzinfo=UTC)
RECORDED = {line["id"]: line for line in map(json.loads, Path("tests/payloads/viber.jsonl").read_text("utf-8").splitlines())}
KINDS = {
    "conversation_started": UpdateKind.START,
    "doc_conversation_started": UpdateKind.START,
    "subscribed": UpdateKind.OTHER,
    "unsubscribed": UpdateKind.LEFT,
    "message_chat_extension": UpdateKind.TEXT,
    "message_picture": UpdateKind.MEDIA,
    "message_location": UpdateKind.TEXT,
    "message_file": UpdateKind.MEDIA,
    "message_sticker": UpdateKind.OTHER,
    "message_video": UpdateKind.MEDIA,
    "message_keyboard_reply": UpdateKind.TEXT,  # a payload, but none of ours
    "message_text_7000": UpdateKind.TEXT,
    "unknown_event": UpdateKind.OTHER,
}


def read(call: dict[str, Any]) -> Parsed:
    return parse(json.dumps(call).encode(), lambda: NOW)


def one(call: dict[str, Any]) -> Update:
    (update,) = read(call).updates
    return update


def message(content: dict[str, Any], **fields: Any) -> dict[str, Any]:
    sender = {"id": "A=", "name": "Ana Novak", "language": "sl"}
    return {"event": "message", "timestamp": 1457764197627, "message_token": 7, "sender": sender, "message": content} | fields


@pytest.mark.parametrize("line", RECORDED.values(), ids=lambda line: f"{line['id']}-{line['kind']}")
def test_every_recorded_call_is_understood(line: dict[str, Any]) -> None:
    parsed = read(line["payload"])
    if line["kind"] in ("delivered", "failed"):
        assert parsed.updates == ()
        assert [r.platform_id for r in parsed.receipts] == ["912661846655238145"]
        return
    (update,) = parsed.updates
    assert (update.kind, update.address, update.channel) == (KINDS[line["kind"]], "01234567890A=", "viber")
    assert update.sent_at == SENT


def test_a_token_keeps_every_digit() -> None:
    assert one(RECORDED["vb-010"]["payload"]).platform_id == "conversation_started:4912661846655238145"


def test_an_event_without_a_token_has_the_same_id_each_time_and_another_at_another_time() -> None:
    call = RECORDED["vb-007"]["payload"]
    assert one(call).platform_id == one(dict(call)).platform_id
    assert one(call | {"timestamp": 1457764197628}).platform_id != one(call).platform_id


def test_the_link_somebody_came_by_is_the_payload_of_the_start() -> None:
    parsed = read(RECORDED["vb-010"]["payload"])
    assert parsed.updates[0].payload == "context information"
    assert parsed.welcome


def test_somebody_who_is_subscribed_already_gets_no_welcome() -> None:
    assert not read(RECORDED["vb-001"]["payload"]).welcome


def test_name_and_language_are_the_senders() -> None:
    update = one(message({"type": "text", "text": "Dober dan"}))
    assert (update.name, update.locale, update.text, update.phone) == ("Ana Novak", "sl", "Dober dan", None)


@pytest.mark.parametrize(
    ("text", "silent", "kind"),
    [
        ("q:r1:size:xl", True, UpdateKind.BUTTON),
        ("q:r1:size:xl", False, UpdateKind.BUTTON),
        ("q:r1:city:New York", True, UpdateKind.BUTTON),
        ("q: is this a question?", False, UpdateKind.TEXT),
        ("https://shop.example/a", True, UpdateKind.OTHER),
        ("https://shop.example/a", False, UpdateKind.TEXT),
        ("   ", False, UpdateKind.OTHER),
    ],
)
def test_what_a_press_is_and_what_a_text(text: str, silent: bool, kind: UpdateKind) -> None:
    update = one(message({"type": "text", "text": text}, silent=silent))
    assert update.kind is kind
    if kind is UpdateKind.BUTTON:
        assert (update.payload, update.text) == (text, "")


def test_a_picture_brings_its_address_and_its_caption() -> None:
    update = one(RECORDED["vb-012"]["payload"])
    (file,) = update.attachments
    assert (update.text, file.kind, file.source, file.url) == ("look", "image", "https://dl-media.viber.com/x.jpg", "")
    assert (file.name, file.content_type, file.size) == ("x.jpg", "image/jpeg", 10001)


@pytest.mark.parametrize(
    ("number", "text"),
    [("38640123456", "+38640123456"), ("+38640123456", "+38640123456"), ("040 123 456", "040 123 456")],
)
def test_a_number_on_a_card_sent_by_hand_is_as_if_typed_and_nobody_vouches_for_it(number: str, text: str) -> None:
    update = one(message({"type": "contact", "contact": {"name": "Ana", "phone_number": number}}))
    assert (update.kind, update.text, update.phone) == (UpdateKind.TEXT, text, None)


def test_a_number_sent_silently_came_from_our_button_and_is_their_own() -> None:
    card = {"type": "contact", "contact": {"name": "Ana", "phone_number": "38640123456"}}
    update = one({**message(card), "silent": True})
    assert (update.text, update.phone) == ("+38640123456", "+38640123456")
    unreadable = one({**message({"type": "contact", "contact": {"phone_number": "040 123"}}), "silent": True})
    assert (unreadable.text, unreadable.phone) == ("040 123", None)


def test_a_card_without_a_number_is_ignored_with_the_reason() -> None:
    update = one(message({"type": "contact", "contact": {"name": "Ana"}}))
    assert (update.kind, update.payload) == (UpdateKind.OTHER, "a contact card without a number")


def test_a_place_can_be_opened_on_a_map() -> None:
    assert one(RECORDED["vb-013"]["payload"]).text == "https://www.openstreetmap.org/?mlat=50.76891&mlon=6.11499"


def test_a_link_somebody_shares_is_text() -> None:
    assert one(message({"type": "url", "media": "https://shop.example/a"})).text == "https://shop.example/a"


@pytest.mark.parametrize("content", [{"type": "rich_media"}, {"type": 5}, {"type": "picture"}, {"type": "location", "location": [1]}, {}])
def test_a_useless_message_is_kept_with_a_reason(content: dict[str, Any]) -> None:
    update = one(message(content))
    assert update.kind is UpdateKind.OTHER
    assert update.payload


def test_an_unknown_event_about_nobody_is_no_update() -> None:
    assert read({"event": "maintenance", "timestamp": 1}) == Parsed("maintenance")


def test_receipts_move_by_the_token_of_the_message() -> None:
    assert read(RECORDED["vb-003"]["payload"]).receipts == (Receipt("viber", "delivered", "912661846655238145"),)
    assert read(RECORDED["vb-003"]["payload"] | {"event": "seen"}).receipts == (Receipt("viber", "read", "912661846655238145"),)
    (failed,) = read(RECORDED["vb-004"]["payload"]).receipts
    assert (failed.state, failed.code, failed.reason) == ("failed", "failed", "failure desc")


def test_a_time_that_no_calendar_has_is_now() -> None:
    assert one(message({"type": "text", "text": "a"}, timestamp=10**30)).sent_at == NOW


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"message"',
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"event": 5}',
        b'{"event": "message"}',
        b'{"event": "delivered"}',
        b'{"event": "unsubscribed"}',
        b'{"event": "message", "message_token": 1, "sender": {"id": 5}, "message": {"type": "text", "text": "a"}}',
        b'{"event": "message", "message_token": 1, "sender": {"id": "A="}}',
        b'{"event": "message", "sender": {"id": "A="}, "message": {"type": "text", "text": "a"}}',
        b'{"event": "message", "message_token": true, "sender": {"id": "A="}, "message": {"type": "text", "text": "a"}}',
        b'{"event": "message", "message_token": 1.5, "sender": {"id": "A="}, "message": {"type": "text", "text": "a"}}',
        b'{"event": "message", "message_token": 1, "sender": {"id": "' + b"a" * 256 + b'"}, "message": {"type": "text", "text": "a"}}',
    ],
)
def test_what_is_not_vibers_is_refused(body: bytes) -> None:
    with pytest.raises(BadBody):
        parse(body, lambda: NOW)


ABOUT = ["event", "message", "sender", "user", "user_id", "message_token", "timestamp", "silent", "context", "subscribed", "desc"]
WITHIN = ["type", "text", "media", "contact", "location", "lat", "lon", "phone_number", "size", "file_name"]
FIELDS = [*ABOUT, *WITHIN]
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
TREES: st.SearchStrategy[Any] = st.deferred(lambda: st.lists(JSON, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=5))
JSON: st.SearchStrategy[Any] = LEAVES | TREES
EVENTS = st.sampled_from(["message", "conversation_started", "subscribed", "unsubscribed", "delivered", "seen", "failed", "webhook", "x"])


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), JSON), EVENTS)
def test_nothing_else_than_badbody_comes_out_of_any_json(call: dict[str, Any], event: str) -> None:
    try:
        parsed = read(call | {"event": event, "sender": {"id": "A="}, "message_token": 1})
    except BadBody:
        return
    for update in parsed.updates:
        assert update.address
        assert update.kind is not UpdateKind.OTHER or update.payload
