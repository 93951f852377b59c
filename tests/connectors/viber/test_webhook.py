"""The webhook over a real socket: what is proven goes in, nothing else is stored, and the platform learns when to repeat."""

from __future__ import annotations

import asyncio
import http.client
from urllib.parse import urlsplit

import pytest

from bot.connector import Receipt
from bot.message import Message
from bot.update import UpdateKind
from tests.connectors.viber.conftest import House
from tests.standins.viber_rules import Json, encode

TEXT: Json = {
    "event": "message",
    "timestamp": 1457764197627,
    "message_token": 4912661846655238145,
    "sender": {"id": "A=", "name": "Ana"},
    "message": {"type": "text", "text": "hello"},
}


async def post(house: House, body: bytes, signature: str | None = None) -> int:
    """A call with a right signature, or the one given."""
    status, _ = await house.viber.post_raw(house.url, body, house.viber.signature(body) if signature is None else signature)
    return status


async def test_a_signed_message_is_stored_before_it_is_answered(house: House) -> None:
    assert await post(house, encode(TEXT)) == 200
    assert [(u.kind, u.text, u.address) for u in house.desk.updates] == [(UpdateKind.TEXT, "hello", "A=")]


async def test_the_same_message_again_is_one_message(house: House) -> None:
    assert [await post(house, encode(TEXT)) for _ in range(3)] == [200, 200, 200]
    assert len(house.desk.updates) == 1


async def test_a_call_without_a_right_signature_is_refused_and_not_stored(house: House) -> None:
    body = encode(TEXT)
    right = house.viber.signature(body)
    wrong = [
        "",
        "0" * 64,
        right[:-1],
        right + "0",
        right.upper(),
        "\N{SNOWMAN}".encode().decode("latin-1"),
        house.viber.signature(body + b" "),
    ]
    assert [await post(house, body, signature) for signature in wrong] == [403] * len(wrong)
    assert (await house.viber.post_raw(house.url, body, None))[0] == 403
    assert await post(house, b"not json at all", "0" * 64) == 403
    assert house.desk.updates == []


async def test_a_changed_body_has_no_right_signature(house: House) -> None:
    right = house.viber.signature(encode(TEXT))
    assert await post(house, encode(TEXT).replace(b"hello", b"hullo"), right) == 403
    assert await post(house, encode(TEXT)[:-1], right) == 403
    assert house.desk.updates == []


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b"a=1&b=2", b"\xff", b'{"event":"message"}', b"[" * 100_000])
async def test_a_signed_body_that_is_not_vibers_is_a_bad_request(house: House, body: bytes) -> None:
    assert await post(house, body) == 400
    assert house.desk.updates == []


async def test_a_body_above_a_mebibyte_is_too_large(house: House) -> None:
    body = b" " * (1024 * 1024 + 1)
    assert await post(house, body) == 413
    assert await post(house, encode(TEXT) + b" " * 1_000_000) == 200


async def test_only_posts_are_taken(house: House) -> None:
    def get() -> int:
        parts = urlsplit(house.url)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=2)
        connection.request("GET", parts.path)
        status = connection.getresponse().status
        connection.close()
        return status

    assert await asyncio.to_thread(get) == 405


async def test_a_sender_who_floods_is_told_when_to_come_back(house: House) -> None:
    house.desk.busy = 6.2
    assert await post(house, encode(TEXT)) == 429
    assert house.desk.updates == []


async def test_what_cannot_be_stored_is_asked_for_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> int:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(house.desk, "accept", broken)
        assert await post(house, encode(TEXT)) == 503
        patch.setattr(house.desk, "report", broken)
        assert await post(house, encode(TEXT | {"event": "seen"})) == 503
    status, _ = await house.viber.post(TEXT)
    assert status == 200
    assert len(house.desk.updates) == 1


async def test_an_unknown_event_is_kept_with_its_reason(house: House) -> None:
    assert await post(house, encode({"event": "client_status", "timestamp": 1, "message_token": 5, "user": {"id": "A="}})) == 200
    assert [(u.kind, u.payload) for u in house.desk.updates] == [(UpdateKind.OTHER, "unknown event client_status")]


async def test_a_phones_doings_arrive(house: House) -> None:
    phone = house.viber.phone()
    await phone.says("Hello")
    await phone.shows("my kettle")
    await phone.sends({"type": "sticker", "sticker_id": 46105})
    await phone.unsubscribes()
    await phone.subscribes()
    kinds = [u.kind for u in house.desk.updates]
    assert kinds == [UpdateKind.TEXT, UpdateKind.MEDIA, UpdateKind.OTHER, UpdateKind.LEFT, UpdateKind.OTHER]
    assert len({u.platform_id for u in house.desk.updates}) == 5


async def test_receipts_are_reported_and_not_stored_as_updates(house: House) -> None:
    phone = house.viber.phone()
    phone.subscribed = True
    (token,) = await house.say(Message("Hello"))
    await house.viber.settle()
    await phone.reads()
    assert house.desk.reports == [Receipt("viber", "delivered", token), Receipt("viber", "read", token)]
    assert house.desk.updates == []
