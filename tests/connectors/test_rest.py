"""Rasa's REST channel over a real socket: what goes in, what comes back, and what is refused."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.connector import SendRefused
from bot.message import Button, Card, Location, Media, Message
from bot.update import Update, UpdateKind
from connectors.rest import RestChannel
from tests.connectors.fake_desk import FakeDesk, echo

PATH = "/webhooks/rest/webhook"
Client = TestClient[web.Request, web.Application]


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk(bot=echo)


@pytest.fixture
async def client(desk: FakeDesk) -> AsyncIterator[Client]:
    channel = RestChannel(desk, timeout=5, public_url="https://shop.example")
    desk.attach(channel)
    app = web.Application()
    app.add_routes(channel.routes())
    async with TestClient(TestServer(app)) as made:
        yield made


async def ask(client: Client, sender: str, message: str, **metadata: object) -> list[dict[str, Any]]:
    response = await client.post(PATH, json={"sender": sender, "message": message, "metadata": metadata})
    assert response.status == 200, await response.text()
    answer: list[dict[str, Any]] = await response.json()
    return answer


async def test_the_answer_holds_everything_said_in_the_turn_in_order(desk: FakeDesk, client: Client) -> None:
    desk.pause = 0.02
    desk.bot = lambda _: (Message("One moment."), Message("Which item?", buttons=(Button("Kettle", "q:1:a"),)))
    assert await ask(client, "ana", "I want to return something") == [
        {"recipient_id": "ana", "text": "One moment."},
        {"recipient_id": "ana", "text": "Which item?", "buttons": [{"title": "Kettle", "payload": "q:1:a"}]},
    ]


async def test_a_text_is_a_text_and_a_payload_of_a_button_is_a_press(desk: FakeDesk, client: Client) -> None:
    await ask(client, "ana", "hello", message_id="m1", language="sl", name="Ana")
    await ask(client, "ana", "q:17:yes")
    await ask(client, "ana", "q: is this a question?")
    text, press, words = desk.updates
    assert (text.kind, text.text, text.locale, text.name) == (UpdateKind.TEXT, "hello", "sl", "Ana")
    assert (press.kind, press.payload, press.text) == (UpdateKind.BUTTON, "q:17:yes", "")
    assert (words.kind, words.text) == (UpdateKind.TEXT, "q: is this a question?")


async def test_the_same_message_again_is_taken_once_and_gets_the_same_answer(desk: FakeDesk, client: Client) -> None:
    first = await ask(client, "ana", "hello", message_id="7")
    await ask(client, "ana", "and another", message_id="8")
    assert await ask(client, "ana", "hello", message_id="7") == first
    assert len(desk.updates) == 2


async def test_two_senders_may_number_their_messages_alike(desk: FakeDesk, client: Client) -> None:
    assert (await ask(client, "ana", "one", message_id="1"))[0]["text"] == "You said: one"
    assert (await ask(client, "john", "two", message_id="1"))[0]["text"] == "You said: two"


async def test_requests_of_one_sender_follow_each_other_and_each_hears_only_its_own_answer(desk: FakeDesk, client: Client) -> None:
    desk.pause = 0.02
    answers = await asyncio.gather(*(ask(client, "ana", f"message {number}") for number in range(5)))
    assert [answer[0]["text"] for answer in answers] == [f"You said: message {number}" for number in range(5)]
    assert [len(answer) for answer in answers] == [1] * 5


async def test_requests_of_different_senders_run_beside_each_other(desk: FakeDesk, client: Client) -> None:
    both_asked = asyncio.Barrier(2)

    class Together(FakeDesk):
        async def settled(self, channel: str, address: str, *, timeout: float) -> bool:
            await both_asked.wait()  # passes only when two requests are under way at once
            return await super().settled(channel, address, timeout=timeout)

    together = Together(bot=echo)
    channel = RestChannel(together)
    together.attach(channel)
    app = web.Application()
    app.add_routes(channel.routes())
    async with TestClient(TestServer(app)) as other, asyncio.timeout(5):
        first, second = await asyncio.gather(ask(other, "ana", "a"), ask(other, "john", "b"))
    assert [first[0]["recipient_id"], second[0]["recipient_id"]] == ["ana", "john"]


async def test_a_slow_turn_is_answered_with_what_was_said_in_time(desk: FakeDesk) -> None:
    channel = RestChannel(desk, timeout=0.05)
    desk.attach(channel)
    desk.pause = 0.3
    app = web.Application()
    app.add_routes(channel.routes())
    async with TestClient(TestServer(app)) as client:
        assert await ask(client, "ana", "hello") == []
        await desk.settled("rest", "ana", timeout=5)
    [(_, error)] = desk.undelivered
    assert isinstance(error, SendRefused)
    assert error.code == "no_open_request"


RICH = Message(
    "Our kettles:",
    buttons=(Button("All kettles", "open", url="https://shop.example/kettles"), Button("None of them", "q:1:none")),
    cards=(
        Card("Aurora 1.7 l", "39.90 EUR", Media("image", "/pictures/ket-17.png"), (Button("Tell me more", "q:1:ket"),)),
        Card("Aurora 1.5 l", "34.90 EUR", buttons=(Button("Page", "x", url="https://shop.example/ket-15"),)),
    ),
    media=(Media("image", "https://cdn.example/a.png"), Media("file", "/labels/1.pdf", name="label.pdf")),
    location=Location(46.05, 14.5, "Our shop"),
)


async def test_cards_pictures_files_links_and_places_lose_neither_a_word_nor_an_option(desk: FakeDesk, client: Client) -> None:
    desk.bot = lambda _: (RICH,)
    place = "https://www.openstreetmap.org/?mlat=46.05&mlon=14.5"
    assert await ask(client, "ana", "kettles") == [
        {
            "recipient_id": "ana",
            "text": f"Our kettles:\nAll kettles: https://shop.example/kettles\nOur shop\n{place}",
            "buttons": [{"title": "None of them", "payload": "q:1:none"}],
        },
        {"recipient_id": "ana", "image": "https://cdn.example/a.png"},
        {"recipient_id": "ana", "attachment": "https://shop.example/labels/1.pdf"},
        {
            "recipient_id": "ana",
            "text": "Aurora 1.7 l\n39.90 EUR",
            "image": "https://shop.example/pictures/ket-17.png",
            "buttons": [{"title": "Tell me more", "payload": "q:1:ket"}],
        },
        {"recipient_id": "ana", "text": "Aurora 1.5 l\n34.90 EUR\nPage: https://shop.example/ket-15"},
    ]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{", "not JSON"),
        (b"[1]", "an object"),
        (b"\xff\xfe", "not JSON"),
        (b'{"message": "hi"}', "sender"),
        (b'{"sender": 7, "message": "hi"}', "sender"),
        (b'{"sender": "", "message": "hi"}', "sender"),
        (b'{"sender": "ana"}', "message"),
        (b'{"sender": "ana", "message": "  "}', "message"),
        (b'{"sender": "ana", "message": ["hi"]}', "message"),
        (b"[" * 100_000, "not JSON"),
    ],
)
async def test_what_is_no_such_request_is_refused_with_the_reason(desk: FakeDesk, client: Client, body: bytes, reason: str) -> None:
    response = await client.post(PATH, data=body)
    assert response.status == 400
    assert reason.rsplit(maxsplit=1)[-1] in (await response.json())["reason"]
    assert desk.updates == []


async def test_more_than_a_mebibyte_is_refused(desk: FakeDesk, client: Client) -> None:
    body = json.dumps({"sender": "ana", "message": "x" * 1024 * 1024}).encode()
    response = await client.post(PATH, data=io.BytesIO(body))
    assert response.status == 413
    assert desk.updates == []


async def test_unknown_fields_and_odd_metadata_are_left_alone(desk: FakeDesk, client: Client) -> None:
    response = await client.post(PATH, json={"sender": "ana", "message": "hi", "metadata": [1], "stream": True})
    assert response.status == 200
    assert [update.text for update in desk.updates] == ["hi"]


async def test_a_flooding_sender_is_told_when_to_come_back(desk: FakeDesk, client: Client) -> None:
    desk.busy = 2.2
    response = await client.post(PATH, json={"sender": "ana", "message": "hi"})
    assert (response.status, response.headers["Retry-After"]) == (429, "3")
    desk.busy = None
    assert await ask(client, "ana", "hi") == [{"recipient_id": "ana", "text": "You said: hi"}]


async def test_nothing_is_kept_of_a_sender_whose_requests_are_done(desk: FakeDesk) -> None:
    channel = RestChannel(desk)
    desk.attach(channel)
    app = web.Application()
    app.add_routes(channel.routes())
    async with TestClient(TestServer(app)) as client:
        await asyncio.gather(*(ask(client, f"sender {number}", "hi") for number in range(20)))
    assert channel._senders == {}  # that nothing grows cannot be seen from outside


def two_words(update: Update) -> Sequence[Message]:
    return (Message(update.text), Message())


async def test_a_message_without_content_makes_no_item(desk: FakeDesk, client: Client) -> None:
    desk.bot = two_words
    assert await ask(client, "ana", "hi") == [{"recipient_id": "ana", "text": "hi"}]
