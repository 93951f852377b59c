"""Who is not the platform gets nothing in: forged, tampered, replayed, truncated and oversized requests on every webhook.

Whatever is refused leaves no row, and no secret ever stands in the log or in an answer.
"""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode

import aiohttp
import pytest
import structlog
from structlog.typing import EventDict

from bot.connector import Messenger
from tests.platforms.platforms import NAMES
from tests.platforms.town import Town, echoed, open_town
from tests.standins import telegram, twilio, viber
from tests.standins.telegram_server import chat_of

HEADERS = {
    "telegram": "X-Telegram-Bot-Api-Secret-Token",
    "whatsapp": "X-Twilio-Signature",
    "viber": "X-Viber-Content-Signature",
}
FORM = "application/x-www-form-urlencoded"
SECRETS = (telegram.TOKEN, twilio.TOKEN, viber.TOKEN)
MUCH = 3 * 1024 * 1024
WRITTEN = "waterfall"  # what the customer writes, and no log line has


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[list[EventDict]]:
    """Everything the log is told, ours and the libraries'."""
    caplog.set_level("DEBUG")
    with structlog.testing.capture_logs() as events:
        yield events


def message(town: Town, name: str, text: str = f"n1 {WRITTEN}") -> bytes:
    """A customer's message as the platform writes it; the same text is the same message."""
    match name:
        case "telegram":
            who = town.phone(name).user
            told = {"message_id": 7, "date": 1_763_463_600, "chat": chat_of(who), "from": who, "text": text}
            return json.dumps({"update_id": 7, "message": told}).encode()
        case "whatsapp":
            form = {"MessageSid": "SM" + "7" * 32, "AccountSid": twilio.ACCOUNT, "From": f"whatsapp:{town.phone(name).address}"}
            return urlencode(form | {"To": f"whatsapp:{twilio.SENDER}", "Body": text, "NumMedia": "0"}).encode()
    sender = {"id": town.phone(name).address, "name": "Ana", "language": "en"}
    call = {"event": "message", "timestamp": 1_457_764_197_627, "message_token": 7, "sender": sender}
    return json.dumps(call | {"message": {"type": "text", "text": text}}).encode()


def proof(town: Town, name: str, body: bytes, path: str = "") -> str:
    """The secret or signature that is right for a body."""
    server = town.platforms[name].server
    match name:
        case "telegram":
            return str(server.updates.webhook["secret_token"])
        case "whatsapp":
            return str(server.sign(town.address + (path or f"/webhooks/{name}"), parse_qsl(body.decode(), keep_blank_values=True)))
    return str(server.signature(body))


async def post(town: Town, name: str, body: Any, given: str | None, *, path: str = "", headers: dict[str, str] | None = None) -> int:
    """One request; the status. No answer holds a secret."""
    sent = {"Content-Type": FORM if name == "whatsapp" else "application/json", **(headers or {})}
    if given is not None:
        sent[HEADERS[name]] = given
    async with (
        aiohttp.ClientSession() as session,
        session.post(town.address + (path or f"/webhooks/{name}"), data=body, headers=sent) as answer,
    ):
        shown = await answer.text()
        assert not any(secret in shown + str(answer.headers) for secret in SECRETS)
        return answer.status


async def nothing_stored(town: Town) -> bool:
    counts = [await town.rows(f"SELECT count(*) FROM {table}") for table in ("inbox", "conversations", "customers", "outbox", "files")]
    return counts == [[(0,)]] * 5


def clean(log: list[EventDict], caplog: pytest.LogCaptureFixture, town: Town, *more: str) -> bool:
    """Whether no secret and nothing a customer wrote stands in the log."""
    # The lines of aiohttp.access are the stand-ins': Frontdesk's own server writes none.
    written = repr(log) + "".join(
        record.getMessage() + str(record.exc_info) for record in caplog.records if record.name != "aiohttp.access"
    )
    hidden = (*SECRETS, str(town.platforms["telegram"].server.updates.webhook["secret_token"]), WRITTEN, *more)
    return not [word for word in hidden if word in written]


@pytest.mark.parametrize("name", NAMES)
async def test_what_is_forged_or_tampered_with_is_refused_and_leaves_nothing(
    name: str, log: list[EventDict], caplog: pytest.LogCaptureFixture
) -> None:
    async with open_town(*NAMES, echo=True) as town:
        body = message(town, name)
        right = proof(town, name, body)
        forged: list[str | None] = [None, "", "x", right[:-1], right + "0", right[::-1], right.swapcase(), "0" * 64, "ü" * 32]
        for given in forged:
            if given != right:
                assert await post(town, name, body, given) == 403, given
        if name != "telegram":  # Telegram's secret is of the webhook, not of the body
            for changed in (message(town, name, "n2"), body + b"&Body=n3" if name == "whatsapp" else body + b" ", b""):
                assert await post(town, name, changed, right) == 403
        for other in NAMES:
            if other != name:
                assert await post(town, other, body, right) == 403, "one platform's proof is not another's"
        assert await nothing_stored(town)
        assert clean(log, caplog, town)


@pytest.mark.parametrize("name", NAMES)
async def test_headers_of_a_proxy_and_a_query_make_nothing_right(name: str) -> None:
    async with open_town(*NAMES, echo=True) as town:
        body = message(town, name)
        forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "shop.example", "X-Forwarded-For": "149.154.167.197"}
        assert await post(town, name, body, "x", headers=forwarded) == 403
        right = proof(town, name, body)
        assert await post(town, name, body, None, path=f"/webhooks/{name}?{urlencode({HEADERS[name]: right, 'sig': right})}") == 403
        assert await nothing_stored(town)


@pytest.mark.parametrize("name", NAMES)
async def test_a_replay_is_taken_politely_and_changes_nothing(name: str) -> None:
    async with open_town(*NAMES, echo=True) as town:
        phone, body = town.phone(name), message(town, name)
        if name == "viber":
            phone.subscribed = True
        elif name == "telegram":
            assert phone.chat
        else:
            town.platforms[name].server.heard_from(phone.address, town.clock())
        right = proof(town, name, body)
        assert await post(town, name, body, right) == 200
        await town.settled(phone)
        assert await asyncio.gather(*(post(town, name, body, right) for _ in range(10))) == [200] * 10
        await town.passes(days=3)
        assert await post(town, name, body, right) == 200
        await town.settled(phone)
        assert await town.endings() == {"answered": 1}
        assert echoed(phone) == ["n1"]


@pytest.mark.parametrize("name", NAMES)
async def test_a_truncated_body_is_refused_and_leaves_nothing(name: str, log: list[EventDict], caplog: pytest.LogCaptureFixture) -> None:
    async with open_town(*NAMES, echo=True) as town:
        body = message(town, name)
        right = proof(town, name, body)
        cuts = (0, 1, len(body) // 2, len(body) - 1)
        for cut in cuts:
            assert await post(town, name, body[:cut], right) == (400 if name == "telegram" else 403), cut
        if name == "viber":  # signed by the platform and still no JSON
            for cut in cuts:
                assert await post(town, name, body[:cut], proof(town, name, body[:cut])) == 400, cut
        elif name == "whatsapp":
            half = b"AccountSid=" + twilio.ACCOUNT.encode()
            assert await post(town, name, half, proof(town, name, half)) == 400
        await broken_off(town, name, body, right)
        assert await nothing_stored(town)
        assert clean(log, caplog, town)


async def broken_off(town: Town, name: str, body: bytes, right: str) -> None:
    """The line is cut in the middle of a body whose length was announced."""
    host, port = town.address.removeprefix("http://").split(":")
    _, writer = await asyncio.open_connection(host, int(port))
    kind = FORM if name == "whatsapp" else "application/json"
    head = f"POST /webhooks/{name} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {kind}\r\n{HEADERS[name]}: {right}\r\n"
    writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[: len(body) // 2])
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)  # the server notices
    assert (await town.page("/healthz"))[0] == 200


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("announced", [True, False])
async def test_an_oversized_body_is_too_large_whoever_signed_it(
    name: str, announced: bool, log: list[EventDict], caplog: pytest.LogCaptureFixture
) -> None:
    async with open_town(*NAMES, echo=True) as town:
        body = message(town, name, WRITTEN + "x" * MUCH)
        right = proof(town, name, body)

        async def in_pieces() -> Any:
            for at in range(0, len(body), 64 * 1024):
                yield body[at : at + 64 * 1024]

        try:
            status = await post(town, name, io.BytesIO(body) if announced else in_pieces(), right)
        except aiohttp.ClientError:  # the server closed the line while we were still sending: refused as well
            status = 413
        assert status == 413
        assert await nothing_stored(town)
        assert (await town.page("/healthz"))[0] == 200
        assert clean(log, caplog, town)


@pytest.mark.parametrize("name", ["whatsapp", "viber"])
async def test_forged_receipts_change_no_message(name: str) -> None:
    async with open_town(*NAMES, echo=True) as town:
        phone = town.phone(name)
        await phone.says("n1")
        await town.settled(phone)
        if name == "viber":
            await town.platforms[name].server.settle()
        before = await town.rows("SELECT id, state, reason FROM outbox")
        ((row, _, _),) = before
        if name == "whatsapp":
            posted = town.platforms[name].server.messages[-1]
            form = {"MessageSid": posted.sid, "AccountSid": twilio.ACCOUNT, "MessageStatus": "failed", "ErrorCode": "63016"}
            body, path = urlencode(form).encode(), f"/webhooks/whatsapp/status?message={row}&part=0"
        else:
            token, _ = phone.received[-1]
            body, path = json.dumps({"event": "failed", "message_token": token, "user_id": phone.address}).encode(), ""
        for given in (None, "0" * 64, proof(town, name, body + b"&x=1", path)):
            assert await post(town, name, body, given, path=path) == 403
        assert await town.rows("SELECT id, state, reason FROM outbox") == before


async def test_a_message_for_one_of_whatsapps_webhooks_is_none_for_the_other() -> None:
    async with open_town(*NAMES, echo=True) as town:
        body = message(town, "whatsapp")
        assert await post(town, "whatsapp", body, proof(town, "whatsapp", body), path="/webhooks/whatsapp/status") == 403
        assert await nothing_stored(town)


@pytest.mark.parametrize("name", NAMES)
async def test_failing_calls_to_a_platform_leave_no_secret_in_the_log(
    name: str, log: list[EventDict], caplog: pytest.LogCaptureFixture
) -> None:
    async with open_town(*NAMES, echo=True) as town:
        phone, server = town.phone(name), town.platforms[name].server
        await server.down()
        await phone.says(WRITTEN)
        await town.settled(phone)
        await town.passes(minutes=5)
        channel: Messenger = next(m for m in town.desk.messengers if m.name == name)
        findings = await channel.check()
        shown = repr(findings) + (await town.page("/readyz"))[1] + (await town.page("/metrics"))[1]
        assert not any(secret in shown for secret in SECRETS)
        assert clean(log, caplog, town, phone.address)
        await server.up()
