"""What reaches the desk through the webhooks, and everything that must not."""

from __future__ import annotations

import io
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.update import UpdateKind
from tests.connectors.whatsapp.conftest import ANA, PUBLIC, Opened, World
from tests.standins.twilio import ACCOUNT, SENDER, TOKEN, Twilio

PATH = "/webhooks/whatsapp"
FORM = {
    "MessageSid": "SM00000000000000000000000000000001",
    "AccountSid": ACCOUNT,
    "From": f"whatsapp:{ANA}",
    "To": f"whatsapp:{SENDER}",
    "Body": "Hello",
    "NumMedia": "0",
}
URLENCODED = "application/x-www-form-urlencoded"


async def post(world: World, body: bytes, *, path: str = PATH, kind: str = URLENCODED, **headers: str) -> tuple[int, str, str]:
    sent = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in headers.items()}
    async with aiohttp.ClientSession() as session, session.post(world.server + path, data=io.BytesIO(body), headers=sent) as answer:
        return answer.status, answer.content_type, await answer.text()


def signed(form: dict[str, str] | None = None, *, path: str = PATH, token: str = TOKEN) -> str:
    return Twilio().sign(PUBLIC + path, (form or FORM).items(), secret=token)


async def test_a_signed_message_is_stored_and_answered_with_empty_twiml(world: World) -> None:
    status, kind, text = await post(world, urlencode(FORM).encode(), X_Twilio_Signature=signed())
    assert (status, kind) == (200, "text/xml")
    assert text.endswith("<Response/>")
    (update,) = world.desk.updates
    assert (update.text, update.address, update.phone, update.sent_at) == ("Hello", ANA, ANA, world.clock())


async def test_the_same_message_again_is_one_update(world: World) -> None:
    for _ in range(2):
        assert (await post(world, urlencode(FORM).encode(), X_Twilio_Signature=signed()))[0] == 200
    assert len(world.desk.updates) == 1


@pytest.mark.parametrize("port", ["", ":443"])
async def test_the_signature_may_name_the_port(world: World, port: str) -> None:
    signature = Twilio().sign(f"{PUBLIC}{port}{PATH}", FORM.items())
    assert (await post(world, urlencode(FORM).encode(), X_Twilio_Signature=signature))[0] == 200


async def test_unknown_fields_and_a_query_are_signed_too(world: World) -> None:
    form, path = FORM | {"ExternalUserId": "x", "Empty": ""}, PATH + "?shop=1&x=%20"
    assert (await post(world, urlencode(form).encode(), path=path, X_Twilio_Signature=signed(form, path=path)))[0] == 200


async def test_a_field_that_comes_twice_is_signed_with_both_values(world: World) -> None:
    fields = [*FORM.items(), ("Extra", "b"), ("Extra", "a")]
    signature = Twilio().sign(PUBLIC + PATH, fields)
    assert (await post(world, urlencode(fields).encode(), X_Twilio_Signature=signature))[0] == 200


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (urlencode(FORM).encode(), {}, 403),  # missing
        (urlencode(FORM).encode(), {"X_Twilio_Signature": ""}, 403),
        (urlencode(FORM).encode(), {"X_Twilio_Signature": signed(token="guessed")}, 403),  # forged
        (urlencode(FORM | {"Body": "Refund me"}).encode(), {"X_Twilio_Signature": signed()}, 403),  # tampered
        (urlencode(FORM).encode()[:-9], {"X_Twilio_Signature": signed()}, 403),  # truncated
        (urlencode(FORM).encode() + b"&NumMedia=1", {"X_Twilio_Signature": signed()}, 403),  # added to
        (urlencode(FORM).encode(), {"X_Twilio_Signature": signed(path="/elsewhere")}, 403),  # of another address
        (b"\xff\xfe=%ff", {"X_Twilio_Signature": signed()}, 403),
        (b"", {"X_Twilio_Signature": signed()}, 403),
        (urlencode(FORM).encode(), {"X_Twilio_Signature": signed(), "kind": "application/json"}, 400),  # not a form
        (b"&".join(b"a=1" for _ in range(600)), {"X_Twilio_Signature": signed()}, 400),
        (b"a=" + b"x" * 1024 * 1024, {"X_Twilio_Signature": signed()}, 413),
    ],
)
async def test_an_attack_stores_nothing(world: World, body: bytes, headers: dict[str, str], status: int) -> None:
    assert (await post(world, body, **headers))[0] == status
    assert world.desk.updates == []


async def test_forwarded_headers_change_nothing(world: World) -> None:
    signature = Twilio().sign("https://evil.example" + PATH, FORM.items())
    forwarded = {"X_Forwarded_Host": "evil.example", "X_Forwarded_Proto": "https"}
    assert (await post(world, urlencode(FORM).encode(), X_Twilio_Signature=signature, **forwarded))[0] == 403
    assert (await post(world, urlencode(FORM).encode(), X_Twilio_Signature=signed(), **forwarded))[0] == 200


async def test_a_message_cannot_be_replayed_to_the_other_webhook(world: World) -> None:
    signature = signed()
    assert (await post(world, urlencode(FORM).encode(), path=PATH + "/status", X_Twilio_Signature=signature))[0] == 403


@pytest.mark.parametrize("missing", ["MessageSid", "From"])
async def test_a_signed_form_that_is_no_message_stores_nothing(world: World, missing: str) -> None:
    form = {k: v for k, v in FORM.items() if k != missing}
    assert (await post(world, urlencode(form).encode(), X_Twilio_Signature=signed(form)))[0] == 400
    assert world.desk.updates == []


async def test_another_account_is_refused_even_when_signed(world: World) -> None:
    form = FORM | {"AccountSid": "AC" + "9" * 32}
    assert (await post(world, urlencode(form).encode(), X_Twilio_Signature=signed(form)))[0] == 403
    assert world.desk.updates == []


async def test_only_posts_are_taken(world: World) -> None:
    async with aiohttp.ClientSession() as session, session.get(world.server + PATH) as answer:
        assert answer.status == 405


async def test_a_shared_key_signs_with_sha256(opened: Opened) -> None:
    settings = "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256"
    signature = Twilio().sign(PUBLIC + PATH, FORM.items(), secret="shared-key", algorithm="sha256")
    headers = {"X_Twilio_Signature": signature, "X_Twilio_Webhooks_Signature_Settings": settings}
    async with opened(signing_key="shared-key") as world:
        assert (await post(world, urlencode(FORM).encode(), **headers))[0] == 200
        odd = headers | {"X_Twilio_Webhooks_Signature_Settings": "key=1,algorithm=NONE"}
        assert (await post(world, urlencode(FORM).encode(), **odd))[0] == 403
    async with opened() as world:  # no such key is configured
        assert (await post(world, urlencode(FORM).encode(), **headers))[0] == 403


async def test_without_a_public_address_nothing_is_taken_and_the_fault_says_so(opened: Opened) -> None:
    async with opened(public_url=None) as world:
        assert (await post(world, urlencode(FORM).encode(), X_Twilio_Signature=signed()))[0] == 403
        assert "server.public_url" in (world.channel.fault or "")


async def test_a_flood_is_told_when_to_come_back(world: World) -> None:
    world.desk.busy = 2.3
    body = urlencode(FORM).encode()
    headers = {"Content-Type": URLENCODED, "X-Twilio-Signature": signed()}
    async with aiohttp.ClientSession() as session, session.post(world.server + PATH, data=body, headers=headers) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "3")


async def test_a_full_disk_makes_twilio_repeat(world: World) -> None:
    world.desk.broken = True
    assert await world.twilio.message(ANA, Body="Hello") == 503
    world.desk.broken = False
    assert await world.twilio.message(ANA, Body="Hello", MessageSid="SM" + "a" * 32) == 200
    assert len(world.desk.updates) == 1


async def test_useless_kinds_are_stored_with_their_reason(world: World) -> None:
    assert await world.twilio.message(ANA, MessageType="reaction", Body="👍") == 200
    (update,) = world.desk.updates
    assert (update.kind, update.payload) == (UpdateKind.OTHER, "a reaction to a message")
